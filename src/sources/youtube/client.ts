import type { youtube_v3 } from "@googleapis/youtube";
import type { z } from "zod";
import { MinutebookError, SourceError } from "../../errors.ts";
import type { Answer, HttpClient } from "../../http/client.ts";
import { parseJson } from "../../http/json.ts";
import { videoIdForm } from "../../pages/raw-video.ts";
import { faultOf, isBadPageToken, passes } from "./faults.ts";
import { anyItem, channelItem, entryItem, page, playlistItem, videoItem } from "./schema.ts";
import { instantOf, secondsOf } from "./times.ts";
import {
  type EntriesPage,
  entriesPerPage,
  type FoundPlaylist,
  type PlaylistEntry,
  type Video,
  type VideosAnswer,
  type Wanted,
  type YoutubeApi,
} from "./types.ts";

/** The page token of a listing was refused: its listing must begin anew. */
export class PageTokenRefused extends Error {}

/**
 * The generated client of the Data API behind the few questions that are asked of it. Its transport is our own door: one policy for retries and
 * limits, and credentials that never enter the client, whose errors carry all that they know. `forgetToken` makes the next request ask for a new one.
 */
export async function youtubeApi(http: HttpClient, apiRoot: string, forgetToken: () => void): Promise<YoutubeApi> {
  // 90 ms to load: only for who reads from YouTube.
  const { youtube } = await import("@googleapis/youtube");
  const api = youtube({
    version: "v3",
    rootUrl: apiRoot,
    retry: false,
    validateStatus: () => true,
    responseType: "text",
    fetchImplementation: (address) => throughDoor(http, addressOf(address), forgetToken),
  });
  return new DataApi(api);
}

class DataApi implements YoutubeApi {
  readonly #api: youtube_v3.Youtube;

  constructor(api: youtube_v3.Youtube) {
    this.#api = api;
  }

  async uploadsOf(channel: Extract<Wanted, { kind: "channel" }>): Promise<FoundPlaylist | null> {
    const { by, name } = channel;
    const named = by === "id" ? { id: [name] } : by === "handle" ? { forHandle: name } : { forUsername: name };
    const part = ["snippet", "contentDetails", "statistics"];
    const { items } = await ask(`the channel ${name}`, () => this.#api.channels.list({ part, ...named, maxResults: 1 }));
    const found = readable(items, channelItem).read[0];
    const uploads = found?.contentDetails.relatedPlaylists.uploads ?? null;
    if (!found || uploads === null) return null;
    return { id: uploads, kind: "uploads", title: found.snippet?.title ?? name, count: found.statistics?.videoCount ?? null };
  }

  async playlist(id: string): Promise<FoundPlaylist | null> {
    const part = ["snippet", "contentDetails"];
    const { items } = await ask(`the playlist ${id}`, () => this.#api.playlists.list({ part, id: [id], maxResults: 1 }));
    const found = readable(items, playlistItem).read[0];
    return found ? { id, kind: "playlist", title: found.snippet?.title ?? id, count: found.contentDetails?.itemCount ?? null } : null;
  }

  async entries(playlistId: string, token: string | null): Promise<EntriesPage> {
    const part = ["snippet", "contentDetails", "status"];
    const wanted = { part, playlistId, maxResults: entriesPerPage, ...(token === null ? {} : { pageToken: token }) };
    const { items, nextPageToken } = await ask(`the entries of the playlist ${playlistId}`, () => this.#api.playlistItems.list(wanted));
    const { read, dropped } = readable(items, entryItem);
    const entries = read.map(entryOf);
    const known = entries.filter((entry) => entry !== null);
    return { entries: known, next: nextPageToken, dropped: dropped + entries.length - known.length };
  }

  async videos(ids: readonly string[]): Promise<VideosAnswer> {
    const part = ["snippet", "contentDetails", "status", "liveStreamingDetails", "recordingDetails"];
    const { items } = await ask("videos", () => this.#api.videos.list({ part, id: [ids.join(",")] }));
    const wanted = new Set(ids);
    const videos: Video[] = [];
    const unread: string[] = [];
    for (const item of items) {
      const id = anyItem.safeParse(item).data?.id ?? "";
      const { data } = videoItem.safeParse(item);
      // What nobody asked for is no answer.
      if (!wanted.has(id)) continue;
      if (data === undefined) unread.push(id);
      // Its owner is shown what is private in full; the archive is public.
      else if (data.status?.privacyStatus !== "private") videos.push(videoOf(data));
    }
    return { videos, unread };
  }
}

type Page = z.infer<typeof page>;

async function ask(what: string, question: () => Promise<{ readonly status: number; readonly data: unknown }>): Promise<Page> {
  let answer: Answer;
  try {
    const { status, data } = await question();
    answer = { url: "", status, headers: {}, body: typeof data === "string" ? data : JSON.stringify(data), bytes: null };
  } catch (error) {
    // The client wraps what our door threw; what it says beside that holds the whole request.
    throw ownError(error) ?? new SourceError("broken", `the question for ${what} was not answered`, { file: what });
  }
  if (isBadPageToken(answer)) throw new PageTokenRefused();
  if (answer.status !== 200) throw faultOf(answer, what);
  const parsed = page.safeParse(parseJson(answer.body));
  if (parsed.success) return parsed.data;
  throw new SourceError(
    "broken",
    `YouTube answered the question for ${what} with something else: expected a list; see "apiRoot" in the configuration`,
    {
      file: what,
    },
  );
}

function ownError(error: unknown): MinutebookError | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) if (at instanceof MinutebookError) return at;
  return null;
}

async function throughDoor(http: HttpClient, url: string, forgetToken: () => void): Promise<Response> {
  const isWhole = ({ body }: Answer): boolean => page.safeParse(parseJson(body)).success;
  const exchange = { url, accept: "application/json", isWhole, passes };
  const first = await http.exchange(exchange);
  if (first.status === 401) forgetToken();
  const { status, body } = first.status === 401 ? await http.exchange(exchange) : first;
  return new Response(body, { status, headers: { "content-type": "application/json" } });
}

function addressOf(address: unknown): string {
  return address instanceof URL ? address.href : typeof address === "string" ? address : (address as { url: string }).url;
}

function readable<T>(items: readonly unknown[], schema: z.ZodType<T>): { read: T[]; dropped: number } {
  const read = items.flatMap((item) => schema.safeParse(item).data ?? []);
  return { read, dropped: items.length - read.length };
}

/** Null for an entry that is no video. */
function entryOf(item: z.infer<typeof entryItem>): PlaylistEntry | null {
  const videoId = item.contentDetails?.videoId ?? item.snippet?.resourceId?.videoId ?? "";
  return videoIdForm.test(videoId) ? { videoId, placeholder: placeholderOf(item) } : null;
}

/** A title alone is no sign: songs are called like that. What is gone has no day of publication either, but for its owner. */
function placeholderOf(item: z.infer<typeof entryItem>): PlaylistEntry["placeholder"] {
  const privacy = item.status?.privacyStatus ?? null;
  if (privacy === "private") return "private";
  if (item.contentDetails?.videoPublishedAt) return null;
  const title = item.snippet?.title ?? "";
  if (title === "Private video") return "private";
  if (title === "Deleted video") return "deleted";
  return privacy === "privacyStatusUnspecified" ? "deleted" : "unknown";
}

function videoOf(item: z.infer<typeof videoItem>): Video {
  const { snippet, contentDetails, status, liveStreamingDetails: live, recordingDetails } = item;
  const privacy = status?.privacyStatus;
  return {
    videoId: item.id,
    title: snippet.title,
    description: snippet.description ?? "",
    channelId: snippet.channelId ?? null,
    channelTitle: snippet.channelTitle ?? null,
    publishedAt: instantOf(snippet.publishedAt),
    durationSeconds: secondsOf(contentDetails?.duration),
    liveStartAt: instantOf(live?.actualStartTime),
    scheduledStartAt: instantOf(live?.scheduledStartTime),
    recordedAt: instantOf(recordingDetails?.recordingDate),
    privacy: privacy === "unlisted" ? privacy : "public",
  };
}
