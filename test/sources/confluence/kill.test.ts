import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { contentsOf } from "../support/command-line.ts";
import { ann, desk, guildWiki, minutes, served } from "./support.ts";

const cli = fileURLToPath(new URL("../../../src/cli/main.ts", import.meta.url));

/** A sync in a process of its own, killed when `until` is over; its exit code, or null where it was killed. */
async function syncUntil(config: string, until: Promise<unknown> | null): Promise<number | null> {
  const child = spawn(process.execPath, [cli, "sync", "--config", config, "--as-of", "2024-05-01"], { stdio: "ignore" });
  const ended = once(child, "exit");
  if (until) void until.then(() => child.kill("SIGKILL"));
  const [code] = (await ended) as [number | null];
  return code;
}

test("a sync that is killed again and again ends in the same archive", { timeout: 60_000 }, async () => {
  const wiki = guildWiki();
  for (let index = 0; index < 120; index += 1)
    wiki.addPage({
      id: String(6000 + index),
      space: "LAN",
      title: `Meeting of 2023-${String((index % 12) + 1).padStart(2, "0")}-${String((index % 27) + 1).padStart(2, "0")} (${index})`,
      parentId: "5000",
      storage: minutes,
      authorId: ann,
      at: "2024-03-01T10:00:00.000Z",
    });
  const confluence = await served({ wiki, latencyMs: 5 });
  const [calm, killed] = [await desk(confluence), await desk(confluence)];
  expect((await calm.sync()).code).toBe(0);
  /** When so many requests came, and some time later: while it lists, reads, writes. */
  const afterRequests = async (count: number, ms: number): Promise<void> => {
    const start = confluence.requests.length;
    for (let waited = 0; confluence.requests.length < start + count && waited < 200; waited += 1) await sleep(10);
    await sleep(ms);
  };
  const codes: (number | null)[] = [];
  for (const [count, ms] of [
    [1, 0],
    [4, 0],
    [5, 40],
    [6, 120],
    [6, 250],
    [6, 320],
  ] as const)
    codes.push(await syncUntil(killed.config, afterRequests(count, ms)));
  expect(codes).toContain(null);
  expect(await syncUntil(killed.config, null)).toBe(0);
  expect(await contentsOf(killed.archive)).toEqual(await contentsOf(calm.archive));
});
