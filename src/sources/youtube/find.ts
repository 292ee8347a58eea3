import { ConfigError, SourceError } from "../../errors.ts";
import type { FoundPlaylist, Wanted, YoutubeApi } from "./types.ts";

/**
 * The playlist that is meant, for one unit.
 * @throws SourceError where there is none, or it is private
 */
export async function findPlaylist(api: YoutubeApi, wanted: Wanted): Promise<FoundPlaylist> {
  if (wanted.kind === "channel") {
    const found = await api.uploadsOf(wanted);
    if (found) return found;
    throw new SourceError(
      "absent",
      `YouTube has no channel ${wanted.name}: see its handle or id in the configuration; its records stay as they are`,
      {},
    );
  }
  const found = await api.playlist(wanted.id);
  if (found) return found;
  // Its entries say why: there is none, or it is private.
  await api.entries(wanted.id, null);
  return { id: wanted.id, kind: "playlist", title: wanted.id, count: null };
}

/**
 * What the public feed is asked for.
 * @throws ConfigError for a channel by another name than its id
 */
export function feedWanted(wanted: Wanted, source: string): { readonly kind: Wanted["kind"]; readonly id: string } {
  if (wanted.kind === "playlist") return wanted;
  if (wanted.by === "id") return { kind: "channel", id: wanted.name };
  throw new ConfigError(
    `the source "${source}" has no credentials, and the public feed knows channels by their ids only: expected the channel's id (UC…), or an API key`,
  );
}
