import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, appendFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadConfig } from "../../src/config/index.ts";
import { InterruptedError } from "../../src/errors.ts";
import type { RunHooks } from "../../src/pipeline.ts";
import { sync } from "../../src/sync.ts";
import { inFrontOf } from "../sources/confluence/proxy.ts";
import { ann, type Desk, desk, guildWiki, minutes, served } from "../sources/confluence/support.ts";
import { contentsOf, minutebook } from "../sources/support/command-line.ts";
import type { Loopback, Wiki } from "../support/confluence/index.ts";

const cli = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** Enough pages for several requests with bodies. */
function largeWiki(): Wiki {
  const wiki = guildWiki();
  for (let index = 0; index < 120; index += 1)
    wiki.addPage({
      id: String(6000 + index),
      space: "LAN",
      title: `2023-${String((index % 12) + 1).padStart(2, "0")}-${String((index % 27) + 1).padStart(2, "0")} Meeting ${index}`,
      parentId: "5001",
      storage: minutes,
      authorId: ann,
      at: "2024-03-01T10:00:00.000Z",
    });
  return wiki;
}

/** Requests that bring bodies: of lists, or of one page. */
function bodies(wiki: Loopback): number {
  return wiki.requests.filter(({ query }) => /body/.test(query)).length;
}

async function syncWith({ config }: Desk, hooks: RunHooks) {
  const given = { archive: null, only: [], full: false, acceptRemovals: null, asOf: "2024-05-01", dryRun: false };
  return sync({ config: await loadConfig(config), ...given, ...hooks });
}

describe.each(["SIGTERM", "SIGINT"] as const)("%s", (signal) => {
  test("ends a run that waits for a slow wiki: nothing is half written, no lock is left, the next run goes on", async () => {
    const wiki = await served({ wiki: largeWiki() });
    const calm = await desk(wiki);
    expect((await calm.sync()).code).toBe(0);
    let reached = (): void => undefined;
    const waiting = new Promise<void>((resolve) => {
      reached = resolve;
    });
    let lists = 0;
    const never = new Promise<void>(() => undefined);
    // The second list of bodies never comes.
    const slow = await inFrontOf(
      wiki,
      () => null,
      async (url) => {
        if (!url.includes("body-format")) return;
        lists += 1;
        if (lists !== 2) return;
        reached();
        await never;
      },
    );
    const stopped = await desk(slow);
    const child = spawn(process.execPath, [cli, "sync", "--config", stopped.config, "--as-of", "2024-05-01"], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let told = "";
    child.stderr.on("data", (text: Buffer) => (told += text.toString()));
    const ended = once(child, "exit");
    await waiting;
    child.kill(signal);
    expect(await ended).toEqual([1, null]);
    expect(told).toMatch(new RegExp(`${signal}: stopping[\\s\\S]*stopped before it wrote anything`));
    // Nothing but the work folder, and no lock and no spill in it; the first run of all tells that it was stopped.
    expect(await readdir(stopped.archive)).toEqual([".minutebook"]);
    expect((await readdir(join(stopped.archive, ".minutebook"))).filter((name) => name !== "fetched")).toEqual(["run.json"]);
    expect(JSON.parse(await readFile(join(stopped.archive, ".minutebook/run.json"), "utf8"))).toMatchObject({ state: "interrupted" });
    expect((await stopped.sync()).code).toBe(0);
    const [one, other] = await Promise.all([contentsOf(stopped.archive), contentsOf(calm.archive)]);
    // The two wikis have different addresses.
    const plain = (contents: Map<string, string>): string[] => [...contents.keys()];
    expect(plain(one)).toEqual(plain(other));
  });
});

test("what was fetched before the stop is not asked for again, and the archive is that of an undisturbed run", async () => {
  const wiki = await served({ wiki: largeWiki() });
  const [calm, stopped] = [await desk(wiki), await desk(wiki)];
  await syncWith(calm, {});
  const whole = bodies(wiki);
  wiki.resetLog();
  const stopping = new AbortController();
  const run = syncWith(stopped, {
    signal: stopping.signal,
    onProgress: (stage, done) => void (stage === "reading" && done === 110 && stopping.abort()),
  });
  await expect(run).rejects.toThrow(InterruptedError);
  wiki.resetLog();
  const notices: string[] = [];
  const report = await syncWith(stopped, { onNotice: (message) => notices.push(message) });
  expect(notices).toEqual([expect.stringMatching(/^1\d\d pages that an interrupted run had fetched are not asked for again$/)]);
  // The rest is few enough to be asked for one by one: 125 pages, 110 of them read.
  expect(report.sources[0]?.plan?.fetch).toBeLessThanOrEqual(16);
  expect(bodies(wiki)).toBeLessThanOrEqual(16);
  expect(whole).toBeGreaterThan(2);
  expect(await contentsOf(stopped.archive)).toEqual(await contentsOf(calm.archive));
  // It is in the archive by now.
  await expect(access(join(stopped.archive, ".minutebook/fetched"))).rejects.toThrow("ENOENT");
});

test("older versions that were fetched before the stop are not asked for again either", async () => {
  const guild = guildWiki();
  for (let day = 10; day < 20; day += 1)
    guild.edit("5004", `<p>Oil ${day} times.</p>`, { authorId: ann, at: `2024-04-${day}T10:00:00.000Z` });
  const wiki = await served({ wiki: guild });
  const [calm, stopped] = [await desk(wiki), await desk(wiki)];
  const history = (to: Desk) => minutebook("backfill", "--config", to.config, "--history", "--as-of", "2024-05-01");
  expect((await history(calm)).code).toBe(0);
  const { backfill } = await import("../../src/backfill.ts");
  const stopping = new AbortController();
  let seen = 0;
  const run = backfill({
    from: null,
    config: await loadConfig(stopped.config),
    archive: null,
    space: null,
    baseUrl: null,
    asOf: "2024-05-01",
    dryRun: false,
    history: null,
    signal: stopping.signal,
    onProgress: (stage) => {
      if (stage === "reading") seen += 1;
      if (seen === 12) stopping.abort();
    },
  });
  await expect(run).rejects.toThrow(InterruptedError);
  wiki.resetLog();
  expect((await history(stopped)).code).toBe(0);
  const versions = wiki.requests.filter(({ query }) => /[?&]?version=\d/.test(query));
  expect(versions.length).toBeLessThan(6);
  expect(await contentsOf(stopped.archive)).toEqual(await contentsOf(calm.archive));
});

test("a stop while files are put into place lets that end", async () => {
  const wiki = await served();
  const [calm, stopped] = [await desk(wiki), await desk(wiki)];
  await syncWith(calm, {});
  const stopping = new AbortController();
  const report = await syncWith(stopped, {
    signal: stopping.signal,
    onStep: (step) => void (step === "journal in place" && stopping.abort()),
  });
  expect(report.exitCode).toBe(0);
  expect(await contentsOf(stopped.archive)).toEqual(await contentsOf(calm.archive));
});

test("run.json says that a run was stopped", async () => {
  const wiki = await served();
  const stopped = await desk(wiki);
  await stopped.sync();
  wiki.wiki.edit("5004", "<p>Oil.</p>", { authorId: ann, at: "2024-05-02T10:00:00.000Z" });
  const { recordRun } = await import("../../src/run-file.ts");
  const signal = AbortSignal.abort();
  await expect(
    recordRun({ command: "sync", archive: stopped.archive, file: null, dryRun: false }, () => syncWith(stopped, { signal })),
  ).rejects.toThrow(InterruptedError);
  expect(JSON.parse(await readFile(join(stopped.archive, ".minutebook/run.json"), "utf8"))).toMatchObject({
    state: "interrupted",
    exitCode: 1,
  });
});

describe("what an interrupted run had fetched", () => {
  async function interrupted(wiki: Loopback): Promise<Desk> {
    const made = await desk(wiki);
    const stopping = new AbortController();
    const hooks: RunHooks = {
      signal: stopping.signal,
      onProgress: (stage, done) => void (stage === "reading" && done === 4 && stopping.abort()),
    };
    await expect(syncWith(made, hooks)).rejects.toThrow(InterruptedError);
    return made;
  }

  test("is not believed where it was cut off", async () => {
    const wiki = await served();
    const [calm, cut] = [await desk(wiki), await interrupted(wiki)];
    await syncWith(calm, {});
    const file = join(cut.archive, ".minutebook/fetched");
    const bytes = await readFile(file);
    await writeFile(file, bytes.subarray(0, bytes.length - 10));
    await syncWith(cut, {});
    expect(await contentsOf(cut.archive)).toEqual(await contentsOf(calm.archive));
  });

  test("is not believed where something else stands in the file", async () => {
    const wiki = await served();
    const [calm, cut] = [await desk(wiki), await interrupted(wiki)];
    await syncWith(calm, {});
    await appendFile(join(cut.archive, ".minutebook/fetched"), '{"key":"pages/LAN/5005","bytes":99999}\nno');
    await syncWith(cut, {});
    expect(await contentsOf(cut.archive)).toEqual(await contentsOf(calm.archive));
  });

  test("is not used where other things may be kept by now", async () => {
    const wiki = await served();
    const [kept, cut] = [await desk(wiki), await interrupted(wiki)];
    for (const { config } of [kept, cut]) {
      const text = JSON.parse(await readFile(config, "utf8")) as object;
      await writeFile(config, JSON.stringify({ ...text, privacy: { phones: "keep" } }));
    }
    await syncWith(kept, {});
    await syncWith(cut, {});
    expect(await contentsOf(cut.archive)).toEqual(await contentsOf(kept.archive));
    expect((await cut.page("5002")).markdown).toContain("202 555 0143");
  });

  test("is newer at the wiki by now: then it is asked for again", async () => {
    const wiki = await served();
    const cut = await interrupted(wiki);
    for (const id of ["5000", "5002", "5003", "5004"])
      wiki.wiki.edit(id, "<p>Something else.</p>", { authorId: ann, at: "2024-04-30T10:00:00.000Z" });
    await syncWith(cut, {});
    for (const id of ["5000", "5002", "5003", "5004"]) expect((await cut.page(id)).markdown).toBe("Something else.");
  });
});

test("a lock that is taken over is told, with whose it was and how old it is", async () => {
  const wiki = await served();
  const { archive, sync: run } = await desk(wiki);
  const lock = join(archive, ".minutebook/lock");
  await mkdir(dirname(lock), { recursive: true });
  const startedAt = new Date(Date.now() - 3 * 3600_000).toISOString();
  await writeFile(lock, JSON.stringify({ pid: 2 ** 30, host: hostname(), startedAt, token: "another" }));
  const outcome = await run();
  expect([outcome.code, outcome.stderr]).toEqual([
    0,
    expect.stringMatching(/the lock of a run that is gone \(pid 1073741824, since .*, 3 hours ago\) is taken over/),
  ]);
});
