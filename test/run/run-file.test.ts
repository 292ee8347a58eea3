import { access, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { desk, served } from "../sources/confluence/support.ts";
import { contentsOf, minutebook } from "../sources/support/command-line.ts";
import { tempFolder } from "../sources/support/export-folder.ts";

async function json(file: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(file, "utf8")) as Record<string, unknown>;
}

test("a run leaves what it planned, fetched, wrote and spent, beside the archive's own files", async () => {
  const wiki = await served();
  const { archive, sync } = await desk(wiki);
  expect((await sync()).code).toBe(0);
  const run = await json(join(archive, ".minutebook/run.json"));
  expect(run).toMatchObject({
    kind: "run",
    command: "sync",
    state: "ok",
    exitCode: 0,
    error: null,
    asOf: "2024-05-01",
    planned: { listed: 5, fetch: 5, gone: 0 },
    fetched: { pages: 5, videos: 0, bytes: expect.any(Number) },
    written: { changed: 0, removed: 0, records: { pages: { added: 5 } } },
    skipped: { faults: [] },
    retried: 0,
    spent: { requests: wiki.requests.length },
    sources: [{ id: "wiki", seconds: expect.any(Number) }],
  });
  expect((run.stages as { name: string; seconds: number }[]).map(({ name }) => name)).toEqual([
    "sources",
    "archive",
    "records",
    "plan",
    "apply",
  ]);
  expect(Date.parse(String(run.endedAt))).toBeGreaterThanOrEqual(Date.parse(String(run.startedAt)));
  expect([...(await contentsOf(archive)).keys()].filter((path) => path.includes("run.json"))).toEqual([]);
  // The next one is of the next run.
  await sync();
  expect(await json(join(archive, ".minutebook/run.json"))).toMatchObject({ planned: { fetch: 0 }, written: { added: 0 } });
});

test("a run that failed says why, and one in part what failed", async () => {
  const wiki = await served();
  const { archive, sync } = await desk(wiki);
  await sync();
  wiki.setAccess({ basic: { user: "a", secret: "b" }, isRequired: true });
  expect((await sync()).code).toBe(1);
  expect(await json(join(archive, ".minutebook/run.json"))).toMatchObject({
    command: "sync",
    archive,
    state: "failed",
    exitCode: 1,
    error: { name: "SourceError", message: expect.stringContaining("401") },
  });
});

describe("a first run that fails leaves one where the archive would have been", () => {
  const left = (archive: string): Promise<Record<string, unknown>> => json(join(archive, ".minutebook/run.json"));

  test("where a source fails, and the next run makes the archive there", async () => {
    const wiki = await served();
    const { archive, sync } = await desk(wiki);
    wiki.setAccess({ basic: { user: "a", secret: "b" }, isRequired: true });
    expect((await sync()).code).toBe(1);
    expect(await left(archive)).toMatchObject({ command: "sync", state: "failed", exitCode: 1, error: { name: "SourceError" } });
    wiki.setAccess({});
    expect((await sync()).code).toBe(0);
    expect(await left(archive)).toMatchObject({ state: "ok" });
  });

  test("where the lock is held", async () => {
    const { archive, sync } = await desk(await served());
    await mkdir(join(archive, ".minutebook"), { recursive: true });
    const lock = { pid: process.ppid, host: hostname(), startedAt: new Date().toISOString(), token: "another" };
    await writeFile(join(archive, ".minutebook/lock"), JSON.stringify(lock));
    expect((await sync()).code).toBe(1);
    expect(await left(archive)).toMatchObject({ state: "failed", exitCode: 1, error: { name: "ArchiveError" } });
  });

  test("where the options or the configuration are wrong", async () => {
    const { archive, config, sync } = await desk(await served());
    expect((await sync("--source", "none")).code).toBe(2);
    expect(await left(archive)).toMatchObject({ state: "failed", exitCode: 2, error: { name: "ConfigError" } });
    await writeFile(config, "title: 3");
    for (const command of ["sync", "backfill"]) {
      const other = join(archive, `../by-${command}`);
      expect((await minutebook(command, "--config", config, "--archive", other)).code).toBe(2);
      expect(await left(other)).toMatchObject({
        command,
        state: "failed",
        exitCode: 2,
        error: { message: expect.stringContaining("title") },
      });
      const file = join(archive, `../${command}.json`);
      expect((await minutebook(command, "--config", config, "--run-report", file)).code).toBe(2);
      expect(await json(file)).toMatchObject({ command, archive: null, state: "failed" });
    }
  });

  test("but nowhere in a folder that is no place for one, nor in a dry run", async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, "page.html"), "<p>Mine</p>");
    const { archive, config, sync } = await desk(await served());
    expect((await minutebook("sync", "--config", config, "--archive", folder)).code).toBe(2);
    expect((await minutebook("backfill", "--from", folder, "--archive", join(folder, "archive"))).code).toBe(2);
    expect((await minutebook("rebuild", "--archive", join(folder, "typo"))).code).toBe(2);
    expect(await readdir(folder)).toEqual(["page.html"]);
    expect((await sync("--dry-run", "--source", "none")).code).toBe(2);
    await expect(access(archive)).rejects.toThrow("ENOENT");
  });
});

test("the file may lie elsewhere: then a dry run, and a run without an archive, leave one too", async () => {
  const file = join(await tempFolder(), "reports/run.json");
  const wiki = await served();
  const { archive, sync } = await desk(wiki);
  await sync("--dry-run", "--run-report", file);
  expect(await json(file)).toMatchObject({ dryRun: true, planned: { fetch: 5 } });
  await expect(access(archive)).rejects.toThrow("ENOENT");
  await rm(file);
  await wiki.close();
  const nowhere = join(await tempFolder(), "none");
  expect((await minutebook("backfill", "--from", nowhere, "--archive", archive, "--run-report", file)).code).toBe(2);
  expect(await json(file)).toMatchObject({ command: "backfill", state: "failed", exitCode: 2 });
  await expect(access(archive)).rejects.toThrow("ENOENT");
});

test("a folder in place of the file is told before anything is asked for", async () => {
  const wiki = await served();
  const { sync } = await desk(wiki);
  const outcome = await sync("--run-report", await tempFolder());
  expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringContaining("is a folder")]);
  expect(wiki.requests).toEqual([]);
});
