import { type Declared, inferChanges, nothingDeclared } from "../../../src/changes/index.ts";
import { changeRecords } from "../../../src/changes/log.ts";
import type { ChangeEvent } from "../../../src/changes/types.ts";
import { plusDays } from "../../../src/records/days.ts";
import type { ChangeRecord, GroupRecord, MeetingRecord, RecordingRecord, ReportRecord } from "../../../src/records/index.ts";

export const guild = { id: "groups/lantern-guild", name: "Lantern Guild" };

export function meeting(date: string, over: Partial<MeetingRecord> = {}): MeetingRecord {
  const pageId = date.replaceAll("-", "");
  return {
    kind: "meeting",
    id: `meetings/lantern-guild/${date.slice(0, 4)}/${date}-${pageId}`,
    group: guild.id,
    date,
    status: "held",
    attendees: [],
    evidence: [{ source: "wiki", pageId, url: null, quote: `${date} Lantern Guild call` }],
    ...over,
  } as unknown as MeetingRecord;
}

/** So many meetings, so many days apart. */
export function every(days: number, count: number, from: string): MeetingRecord[] {
  return Array.from({ length: count }, (_, index) => meeting(plusDays(from, index * days)));
}

export function report(
  label: string,
  start: string,
  end: string,
  publishedOn: string | null,
  over: Partial<ReportRecord> = {},
): ReportRecord {
  return {
    kind: "report",
    id: `reports/lantern-guild/${label}`,
    title: `${label} report`,
    page: `pages/LAN/${label}`,
    group: guild.id,
    period: { label, start, end },
    publishedOn,
    averageAttendance: null,
    meetingCadence: null,
    evidence: [{ source: "wiki", pageId: label, url: null, quote: `${label} report` }],
    ...over,
  } as unknown as ReportRecord;
}

export interface Situation {
  readonly meetings?: readonly MeetingRecord[];
  readonly recordings?: readonly RecordingRecord[];
  readonly reports?: readonly ReportRecord[];
  readonly stated?: readonly ChangeEvent[];
  readonly declared?: Partial<Declared>;
  readonly asOf: string;
  /** Null where a source failed. */
  readonly knownUntil?: string | null;
  readonly reported?: readonly ChangeRecord[];
  readonly before?: GroupRecord["activity"];
  readonly isEnded?: boolean;
}

/** What is inferred of one group, and the log after it. */
export function infer({ meetings = [], recordings = [], reports = [], stated = [], declared = {}, asOf, ...rest }: Situation) {
  const { knownUntil = asOf, reported = [], before, isEnded = false } = rest;
  const { byGroup, events } = inferChanges([{ ...guild, isEnded }], { meetings, recordings, reports }, stated, {
    asOf,
    knownUntil: () => knownUntil,
    declared: () => ({ ...nothingDeclared, ...declared }),
    publishedOn: ({ publishedOn }) => publishedOn,
    previous: before === undefined ? [] : [{ ...guild, activity: before } as unknown as GroupRecord],
    reported,
  });
  const found = byGroup.get(guild.id);
  if (found === undefined) throw new Error("nothing was inferred");
  return { ...found, log: changeRecords(events, reported, asOf) };
}

/** What a log says, in short. */
export function told(log: readonly ChangeRecord[]): string[] {
  return log.map(({ type, at, basis }) => `${type} ${at} ${basis}`).sort();
}

/** A sentence of a page. */
export function statement(
  type: ChangeEvent["type"],
  at: string | null,
  over: { toldOn?: string; isDated?: boolean; quote?: string } = {},
): ChangeEvent {
  const { toldOn = at ?? "", isDated = false, quote = "The guild is no longer active." } = over;
  return {
    type,
    group: guild.id,
    groupName: guild.name,
    at,
    from: [],
    to: [],
    fromRole: null,
    toRole: null,
    fromText: null,
    toText: null,
    inferred: null,
    witnesses: [
      {
        type,
        group: guild.id,
        groupName: guild.name,
        at,
        isDated,
        from: [],
        to: [],
        fromRole: null,
        toRole: null,
        fromText: null,
        toText: null,
        evidence: { source: "wiki", pageId: "900", url: null, quote },
        toldOn,
        isExplicit: true,
        basis: "stated",
      },
    ],
  };
}
