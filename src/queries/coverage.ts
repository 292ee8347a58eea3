import type { ArchiveReader } from "../archive/index.ts";
import type { MeetingRecord, RecordingRecord } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";

/** A record as a list names it. */
export interface Named {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
}

/** How far the meetings and the recordings of a group know of each other. */
export interface Coverage {
  /** Null for what belongs to no group. */
  readonly group: string | null;
  readonly name: string;
  /** Meetings that were not canceled and are not to come. */
  readonly meetings: number;
  readonly recordings: number;
  readonly meetingsWithoutRecording: readonly Named[];
  readonly recordingsWithoutMeeting: readonly Named[];
}

/** Which meetings have no recording and which recordings no meeting's page, by group, by date. */
export async function coverageOf(reader: ArchiveReader): Promise<Coverage[]> {
  const names = new Map<string, string>();
  for await (const { id, name } of reader.records("groups")) names.set(id, name);
  const meetings = new Map<string | null, MeetingRecord[]>();
  for await (const meeting of reader.records("meetings"))
    if (meeting.status !== "canceled" && meeting.status !== "planned") push(meetings, meeting.group, meeting);
  const recordings = new Map<string | null, RecordingRecord[]>();
  for await (const recording of reader.records("recordings")) push(recordings, recording.group, recording);
  const groups = [...new Set([...meetings.keys(), ...recordings.keys()])];
  return groups
    .sort((a, b) => byCodeUnits(a ?? "~", b ?? "~"))
    .map((group) => {
      const held = meetings.get(group) ?? [];
      const recorded = recordings.get(group) ?? [];
      return {
        group,
        name: group === null ? "of no group" : (names.get(group) ?? group),
        meetings: held.length,
        recordings: recorded.length,
        meetingsWithoutRecording: named(held.filter((meeting) => meeting.recordings.length === 0)),
        recordingsWithoutMeeting: named(recorded.filter((recording) => recording.meetings.length === 0)),
      };
    });
}

function named(records: readonly Named[]): Named[] {
  return records
    .map(({ id, title, date }) => ({ id, title, date }))
    .sort((a, b) => byCodeUnits(a.date ?? "~", b.date ?? "~") || byCodeUnits(a.id, b.id));
}

function push<T>(map: Map<string | null, T[]>, key: string | null, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
