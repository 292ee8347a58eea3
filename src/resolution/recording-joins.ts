import type { RecordingRecord, ReportRecord } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import type { GroupFinder } from "./group-of-page.ts";
import type { ResolvedGroup } from "./groups.ts";
import type { MeetingDraft } from "./meetings.ts";
import { dateOfSightings, type RecordingDraft } from "./recording-drafts.ts";

type Confidence = RecordingRecord["joins"][number]["confidence"];

/** Why a recording is of a meeting. */
interface Join {
  readonly meeting: MeetingDraft;
  readonly rule: string;
  readonly confidence: Confidence;
}

/** Which recordings belong to which meeting, and why. */
export class RecordingJoins {
  readonly #ofMeeting = new Map<string, Map<string, RecordingDraft>>();
  readonly #joins = new Map<string, Join[]>();

  /** The first rule that joins two counts. */
  add(draft: RecordingDraft, meeting: MeetingDraft, rule: string, confidence: Confidence): void {
    const joins = this.#joins.get(draft.id) ?? [];
    this.#joins.set(draft.id, joins);
    if (joins.some((join) => join.meeting === meeting)) return;
    joins.push({ meeting, rule, confidence });
    this.#ofMeeting.set(meeting.id, (this.#ofMeeting.get(meeting.id) ?? new Map()).set(draft.id, draft));
  }

  /** A page is copied with the link to the last recording: of several meetings of one group the earliest has it. */
  dropCopies(): void {
    for (const [id, joins] of this.#joins) {
      const dated = joins.map(({ meeting }) => meeting).filter((meeting) => meeting.facts.date !== null);
      const isCopy = (meeting: MeetingDraft): boolean =>
        dated.some((other) => other.group === meeting.group && (other.facts.date ?? "") < (meeting.facts.date ?? ""));
      for (const meeting of dated.filter(isCopy)) {
        this.#ofMeeting.get(meeting.id)?.delete(id);
        this.#joins.set(
          id,
          (this.#joins.get(id) ?? []).filter((join) => join.meeting !== meeting),
        );
      }
    }
  }

  ofMeeting(meetingId: string): string[] {
    return [...(this.#ofMeeting.get(meetingId)?.keys() ?? [])].sort(byCodeUnits);
  }

  /** Keys of the recordings of a meeting. */
  keysOf(meetingId: string): string[] {
    return [...(this.#ofMeeting.get(meetingId)?.values() ?? [])].map(({ key }) => key);
  }

  meetingsOf(recordingId: string): readonly MeetingDraft[] {
    return (this.#joins.get(recordingId) ?? []).map(({ meeting }) => meeting);
  }

  /** The meetings whose pages show it: they tell its date. That others are of its date was concluded from it. */
  shownBy(recordingId: string): readonly MeetingDraft[] {
    return (this.#joins.get(recordingId) ?? []).flatMap(({ meeting, confidence }) => (confidence === "high" ? [meeting] : []));
  }

  /** As the record tells it, with the reports whose pages link the recording. */
  toldOf(draft: RecordingDraft, reportsByPage: ReadonlyMap<string, ReportRecord>): RecordingRecord["joins"] {
    const joins = (this.#joins.get(draft.id) ?? []).map(({ meeting, rule, confidence }) => ({ record: meeting.id, rule, confidence }));
    const reports = new Set(draft.sightings.flatMap(({ entry }) => reportsByPage.get(entry.id)?.id ?? []));
    const linked = [...reports].map((record) => ({ record, rule: "linked by the report", confidence: "high" as const }));
    return [...joins, ...linked].sort((a, b) => byCodeUnits(a.record, b.record));
  }
}

/**
 * Joins recordings with meetings. A recording is of a meeting whose page shows it as its recording (unless its own date says otherwise), or whose
 * group and date are its own and nobody else's. `groupOf` gives the group of a video that no page need link.
 */
export function joinRecordings(
  drafts: readonly RecordingDraft[],
  meetings: readonly MeetingDraft[],
  finder: GroupFinder,
  groupOf: (draft: RecordingDraft) => ResolvedGroup | null,
): RecordingJoins {
  const joins = new RecordingJoins();
  const held = meetings.filter((meeting) => meeting.facts.status !== "canceled");
  const byPage = new Map<string, MeetingDraft[]>();
  const byGroupDay = new Map<string, MeetingDraft[]>();
  for (const meeting of held) {
    push(byPage, meeting.entry.id, meeting);
    if (meeting.facts.date !== null) push(byGroupDay, dayKey(meeting.group, meeting.facts.date), meeting);
  }
  for (const draft of drafts) {
    const date = dateOfRecording(draft);
    for (const { entry, facts } of draft.sightings) {
      for (const meeting of byPage.get(entry.id) ?? []) {
        // When it was published says little of when it was.
        const agrees = !date || date.isLate || meeting.facts.date === null || isSameDay(date.value, meeting.facts.date);
        if (meeting.facts.recordings.includes(facts.key) && agrees) joins.add(draft, meeting, "shown by the meeting's page", "high");
      }
    }
    if (date === null) continue;
    const groups = new Set<ResolvedGroup | null>(draft.sightings.map(({ entry }) => finder.ofPage(entry)));
    const own = groupOf(draft);
    if (draft.sightings.length === 0 || own !== null) groups.add(own);
    if (draft.sightings.length === 0) groups.delete(null);
    for (const group of groups) joinByDay(draft, date, group, byGroupDay, joins);
  }
  joins.dropCopies();
  return joins;
}

interface RecordingDate {
  readonly value: string;
  /** Published on that day: the meeting was then or before. */
  readonly isLate: boolean;
  /** A clock gave it, in UTC: it may be the next day where people met. */
  readonly isByClock: boolean;
}

function dateOfRecording(draft: RecordingDraft): RecordingDate | null {
  const own = draft.video?.facts.date ?? null;
  if (own?.basis === "title") return { value: own.value, isLate: false, isByClock: false };
  const told = dateOfSightings(draft);
  if (told !== null) return { value: told.value, isLate: false, isByClock: false };
  if (own === null) return null;
  return { value: own.value, isLate: own.basis === "published", isByClock: own.basis === "live start" };
}

function joinByDay(
  draft: RecordingDraft,
  date: RecordingDate,
  group: ResolvedGroup | null,
  byGroupDay: ReadonlyMap<string, readonly MeetingDraft[]>,
  joins: RecordingJoins,
): void {
  const same = byGroupDay.get(dayKey(group, date.value)) ?? [];
  // Agenda and notes may be two pages about one meeting.
  for (const meeting of same) joins.add(draft, meeting, "same group and date", date.isLate ? "low" : "medium");
  if (same.length > 0 || !date.isByClock) return;
  const before = byGroupDay.get(dayKey(group, dayBefore(date.value))) ?? [];
  for (const meeting of before.length === 1 ? before : []) joins.add(draft, meeting, "same group, began on the next day in UTC", "low");
}

function dayKey(group: ResolvedGroup | null, day: string): string {
  return `${group?.space ?? ""}\n${group?.name ?? ""}\n${day}`;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 24 * 3600_000).toISOString().slice(0, 10);
}

/** A call in the evening is on the next day elsewhere. */
function isSameDay(one: string, other: string): boolean {
  return one === other || (one.length === 10 && other.length === 10 && Math.abs(Date.parse(one) - Date.parse(other)) <= 24 * 3600_000);
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
