import { resolve } from "node:path";
import { backfill, rebuild } from "../backfill.ts";
import { check } from "../check.ts";
import { type Acknowledged, acknowledgedIn, type Config, loadConfig } from "../config/index.ts";
import { detect, isReplay } from "../detect.ts";
import { ConfigError } from "../errors.ts";
import type { Progress } from "../pipeline.ts";
import type { JobState, Problem } from "../publish/job-summary.ts";
import type { RunReport } from "../run-report.ts";
import { sync } from "../sync.ts";
import type { CommandOfAction, Inputs } from "./inputs.ts";
import { secretsOf } from "./secrets.ts";

/** What a command came to. */
export interface Ran {
  readonly archive: string;
  /** Null of a command that writes nothing. */
  readonly report: RunReport | null;
  readonly state: JobState;
  readonly problems: readonly Problem[];
  /** What nobody needs to act on. */
  readonly acknowledged: readonly Acknowledged[];
}

type Outcome = Omit<Ran, "archive" | "acknowledged">;

interface Job {
  readonly inputs: Inputs;
  readonly config: Config | null;
  readonly archive: string;
  readonly onProgress: Progress;
}

/** A command is a row here and a name in `inputs.ts`. */
const jobs: Readonly<Record<CommandOfAction, (job: Job) => Promise<Outcome>>> = {
  sync: async ({ inputs, config, archive, onProgress }) => {
    const { sources: only, full, acceptRemovals, asOf, dryRun } = inputs;
    // The table below says that this command has a configuration.
    return outcomeOf(await sync({ config: config as Config, archive, only, full, acceptRemovals, asOf, dryRun, onProgress }));
  },
  backfill: async ({ inputs, config, archive, onProgress }) => {
    const { asOf, dryRun, history, maxRequests: mostRequests } = inputs;
    const wanted = { from: null, config, archive, space: null, baseUrl: null, asOf, dryRun, mostRequests, onProgress };
    return outcomeOf(await backfill(history === undefined ? wanted : { ...wanted, history }));
  },
  detect: async ({ inputs, config, archive, onProgress }) => {
    const { asOf, dryRun } = inputs;
    // What would have been told on another day is for people to look at, not to commit.
    if (asOf !== null && (await isReplay({ archive, asOf })))
      throw new ConfigError(
        `input "as-of" is ${asOf}, before the archive's own day: look back with the command line, which leaves the archive alone`,
      );
    return outcomeOf(await detect({ archive, config, asOf, out: null, dryRun, onProgress }));
  },
  rebuild: async ({ inputs, archive, onProgress }) => outcomeOf(await rebuild({ archive, dryRun: inputs.dryRun, onProgress })),
  check: async ({ archive }) => {
    const { faults } = await check(archive);
    const problems = faults.map(({ path, message }): Problem => ({ weight: "error", what: path, why: message }));
    return { report: null, state: faults.length > 0 ? "failed" : "ok", problems };
  },
};

const needsConfig: ReadonlySet<CommandOfAction> = new Set(["sync", "backfill", "detect"]);

/**
 * Runs the command. `onSecrets` is called before anything is asked of anybody.
 * @throws MinutebookError as the command does
 */
export async function runJob(inputs: Inputs, onSecrets: (secrets: readonly string[]) => void, onProgress: Progress): Promise<Ran> {
  const config = needsConfig.has(inputs.command) || inputs.archive === null ? await loadConfig(inputs.config) : null;
  if (config !== null) onSecrets(secretsOf(config));
  // One of the two is there: without an archive of its own, the configuration was read.
  const archive = resolve(inputs.archive ?? (config as Config).archive);
  const acknowledged = config === null ? [] : await acknowledgedIn(config);
  return { archive, acknowledged, ...(await jobs[inputs.command]({ inputs, config, archive, onProgress })) };
}

function outcomeOf(report: RunReport): Outcome {
  return { report, state: report.exitCode === 0 ? "ok" : "partial", problems: problemsOf(report) };
}

/** What a run could not read, sources first. What was left out on purpose is none. */
function problemsOf({ sources, skipped, failedRules }: RunReport): Problem[] {
  return [
    ...sources.flatMap(({ id, failure }): Problem[] => (failure === null ? [] : [{ weight: "error", what: `source ${id}`, why: failure }])),
    ...skipped.flatMap(({ weight, file, reason }): Problem[] =>
      weight === "fault" ? [{ weight: "warning", what: file, why: reason }] : [],
    ),
    ...Object.entries(failedRules).map(
      ([rule, count]): Problem => ({
        weight: "warning",
        what: `rule ${rule}`,
        why: `failed on ${count} pages: a bug of minutebook, please report it`,
      }),
    ),
  ];
}
