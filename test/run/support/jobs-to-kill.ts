import { backfill } from "../../../src/backfill.ts";
import type { Config } from "../../../src/config/index.ts";
import type { RunReport } from "../../../src/run-report.ts";
import { sync } from "../../../src/sync.ts";

export type JobName = "sync" | "backfill";

/** A run that tells each of its steps: of what it reads and writes, and each that touches the disk. */
export function runOf(job: JobName, config: Config, onStep: (step: string) => void, signal?: AbortSignal): Promise<RunReport> {
  const common = { config, archive: null, asOf: "2024-05-03", dryRun: false };
  const hooks = { onStep, onProgress: (stage: string, done: number) => onStep(`${stage} ${done}.`), ...(signal ? { signal } : {}) };
  if (job === "sync") return sync({ ...common, only: [], full: false, acceptRemovals: null, ...hooks });
  return backfill({ ...common, from: null, space: null, baseUrl: null, history: null, ...hooks });
}
