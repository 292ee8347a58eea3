import { afterEach, expect, test } from "vitest";
import { ask, channelId, closeAll, refusalOf, smallTube, started, titlesOf, uploadsId, videoId } from "./small-tube.ts";

afterEach(closeAll);

test("videos are answered by id, each once, without those that are hidden", async () => {
  const youtube = await started({ tube: smallTube(5) });
  youtube.tube.delete(videoId(1));
  youtube.tube.makePrivate(videoId(2));
  youtube.tube.makeUnlisted(videoId(3));
  const id = [3, 1, 2, 3, 4].map(videoId).join(",");
  const { status, body } = await ask(youtube, "videos", { part: "snippet,status", id: `${id},unheard-ofB` });
  expect(status).toBe(200);
  expect(body.items?.map(({ snippet, status: shown }) => [snippet?.title, shown?.privacyStatus])).toEqual([
    ["Call 3", "unlisted"],
    ["Call 4", "public"],
  ]);
  expect(body.pageInfo).toEqual({ totalResults: 2, resultsPerPage: 2 });
});

test("fifty ids are answered, one more is refused, and a comma at the end is one more", async () => {
  const youtube = await started({ tube: smallTube(50) });
  const fifty = Array.from({ length: 50 }, (_, index) => videoId(index + 1)).join(",");
  expect((await ask(youtube, "videos", { part: "id", id: fifty })).body.items).toHaveLength(50);
  expect(refusalOf(await ask(youtube, "videos", { part: "id", id: `${fifty},` }))).toEqual([400, "invalidFilters", null]);
});

test("parts and ids may come in several parameters, as the generated client sends them", async () => {
  const youtube = await started();
  const query = `part=snippet&part=status&id=${videoId(1)}&id=${videoId(2)}`;
  const response = await fetch(`${youtube.apiRoot}/youtube/v3/videos?${query}`, { headers: { "x-goog-api-key": "right-key" } });
  const { items } = (await response.json()) as { items: object[] };
  expect(items.map((item) => Object.keys(item))).toEqual([
    ["kind", "etag", "id", "snippet", "status"],
    ["kind", "etag", "id", "snippet", "status"],
  ]);
});

test.each([
  [{ durationSeconds: 951 }, "PT15M51S", "none"],
  [{ durationSeconds: 3_600 }, "PT1H", "none"],
  [{ durationSeconds: 90_061 }, "P1DT1H1M1S", "none"],
  [{ durationSeconds: 0 }, "PT0S", "none"],
  [{ broadcast: "upcoming", scheduledStart: "2024-05-01T15:00:00Z" }, "P0D", "upcoming"],
  [{ broadcast: "live", liveStart: "2024-05-01T15:02:11Z" }, "P0D", "live"],
] as const)("the duration of %o is %s", async (edit, duration, broadcast) => {
  const youtube = await started();
  youtube.tube.edit(videoId(1), edit);
  const { body } = await ask(youtube, "videos", { part: "snippet,contentDetails", id: videoId(1) });
  expect(body.items?.[0]).toMatchObject({ snippet: { liveBroadcastContent: broadcast }, contentDetails: { duration } });
});

test("streams tell their times, other videos have no such part, and a recording day is a time", async () => {
  const youtube = await started();
  const times = { scheduledStart: "2024-05-01T15:00:00Z", liveStart: "2024-05-01T15:02:11Z", liveEnd: "2024-05-01T16:00:05Z" };
  youtube.tube.edit(videoId(1), times);
  youtube.tube.edit(videoId(2), { recordingDate: "2024-04-30" });
  const part = "liveStreamingDetails,recordingDetails";
  const { body } = await ask(youtube, "videos", { part, id: `${videoId(1)},${videoId(2)}` });
  expect(body.items?.[0]).toMatchObject({
    liveStreamingDetails: {
      actualStartTime: "2024-05-01T15:02:11Z",
      actualEndTime: "2024-05-01T16:00:05Z",
      scheduledStartTime: "2024-05-01T15:00:00Z",
    },
    recordingDetails: {},
  });
  expect(body.items?.[1]).not.toHaveProperty("liveStreamingDetails");
  expect(body.items?.[1]).toMatchObject({ recordingDetails: { recordingDate: "2024-04-30T00:00:00Z" } });
});

test("counts of views change from request to request", async () => {
  const youtube = await started();
  const count = async (): Promise<unknown> =>
    (await ask(youtube, "videos", { part: "statistics", id: videoId(1) })).body.items?.[0]?.statistics;
  expect(await count()).not.toEqual(await count());
});

test.each([["TidalGroup"], ["@tidalgroup"]])("a channel is found by its handle %s", async (forHandle) => {
  const youtube = await started();
  const { body } = await ask(youtube, "channels", { part: "snippet,contentDetails", forHandle });
  expect(body.items?.[0]).toMatchObject({
    id: channelId,
    snippet: { title: "Tidal Group", customUrl: "@tidalgroup" },
    contentDetails: { relatedPlaylists: { uploads: uploadsId } },
  });
});

test("who asks for a channel that is not there gets no items at all, and no error", async () => {
  const youtube = await started();
  const { status, body } = await ask(youtube, "channels", { part: "id", forHandle: "@nobody" });
  expect([status, body.pageInfo?.totalResults]).toEqual([200, 0]);
  expect(body).not.toHaveProperty("items");
  youtube.tube.closeChannel(channelId);
  expect((await ask(youtube, "channels", { part: "id", id: channelId })).body).not.toHaveProperty("items");
  expect(refusalOf(await ask(youtube, "playlists", { part: "id", channelId }))).toEqual([404, "channelNotFound", null]);
  expect(titlesOf(await ask(youtube, "videos", { part: "snippet", id: videoId(1) }))).toEqual([]);
});
