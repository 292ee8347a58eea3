import { z } from "zod";
import { basis, day, edtf, personRef, recordId, tail } from "./fields.ts";
import { byCodeUnits } from "./order.ts";

export const changeTypes = [
  "leadership.handover",
  "leadership.joined",
  "leadership.left",
  "group.created",
  "group.renamed",
  "group.inactive",
  "group.reactivated",
  "group.disbanded",
  "cadence.changed",
  "attendance.changed",
  "report.published",
  "report.overdue",
  "recording.published",
  "recording.unavailable",
  "course.added",
  "course.changed",
  "course.removed",
  "page.removed",
  "page.restored",
] as const;
export type ChangeType = (typeof changeTypes)[number];

const side = z.array(z.union([personRef, z.string(), z.number()]));

export const changeRecord = z.strictObject({
  kind: z.literal("change"),
  id: recordId,
  title: z.string(),
  type: z.enum(changeTypes),
  group: recordId.nullable(),
  subjects: z.array(recordId),
  at: edtf.nullable(),
  detectedOn: day,
  from: side,
  to: side,
  basis,
  confidence: z.enum(["high", "medium", "low"]),
  /** One English sentence. */
  summary: z.string(),
  corrects: recordId.nullable(),
  correctedBy: recordId.nullable(),
  ...tail,
});
export type ChangeRecord = z.infer<typeof changeRecord>;

/** As logs and feeds show changes: those found last first, of one day those that happened last. */
export function newestFirst(a: ChangeRecord, b: ChangeRecord): number {
  return byCodeUnits(b.detectedOn, a.detectedOn) || byCodeUnits(b.at ?? "", a.at ?? "") || byCodeUnits(a.id, b.id);
}
