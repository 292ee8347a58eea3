// Several spaces, several exports of one space, and archives, below one folder or in one zip.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentsOf, minutebook, type Outcome, reportOf, timesOf } from "../sources/support/command-line.ts";
import { type Files, folderOf, htmlPage, indexPage, tempFolder, zipOf } from "../sources/support/export-folder.ts";

const lamps: Files = {
  "index.html": indexPage,
  "Home_5000.html": htmlPage({ title: "Home" }),
  "Lamp-Care_5001.html": htmlPage({ title: "Lamp Care", body: "<p>Oil first, see <a href='Home_5000.html'>home</a>.</p>" }),
};
const ships: Files = {
  "index.html": indexPage.replaceAll("LAN", "SHIP").replaceAll("Lantern Guild", "Ship Guild").replace("Home_5000", "Home_6000"),
  "Home_6000.html": htmlPage({ title: "Home" }).replaceAll("Lantern Guild", "Ship Guild"),
};

function below(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));
}

async function backfill(from: string, ...more: string[]): Promise<{ outcome: Outcome; archive: string }> {
  const archive = join(await tempFolder(), "archive");
  return { outcome: await minutebook("backfill", "--from", from, "--archive", archive, "--json", ...more), archive };
}

async function pageIds(archive: string): Promise<string[]> {
  const paths = [...(await contentsOf(archive)).keys()];
  return paths.flatMap((path) => /^pages\/(\w[\w-]*\/\w+)\.json$/.exec(path)?.[1] ?? []);
}

describe("several spaces", () => {
  const both = { ...below("a", lamps), ...below("b", ships), "b/attachments/6000/x.html": "<p>x</p>", "notes/README.md": "# Hi" };

  test("are all read, from a folder as from a zip, and a second run writes nothing", async () => {
    const from = await folderOf(both);
    const { outcome, archive } = await backfill(from);
    expect(outcome.code, outcome.stderr).toBe(0);
    expect(reportOf(outcome)).toMatchObject({
      pages: { read: 3 },
      sources: [{ id: "export", space: "LAN, SHIP", pages: 3, failure: null }],
      skipped: [{ file: "notes/README.md", weight: "note" }],
    });
    expect(await pageIds(archive)).toEqual(["LAN/5000", "LAN/5001", "SHIP/6000"]);
    const contents = await contentsOf(archive);
    expect(JSON.parse(contents.get("minutebook.json") ?? "")).toMatchObject({
      title: "Lantern Guild",
      sources: [
        { id: "export", space: "LAN" },
        { id: "export", space: "SHIP" },
      ],
    });
    const before = await timesOf(archive);
    expect((await minutebook("backfill", "--from", from, "--archive", archive)).code).toBe(0);
    expect(await timesOf(archive)).toEqual(before);
    expect((await minutebook("check", "--archive", archive)).code).toBe(0);
    const zipped = await backfill(await zipOf(both));
    expect(await contentsOf(zipped.archive)).toEqual(contents);
  });

  test("--space takes one of them", async () => {
    const { outcome, archive } = await backfill(await folderOf(both), "--space", "SHIP");
    expect(outcome.code, outcome.stderr).toBe(0);
    expect(await pageIds(archive)).toEqual(["SHIP/6000"]);
    expect(reportOf(outcome).skipped).toContainEqual({ file: "a/", weight: "note", reason: "the space LAN: left out by --space" });
  });

  test("a key that none of them has is refused with theirs", async () => {
    const { outcome } = await backfill(await folderOf(both), "--space", "TIDE");
    expect([outcome.code, outcome.stderr]).toEqual([
      2,
      expect.stringMatching(/2 spaces \(LAN in a\/, SHIP in b\/\), none with the key TIDE/),
    ]);
  });
});

test.each<[string, Files]>([
  ["with its key", lamps],
  ["known by its name only", Object.fromEntries(Object.entries(lamps).filter(([path]) => path !== "index.html"))],
])("of two exports of one space, one %s, the newer is read and the other is named with code 3", async (_, again) => {
  const old = Object.fromEntries(
    Object.entries({ ...again, "Oil_5003.html": htmlPage({ title: "Oil" }) }).map(([path, text]) => [
      path,
      String(text).replaceAll("Mar 21, 2024", "Mar 21, 2020"),
    ]),
  );
  const { outcome, archive } = await backfill(await folderOf({ ...below("2020", old), ...below("2024", lamps) }));
  expect(outcome.code, outcome.stderr).toBe(3);
  expect(reportOf(outcome).skipped).toEqual([
    {
      file: "2020/",
      weight: "fault",
      reason: expect.stringMatching(/another export of the space Lantern Guild.*--from, with --space KEY/),
    },
  ]);
  expect(await pageIds(archive)).toEqual(["LAN/5000", "LAN/5001"]);
});

describe("an archive", () => {
  test("beside the export, below the folder that is given, is not read", async () => {
    const inner = await backfill(await folderOf(lamps));
    const stored = Object.fromEntries([...(await contentsOf(inner.archive))].map(([path, text]) => [path, Buffer.from(text, "latin1")]));
    const { outcome, archive } = await backfill(await folderOf({ ...below("export", lamps), ...below("out/archive", stored) }));
    expect(outcome.code, outcome.stderr).toBe(0);
    expect(reportOf(outcome)).toMatchObject({
      pages: { read: 2 },
      skipped: [{ file: "out/archive/", weight: "note", reason: "an archive of minutebook, no export" }],
    });
    expect(await contentsOf(archive)).toEqual(await contentsOf(inner.archive));
  });

  test("is no export itself", async () => {
    const inner = await backfill(await folderOf(lamps));
    const { outcome } = await backfill(inner.archive);
    expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringMatching(/is an archive of minutebook.*`minutebook rebuild`/)]);
  });
});

describe("what is no export of pages is called by its name, with what to do", () => {
  test.each<[string, Files, RegExp]>([
    ["an XML export", { "entities.xml": "<x/>", "exportDescriptor.properties": "" }, /an XML export \(entities\.xml\).*choose HTML/],
    ["zips in a folder", { "a.zip": "PK", "b.zip": "PK" }, /found zips \(a\.zip, b\.zip\)\. Unpack, and give one of them/],
  ])("%s", async (_, files, message) => {
    for (const from of [await folderOf(files), await zipOf(files)]) {
      const { outcome } = await backfill(from);
      expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringMatching(message)]);
      expect(outcome.stderr).toContain(from);
    }
  });
});
