import { cli, runNode } from "./child.ts";
import { median, type Result } from "./result.ts";

const rounds = 21;
const limit = 3;

/** `minutebook --help` of the built program and a Node that does nothing, by turns. */
export function measureStartup(): Result {
  const values: number[] = [];
  const baselines: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const help = runNode([cli, "--help"]).ms;
    const bare = runNode(["-e", "0"]).ms;
    // The first one fills the disk's cache.
    if (round === 0) continue;
    values.push(help);
    baselines.push(bare);
  }
  return {
    name: "minutebook --help",
    unit: "ms",
    value: median(values),
    baseline: median(baselines),
    baselineName: "node -e 0",
    limit,
    values,
    baselines,
  };
}
