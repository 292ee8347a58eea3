import { z } from "zod";

// Pieces of answers that both REST versions share. Only the fields that are used; what may be missing is null.

/** Page ids are strings on Cloud and have been seen as numbers. */
export const contentId = z.union([z.string().regex(/^[A-Za-z0-9_-]{1,40}$/), z.number().int()]).transform(String);

/** A point in time with any offset, as a UTC instant. Null where it is none. */
export const instant = z
  .string()
  .nullish()
  .transform((text) => (text && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : null));

export const labels = z
  .object({ results: z.array(z.object({ name: z.string() })) })
  .transform(({ results }) => results.map(({ name }) => name).sort());

export function sortedNames<T extends { readonly name: string }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
