import { access, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openArchive, startWriting } from "../../src/archive/index.ts";
import { newSampleArchive } from "./support/archives.ts";
import { contentsOf, filesIn } from "./support/contents.ts";
import { writeLaterSample } from "./support/write-sample.ts";

/** An archive whose last run stopped at a step: as after a kill, but in this process. */
async function interruptedAt(step: (name: string) => boolean): Promise<string> {
  const dir = await newSampleArchive();
  const onStep = (name: string): void => {
    if (step(name)) throw new Error("stopped here");
  };
  await expect(writeLaterSample(dir, { onStep })).rejects.toThrow("stopped here");
  return dir;
}

test("a staged file that a power loss has cut short is found out by its hash, and nothing is touched", async () => {
  const dir = await interruptedAt((name) => name === "journal in place");
  const before = await contentsOf(dir);
  const staged = (await filesIn(dir)).filter((path) => path.startsWith(".minutebook/staging/"));
  expect(staged.length).toBeGreaterThan(10);
  await truncate(join(dir, staged[0] ?? ""), 0);
  await expect(startWriting(dir)).rejects.toThrow(/an interrupted run cannot be finished because of .*other content.*Nothing was touched/);
  expect(await contentsOf(dir)).toEqual(before);
  // The lock was given back, and giving the run up works as the message says.
  await rm(join(dir, ".minutebook"), { recursive: true });
  await writeLaterSample(dir);
});

test("a staged file that somebody deleted is named", async () => {
  const dir = await interruptedAt((name) => name === "journal in place");
  await rm(join(dir, ".minutebook/staging"), { recursive: true });
  await expect(startWriting(dir)).rejects.toThrow(/cannot be finished because of .*its new version/);
});

test("a file that was to be deleted and has been changed since is named", async () => {
  const dir = await interruptedAt((name) => name === "journal in place");
  await writeFile(join(dir, "courses/orchard-academy/pruning-basics.json"), "mine");
  await expect(startWriting(dir)).rejects.toThrow(/pruning-basics.json: it was to be deleted, but has been changed since/);
});

test.each([
  ["no JSON", "{"],
  [
    "a path outside of the archive",
    `{"kind":"journal","staging":"000000000000","moves":[{"path":"../../evil","staged":"0","sha256":"${"0".repeat(64)}"}],"removals":[]}`,
  ],
  ["a staging folder elsewhere", '{"kind":"journal","staging":"../../..","moves":[],"removals":[]}'],
])("a journal with %s is an error that says what to do", async (_, text) => {
  const dir = await newSampleArchive();
  await writeFile(join(dir, ".minutebook/journal.json"), text);
  await expect(openArchive(dir)).rejects.toThrow(
    /journal.json is not a journal that this version can read.*delete the file, run `minutebook check`/,
  );
  await expect(startWriting(dir)).rejects.toThrow("journal.json");
  await expect(access(join(dir, ".minutebook/lock"))).rejects.toThrow("ENOENT");
});

test("staging without a journal is dropped by the next run", async () => {
  const dir = await interruptedAt((name) => name === "flushed");
  const before = await contentsOf(dir);
  const writer = await startWriting(dir);
  expect((await filesIn(dir)).filter((path) => path.includes("staging"))).toEqual([]);
  await writer.discard();
  expect(await contentsOf(dir)).toEqual(before);
});

test("a reader reads through a journal", async () => {
  const dir = await interruptedAt((name) => name === "journal in place");
  const reader = await openArchive(dir);
  expect(reader.root()?.asOf).toBe("2022-09-01");
  expect(await reader.read("people/deo-achterberg")).toMatchObject({ id: "people/mira-tolvanen" });
  expect(await reader.read("courses/orchard-academy/pruning-basics")).toBeNull();
  expect(JSON.parse(await readFile(join(dir, "minutebook.json"), "utf8")).asOf).toBe("2022-08-01");
});

test("a reader opened on a journal goes on reading while a run finishes it", async () => {
  const dir = await interruptedAt((name) => name === "journal in place");
  const reader = await openArchive(dir);
  await (await startWriting(dir)).discard();
  expect(await reader.read("groups/orchard-sig")).toMatchObject({ name: "Orchard Special Interest Group" });
  expect(await reader.read("courses/orchard-academy/pruning-basics")).toBeNull();
});

test("minutebook.json is moved last", async () => {
  const dir = await newSampleArchive();
  const steps: string[] = [];
  await writeLaterSample(dir, { onStep: (step) => void steps.push(step) });
  const moves = steps.filter((step) => /^(moved|removed) /.test(step));
  expect(moves.at(-1)).toBe("moved minutebook.json");
  expect(steps.slice(-3)).toEqual(["journal removed", "staging removed", "unlocked"]);
});
