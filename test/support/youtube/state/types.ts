export type Privacy = "public" | "unlisted" | "private";
/** `upcoming` and `live` have no length yet; `none` is any other video, a stream that has ended included. */
export type Broadcast = "none" | "live" | "upcoming";

export interface Channel {
  readonly id: string;
  /** Without the `@`. */
  readonly handle: string | null;
  title: string;
  readonly description: string;
  readonly createdAt: string;
}

export interface Playlist {
  readonly id: string;
  readonly channelId: string;
  title: string;
  description: string;
  readonly createdAt: string;
  privacy: Privacy;
  /** In the order of their positions. */
  readonly items: PlaylistItem[];
}

export interface PlaylistItem {
  readonly id: string;
  readonly videoId: string;
  readonly addedAt: string;
  /** Counted but never listed, not even as a placeholder, as the videos of terminated channels are. */
  isHidden?: boolean;
}

export interface Video {
  readonly id: string;
  readonly channelId: string;
  title: string;
  description: string;
  publishedAt: string;
  updatedAt: string;
  durationSeconds: number;
  broadcast: Broadcast;
  scheduledStart: string | null;
  liveStart: string | null;
  liveEnd: string | null;
  /** A day or a time; YouTube shows it as a time. */
  recordingDate: string | null;
  language: string | null;
  tags: string[];
  privacy: Privacy;
  isDeleted: boolean;
}
