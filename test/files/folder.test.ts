import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InputError } from "../../src/errors.ts";
import { openFileTree } from "../../src/files/index.ts";

let base: string;
let root: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "minutebook-folder-"));
  root = join(base, "export");
  mkdirSync(root);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function put(path: string, content = "<p>hello</p>"): void {
  const full = join(root, path);
  mkdirSync(join(full, ".."), { recursive: true });
  writeFileSync(full, content);
}

describe("a folder", () => {
  it("is listed by code units, with sizes, without hidden files, names as stored", async () => {
    const decomposed = "Zu\u0308rich.html";
    for (const path of ["b.html", "a/z.html", "a/Zed.html", decomposed, ".hidden.html", ".git/config", "a/.DS_Store", "__MACOSX/b.html"])
      put(path);
    const tree = await openFileTree(root);
    expect(tree.kind).toBe("folder");
    expect(await tree.list()).toEqual({
      entries: [decomposed, "a/Zed.html", "a/z.html", "b.html"].map((path) => ({ path, bytes: 12 })),
      refused: [],
    });
    expect((await tree.read(decomposed)).toString()).toBe("<p>hello</p>");
    await tree.close();
  });

  it("may be reached through a link, but no link inside is followed", async () => {
    put("a.html");
    writeFileSync(join(base, "secret.html"), "secret");
    mkdirSync(join(base, "elsewhere"));
    writeFileSync(join(base, "elsewhere", "s.html"), "secret");
    symlinkSync(join(base, "secret.html"), join(root, "link.html"));
    symlinkSync(join(base, "elsewhere"), join(root, "folder"));
    symlinkSync(root, join(root, "loop"));
    symlinkSync(root, join(base, "named"));
    const tree = await openFileTree(join(base, "named"));
    const { entries, refused } = await tree.list();
    expect(entries.map((entry) => entry.path)).toEqual(["a.html"]);
    expect(refused.map((file) => file.path)).toEqual(["folder", "link.html", "loop"]);
    expect((await tree.read("a.html")).toString()).toBe("<p>hello</p>");
    await expect(tree.read("link.html")).rejects.toThrow(/symbolic link/);
    await expect(tree.read("folder/s.html")).rejects.toThrow(/symbolic link/);
  });

  it("notices a folder that was swapped for a link after the listing", async () => {
    put("pages/a.html");
    const tree = await openFileTree(root);
    mkdirSync(join(base, "elsewhere"));
    writeFileSync(join(base, "elsewhere", "a.html"), "secret");
    renameSync(join(root, "pages"), join(root, "old"));
    symlinkSync(join(base, "elsewhere"), join(root, "pages"));
    await expect(tree.read("pages/a.html")).rejects.toThrow(/symbolic link on the way/);
  });

  it("does not read by tricky paths, nor what is not a file", async () => {
    put("a/b.html");
    writeFileSync(join(base, "secret.html"), "secret");
    const tree = await openFileTree(root);
    for (const path of [
      "../secret.html",
      "a/../../secret.html",
      join(base, "secret.html"),
      "a\\b.html",
      "a/./b.html",
      "a//b.html",
      "a/b.html\0",
      "",
      "a",
      "absent.html",
      "a/b.html/c",
    ]) {
      await expect(tree.read(path)).rejects.toThrow(InputError);
    }
  });

  it("sets pipes and names with a backslash aside instead of waiting for them", async () => {
    put("a.html");
    put("odd\\name.html");
    execFileSync("mkfifo", [join(root, "pipe.html")]);
    const tree = await openFileTree(root);
    expect((await tree.list()).refused).toEqual([
      { path: "odd\\name.html", reason: "the path contains a backslash" },
      { path: "pipe.html", reason: "it is neither a file nor a folder" },
    ]);
    await expect(tree.read("pipe.html")).rejects.toThrow(/not a file/);
  });

  it("sets names that are not UTF-8 aside, of files and of folders", async () => {
    put("a.html");
    const inRoot = (latin1: string): Buffer => Buffer.concat([Buffer.from(`${root}/`), Buffer.from(latin1, "latin1")]);
    writeFileSync(inRoot("Z\xfc.md"), "x");
    mkdirSync(inRoot("B\xfccher"));
    writeFileSync(inRoot("B\xfccher/b.html"), "x");
    const { entries, refused } = await (await openFileTree(root)).list();
    expect(entries.map((entry) => entry.path)).toEqual(["a.html"]);
    expect(refused.map((file) => file.reason.replace(/ \(.*/, ""))).toEqual([
      "the folder cannot be listed",
      "it cannot be found under this name",
    ]);
  });

  it("refuses one big file on reading, the others still work; too many files at once", async () => {
    put("a.html");
    put("big.html", "x".repeat(5000));
    const tree = await openFileTree(root, { maxFileBytes: 2048 });
    await expect(tree.read("big.html")).rejects.toThrow(/big\.html in .* is too big: 4\.9 KiB, the limit for one file is 2 KiB/);
    expect((await tree.read("a.html")).length).toBe(12);
    await expect(openFileTree(root, { maxFiles: 1 })).rejects.toThrow(/more than 1 files/);
  });

  it("reads files in one piece and in a thread alike", async () => {
    put("big.html", "0123456789".repeat(300_000));
    const content = await (await openFileTree(root)).read("big.html");
    expect(content.length).toBe(3_000_000);
    expect(content.subarray(-10).toString()).toBe("0123456789");
  });
});

describe("what is not an export", () => {
  it("is told apart: absent, empty, another kind of file, a device", async () => {
    await expect(openFileTree(join(base, "absent"))).rejects.toThrow(/does not exist\. Expected a folder or zip/);
    await expect(openFileTree(root)).rejects.toThrow(/no readable files: it is empty/);
    const file = join(base, "file.zip");
    writeFileSync(file, "");
    await expect(openFileTree(file)).rejects.toThrow(/is empty \(0 bytes\)/);
    writeFileSync(file, "<html></html>");
    await expect(openFileTree(file)).rejects.toThrow(/not a zip: it begins with "<html><\/html>"/);
    writeFileSync(file, Buffer.from([0x1f, 0x8b, 8, 0, 0]));
    await expect(openFileTree(file)).rejects.toThrow(/gzip signature/);
    await expect(openFileTree("/dev/null")).rejects.toThrow(/neither a folder nor a file/);
    for (const path of [join(base, "absent"), root, file]) await expect(openFileTree(path)).rejects.toThrow(InputError);
  });
});
