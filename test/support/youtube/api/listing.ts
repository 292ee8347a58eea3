import { createHash } from "node:crypto";
import { fractionOf } from "../../http/fraction.ts";
import type { Tube } from "../state/tube.ts";
import type { Viewer } from "../state/views.ts";
import { parameterFault } from "./errors.ts";
import { maxResultsOf } from "./parameters.ts";

/** A request to a method, admitted. */
export interface Call {
  readonly tube: Tube;
  readonly query: URLSearchParams;
  readonly viewer: Viewer;
  /** The share of pages that come with fewer items than asked for although more follow. */
  readonly pageJitter: number;
  /** Tokens of an earlier generation are refused. */
  readonly generation: number;
  /** Grows from request to request, as counts of views do. */
  readonly now: number;
}

/** What a `list` method answers, before `fields`; items are null where Google leaves the name out altogether. */
export interface Listing {
  readonly kind: string;
  readonly items: readonly object[] | null;
  readonly total: number;
  readonly perPage: number;
  readonly next?: string;
  readonly previous?: string;
}

export interface Page<T> {
  readonly rows: readonly T[];
  /** The place of the first row in all. */
  readonly start: number;
  readonly paging: Pick<Listing, "total" | "perPage" | "next" | "previous">;
}

/** The page that the query asks for. `scope` names the list: its tokens open no other. */
export function pageOf<T>(call: Call, scope: string, all: readonly T[], most = Number.POSITIVE_INFINITY): Page<T> {
  const max = maxResultsOf(call.query);
  const seal = digest(`${scope} ${call.generation}`).slice(0, 8);
  const start = startOf(call.query.get("pageToken"), seal);
  const reachable = Math.min(all.length, most);
  const roll = fractionOf(`${scope} ${start}`);
  const length = roll < call.pageJitter ? Math.max(1, Math.floor((roll / call.pageJitter) * max)) : max;
  const end = Math.min(start + length, reachable);
  const paging = {
    total: all.length,
    perPage: max,
    ...(end < reachable ? { next: tokenOf(end, seal) } : {}),
    ...(start > 0 ? { previous: tokenOf(Math.max(0, start - max), seal) } : {}),
  };
  return { rows: all.slice(start, end), start, paging };
}

function tokenOf(start: number, seal: string): string {
  return Buffer.from(`PT:${start}:${seal}`).toString("base64url");
}

function startOf(token: string | null, seal: string): number {
  if (token === null || token === "") return 0;
  const [, start, given] = /^PT:(\d{1,9}):(\w+)$/.exec(Buffer.from(token, "base64url").toString()) ?? [];
  if (start === undefined || given !== seal)
    throw parameterFault("invalidPageToken", "The request specifies an invalid page token.", ["pageToken", "parameter"]);
  return Number(start);
}

/** A resource with the parts that were asked for, in the order in which the reference has them. */
export function resource(kind: string, id: string, parts: ReadonlySet<string>, all: Readonly<Record<string, object | null>>): object {
  const shown = Object.fromEntries(Object.entries(all).filter(([part, value]) => parts.has(part) && value !== null));
  return { kind, etag: digest(JSON.stringify([id, shown])), id, ...shown };
}

export function digest(text: string): string {
  return createHash("sha1").update(text).digest("base64url");
}

/** In seconds, as the API writes times. */
export function timeOf(at: string): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}

const sizes = { default: ["default", 120, 90], medium: ["mqdefault", 320, 180], high: ["hqdefault", 480, 360] } as const;

export function thumbnailsOf(videoId: string): object {
  const entries = Object.entries(sizes).map(([name, [file, width, height]]) => {
    return [name, { url: `https://i.ytimg.com/vi/${videoId}/${file}.jpg`, width, height }];
  });
  return Object.fromEntries(entries);
}
