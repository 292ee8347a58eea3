import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { loadConfig } from "../../src/config/index.ts";
import { inFrontOf } from "../sources/confluence/proxy.ts";
import { addLamps, ann, bo, type Desk, desk, guildWiki, minutes, served } from "../sources/confluence/support.ts";
import { contentsOf } from "../sources/support/command-line.ts";
import type { Wiki } from "../support/confluence/index.ts";
import { type JobName, runOf } from "./support/jobs-to-kill.ts";

const dying = fileURLToPath(new URL("support/run-and-die.ts", import.meta.url));

/** Where a run is killed: at one of its own steps, or at a request that the wiki gets of it. */
interface Point {
  readonly job: JobName;
  readonly by: "step" | "request";
  /** The n-th, or the first that begins so. */
  readonly at: number | string;
  readonly signal: "SIGKILL" | "SIGTERM";
}

/** A wiki of its own, so that two children can be killed at once; an archive of it before an edit; and what undisturbed runs make of both. */
interface Lane {
  readonly desk: Desk;
  readonly before: string;
  /** What children have compiled. */
  readonly compiled: string;
  readonly calm: Readonly<Record<JobName, ReadonlyMap<string, string>>>;
  readonly counts: Readonly<Record<JobName, Readonly<Record<Point["by"], number>>>>;
  /** What is done when a request comes. */
  onRequest: () => Promise<void>;
}

function edit(wiki: Wiki): void {
  wiki.edit("5004", "<p>Oil first, then the wick.</p>", { authorId: bo, at: "2024-05-02T09:00:00.000Z" });
  wiki.edit("5000", `<p>Chair: <ac:link><ri:user ri:account-id="${bo}"/></ac:link></p>`, { authorId: ann, at: "2024-05-02T10:00:00.000Z" });
  for (let day = 1; day < 8; day += 1)
    wiki.addPage({
      id: String(7000 + day),
      space: "LAN",
      title: `2024-04-2${day} Meeting`,
      parentId: "5001",
      storage: minutes,
      authorId: ann,
      at: `2024-05-02T1${day}:00:00.000Z`,
    });
}

async function newLane(): Promise<Lane> {
  const wiki = await served({ wiki: addLamps(guildWiki(), 4) });
  const hooks = { onRequest: async (): Promise<void> => undefined };
  let requests = 0;
  const front = await inFrontOf(
    wiki,
    () => null,
    async () => {
      requests += 1;
      await hooks.onRequest();
    },
  );
  const table = await desk(front);
  expect((await table.sync()).code).toBe(0);
  const before = `${table.archive}-before`;
  await cp(table.archive, before, { recursive: true });
  edit(wiki.wiki);
  const calm = { sync: new Map<string, string>(), backfill: new Map<string, string>() };
  const counts = { sync: { step: 0, request: 0 }, backfill: { step: 0, request: 0 } };
  for (const job of ["sync", "backfill"] as const) {
    if (job === "backfill") await rm(table.archive, { recursive: true });
    requests = 0;
    await runOf(job, await loadConfig(table.config), () => {
      counts[job].step += 1;
    });
    counts[job].request = requests;
    calm[job] = await contentsOf(table.archive);
  }
  return Object.assign(hooks, { desk: table, before, compiled: `${table.archive}-compiled`, calm, counts });
}

/** Mulberry32: the same numbers each time, from 1 to `most`. */
function dice(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return 1 + (((mixed ^ (mixed >>> 14)) >>> 0) % most);
  };
}

/** Few steps are of these kinds: chance would miss most of them. */
const rare = ["locked", "resolving", "flushed", "wrote the journal", "journal in place", "moved pages", "journal removed", "unlocked"];

const moments = 50;

function pointsOf(lane: Lane): Point[] {
  const roll = dice(7);
  return Array.from({ length: moments }, (_, index): Point => {
    const job = index % 2 === 0 ? "sync" : "backfill";
    const named = rare[Math.floor(index / 2)];
    // Each fifth is asked to stop, as a container is.
    const signal = index % 5 === 4 ? "SIGTERM" : "SIGKILL";
    if (named !== undefined && index % 2 === Math.floor(index / 2) % 2) return { job, by: "step", at: named, signal: "SIGKILL" };
    const by = roll(3) === 1 ? "request" : "step";
    return { job, by, at: roll(lane.counts[job][by]), signal };
  });
}

/** How a run ended that was killed there. */
async function end(lane: Lane, { job, by, at, signal }: Point): Promise<[number | null, string | null]> {
  const child: ChildProcess = spawn(process.execPath, [dying, lane.desk.config, job, by === "step" ? String(at) : "", signal], {
    stdio: ["ignore", "ignore", "inherit"],
    // Half of what such a child does is to compile what the one before has compiled.
    env: { ...process.env, NODE_COMPILE_CACHE: lane.compiled },
  });
  const ended = once(child, "exit") as Promise<[number | null, string | null]>;
  let requests = 0;
  if (by === "request")
    lane.onRequest = async () => {
      requests += 1;
      if (requests < Number(at)) return;
      // It is never answered.
      child.kill(signal);
      await ended;
    };
  const how = await ended;
  lane.onRequest = async () => undefined;
  return how;
}

async function killAndResume(lane: Lane, point: Point): Promise<void> {
  const { desk: table, before, calm } = lane;
  const what = JSON.stringify(point);
  await rm(table.archive, { recursive: true, force: true });
  if (point.job === "sync") await cp(before, table.archive, { recursive: true });
  const [code, signal] = await end(lane, point);
  if (point.signal === "SIGKILL") expect(signal, what).toBe("SIGKILL");
  // Where files are put into place already, that ends well.
  else expect([0, 1], what).toContain(code);
  await runOf(point.job, await loadConfig(table.config), () => undefined);
  expect(await contentsOf(table.archive), what).toEqual(calm[point.job]);
}

test("killed at any of 50 moments and run again, a sync and a backfill end in the archive of an undisturbed run", {
  timeout: 180_000,
}, async () => {
  const lanes = await Promise.all([newLane(), newLane()]);
  const points = pointsOf(lanes[0]);
  expect(points).toHaveLength(moments);
  const left = [...points];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let point = left.shift(); point !== undefined; point = left.shift()) await killAndResume(lane, point);
    }),
  );
});
