import { type Asked, type Given, json } from "../http/exchange.ts";
import { listChannels } from "./api/channels.ts";
import { type ErrorShape, errorAnswer, notFoundPage, Refused } from "./api/errors.ts";
import { selected } from "./api/fields.ts";
import { type Call, digest, type Listing } from "./api/listing.ts";
import { listPlaylistItems } from "./api/playlist-items.ts";
import { listPlaylists } from "./api/playlists.ts";
import { listVideos } from "./api/videos.ts";

/**
 * How far the ETags of lists can be trusted: `true` ones tell content, `restless` ones change with each request, `stuck` ones stay whatever changes;
 * readers have met all three (https://github.com/w0d4/yt-backup/issues/45).
 */
export type Etags = "true" | "restless" | "stuck";

const methods: Readonly<Record<string, (call: Call) => Listing>> = {
  "/youtube/v3/channels": listChannels,
  "/youtube/v3/playlists": listPlaylists,
  "/youtube/v3/playlistItems": listPlaylistItems,
  "/youtube/v3/videos": listVideos,
  // Only so that whoever asks is answered and the log shows what it cost.
  "/youtube/v3/search": () => ({ kind: "youtube#searchListResponse", items: [], total: 0, perPage: 5 }),
};

/** Answers a request to the API that was let in and paid for. */
export function apiAnswer(asked: Asked, call: Call, etags: Etags, shape: ErrorShape): Given {
  const method = methods[asked.path];
  if (!method || asked.method !== "GET") return notFoundPage(asked.path);
  return orRefusal(shape, () => listingAnswer(asked, method(call), call, etags));
}

/** Gives the fault that was thrown its shape. */
export function orRefusal(shape: ErrorShape, answer: () => Given): Given {
  try {
    return answer();
  } catch (error) {
    if (error instanceof Refused) return errorAnswer(error.fault, shape);
    throw error;
  }
}

function listingAnswer(asked: Asked, listing: Listing, call: Call, etags: Etags): Given {
  const { kind, items, total, perPage, next, previous } = listing;
  const etag = etagOf(asked, listing, call, etags);
  const headers = { etag: `"${etag}"`, "content-type": "application/json; charset=UTF-8", "cache-control": "private", vary: "Origin" };
  const body = {
    kind,
    etag,
    ...(next === undefined ? {} : { nextPageToken: next }),
    ...(previous === undefined ? {} : { prevPageToken: previous }),
    ...(items === null ? {} : { items }),
    pageInfo: { totalResults: total, resultsPerPage: perPage },
  };
  const kept = selected(body, asked.query.get("fields"));
  const known = asked.headers["if-none-match"];
  if (known !== undefined && known.replace(/^W\//, "").replaceAll('"', "") === etag) return { status: 304, headers, body: "" };
  return json(kept, 200, headers);
}

function etagOf({ path, query }: Asked, listing: Listing, { now }: Call, etags: Etags): string {
  switch (etags) {
    case "true":
      return digest(JSON.stringify(listing));
    case "restless":
      return digest(`${JSON.stringify(listing)} ${now}`);
    case "stuck":
      return digest(`${path}?${query}`);
  }
}
