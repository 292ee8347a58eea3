// The order of the stages, and nothing else: sources → pages → extraction → resolution → archive.

import { Fetched } from "./archive/fetched.ts";
import {
  type ArchiveReader,
  type ArchiveWriter,
  assertApart,
  assertPlaceForArchive,
  openExisting,
  openToWrite,
  type RootFacts,
  startWriting,
} from "./archive/index.ts";
import { Spill } from "./archive/spill.ts";
import { InterruptedError } from "./errors.ts";
import { changeFeeds } from "./publish/feeds.ts";
import { latestKnown } from "./records/days.ts";
import { byCodeUnits } from "./records/order.ts";
import { newestDay } from "./resolution/index.ts";
import { readArchivedVideos } from "./run/archived-videos.ts";
import { readEarlierVersions } from "./run/earlier-versions.ts";
import { readArchive } from "./run/read-archive.ts";
import { readSources } from "./run/read-sources.ts";
import { overlaid, withFetched } from "./run/resumed.ts";
import { type IngestOptions, interrupted, Run } from "./run/run.ts";
import { Stages, secondsSince } from "./run/stages.ts";
import { takeOutOfPages } from "./run/take-out.ts";
import { redactionsPath, Withheld } from "./run/withheld.ts";
import { writeRecords } from "./run/write-records.ts";
import type { RunReport } from "./run-report.ts";

export type { IngestOptions, Progress, RunHooks } from "./run/run.ts";

/**
 * Reads sources into an archive: raw pages, all records anew from all raw pages, indexes. Pages of the archive that no source gave stay and
 * count as before.
 * @throws InputError where nothing of any source is readable
 * @throws ConfigError where the archive's folder holds something else, or what is to be read
 * @throws ArchiveError where the archive cannot be read or another run is writing it
 */
export async function ingest(options: IngestOptions): Promise<RunReport> {
  const started = performance.now();
  const stages = new Stages();
  const readsNothing = options.command === "rebuild" || (options.command === "detect" && options.knownBy === undefined);
  if (readsNothing) await openExisting(options.archive);
  for (const path of options.reads ?? []) await assertApart(options.archive, path);
  await assertPlaceForArchive(options.archive);
  const { onStep, onNotice } = options;
  const writer = await startWriting(options.archive, { ...(onStep ? { onStep } : {}), ...(onNotice ? { onNotice } : {}) });
  const spill = await Spill.open(options.archive);
  let isApplying = false;
  let fetched: Fetched | null = null;
  try {
    const reader = await openToWrite(options.archive);
    const withheld = await withhold(options, reader, writer);
    fetched = await Fetched.open(options.archive, JSON.stringify([options.policy, withheld.toText()]));
    const known = await withFetched(await reader.index("pages"), fetched);
    if (fetched.size > 0) onNotice?.(`${fetched.size} pages that an interrupted run had fetched are not asked for again`);
    const run = new Run({ options, reader: overlaid(reader, fetched), onDisk: reader, writer, spill, known, fetched, withheld });
    stages.begin("sources");
    await readSources(run, options.asOf ?? today());
    stages.begin("archive");
    await (options.takeOut ? takeOutOfPages(run) : readArchive(run));
    await readEarlierVersions(run);
    await readArchivedVideos(run);
    run.kept.forget();
    const asOf = options.asOf ?? latestKnown(run.observedOn ?? newestDay(run.entries), reader.root()?.asOf ?? null) ?? today();
    stages.begin("records");
    options.onProgress?.("resolving", 0, null);
    const { leftOut, changes } = await writeRecords(run, asOf);
    const root = rootFacts(run, asOf);
    for (const [path, text] of changeFeeds(root.title, changes)) await writer.file(path, text);
    stages.begin("plan");
    const plan = await writer.plan(root);
    stages.begin("apply");
    run.assertGoing();
    isApplying = true;
    if (!options.dryRun) {
      await writer.apply();
      await fetched.drop();
    }
    const isPartial =
      run.skipped.some((skip) => skip.weight === "fault") ||
      run.holdsRemovals ||
      run.sourceReports.some((source) => source.failure !== null) ||
      Object.keys(run.failedRules).length > 0;
    return {
      command: options.command,
      archive: options.archive,
      dryRun: options.dryRun,
      asOf,
      sources: run.sourceReports,
      pages: { read: run.read, fromArchive: run.fromArchive, versions: run.versions },
      videos: { read: run.readVideos, fromArchive: run.videosFromArchive },
      redactions: run.counts,
      takenOut: run.takenOut,
      skipped: run.skipped,
      leftOut: run.outside === 0 ? leftOut : [...leftOut, { what: "pages older or newer than what was asked for", count: run.outside }],
      failedRules: run.failedRules,
      losses: run.losses,
      plan,
      seconds: secondsSince(started),
      stages: stages.end(),
      exitCode: isPartial ? 3 : 0,
    };
  } catch (error) {
    if (options.signal?.aborted && !isApplying && !(error instanceof InterruptedError)) throw interrupted(error);
    throw error;
  } finally {
    await fetched?.close();
    await spill.close();
    await writer.discard();
  }
}

/** What was taken out for good stays out; what this run takes out is remembered. */
async function withhold(options: IngestOptions, reader: ArchiveReader, writer: ArchiveWriter): Promise<Withheld> {
  const { redactionKey = null, redactions = null, takeOut } = options;
  const before = await Withheld.read(reader, redactions, redactionKey);
  const withheld = takeOut === undefined ? before : before.with(takeOut);
  // What is listed beside a configuration counts as remembered where it is taken out, and in an archive that never had it.
  if (!withheld.isEmpty && (takeOut !== undefined || reader.root() === null)) await writer.file(redactionsPath, withheld.toText());
  return withheld;
}

function rootFacts(run: Run, asOf: string): RootFacts {
  const before = run.reader.root();
  const given = new Map((before?.sources ?? []).map((source) => [`${source.id} ${source.space ?? ""}`, source]));
  for (const source of run.sourceEntries) {
    const key = `${source.id} ${source.space ?? ""}`;
    const old = given.get(key);
    given.set(key, {
      ...source,
      url: source.url ?? old?.url ?? null,
      license: source.license ?? old?.license ?? null,
      attribution: source.attribution ?? old?.attribution ?? null,
      asOf: latestKnown(source.asOf, old?.asOf ?? null),
    });
  }
  const sources = [...given].sort(([a], [b]) => byCodeUnits(a, b)).map(([, source]) => source);
  return { title: run.options.title ?? before?.title ?? run.spaceName ?? "Minutebook", asOf, sources };
}

/** The only clock: live sources, and exports without a single date. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}
