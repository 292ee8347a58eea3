import nock from "nock";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { HttpClient } from "../../../src/http/client.ts";
import { CloudWiki } from "../../../src/sources/confluence/cloud/client.ts";
import { listedPage } from "./made-pages.ts";

const site = "https://guild.atlassian.net";
const siteUrl = `${site}/wiki`;
const space = { id: "9", key: "LAN", name: "Lantern Guild", homePageId: "1" };
const opened: HttpClient[] = [];

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
  for (const http of opened.splice(0)) http.close();
  const pending = nock.pendingMocks();
  nock.cleanAll();
  nock.enableNetConnect();
  expect(pending).toEqual([]);
});

function wiki(): CloudWiki {
  const http = new HttpClient(siteUrl, {
    credentials: { kind: "none" },
    limits: { concurrency: 2, requestsPerSecond: 1000 },
    allowPrivateHost: false,
    mostRequests: null,
    userAgent: "Minutebook/test",
    wait: async () => undefined,
  });
  opened.push(http);
  return new CloudWiki({ http, apiUrl: siteUrl, siteUrl, notice: () => undefined });
}

const answer = (status: string, spaceId = "9") => ({ id: "5004", status, title: "Lamp Care", spaceId, version: { number: 1 } });

describe("what became of a page", () => {
  // Asked in this order, until something is told: as it is, in the trash, deleted.
  test.each([
    ["present", "page", [[200, answer("current")]]],
    ["archived", "page", [[200, answer("archived")]]],
    ["moved", "page", [[200, answer("current", "10")]]],
    ["trashed", "page", [[404], [200, answer("trashed")]]],
    ["trashed", "page", [[200, answer("trashed", "10")]]],
    ["deleted", "page", [[404], [404], [200, answer("deleted")]]],
    ["deleted", "blogpost", [[403], [400], [200, answer("deleted")]]],
    ["hidden", "page", [[404], [404], [404]]],
    ["hidden", "page", [[403], [400], [400]]],
  ] as const)("%s (a %s): %j", async (fate, type, answers) => {
    for (const [index, [status, body = {}]] of answers.entries())
      nock(site)
        .get(`/wiki/api/v2/${type}s/5004`)
        .query([{}, { status: "trashed" }, { status: "deleted" }][index] ?? {})
        .reply(status, body);
    expect(await wiki().fate({ pageId: "5004", type }, space)).toBe(fate);
  });

  test("is not told by a wiki that cannot answer", async () => {
    nock(site).get("/wiki/api/v2/pages/5004").times(6).reply(500, {});
    await expect(wiki().fate({ pageId: "5004", type: "page" }, space)).rejects.toThrow(/500/);
  });
});

test("files of a page are those that are current, by name, and comments are those of both kinds", async () => {
  const list = (name: string, results: readonly object[]) =>
    nock(site).get(`/wiki/api/v2/pages/5004/${name}`).query({ limit: "250" }).reply(200, { results, _links: {} });
  list("attachments", [
    { id: "att3", title: "wick.csv", status: "current", mediaType: "text/csv", fileSize: 3, downloadLink: "/download/wick.csv" },
    { id: "att1", title: "old.csv", status: "archived" },
    { id: "att2", title: "gone.csv", status: "trashed" },
    { id: "att4", title: "lamp.png" },
  ]);
  list("footer-comments", [{ id: "11" }, { id: "12" }]);
  list("inline-comments", [{ id: "13" }]);
  expect(await wiki().extrasOf(listedPage({ labels: ["lamps"] }))).toEqual({
    labels: ["lamps"],
    attachments: [
      { id: "4", name: "lamp.png", mediaType: null, url: null, bytes: null },
      { id: "3", name: "wick.csv", mediaType: "text/csv", url: `${siteUrl}/download/wick.csv`, bytes: 3 },
    ],
    comments: 3,
  });
});

test("what holds pages without being one is asked for as what it is", async () => {
  const page = { id: "5004", status: "current", title: "Lamp Care", parentId: "31", parentType: "database", version: { number: 1 } };
  nock(site)
    .get("/wiki/api/v2/spaces/9/pages")
    .query(true)
    .reply(200, { results: [page] });
  nock(site).get("/wiki/api/v2/spaces/9/blogposts").query(true).reply(200, { results: [] });
  nock(site).get("/wiki/api/v2/databases/31").reply(200, { id: "31", title: "Lamps", parentId: "32", parentType: "whiteboard" });
  nock(site).get("/wiki/api/v2/whiteboards/32").reply(200, { id: "32", title: "Sketch", parentId: "33", parentType: "folder" });
  nock(site).get("/wiki/api/v2/folders/33").reply(200, { id: "33", title: "Drawer", parentId: null, parentType: null });
  const cloud = wiki();
  expect(await Array.fromAsync(cloud.listing(space))).toEqual([expect.objectContaining({ parentId: "31" })]);
  expect([await cloud.folder("31"), await cloud.folder("32"), await cloud.folder("33")]).toEqual([
    { title: "Lamps", parentId: "32" },
    { title: "Sketch", parentId: "33" },
    { title: "Drawer", parentId: null },
  ]);
});
