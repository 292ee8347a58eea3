import { backfill, readPlaces, rebuild } from "../backfill.ts";
import { loadConfig } from "../config/index.ts";
import { ConfigError } from "../errors.ts";
import { createLog, type Log } from "../log.ts";
import type { RunHooks } from "../pipeline.ts";
import { type RunRecord, recordFailure, recordRun } from "../run-file.ts";
import type { RunReport } from "../run-report.ts";
import { preferSmallHeap } from "./memory.ts";
import type { Output } from "./output.ts";
import { progressView } from "./progress.ts";
import { stopOnSignals } from "./signals.ts";
import { summaryOf } from "./summary.ts";

export interface Common {
  readonly json: boolean;
  readonly log: "text" | "json";
  readonly dryRun: boolean;
  /** Where the run report goes; else into `.minutebook/` of the archive. */
  readonly runReport?: string;
}

export interface BackfillArguments extends Common {
  readonly from?: string;
  readonly config?: string;
  readonly archive?: string;
  readonly space?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly baseUrl?: string;
  readonly asOf?: string;
  readonly history?: readonly string[] | null;
  readonly maxRequests?: number;
}

export async function runBackfill(args: BackfillArguments, output: Output): Promise<number> {
  const { from, config: file } = args;
  const config = await recordFailure(recordOf({ ...args, command: "backfill", archive: args.archive ?? null }), async () => {
    if (from !== undefined && file !== undefined)
      throw new ConfigError("--from and --config exclude each other: an export is read on its own, or as the configuration says");
    return file === undefined ? null : loadConfig(file);
  });
  const archive = args.archive ?? config?.archive ?? null;
  const reads = from === undefined ? readPlaces(config?.sources ?? []) : [from];
  return reported({ ...args, command: "backfill", archive, reads }, output, (hooks) =>
    backfill({
      from: args.from ?? null,
      config,
      archive: args.archive ?? null,
      space: args.space ?? null,
      since: args.since ?? null,
      until: args.until ?? null,
      baseUrl: args.baseUrl ?? null,
      asOf: args.asOf ?? null,
      dryRun: args.dryRun,
      ...(args.history === undefined ? {} : { history: args.history }),
      mostRequests: args.maxRequests ?? null,
      ...hooks,
    }),
  );
}

export async function runRebuild(args: Common & { readonly archive: string }, output: Output): Promise<number> {
  return reported({ ...args, command: "rebuild" }, output, (hooks) => rebuild({ archive: args.archive, dryRun: args.dryRun, ...hooks }));
}

interface Reported extends Common, Pick<RunRecord, "command" | "archive" | "reads"> {}

/** What `recordRun` and `recordFailure` must know of a command. */
export function recordOf({ command, archive, reads = [], runReport, dryRun }: Reported): RunRecord {
  return { command, archive, reads, file: runReport ?? null, dryRun };
}

/** Runs, tells what is left out on the way, prints the result, and leaves it in a file. */
export async function reported(args: Reported, output: Output, work: (hooks: RunHooks) => Promise<RunReport>): Promise<number> {
  preferSmallHeap();
  const log = await createLog(args.log, output.stderr);
  const view = progressView(output, log, args.log === "json");
  const stop = stopOnSignals((message) => log.warn(message));
  const hooks = { onProgress: view.onProgress, onNotice: (message: string) => log.info(message), signal: stop.signal };
  const report = await recordRun(recordOf(args), () => work(hooks)).finally(() => {
    stop.end();
    view.end();
  });
  tellSkips(report, log);
  output.stdout.write(args.json ? `${JSON.stringify(report, null, 2)}\n` : summaryOf(report));
  return report.exitCode;
}

function tellSkips(report: RunReport, log: Log): void {
  for (const source of report.sources)
    if (source.failure !== null) log.error(`source ${source.id}: ${source.failure}`, { source: source.id });
  for (const skip of report.skipped) {
    const say = skip.weight === "fault" ? log.warn : log.info;
    say(`${skip.weight === "fault" ? "set aside" : "left out"} ${skip.file}: ${skip.reason}`, { file: skip.file, weight: skip.weight });
  }
}
