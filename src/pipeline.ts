// The order of the stages, and nothing else: sources → pages → extraction → resolution → archive.
import { type ArchiveReader, assertApart, assertPlaceForArchive, openArchive, type RootFacts, startWriting } from "./archive/index.ts";
import { Spill } from "./archive/spill.ts";
import { observedChanges, observedPageChange, type Surroundings } from "./changes/index.ts";
import { InputError, RecordInvalidError } from "./errors.ts";
import { readVideo } from "./extraction/index.ts";
import { changeFeeds } from "./publish/feeds.ts";
import type { ChangeRecord, MinutebookRecord, PageRecord } from "./records/index.ts";
import { newestDay, type PageOutline, type PreviousRecords, type Resolution, resolveRecords, type VideoInput } from "./resolution/index.ts";
import { pageRecordOf } from "./resolution/page-record.ts";
import { retiredTo } from "./resolution/retire.ts";
import { readArchivedVideos } from "./run/archived-videos.ts";
import { readArchive } from "./run/read-archive.ts";
import { readSources } from "./run/read-sources.ts";
import { type IngestOptions, type PageDraft, Run } from "./run/run.ts";
import type { RunReport } from "./run-report.ts";

export type { IngestOptions, Progress } from "./run/run.ts";

/**
 * Reads sources into an archive: raw pages, all records anew from all raw pages, indexes. Pages of the archive that no source gave stay and
 * count as before.
 * @throws InputError where nothing of any source is readable
 * @throws ConfigError where the archive's folder holds something else, or what is to be read
 * @throws ArchiveError where the archive cannot be read or another run is writing it
 */
export async function ingest(options: IngestOptions): Promise<RunReport> {
  const started = performance.now();
  if (options.command === "rebuild" && (await openArchive(options.archive)).root() === null) {
    throw new InputError(
      `${options.archive} holds no archive (no minutebook.json): expected the folder of one; check the name after --archive`,
    );
  }
  for (const path of options.reads ?? []) await assertApart(options.archive, path);
  await assertPlaceForArchive(options.archive);
  const writer = await startWriting(options.archive, options.onStep ? { onStep: options.onStep } : {});
  const spill = await Spill.open(options.archive);
  try {
    const reader = await openArchive(options.archive);
    const known = new Map((await reader.index("pages")).map((entry) => [entry.id, entry]));
    const run = new Run(options, reader, writer, spill, known);
    await readSources(run, options.asOf ?? today());
    await readArchive(run);
    await readArchivedVideos(run);
    run.kept.forget();
    const asOf = options.asOf ?? later(run.observedOn ?? newestDay(run.entries), reader.root()?.asOf ?? null) ?? today();
    options.onProgress?.("resolving", 0, null);
    const rest = await writeRecords(run, asOf);
    const leftOut = await writePages(run, rest, asOf);
    const root = rootFacts(run, asOf);
    for (const [path, text] of changeFeeds(root.title, rest.log)) await writer.file(path, text);
    const plan = await writer.plan(root);
    if (!options.dryRun) await writer.apply();
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
      skipped: run.skipped,
      leftOut,
      failedRules: run.failedRules,
      losses: run.losses,
      plan,
      seconds: Math.round(performance.now() - started) / 1000,
      exitCode: isPartial ? 3 : 0,
    };
  } finally {
    await spill.close();
    await writer.discard();
  }
}

/** The facts of all videos; a rule that failed on one is counted as on pages. */
function videoInputOf(run: Run): VideoInput {
  const videos = [...run.videos.values()].map((raw) => ({ raw, facts: readVideo(raw) }));
  for (const { rule } of videos.flatMap(({ facts }) => facts.failures)) run.failedRules[rule] = (run.failedRules[rule] ?? 0) + 1;
  return { videos, playlists: [...run.playlists.values()] };
}

async function previousRecords(reader: ArchiveReader): Promise<PreviousRecords> {
  return {
    groups: await Array.fromAsync(reader.records("groups")),
    people: await Array.fromAsync(reader.records("people")),
    reports: await Array.fromAsync(reader.records("reports")),
    meetings: await Array.fromAsync(reader.records("meetings")),
    recordings: await Array.fromAsync(reader.records("recordings")),
    courses: await Array.fromAsync(reader.records("courses")),
    changes: await Array.fromAsync(reader.records("changes")),
  };
}

/** What is left to know when all records are written but those of pages. */
interface Rest extends Pick<Resolution, "pages" | "people" | "leftOut"> {
  readonly outlines: PageOutline[];
  /** Home pages of groups. */
  readonly homes: ReadonlySet<string>;
  /** A page that left or came back is a change; null in a run that compares nothing. */
  readonly changeOf: ((before: PageRecord["status"], record: PageRecord) => ChangeRecord | null) | null;
  /** All changes, to which those of pages are added. */
  readonly log: ChangeRecord[];
  readonly put: (record: MinutebookRecord) => Promise<void>;
}

/** Pass 2. The records themselves are let go before the pages are read back: a large archive's weigh as much as all facts did. */
async function writeRecords(run: Run, asOf: string): Promise<Rest> {
  const previous = await previousRecords(run.reader);
  const { records, pages, people, leftOut, groupOfPage } = resolveRecords(run.entries, previous, asOf, videoInputOf(run));
  const retired = retiredTo(previous, records, pages);
  const outlines = run.outlines();
  const living = new Set<string>([...Object.values(records).flat(), ...outlines].map(({ id }) => id));
  const put = putterOf(run, living, retired);
  const around = surroundingsOf(run, records, outlines, asOf);
  const observed = around === null ? [] : observedChanges(previous, records, around);
  for (const list of [records.groups, records.people, records.meetings, records.recordings, records.courses, records.changes])
    for (const record of list) await put(record);
  const reported = new Set(records.changes.map(({ id }) => id));
  const log = [...records.changes];
  for (const change of observed.filter(({ id }) => !reported.has(id))) {
    log.push(change);
    await put(change);
  }
  for (const report of records.reports) {
    const place = run.drafts.get(report.page);
    const draft = place ? ((await run.spill.get(place)) as PageDraft) : null;
    await put({ ...report, sections: draft?.sections ?? report.sections });
  }
  for (const [from, to] of retired) await run.writer.redirect(from, to);
  // By id alone: who finds groups holds all facts.
  const groups = around === null ? null : new Map(outlines.map((page) => [page.id, groupOfPage(page)]));
  const names = new Map(records.groups.map(({ id, name }) => [id, name]));
  const told = { asOf, groupName: (id: string): string => names.get(id) ?? id };
  const changeOf: Rest["changeOf"] =
    groups && ((before, record) => observedPageChange(before, record, groups.get(record.id) ?? null, told));
  return { outlines, pages, people, leftOut, changeOf, log, put, homes: new Set(records.groups.flatMap((group) => group.homePage ?? [])) };
}

/** What two states are compared by. Null where there is no earlier one, or where all is made anew from the same sources. */
function surroundingsOf(run: Run, records: Resolution["records"], outlines: readonly PageOutline[], asOf: string): Surroundings | null {
  const before = run.reader.root()?.asOf ?? null;
  if (before === null || run.options.command === "rebuild") return null;
  const names = new Map(records.groups.map(({ id, name }) => [id, name]));
  const byPageId = new Map(outlines.map((page) => [page.envelope.pageId, page.envelope]));
  return {
    before,
    asOf,
    groupName: (id) => names.get(id) ?? id,
    page: (pageId) => {
      const envelope = byPageId.get(pageId);
      if (envelope === undefined) return null;
      const { createdOn, modifiedOn, status } = envelope;
      return { createdOn, isCurrent: status === "current", hasChanged: (modifiedOn ?? createdOn ?? "") >= before };
    },
  };
}

/** Writes a record with the ids that lead to it. One that does not fit its schema is a fault of the run, and not its end. */
function putterOf(run: Run, living: ReadonlySet<string>, retired: ReadonlyMap<string, string>): Rest["put"] {
  const formerIds = new Map<string, string[]>();
  for (const [from, to] of retired) formerIds.set(to, [...(formerIds.get(to) ?? []), from]);
  return async (record) => {
    // An id that lives again, as that of somebody who left a page and came back, leads nowhere else.
    const former = [...new Set([...record.formerIds, ...(formerIds.get(record.id) ?? [])])].filter((id) => !living.has(id)).sort();
    const full = { ...record, formerIds: former };
    try {
      await run.writer.record(full.kind, full as never);
    } catch (error) {
      if (!(error instanceof RecordInvalidError)) throw error;
      run.fault(record.id, error);
    }
  };
}

async function writePages(
  run: Run,
  { outlines, put, changeOf, log, leftOut, ...resolved }: Rest,
  asOf: string,
): Promise<Resolution["leftOut"]> {
  const total = outlines.length;
  // Each is let go when it is written.
  outlines.reverse();
  for (let page = outlines.pop(), done = 0; page !== undefined; page = outlines.pop()) {
    const place = run.drafts.get(page.id);
    if (!place) continue;
    const draft = (await run.spill.get(place)) as PageDraft;
    const before = run.known.has(page.id) ? ((await run.reader.read(page.id)) as PageRecord | null) : null;
    const old = before?.kind === "page" ? before : null;
    const record = pageRecordOf(page, draft, resolved, old, asOf);
    await put(record);
    const change = old === null ? null : (changeOf?.(old.status, record) ?? null);
    if (change !== null) {
      log.push(change);
      await put(change);
    }
    done += 1;
    run.options.onProgress?.("writing", done, total);
  }
  return leftOut;
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
    });
  }
  const sources = [...given].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, source]) => source);
  return { title: run.options.title ?? before?.title ?? run.spaceName ?? "Minutebook", asOf, sources };
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/** The only clock: live sources, and exports without a single date. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}
