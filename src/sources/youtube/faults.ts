import { SourceError } from "../../errors.ts";
import type { Answer } from "../../http/client.ts";
import { parseJson } from "../../http/json.ts";
import { failure } from "./schema.ts";

// What a refusal of Google's means, and what to do about it. Sources: https://developers.google.com/youtube/v3/docs/errors,
// https://cloud.google.com/apis/design/errors

/** What is wrong, by the reasons of both shapes. */
interface Refusal {
  readonly reasons: readonly string[];
  /** Google's own words, on one line. */
  readonly said: string;
}

const outOfQuota: ReadonlySet<string> = new Set(["quotaExceeded", "dailyLimitExceeded", "dailyLimitExceededUnreg"]);
const tooFast: ReadonlySet<string> = new Set([
  "rateLimitExceeded",
  "userRateLimitExceeded",
  "RATE_LIMIT_EXCEEDED",
  "processingFailure",
  "backendError",
]);

const remedies: Readonly<Record<string, string>> = {
  keyInvalid: "the API key is not valid; see the environment variable that the configuration names",
  API_KEY_INVALID: "the API key is not valid; see the environment variable that the configuration names",
  keyExpired: "the API key has expired; make a new one in the Google Cloud console",
  API_KEY_EXPIRED: "the API key has expired; make a new one in the Google Cloud console",
  accessNotConfigured: 'the project of the key has not enabled the "YouTube Data API v3"; enable it in the Google Cloud console',
  SERVICE_DISABLED: 'the project of the key has not enabled the "YouTube Data API v3"; enable it in the Google Cloud console',
  API_KEY_SERVICE_BLOCKED: 'the key is restricted to other interfaces; allow it the "YouTube Data API v3" in the Google Cloud console',
  ipRefererBlocked: "the key is restricted to other addresses; lift the restriction in the Google Cloud console",
  API_KEY_IP_ADDRESS_BLOCKED: "the key is restricted to other addresses; lift the restriction in the Google Cloud console",
  API_KEY_HTTP_REFERRER_BLOCKED: "the key is restricted to web sites; make one without that restriction",
  playlistNotFound: "no such playlist; see its id in the configuration. Its records stay as they are",
  playlistItemsNotAccessible: "the playlist is private; its owner can make it public, or give OAuth credentials of the owner",
  watchHistoryNotAccessible: "the playlist is the watch history of an account, which nobody may read",
  channelNotFound: "no such channel; see its name in the configuration",
  channelClosed: "the channel was closed",
  channelSuspended: "the channel was suspended",
};

/** What the older shape calls plainly "badRequest" or "forbidden": only the words tell which it is. */
const byWords: readonly (readonly [RegExp, string])[] = [
  [/API key not valid/i, "API_KEY_INVALID"],
  [/API key expired/i, "API_KEY_EXPIRED"],
  [/has not been used in project|API .{0,40}is disabled/i, "SERVICE_DISABLED"],
  [/IP address restriction/i, "API_KEY_IP_ADDRESS_BLOCKED"],
  [/referer .{0,80}(?:blocked|restriction)|referrer restriction/i, "API_KEY_HTTP_REFERRER_BLOCKED"],
];

/** Shared addresses, such as those of hosted runners, are refused with a key that works elsewhere. Source: airbytehq/airbyte, source-youtube-data */
const forbidden =
  'refused. If the key works elsewhere, Google refuses it from this machine\'s address, as it does on hosted runners: give "oauth" credentials, or leave both out to read the public feed';

function refusalOf(answer: Answer): Refusal {
  // Of a proxy's page the status says what there is to say.
  const { data } = failure.safeParse(parseJson(answer.body));
  if (data === undefined) return { reasons: [], said: "" };
  const { error } = data;
  const reasons = [...(error.errors ?? []), ...(error.details ?? [])].flatMap(({ reason }) => reason ?? []);
  // Newer quotas answer 429 for both: only what is counted tells the day's units from being too fast.
  const perDay =
    answer.status === 429 &&
    (/\bper day\b/i.test(error.message ?? "") ||
      (error.details ?? []).some(({ metadata }) => /per_?day|"1\/d\b/i.test(JSON.stringify(metadata ?? {}))));
  // A key may be repeated, and in a form that nobody compares with ours.
  const said = (error.message ?? "")
    .replace(/api_key:\S+|AIza[\w-]{10,}/g, "***")
    .replace(/<[^<>]{0,200}>/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);
  const worded =
    answer.status === 400 || answer.status === 403 ? byWords.flatMap(([words, reason]) => (words.test(said) ? [reason] : [])) : [];
  return { reasons: [...reasons, ...worded, ...(perDay ? ["quotaExceeded"] : [])], said };
}

/** Whether the refusal passes by itself; null where the status tells. */
export function passes(answer: Answer): boolean | null {
  const { reasons } = refusalOf(answer);
  if (reasons.some((reason) => outOfQuota.has(reason))) return false;
  return reasons.some((reason) => tooFast.has(reason)) ? true : null;
}

/** What the answer means, without the address: it says nothing that the words do not. */
export function faultOf(answer: Answer, what: string): SourceError {
  const { status } = answer;
  const { reasons, said } = refusalOf(answer);
  const details = { file: what, status };
  if (reasons.some((reason) => outOfQuota.has(reason)))
    return new SourceError(
      "spent",
      `YouTube's quota of this key is spent before ${what} (quotaExceeded): it is given anew at midnight Pacific time; the next run goes on`,
      details,
    );
  const remedy = reasons.map((reason) => remedies[reason]).find((text) => text !== undefined);
  const words =
    remedy ?? (status === 401 ? "the OAuth token was refused" : status === 403 ? forbidden : said === "" ? "no reason given" : said);
  const fault = status === 404 ? "absent" : status === 401 || status === 403 || remedy !== undefined ? "refused" : "broken";
  const named = reasons[0] === undefined ? "" : ` (${reasons[0]})`;
  return new SourceError(fault, `YouTube answered ${status}${named} to the question for ${what}: ${words}`, details);
}

/** The page token ran out or never was one: the listing begins anew. */
export function isBadPageToken(answer: Answer): boolean {
  return (
    answer.status === 400 && refusalOf(answer).reasons.some((reason) => reason === "invalidPageToken" || reason === "INVALID_PAGE_TOKEN")
  );
}
