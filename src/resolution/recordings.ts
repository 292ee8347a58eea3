import type { PersonName, RecordingFacts, TalkFacts } from "../extraction/index.ts";
import { shortHash } from "../records/ids.ts";
import type { RecordingRecord } from "../records/index.ts";
import type { FilesOfPages } from "./files-of-pages.ts";
import type { GroupFinder } from "./group-of-page.ts";
import { mostCommon, type ResolvedGroup } from "./groups.ts";
import { IdBook } from "./id-book.ts";
import type { MeetingDraft } from "./meetings.ts";
import type { PageIndex } from "./page-index.ts";
import type { People } from "./people.ts";
import { byCodeUnits, evidenceOf, type PageEntry, sortedEvidence } from "./types.ts";

/** Which recordings belong to which meeting. */
export interface RecordingJoin {
  ofMeeting(meetingId: string): string[];
}

interface Sighting {
  readonly entry: PageEntry;
  readonly facts: RecordingFacts;
}

export interface RecordingDraft {
  readonly id: string;
  readonly sightings: readonly Sighting[];
}

/** One draft per recording, with all pages that link it; what is repeated as a page's furniture is left out and counted. */
export function draftRecordings(
  entries: readonly PageEntry[],
  previous: readonly RecordingRecord[],
  files: FilesOfPages,
): { drafts: RecordingDraft[]; furniture: number } {
  const byKey = new Map<string, Sighting[]>();
  const pagesOfSpace = new Map<string, number>();
  for (const entry of entries) {
    pagesOfSpace.set(entry.envelope.space, (pagesOfSpace.get(entry.envelope.space) ?? 0) + 1);
    for (const told of entry.facts.recordings) {
      const facts = files.named(told, entry.envelope.space);
      const key = `${facts.platform} ${facts.key}`;
      const list = byKey.get(key);
      if (list) list.push({ entry, facts });
      else byKey.set(key, [{ entry, facts }]);
    }
  }
  let furniture = 0;
  const kept: Sighting[][] = [];
  for (const sightings of byKey.values()) {
    if (isFurniture(sightings, pagesOfSpace)) furniture += 1;
    else kept.push(sightings);
  }
  const book = new IdBook(previous.map((record) => ({ id: record.id, keys: [`${record.platform} ${record.key}`] })));
  const ids = book.assign(kept.map(([first]) => ({ keys: [`${first?.facts.platform} ${first?.facts.key}`], base: baseId(first?.facts) })));
  return { drafts: kept.map((sightings, index) => ({ id: ids[index] ?? "", sightings })), furniture };
}

/** A how-to or welcome video in the foot of many pages: linked from many pages of a space, on nearly all of them in the same words. */
function isFurniture(sightings: readonly Sighting[], pagesOfSpace: ReadonlyMap<string, number>): boolean {
  const space = sightings[0]?.entry.envelope.space ?? "";
  const pages = new Set(sightings.map((sighting) => sighting.entry.id)).size;
  if (pages < 8 || pages < (pagesOfSpace.get(space) ?? 0) * 0.04) return false;
  if (sightings.some((sighting) => sighting.facts.date !== null && sighting.facts.witness.rule !== "link")) return false;
  const quotes = sightings.map((sighting) => (sighting.facts.witness.quote ?? "").replace(/\s+/g, " "));
  const common = mostCommon(quotes);
  return quotes.filter((quote) => quote === common).length >= quotes.length * 0.5;
}

function baseId(facts: RecordingFacts | undefined): string {
  if (!facts) return "recordings/other/unknown";
  if (facts.platform === "youtube") return `recordings/youtube/${facts.key}`;
  if (facts.platform === "google-drive") return `recordings/google-drive/${facts.key.slice(facts.key.lastIndexOf("/") + 1)}`;
  if (facts.platform === "confluence") {
    const [, pageId = "0", name = ""] = /^attachments\/(\d+)\/(.*)$/.exec(facts.key) ?? [];
    return `recordings/confluence/${pageId}-${shortHash(name)}`;
  }
  return `recordings/${facts.platform}/${shortHash(facts.key, 12)}`;
}

/**
 * Joins recordings with meetings. A recording is of a meeting whose page shows it as its recording (unless its own date says otherwise), or whose
 * group and date are its own and nobody else's.
 */
export function joinRecordings(
  drafts: readonly RecordingDraft[],
  meetings: readonly MeetingDraft[],
  finder: GroupFinder,
): { join: RecordingJoin; meetingsOf: Map<string, MeetingDraft[]> } {
  const held = meetings.filter((meeting) => meeting.facts.status !== "canceled");
  const byPage = new Map<string, MeetingDraft[]>();
  const byGroupDay = new Map<string, MeetingDraft[]>();
  for (const meeting of held) {
    push(byPage, meeting.entry.id, meeting);
    if (meeting.facts.date !== null) push(byGroupDay, `${meeting.group?.name ?? ""}\n${meeting.facts.date}`, meeting);
  }
  const ofMeeting = new Map<string, Set<string>>();
  const meetingsOf = new Map<string, MeetingDraft[]>();
  const connect = (draft: RecordingDraft, meeting: MeetingDraft): void => {
    const set = ofMeeting.get(meeting.id) ?? new Set<string>();
    ofMeeting.set(meeting.id, set.add(draft.id));
    if (!(meetingsOf.get(draft.id) ?? []).includes(meeting)) push(meetingsOf, draft.id, meeting);
  };
  for (const draft of drafts) {
    const date = dateOf(draft);
    for (const { entry, facts } of draft.sightings) {
      for (const meeting of byPage.get(entry.id) ?? []) {
        const agrees = date === null || meeting.facts.date === null || isSameDay(date.value, meeting.facts.date);
        if (meeting.facts.recordings.includes(facts.key) && agrees) connect(draft, meeting);
      }
    }
    if (date === null) continue;
    const groups = new Set(draft.sightings.map(({ entry }) => finder.ofPage(entry)?.name ?? ""));
    for (const group of groups) {
      // Agenda and notes may be two pages about one meeting.
      for (const meeting of byGroupDay.get(`${group}\n${date.value}`) ?? []) connect(draft, meeting);
    }
  }
  for (const [id, list] of meetingsOf) {
    // A page is copied with the link to the last recording: of several meetings of one group the earliest has it.
    const dated = list.filter((meeting) => meeting.facts.date !== null);
    for (const meeting of dated) {
      const isCopy = dated.some((other) => other.group === meeting.group && (other.facts.date ?? "") < (meeting.facts.date ?? ""));
      if (!isCopy) continue;
      ofMeeting.get(meeting.id)?.delete(id);
      meetingsOf.set(
        id,
        (meetingsOf.get(id) ?? []).filter((kept) => kept !== meeting),
      );
    }
  }
  return { join: { ofMeeting: (id) => [...(ofMeeting.get(id) ?? [])].sort(byCodeUnits) }, meetingsOf };
}

/** A call in the evening is on the next day elsewhere. */
function isSameDay(one: string, other: string): boolean {
  return one === other || (one.length === 10 && other.length === 10 && Math.abs(Date.parse(one) - Date.parse(other)) <= 24 * 3600 * 1000);
}

const basisRank = ["row", "title", "text around the link", "section", "start time in the link", "file name"];

/** The date that the best sighting gives; `before` a basis: only what says more than it. */
function dateOf(draft: RecordingDraft, before?: string): { value: string; basis: string } | null {
  for (const basis of basisRank) {
    if (basis === before) return null;
    const dates = draft.sightings.flatMap(({ facts }) => (facts.date !== null && facts.dateBasis === basis ? [facts.date] : []));
    if (dates.length > 0) return { value: mostCommon(dates), basis };
  }
  return null;
}

export function finishRecordings(
  drafts: readonly RecordingDraft[],
  meetingsOf: ReadonlyMap<string, readonly MeetingDraft[]>,
  finder: GroupFinder,
  idOfGroup: (group: ResolvedGroup) => string,
  people: People,
  pages: PageIndex,
  entries: readonly PageEntry[],
  previous: readonly RecordingRecord[],
): RecordingRecord[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const old = new Map(previous.map((record) => [record.id, record]));
  return drafts.map((draft) => {
    const first = [...draft.sightings].sort((a, b) => byCodeUnits(a.entry.id, b.entry.id))[0];
    const meetings = meetingsOf.get(draft.id) ?? [];
    const meetingDates = [...new Set(meetings.flatMap((meeting) => meeting.facts.date ?? []))];
    const talks = talksOf(draft, pages, byId);
    const talkDates = [...new Set(talks.flatMap((talk) => talk.date ?? []))];
    // A file may have been named on the day of its upload, so what the wiki says comes first.
    const date = dateOf(draft, "file name") ?? onlyOne(meetingDates, "meeting") ?? onlyOne(talkDates, "talk") ?? dateOf(draft);
    const speakers = [draft.sightings.map(({ facts }) => facts.presenters), talks.map((talk) => talk.presenters), ofMeetings(meetings)]
      .map(richest)
      .find((list) => list.length > 0);
    const titles = draft.sightings.flatMap(({ facts }) => facts.title ?? []);
    const group = meetings[0]?.group ?? (first ? finder.ofPage(first.entry) : null);
    const { platform, key, url } = first?.facts ?? { platform: "other" as const, key: "", url: "" };
    const file = first?.entry.envelope.attachments.find(({ href }) => href === url);
    const space = first?.entry.envelope.space ?? "";
    return {
      kind: "recording",
      id: draft.id,
      title: titles.length > 0 ? mostCommon(titles) : (meetings[0]?.facts.title ?? key),
      platform,
      key,
      url: file?.url ?? url,
      date: date?.value ?? null,
      dateBasis: date?.basis ?? null,
      publishedAt: null,
      durationSeconds: null,
      presenters: (speakers ?? []).map((person) => people.ref(person, space)),
      group: group ? idOfGroup(group) : null,
      meetings: meetings.map((meeting) => meeting.id).sort(byCodeUnits),
      playlists: [],
      transcripts: [],
      availability: { value: "unknown", since: null },
      formerIds: old.get(draft.id)?.formerIds ?? [],
      evidence: sortedEvidence(
        draft.sightings.map(({ entry, facts }) => evidenceOf(entry, facts.witness)),
        null,
      ),
    };
  });
}

/** The talks that the recording may be of: that of its page, or of the page that its line names. Other videos on the page of a talk are not of it. */
function talksOf(draft: RecordingDraft, pages: PageIndex, byId: ReadonlyMap<string, PageEntry>): TalkFacts[] {
  return draft.sightings.flatMap(({ entry, facts }) => {
    const { talk, recordings, meetings } = entry.facts;
    const isOwn = meetings.length === 0 && (recordings.length === 1 || talk?.recordings.includes(facts.key));
    const target = facts.about === null ? null : pages.resolve(facts.about, entry.envelope.space);
    const about = target === null ? null : (byId.get(target)?.facts.talk ?? null);
    return [isOwn ? talk : null, about].filter((found): found is TalkFacts => found !== null);
  });
}

function ofMeetings(meetings: readonly MeetingDraft[]): (readonly PersonName[])[] {
  return meetings.map((meeting) => meeting.facts.presenters);
}

function onlyOne(dates: readonly string[], basis: string): { value: string; basis: string } | null {
  const [date] = dates;
  return dates.length === 1 && date !== undefined ? { value: date, basis } : null;
}

function richest(lists: readonly (readonly PersonName[])[]): readonly PersonName[] {
  return lists.reduce<readonly PersonName[]>((most, list) => (list.length > most.length ? list : most), []);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
