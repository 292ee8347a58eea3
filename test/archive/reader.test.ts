import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openArchive } from "../../src/archive/index.ts";
import { referencesOf } from "../../src/archive/references.ts";
import { ArchiveError } from "../../src/errors.ts";
import { collections } from "../../src/records/index.ts";
import { newArchivePath, newSampleArchive } from "./support/archives.ts";
import { facts, group, page, rawOf, sample } from "./support/sample.ts";
import { collect } from "./support/view.ts";
import { run, writeLaterSample } from "./support/write-sample.ts";

async function changeJson(file: string, change: (value: Record<string, unknown>) => unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(change(JSON.parse(await readFile(file, "utf8"))), null, 2)}\n`);
}

test.each(["missing", "empty"])("a %s folder is an empty archive", async (which) => {
  const dir = await newArchivePath();
  if (which === "empty") await mkdir(dir);
  const reader = await openArchive(dir);
  expect(reader.root()).toBeNull();
  for (const collection of collections) expect(await reader.index(collection)).toEqual([]);
  expect(await collect(reader.rawPages())).toEqual([]);
  expect(await collect(reader.records("groups"))).toEqual([]);
  expect(await reader.read("groups/orchard-sig")).toBeNull();
});

test("reads what was written: records, raw pages, other files", async () => {
  const reader = await openArchive(await newSampleArchive());
  expect(reader.root()).toMatchObject(facts);
  const first = sample();
  for (const collection of collections) {
    const expected = first.records
      .filter((record) => record.id.startsWith(`${collection}/`))
      .sort((one, two) => (one.id < two.id ? -1 : 1));
    expect(await collect(reader.records(collection))).toEqual(expected);
  }
  expect(await reader.read("groups/orchard-sig")).toEqual(group());
  expect(await collect(reader.rawPages())).toEqual([
    { space: "ORCH", pageId: "100" },
    { space: "ORCH", pageId: "101" },
    { space: "ORCH", pageId: "102" },
  ]);
  const raw = first.raw.get("pages/ORCH/101");
  expect(await reader.rawEnvelope("ORCH", "101")).toEqual(raw?.envelope);
  expect(await reader.rawBody("ORCH", "101", "view.html")).toBe(raw?.body);
  expect(await reader.rawBody("ORCH", "101", "storage.xml")).toBeNull();
  expect(await reader.rawEnvelope("ORCH", "999")).toBeNull();
  expect(await reader.text("state/wiki.json")).toContain("2022-08-01");
});

test.each(["../../etc/passwd", "groups/../minutebook", "groups/index", "nothing", "", "elsewhere/x"])(
  "%j is the id of no record",
  async (id) => {
    const reader = await openArchive(await newSampleArchive());
    expect(await reader.read(id)).toBeNull();
  },
);

test("raw files and texts are read inside the archive only", async () => {
  const dir = await newSampleArchive();
  await writeFile(join(dir, "../secret.json"), JSON.stringify(rawOf(page("1", "Secret", "other")).envelope));
  const reader = await openArchive(dir);
  expect(await reader.rawEnvelope("..", "../secret")).toBeNull();
  expect(await reader.text("../secret.json")).toBeNull();
});

test("a redirect leads to its record", async () => {
  const dir = await newSampleArchive();
  await writeLaterSample(dir);
  const reader = await openArchive(dir);
  expect(await reader.read("people/deo-achterberg")).toMatchObject({ kind: "person", id: "people/mira-tolvanen" });
});

test("redirects in a circle are an error, not an endless loop", async () => {
  const dir = await newSampleArchive();
  const redirect = (id: string, to: string) => writeFile(join(dir, `${id}.json`), JSON.stringify({ kind: "redirect", id, to }));
  await redirect("people/a", "people/b");
  await redirect("people/b", "people/a");
  await expect((await openArchive(dir)).read("people/a")).rejects.toThrow(/redirects lead nowhere \(people\/a → people\/b → people\/a/);
});

test("a record of a later minor version is readable: more fields, more values", async () => {
  const dir = await newSampleArchive();
  await changeJson(join(dir, "groups/orchard-sig.json"), (value) => ({
    ...value,
    groupKind: "guild",
    motto: "Grow",
    status: { value: "resting", since: null, basis: null, more: 1 },
  }));
  await changeJson(join(dir, "changes/2022/orchard-sig-leadership.joined-1a2b3c4d.json"), (value) => ({
    ...value,
    type: "group.moved",
    to: [{ name: "Mira Tolvanen", id: "people/mira-tolvanen", pronouns: "she" }],
  }));
  await changeJson(join(dir, "minutebook.json"), (value) => ({ ...value, newField: true }));
  const reader = await openArchive(dir);
  expect(await reader.read("groups/orchard-sig")).toMatchObject({ groupKind: "guild", motto: "Grow" });
  expect(await collect(reader.records("changes"))).toMatchObject([{ type: "group.moved" }]);
});

test("a page of before comments were read is readable", async () => {
  const dir = await newSampleArchive();
  await changeJson(join(dir, "pages/ORCH/100.json"), ({ comments: _, ...value }) => value);
  const found = await (await openArchive(dir)).read("pages/ORCH/100");
  expect(found).toMatchObject({ kind: "page", commentCount: null });
  expect(found?.kind === "page" ? referencesOf(found).map(({ field }) => field) : []).toContain("createdBy");
});

test("an archive of a later schema version is refused with what to do", async () => {
  const dir = await newSampleArchive();
  await changeJson(join(dir, "minutebook.json"), (value) => ({ ...value, schemaVersion: 2 }));
  await expect(openArchive(dir)).rejects.toThrow(ArchiveError);
  await expect(openArchive(dir)).rejects.toThrow(/has schemaVersion 2, this minutebook reads up to 1: .*update/);
});

test.each([
  ["minutebook.json", "{", /minutebook.json is not JSON .*minutebook check/],
  [
    "minutebook.json",
    '{"kind":"minutebook","schemaVersion":"1"}',
    /minutebook.json is not what was written: schemaVersion.*minutebook check/,
  ],
  ["groups/index.json", "[]", /groups\/index.json is not what was written.*minutebook check/],
  [
    "groups/index.json",
    `{"kind":"index","of":"groups","records":[{"id":"people/x","title":"","group":null,"date":null,"sha256":"${"0".repeat(64)}"}]}`,
    /"people\/x" is not the id of one of the groups/,
  ],
  ["groups/orchard-sig.json", "{", /groups\/orchard-sig.json is not JSON .*minutebook check/],
  ["groups/orchard-sig.json", '{"kind":"group"}', /groups\/orchard-sig.json is not what was written: id: /],
  ["groups/orchard-sig.json", JSON.stringify({ ...group(), kind: "person" }), /kind: /],
  [
    "groups/orchard-sig.json",
    JSON.stringify({ ...group(), id: "groups/other" }),
    /its id is "groups\/other", but its path means "groups\/orchard-sig"/,
  ],
  [
    "groups/orchard-sig.json",
    '{"kind":"redirect","id":"groups/orchard-sig","to":"groups/irrigation-subgroup"}',
    /the index lists it as a record, but it is a redirect/,
  ],
])("a broken %s is named (%#)", async (path, text, message) => {
  const dir = await newSampleArchive();
  await writeFile(join(dir, path), text);
  const readAll = async (): Promise<unknown> => collect((await openArchive(dir)).records("groups"));
  await expect(readAll()).rejects.toThrow(ArchiveError);
  await expect(readAll()).rejects.toThrow(message);
});

test.each(["groups/index.json", "groups/orchard-sig.json"])("a missing %s is named", async (path) => {
  const dir = await newSampleArchive();
  await rm(join(dir, path));
  await expect(collect((await openArchive(dir)).records("groups"))).rejects.toThrow(
    new RegExp(`${path} is missing, but .*minutebook check`),
  );
});

test("who stops reading early is not bothered by what would have come", async () => {
  const dir = await newSampleArchive();
  await run(dir, {}, (writer) => writer.plan(facts));
  await writeFile(join(dir, "pages/ORCH/102.json"), "{");
  for await (const page of (await openArchive(dir)).records("pages")) {
    expect(page.id).toBe("pages/ORCH/100");
    break;
  }
});
