import { z } from "zod";
import { day, edtf, recordId, tail } from "./fields.ts";

export const cost = z.strictObject({
  text: z.string(),
  amount: z.number().nonnegative().nullable(),
  /** ISO 4217. */
  currency: z.string().length(3).nullable(),
  per: z.enum(["month", "year", "course"]).nullable(),
});
export type Cost = z.infer<typeof cost>;

export const courseRecord = z.strictObject({
  kind: z.literal("course"),
  id: recordId,
  title: z.string().min(1),
  provider: z.string().nullable(),
  url: z.string().nullable(),
  cost: cost.nullable(),
  updatedOn: edtf.nullable(),
  notes: z.string().nullable(),
  available: z.boolean().nullable(),
  /** Costs as pages of different dates gave them, oldest first; only where they differ. */
  history: z.array(z.strictObject({ on: day.nullable(), cost: cost.nullable(), page: recordId })),
  ...tail,
});
export type CourseRecord = z.infer<typeof courseRecord>;
