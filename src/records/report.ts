import { z } from "zod";
import { day, personRef, recordId, tail } from "./fields.ts";
import { cadences } from "./group.ts";

export const sectionKeys = [
  "description",
  "authors",
  "health",
  "issues",
  "activity",
  "planned",
  "diversity",
  "additional",
  "published",
  "releases",
  "subgroups",
  "metrics",
  "questions",
  "other",
] as const;
export type SectionKey = (typeof sectionKeys)[number];

export const reportRecord = z.strictObject({
  kind: z.literal("report"),
  id: recordId,
  title: z.string(),
  page: recordId,
  group: recordId.nullable(),
  period: z.strictObject({ label: z.string(), start: day, end: day }).nullable(),
  authors: z.array(personRef),
  publishedOn: day.nullable(),
  sections: z.array(z.strictObject({ key: z.enum(sectionKeys), heading: z.string(), markdown: z.string() })),
  /** People per meeting; a range gives its midpoint. */
  averageAttendance: z.number().nonnegative().nullable(),
  meetingCadence: z.enum(cadences).nullable(),
  ...tail,
});
export type ReportRecord = z.infer<typeof reportRecord>;
