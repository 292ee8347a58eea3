import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openArchive, startWriting } from "../../src/archive/index.ts";
import { InternalError, RecordInvalidError } from "../../src/errors.ts";
import { sha256Of } from "../../src/records/canonical-json.ts";
import { newArchivePath, newSampleArchive } from "./support/archives.ts";
import { contentsOf, filesIn, timesOf } from "./support/contents.ts";
import { facts, group, meeting, page, rawOf, report, sample } from "./support/sample.ts";
import { run, writeAll, writeLaterSample, writeSample } from "./support/write-sample.ts";

test("every record lies at its id, beside it the indexes, the schemas, the root and .gitignore", async () => {
  const dir = await newSampleArchive();
  const paths = await filesIn(dir);
  expect(paths.filter((path) => !path.startsWith("schema/") && !path.startsWith("raw/"))).toEqual([
    ".gitignore",
    "changes/2022/orchard-sig-leadership.joined-1a2b3c4d.json",
    "changes/index.json",
    "courses/index.json",
    "courses/orchard-academy/pruning-basics.json",
    "groups/index.json",
    "groups/irrigation-subgroup.json",
    "groups/orchard-sig.json",
    "meetings/index.json",
    "meetings/orchard-sig/2022/2022-03-04-102.json",
    "minutebook.json",
    "pages/ORCH/100.json",
    "pages/ORCH/101.json",
    "pages/ORCH/102.json",
    "pages/index.json",
    "people/deo-achterberg.json",
    "people/index.json",
    "people/mira-tolvanen.json",
    "recordings/index.json",
    "recordings/youtube/abcDEF_-123.json",
    "reports/index.json",
    "reports/orchard-sig/2022-H1.json",
    "state/wiki.json",
  ]);
  expect(paths.filter((path) => path.startsWith("raw/")).slice(0, 2)).toEqual(["raw/ORCH/100.json", "raw/ORCH/100.view.html"]);
  expect(paths.filter((path) => path.startsWith("schema/"))).toHaveLength(11);
  expect(await readFile(join(dir, ".gitignore"), "utf8")).toBe(".minutebook/\n");
});

test("bytes: two-space UTF-8 JSON in the schema's order, hashes from the record to the index to the root", async () => {
  const dir = await newArchivePath();
  const shuffled = Object.fromEntries(Object.entries(group()).reverse()) as ReturnType<typeof group>;
  await run(dir, {}, async (writer) => {
    await writer.record("group", shuffled);
    return writer.plan(facts);
  });
  const text = await readFile(join(dir, "groups/orchard-sig.json"), "utf8");
  expect(text).toBe(`${JSON.stringify(group(), null, 2)}\n`);
  const index = await readFile(join(dir, "groups/index.json"), "utf8");
  expect(JSON.parse(index)).toEqual({
    kind: "index",
    of: "groups",
    records: [{ id: "groups/orchard-sig", title: "Orchard SIG", group: null, date: null, sha256: sha256Of(text) }],
  });
  const root = JSON.parse(await readFile(join(dir, "minutebook.json"), "utf8"));
  expect(root).toMatchObject({
    kind: "minutebook",
    schemaVersion: 1,
    title: "Orchard community",
    asOf: "2022-08-01",
    sources: facts.sources,
  });
  expect(root.collections.groups).toEqual({ count: 1, sha256: sha256Of(index) });
  expect(root.collections.people.count).toBe(0);
});

test("an index tells the group and the date of each kind of record", async () => {
  const reader = await openArchive(await newSampleArchive());
  const told = async (collection: Parameters<typeof reader.index>[0]) =>
    (await reader.index(collection)).map(({ group, date }) => [group, date]);
  expect(await told("groups")).toEqual([
    ["groups/orchard-sig", null],
    [null, null],
  ]);
  expect(await told("people")).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(await told("reports")).toEqual([["groups/orchard-sig", "2022-01-01"]]);
  expect(await told("meetings")).toEqual([["groups/orchard-sig", "2022-03-04"]]);
  expect(await told("recordings")).toEqual([["groups/orchard-sig", "2022-03-04"]]);
  expect(await told("courses")).toEqual([[null, "2022-02"]]);
  expect(await told("changes")).toEqual([["groups/orchard-sig", "2022-08-01"]]);
  expect((await told("pages"))[0]).toEqual([null, "2022-07-25"]);
});

test("a second run over the same input touches no file and leaves no staging", async () => {
  const dir = await newSampleArchive();
  const times = await timesOf(dir);
  const plan = await writeSample(dir, sample(), "2022-12-24");
  expect(plan.writes).toEqual([]);
  expect(plan.asOf).toBe("2022-08-01");
  expect(await timesOf(dir)).toEqual(times);
  expect((await filesIn(dir)).filter((path) => path.startsWith(".minutebook/"))).toEqual([]);
});

test("the as-of date is written together with another change, also of the title or of state", async () => {
  const dir = await newSampleArchive();
  const asOf = async () => (await openArchive(dir)).root()?.asOf;
  await run(dir, {}, (writer) => writer.plan({ ...facts, asOf: "2022-10-01" }));
  expect(await asOf()).toBe("2022-08-01");
  const plan = await run(dir, {}, (writer) => writer.plan({ ...facts, title: "The orchard", asOf: "2022-10-02" }));
  expect(plan.writes.map((write) => write.path)).toEqual(["minutebook.json"]);
  expect(await asOf()).toBe("2022-10-02");
  await run(dir, {}, async (writer) => {
    await writer.file("state/wiki.json", "{}\n");
    return writer.plan({ ...facts, title: "The orchard", asOf: "2022-10-03" });
  });
  expect(await asOf()).toBe("2022-10-03");
});

test("the plan counts what happens to records and lists the writes with hashes, and a discarded run leaves no trace", async () => {
  const dir = await newSampleArchive();
  const before = await contentsOf(dir);
  const writer = await startWriting(dir);
  await writer.record("group", { ...group(), name: "Orchard Group" });
  await writer.record("group", { ...group(), id: "groups/cider" });
  await writer.redirect("people/deo-achterberg", "people/mira-tolvanen");
  await writer.remove("courses/orchard-academy/pruning-basics");
  await writer.rawPage("pages/ORCH/100", rawOf(page("100", "Orchard SIG", "home")));
  await writer.file("raw/youtube/abcDEF_-123.json", "{}\n");
  const plan = await writer.plan(facts);
  expect(plan.collections.groups).toEqual({ added: 1, changed: 1, unchanged: 0, removed: 0, kept: 1, redirected: 0 });
  expect(plan.collections.people).toEqual({ added: 0, changed: 0, unchanged: 0, removed: 0, kept: 1, redirected: 1 });
  expect(plan.collections.courses).toEqual({ added: 0, changed: 0, unchanged: 0, removed: 1, kept: 0, redirected: 0 });
  expect(plan.collections.pages).toMatchObject({ kept: 3 });
  expect(plan.raw).toEqual({ added: 1, changed: 0, unchanged: 2, removed: 0 });
  expect(plan.writes.map((write) => write.path)).toEqual([
    "courses/index.json",
    "courses/orchard-academy/pruning-basics.json",
    "groups/cider.json",
    "groups/index.json",
    "groups/orchard-sig.json",
    "minutebook.json",
    "people/deo-achterberg.json",
    "people/index.json",
    "raw/youtube/abcDEF_-123.json",
  ]);
  const hashOf = (path: string) => sha256Of(before.get(path) ?? "");
  expect(plan.writes).toContainEqual({
    path: "courses/orchard-academy/pruning-basics.json",
    before: hashOf("courses/orchard-academy/pruning-basics.json"),
    after: null,
  });
  expect(plan.writes).toContainEqual({ path: "raw/youtube/abcDEF_-123.json", before: null, after: sha256Of("{}\n") });
  await writer.discard();
  expect(await contentsOf(dir)).toEqual(before);
  expect((await filesIn(dir)).filter((path) => path.startsWith(".minutebook/"))).toEqual([]);
});

test("what a run does not name is kept as it is; unwritten() tells beforehand", async () => {
  const dir = await newSampleArchive();
  await run(dir, {}, async (writer) => {
    await writer.record("group", group());
    expect(writer.unwritten("groups")).toEqual(["groups/irrigation-subgroup"]);
    expect(writer.unwritten("people")).toEqual(["people/deo-achterberg", "people/mira-tolvanen"]);
    await writer.redirect("people/deo-achterberg", "people/mira-tolvanen");
    expect(writer.unwritten("people")).toEqual(["people/mira-tolvanen"]);
    return writer.plan(facts);
  });
  const reader = await openArchive(dir);
  expect((await reader.index("groups")).map((entry) => entry.id)).toEqual(["groups/irrigation-subgroup", "groups/orchard-sig"]);
  expect((await reader.index("people")).map((entry) => entry.id)).toEqual(["people/mira-tolvanen"]);
  expect(JSON.parse(await readFile(join(dir, "people/deo-achterberg.json"), "utf8"))).toEqual({
    kind: "redirect",
    id: "people/deo-achterberg",
    to: "people/mira-tolvanen",
  });
});

test("a page whose body comes in another form leaves no old body behind", async () => {
  const dir = await newSampleArchive();
  await writeLaterSample(dir);
  const raw = (await filesIn(dir)).filter((path) => path.startsWith("raw/ORCH/102"));
  expect(raw).toEqual(["raw/ORCH/102.json", "raw/ORCH/102.storage.xml"]);
});

test("a dry run where there was nothing leaves nothing", async () => {
  const dir = await newArchivePath();
  const writer = await startWriting(dir);
  await writeAll(writer, sample());
  const plan = await writer.plan(facts);
  expect(plan.collections.pages.added).toBe(3);
  await writer.discard();
  await expect(filesIn(dir)).rejects.toThrow("ENOENT");
});

test("a run repairs a record that was changed on the disk", async () => {
  const dir = await newSampleArchive();
  const before = await contentsOf(dir);
  await writeFile(join(dir, "groups/orchard-sig.json"), "{}");
  const plan = await writeSample(dir);
  expect(plan.writes.map((write) => write.path)).toEqual(["groups/orchard-sig.json"]);
  expect(await contentsOf(dir)).toEqual(before);
});

test("lines that people added to .gitignore stay", async () => {
  const dir = await newSampleArchive();
  await writeFile(join(dir, ".gitignore"), "*.tmp");
  await writeSample(dir);
  expect(await readFile(join(dir, ".gitignore"), "utf8")).toBe("*.tmp\n.minutebook/\n");
});

test.each([
  "groups/../../etc/passwd",
  "groups/index",
  "groups/.hidden",
  "groups\\orchard",
  "meetings/orchard-sig/2022-03-04",
  "elsewhere/orchard",
])("a record cannot have the id %s", async (id) => {
  const writer = await startWriting(await newArchivePath());
  await expect(writer.record("group", { ...group(), id })).rejects.toThrow(RecordInvalidError);
  await writer.discard();
});

test("a record cannot lie in the collection of another kind", async () => {
  const writer = await startWriting(await newArchivePath());
  await expect(writer.record("report", { ...report(), id: meeting().id })).rejects.toThrow("a report cannot have the id meetings/");
  await writer.discard();
});

test.each([
  "../outside.txt",
  "raw/../../outside.txt",
  "/etc/passwd",
  "groups/orchard-sig.json",
  "raw",
  "state/a\\b",
  "raw/ORCH/.hidden",
  ".minutebook/journal.json",
])("a file cannot lie at %s", async (path) => {
  const writer = await startWriting(await newArchivePath());
  await expect(writer.file(path, "x")).rejects.toThrow("cannot be a file of the archive");
  await writer.discard();
});

test("two different contents for one path in one run are a bug, not a matter of order", async () => {
  const writer = await startWriting(await newArchivePath());
  await writer.record("group", group());
  await writer.record("group", group());
  await expect(writer.record("group", { ...group(), name: "Other" })).rejects.toThrow(InternalError);
  await writer.discard();
});

test("a redirect that would lead to no record is refused", async () => {
  const writer = await startWriting(await newSampleArchive());
  await writer.redirect("people/deo-achterberg", "people/mira-tolvanen");
  await writer.redirect("people/mira-tolvanen", "people/deo-achterberg");
  await expect(writer.plan(facts)).rejects.toThrow("leads to no record");
  await writer.discard();
});

test("an error of a write in flight comes out at the latest in plan()", async () => {
  const dir = await newArchivePath();
  const writer = await startWriting(dir);
  // A file where the staging folder belongs.
  await writeFile(join(dir, ".minutebook/staging"), "");
  const all = async (): Promise<unknown> => {
    await writeAll(writer, sample());
    return writer.plan(facts);
  };
  await expect(all()).rejects.toThrow(/cannot write .*staging.*run the command again/);
  await writer.discard();
});
