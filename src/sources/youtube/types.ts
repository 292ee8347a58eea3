/** What is read: a playlist, or all that a channel uploaded. */
export type Wanted =
  | { readonly kind: "playlist"; readonly id: string }
  | { readonly kind: "channel"; readonly by: "id" | "handle" | "user"; readonly name: string };

/** A playlist as it is to be read. */
export interface FoundPlaylist {
  readonly id: string;
  readonly kind: "playlist" | "uploads";
  readonly title: string;
  /** How many entries it says to have; hidden ones may count. */
  readonly count: number | null;
}

/** An entry of a playlist. */
export interface PlaylistEntry {
  readonly videoId: string;
  /** What stands there in place of the video, if anything does: one of two signs that it is gone. `unknown`: something, and not why. */
  readonly placeholder: "private" | "deleted" | "unknown" | null;
}

export interface EntriesPage {
  readonly entries: readonly PlaylistEntry[];
  readonly next: string | null;
  /** Entries that could not be read. */
  readonly dropped: number;
}

/** A video as the Data API shows it. Times are instants in UTC. */
export interface Video {
  readonly videoId: string;
  readonly title: string;
  readonly description: string;
  readonly channelId: string | null;
  readonly channelTitle: string | null;
  readonly publishedAt: string | null;
  /** Null for a stream that runs or is to come. */
  readonly durationSeconds: number | null;
  readonly liveStartAt: string | null;
  readonly scheduledStartAt: string | null;
  readonly recordedAt: string | null;
  readonly privacy: "public" | "unlisted";
}

export interface VideosAnswer {
  readonly videos: readonly Video[];
  /** Ids of videos that are there and could not be read. */
  readonly unread: readonly string[];
}

/**
 * The few questions that are asked of YouTube's Data API, each of which costs one quota unit.
 * @throws SourceError at every one of them: `spent` where quota or budget ran out, `refused` and `absent` where asking again helps nobody
 */
export interface YoutubeApi {
  /** The uploads of a channel; null where there is no such channel. */
  uploadsOf(channel: Extract<Wanted, { kind: "channel" }>): Promise<FoundPlaylist | null>;
  /** Null where there is no such playlist, or it is private. */
  playlist(id: string): Promise<FoundPlaylist | null>;
  /** A page of at most 50 entries in the order of the playlist. */
  entries(playlistId: string, page: string | null): Promise<EntriesPage>;
  /** Those of at most 50 videos that anybody may see; the others are left out without a word. */
  videos(ids: readonly string[]): Promise<VideosAnswer>;
}

export const entriesPerPage = 50;
export const videosPerRequest = 50;

/** Quota units of a playlist with so many entries: one for the playlist, one for each page of entries, one for each 50 videos. */
export function unitsFor(count: number): number {
  return 1 + 2 * Math.max(1, Math.ceil(count / entriesPerPage));
}
