import type { Playlist } from "../state/types.ts";
import { isPlaylistShown, playlistOf } from "../state/views.ts";
import { Refused } from "./errors.ts";
import { type Call, type Listing, pageOf, resource, thumbnailsOf, timeOf } from "./listing.ts";
import { checkNames, filterOf, idsOf, needsOwner, partsOf } from "./parameters.ts";

const parts = "contentDetails id localizations player snippet status".split(" ");
const filters = ["channelId", "id", "mine"] as const;

/** https://developers.google.com/youtube/v3/docs/playlists/list */
export function listPlaylists(call: Call): Listing {
  const { query } = call;
  checkNames(query, ["part", "hl", "maxResults", "onBehalfOfContentOwner", "onBehalfOfContentOwnerChannel", "pageToken", ...filters]);
  const asked = partsOf(query, parts);
  const shown = playlistsOf(call).filter((playlist) => isPlaylistShown(playlist, call.viewer));
  const { rows, paging } = pageOf(call, `playlists ${call.query.get("channelId") ?? call.query.getAll("id")}`, shown);
  return { kind: "youtube#playlistListResponse", items: rows.map((playlist) => playlistResource(call, playlist, asked)), ...paging };
}

function playlistsOf({ tube, query, viewer }: Call): Playlist[] {
  const filter = filterOf(query, filters);
  if (filter === "id") return idsOf(query).flatMap((id) => playlistOf(tube, id) ?? []);
  if (filter === "mine" && viewer === null) throw needsOwner("mine");
  const channelId = filter === "mine" ? (viewer ?? "") : (query.get("channelId") ?? "");
  if (!tube.channels.has(channelId))
    throw new Refused({
      status: 404,
      message: "Channel not found.",
      domain: "youtube.playlist",
      reason: "channelNotFound",
      location: ["channelId", "parameter"],
    });
  // Unlisted ones are answered by their id alone.
  return [...tube.playlists.values()].filter((one) => one.channelId === channelId && (one.privacy === "public" || channelId === viewer));
}

function playlistResource({ tube }: Call, playlist: Playlist, asked: ReadonlySet<string>): object {
  const { id, channelId, title, description, createdAt, privacy, items } = playlist;
  return resource("youtube#playlist", id, asked, {
    snippet: {
      publishedAt: timeOf(createdAt),
      channelId,
      title,
      description,
      thumbnails: thumbnailsOf(items[0]?.videoId ?? "no_thumbnail"),
      channelTitle: tube.channels.get(channelId)?.title ?? "",
      localized: { title, description },
    },
    status: { privacyStatus: privacy },
    contentDetails: { itemCount: items.length },
    player: {
      embedHtml: `<iframe width="640" height="360" src="http://www.youtube.com/embed/videoseries?list=${id}" frameborder="0" allowfullscreen></iframe>`,
    },
  });
}
