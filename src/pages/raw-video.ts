import { z } from "zod";
import { availability } from "../records/recording.ts";

// What sources tell of videos, after redaction. No view counts, positions or ETags: they change from day to day and say nothing of a meeting.

/** A video as it was when its platform last showed it: `raw/youtube/<videoId>.json`. */
export const rawVideo = z.object({
  source: z.string(),
  videoId: z.string(),
  /** Null for a video that was private or deleted whenever it was asked for. */
  title: z.string().nullable(),
  description: z.string(),
  channelId: z.string().nullable(),
  channelTitle: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  durationSeconds: z.number().int().nonnegative().nullable(),
  /** When a live stream began, else when it is to begin. */
  liveStartAt: z.iso.datetime().nullable(),
  scheduledStartAt: z.iso.datetime().nullable(),
  /** As its owner filled it in. */
  recordedAt: z.iso.datetime().nullable(),
  availability,
  /** The feed knows neither durations nor live streams. */
  form: z.enum(["api", "feed"]),
});
export type RawVideo = z.infer<typeof rawVideo>;

/** A playlist, or all uploads of a channel: `raw/youtube/playlists/<playlistId>.json`. */
export const rawPlaylist = z.object({
  source: z.string(),
  playlistId: z.string(),
  playlistKind: z.enum(["playlist", "uploads"]),
  title: z.string(),
  url: z.string(),
  /** The name of the group whose recordings these are, as the configuration declares it. */
  group: z.string().nullable(),
  /** Ids of its videos, sorted; those that are private or deleted by now included. */
  videos: z.array(z.string()),
  /** Ids of videos that were taken out of it. */
  formerVideos: z.array(z.string()),
});
export type RawPlaylist = z.infer<typeof rawPlaylist>;

export const rawVideoFolder = "raw/youtube";

export function rawVideoPath(videoId: string): string {
  return `${rawVideoFolder}/${videoId}.json`;
}

export const rawPlaylistFolder = `${rawVideoFolder}/playlists`;

export function rawPlaylistPath(playlistId: string): string {
  return `${rawPlaylistFolder}/${playlistId}.json`;
}

/** Letters of base64url, eleven of them today; what else a server calls an id must not become the name of a file. */
export const videoIdForm = /^(?!index$|__proto__$)[A-Za-z0-9_-]{1,64}$/;
export const playlistIdForm = /^[A-Za-z0-9_-]{2,64}$/;
