import { type ChangeEvent, changeRecords, mergeCandidates } from "../changes/index.ts";
import { isDay } from "../records/edtf.ts";
import { slugOr } from "../records/ids.ts";
import type { Cadence, CourseRecord, GroupRecord, MeetingRecord, PersonRecord, ReportRecord, Term } from "../records/index.ts";
import { resolveCourses } from "./courses.ts";
import { FilesOfPages } from "./files-of-pages.ts";
import { GroupFinder } from "./group-of-page.ts";
import { declaredStatus } from "./group-status.ts";
import { type ResolvedGroup, resolveGroups } from "./groups.ts";
import { IdBook } from "./id-book.ts";
import { resolveLeadership } from "./leadership.ts";
import { draftMeetings, finishMeetings } from "./meetings.ts";
import { PageIndex } from "./page-index.ts";
import { People } from "./people.ts";
import { draftRecordings } from "./recording-drafts.ts";
import { joinRecordings } from "./recording-joins.ts";
import { finishRecordings, groupOfVideo } from "./recordings.ts";
import { resolveReports } from "./reports.ts";
import { resolveStatements } from "./statements.ts";
import {
  byCodeUnits,
  evidenceOf,
  type LeftOut,
  type PageEntry,
  type PreviousRecords,
  type ResolvedRecords,
  sortedEvidence,
} from "./types.ts";
import { evidenceOfPlaylist, noVideos, type VideoInput, Videos } from "./videos.ts";

export { PageIndex } from "./page-index.ts";
export type { People } from "./people.ts";
export type { LeftOut, PageEntry, PageOutline, PreviousRecords, ResolvedRecords } from "./types.ts";
export type { VideoInput } from "./videos.ts";

export interface Resolution {
  readonly records: ResolvedRecords;
  readonly pages: PageIndex;
  readonly people: People;
  /** The id of the group that a page belongs to. */
  readonly groupOfPage: (page: Pick<PageEntry, "id" | "envelope">) => string | null;
  readonly leftOut: readonly LeftOut[];
}

/** Pass 2: what all pages and videos together say. Pure; sees facts, never a body. */
export function resolveRecords(
  input: readonly PageEntry[],
  previous: PreviousRecords,
  asOf: string,
  given: VideoInput = noVideos,
): Resolution {
  const entries = [...input].sort((a, b) => byCodeUnits(a.id, b.id));
  const pages = new PageIndex(entries);
  const ofSpaces = groupsOfSpaces(entries, pages);
  const finder = new GroupFinder(ofSpaces, pages);
  const videos = new Videos(given);
  const groups = [...ofSpaces, ...videos.declareGroups(finder)];
  const isWithin = (group: ResolvedGroup, whole: ResolvedGroup): boolean => isPartOf(group, whole, pages, finder);
  const people = new People();
  for (const entry of entries) notePeople(entry, people);
  const [onlySpace, secondSpace] = new Set(entries.map(({ envelope }) => envelope.space));
  videos.notePeople(people, ({ raw }) => {
    const group = groupOfVideo({ video: { raw } }, { videos, finder, isWithin });
    return group?.space || (secondSpace === undefined ? (onlySpace ?? "") : "");
  });
  people.settle(previous.people, pages);
  const idOfGroup = groupIds(groups, previous.groups, pages, finder, videos);
  const reports = resolveReports(entries, finder, idOfGroup, people, previous.reports);
  const meetingDrafts = draftMeetings(entries, finder, idOfGroup, previous.meetings);
  const files = new FilesOfPages(entries, pages);
  const { drafts: recordingDrafts, furniture } = draftRecordings(entries, videos, previous.recordings, files);
  const joins = joinRecordings(recordingDrafts, meetingDrafts, finder, (draft) => groupOfVideo(draft, { videos, finder, isWithin }));
  const meetings = finishMeetings(meetingDrafts, idOfGroup, people, joins, asOf, previous.meetings);
  const recordings = finishRecordings(recordingDrafts, {
    joins,
    videos,
    finder,
    idOfGroup,
    isWithin,
    people,
    pages,
    entries,
    reports,
    previous: previous.recordings,
  });
  const courses: CourseRecord[] = resolveCourses(entries, previous.courses);
  const events = mergeCandidates(resolveStatements(entries, finder, idOfGroup, people));
  const leadership = resolveLeadership(entries, events, finder, people, (id) => groups.find((group) => idOfGroup(group) === id) ?? null);
  const changes = changeRecords(events, previous.changes, asOf);
  const groupRecords = finishGroups(groups, {
    idOfGroup,
    pages,
    finder,
    videos,
    leadership,
    events,
    reports,
    meetings,
    previous: previous.groups,
    asOf,
  });
  return {
    records: { groups: groupRecords, people: withRoles(people.records(), groupRecords), reports, meetings, recordings, courses, changes },
    pages,
    people,
    groupOfPage: (page) => {
      const group = finder.ofPage(page);
      return group === null ? null : idOfGroup(group);
    },
    leftOut: furniture === 0 ? [] : [{ what: "videos repeated as furniture of pages", count: furniture }],
  };
}

/** Whether a group is the other one, or a part of it, or of a part of it. */
function isPartOf(group: ResolvedGroup, whole: ResolvedGroup, pages: PageIndex, finder: GroupFinder): boolean {
  const seen = new Set<ResolvedGroup>();
  for (let at: ResolvedGroup | null = group; at !== null && !seen.has(at); at = parentOf(at, pages, finder)) {
    if (at === whole) return true;
    seen.add(at);
  }
  return false;
}

function groupsOfSpaces(entries: readonly PageEntry[], pages: PageIndex): ResolvedGroup[] {
  const bySpace = new Map<string, PageEntry[]>();
  for (const entry of entries) {
    const list = bySpace.get(entry.envelope.space);
    if (list) list.push(entry);
    else bySpace.set(entry.envelope.space, [entry]);
  }
  return [...bySpace].flatMap(([space, list]) => resolveGroups(space, list, pages));
}

function notePeople(entry: PageEntry, people: People): void {
  const { space, pageId, renamed } = entry.envelope;
  people.rename(renamed ?? {});
  const evidence = evidenceOf(entry, null);
  for (const editor of [entry.envelope.createdBy, entry.envelope.modifiedBy]) {
    if (editor) people.note([{ name: editor.name, account: editor.accountId }], space, pageId, evidence);
  }
  if (entry.facts.report) people.note(entry.facts.report.authors, space, pageId, evidence);
  for (const meeting of entry.facts.meetings) {
    people.note(meeting.attendees, space, pageId, evidence);
    people.note(meeting.presenters, space, pageId, evidence);
    people.note(
      meeting.actionItems.flatMap((item) => item.owner ?? []),
      space,
      pageId,
      evidence,
    );
  }
  for (const said of entry.facts.statements) people.note([...said.from, ...said.to], space, pageId, evidence);
  for (const recording of entry.facts.recordings) people.note(recording.presenters, space, pageId, evidence);
  for (const { speakers } of entry.facts.transcripts ?? []) people.note(speakers, space, pageId, evidence);
  if (entry.facts.talk) people.note(entry.facts.talk.presenters, space, pageId, evidence);
  people.note(
    entry.facts.terms.map((term) => term.person),
    space,
    pageId,
    evidence,
  );
}

function parentOf(group: ResolvedGroup, pages: PageIndex, finder: GroupFinder): ResolvedGroup | null {
  if (group.isSpaceGroup) return null;
  const home = group.mentions.find((mention) => mention.entry.id === group.homePage)?.entry;
  for (const crumb of [...(home?.envelope.parents ?? [])].reverse()) {
    const id = pages.above(crumb, group.space);
    const above = id === null ? null : finder.byHome(id);
    if (above && above !== group) return above;
  }
  // A group without a page of its own is part of the one whose home lists it.
  const listing = home ? [] : group.mentions.filter(({ entry }) => finder.byHome(entry.id) !== null);
  const over = new Set(listing.map(({ entry }) => finder.byHome(entry.id)));
  const [only] = over;
  if (over.size === 1 && only && only !== group) return only;
  return finder.ofSpace(group.space);
}

/** A name that two groups share carries the parent's: "Steering Committee" says little without. */
function groupIds(
  groups: readonly ResolvedGroup[],
  previous: readonly GroupRecord[],
  pages: PageIndex,
  finder: GroupFinder,
  videos: Videos,
): (group: ResolvedGroup) => string {
  const count = new Map<string, number>();
  for (const group of groups) count.set(slugOr(group.name, group.name), (count.get(slugOr(group.name, group.name)) ?? 0) + 1);
  const claims = groups.map((group) => {
    const own = slugOr(group.name, group.name);
    const parent = parentOf(group, pages, finder);
    const isShared = (count.get(own) ?? 0) > 1;
    const base = isShared ? slugOr(`${parent?.name ?? group.space} ${group.name}`, group.space) : own;
    const home = group.homePage === null ? [] : [`home ${group.homePage}`];
    return {
      keys: [
        ...home,
        ...[group.name, ...group.aliases].map((name) => `name ${group.space} ${name.toLowerCase()}`),
        // It may have been known by its playlist before a page spoke of it.
        ...videos.namesOf(group).map((name) => `name  ${name.toLowerCase()}`),
      ],
      base: `groups/${base}`,
    };
  });
  const book = new IdBook(previous.map((record) => ({ id: record.id, keys: keysOfRecord(record, pages) })));
  const ids = book.assign(claims);
  const byGroup = new Map(groups.map((group, index) => [group, ids[index] ?? claims[index]?.base ?? ""]));
  return (group) => byGroup.get(group) ?? "";
}

/** The same keys for a record as for a group that is read now; its space is that of the pages that speak of it. */
function keysOfRecord(record: GroupRecord, pages: PageIndex): string[] {
  const onPages = pages.spacesOf(record.evidence.flatMap((item) => item.pageId ?? []));
  const spaces = onPages.length > 0 ? onPages : [""];
  const names = [record.name, ...record.aliases].map((name) => name.toLowerCase());
  const home = record.homePage === null ? [] : [`home ${record.homePage}`];
  return [...home, ...spaces.flatMap((space) => names.map((name) => `name ${space} ${name}`))];
}

interface GroupContext {
  readonly idOfGroup: (group: ResolvedGroup) => string;
  readonly pages: PageIndex;
  readonly finder: GroupFinder;
  readonly videos: Videos;
  readonly leadership: ReadonlyMap<ResolvedGroup, Term[]>;
  readonly events: readonly ChangeEvent[];
  readonly reports: readonly ReportRecord[];
  readonly meetings: readonly MeetingRecord[];
  readonly previous: readonly GroupRecord[];
  readonly asOf: string;
}

const maxEvidence = 20;

function finishGroups(groups: readonly ResolvedGroup[], context: GroupContext): GroupRecord[] {
  const old = new Map(context.previous.map((record) => [record.id, record]));
  return groups.map((group) => {
    const id = context.idOfGroup(group);
    const parent = parentOf(group, context.pages, context.finder);
    const reports = context.reports.filter((report) => report.group === id);
    const lastMeetingOn = latest(
      context.meetings
        .filter((meeting) => meeting.group === id && meeting.status !== "canceled" && meeting.status !== "planned")
        .map((meeting) => meeting.date),
      context.asOf,
    );
    const homeId = group.homePage === null ? null : (group.homePage.split("/").at(-1) ?? null);
    const before = old.get(id);
    const aliases = new Set([...group.aliases, ...(before ? [before.name, ...before.aliases] : [])]);
    aliases.delete(group.name);
    return {
      kind: "group",
      id,
      name: group.name,
      aliases: [...aliases].sort(byCodeUnits),
      groupKind: group.kind,
      parent: parent ? context.idOfGroup(parent) : null,
      homePage: group.homePage,
      status: declaredStatus(group, id, context.events),
      activity: { value: "unknown", asOf: null, lastOn: lastMeetingOn, expectedEveryDays: null, learnedFrom: null },
      leadership: context.leadership.get(group) ?? [],
      meetingCadence: latestCadence(reports),
      reportCadence: reportCadenceOf(reports),
      lastMeetingOn,
      lastReportOn: latest(
        reports.map((report) => report.publishedOn ?? report.period?.end ?? null),
        context.asOf,
      ),
      nextReportDue: null,
      playlists: context.videos.playlistsOf(group).map(({ playlistId }) => playlistId),
      formerIds: before?.formerIds ?? [],
      evidence: [
        ...sortedEvidence(
          group.mentions.map(({ entry, mention }) => evidenceOf(entry, mention.witness)),
          homeId,
        ).slice(0, maxEvidence),
        ...context.videos.playlistsOf(group).map(evidenceOfPlaylist),
      ],
    };
  });
}

function latest(dates: readonly (string | null)[], asOf: string): string | null {
  return dates.reduce<string | null>(
    (most, date) => (date !== null && isDay(date) && date <= asOf && (most === null || date > most) ? date : most),
    null,
  );
}

function latestCadence(reports: readonly ReportRecord[]): Cadence | null {
  const dated = reports
    .filter((report) => report.meetingCadence !== null && report.period !== null)
    .sort((a, b) => byCodeUnits(a.period?.end ?? "", b.period?.end ?? ""));
  return dated.at(-1)?.meetingCadence ?? null;
}

/** From the length of the latest period: three months are a quarter, six a half. */
function reportCadenceOf(reports: readonly ReportRecord[]): GroupRecord["reportCadence"] {
  if (reports.length < 2) return null;
  const period = reports
    .flatMap((report) => report.period ?? [])
    .sort((a, b) => byCodeUnits(a.end, b.end))
    .at(-1);
  const months = period
    ? (Number(period.end.slice(0, 4)) - Number(period.start.slice(0, 4))) * 12 +
      Number(period.end.slice(5, 7)) -
      Number(period.start.slice(5, 7)) +
      1
    : 0;
  return months === 1
    ? "monthly"
    : months === 3
      ? "quarterly"
      : months >= 4 && months <= 6
        ? "semiannual"
        : months === 12
          ? "annual"
          : null;
}

function withRoles(people: readonly PersonRecord[], groups: readonly GroupRecord[]): PersonRecord[] {
  const roles = new Map<string, PersonRecord["roles"]>();
  for (const group of groups) {
    for (const term of group.leadership) {
      if (term.person.id === undefined) continue;
      roles.set(term.person.id, [
        ...(roles.get(term.person.id) ?? []),
        { group: group.id, role: term.role, start: term.start, end: term.end },
      ]);
    }
  }
  return people.map((person) => ({
    ...person,
    roles: (roles.get(person.id) ?? []).sort(
      (a, b) => byCodeUnits(a.group, b.group) || byCodeUnits(a.role, b.role) || byCodeUnits(a.start ?? "", b.start ?? ""),
    ),
  }));
}

/** The last day that any page tells of: the as-of date of an export whose footer was cut off. */
export function newestDay(entries: readonly PageEntry[]): string | null {
  return entries.reduce<string | null>((most, entry) => {
    const day = entry.envelope.modifiedOn ?? entry.envelope.createdOn;
    return day !== null && (most === null || day > most) ? day : most;
  }, null);
}
