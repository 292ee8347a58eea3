import { z } from "zod";
import type { ConfluenceSourceConfig } from "../../config/index.ts";
import { day } from "../../records/fields.ts";

/** Where tokens with scopes are good; a site refuses them. Source: kovetskyi/mark#917 */
export const gatewayUrl = "https://api.atlassian.com/ex/confluence";

/** `state/<source>.json`: what a later run must know to decide, and the archive's pages do not tell. */
export const syncState = z.object({
  schemaVersion: z.literal(1),
  flavour: z.enum(["cloud", "server", "pages"]),
  siteUrl: z.string(),
  /** The space as the configuration writes it: wikis know a space by an alias too. */
  asked: z.string(),
  /** Where the interface answers: the site itself, or Atlassian's gateway. */
  apiUrl: z.string(),
  space: z.object({ id: z.string(), key: z.string(), name: z.string().nullable(), homePageId: z.string().nullable() }),
  /** As-of date of the last listing that was complete. */
  fullListingOn: day,
  /** How many pages it named. */
  listed: z.number().int(),
});
export type SyncState = z.infer<typeof syncState>;

/** Null for a state that is missing, not ours, or of another place: then everything is found and listed anew. */
export function usableState(value: unknown, config: Pick<ConfluenceSourceConfig, "baseUrl" | "space" | "auth">): SyncState | null {
  const { data } = syncState.safeParse(value);
  if (data === undefined || data.siteUrl !== config.baseUrl || data.asked !== config.space) return null;
  // Who has credentials by now may be told more than pages show.
  if (data.flavour === "pages" && config.auth.kind !== "none") return null;
  // The state lies in a repository that others may write to: credentials follow it nowhere but home.
  const isGateway = data.apiUrl.startsWith(`${gatewayUrl}/`) && new URL(config.baseUrl).hostname.endsWith(".atlassian.net");
  return data.apiUrl === config.baseUrl || isGateway ? data : null;
}

/** Whether a complete listing is due: none is known, or the last one is `days` old. */
export function isListingDue(state: SyncState | null, asOf: string, days: number): boolean {
  if (state === null) return true;
  const age = (Date.parse(asOf) - Date.parse(state.fullListingOn)) / (24 * 3600_000);
  return !(age >= 0 && age < days);
}
