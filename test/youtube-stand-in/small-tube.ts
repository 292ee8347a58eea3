import { type LoopbackTube, startYouTube, Tube, type YouTubeOptions } from "../support/youtube/index.ts";

export const channelId = "UCtidaltidaltidaltidal1B";
export const uploadsId = "UUtidaltidaltidaltidal1B";
export const playlistId = "PLharbourharbourharbourharbour0B";
export const key = "right-key";

/** `video-01-aB` and so on. */
export function videoId(number: number): string {
  return `video-${String(number).padStart(2, "0")}-aB`;
}

/** A channel with one playlist of `count` videos, oldest first, a day apart. */
export function smallTube(count = 3): Tube {
  const tube = new Tube();
  tube.channel({ id: channelId, handle: "@TidalGroup", title: "Tidal Group", createdAt: "2020-01-01T00:00:00Z" });
  tube.playlist({ id: playlistId, channel: channelId, title: "Harbour calls", createdAt: "2020-01-02T00:00:00Z" });
  for (let number = 1; number <= count; number += 1) {
    const day = new Date(Date.UTC(2024, 0, number)).toISOString().slice(0, 10);
    tube.video({ id: videoId(number), title: `Call ${number}`, description: `About "${number}" & more`, publishedAt: `${day}T18:00:00Z` });
    tube.add(playlistId, videoId(number), { at: `${day}T20:00:00Z` });
  }
  return tube;
}

const open: LoopbackTube[] = [];

export async function started(options: Partial<YouTubeOptions> = {}): Promise<LoopbackTube> {
  const youtube = await startYouTube({ tube: smallTube(), keys: [key], ...options });
  open.push(youtube);
  return youtube;
}

export async function closeAll(): Promise<void> {
  for (const one of open.splice(0)) await one.close();
}

export interface Item {
  readonly kind: string;
  readonly etag: string;
  readonly id: string;
  readonly snippet?: Record<string, unknown> & { readonly title: string };
  readonly contentDetails?: Record<string, unknown>;
  readonly status?: Record<string, unknown>;
  readonly [part: string]: unknown;
}

export interface Body {
  readonly kind?: string;
  readonly etag?: string;
  readonly nextPageToken?: string;
  readonly prevPageToken?: string;
  readonly items?: readonly Item[];
  readonly pageInfo?: { readonly totalResults: number; readonly resultsPerPage: number };
  readonly error?: {
    readonly code: number;
    readonly message: string;
    readonly status?: string;
    readonly errors?: readonly { readonly reason: string; readonly domain: string; readonly location?: string }[];
    readonly details?: readonly { readonly reason: string; readonly domain: string }[];
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** Asks a method with the right key, unless the headers say who asks. */
export async function ask(
  youtube: LoopbackTube,
  method: string,
  query: Record<string, string>,
  headers: Record<string, string> = { "x-goog-api-key": key },
): Promise<Answer> {
  const response = await fetch(`${youtube.apiRoot}/youtube/v3/${method}?${new URLSearchParams(query)}`, { headers });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? {} : (JSON.parse(text) as Body) };
}

/** Status and reasons, in both places: what a refusal says. */
export function refusalOf({ status, body: { error } }: Answer): readonly unknown[] {
  return [status, error?.errors?.[0]?.reason ?? null, error?.details?.[0]?.reason ?? null];
}

export function titlesOf({ body }: Answer): unknown[] {
  return (body.items ?? []).map(({ snippet }) => snippet?.title);
}
