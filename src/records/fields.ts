import { z } from "zod";

/** A calendar day, `2022-07-25`. */
export const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/**
 * An EDTF date of the precisions that sources have: year, month, day, season (21-24), quarter (33-36), semester (40, 41).
 * Rule: EDTF (ISO 8601-2) level 2, sub-year groupings.
 */
export const edtf = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]|2[1-4]|3[3-6]|4[01])(-(0[1-9]|[12]\d|3[01]))?)?$/);

/** A record's id is its path without `.json`. Page ids, space keys, video ids and period codes keep their case. */
export const recordId = z.string().regex(/^[a-z]+(?:\/(?!\.)[A-Za-z0-9_.~-]+)+$/);

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const basis = z.enum(["stated", "observed", "silence"]);

export const evidence = z.strictObject({
  source: z.string(),
  pageId: z.string().optional(),
  videoId: z.string().optional(),
  version: z.number().int().optional(),
  url: z.string().nullable(),
  heading: z.string().optional(),
  quote: z.string().max(240).optional(),
  fields: z.array(z.string()).optional(),
  basis: basis.optional(),
});
export type Evidence = z.infer<typeof evidence>;

/** `name` as the page shows it; `id` leads to the one record of the person and is absent where no record was made. */
export const personRef = z.strictObject({ name: z.string().min(1), id: recordId.optional() });
export type PersonRef = z.infer<typeof personRef>;

/** The tail that every record has. */
export const tail = { formerIds: z.array(recordId), evidence: z.array(evidence) };
