import type { ArchiveReader } from "../archive/index.ts";
import { observedChanges, observedPageChange, type Surroundings } from "../changes/index.ts";
import { RecordInvalidError } from "../errors.ts";
import { readVideo } from "../extraction/index.ts";
import type { ChangeRecord, MinutebookRecord, PageRecord } from "../records/index.ts";
import { type PageOutline, type PreviousRecords, type Resolution, resolveRecords, type VideoInput } from "../resolution/index.ts";
import { pageRecordOf } from "../resolution/page-record.ts";
import { retiredTo } from "../resolution/retire.ts";
import { rememberedGroups, rememberGroups } from "./declared-groups.ts";
import { rememberedFormerUrls, rememberFormerUrls } from "./former-addresses.ts";
import { knownUntilOf } from "./knowledge.ts";
import type { PageDraft, Run } from "./run.ts";
import { hides, previousWithout, withoutHidden } from "./take-out.ts";

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

export interface Written {
  readonly leftOut: Resolution["leftOut"];
  /** The whole log. */
  readonly changes: readonly ChangeRecord[];
}

/** Pass 2: makes records of what all pages and videos say, and writes them. */
export async function writeRecords(run: Run, asOf: string): Promise<Written> {
  const rest = await writeResolved(run, asOf);
  await writePages(run, rest, asOf);
  return { leftOut: rest.leftOut, changes: rest.log };
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

/** The records themselves are let go before the pages are read back: a large archive's weigh as much as all facts did. */
async function writeResolved(run: Run, asOf: string): Promise<Rest> {
  if (run.options.groups) await rememberGroups(run.writer, run.options.groups);
  if (run.options.formerUrls) await rememberFormerUrls(run.writer, run.options.formerUrls);
  const previous = await previousWithout(run, await previousRecords(run.reader));
  const { records, pages, people, leftOut, groupOfPage } = resolveRecords(run.entries, previous, asOf, videoInputOf(run), {
    knownUntil: knownUntilOf(run, asOf),
    groups: run.options.groups ?? (await rememberedGroups(run.reader)),
    formerUrls: run.options.formerUrls ?? (await rememberedFormerUrls(run.reader)),
    acknowledged: new Set((run.options.acknowledged ?? []).flatMap(({ id, until }) => (until >= asOf ? [id] : []))),
  });
  const retired = await withoutHidden(run, retiredTo(previous, records, pages));
  const outlines = run.outlines();
  const living = new Set<string>([...Object.values(records).flat(), ...outlines].map(({ id }) => id));
  const put = putterOf(run, living, retired);
  const names = new Map(records.groups.map(({ id, name }) => [id, name]));
  const told = { asOf, groupName: (id: string): string => names.get(id) ?? id };
  const around = surroundingsOf(run, outlines, told);
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
  const changeOf: Rest["changeOf"] =
    groups && ((before, record) => observedPageChange(before, record, groups.get(record.id) ?? null, told));
  return { outlines, pages, people, leftOut, changeOf, log, put, homes: new Set(records.groups.flatMap((group) => group.homePage ?? [])) };
}

/** What two states are compared by. Null where there is no earlier one, or where all is made anew from the same sources. */
function surroundingsOf(run: Run, outlines: readonly PageOutline[], told: Pick<Surroundings, "asOf" | "groupName">): Surroundings | null {
  const before = run.reader.root()?.asOf ?? null;
  const { command, takeOut } = run.options;
  if (before === null || command === "rebuild" || command === "detect" || takeOut) return null;
  const byPageId = new Map(outlines.map((page) => [page.envelope.pageId, page.envelope]));
  return {
    ...told,
    before,
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
    const former = [...new Set([...record.formerIds, ...(formerIds.get(record.id) ?? [])])]
      .filter((id) => !living.has(id) && !hides(run, id))
      .sort();
    const full = { ...record, formerIds: former };
    try {
      await run.writer.record(full.kind, full as never);
    } catch (error) {
      if (!(error instanceof RecordInvalidError)) throw error;
      run.fault(record.id, error);
    }
  };
}

async function writePages(run: Run, { outlines, put, changeOf, log, ...resolved }: Rest, asOf: string): Promise<void> {
  const total = outlines.length;
  // Each is let go when it is written.
  outlines.reverse();
  for (let page = outlines.pop(), done = 0; page !== undefined; page = outlines.pop()) {
    run.assertGoing();
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
}
