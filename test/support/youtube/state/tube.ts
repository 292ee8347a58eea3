import { createHash } from "node:crypto";
import type { Channel, Playlist, PlaylistItem, Video } from "./types.ts";

export type NewChannel = Pick<Channel, "id" | "title"> & Partial<Omit<Channel, "id" | "title">>;
/** `channel` is the id of one that is there. */
export type NewPlaylist = Pick<Playlist, "id" | "title"> & { readonly channel: string } & Partial<
    Pick<Playlist, "description" | "createdAt" | "privacy">
  >;
/** `channel` may be left out while there is one channel only. */
export type NewVideo = Pick<Video, "id" | "title"> & { readonly channel?: string } & Partial<
    Omit<Video, "id" | "title" | "channelId" | "isDeleted">
  >;
export type VideoEdit = Partial<Omit<Video, "id" | "channelId" | "isDeleted">>;

const longAgo = "2019-01-01T12:00:00Z";

/** A YouTube in memory: channels, their playlists and videos, and what can happen to them. It has no clock: what is dated says when. */
export class Tube {
  readonly channels = new Map<string, Channel>();
  readonly playlists = new Map<string, Playlist>();
  /** Deleted ones stay: playlists go on listing their ids. */
  readonly videos = new Map<string, Video>();
  #added = 0;

  channel(channel: NewChannel): Channel {
    const made: Channel = { description: "", createdAt: longAgo, ...channel, handle: channel.handle?.replace(/^@/, "") ?? null };
    this.channels.set(made.id, made);
    return made;
  }

  playlist({ channel, ...playlist }: NewPlaylist): Playlist {
    const channelId = found(this.channels, channel, "channel").id;
    const made: Playlist = { description: "", createdAt: longAgo, privacy: "public", ...playlist, channelId, items: [] };
    this.playlists.set(made.id, made);
    return made;
  }

  video({ channel, ...video }: NewVideo): Video {
    const publishedAt = video.publishedAt ?? longAgo;
    const made: Video = {
      channelId: found(this.channels, channel ?? this.#onlyChannel(), "channel").id,
      description: "",
      publishedAt,
      updatedAt: publishedAt,
      durationSeconds: 3_600,
      broadcast: "none",
      scheduledStart: null,
      liveStart: null,
      liveEnd: null,
      recordingDate: null,
      language: null,
      tags: [],
      privacy: "public",
      isDeleted: false,
      ...video,
    };
    this.videos.set(made.id, made);
    return made;
  }

  /** At the end unless a position is given, from 0; the same video may be added again. The item's id is what `remove` takes. */
  add(playlistId: string, videoId: string, { at, position }: { readonly at?: string; readonly position?: number } = {}): PlaylistItem {
    const playlist = found(this.playlists, playlistId, "playlist");
    this.#added += 1;
    const video = found(this.videos, videoId, "video");
    const made: PlaylistItem = { id: itemId(playlistId, `${videoId} ${this.#added}`), videoId, addedAt: at ?? video.publishedAt };
    playlist.items.splice(position ?? playlist.items.length, 0, made);
    return made;
  }

  /** Takes one item off its playlist; the video stays. Those behind it move up. */
  remove(id: string): void {
    for (const { items } of this.playlists.values()) {
      const index = items.findIndex((item) => item.id === id);
      if (index >= 0) return void items.splice(index, 1);
    }
    throw new RangeError(`no playlist item ${id}`);
  }

  /** Moves one item within its playlist, as owners do; no date tells of it. */
  move(id: string, position: number): void {
    for (const { items } of this.playlists.values()) {
      const [item] = items.splice(
        items.findIndex((one) => one.id === id),
        items.some((one) => one.id === id) ? 1 : 0,
      );
      if (item) return void items.splice(position, 0, item);
    }
    throw new RangeError(`no playlist item ${id}`);
  }

  /** From now on the item is counted and not listed. */
  hide(id: string): void {
    const item = [...this.playlists.values()].flatMap(({ items }) => items).find((one) => one.id === id);
    if (!item) throw new RangeError(`no playlist item ${id}`);
    item.isHidden = true;
  }

  delete(videoId: string): void {
    found(this.videos, videoId, "video").isDeleted = true;
  }

  makePrivate(videoId: string): void {
    found(this.videos, videoId, "video").privacy = "private";
  }

  makeUnlisted(videoId: string): void {
    found(this.videos, videoId, "video").privacy = "unlisted";
  }

  makePublic(videoId: string): void {
    found(this.videos, videoId, "video").privacy = "public";
  }

  edit(videoId: string, edit: VideoEdit): Video {
    return Object.assign(found(this.videos, videoId, "video"), edit);
  }

  editPlaylist(playlistId: string, edit: Partial<Pick<Playlist, "title" | "description" | "privacy">>): Playlist {
    return Object.assign(found(this.playlists, playlistId, "playlist"), edit);
  }

  makePlaylistPrivate(playlistId: string): void {
    this.editPlaylist(playlistId, { privacy: "private" });
  }

  removePlaylist(playlistId: string): void {
    found(this.playlists, playlistId, "playlist");
    this.playlists.delete(playlistId);
  }

  /** The channel goes with all it has: its videos are deleted wherever they are listed. */
  closeChannel(channelId: string): void {
    found(this.channels, channelId, "channel");
    this.channels.delete(channelId);
    for (const video of this.videos.values()) if (video.channelId === channelId) video.isDeleted = true;
    for (const { id } of [...this.playlists.values()].filter((one) => one.channelId === channelId)) this.playlists.delete(id);
  }

  #onlyChannel(): string {
    const [only, ...others] = this.channels.keys();
    if (only === undefined || others.length > 0) throw new RangeError("which channel?");
    return only;
  }
}

/** As YouTube forms them: the playlist and a hexadecimal number, in Base64. */
export function itemId(playlistId: string, seed: string): string {
  const number = createHash("sha256").update(`${playlistId} ${seed}`).digest("hex").slice(0, 16).toUpperCase();
  return Buffer.from(`${playlistId}.${number}`).toString("base64url");
}

function found<T>(map: ReadonlyMap<string, T>, id: string, what: string): T {
  const one = map.get(id);
  if (one === undefined) throw new RangeError(`no ${what} ${id}`);
  return one;
}
