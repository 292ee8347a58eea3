import { createHash } from "node:crypto";
import { mkdir, readdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentsOf, minutebook } from "../sources/support/command-line.ts";
import { type Files, folderOf, htmlPage, indexPage } from "../sources/support/export-folder.ts";

const lamps: Files = { "index.html": indexPage, "Lamp-Care_5002.html": htmlPage({ title: "Lamp Care", body: "<p>Oil first.</p>" }) };

describe("a folder that is no place for an archive ends with code 2, and nothing is written", () => {
  async function refused(from: string, archive: string, message: RegExp): Promise<void> {
    const before = await filesBelow(from, archive);
    const outcome = await minutebook("backfill", "--from", from, "--archive", archive);
    expect([outcome.code, outcome.stderr, outcome.stdout]).toEqual([2, expect.stringMatching(message), ""]);
    expect(await filesBelow(from, archive)).toEqual(before);
  }

  async function filesBelow(...folders: string[]): Promise<string[]> {
    return (await Promise.all(folders.map((folder) => readdir(folder, { recursive: true }).catch(() => ["none"])))).flat().sort();
  }

  test("one that holds something else", async () => {
    const archive = await folderOf({ "README.md": "# Tides", "src/a.ts": "x", "tides.csv": "1" });
    await refused(await folderOf(lamps), archive, /holds other things \(src, tides\.csv\).*README, LICENSE, YAML and dot files.*--archive/);
  });
  test("a file", async () => {
    const archive = join(await folderOf({ "notes.txt": "x" }), "notes.txt");
    await refused(await folderOf(lamps), archive, /is a file: expected the folder of an archive/);
  });
  test("the export itself", async () => {
    const from = await folderOf(lamps);
    await refused(from, `${from}/.`, /are both .*expected two places apart/);
  });
  test("a folder within the export", async () => {
    const from = await folderOf(lamps);
    await refused(from, join(from, "out", "archive"), /archive .* lies within the export/);
  });
  test("a folder that holds the export, also behind a link", async () => {
    const parent = await folderOf({});
    const from = join(parent, "export");
    await rename(await folderOf(lamps), from);
    await refused(from, parent, /export .* lies within the archive/);
    await symlink(parent, `${parent}-link`);
    await refused(from, `${parent}-link`, /export .* lies within the archive/);
  });
});

describe("a folder that may become an archive", () => {
  test.each<[string, Files]>([
    ["an empty one", {}],
    [
      "a new repository",
      { ".git/config": "", ".github/workflows/a.yml": "", "README.md": "# A", "guild.yaml": "", LICENSE: "MIT", CNAME: "a.example.org" },
    ],
  ])("%s", async (_, files) => {
    const archive = await folderOf(files);
    const outcome = await minutebook("backfill", "--from", await folderOf(lamps), "--archive", archive);
    expect([outcome.code, outcome.stderr]).toEqual([0, expect.not.stringContaining("minutebook:")]);
    expect(await readdir(archive)).toContain("minutebook.json");
  });

  test("an archive with other files beside it", async () => {
    const archive = await folderOf({});
    const from = await folderOf(lamps);
    await minutebook("backfill", "--from", from, "--archive", archive);
    await writeFile(join(archive, "site.css"), "p {}");
    expect((await minutebook("backfill", "--from", from, "--archive", archive)).code).toBe(0);
  });

  test("one in which a first run was killed while it moved its files", async () => {
    const archive = await folderOf({});
    const from = await folderOf(lamps);
    await minutebook("backfill", "--from", from, "--archive", archive);
    const whole = await contentsOf(archive);
    // As it is between two moves: the root comes last, and the journal still names it.
    const root = whole.get("minutebook.json") ?? "";
    const sha256 = createHash("sha256").update(root, "latin1").digest("hex");
    await rm(join(archive, "minutebook.json"));
    const work = join(archive, ".minutebook", "staging", "0123456789ab");
    await mkdir(work, { recursive: true });
    await writeFile(join(work, "0"), root, "latin1");
    const journal = { kind: "journal", staging: "0123456789ab", moves: [{ path: "minutebook.json", staged: "0", sha256 }], removals: [] };
    await writeFile(join(archive, ".minutebook", "journal.json"), JSON.stringify(journal));
    const outcome = await minutebook("backfill", "--from", from, "--archive", archive);
    expect(outcome.code, outcome.stderr).toBe(0);
    expect(await contentsOf(archive)).toEqual(whole);
  });
});
