import { afterEach, expect, test } from "vitest";
import type { ErrorShape, LoopbackTube, OAuthOptions } from "../support/youtube/index.ts";
import { type Answer, ask, channelId, closeAll, key, playlistId, refusalOf, started, titlesOf, videoId } from "./small-tube.ts";

afterEach(closeAll);

const oauth: OAuthOptions = { clientId: "client", clientSecret: "hush", refreshToken: "refresh-1" };

async function token(youtube: LoopbackTube, form: Record<string, string> = {}): Promise<{ status: number; body: Record<string, unknown> }> {
  const fields = { grant_type: "refresh_token", client_id: "client", client_secret: "hush", refresh_token: "refresh-1", ...form };
  const response = await fetch(youtube.tokenUri, { method: "POST", body: new URLSearchParams(fields) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function bearer(youtube: LoopbackTube): Promise<Record<string, string>> {
  return { authorization: `Bearer ${(await token(youtube)).body.access_token}` };
}

const items = (youtube: LoopbackTube, headers?: Record<string, string>): Promise<Answer> =>
  ask(youtube, "playlistItems", { part: "snippet", playlistId }, headers);

test.each([
  ["nothing", {}, [403, "forbidden", null], "PERMISSION_DENIED"],
  ["a wrong key", { "x-goog-api-key": "wrong" }, [400, "badRequest", "API_KEY_INVALID"], "INVALID_ARGUMENT"],
  ["a wrong token", { authorization: "Bearer made-up" }, [401, "authError", null], "UNAUTHENTICATED"],
])("who comes with %s is refused at no cost", async (_, headers, refusal, rpcStatus) => {
  const youtube = await started();
  const answer = await items(youtube, headers);
  expect(refusalOf(answer)).toEqual(refusal);
  expect([answer.body.error?.status, youtube.unitsSpent]).toEqual([rpcStatus, 0]);
});

test("the refusal of strangers names unregistered callers", async () => {
  const answer = await items(await started(), {});
  expect(answer.body.error?.message).toContain("unregistered callers");
});

test.each([
  ["disabled", [403, "accessNotConfigured", "SERVICE_DISABLED"], 403],
  ["ip", [403, "ipRefererBlocked", "API_KEY_IP_ADDRESS_BLOCKED"], 200],
  ["referrer", [403, "forbidden", "API_KEY_HTTP_REFERRER_BLOCKED"], 200],
  ["suspended", [403, "forbidden", "CONSUMER_SUSPENDED"], 200],
] as const)("a key is refused while it is %s, a token where the API is off", async (refusal, expected, tokenStatus) => {
  const youtube = await started({ oauth, refusal });
  expect(refusalOf(await items(youtube))).toEqual(expected);
  expect((await items(youtube, await bearer(youtube))).status).toBe(tokenStatus);
  youtube.setRefusal(null);
  expect((await items(youtube)).status).toBe(200);
});

test("the refusal of a suspended key repeats the key", async () => {
  const { body } = await items(await started({ refusal: "suspended" }));
  expect(body.error?.message).toContain(key);
  expect(JSON.stringify(body.error?.details)).toContain(key);
});

test.each([
  ["errors", "playlistNotFound", null],
  ["details", null, "playlistNotFound"],
  ["both", "playlistNotFound", null],
] as const)("in the shape %s, reasons stand there alone", async (errorShape: ErrorShape, first, second) => {
  const youtube = await started({ errorShape });
  youtube.tube.removePlaylist(playlistId);
  expect(refusalOf(await items(youtube))).toEqual([404, first, second]);
  youtube.setErrorShape("details");
  expect(refusalOf(await items(youtube, { "x-goog-api-key": "wrong" }))).toEqual([400, null, "API_KEY_INVALID"]);
  youtube.setErrorShape("errors");
  expect(refusalOf(await items(youtube, { "x-goog-api-key": "wrong" }))).toEqual([400, "badRequest", null]);
});

test("a refresh token gives access tokens, which expire, and a new one is good again", async () => {
  const youtube = await started({ oauth: { ...oauth, usesPerToken: 2 } });
  expect((await token(youtube)).body).toMatchObject({ token_type: "Bearer", expires_in: 3_599, scope: expect.stringContaining("youtube") });
  const first = await bearer(youtube);
  expect([(await items(youtube, first)).status, (await items(youtube, first)).status]).toEqual([200, 200]);
  expect(refusalOf(await items(youtube, first))).toEqual([401, "authError", "ACCESS_TOKEN_EXPIRED"]);
  const second = await bearer(youtube);
  expect((await items(youtube, second)).status).toBe(200);
  youtube.expireAccessTokens();
  expect((await items(youtube, second)).headers.get("www-authenticate")).toContain('error="invalid_token"');
});

test.each([
  [{ refresh_token: "old" }, 400, "invalid_grant"],
  [{ refresh_token: "" }, 400, "invalid_request"],
  [{ client_id: "stranger" }, 401, "invalid_client"],
  [{ client_secret: "guess" }, 401, "invalid_client"],
  [{ grant_type: "password" }, 400, "unsupported_grant_type"],
])("a form with %o gives no token", async (form, status, error) => {
  const youtube = await started({ oauth });
  expect(await token(youtube, form)).toMatchObject({ status, body: { error } });
});

test("a consent that was taken back gives no token", async () => {
  const youtube = await started({ oauth });
  youtube.revokeRefreshToken();
  expect((await token(youtube)).body).toEqual({ error: "invalid_grant", error_description: "Token has been expired or revoked." });
});

test("a token for something else is not enough", async () => {
  const youtube = await started({ oauth: { ...oauth, scope: "https://www.googleapis.com/auth/drive.readonly" } });
  const expected = [403, "insufficientPermissions", "ACCESS_TOKEN_SCOPE_INSUFFICIENT"];
  expect(refusalOf(await items(youtube, await bearer(youtube)))).toEqual(expected);
});

test("an owner's token shows what is private, marked as such; a stranger's does not", async () => {
  for (const [channel, titles] of [
    [channelId, ["Call 1"]],
    ["UCsomebodysomebodysomebB", []],
  ] as const) {
    const youtube = await started({ oauth: { ...oauth, channel } });
    youtube.tube.makePrivate(videoId(1));
    const headers = await bearer(youtube);
    const answer = await ask(youtube, "videos", { part: "snippet,status", id: videoId(1) }, headers);
    expect(titlesOf(answer)).toEqual(titles);
    if (titles.length > 0) expect(answer.body.items?.[0]?.status).toMatchObject({ privacyStatus: "private" });
    youtube.tube.makePlaylistPrivate(playlistId);
    expect((await items(youtube, headers)).status).toBe(titles.length > 0 ? 200 : 403);
  }
});

test("`mine` is for those who are somebody", async () => {
  const youtube = await started({ oauth: { ...oauth, channel: channelId } });
  expect(refusalOf(await ask(youtube, "channels", { part: "id", mine: "true" }))).toEqual([401, "authorizationRequired", null]);
  const { body } = await ask(youtube, "channels", { part: "id", mine: "true" }, await bearer(youtube));
  expect(body.items?.map(({ id }) => id)).toEqual([channelId]);
});
