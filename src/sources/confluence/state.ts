import { z } from "zod";
import { day } from "../../records/fields.ts";

/** `state/<source>.json`: what a later run must know to decide, and the archive's pages do not tell. */
export const syncState = z.object({
  schemaVersion: z.literal(1),
  flavour: z.enum(["cloud", "server", "pages"]),
  siteUrl: z.string(),
  /** Where the interface answers: the site itself, or Atlassian's gateway. */
  apiUrl: z.string(),
  space: z.object({ id: z.string(), key: z.string(), name: z.string().nullable(), homePageId: z.string().nullable() }),
  /** As-of date of the last listing that was complete. */
  fullListingOn: day,
  /** How many pages it named. */
  listed: z.number().int(),
});
export type SyncState = z.infer<typeof syncState>;

/** Null for a state that is missing or not ours: then everything is listed anew. */
export function parseState(value: unknown): SyncState | null {
  const state = syncState.safeParse(value);
  return state.success ? state.data : null;
}

/** Whether a complete listing is due: none is known, or the last one is `days` old. */
export function isListingDue(state: SyncState | null, asOf: string, days: number): boolean {
  if (state === null) return true;
  const age = (Date.parse(asOf) - Date.parse(state.fullListingOn)) / (24 * 3600_000);
  return !(age >= 0 && age < days);
}
