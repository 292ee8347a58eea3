import { afterEach, expect, test } from "vitest";
import { ask, closeAll, playlistId, refusalOf, started, videoId } from "./small-tube.ts";

afterEach(closeAll);

test.each([
  [
    "nextPageToken,items(id,snippet(title))",
    { items: [{ id: expect.any(String), snippet: { title: "Call 1" } }], nextPageToken: expect.any(String) },
  ],
  ["items/snippet/title", { items: [{ snippet: { title: "Call 1" } }] }],
  ["items(snippet/title,snippet/position)", { items: [{ snippet: { title: "Call 1", position: 0 } }] }],
  ["items(contentDetails)", { items: [{ contentDetails: { videoId: videoId(1), videoPublishedAt: "2024-01-01T18:00:00Z" } }] }],
  ["items/snippet(resourceId(*))", { items: [{ snippet: { resourceId: { kind: "youtube#video", videoId: videoId(1) } } }] }],
  ["pageInfo/totalResults", { pageInfo: { totalResults: 3 } }],
])("fields=%s keeps that alone", async (fields, expected) => {
  const youtube = await started();
  const { body } = await ask(youtube, "playlistItems", { part: "snippet,contentDetails", playlistId, maxResults: "1", fields });
  expect(body).toEqual(expected);
});

test("of the last page, a selection of the next token is an empty object", async () => {
  const youtube = await started();
  expect((await ask(youtube, "playlistItems", { part: "id", playlistId, fields: "nextPageToken" })).body).toEqual({});
});

test.each([
  ["fields", { fields: "items(id,sniped)" }, "invalidParameter"],
  ["fields", { fields: "items(id" }, "invalidParameter"],
  ["maxResults", { maxResults: "51" }, "invalidParameter"],
  ["maxResults", { maxResults: "-1" }, "invalidParameter"],
  ["part", { part: "" }, "required"],
  ["part", { part: "snippet,statistic" }, "unknownPart"],
  ["parameters.", { id: "one" }, "incompatibleParameters"],
])("a request with %s as %o is refused and costs a unit all the same", async (location, query, reason) => {
  const youtube = await started();
  const answer = await ask(youtube, "playlistItems", { part: "id", playlistId, ...query });
  expect(refusalOf(answer)).toEqual([400, reason, null]);
  expect(answer.body.error?.errors?.[0]?.location).toBe(location);
  expect(youtube.unitsSpent).toBe(1);
});

test("a request without filter, or with a parameter that the method does not have, is refused", async () => {
  const youtube = await started();
  expect(refusalOf(await ask(youtube, "videos", { part: "id" }))).toEqual([400, "missingRequiredParameter", null]);
  const answer = await ask(youtube, "videos", { part: "id", id: videoId(1), playlistId });
  expect([...refusalOf(answer), answer.body.error?.status]).toEqual([400, "badRequest", null, "INVALID_ARGUMENT"]);
});

test("an ETag answers for the page while nothing changes, at the price of a unit", async () => {
  const youtube = await started();
  const query = { part: "snippet", playlistId };
  const first = await ask(youtube, "playlistItems", query);
  const etag = first.headers.get("etag") ?? "";
  expect(etag).toBe(`"${first.body.etag}"`);
  const known = { "x-goog-api-key": "right-key", "if-none-match": etag };
  expect([(await ask(youtube, "playlistItems", query, known)).status, youtube.unitsSpent]).toEqual([304, 2]);
  youtube.tube.edit(videoId(3), { title: "Call 3, with slides" });
  expect((await ask(youtube, "playlistItems", query, known)).status).toBe(200);
});

test.each([
  ["restless", [200, 200]],
  ["stuck", [304, 304]],
] as const)("ETags that are %s cannot be trusted", async (etags, expected) => {
  const youtube = await started({ etags });
  const query = { part: "snippet", playlistId };
  const known = { "x-goog-api-key": "right-key", "if-none-match": (await ask(youtube, "playlistItems", query)).headers.get("etag") ?? "" };
  const same = await ask(youtube, "playlistItems", query, known);
  youtube.tube.delete(videoId(1));
  expect([same.status, (await ask(youtube, "playlistItems", query, known)).status]).toEqual(expected);
});

test.each([
  ["quotaExceeded", [403, "quotaExceeded", null]],
  ["dailyLimitExceeded", [403, "dailyLimitExceeded", null]],
  ["per-day", [429, "rateLimitExceeded", "RATE_LIMIT_EXCEEDED"]],
] as const)("a day's units end with %s until the next day", async (quotaForm, refusal) => {
  const youtube = await started({ quota: 2, quotaForm });
  const asked = async (): Promise<readonly unknown[]> => refusalOf(await ask(youtube, "playlistItems", { part: "id", playlistId }));
  expect([await asked(), await asked(), await asked()]).toEqual([[200, null, null], [200, null, null], refusal]);
  expect(youtube.unitsSpent).toBe(2);
  youtube.startQuotaDay();
  expect(await asked()).toEqual([200, null, null]);
});

test("the log tells who asked for what and what it cost; a search costs a hundred", async () => {
  const youtube = await started();
  await ask(youtube, "search", { part: "snippet", q: "tide" });
  await ask(youtube, "videos", { part: "id", id: videoId(1), key: "right-key" }, {});
  expect(youtube.requests.map(({ path, query, credential, status, units }) => [path, query, credential, status, units])).toEqual([
    ["/youtube/v3/search", "part=snippet&q=tide", "key-header", 200, 100],
    ["/youtube/v3/videos", `part=id&id=${videoId(1)}&key=right-key`, "key-query", 200, 1],
  ]);
});
