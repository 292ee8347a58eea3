import { lstat, mkdir, readdir, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { contentsOf, minutebook, reportOf, timesOf } from "../sources/support/command-line.ts";
import { type Files, folderOf, htmlPage, indexPage, tempFolder, zipOf } from "../sources/support/export-folder.ts";

const guild: Files = {
  "index.html": indexPage,
  "Home_5000.html": htmlPage({ title: "Home", body: "<h1>Lantern Guild</h1><p>Chair: Ilse Brandvold</p>" }),
  "2024-03-20-Meeting_5001.html": htmlPage({
    title: "2024-03-20 Meeting",
    parents: '<li><span><a href="Home_5000.html">Home</a></span></li>',
    body: "<h2>Attendees</h2><ul><li>Ilse Brandvold</li><li>Tomás Arriaga</li></ul><h2>Agenda</h2><p>Fog, see <a href='Lamp-Care_5002.html'>lamp care</a>. Call +1 202 555 0143.</p>",
  }),
  "Lamp-Care_5002.html": htmlPage({ title: "Lamp Care", body: "<p>Oil first.</p>" }),
};

async function archivePath(): Promise<string> {
  return join(await tempFolder(), "archive");
}

describe("a good export", () => {
  test("is archived, checks out, and everything is told", async () => {
    const archive = await archivePath();
    const first = await minutebook("backfill", "--from", await folderOf(guild), "--archive", archive);
    expect(first.code, first.stderr).toBe(0);
    expect(first.stdout).toContain("Pages read: 3");
    expect(first.stdout).toContain("1 phone numbers");
    const contents = await contentsOf(archive);
    expect([...contents.keys()]).toEqual(
      expect.arrayContaining([
        "minutebook.json",
        "pages/LAN/5000.json",
        "pages/LAN/5001.json",
        "pages/LAN/5002.json",
        "raw/LAN/5001.export.html",
        "pages/index.json",
      ]),
    );
    expect([...contents.values()].join("")).not.toContain("555 0143");
    const checked = await minutebook("check", "--archive", archive);
    expect([checked.code, checked.stdout]).toEqual([0, expect.stringMatching(/no faults/)]);
    const page = JSON.parse(contents.get("pages/LAN/5001.json") ?? "") as { links: unknown; ancestors: unknown };
    expect(page.links).toEqual([{ text: "lamp care", url: "Lamp-Care_5002.html", page: "pages/LAN/5002" }]);
    expect(page.ancestors).toEqual([{ id: "pages/LAN/5000", title: "Home" }]);
  });

  test("a second run writes nothing, a rebuild changes no byte", async () => {
    const archive = await archivePath();
    const from = await folderOf(guild);
    await minutebook("backfill", "--from", from, "--archive", archive);
    const before = await timesOf(archive);
    const second = await minutebook("backfill", "--from", from, "--archive", archive, "--json");
    expect(second.code).toBe(0);
    expect(await timesOf(archive)).toEqual(before);
    const rebuilt = await minutebook("rebuild", "--archive", archive);
    expect([rebuilt.code, rebuilt.stdout]).toEqual([0, expect.stringMatching(/nothing to write/)]);
    expect(await timesOf(archive)).toEqual(before);
    const checked = await minutebook("check", "--archive", archive, "--json");
    expect(JSON.parse(checked.stdout)).toMatchObject({ faults: [] });
  });

  test("gives the same bytes wherever it is written, and as a zip", async () => {
    const inFolder = Object.fromEntries(Object.entries(guild).map(([path, content]) => [`guild/${path}`, content]));
    const sources = [await folderOf(guild), await folderOf(guild), await zipOf(guild), await zipOf(inFolder, "other.zip")];
    const archives = await Promise.all(
      sources.map(async (from) => {
        const archive = await archivePath();
        const outcome = await minutebook("backfill", "--from", from, "--archive", archive);
        expect(outcome.code, outcome.stderr).toBe(0);
        return contentsOf(archive);
      }),
    );
    for (const other of archives.slice(1)) expect(other).toEqual(archives[0]);
  });

  test("--dry-run writes nothing and says what it would", async () => {
    const archive = await archivePath();
    const from = await folderOf(guild);
    const dry = await minutebook("backfill", "--from", from, "--archive", archive, "--dry-run");
    expect([dry.code, dry.stdout]).toEqual([0, expect.stringMatching(/dry run, nothing written[\s\S]*would be written/)]);
    await expect(lstat(archive)).rejects.toMatchObject({ code: "ENOENT" });
    await minutebook("backfill", "--from", from, "--archive", archive);
    const before = await timesOf(archive);
    await writeFile(join(from, "Oil_5003.html"), htmlPage({ title: "Oil" }));
    const again = await minutebook("backfill", "--from", from, "--archive", archive, "--dry-run", "--json");
    expect(reportOf(again)).toMatchObject({ dryRun: true, pages: { read: 4 } });
    expect(await timesOf(archive)).toEqual(before);
  });

  test("--json prints one document, logs go to stderr, as JSON where asked", async () => {
    const outcome = await minutebook(
      "backfill",
      "--from",
      await folderOf({ ...guild, "Oil_5003.html": "" }),
      "--archive",
      await archivePath(),
      "--json",
      "--log",
      "json",
    );
    expect(outcome.code).toBe(3);
    expect(reportOf(outcome)).toMatchObject({ command: "backfill", exitCode: 3, pages: { read: 3 } });
    const lines = outcome.stderr.trimEnd().split("\n");
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
    expect(outcome.stderr).toContain("Oil_5003.html");
  });

  test("--space, --base-url and --as-of are taken", async () => {
    const archive = await archivePath();
    const outcome = await minutebook(
      ...["backfill", "--from", await folderOf(guild), "--archive", archive],
      ...["--space", "GUILD", "--base-url", "https://wiki.example.org/wiki", "--as-of", "2024-04-01"],
    );
    expect(outcome.code, outcome.stderr).toBe(0);
    const contents = await contentsOf(archive);
    expect(JSON.parse(contents.get("pages/GUILD/5000.json") ?? "")).toMatchObject({
      url: "https://wiki.example.org/wiki/pages/viewpage.action?pageId=5000",
    });
    expect(JSON.parse(contents.get("minutebook.json") ?? "")).toMatchObject({ asOf: "2024-04-01" });
  });
});

describe("pages that cannot be read are named, all others are archived, and the code is 3", () => {
  test.each<[string, Files, RegExp]>([
    ["empty", { "Bad_5009.html": "" }, /the file is empty/],
    ["truncated", { "Bad_5009.html": htmlPage({ title: "Bad" }).slice(0, -80) }, /ends in the middle/],
    [
      "in another encoding",
      { "Bad_5009.html": Buffer.from(htmlPage({ title: "Öl für Brüder" }).replace(/<META.*>/, ""), "latin1") },
      /not UTF-8/,
    ],
    ["without a title", { "Bad_5009.html": htmlPage({ title: "" }).replace(/<title>.*<\/title>/, "") }, /without a title/],
    [
      "with the id of another",
      { "Home-again_5000.html": htmlPage({ title: "Home", line: "Created by A on Mar 1, 2001" }) },
      /page id 5000.*expected one file a page/,
    ],
    ["nested without an end", { "Bad_5009.html": htmlPage({ title: "Bad", body: "<ul><li>".repeat(60_000) }) }, /nested more than/],
    ["full of zeros", { "Bad_5009.html": new Uint8Array(5000) }, /not text/],
  ])("%s", async (_, files, reason) => {
    const archive = await archivePath();
    const outcome = await minutebook("backfill", "--from", await folderOf({ ...guild, ...files }), "--archive", archive, "--json");
    expect(outcome.code, outcome.stderr).toBe(3);
    const bad = Object.keys(files)[0] ?? "";
    const report = reportOf(outcome);
    expect(report.skipped).toEqual([{ file: bad, weight: "fault", reason: expect.stringMatching(reason) }]);
    expect(outcome.stderr).toContain(`set aside ${bad}`);
    expect(report).toMatchObject({ exitCode: 3, pages: { read: 3 } });
    expect(JSON.parse((await contentsOf(archive)).get("pages/index.json") ?? "").records).toHaveLength(3);
    expect((await minutebook("check", "--archive", archive)).code).toBe(0);
  });

  test("over the size limit", async () => {
    const from = await folderOf({ ...guild, "Bad_5009.html": htmlPage({ title: "Bad" }) });
    // A sparse file: it claims more than a page may have, and takes no room.
    await truncate(join(from, "Bad_5009.html"), 33 * 1024 * 1024);
    const outcome = await minutebook("backfill", "--from", from, "--archive", await archivePath(), "--json");
    expect(outcome.code).toBe(3);
    expect(reportOf(outcome).skipped).toEqual([{ file: "Bad_5009.html", weight: "fault", reason: expect.stringMatching(/too big.*32/) }]);
  });

  test("behind a symbolic link", async () => {
    const from = await folderOf(guild);
    const secret = join(await tempFolder(), "secret.html");
    await writeFile(secret, htmlPage({ title: "Secret", body: "<p>treasure</p>" }));
    await symlink(secret, join(from, "Secret_5009.html"));
    const archive = await archivePath();
    const outcome = await minutebook("backfill", "--from", from, "--archive", archive, "--json");
    expect(outcome.code).toBe(3);
    expect(reportOf(outcome).skipped).toEqual([
      { file: "Secret_5009.html", weight: "fault", reason: expect.stringMatching(/symbolic link/) },
    ]);
    expect([...(await contentsOf(archive)).values()].join("")).not.toContain("treasure");
  });

  test("what was left out on purpose is told and changes no code", async () => {
    const outcome = await minutebook(
      "backfill",
      "--from",
      await folderOf({ ...guild, "notes/README.md": "# Hi", "about.html": "<html><body>x</body></html>" }),
      "--archive",
      await archivePath(),
    );
    expect(outcome.code, outcome.stderr).toBe(0);
    expect(outcome.stdout).toContain("Left out on purpose: 2 files");
    expect(outcome.stderr).toMatch(/left out about\.html/);
    expect(outcome.stderr).toMatch(/left out notes\/README\.md/);
  });
});

describe("what is no export ends with code 2, says what it is, what was expected and what to do, and leaves nothing but the report of the run", () => {
  async function refused(from: string, message: RegExp): Promise<void> {
    const archive = await archivePath();
    const outcome = await minutebook("backfill", "--from", from, "--archive", archive);
    expect(outcome.code, outcome.stderr).toBe(2);
    expect(outcome.stderr).toMatch(message);
    expect(outcome.stderr).toContain(from);
    expect(outcome.stderr).not.toMatch(/\n\s+at /);
    expect(outcome.stdout).toBe("");
    expect(await readdir(archive, { recursive: true })).toEqual([".minutebook", ".minutebook/run.json"]);
  }

  test("a folder of something else", async () => {
    await refused(await folderOf({ "a.txt": "x" }), /no Confluence space export: expected .*\.html or \.md.*Give the folder/);
  });
  test("a web site", async () => {
    await refused(
      await folderOf({ "a.html": "<html><body><p>Hi</p></body></html>" }),
      /no page that Confluence wrote: expected .*main-content.*Give the folder/,
    );
  });
  test("an empty folder", async () => {
    await refused(await folderOf({}), /no readable files: it is empty.*Name the folder or zip/);
  });
  test("a missing path", async () => {
    await refused(join(await tempFolder(), "nowhere"), /does not exist|no such/i);
  });
  test("a file that is no zip", async () => {
    const path = join(await tempFolder(), "export.zip");
    await writeFile(path, "not a zip");
    await refused(path, /zip/);
  });
  test("a zip that leaves its folder", async () => {
    await refused(await zipOf({ ...guild, "../../evil.html": htmlPage({ title: "Evil" }) }), /would leave the folder/);
  });
  test("a zip that is cut off", async () => {
    const path = await zipOf(guild);
    await truncate(path, (await lstat(path)).size - 40);
    await refused(path, /truncated or damaged/);
  });
  test("a zip that unpacks to far more than it is", async () => {
    const path = join(await tempFolder(), "bomb.zip");
    await writeFile(path, zipSync({ "a_123.html": new Uint8Array(20 * 1024 * 1024) }, { level: 9 }));
    await refused(path, /possible zip bomb/);
  });

  test("an archive that was there stays as it was", async () => {
    const archive = await archivePath();
    await minutebook("backfill", "--from", await folderOf(guild), "--archive", archive);
    const before = await timesOf(archive);
    expect((await minutebook("backfill", "--from", await folderOf({ "a.txt": "x" }), "--archive", archive)).code).toBe(2);
    expect(await timesOf(archive)).toEqual(before);
  });
});

describe("wrong usage ends with code 2 and a hint", () => {
  test.each<[string, string[], RegExp]>([
    ["no source", ["backfill", "--archive", "x"], /nothing to read: add --from PATH/],
    ["no archive", ["backfill", "--from", "x"], /no archive given: add --archive DIR/],
    ["both sources", ["backfill", "--from", "x", "--config", "y"], /--from and --config exclude each other/],
    ["an unknown option", ["backfill", "--form", "x"], /unknown option '--form'[\s\S]*--from/],
    ["an unknown command", ["backfil"], /unknown command 'backfil'/],
    ["no value", ["backfill", "--from"], /argument missing/],
    ["a day that is none", ["backfill", "--from", "x", "--archive", "y", "--as-of", "yesterday"], /expected a day such as/],
    ["an address that is none", ["backfill", "--from", "x", "--archive", "y", "--base-url", "javascript:x"], /expected an address such as/],
    ["a space that is none", ["backfill", "--from", "x", "--archive", "y", "--space", "../x"], /expected a space key such as/],
    ["a form of log that is none", ["backfill", "--from", "x", "--archive", "y", "--log", "xml"], /Allowed choices are text, json/],
    ["a configuration that is not there", ["backfill", "--config", "/nowhere.yaml"], /cannot read the configuration/],
    ["rebuild without an archive", ["rebuild"], /required option '--archive <dir>'/],
  ])("%s", async (_, args, message) => {
    const outcome = await minutebook(...args);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toMatch(message);
    expect(outcome.stdout).toBe("");
  });

  test.each([[["--help"]], [["backfill", "--help"]]])("%j prints help and ends with 0", async (args) => {
    const outcome = await minutebook(...args);
    expect([outcome.code, outcome.stderr]).toEqual([0, ""]);
    expect(outcome.stdout).toMatch(/Usage: minutebook/);
  });
});

test("an archive beside the export, with pages of two exports, holds both", async () => {
  const archive = await archivePath();
  await mkdir(archive);
  await minutebook("backfill", "--from", await folderOf(guild), "--archive", archive);
  const other = { "Ship_1234.html": htmlPage({ title: "Ship" }).replaceAll("Lantern Guild", "Ship Guild") };
  const outcome = await minutebook("backfill", "--from", await folderOf(other), "--archive", archive, "--space", "SHIP", "--json");
  expect(outcome.code, outcome.stderr).toBe(0);
  expect(reportOf(outcome)).toMatchObject({ pages: { read: 1, fromArchive: 3 } });
  expect([...(await contentsOf(archive)).keys()]).toEqual(expect.arrayContaining(["pages/LAN/5000.json", "pages/SHIP/1234.json"]));
});
