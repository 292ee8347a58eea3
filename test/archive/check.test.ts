import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkArchive } from "../../src/archive/index.ts";
import { newArchivePath, newSampleArchive } from "./support/archives.ts";
import { changeJson, type Json } from "./support/damage.ts";
import { page, rawOf } from "./support/sample.ts";
import { writeLaterSample } from "./support/write-sample.ts";

const changeFile = "changes/2022/orchard-sig-leadership.joined-1a2b3c4d.json";
const meetingFile = "meetings/orchard-sig/2022/2022-03-04-102.json";
const field =
  (name: string, value: unknown) =>
  (record: Json): Json => ({ ...record, [name]: value });

test("a sound archive has no fault, also after records were merged and taken back", async () => {
  const dir = await newSampleArchive();
  const { checked, faults } = await checkArchive(dir);
  expect(faults).toEqual([]);
  // 12 records, 8 indexes, the root, 11 schemas, envelope and body of 3 pages.
  expect(checked).toBe(12 + 8 + 1 + 11 + 6);
  await writeLaterSample(dir);
  expect((await checkArchive(dir)).faults).toEqual([]);
});

test("what people and the contract put beside the records is no stranger", async () => {
  const dir = await newSampleArchive();
  for (const path of [
    ".git/config",
    ".github/workflows/x.yml",
    ".gitattributes",
    "README.md",
    "LICENSE",
    "files/ab/abc",
    "feeds/changes.json",

    "raw/ORCH/101/v2.storage.xml",
    "raw/ORCH/101/v2.json",
  ]) {
    await mkdir(join(dir, path, ".."), { recursive: true });
    await writeFile(join(dir, path), "{}");
  }
  expect((await checkArchive(dir)).faults).toEqual([]);
});

test("paths that differ in case only", async () => {
  const dir = await newSampleArchive();
  await mkdir(join(dir, "raw/orch/101"), { recursive: true });
  await mkdir(join(dir, "raw/ORCH/101"), { recursive: true });
  await writeFile(join(dir, "raw/ORCH/101/v1.json"), "{}");
  await writeFile(join(dir, "raw/ORCH/101/V1.json"), "{}");
  const { faults } = await checkArchive(dir);
  expect(faults).toContainEqual(expect.objectContaining({ path: "raw/ORCH/101/v1.json", rule: "case" }));
});

test("a file that the disk does not give is a fault", async () => {
  const dir = await newSampleArchive();
  await rm(join(dir, changeFile));
  await mkdir(join(dir, changeFile));
  const { faults } = await checkArchive(dir);
  expect(faults).toContainEqual(expect.objectContaining({ path: changeFile, rule: "unreadable" }));
});

test.runIf(process.getuid?.() !== 0)("a folder that may not be listed is a fault", async () => {
  const dir = await newSampleArchive();
  await chmod(join(dir, "pages"), 0o000);
  expect((await checkArchive(dir)).faults).toContainEqual(expect.objectContaining({ rule: "unreadable" }));
  await chmod(join(dir, "pages"), 0o755);
});

test("an unfinished journal is one fault, and a broken one does not stop the check", async () => {
  const dir = await newSampleArchive();
  const onStep = (step: string): void => {
    if (step.startsWith("moved groups/index.json")) throw new Error("stopped here");
  };
  await expect(writeLaterSample(dir, { onStep })).rejects.toThrow("stopped here");
  expect((await checkArchive(dir)).faults).toEqual([expect.objectContaining({ path: ".minutebook/journal.json", rule: "journal" })]);
  await writeFile(join(dir, ".minutebook/journal.json"), "{");
  const { faults } = await checkArchive(dir);
  expect(faults).toContainEqual(expect.objectContaining({ path: ".minutebook/journal.json", rule: "journal" }));
  expect(faults.length).toBeGreaterThan(1);
});

test("faults come sorted by path and rule", async () => {
  const dir = await newSampleArchive();
  await rm(join(dir, "raw/ORCH/101.json"));
  await rm(join(dir, meetingFile));
  await writeFile(join(dir, "groups/orchard-sig.json"), "{}");
  const keys = (await checkArchive(dir)).faults.map((fault) => `${fault.path} ${fault.rule}`);
  expect(keys).toEqual([...keys].sort());
});

test.each([
  ["no folder at all", async () => undefined],
  ["an empty folder", async (dir: string) => void (await mkdir(dir))],
  ["a file", async (dir: string) => writeFile(dir, "x")],
  ["a root that is a list", async (dir: string) => mkdir(dir).then(() => writeFile(join(dir, "minutebook.json"), "[]"))],
  ["a root that is null", async (dir: string) => mkdir(dir).then(() => writeFile(join(dir, "minutebook.json"), "null"))],
  [
    "deep nesting",
    async (dir: string) =>
      mkdir(dir).then(() => writeFile(join(dir, "minutebook.json"), `{"kind":${"[".repeat(50_000)}${"]".repeat(50_000)}}`)),
  ],
])("never throws: %s", async (_, make) => {
  const dir = await newArchivePath();
  await make(dir);
  const { faults } = await checkArchive(dir);
  expect(faults.map((fault) => fault.path)).toContain("minutebook.json");
});

test("a page's raw envelope of a later version is no fault", async () => {
  const dir = await newSampleArchive();
  await changeJson(dir, "raw/ORCH/101.json", () => ({
    ...rawOf(page("101", "Report 2022 H1", "report")).envelope,
    status: "asleep",
    more: 1,
  }));
  expect((await checkArchive(dir)).faults).toEqual([]);
  await changeJson(dir, "raw/ORCH/101.json", field("labels", 1));
  expect((await checkArchive(dir)).faults).toContainEqual(expect.objectContaining({ path: "raw/ORCH/101.json", rule: "raw" }));
  expect(await readFile(join(dir, "raw/ORCH/101.json"), "utf8")).toContain('"labels": 1');
  await rename(join(dir, "raw/ORCH/102.json"), join(dir, "raw/ORCH/102.moved"));
  expect((await checkArchive(dir)).faults.map((fault) => fault.path)).toContain("raw/ORCH/102.moved");
});
