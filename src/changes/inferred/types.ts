import type { DeclaredGroup } from "../../records/declared-group.ts";
import type { Cadence, ChangeRecord, GroupRecord, MeetingRecord, RecordingRecord, ReportRecord } from "../../records/index.ts";

/** What is declared about one group. */
export type Declared = Omit<DeclaredGroup, "names">;

export const nothingDeclared: Declared = { meetsEveryDays: null, meets: null, reportsEveryMonths: null, pauses: [] };

/** What is inferred from, beside the day. All of it is of one state of an archive. */
export interface Inferable {
  readonly meetings: readonly MeetingRecord[];
  readonly recordings: readonly RecordingRecord[];
  readonly reports: readonly ReportRecord[];
}

export interface Named {
  readonly id: string;
  readonly name: string;
  /** Pages mark it as ended, with a day or without. */
  readonly isEnded?: boolean;
}

/** What is known beside the records. */
export interface InferenceContext {
  readonly asOf: string;
  /** The day until which a group's sources are known; null where one of them was not read completely. */
  readonly knownUntil: (sources: ReadonlySet<string>, group: Named) => string | null;
  readonly declared: (group: Named) => Declared;
  /** The day on which a report came. */
  readonly publishedOn: (report: ReportRecord) => string | null;
  readonly previous: readonly GroupRecord[];
  readonly reported: readonly ChangeRecord[];
}

/** How often groups meet that name a cadence, in days; an irregular one says nothing. */
export const daysOfCadence: Readonly<Record<Cadence, number | null>> = {
  weekly: 7,
  biweekly: 14,
  "twice-monthly": 15,
  monthly: 30,
  quarterly: 91,
  irregular: null,
};

export function isCadence(text: string | null): text is Cadence {
  return text !== null && Object.hasOwn(daysOfCadence, text);
}

/** Reports that say how often a group meets, by the day on which they say it, the earliest first. */
export interface ToldCadence {
  readonly on: string;
  readonly cadence: Cadence;
}
