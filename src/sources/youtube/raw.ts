import type { RawVideo } from "../../pages/raw-video.ts";
import type { Availability } from "../../records/recording.ts";
import type { Redactor } from "../types.ts";
import { availabilityShown } from "./availability.ts";
import type { FeedEntry } from "./feed.ts";
import type { Video } from "./types.ts";

/** What the source gives of a video: redacted, and what an earlier run knew better kept. */
export interface RawContext {
  readonly source: string;
  readonly redact: Redactor;
  readonly asOf: string;
}

export function rawOfVideo(video: Video, before: RawVideo | null, { source, redact, asOf }: RawContext): RawVideo {
  const { privacy, ...told } = video;
  return {
    ...told,
    // One video in two playlists is one record: who gave it first is named.
    source: before?.source ?? source,
    title: redact(onOneLine(video.title), "plain").text,
    description: redact(withoutControls(video.description), "plain").text,
    channelTitle: video.channelTitle === null ? null : redact(video.channelTitle, "plain").text,
    availability: availabilityShown(before, privacy, asOf),
    form: "api",
  };
}

/** The feed adds and corrects, and takes nothing away: what the interface once told stays. */
export function rawOfFeedEntry(entry: FeedEntry, before: RawVideo | null, { source, redact, asOf }: RawContext): RawVideo {
  const channelTitle = entry.channelTitle === null ? null : redact(entry.channelTitle, "plain").text;
  return {
    source: before?.source ?? source,
    videoId: entry.videoId,
    title: redact(onOneLine(entry.title), "plain").text,
    description: redact(withoutControls(entry.description), "plain").text,
    channelId: entry.channelId ?? before?.channelId ?? null,
    channelTitle: channelTitle ?? before?.channelTitle ?? null,
    publishedAt: entry.publishedAt ?? before?.publishedAt ?? null,
    durationSeconds: before?.durationSeconds ?? null,
    liveStartAt: before?.liveStartAt ?? null,
    scheduledStartAt: before?.scheduledStartAt ?? null,
    recordedAt: before?.recordedAt ?? null,
    // The feed has public and unlisted videos alike.
    availability: availabilityShown(before, before?.availability.value === "unlisted" ? "unlisted" : "public", asOf),
    form: before?.form ?? "feed",
  };
}

/** The last good record stays; of a video that nobody saw in time there is none. */
export function rawOfGone(videoId: string, before: RawVideo | null, availability: Availability, source: string): RawVideo {
  if (before !== null) return { ...before, availability };
  return {
    source,
    videoId,
    title: null,
    description: "",
    channelId: null,
    channelTitle: null,
    publishedAt: null,
    durationSeconds: null,
    liveStartAt: null,
    scheduledStartAt: null,
    recordedAt: null,
    availability,
    form: "api",
  };
}

function onOneLine(text: string): string {
  return withoutControls(text).replace(/\s+/g, " ").trim();
}

/** Lines and tabs stay. */
function withoutControls(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(/[^\P{Cc}\n\t]/gu, "");
}
