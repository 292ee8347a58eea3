import { z } from "zod";
import { day, edtf, evidence, personRef, recordId, tail } from "./fields.ts";

export const groupKinds = ["sig", "working-group", "subgroup", "team", "chapter", "committee", "project"] as const;
export type GroupKind = (typeof groupKinds)[number];

export const roles = ["chair", "co-chair", "vice-chair", "lead", "secretary", "other"] as const;
export type Role = (typeof roles)[number];

export const cadences = ["weekly", "biweekly", "twice-monthly", "monthly", "quarterly", "irregular"] as const;
export type Cadence = (typeof cadences)[number];

const term = z.strictObject({
  person: personRef,
  role: z.enum(roles),
  start: edtf.nullable(),
  end: edtf.nullable(),
  evidence: z.array(evidence),
  /** Dates that other sources give and that do not agree. */
  conflicts: z.array(z.strictObject({ field: z.enum(["start", "end"]), value: edtf, evidence: evidence.nullable() })).default([]),
  /** The first and the last day of which a page lists the person in the role; null where only sentences tell of it. */
  listedFrom: day.nullable().default(null),
  listedUntil: day.nullable().default(null),
  /** The last meeting or report of the group in which the person appears. */
  lastSeenOn: day.nullable().default(null),
  /** Why somebody should look whether the term still runs; null where nothing speaks against it. */
  review: z.string().nullable().default(null),
});
export type Term = z.infer<typeof term>;

export const groupStatuses = ["active", "inactive", "archived", "unknown"] as const;
export type GroupStatus = (typeof groupStatuses)[number];

export const groupRecord = z.strictObject({
  kind: z.literal("group"),
  id: recordId,
  name: z.string().min(1),
  aliases: z.array(z.string()),
  groupKind: z.enum(groupKinds),
  parent: recordId.nullable(),
  homePage: recordId.nullable(),
  /** What pages say. */
  status: z.strictObject({ value: z.enum(groupStatuses), since: edtf.nullable(), basis: z.string().nullable() }),
  /** What the dates say. Neither overwrites the other. */
  activity: z.strictObject({
    value: z.enum(["active", "quiet", "inactive", "dormant", "unknown"]),
    /** The day on which the threshold of the value was passed; null while active. */
    since: day.nullable().default(null),
    /** The day on which this was found. */
    asOf: day.nullable(),
    lastOn: day.nullable(),
    expectedEveryDays: z.number().nullable(),
    learnedFrom: z.string().nullable(),
    /** Days of silence after which it is called so. */
    quietAfterDays: z.number().int().nullable().default(null),
    inactiveAfterDays: z.number().int().nullable().default(null),
    dormantAfterDays: z.number().int().nullable().default(null),
  }),
  leadership: z.array(term),
  meetingCadence: z.enum(cadences).nullable(),
  reportCadence: z.enum(["monthly", "quarterly", "semiannual", "annual", "irregular"]).nullable(),
  lastMeetingOn: day.nullable(),
  lastReportOn: day.nullable(),
  nextReportDue: day.nullable(),
  /** Periods of the last two years for which a report was owed, and the next one. */
  reportCalendar: z
    .array(
      z.strictObject({
        period: z.string(),
        dueOn: day,
        state: z.enum(["on-time", "late", "overdue", "missing", "expected"]),
        report: recordId.nullable(),
        publishedOn: day.nullable(),
      }),
    )
    .default([]),
  playlists: z.array(z.string()),
  ...tail,
});
export type GroupRecord = z.infer<typeof groupRecord>;
