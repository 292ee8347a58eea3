// When to ask again, and how long to wait before. Pure: time and chance come in as arguments.

/** Header names are lower case. */
export type Headers = Readonly<Record<string, string | undefined>>;

/** What came of one attempt: an answer, or none. */
export interface Attempt {
  /** 1 for the first. */
  readonly number: number;
  /** Null where the connection gave none: reset, time-out, an answer that was cut off. */
  readonly status: number | null;
  readonly headers: Headers;
  /** Whether it passes by itself, where more than the status tells; null: the status tells. */
  readonly isPassing?: boolean | null;
}

export const mostAttempts = 6;
const firstDelayMs = 500;
const longestDelayMs = 60_000;
/** Servers have been seen to ask for hours or days, and to answer a minute later: what is beyond this is not meant. */
const longestWaitMs = 300_000;

const mayPass: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * How long to wait before the next attempt, in ms, or null to give up. `Retry-After` is a least time, never the only one: it is often absent,
 * sometimes 0 and sometimes absurd, and then cut. Without it the wait doubles, half of it by chance, so that clients that failed together do not come back together.
 */
export function delayBeforeNext(attempt: Attempt, now: number, random: () => number): number | null {
  if (attempt.number >= mostAttempts || !isTransient(attempt)) return null;
  const backOff = Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt.number - 1));
  const jittered = backOff / 2 + (backOff / 2) * random();
  const asked = retryAfterMs(attempt.headers["retry-after"], now) ?? resetMs(attempt.headers, now) ?? 0;
  return Math.max(asked > longestWaitMs ? longestDelayMs : asked, jittered);
}

/** Some servers answer 403 when they limit; then, and only then, they say when to come back. */
function isTransient({ status, headers, isPassing }: Attempt): boolean {
  if (isPassing !== undefined && isPassing !== null) return isPassing;
  if (status === null || mayPass.has(status)) return true;
  return status === 403 && headers["retry-after"] !== undefined;
}

/** `Retry-After` in seconds (also fractions) or as an HTTP date, as ms from now; null where it is absent or says nothing. RFC 9110, 10.2.3. */
export function retryAfterMs(value: string | undefined, now: number): number | null {
  const text = value?.trim() ?? "";
  if (/^\d{1,10}(?:\.\d{1,6})?$/.test(text)) return Number(text) * 1000;
  const at = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** `X-RateLimit-Reset` of a spent limit (ISO 8601 or seconds since 1970), as ms from now. */
function resetMs(headers: Headers, now: number): number | null {
  const remaining = headers["x-ratelimit-remaining"];
  if (remaining === undefined || Number(remaining) > 0) return null;
  const text = headers["x-ratelimit-reset"]?.trim() ?? "";
  const at = /^\d{10}$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** How long a host should be left alone after an answer that was fine: until the reset where nothing is left, a little where little is. */
export function restMs(headers: Headers, now: number): number {
  const near = headers["x-ratelimit-nearlimit"]?.toLowerCase() === "true";
  const remaining = headers["x-ratelimit-remaining"];
  const limit = Number(headers["x-ratelimit-limit"]);
  if (remaining !== undefined && Number(remaining) <= 0) return Math.min(resetMs(headers, now) ?? 1000, longestDelayMs);
  const isLow = near || (remaining !== undefined && limit > 0 && Number(remaining) < limit * 0.1);
  return isLow ? 1000 : 0;
}
