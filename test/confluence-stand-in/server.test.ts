import { afterEach, expect, test } from "vitest";
import { type ConfluenceOptions, type Loopback, startConfluence } from "../support/confluence/index.ts";
import { ann, bo, noon, smallWiki } from "./small-wiki.ts";

const open: Loopback[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function start(options: Omit<ConfluenceOptions, "flavour">): Promise<Loopback> {
  const started = await startConfluence({ flavour: "server", context: "/confluence", ...options });
  open.push(started);
  return started;
}

interface List {
  results: { id: string; status: string }[];
  start: number;
  limit: number;
  size: number;
  _links: { next?: string; base: string };
}

async function get<T = List>(url: string): Promise<{ status: number; value: T }> {
  const response = await fetch(url);
  const text = await response.text();
  return { status: response.status, value: (text.startsWith("{") ? JSON.parse(text) : text) as T };
}

test.each([
  ["", 1000],
  ["&expand=version", 200],
  ["&expand=body.storage,version", 50],
])("a list with %s is capped without a word", async (expand, cap) => {
  const { wiki } = smallWiki(1_200);
  const confluence = await start({ wiki });
  const { value } = await get(`${confluence.baseUrl}/rest/api/content?spaceKey=DUNE&type=page&limit=5000${expand}`);
  expect([value.size, value.limit, value.results.length]).toEqual([cap, cap, cap]);
  expect(value._links.next).toMatch(/^\/rest\/api\/content\?/);
});

test.each([false, true])("paging gives every page, once where next links count right (short: %s)", async (countsStartShort) => {
  const { wiki } = smallWiki(70);
  const confluence = await start({ wiki, quirks: { countsStartShort } });
  const [byLink, byCount]: [string[], string[]] = [[], []];
  for (let url: string | undefined = `${confluence.baseUrl}/rest/api/content?spaceKey=DUNE&limit=30`; url !== undefined; ) {
    const { value }: { value: List } = await get(url);
    byLink.push(...value.results.map(({ id }) => id));
    url = value._links.next === undefined ? undefined : `${value._links.base}${value._links.next}`;
  }
  for (let isMore = true; isMore; ) {
    const { value } = await get(`${confluence.baseUrl}/rest/api/content?spaceKey=DUNE&limit=30&start=${byCount.length}`);
    byCount.push(...value.results.map(({ id }) => id));
    isMore = value._links.next !== undefined;
  }
  expect(new Set(byLink)).toEqual(new Set(wiki.contents.keys()));
  expect(byLink.length > 71).toBe(countsStartShort);
  expect(byCount.sort()).toEqual([...wiki.contents.keys()].sort());
});

test("a page as Data Center gives it: times with an offset, people by key, nothing that was not expanded", async () => {
  const { wiki, pages, home } = smallWiki(2);
  const id = pages[0]?.id ?? "";
  wiki.edit(id, "<p>Second.</p>", { authorId: bo, at: noon(9) });
  wiki.label(id, "tide");
  const confluence = await start({ wiki });
  const bare = await get<Record<string, unknown>>(`${confluence.baseUrl}/rest/api/content/${id}`);
  expect(["body", "version", "history", "ancestors"].filter((name) => name in bare.value)).toEqual([]);
  const expand = "body.storage,version,history.lastUpdated,ancestors,space,metadata.labels";
  const { value } = await get<Record<string, unknown>>(`${confluence.baseUrl}/rest/api/content/${id}?expand=${expand}`);
  expect(value).toMatchObject({
    version: { number: 2, when: "2024-01-09T13:00:00.000+01:00", by: { displayName: "Bo Chen", userKey: wiki.users.get(bo)?.userKey } },
    history: { createdDate: "2024-01-02T13:00:00.000+01:00", lastUpdated: { number: 2 } },
    ancestors: [{ id: home.id }],
    space: { key: "DUNE" },
    metadata: { labels: { results: [{ name: "tide" }] } },
    body: { storage: { value: "<p>Second.</p>" } },
  });
  expect(JSON.stringify(value)).not.toContain("accountId");
  const other = await get<{ body: { storage: { value: string } } }>(
    `${confluence.baseUrl}/rest/api/content/${pages[1]?.id}?expand=body.storage`,
  );
  const key = /ri:userkey="([^"]+)"/.exec(other.value.body.storage.value)?.[1];
  const user = await get<{ displayName: string }>(`${confluence.baseUrl}/rest/api/user?key=${key}`);
  expect(user.value.displayName).toBe("Ann Lee");
});

test("states: trashed pages by status, old versions by number and status, both places of versions", async () => {
  const { wiki, pages } = smallWiki(3);
  const [edited, trashed, hidden] = pages.map(({ id }) => id) as [string, string, string];
  wiki.edit(edited, "<p>Second.</p>", { authorId: ann, at: noon(9), title: "New name" });
  wiki.trash(trashed);
  wiki.restrict(hidden);
  const confluence = await start({ wiki });
  const status = async (path: string): Promise<number> => (await get(`${confluence.baseUrl}${path}`)).status;
  const content = (id: string, query = ""): Promise<number> => status(`/rest/api/content/${id}${query}`);
  expect([
    await content(trashed),
    await content(trashed, "?status=trashed"),
    await content(trashed, "?status=any"),
    await content(hidden, "?status=any"),
  ]).toEqual([404, 200, 200, 404]);
  expect([
    await content(edited, "?version=1"),
    await content(edited, "?version=1&status=historical"),
    await content(edited, "?version=3&status=historical"),
  ]).toEqual([404, 200, 404]);
  const any = await get(`${confluence.baseUrl}/rest/api/content?spaceKey=DUNE&status=any`);
  expect(any.value.results.map((result) => result.status)).toEqual(["current", "current", "trashed"]);
  const old = await get<{ content: { title: string } }>(
    `${confluence.baseUrl}/rest/experimental/content/${edited}/version/1?expand=content.body.storage`,
  );
  expect(old.value.content).toMatchObject({ title: "Walk 1", body: { storage: { value: expect.stringContaining("time") } } });
  expect(await status(`/rest/api/content/${edited}/version/1`)).toBe(200);
  const older = await start({ wiki, quirks: { hasExperimentalVersions: true } });
  expect((await get(`${older.baseUrl}/rest/api/content/${edited}/version/1`)).status).toBe(404);
});

test("the space, the files, the search and the server itself", async () => {
  const { wiki, home, pages } = smallWiki(4);
  wiki.addAttachment(home.id, {
    title: "call.vtt",
    mediaType: "text/vtt",
    bytes: Buffer.from("WEBVTT"),
    createdAt: noon(3),
    authorId: ann,
  });
  const confluence = await start({ wiki, quirks: { hasServerInformation: true } });
  const space = await get<{ homepage: { id: string } }>(`${confluence.baseUrl}/rest/api/space/DUNE?expand=homepage,description.plain`);
  expect(space.value.homepage.id).toBe(home.id);
  const files = await get<{ results: { _links: { download: string } }[] }>(
    `${confluence.baseUrl}/rest/api/content/${home.id}/child/attachment`,
  );
  const bytes = await fetch(`${confluence.baseUrl}${files.value.results[0]?._links.download}`);
  expect(await bytes.text()).toBe("WEBVTT");
  const cql = encodeURIComponent('space = DUNE and type = page and lastmodified >= "2024-01-04 13:00" order by lastmodified desc');
  const found = await get(`${confluence.baseUrl}/rest/api/content/search?cql=${cql}`);
  expect(found.value.results.map(({ id }) => id)).toEqual([pages[3]?.id, pages[2]?.id]);
  expect((await get<{ version: string }>(`${confluence.baseUrl}/rest/api/server-information`)).value.version).toMatch(/^9\./);
  expect((await get((await start({ wiki })).baseUrl.concat("/rest/api/server-information"))).status).toBe(404);
});

test("where a login is required, pages show the form and REST says 401", async () => {
  const { wiki, home } = smallWiki(0);
  const confluence = await start({ wiki, access: { bearer: "right", isRequired: true } });
  const page = await get<string>(`${confluence.baseUrl}/pages/viewpage.action?pageId=${home.id}`);
  expect([page.status, page.value]).toEqual([200, expect.stringContaining('type="password"')]);
  expect((await get(`${confluence.baseUrl}/rest/api/content/${home.id}`)).status).toBe(401);
  confluence.setAccess({ isRestDisabled: true });
  expect((await get(`${confluence.baseUrl}/rest/api/content/${home.id}`)).status).toBe(403);
  expect((await get<string>(`${confluence.baseUrl}/pages/viewpage.action?pageId=${home.id}`)).value).toContain("<p>Sand.</p>");
});
