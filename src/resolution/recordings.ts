import type { PersonName, RecordingFacts } from "../extraction/index.ts";
import { shortHash } from "../records/ids.ts";
import type { RecordingRecord } from "../records/index.ts";
import type { GroupFinder } from "./group-of-page.ts";
import { mostCommon, type ResolvedGroup } from "./groups.ts";
import { IdBook } from "./id-book.ts";
import type { MeetingDraft } from "./meetings.ts";
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
): { drafts: RecordingDraft[]; furniture: number } {
  const byKey = new Map<string, Sighting[]>();
  const pagesOfSpace = new Map<string, number>();
  for (const entry of entries) {
    pagesOfSpace.set(entry.envelope.space, (pagesOfSpace.get(entry.envelope.space) ?? 0) + 1);
    for (const facts of entry.facts.recordings) {
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
        const agrees = date === null || meeting.facts.date === null || date.value === meeting.facts.date;
        if (meeting.facts.recordings.includes(facts.key) && agrees) connect(draft, meeting);
      }
    }
    if (date === null) continue;
    const groups = new Set(draft.sightings.map(({ entry }) => finder.ofPage(entry)?.name ?? ""));
    for (const group of groups) {
      const sameDay = byGroupDay.get(`${group}\n${date.value}`) ?? [];
      const only = sameDay.length === 1 ? sameDay[0] : undefined;
      if (only) connect(draft, only);
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

const basisRank = ["row", "title", "text around the link"];

/** The date that the best sighting gives. */
function dateOf(draft: RecordingDraft): { value: string; basis: string } | null {
  for (const basis of basisRank) {
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
  previous: readonly RecordingRecord[],
): RecordingRecord[] {
  const old = new Map(previous.map((record) => [record.id, record]));
  return drafts.map((draft) => {
    const first = [...draft.sightings].sort((a, b) => byCodeUnits(a.entry.id, b.entry.id))[0];
    const meetings = meetingsOf.get(draft.id) ?? [];
    const meetingDates = [...new Set(meetings.flatMap((meeting) => meeting.facts.date ?? []))];
    const date =
      dateOf(draft) ?? (meetingDates.length === 1 && meetingDates[0] !== undefined ? { value: meetingDates[0], basis: "meeting" } : null);
    const titles = draft.sightings.flatMap(({ facts }) => facts.title ?? []);
    const group = meetings[0]?.group ?? (first ? finder.ofPage(first.entry) : null);
    const { platform, key, url } = first?.facts ?? { platform: "other" as const, key: "", url: "" };
    const space = first?.entry.envelope.space ?? "";
    return {
      kind: "recording",
      id: draft.id,
      title: titles.length > 0 ? mostCommon(titles) : (meetings[0]?.facts.title ?? key),
      platform,
      key,
      url,
      date: date?.value ?? null,
      dateBasis: date?.basis ?? null,
      publishedAt: null,
      durationSeconds: null,
      presenters: richest(draft.sightings).map((person) => people.ref(person, space)),
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

function richest(sightings: readonly Sighting[]): readonly PersonName[] {
  return sightings.reduce<readonly PersonName[]>(
    (most, { facts }) => (facts.presenters.length > most.length ? facts.presenters : most),
    [],
  );
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
