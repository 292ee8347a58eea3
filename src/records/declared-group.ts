import { z } from "zod";

const yearDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** What a configuration declares about a group that its pages do not say. */
export const declaredGroup = z.object({
  /** Its name and aliases. */
  names: z.array(z.string()),
  /** Days between meetings; null where nothing is declared. */
  meetsEveryDays: z.number().nullable(),
  /** As it was written. */
  meets: z.string().nullable(),
  /** Months of a reporting period; null where nothing is declared. */
  reportsEveryMonths: z.number().nullable(),
  /** Times of each year in which the group does not meet, both days inclusive. */
  pauses: z.array(z.object({ from: yearDay, to: yearDay })),
});
export type DeclaredGroup = z.infer<typeof declaredGroup>;
