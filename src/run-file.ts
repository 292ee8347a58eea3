import { mkdir, rename, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { assertApart, assertPlaceForArchive, isArchive, workFolder } from "./archive/index.ts";
import { ConfigError, InputError, InterruptedError, messageOf } from "./errors.ts";
import type { RunReport } from "./run-report.ts";

// run.json: what a run planned, fetched, wrote, left out, asked again and spent, for whoever watches over it. It lies outside of what the archive
// holds: in .minutebook/, which git ignores, or where it is asked for.

export interface RunRecord {
  readonly command: string;
  /** Null where not even that is known. */
  readonly archive: string | null;
  /** Folders and files that the run reads: nothing is written there. */
  readonly reads?: readonly string[];
  /** A file that is asked for; null: `.minutebook/run.json` of the archive, unless nothing may be written. */
  readonly file: string | null;
  readonly dryRun: boolean;
}

/** Carries out a run and writes down what came of it, also of one that failed. */
export async function recordRun(record: RunRecord, work: () => Promise<RunReport>): Promise<RunReport> {
  if (record.file !== null) await refuseNoPlace(record.file);
  const startedAt = new Date();
  return recordFailure(record, async () => {
    const report = await work();
    const place = record.file ?? (report.dryRun || !(await isArchive(report.archive)) ? null : runFileIn(report.archive));
    if (place !== null) await writeWhole(place, { ...runFileOf(report), ...timesOf(startedAt) });
    return report;
  });
}

/** What a run does before it knows all that it needs: where that fails, the run failed. */
export async function recordFailure<T>(record: RunRecord, work: () => Promise<T>): Promise<T> {
  const startedAt = new Date();
  try {
    return await work();
  } catch (error) {
    const place = record.file ?? (await placeOfFailure(record));
    // What went wrong with the run counts more than what goes wrong here.
    if (place !== null) await writeWhole(place, { ...failedRunOf(record, error), ...timesOf(startedAt) }).catch(() => undefined);
    throw error;
  }
}

function runFileIn(archive: string): string {
  return join(archive, workFolder, "run.json");
}

/** Others than these read an archive: a folder that holds none stays as it is. */
const begins: ReadonlySet<string> = new Set(["sync", "backfill"]);

/** Where an archive is, or may come to be. */
async function placeOfFailure({ command, archive, reads = [], dryRun }: RunRecord): Promise<string | null> {
  if (archive === null || dryRun) return null;
  if (await isArchive(archive)) return runFileIn(archive);
  if (!begins.has(command)) return null;
  try {
    await assertPlaceForArchive(archive);
    for (const path of reads) await assertApart(archive, path);
  } catch {
    return null;
  }
  return runFileIn(archive);
}

/** @throws ConfigError before a run of hours, not after it */
async function refuseNoPlace(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found?.isDirectory()) throw new ConfigError(`${file} is a folder: expected the name of a file for the run report`, { file });
}

async function writeWhole(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  // Two runs that fail at once must not write one file.
  const fresh = `${file}.${process.pid}.new`;
  await writeFile(fresh, `${JSON.stringify(value, null, 2)}\n`);
  await rename(fresh, file);
}

function timesOf(startedAt: Date): { startedAt: string; endedAt: string } {
  return { startedAt: startedAt.toISOString(), endedAt: new Date().toISOString() };
}

/** The numbers of a run as one document. The plan's paths are left to `--json`: of a first run there are tens of thousands. */
function runFileOf(report: RunReport): object {
  const { sources, plan, skipped } = report;
  const sum = (count: (source: RunReport["sources"][number]) => number | undefined): number =>
    sources.reduce((total, source) => total + (count(source) ?? 0), 0);
  const written = { added: 0, changed: 0, removed: 0 };
  for (const { before, after } of plan.writes) written[before === null ? "added" : after === null ? "removed" : "changed"] += 1;
  return {
    kind: "run",
    schemaVersion: 1,
    command: report.command,
    archive: report.archive,
    dryRun: report.dryRun,
    state: report.exitCode === 0 ? "ok" : "partial",
    exitCode: report.exitCode,
    error: null,
    asOf: report.asOf,
    seconds: report.seconds,
    stages: report.stages,
    planned: {
      listed: sum(({ plan: planned }) => planned?.listed),
      fetch: sum(({ plan: planned }) => planned?.fetch),
      touch: sum(({ plan: planned }) => planned?.touch),
      gone: sum(({ plan: planned }) => Object.values(planned?.gone ?? {}).reduce((total, count) => total + count, 0)),
      requests: sum(({ plan: planned }) => planned?.requests),
      units: sum(({ plan: planned }) => planned?.units),
    },
    fetched: {
      pages: report.pages.read,
      versions: report.pages.versions,
      videos: report.videos.read,
      bytes: sum(({ spent }) => spent?.bytes),
    },
    fromArchive: { pages: report.pages.fromArchive, videos: report.videos.fromArchive },
    written: { ...written, raw: plan.raw, other: plan.other, records: plan.collections },
    skipped: {
      faults: skipped.filter(({ weight }) => weight === "fault"),
      notes: skipped.filter(({ weight }) => weight === "note"),
      leftOut: report.leftOut,
      failedRules: report.failedRules,
      redactions: report.redactions,
      takenOut: report.takenOut,
    },
    retried: sum(({ spent }) => spent?.retries),
    spent: { requests: sum(({ spent }) => spent?.requests), units: sum(({ spent }) => spent?.units) },
    sources,
  };
}

function failedRunOf({ command, archive }: RunRecord, error: unknown): object {
  const name = error instanceof Error ? error.name : "unknown";
  return {
    kind: "run",
    schemaVersion: 1,
    command,
    archive,
    state: error instanceof InterruptedError ? "interrupted" : "failed",
    exitCode: error instanceof ConfigError || error instanceof InputError ? 2 : 1,
    error: { name, message: messageOf(error) },
  };
}
