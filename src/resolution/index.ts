import { archivedEvents, changeRecords, inferChanges, mergeCandidates, muted } from "../changes/index.ts";
import type { DeclaredGroup } from "../records/declared-group.ts";
import type { CourseRecord } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import { resolveCourses } from "./courses.ts";
import { declarationsOf } from "./declarations.ts";
import { FilesOfPages } from "./files-of-pages.ts";
import { groupIds, isPartOf } from "./group-ids.ts";
import type { DeclaredNames } from "./group-keys.ts";
import { GroupFinder } from "./group-of-page.ts";
import { finishGroups } from "./group-records.ts";
import { declaredStatus, isMarkedEnded } from "./group-status.ts";
import { type ResolvedGroup, resolveGroups } from "./groups.ts";
import { keptGroups, keptPeople } from "./kept-records.ts";
import { resolveLeadership } from "./leadership.ts";
import { draftMeetings, finishMeetings } from "./meetings.ts";
import { notePeople, withRoles } from "./named-people.ts";
import { observedLeaders } from "./observed-leaders.ts";
import { PageIndex } from "./page-index.ts";
import { People } from "./people.ts";
import { draftRecordings } from "./recording-drafts.ts";
import { joinRecordings } from "./recording-joins.ts";
import { finishRecordings, groupOfVideo } from "./recordings.ts";
import { resolveReports } from "./reports.ts";
import { withOneSpelling } from "./statement-spellings.ts";
import { resolveStatements } from "./statements.ts";
import type { LeftOut, PageEntry, PreviousRecords, ResolvedRecords } from "./types.ts";
import { noVideos, type VideoInput, Videos } from "./videos.ts";

export { PageIndex } from "./page-index.ts";
export type { People } from "./people.ts";
export type { EarlierState, LeftOut, PageEntry, PageOutline, PreviousRecords, ResolvedRecords } from "./types.ts";
export type { VideoInput } from "./videos.ts";

export interface Resolution {
  readonly records: ResolvedRecords;
  readonly pages: PageIndex;
  readonly people: People;
  /** The id of the group that a page belongs to. */
  readonly groupOfPage: (page: Pick<PageEntry, "id" | "envelope">) => string | null;
  readonly leftOut: readonly LeftOut[];
}

/** What a run knows beside pages and videos. */
export interface Terms {
  /** The day until which a group's sources are known, given them and its space; null where one of them was not read completely. */
  readonly knownUntil: (sources: ReadonlySet<string>, space: string) => string | null;
  readonly groups: readonly DeclaredGroup[];
  /** Ids of reported changes that are known to those whom they concern. */
  readonly acknowledged: ReadonlySet<string>;
  /** Where wikis were before. */
  readonly formerUrls: readonly string[];
}

/** Nothing is declared, and all sources are known until the day. */
function plainTerms(asOf: string): Terms {
  return { knownUntil: () => asOf, groups: [], acknowledged: new Set(), formerUrls: [] };
}

/** Pass 2: what all pages and videos together say. Pure; sees facts, never a body. */
export function resolveRecords(
  input: readonly PageEntry[],
  previous: PreviousRecords,
  asOf: string,
  given: VideoInput = noVideos,
  terms: Terms = plainTerms(asOf),
): Resolution {
  const entries = [...input].sort((a, b) => byCodeUnits(a.id, b.id));
  const pages = new PageIndex(entries, terms.formerUrls);
  const ofSpaces = groupsOfSpaces(
    entries,
    pages,
    terms.groups.map(({ names }) => names),
  );
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
  const stated = mergeCandidates([
    ...withOneSpelling(resolveStatements(entries, finder, idOfGroup, people)),
    ...observedLeaders(entries, finder, idOfGroup, people, asOf),
  ]);
  const declared = declarationsOf(terms.groups);
  const named = new Map(groups.map((group) => [idOfGroup(group), group]));
  const createdOn = new Map(entries.map(({ id, envelope }) => [id, envelope.createdOn]));
  const { events: found, byGroup: inferred } = inferChanges(
    [...named].map(([id, group]) => ({ id, name: group.name, isEnded: isMarkedEnded(declaredStatus(group, id, stated)) })),
    { meetings, recordings, reports },
    stated,
    {
      asOf,
      knownUntil: (sources, { id }) => terms.knownUntil(sources, named.get(id)?.space ?? ""),
      declared: ({ id, name }) => declared(named.get(id) ?? { name, aliases: [] }),
      publishedOn: ({ publishedOn, page }) => publishedOn ?? createdOn.get(page) ?? null,
      previous: previous.groups,
      reported: previous.changes,
    },
  );
  const leadership = resolveLeadership(entries, stated, finder, people, (id) => named.get(id) ?? null);
  const isMuted = muted(previous.changes, terms.acknowledged, asOf);
  const events = found.filter((event) => !isMuted(event));
  const groupRecords = finishGroups(groups, {
    idOfGroup,
    pages,
    finder,
    videos,
    leadership,
    events: events.filter(({ witnesses }) => witnesses.length > 0),
    inferred,
    reports,
    meetings,
    previous: previous.groups,
    asOf,
  });
  const changes = changeRecords([...events, ...archivedEvents(previous.groups, groupRecords)], previous.changes, asOf);
  const allGroups = [...groupRecords, ...keptGroups(groupRecords, previous.groups, changes)];
  const allPeople = [...people.records(), ...keptPeople(people.records(), previous.people, changes)];
  return {
    records: { groups: allGroups, people: withRoles(allPeople, allGroups), reports, meetings, recordings, courses, changes },
    pages,
    people,
    groupOfPage: (page) => {
      const group = finder.ofPage(page);
      return group === null ? null : idOfGroup(group);
    },
    leftOut: [
      { what: "videos repeated as furniture of pages", count: furniture },
      { what: "findings of a kind that is acknowledged", count: found.length - events.length },
    ].filter(({ count }) => count > 0),
  };
}

function groupsOfSpaces(entries: readonly PageEntry[], pages: PageIndex, declared: DeclaredNames): ResolvedGroup[] {
  const bySpace = new Map<string, PageEntry[]>();
  for (const entry of entries) {
    const list = bySpace.get(entry.envelope.space);
    if (list) list.push(entry);
    else bySpace.set(entry.envelope.space, [entry]);
  }
  return [...bySpace].flatMap(([space, list]) => resolveGroups(space, list, pages, declared));
}

/** The last day that any page tells of: the as-of date of an export whose footer was cut off. */
export function newestDay(entries: readonly PageEntry[]): string | null {
  return entries.reduce<string | null>((most, entry) => {
    const day = entry.envelope.modifiedOn ?? entry.envelope.createdOn;
    return day !== null && (most === null || day > most) ? day : most;
  }, null);
}
