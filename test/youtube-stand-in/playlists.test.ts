import { afterEach, expect, test } from "vitest";
import type { LoopbackTube } from "../support/youtube/index.ts";
import {
  type Answer,
  ask,
  channelId,
  closeAll,
  playlistId,
  refusalOf,
  smallTube,
  started,
  titlesOf,
  uploadsId,
  videoId,
} from "./small-tube.ts";

afterEach(closeAll);

const itemsOf = (youtube: LoopbackTube, id: string, more: Record<string, string> = {}): Promise<Answer> =>
  ask(youtube, "playlistItems", { part: "snippet,contentDetails,status", playlistId: id, ...more });

async function allPages(youtube: LoopbackTube, id: string, maxResults: number): Promise<Answer[]> {
  const pages: Answer[] = [];
  for (let token: string | undefined = ""; token !== undefined; token = pages.at(-1)?.body.nextPageToken)
    pages.push(await itemsOf(youtube, id, { maxResults: String(maxResults), ...(token === "" ? {} : { pageToken: token }) }));
  return pages;
}

test("an item has the times of its adding and of its video's publication", async () => {
  const youtube = await started();
  const { body } = await itemsOf(youtube, playlistId);
  expect(body.kind).toBe("youtube#playlistItemListResponse");
  expect(Buffer.from(body.items?.[0]?.id ?? "", "base64url").toString()).toMatch(new RegExp(`^${playlistId}\\.[0-9A-F]{16}$`));
  expect(body.items?.[0]).toMatchObject({
    kind: "youtube#playlistItem",
    snippet: {
      publishedAt: "2024-01-01T20:00:00Z",
      channelId,
      title: "Call 1",
      playlistId,
      position: 0,
      resourceId: { kind: "youtube#video", videoId: videoId(1) },
      videoOwnerChannelId: channelId,
    },
    contentDetails: { videoId: videoId(1), videoPublishedAt: "2024-01-01T18:00:00Z" },
    status: { privacyStatus: "public" },
  });
});

test("pages follow each other by tokens alone, five items each unless asked, and the last has none", async () => {
  const youtube = await started({ tube: smallTube(12) });
  expect((await itemsOf(youtube, playlistId)).body.items).toHaveLength(5);
  const pages = await allPages(youtube, playlistId, 5);
  expect(pages.map(({ body }) => body.items?.length)).toEqual([5, 5, 2]);
  expect(pages.flatMap(titlesOf)).toEqual(Array.from({ length: 12 }, (_, index) => `Call ${index + 1}`));
  expect(pages[2]?.body).not.toHaveProperty("nextPageToken");
  expect(pages[1]?.body).toHaveProperty("prevPageToken");
  expect(pages[0]?.body.pageInfo).toEqual({ totalResults: 12, resultsPerPage: 5 });
});

test("the order is the position, which shifts when somebody adds on top", async () => {
  const youtube = await started();
  const { id } = youtube.tube.add(playlistId, videoId(3), { at: "2024-02-01T00:00:00Z", position: 0 });
  const { body } = await itemsOf(youtube, playlistId);
  expect(body.items?.map(({ snippet }) => [snippet?.title, snippet?.position])).toEqual([
    ["Call 3", 0],
    ["Call 1", 1],
    ["Call 2", 2],
    ["Call 3", 3],
  ]);
  expect(new Set(body.items?.map((item) => item.id)).size).toBe(4);
  youtube.tube.remove(id);
  expect(titlesOf(await itemsOf(youtube, playlistId))).toEqual(["Call 1", "Call 2", "Call 3"]);
});

test("an ordinary playlist keeps placeholders for what nobody may see", async () => {
  const youtube = await started();
  youtube.tube.delete(videoId(1));
  youtube.tube.makePrivate(videoId(2));
  const { body } = await itemsOf(youtube, playlistId);
  const [deleted, hidden, shown] = body.items ?? [];
  expect(deleted).toMatchObject({
    snippet: { title: "Deleted video", description: "This video is unavailable.", thumbnails: {}, publishedAt: "2024-01-01T20:00:00Z" },
    contentDetails: { videoId: videoId(1) },
    status: { privacyStatus: "privacyStatusUnspecified" },
  });
  expect(hidden).toMatchObject({
    snippet: { title: "Private video", description: "This video is private.", thumbnails: {} },
    status: { privacyStatus: "private" },
  });
  for (const item of [deleted, hidden]) {
    expect(item?.contentDetails).not.toHaveProperty("videoPublishedAt");
    expect(item?.snippet).not.toHaveProperty("videoOwnerChannelTitle");
  }
  expect(shown?.snippet?.title).toBe("Call 3");
  youtube.tube.makePublic(videoId(2));
  expect(titlesOf(await itemsOf(youtube, playlistId))[1]).toBe("Call 2");
});

test("uploads are newest first without what is hidden, which is counted all the same and leaves pages short", async () => {
  const youtube = await started({ tube: smallTube(6) });
  youtube.tube.makePrivate(videoId(6));
  youtube.tube.makeUnlisted(videoId(4));
  youtube.tube.delete(videoId(3));
  const pages = await allPages(youtube, uploadsId, 2);
  expect(pages.map(titlesOf)).toEqual([["Call 5"], ["Call 2"], ["Call 1"]]);
  expect(pages[0]?.body.pageInfo?.totalResults).toBe(5);
});

test("an ordinary playlist may count more than it lists, and have an empty page in between", async () => {
  const youtube = await started({ tube: smallTube(5) });
  const [, , third, fourth] = youtube.tube.playlists.get(playlistId)?.items ?? [];
  for (const item of [third, fourth]) youtube.tube.hide(item?.id ?? "");
  const pages = await allPages(youtube, playlistId, 2);
  expect(pages.map(titlesOf)).toEqual([["Call 1", "Call 2"], [], ["Call 5"]]);
  expect(pages[0]?.body.pageInfo?.totalResults).toBe(5);
});

test("who adds on top between two pages makes the second begin with what the first ended with", async () => {
  const tube = smallTube(4);
  const onRequest = (_: string, query: URLSearchParams): void => {
    if (query.has("pageToken") && tube.playlists.get(playlistId)?.items.length === 4) tube.add(playlistId, videoId(4), { position: 0 });
  };
  const pages = await allPages(await started({ tube, onRequest }), playlistId, 2);
  expect(pages.map(titlesOf)).toEqual([["Call 1", "Call 2"], ["Call 2", "Call 3"], ["Call 4"]]);
});

test("pages may come short although more follow, and are the same each time", async () => {
  const youtube = await started({ tube: smallTube(40), pageJitter: 0.9 });
  const [there, again] = [await allPages(youtube, playlistId, 10), await allPages(youtube, playlistId, 10)];
  const sizes = (pages: Answer[]): unknown[] => pages.map(({ body }) => body.items?.length);
  expect(there.length).toBeGreaterThan(4);
  expect(sizes(again)).toEqual(sizes(there));
  expect(new Set(there.flatMap(titlesOf)).size).toBe(40);
});

test.each([
  ["private", 403, "playlistItemsNotAccessible"],
  ["removed", 404, "playlistNotFound"],
] as const)("a playlist that is %s is refused, and does not look empty", async (state, status, reason) => {
  const youtube = await started();
  if (state === "private") youtube.tube.makePlaylistPrivate(playlistId);
  else youtube.tube.removePlaylist(playlistId);
  expect(refusalOf(await itemsOf(youtube, playlistId))).toEqual([status, reason, null]);
  const listed = await ask(youtube, "playlists", { part: "snippet", id: playlistId });
  expect([listed.status, listed.body.items]).toEqual([200, []]);
});

test("a channel without videos has no uploads", async () => {
  const youtube = await started({ tube: smallTube(0) });
  expect(refusalOf(await itemsOf(youtube, uploadsId))).toEqual([404, "playlistNotFound", null]);
});

test("an unlisted playlist is found by its id and not by its channel", async () => {
  const youtube = await started();
  youtube.tube.editPlaylist(playlistId, { privacy: "unlisted", title: "Renamed" });
  expect(titlesOf(await ask(youtube, "playlists", { part: "snippet", id: playlistId }))).toEqual(["Renamed"]);
  expect(titlesOf(await ask(youtube, "playlists", { part: "snippet", channelId }))).toEqual([]);
  expect((await itemsOf(youtube, playlistId)).status).toBe(200);
  const { body } = await ask(youtube, "playlists", { part: "contentDetails,status", id: `${playlistId},${uploadsId}` });
  expect(body.items?.map(({ contentDetails }) => contentDetails)).toEqual([{ itemCount: 3 }, { itemCount: 3 }]);
});

test("a page token opens only its own list, and none once it has expired", async () => {
  const youtube = await started({ tube: smallTube(12) });
  const pageToken = (await itemsOf(youtube, playlistId)).body.nextPageToken ?? "";
  expect((await itemsOf(youtube, playlistId, { pageToken })).status).toBe(200);
  expect(refusalOf(await itemsOf(youtube, uploadsId, { pageToken }))).toEqual([400, "invalidPageToken", null]);
  expect(refusalOf(await itemsOf(youtube, playlistId, { pageToken: "made-up" }))).toEqual([400, "invalidPageToken", null]);
  youtube.expirePageTokens();
  expect(refusalOf(await itemsOf(youtube, playlistId, { pageToken }))).toEqual([400, "invalidPageToken", null]);
});
