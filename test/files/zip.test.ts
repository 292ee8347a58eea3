import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { InputError, InternalError } from "../../src/errors.ts";
import { type FileLimits, type FileTree, openFileTree } from "../../src/files/index.ts";
import { makeZip, recordOf, recordsOf, rename } from "./zip-surgery.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "minutebook-zip-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let number = 0;
async function openBytes(bytes: Uint8Array, limits?: Partial<FileLimits>): Promise<FileTree> {
  number += 1;
  const path = join(folder, `case-${number}.zip`);
  writeFileSync(path, bytes);
  return openFileTree(path, limits);
}

const text = (value: string): Buffer => Buffer.from(value);
const page = text("<p>hello</p>");

describe("an honest zip", () => {
  it("lists by code units, keeps the top folder, leaves out hidden files and folders", async () => {
    const tree = await openBytes(
      makeZip({
        "SPACE/b.html": page,
        "SPACE/Zed.html": page,
        "SPACE/a b.html": text("<p>ab</p>"),
        "SPACE/images/": new Uint8Array(),
        "SPACE/.DS_Store": page,
        "SPACE/.git/config": page,
        "__MACOSX/SPACE/._b.html": page,
      }),
    );
    expect(tree.kind).toBe("zip");
    expect(await tree.list()).toEqual({
      entries: [
        { path: "SPACE/Zed.html", bytes: 12 },
        { path: "SPACE/a b.html", bytes: 9 },
        { path: "SPACE/b.html", bytes: 12 },
      ],
      refused: [],
    });
    expect((await tree.read("SPACE/a b.html")).toString()).toBe("<p>ab</p>");
    expect((await tree.read("SPACE/a b.html")).toString()).toBe("<p>ab</p>");
    await tree.close();
  });

  it("reads stored and deflated, small and big entries", async () => {
    const big = Buffer.alloc(3_000_000, "many different words 0123456789 ");
    const tree = await openBytes(
      makeZip({ "stored.md": [page, { level: 0 }], "big.md": [big, { level: 6 }], "empty.md": new Uint8Array() }),
      { maxRatio: 2000 },
    );
    expect((await tree.read("stored.md")).equals(page)).toBe(true);
    expect((await tree.read("big.md")).equals(big)).toBe(true);
    expect((await tree.read("empty.md")).length).toBe(0);
    await tree.close();
  });

  it("decodes names: flagged UTF-8, unflagged UTF-8, CP437", async () => {
    const flagged = makeZip({ "Zürich.html": page });
    expect((await (await openBytes(flagged)).list()).entries[0]?.path).toBe("Zürich.html");
    const unflagged = rename(makeZip({ "Zxxrich.html": page }), "Zxxrich.html", text("Zürich.html"));
    expect((await (await openBytes(unflagged)).list()).entries[0]?.path).toBe("Zürich.html");
    const cp437 = rename(makeZip({ "Zxrich.html": page }), "Zxrich.html", Buffer.from([0x5a, 0x81, ...text("rich.html")]));
    expect((await (await openBytes(cp437)).list()).entries[0]?.path).toBe("Zürich.html");
  });

  it("takes backslashes of old Windows tools for slashes and drops a leading ./", async () => {
    const tree = await openBytes(makeZip({ "SPACE\\a.html": page, "./SPACE/b.html": page }));
    expect((await tree.list()).entries.map((entry) => entry.path)).toEqual(["SPACE/a.html", "SPACE/b.html"]);
    expect((await tree.read("SPACE/b.html")).equals(page)).toBe(true);
  });

  it("is known by its content, not by its name", async () => {
    const path = join(folder, "export.download");
    writeFileSync(path, makeZip({ "a.html": page }));
    expect((await openFileTree(path)).kind).toBe("zip");
  });

  it("says that it was closed", async () => {
    const tree = await openBytes(makeZip({ "a.html": page }));
    await tree.close();
    await tree.close();
    await expect(tree.read("a.html")).rejects.toThrow(InternalError);
  });
});

describe("a hostile zip", () => {
  it.each(["../outside.html", "a/../../outside.html", "/etc/passwd", "C:/windows.html", "..\\outside.html", "a//b.html", "nul\0.html"])(
    "is refused as a whole for the entry %j",
    async (name) => {
      const bytes = makeZip({ "a.html": page, [name]: page });
      await expect(openBytes(bytes)).rejects.toThrow(InputError);
      await expect(openBytes(bytes)).rejects.toThrow(/was refused: the entry .* would leave the folder/);
    },
  );

  it("is refused as a whole for a symbolic link", async () => {
    const bytes = makeZip({ "a.html": page, "link.html": [text("/etc/passwd"), { os: 3, attrs: 0o120777 << 16 }] });
    await expect(openBytes(bytes)).rejects.toThrow(/symbolic link/);
  });

  it("keeps the first of two entries with one name", async () => {
    const bytes = rename(makeZip({ "one.html": text("first"), "two.html": text("second") }), "two.html", text("one.html"));
    const tree = await openBytes(bytes);
    expect((await tree.list()).refused).toEqual([{ path: "one.html", reason: "the zip has an earlier entry of the same name" }]);
    expect((await tree.read("one.html")).toString()).toBe("first");
  });

  it("has encrypted and strangely compressed entries and devices set aside", async () => {
    const bytes = makeZip({ "a.html": page, "b.html": page, "c.html": page, "d.html": [page, { os: 3, attrs: 0o010644 << 16 }] });
    bytes.writeUInt16LE(1, recordOf(bytes, 1) + 8);
    bytes.writeUInt16LE(12, recordOf(bytes, 2) + 10);
    const tree = await openBytes(bytes);
    expect((await tree.list()).entries.map((entry) => entry.path)).toEqual(["a.html"]);
    expect((await tree.list()).refused.map((file) => file.reason)).toEqual([
      "it is encrypted: unpack the zip with its password and give the folder",
      "its compression method 12 (BZIP2) is not supported: unpack the zip with the program that made it and give the folder",
      "it is neither a file nor a folder",
    ]);
    await expect(tree.read("b.html")).rejects.toThrow(/b\.html in .* was refused: it is encrypted/);
  });

  it("has an entry that shrinks too well set aside, and is refused when nothing else is left", async () => {
    const bomb = Buffer.alloc(4_000_000);
    const tree = await openBytes(makeZip({ "a.html": page, "bomb.html": bomb }));
    expect((await tree.list()).entries.map((entry) => entry.path)).toEqual(["a.html"]);
    await expect(tree.read("bomb.html")).rejects.toThrow(/possible zip bomb/);
    await expect(openBytes(makeZip({ "bomb.html": bomb }))).rejects.toThrow(/no readable files.*possible zip bomb/);
  });

  it("is refused for its declared total, its number of entries, and for entries that share bytes", async () => {
    await expect(openBytes(makeZip({ "a.html": page, "b.html": page }), { maxTotalBytes: 20 })).rejects.toThrow(
      /would unpack to more than 20 bytes/,
    );
    await expect(openBytes(makeZip({ "a.html": page, "b.html": page }), { maxFiles: 1 })).rejects.toThrow(/declares 2 entries/);
    const shared = makeZip({ "a.html": page, "b.html": page });
    shared.writeUInt32LE(0, recordOf(shared, 1) + 42);
    await expect(openBytes(shared)).rejects.toThrow(/entries overlap/);
  });

  it("cannot unpack more than it declares", async () => {
    const content = Buffer.alloc(50_000, "abcdefghij");
    const bytes = makeZip({ "a.html": content });
    bytes.writeUInt32LE(100, recordOf(bytes, 0) + 24);
    const tree = await openBytes(bytes);
    await expect(tree.read("a.html")).rejects.toThrow(/unpacks to more than the 100 bytes that it declares/);
    const big = makeZip({ "a.html": Buffer.alloc(5_000_000, "abcdefghij") });
    big.writeUInt32LE(2_000_000, recordOf(big, 0) + 24);
    await expect((await openBytes(big, { maxRatio: 5000 })).read("a.html")).rejects.toThrow(/unpacks to more/);
  });

  it("may hold a file above the limit: only that one fails", async () => {
    const tree = await openBytes(makeZip({ "a.html": page, "big.html": [Buffer.alloc(5000, "x"), { level: 0 }] }), { maxFileBytes: 2048 });
    await expect(tree.read("big.html")).rejects.toThrow(/big\.html in .* is too big: 4\.9 KiB, the limit for one file is 2 KiB/);
    expect((await tree.read("a.html")).equals(page)).toBe(true);
  });

  it("does not read by tricky paths", async () => {
    const tree = await openBytes(makeZip({ "a/b.html": page }));
    for (const path of ["../a/b.html", "/a/b.html", "a\\b.html", "a/./b.html", "a/b.html\0", "", "a"])
      await expect(tree.read(path)).rejects.toThrow(InputError);
  });
});

describe("a damaged zip", () => {
  it("names what is wrong when the end is missing, the directory is broken, or it is empty", async () => {
    const whole = makeZip({ "a.html": page, "b.html": page });
    await expect(openBytes(whole.subarray(0, whole.length - 30))).rejects.toThrow(/cannot be read as one.*truncated or damaged/);
    await expect(openBytes(whole.subarray(0, 40))).rejects.toThrow(InputError);
    const broken = Buffer.from(whole);
    broken.write("XX", recordOf(broken, 1), "latin1");
    await expect(openBytes(broken)).rejects.toThrow(/table of contents .* cannot be read/);
    await expect(openBytes(makeZip({}))).rejects.toThrow(/no readable files: it is empty/);
  });

  it("fails for the damaged entry only", async () => {
    const whole = makeZip({ "a.html": [text("first content"), { level: 0 }], "b.html": page, "c.html": page });
    whole.write("F", whole.indexOf("first content"), "latin1");
    whole.writeUInt32LE(9_999_999, recordOf(whole, 2) + 42);
    const tree = await openBytes(whole);
    await expect(tree.read("a.html")).rejects.toThrow(/size or checksum do not match/);
    await expect(tree.read("c.html")).rejects.toThrow(/cannot be unpacked/);
    expect((await tree.read("b.html")).equals(page)).toBe(true);
  });

  it("never crashes, whatever byte of the directory is changed", async () => {
    const whole = makeZip({ "a.html": page, "folder/b.html": page });
    const start = recordsOf(whole)[0] ?? 0;
    for (let at = start; at < whole.length; at += 1) {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      try {
        const tree = await openBytes(bytes);
        for (const entry of (await tree.list()).entries)
          await tree.read(entry.path).catch((error) => expect(error).toBeInstanceOf(InputError));
        await tree.close();
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    }
  });
});
