import type { Tube } from "./tube.ts";
import { itemId } from "./tube.ts";
import type { Channel, Playlist, PlaylistItem, Video } from "./types.ts";

/** Whose eyes look: the channel of an OAuth token, or null for everybody. Owners see what is private to them. */
export type Viewer = string | null;

/** Whether `videos.list` answers it by its id. */
export function isShown(video: Video | undefined, viewer: Viewer): video is Video {
  return video !== undefined && !video.isDeleted && (video.privacy !== "private" || video.channelId === viewer);
}

/** Whether it stands in the channel's uploads and in feeds: there is no list of unlisted ones. */
export function isListed(video: Video | undefined, viewer: Viewer): video is Video {
  return isShown(video, viewer) && (video.privacy === "public" || video.channelId === viewer);
}

export function isPlaylistShown(playlist: Playlist, viewer: Viewer): boolean {
  return playlist.privacy !== "private" || playlist.channelId === viewer;
}

export function uploadsIdOf(channel: Channel): string {
  return `UU${channel.id.slice(2)}`;
}

/**
 * An ordinary playlist, or the uploads of a channel, newest first, with those that not everybody sees. A channel that has no video at all has no
 * uploads either (https://github.com/Elijas/auto-youtube-subscription-playlist-2/issues/86).
 */
export function playlistOf(tube: Tube, id: string): Playlist | null {
  const ordinary = tube.playlists.get(id);
  if (ordinary) return ordinary;
  const channel = id.startsWith("UU") ? tube.channels.get(`UC${id.slice(2)}`) : undefined;
  if (!channel) return null;
  const items = uploadsOf(tube, channel);
  if (items.length === 0) return null;
  const { id: channelId, title, createdAt } = channel;
  return { id, channelId, title: `Uploads from ${title}`, description: "", createdAt, privacy: "public", items };
}

function uploadsOf(tube: Tube, channel: Channel): PlaylistItem[] {
  const id = uploadsIdOf(channel);
  return [...tube.videos.values()]
    .filter((video) => video.channelId === channel.id && !video.isDeleted)
    .sort((a, b) => b.publishedAt.localeCompare(a.publishedAt))
    .map((video) => ({
      // Asked for on one page only, and a channel may have many thousands.
      get id() {
        return itemId(id, video.id);
      },
      videoId: video.id,
      addedAt: video.publishedAt,
    }));
}
