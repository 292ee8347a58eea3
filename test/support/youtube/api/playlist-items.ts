import type { Playlist, PlaylistItem, Video } from "../state/types.ts";
import { isListed, isPlaylistShown, isShown, playlistOf } from "../state/views.ts";
import { Refused } from "./errors.ts";
import { type Call, type Listing, pageOf, resource, thumbnailsOf, timeOf } from "./listing.ts";
import { checkNames, filterOf, idsOf, partsOf } from "./parameters.ts";

const parts = "contentDetails id snippet status".split(" ");
const filters = ["id", "playlistId"] as const;
// Where the API ends, however long the list is: https://github.com/mattwright324/youtube-metadata/issues/177.
const mostUploads = 20_000;
const mostItems = 5_000;

interface Row {
  readonly playlist: Playlist;
  readonly item: PlaylistItem;
  readonly position: number;
}

/** https://developers.google.com/youtube/v3/docs/playlistItems/list */
export function listPlaylistItems(call: Call): Listing {
  const { query } = call;
  checkNames(query, ["part", "maxResults", "onBehalfOfContentOwner", "pageToken", "videoId", ...filters]);
  const asked = partsOf(query, parts);
  const isById = filterOf(query, filters) === "id";
  const all = isById ? rowsById(call) : rowsOfPlaylist(call, query.get("playlistId") ?? "");
  const isUploads = query.get("playlistId")?.startsWith("UU") ?? false;
  const scope = `playlistItems ${query.get("playlistId")} ${query.get("videoId")}`;
  const { rows, paging } = pageOf(call, scope, all, isUploads ? mostUploads : mostItems);
  // Pages are cut before what is not shown is left out: so a page may come short, even empty, and all are counted.
  const shown = isUploads
    ? rows.filter(({ item }) => isListed(call.tube.videos.get(item.videoId), call.viewer))
    : rows.filter(({ item }) => !item.isHidden);
  return { kind: "youtube#playlistItemListResponse", items: shown.map((row) => itemResource(call, row, asked)), ...paging };
}

function rowsOfPlaylist({ tube, query, viewer }: Call, id: string): Row[] {
  const playlist = playlistOf(tube, id);
  if (!playlist) throw playlistFault(404, "playlistNotFound", notFound);
  if (!isPlaylistShown(playlist, viewer)) throw playlistFault(403, "playlistItemsNotAccessible", notAccessible);
  const videoId = query.get("videoId");
  return rowsOf(playlist).filter(({ item }) => videoId === null || item.videoId === videoId);
}

function rowsById({ tube, query, viewer }: Call): Row[] {
  const ids = idsOf(query);
  return [...tube.playlists.values()]
    .filter((playlist) => isPlaylistShown(playlist, viewer))
    .flatMap(rowsOf)
    .filter(({ item }) => ids.includes(item.id));
}

function rowsOf(playlist: Playlist): Row[] {
  return playlist.items.map((item, position) => ({ playlist, item, position }));
}

const notFound = "The playlist identified with the request's <code>playlistId</code> parameter cannot be found.";
const notAccessible = "The request is not properly authorized to retrieve the specified playlist.";

function playlistFault(status: number, reason: string, message: string): Refused {
  return new Refused({ status, message, domain: "youtube.playlistItem", reason, location: ["playlistId", "parameter"] });
}

function itemResource({ tube, viewer }: Call, { playlist, item, position }: Row, asked: ReadonlySet<string>): object {
  const video = tube.videos.get(item.videoId);
  const shown = isShown(video, viewer) ? video : null;
  const owner = shown && tube.channels.get(shown.channelId);
  const { title, description, thumbnails } = shown ? { ...shown, thumbnails: thumbnailsOf(shown.id) } : placeholderOf(video);
  return resource("youtube#playlistItem", item.id, asked, {
    snippet: {
      publishedAt: timeOf(item.addedAt),
      channelId: playlist.channelId,
      title,
      description,
      thumbnails,
      channelTitle: tube.channels.get(playlist.channelId)?.title ?? "",
      playlistId: playlist.id,
      position,
      resourceId: { kind: "youtube#video", videoId: item.videoId },
      ...(owner ? { videoOwnerChannelTitle: owner.title, videoOwnerChannelId: owner.id } : {}),
    },
    contentDetails: { videoId: item.videoId, ...(shown ? { videoPublishedAt: timeOf(shown.publishedAt) } : {}) },
    status: { privacyStatus: shown ? shown.privacy : isGone(video) ? "privacyStatusUnspecified" : "private" },
  });
}

function isGone(video: Video | undefined): boolean {
  return video === undefined || video.isDeleted;
}

/** What stands in an ordinary playlist for a video that nobody may see. */
function placeholderOf(video: Video | undefined): { title: string; description: string; thumbnails: object } {
  return isGone(video)
    ? { title: "Deleted video", description: "This video is unavailable.", thumbnails: {} }
    : { title: "Private video", description: "This video is private.", thumbnails: {} };
}
