import { spawn, spawnSync } from "node:child_process";
import { access, mkdir, readFile, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { startWriting } from "../../src/archive/index.ts";
import { ArchiveError } from "../../src/errors.ts";
import { newArchivePath } from "./support/archives.ts";
import { facts } from "./support/sample.ts";

async function withLock(content: string): Promise<{ dir: string; lock: string }> {
  const dir = await newArchivePath();
  const lock = join(dir, ".minutebook/lock");
  await mkdir(dirname(lock), { recursive: true });
  await writeFile(lock, content);
  return { dir, lock };
}

function holder(pid: number, host = hostname()): string {
  return JSON.stringify({ pid, host, startedAt: "2022-08-01T00:00:00Z", token: "another" });
}

function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

test("a second run is told who writes, and may write when the first has ended", async () => {
  const dir = await newArchivePath();
  const first = await startWriting(dir);
  await expect(startWriting(dir)).rejects.toThrow(ArchiveError);
  await expect(startWriting(dir)).rejects.toThrow(
    new RegExp(`another run \\(pid ${process.pid}, since .*\\) is writing this archive: wait until it has ended; .*delete .*lock`),
  );
  await first.discard();
  await (await startWriting(dir)).discard();
});

test("the lock is given back after apply, too", async () => {
  const dir = await newArchivePath();
  const writer = await startWriting(dir);
  expect(JSON.parse(await readFile(join(dir, ".minutebook/lock"), "utf8"))).toMatchObject({ pid: process.pid, host: hostname() });
  await writer.plan(facts);
  await writer.apply();
  await expect(access(join(dir, ".minutebook/lock"))).rejects.toThrow("ENOENT");
});

test("a lock whose process is gone is taken over", async () => {
  const { dir } = await withLock(holder(deadPid()));
  await (await startWriting(dir)).discard();
});

test("a lock of another process that lives is respected", async () => {
  const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  onTestFinished(() => void other.kill());
  const { dir } = await withLock(holder(other.pid ?? 1));
  await expect(startWriting(dir)).rejects.toThrow(`pid ${other.pid}, since`);
});

test("a lock with our own pid that this process does not hold is one from before a restart", async () => {
  const { dir } = await withLock(holder(process.pid));
  await (await startWriting(dir)).discard();
});

test("a run on another host is believed as long as it touches its lock", async () => {
  const { dir, lock } = await withLock(holder(1, "elsewhere"));
  await expect(startWriting(dir)).rejects.toThrow("(pid 1 on elsewhere, since");
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await utimes(lock, anHourAgo, anHourAgo);
  await (await startWriting(dir)).discard();
});

test("an empty lock is one that is just being made, or was left by a kill", async () => {
  const { dir, lock } = await withLock("");
  await expect(startWriting(dir)).rejects.toThrow(
    /another run is writing this archive: wait until it has ended; a lock that stays empty is taken over after 10 seconds; .*delete .*lock/,
  );
  const aMinuteAgo = new Date(Date.now() - 60_000);
  await utimes(lock, aMinuteAgo, aMinuteAgo);
  await (await startWriting(dir)).discard();
});

test("of many runs that find the same stale lock one gets the archive", async () => {
  const { dir } = await withLock(holder(deadPid()));
  const results = await Promise.allSettled(Array.from({ length: 12 }, () => startWriting(dir)));
  const writers = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  expect(writers).toHaveLength(1);
  await writers[0]?.discard();
});

test("a run whose lock was taken from it does not apply", async () => {
  const dir = await newArchivePath();
  const writer = await startWriting(dir);
  await writer.plan(facts);
  await writeFile(join(dir, ".minutebook/lock"), holder(1));
  await expect(writer.apply()).rejects.toThrow("is no longer ours");
  await expect(access(join(dir, "minutebook.json"))).rejects.toThrow("ENOENT");
});

test("a process that ends without a word gives its lock back", async () => {
  const dir = await newArchivePath();
  const script = `import { startWriting } from ${JSON.stringify(new URL("../../src/archive/index.ts", import.meta.url).href)}; await startWriting(${JSON.stringify(dir)}); process.exit(1);`;
  expect(spawnSync(process.execPath, ["--input-type=module", "-e", script]).status).toBe(1);
  await expect(access(join(dir, ".minutebook/lock"))).rejects.toThrow("ENOENT");
});
