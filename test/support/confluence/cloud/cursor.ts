import { type Asked, json, Refusal } from "../../http/exchange.ts";

/** A thing of a list, and the text by which the list is sorted. */
export interface Row<T> {
  readonly key: string;
  readonly value: T;
}

export interface Slice<T> {
  readonly values: readonly T[];
  /** For the next request, or null at the end. */
  readonly next: string | null;
}

const defaultLimit = 25;
const maxLimit = 250;

/** What a cursor holds. Opaque to clients: it works with the very query that it came from and with no other. */
interface Place {
  readonly of: string;
  readonly after: string;
  readonly isEmptyOne: boolean;
}

/**
 * One page of a sorted list. The cursor is a place in the order, not a count: what changes between two pages neither shifts nor repeats the rest.
 * `start` is ignored, as on Cloud.
 * @throws Refusal (400) for a limit out of range, and for a cursor that is damaged or belongs to another query
 */
export function sliceOf<T>(asked: Asked, rows: readonly Row<T>[], isDescending: boolean, emptyPage?: "middle" | "end"): Slice<T> {
  const limit = limitOf(asked);
  const given = asked.query.get("cursor");
  const of = signatureOf(asked);
  const place = given === null ? null : readPlace(given);
  if (given !== null && place?.of !== of) throw badRequest("INVALID_REQUEST_PARAMETER", "Provided value for 'cursor' is invalid");
  const isBehind = ({ key }: Row<T>): boolean => place === null || (isDescending ? key < place.after : key > place.after);
  const rest = rows.filter(isBehind);
  const linkTo = (after: string, isEmptyOne: boolean): string => nextPath(asked, writePlace({ of, after, isEmptyOne }));
  if (place?.isEmptyOne) return { values: [], next: linkTo(place.after, emptyPage === "end") };
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rest.length > limit;
  const isEmptyNext = last !== undefined && (emptyPage === "middle" ? place === null && hasMore : emptyPage === "end" && !hasMore);
  const next = last !== undefined && (hasMore || isEmptyNext) ? linkTo(last.key, isEmptyNext) : null;
  return { values: shown.map(({ value }) => value), next };
}

export function badRequest(code: string, title: string): Refusal {
  return new Refusal(json({ errors: [{ status: 400, code, title, detail: null }] }, 400));
}

function limitOf(asked: Asked): number {
  const given = asked.query.get("limit");
  const limit = given === null ? defaultLimit : Number(given);
  if (!Number.isInteger(limit) || limit < 1 || limit > maxLimit)
    throw badRequest("INVALID_REQUEST_PARAMETER", `Provided value {${given}} for 'limit' is not between 1 and ${maxLimit}`);
  return limit;
}

/** Everything that makes the list what it is: path, filters, order and size of a page. */
export function signatureOf(asked: Asked): string {
  const parameters = [...asked.query]
    .filter(([name]) => !["cursor", "start", "limit"].includes(name))
    .map(([name, value]) => `${name}=${value}`);
  return [asked.path, limitOf(asked), ...parameters.sort()].join("&");
}

/** The cursor comes first, so that whoever cuts the text behind `cursor=` takes too much. */
function nextPath(asked: Asked, cursor: string): string {
  const query = new URLSearchParams({ cursor });
  for (const [name, value] of asked.query) if (name !== "cursor" && name !== "start") query.append(name, value);
  if (!query.has("limit")) query.append("limit", String(defaultLimit));
  return `${asked.path}?${query}`;
}

function writePlace(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString("base64");
}

function readPlace(cursor: string): Place | null {
  try {
    return JSON.parse(Buffer.from(cursor, "base64").toString()) as Place;
  } catch {
    return null;
  }
}
