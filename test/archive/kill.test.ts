import { spawn } from "node:child_process";
import { cp } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { checkArchive } from "../../src/archive/index.ts";
import { newArchivePath, newSampleArchive } from "./support/archives.ts";
import { contentsOf, filesIn } from "./support/contents.ts";
import { viewOf } from "./support/view.ts";
import { writeLaterSample } from "./support/write-sample.ts";

const child = fileURLToPath(new URL("./support/write-later-and-die.ts", import.meta.url));

/** True where the child killed itself at that step, false where it had no such step. */
async function diesAt(dir: string, step: number): Promise<boolean> {
  const running = spawn(process.execPath, [child, dir, String(step)], { stdio: ["ignore", "ignore", "inherit"] });
  const [code, signal] = await new Promise<[number | null, string | null]>((done) => running.once("exit", (...how) => done(how)));
  if (signal === "SIGKILL") return true;
  expect(code).toBe(0);
  return false;
}

test("killed at any step, an archive reads as entirely old or entirely new, and the next run makes it as if nothing had happened", {
  timeout: 300_000,
}, async () => {
  const old = await newSampleArchive();
  const undisturbed = await newArchivePath();
  await cp(old, undisturbed, { recursive: true });
  const oldContents = await contentsOf(old);
  const oldView = await viewOf(old);
  await writeLaterSample(undisturbed);
  const newContents = await contentsOf(undisturbed);
  const newView = await viewOf(undisturbed);
  const seen: string[] = [];
  for (let step = 1; ; step += 1) {
    const dir = await newArchivePath();
    await cp(old, dir, { recursive: true });
    const died = await diesAt(dir, step);
    // As a reader sees it, before anything is healed.
    const isNew = JSON.stringify(await viewOf(dir)) === JSON.stringify(newView);
    seen.push(isNew ? "new" : "old");
    if (!isNew) expect(await viewOf(dir)).toEqual(oldView);
    // As plain file access sees it: each file whole, old or new, and with an old root nothing but additions to what it names.
    for (const [path, content] of await contentsOf(dir)) expect([oldContents.get(path), newContents.get(path)], path).toContain(content);
    const { faults } = await checkArchive(dir);
    expect(faults.filter((fault) => fault.rule !== "journal")).toEqual([]);
    await writeLaterSample(dir);
    expect(await contentsOf(dir)).toEqual(newContents);
    expect((await filesIn(dir)).filter((path) => path.startsWith(".minutebook/"))).toEqual([]);
    if (!died) break;
  }
  expect(seen.length).toBeGreaterThan(30);
  // Once new, always new: there is one moment at which the archive turns.
  expect(seen.join(" ")).toMatch(/^(old )+(new ?)+$/);
});

test("killed again and again, a little later each time, the archive gets there", { timeout: 300_000 }, async () => {
  const dir = await newSampleArchive();
  const undisturbed = await newArchivePath();
  await cp(dir, undisturbed, { recursive: true });
  await writeLaterSample(undisturbed);
  const views = [JSON.stringify(await viewOf(dir)), JSON.stringify(await viewOf(undisturbed))];
  for (let step = 1; await diesAt(dir, step); step += 3) expect(views).toContain(JSON.stringify(await viewOf(dir)));
  expect(await contentsOf(dir)).toEqual(await contentsOf(undisturbed));
});

test("killed while it writes the very first files, there is still no archive", { timeout: 60_000 }, async () => {
  const dir = await newArchivePath();
  expect(await diesAt(dir, 12)).toBe(true);
  expect((await contentsOf(dir)).size).toBe(0);
});
