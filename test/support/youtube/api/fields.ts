import { invalidParameter } from "./errors.ts";

/** What a `fields` parameter keeps: names with what is kept below each; null keeps all below. */
type Selection = Map<string, Selection | null>;

// Of the resources that the stand-in answers with. Google refuses a selection that names anything else.
const names = new Set(
  (
    "kind etag id nextPageToken prevPageToken pageInfo totalResults resultsPerPage items snippet contentDetails status statistics player " +
    "liveStreamingDetails recordingDetails localizations topicDetails brandingSettings publishedAt channelId title description thumbnails " +
    "default medium high standard maxres url width height channelTitle playlistId position resourceId videoId videoOwnerChannelId " +
    "videoOwnerChannelTitle videoPublishedAt note startAt endAt privacyStatus podcastStatus itemCount embedHtml localized customUrl country " +
    "relatedPlaylists likes uploads viewCount subscriberCount hiddenSubscriberCount videoCount likeCount favoriteCount commentCount tags " +
    "categoryId liveBroadcastContent defaultLanguage defaultAudioLanguage duration dimension definition caption licensedContent " +
    "contentRating projection regionRestriction uploadStatus failureReason rejectionReason publishAt license embeddable publicStatsViewable " +
    "madeForKids selfDeclaredMadeForKids actualStartTime actualEndTime scheduledStartTime scheduledEndTime concurrentViewers activeLiveChatId " +
    "recordingDate location locationDescription isLinked longUploadsStatus"
  ).split(" "),
);

/** The value with what `fields` selects, by the rules of https://developers.google.com/youtube/v3/getting-started#fields. */
export function selected(value: unknown, fields: string | null): unknown {
  return fields === null || fields === "" ? value : pick(value, parseFields(fields));
}

function pick(value: unknown, selection: Selection): unknown {
  if (Array.isArray(value)) return value.map((one) => pick(one, selection));
  if (typeof value !== "object" || value === null) return value;
  const kept: Record<string, unknown> = {};
  for (const [name, below] of Object.entries(value)) {
    const inner = selection.has(name) ? selection.get(name) : selection.get("*");
    if (inner === undefined) continue;
    kept[name] = inner === null ? below : pick(below, inner);
  }
  return kept;
}

function parseFields(text: string): Selection {
  const tokens = text.replace(/\s/g, "").match(/[^,/()]+|[,/()]/g) ?? [];
  const [selection, rest] = parseList(tokens, 0, text);
  if (rest < tokens.length) throw invalidSelection(text);
  return selection;
}

/** list := path { "," path }; gives the selection and where the list ends. */
function parseList(tokens: readonly string[], start: number, text: string): [Selection, number] {
  const selection: Selection = new Map();
  let at = start;
  for (;;) {
    at = parsePath(tokens, at, selection, text);
    if (tokens[at] !== ",") return [selection, at];
    at += 1;
  }
}

/** path := name [ "/" path | "(" list ")" ] */
function parsePath(tokens: readonly string[], start: number, into: Selection, text: string): number {
  const name = tokens[start] ?? "";
  if (name !== "*" && !names.has(name)) throw invalidSelection(name === "" ? text : name);
  const next = tokens[start + 1];
  if (next !== "/" && next !== "(") {
    into.set(name, null);
    return start + 1;
  }
  // Both `snippet/title` and `snippet(title)` may come beside another selection below the same name.
  const below = into.get(name) ?? new Map();
  if (!into.has(name)) into.set(name, below);
  if (next === "/") return parsePath(tokens, start + 2, below, text);
  const [inner, end] = parseList(tokens, start + 2, text);
  if (tokens[end] !== ")") throw invalidSelection(text);
  for (const [key, value] of inner) below.set(key, value);
  return end + 1;
}

function invalidSelection(what: string): Error {
  return invalidParameter("fields", `Invalid field selection ${what}`);
}
