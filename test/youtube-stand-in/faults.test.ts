import { afterEach, expect, test } from "vitest";
import type { FaultKind, Faults, LoopbackTube } from "../support/youtube/index.ts";
import { ask, closeAll, key, playlistId, refusalOf, smallTube, started, videoId } from "./small-tube.ts";

afterEach(closeAll);

const query = { part: "id", playlistId };
const once = (youtube: LoopbackTube): Promise<Response> =>
  fetch(`${youtube.apiRoot}/youtube/v3/playlistItems?${new URLSearchParams(query)}`, { headers: { "x-goog-api-key": key } });

test.each([
  ["429", [429, "rateLimitExceeded", "RATE_LIMIT_EXCEEDED"]],
  ["403", [403, "rateLimitExceeded", "RATE_LIMIT_EXCEEDED"]],
  ["403-user", [403, "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED"]],
  ["500", [500, "backendError", null]],
  ["503", [503, "backendError", null]],
] as const)("the fault %s is told as Google tells it, and costs a unit", async (kind, refusal) => {
  const youtube = await started({ faults: { share: 1, kinds: [kind] } });
  expect(refusalOf(await ask(youtube, "playlistItems", query))).toEqual(refusal);
  expect([youtube.unitsSpent, youtube.requests[0]?.fault]).toEqual([1, kind]);
});

test("answers may be cut off, half, or a page in place of the list", async () => {
  const youtube = await started();
  const meets = (kind: FaultKind): void => youtube.setFaults({ share: 1, kinds: [kind] });
  meets("reset");
  await expect(once(youtube)).rejects.toThrow();
  meets("truncate");
  await expect(once(youtube).then((response) => response.text())).rejects.toThrow();
  meets("html");
  const page = await once(youtube);
  expect([page.status, page.headers.get("content-type"), (await page.text()).startsWith("<!DOCTYPE html>")]).toEqual([
    200,
    "text/html;charset=UTF-8",
    true,
  ]);
  youtube.setFaults(null);
  expect((await once(youtube)).status).toBe(200);
  expect(youtube.requests.map(({ status, units }) => [status, units])).toEqual([
    [null, 1],
    [200, 1],
    [200, 1],
    [200, 1],
  ]);
});

test.each([
  ["seconds", "1"],
  ["zero", "0"],
  ["absent", null],
] as const)("how long to wait is told in %s", async (retryAfter, header) => {
  const youtube = await started({ faults: { share: 1, kinds: ["503"], retryAfter } });
  expect((await once(youtube)).headers.get("retry-after")).toBe(header);
});

test("chosen requests are struck, the others are not", async () => {
  const chosen: Faults["chosen"] = [
    { kind: "500", on: /pageToken=/, from: 2, times: 2 },
    { kind: "429", on: /videos/ },
  ];
  const youtube = await started({ tube: smallTube(30), faults: { share: 0, kinds: [], chosen } });
  const statuses: number[] = [];
  let token = "";
  for (let times = 0; times < 6; times += 1) {
    const answer = await ask(youtube, "playlistItems", { ...query, ...(token === "" ? {} : { pageToken: token }) });
    statuses.push(answer.status);
    token = answer.body.nextPageToken ?? token;
  }
  expect(statuses).toEqual([200, 200, 500, 500, 200, 200]);
  const video = { part: "id", id: videoId(1) };
  expect([(await ask(youtube, "videos", video)).status, (await ask(youtube, "videos", video)).status]).toEqual([429, 200]);
});

test("faults by share are the same for the same seed", async () => {
  const met = async (seed: number): Promise<unknown[]> => {
    const youtube = await started({ faults: { share: 0.4, kinds: ["429", "500"], seed } });
    for (let max = 1; max <= 30; max += 1) await ask(youtube, "playlistItems", { ...query, maxResults: String(max) });
    return youtube.requests.map(({ fault }) => fault);
  };
  const first = await met(1);
  expect(await met(1)).toEqual(first);
  expect(await met(2)).not.toEqual(first);
  expect(first).toContain(null);
  expect(first).toContain("429");
});

test("who is nobody meets the refusal, not the fault, and the token endpoint can fail too", async () => {
  const oauth = { clientId: "client", clientSecret: "hush", refreshToken: "refresh-1" };
  const youtube = await started({ oauth, faults: { share: 1, kinds: ["503"] } });
  expect((await ask(youtube, "playlistItems", query, {})).status).toBe(403);
  const body = new URLSearchParams({ grant_type: "refresh_token" });
  expect((await fetch(youtube.tokenUri, { method: "POST", body })).status).toBe(503);
});
