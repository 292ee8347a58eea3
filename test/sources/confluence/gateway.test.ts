import nock from "nock";
import { afterEach, beforeEach, expect, test } from "vitest";
import { RemovalsHeldError, SourceError } from "../../../src/errors.ts";
import { confluence } from "../../../src/sources/confluence/index.ts";
import { confluenceSettings, emptyContext } from "../support/settings.ts";

// Exact requests and headers, without a server: what goes where, and with which credentials.

const site = "https://guild.atlassian.net";
const cloudId = "11112222-3333-4444-8555-666677778888";
const gateway = `/ex/confluence/${cloudId}/wiki`;
const config = confluenceSettings({
  baseUrl: `${site}/wiki`,
  space: "LAN",
  auth: { kind: "basic", user: "ann@guild.example", secret: "t0ken" },
  limits: { concurrency: 2, requestsPerSecond: 1000 },
  allowPrivateHost: false,
});
const basic = `Basic ${Buffer.from("ann@guild.example:t0ken").toString("base64")}`;
const context = emptyContext();
const page = (id: string) => ({
  id,
  status: "current",
  title: `Page ${id}`,
  authorId: "5e:ann",
  createdAt: "2024-03-01T10:00:00.000Z",
  version: { number: 1, createdAt: "2024-03-01T10:00:00.000Z", authorId: "5e:ann" },
});
const hits = {
  results: [
    { id: "1", type: "page", title: "Page 1", metadata: { labels: { results: [] } } },
    { id: "att7", type: "attachment", title: "a.txt", container: { id: "1" } },
  ],
  _links: {},
};
const space = { results: [{ id: "9", key: "LAN", name: "Lantern Guild", homepageId: "1" }], _links: {} };

async function listed(over: Partial<typeof config> = {}) {
  const source = confluence({ ...config, ...over }, context, { random: () => 0, wait: async () => undefined });
  try {
    return await source.open();
  } finally {
    await source.close();
  }
}

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  const pending = nock.pendingMocks();
  nock.cleanAll();
  nock.enableNetConnect();
  expect(pending).toEqual([]);
});

test("a token with scopes works through Atlassian's gateway, and its next links are followed there", async () => {
  nock(site, { reqheaders: { authorization: basic } })
    .get("/wiki/api/v2/spaces")
    .query(true)
    .reply(401, { message: "Unauthorized" });
  nock(site, { badheaders: ["authorization"] })
    .get("/_edge/tenant_info")
    .reply(200, { cloudId });
  const door = nock("https://api.atlassian.com", { reqheaders: { authorization: basic, "user-agent": /^Minutebook\/[\d.]+ \(\+https:/ } });
  door.get(`${gateway}/api/v2/spaces`).query({ keys: "LAN", limit: "25" }).reply(200, space);
  door
    .get(`${gateway}/api/v2/spaces/9/pages`)
    .query({ limit: "250", sort: "id" })
    .reply(200, { results: [page("1")], _links: { next: "/wiki/api/v2/spaces/9/pages?cursor=abc%3D%3D&limit=250" } });
  door
    .get(`${gateway}/api/v2/spaces/9/pages`)
    .query({ cursor: "abc==", limit: "250" })
    .reply(200, { results: [page("2")], _links: {} });
  door.get(`${gateway}/api/v2/spaces/9/blogposts`).query(true).reply(200, { results: [], _links: {} });
  door
    .get(`${gateway}/rest/api/content/search`)
    .query(({ cql }) => cql === 'space = "LAN" and type in (page, blogpost, attachment, comment)')
    .reply(200, hits);
  expect((await listed()).plan).toMatchObject({ listed: 2, fetch: 2 });
});

test("a token that neither the site nor the gateway takes is told as the site tells it", async () => {
  nock(site).get("/wiki/api/v2/spaces").query(true).reply(401, {});
  nock(site).get("/_edge/tenant_info").reply(200, { cloudId });
  nock("https://api.atlassian.com").get(`${gateway}/api/v2/spaces`).query(true).reply(401, {});
  await expect(listed()).rejects.toThrow(/guild\.atlassian\.net\/wiki\/api\/v2\/spaces answered 401: the token or password is wrong/);
});

test("a missing scope is told as such, from wherever it comes", async () => {
  nock(site).get("/wiki/api/v2/spaces").query(true).reply(401, {});
  nock(site).get("/_edge/tenant_info").reply(200, { cloudId });
  nock("https://api.atlassian.com")
    .get(`${gateway}/api/v2/spaces`)
    .query(true)
    .reply(401, {}, { "X-Failure-Category": "FAILURE_CLIENT_SCOPE_CHECK" });
  await expect(listed()).rejects.toThrow(/lacks a scope/);
});

test("a token alone is a bearer", async () => {
  nock(site, { reqheaders: { authorization: "Bearer pat" } })
    .get("/wiki/api/v2/spaces")
    .query(true)
    .reply(200, { results: [], _links: {} });
  await expect(listed({ auth: { kind: "bearer", secret: "pat" } })).rejects.toThrow(/no space "LAN"/);
});

test("a list that continues at another server is not followed there, and nothing of it is used", async () => {
  nock(site).get("/wiki/api/v2/spaces").query(true).reply(200, space);
  nock(site)
    .get("/wiki/api/v2/spaces/9/pages")
    .query(true)
    .reply(200, { results: [page("1")], _links: { next: "https://evil.example/wiki/api/v2/spaces/9/pages?cursor=x" } });
  const failure = await listed().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(SourceError);
  expect(failure).not.toBeInstanceOf(RemovalsHeldError);
  expect(String(failure)).toMatch(/continues at another server/);
});

test("a list that goes in circles is no list", async () => {
  nock(site).get("/wiki/api/v2/spaces").query(true).reply(200, space);
  const loop = { results: [page("1")], _links: { next: "/wiki/api/v2/spaces/9/pages?cursor=x&limit=250" } };
  nock(site).get("/wiki/api/v2/spaces/9/pages").query({ limit: "250", sort: "id" }).reply(200, loop);
  nock(site).get("/wiki/api/v2/spaces/9/pages").query({ cursor: "x", limit: "250" }).reply(200, loop);
  await expect(listed()).rejects.toThrow(/goes in circles/);
});

test("an item that does not fit is named and left out, the others stay", async () => {
  nock(site).get("/wiki/api/v2/spaces").query(true).reply(200, space);
  nock(site)
    .get("/wiki/api/v2/spaces/9/pages")
    .query(true)
    .reply(200, { results: [{ id: "3", status: "current" }, page("1")], _links: {} });
  nock(site).get("/wiki/api/v2/spaces/9/blogposts").query(true).reply(200, { results: [], _links: {} });
  nock(site).get("/wiki/rest/api/content/search").query(true).reply(200, hits);
  nock(site)
    .post("/wiki/api/v2/users-bulk", { accountIds: ["5e:ann"] })
    .reply(403, {});
  nock(site).get("/wiki/api/v2/pages/1").query(true).reply(404, {});
  const source = confluence(config, context, { wait: async () => undefined });
  expect((await source.open()).plan).toMatchObject({ listed: 1 });
  const items = await Array.fromAsync(source.pages());
  expect(items).toEqual([
    expect.objectContaining({ file: "wiki: pages: 3", reason: expect.stringContaining("not in the form that was expected") }),
    expect.objectContaining({ file: "wiki: names of people", reason: expect.stringContaining("403") }),
    expect.objectContaining({ file: "wiki: 1", reason: expect.stringContaining("went while the space was read") }),
  ]);
  await source.close();
});
