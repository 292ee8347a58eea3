import { afterEach, expect, test } from "vitest";
import { type ConfluenceOptions, type Loopback, startConfluence } from "../support/confluence/index.ts";
import { ann, bo, noon, smallWiki } from "./small-wiki.ts";

const open: Loopback[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function start(options: Omit<ConfluenceOptions, "flavour">): Promise<Loopback> {
  const started = await startConfluence({ flavour: "cloud", ...options });
  open.push(started);
  return started;
}

interface List {
  results: { id: string; title: string; status: string; body: unknown; content?: { id: string } }[];
  _links: { next?: string; base: string };
}

async function get<T = List>(url: string, init: RequestInit = {}): Promise<{ status: number; headers: Headers; value: T }> {
  const response = await fetch(url, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, value: text.startsWith("{") ? (JSON.parse(text) as T) : (text as T) };
}

/** Follows next links to their end, at most so many. */
async function listed(
  first: string,
  most = 50,
  join = (next: string): string => new URL(next, first).href,
): Promise<{ ids: string[]; sizes: number[] }> {
  const [ids, sizes]: [string[], number[]] = [[], []];
  for (let url: string | undefined = first; url !== undefined && sizes.length < most; ) {
    const { value }: { value: List } = await get(url);
    ids.push(...value.results.map((result) => result.id));
    sizes.push(value.results.length);
    url = value._links.next === undefined ? undefined : join(value._links.next);
  }
  return { ids, sizes };
}

const pagesOf = ({ baseUrl, wiki }: Loopback, query = ""): string => `${baseUrl}/api/v2/spaces/${wiki.space("DUNE").id}/pages${query}`;

test.each(["id", "-id", "title", "-modified-date", "created-date"])("paging by %s gives every page once", async (sort) => {
  const { wiki } = smallWiki(60);
  const confluence = await start({ wiki });
  const { ids, sizes } = await listed(pagesOf(confluence, `?sort=${sort}`));
  expect(sizes).toEqual([25, 25, 11]);
  expect([...ids].sort()).toEqual([...wiki.contents.keys()].sort());
});

test("an edit between two pages of a list hides no other page", async () => {
  const { wiki, pages } = smallWiki(9);
  const confluence = await start({ wiki });
  const first = await get(pagesOf(confluence, "?sort=-modified-date&limit=5"));
  wiki.edit(pages[0]?.id ?? "", "<p>New.</p>", { authorId: bo, at: noon(30) });
  const rest = await listed(new URL(first.value._links.next ?? "", confluence.baseUrl).href);
  const seen = [...first.value.results.map(({ id }) => id), ...rest.ids];
  expect(new Set(seen).size).toBe(9);
  expect(seen).not.toContain(pages[0]?.id);
});

test("a cursor works with its own query only, and `start` does nothing", async () => {
  const { wiki } = smallWiki(60);
  const confluence = await start({ wiki });
  const { value, headers } = await get(pagesOf(confluence, "?limit=10&sort=title&start=20"));
  expect(value.results[0]?.title).toBe("Dune Watch");
  const next = new URL(value._links.next ?? "", confluence.baseUrl);
  expect(next.pathname).toMatch(/^\/wiki\/api\/v2\//);
  expect([...next.searchParams.keys()].at(-1)).not.toBe("cursor");
  expect(headers.get("link")).toContain(`<${value._links.next}>; rel="next"`);
  const changed = async (name: string, to: string): Promise<number> => {
    const url = new URL(next);
    url.searchParams.set(name, to);
    return (await get(url.href)).status;
  };
  expect(await changed("limit", "10")).toBe(200);
  expect(await changed("limit", "11")).toBe(400);
  expect(await changed("sort", "id")).toBe(400);
  expect(await changed("cursor", next.href)).toBe(400);
  expect((await get(pagesOf(confluence, "?limit=251"))).status).toBe(400);
});

test.each([
  ["middle", [5, 0, 5, 1], 11],
  ["end", [5, 5, 1, 0, 0, 0, 0, 0], 11],
] as const)("an empty page with a next link in the %s", async (emptyPage, sizes, count) => {
  const { wiki } = smallWiki(10);
  const confluence = await start({ wiki, quirks: { emptyPage } });
  const found = await listed(pagesOf(confluence, "?limit=5"), 8);
  expect(found.sizes).toEqual(sizes);
  expect(new Set(found.ids).size).toBe(count);
});

test("lists: archived pages come unasked, trashed ones when asked for, purged and hidden ones never; bodies when asked for", async () => {
  const { wiki, pages } = smallWiki(6);
  const [archived, trashed, purged, hidden, below] = pages.map(({ id }) => id) as [string, string, string, string, string];
  wiki.archive(archived);
  wiki.trash(trashed);
  wiki.purge(purged);
  wiki.restrict(hidden);
  wiki.move(below, hidden);
  const confluence = await start({ wiki });
  const usual = (await get(pagesOf(confluence))).value.results;
  expect(usual.map(({ title, status }) => `${title} ${status}`)).toEqual(["Dune Watch current", "Walk 1 archived", "Walk 6 current"]);
  expect(usual[0]?.body).toEqual({});
  const bodies = (await get(pagesOf(confluence, "?body-format=storage&status=current"))).value.results;
  expect(bodies[0]?.body).toEqual({ storage: { value: "<p>Sand.</p>", representation: "storage" } });
  expect((await listed(pagesOf(confluence, "?status=trashed&status=deleted"))).ids).toEqual([trashed]);
  expect((await get(pagesOf(confluence, "?body-format=view"))).status).toBe(400);
  const status = async (id: string, query = ""): Promise<number> => (await get(`${confluence.baseUrl}/api/v2/pages/${id}${query}`)).status;
  expect([
    await status(archived),
    await status(trashed),
    await status(purged, "?status=any"),
    await status(hidden, "?status=any"),
    await status(below),
  ]).toEqual([200, 404, 404, 404, 404]);
  expect([await status(trashed, "?status=trashed"), await status(trashed, "?status=any")]).toEqual([200, 200]);
});

test("a page has its versions, labels and body; a rename is a version, a move and a label are not", async () => {
  const { wiki, pages, home } = smallWiki(2);
  const id = pages[0]?.id ?? "";
  wiki.rename(id, "Long walk", { authorId: bo, at: noon(20) });
  wiki.move(id, pages[1]?.id ?? "");
  wiki.label(id, "tide", "wind");
  const confluence = await start({ wiki });
  const { value } = await get<Record<string, unknown>>(
    `${confluence.baseUrl}/api/v2/pages/${id}?body-format=view&include-labels=true&include-versions=true`,
  );
  expect(value).toMatchObject({
    title: "Long walk",
    parentId: pages[1]?.id,
    version: { number: 2, authorId: bo, createdAt: noon(20) },
    labels: { results: [{ name: "tide" }, { name: "wind" }], meta: { hasMore: false } },
    versions: { results: [{ number: 2 }, { number: 1 }] },
    body: { view: { value: expect.stringContaining(`data-account-id="${ann}"`) } },
  });
  const old = await get<{ title: string }>(`${confluence.baseUrl}/api/v2/pages/${id}?version=1`);
  expect(old.value.title).toBe("Walk 1");
  const ancestors = await get<{ results: unknown }>(`${confluence.baseUrl}/api/v2/pages/${id}/ancestors`);
  expect(ancestors.value.results).toEqual([
    { id: home.id, type: "page" },
    { id: pages[1]?.id, type: "page" },
  ]);
});

test("people: who is deactivated has a name, who is deleted is not told of", async () => {
  const { wiki } = smallWiki(0);
  wiki.deactivateUser(ann);
  wiki.deleteUser(bo);
  const confluence = await start({ wiki });
  const { value } = await get<{ results: unknown }>(`${confluence.baseUrl}/api/v2/users-bulk`, {
    method: "POST",
    body: JSON.stringify({ accountIds: [ann, bo] }),
  });
  expect(value.results).toEqual([expect.objectContaining({ accountId: ann, displayName: "Ann Lee", accountStatus: "inactive" })]);
});

test("CQL is a hint: to the minute, on the wiki's clock, without what the index has not seen", async () => {
  const { wiki, pages } = smallWiki(5);
  wiki.unindex(pages[4]?.id ?? "");
  const confluence = await start({ wiki, offsetMinutes: 120 });
  const found = async (cql: string): Promise<number> =>
    (await get(`${confluence.baseUrl}/rest/api/content/search?cql=${encodeURIComponent(cql)}`)).value.results?.length;
  // Noon in UTC is two o'clock there.
  expect(await found('space = "DUNE" and type = page and lastmodified >= "2024-01-04 14:00"')).toBe(2);
  expect(await found('space = DUNE and lastmodified >= "2024/01/04 14:01" order by lastmodified desc')).toBe(1);
  expect(await found("space = DUNE and lastmodified >= yesterday")).toBeUndefined();
});

test("CQL: quoted words are no operators, and what is not read is refused", async () => {
  const { wiki, pages } = smallWiki(3);
  wiki.rename(pages[0]?.id ?? "", "Sand and sea", { authorId: ann, at: noon(9) });
  const confluence = await start({ wiki });
  const ask = (cql: string) => get(`${confluence.baseUrl}/rest/api/content/search?cql=${encodeURIComponent(cql)}`);
  expect((await ask(`space = DUNE and title = "Sand and sea" and type in (page, blogpost)`)).value.results).toHaveLength(1);
  for (const cql of ["space = DUNE or type = page", 'lastmodified >= now("-1d")', "mood = good", ""])
    expect((await ask(cql)).status).toBe(400);
});

test("folders stand between pages, blog posts beside them, and a page that moves to another space keeps its id and version", async () => {
  const { wiki, home, pages } = smallWiki(1);
  const id = pages[0]?.id ?? "";
  const folder = wiki.addPage({ type: "folder", space: "DUNE", title: "Walks", parentId: home.id, authorId: ann, at: noon(4) });
  wiki.move(id, folder.id);
  const post = wiki.addPage({ type: "blogpost", space: "DUNE", title: "News", storage: "<p>Wind.</p>", authorId: bo, at: noon(5) });
  const confluence = await start({ wiki });
  const api = `${confluence.baseUrl}/api/v2`;
  expect((await get<unknown>(`${api}/pages/${id}`)).value).toMatchObject({ parentId: folder.id, parentType: "folder" });
  expect((await get<unknown>(`${api}/folders/${folder.id}`)).value).toMatchObject({ type: "folder", parentId: home.id });
  expect((await get(`${api}/pages/${id}/ancestors`)).value.results.map((each) => each.id)).toEqual([home.id, folder.id]);
  expect((await get(`${api}/pages/${home.id}/children`)).value.results).toEqual([]);
  expect((await get(`${api}/pages/${home.id}/direct-children`)).value.results).toEqual([
    expect.objectContaining({ id: folder.id, type: "folder" }),
  ]);
  expect((await listed(pagesOf(confluence))).ids).toEqual([home.id, id]);
  expect((await listed(pagesOf(confluence).replace("/pages", "/blogposts"))).ids).toEqual([post.id]);
  const other = wiki.addSpace({ key: "TIDE", name: "Tides", createdAt: noon(6), authorId: bo });
  wiki.moveToSpace(folder.id, "TIDE");
  expect((await listed(pagesOf(confluence))).ids).toEqual([home.id]);
  expect((await get<unknown>(`${api}/pages/${id}`)).value).toMatchObject({ spaceId: other.id, version: { number: 1 } });
});

test("the next link of a search lacks the context path, that of the gateway its prefix", async () => {
  const { wiki } = smallWiki(7);
  const confluence = await start({ wiki });
  const search = `${confluence.baseUrl}/rest/api/search?cql=${encodeURIComponent("space = DUNE")}&limit=3`;
  const { value } = await get(search);
  expect(value._links.next).toMatch(/^\/rest\/api\/search\?/);
  const all = await listedBy(search, confluence.baseUrl);
  expect(new Set(all).size).toBe(8);
  const tampered = new URL(`${confluence.baseUrl}${value._links.next}`);
  tampered.searchParams.set("limit", "4");
  expect((await get(tampered.href)).status).toBe(400);
  const behind = await get(`${confluence.gatewayUrl}/api/v2/pages?limit=2`);
  expect(behind.value._links.next).toMatch(/^\/wiki\/api\/v2\/pages\?/);
  expect((await get(`${confluence.gatewayUrl.replace(/\/wiki$/, "")}${behind.value._links.next}`)).status).toBe(200);
});

async function listedBy(first: string, base: string): Promise<string[]> {
  const found: string[] = [];
  for (let url: string | undefined = first; url !== undefined; ) {
    const { value }: { value: List } = await get(url);
    found.push(...value.results.map(({ content }) => content?.id ?? ""));
    url = value._links.next === undefined ? undefined : `${base}${value._links.next}`;
  }
  return found;
}

test("a file by its link or id, never by its name alone; the bytes come from a host that wants no credentials", async () => {
  const { wiki, home } = smallWiki(0);
  const file = wiki.addAttachment(home.id, {
    title: "call 1.vtt",
    mediaType: "text/vtt",
    bytes: Buffer.from("WEBVTT"),
    createdAt: noon(3),
    authorId: ann,
  });
  const confluence = await start({ wiki });
  const { value } = await get<{ results: { downloadLink: string }[] }>(`${confluence.baseUrl}/api/v2/pages/${home.id}/attachments`);
  const byLink = `${confluence.baseUrl}${value.results[0]?.downloadLink}`;
  const byId = `${confluence.baseUrl}/rest/api/content/${home.id}/child/attachment/${file.id}/download`;
  for (const url of [byLink, byId]) {
    const response = await fetch(url, { redirect: "manual" });
    const location = response.headers.get("location") ?? "";
    expect([response.status, new URL(location).host]).toEqual([302, expect.not.stringContaining("127.0.0.1")]);
    expect((await get(location)).value).toBe("WEBVTT");
    expect((await get(location, { headers: { authorization: "Bearer x" } })).status).toBe(400);
  }
  expect((await get(byLink.split("?")[0] ?? "")).status).toBe(404);
});

test("who may ask: scopes, tokens, what v1 has lost", async () => {
  const { wiki, home } = smallWiki(0);
  const confluence = await start({
    wiki,
    access: { bearer: "right", basic: { user: "ann@example.org", secret: "key" }, isRequired: true },
  });
  const ask = (authorization: string | null, path = "/api/v2/spaces") =>
    get(`${confluence.baseUrl}${path}`, authorization === null ? {} : { headers: { authorization } });
  const basic = `Basic ${Buffer.from("ann@example.org:key").toString("base64")}`;
  expect([
    (await ask(null)).status,
    (await ask("Bearer wrong")).status,
    (await ask("Bearer right")).status,
    (await ask(basic)).status,
  ]).toEqual([401, 401, 200, 200]);
  expect([
    (await ask("Bearer right", `/rest/api/content/${home.id}`)).status,
    (await ask(basic, `/rest/api/content/${home.id}`)).status,
  ]).toEqual([410, 200]);
  confluence.setAccess({ bearer: "right", lacksScope: true });
  const refused = await ask("Bearer right");
  expect([refused.status, refused.headers.get("x-failure-category")]).toEqual([401, "FAILURE_CLIENT_SCOPE_CHECK"]);
  confluence.setAccess({ isRestDisabled: true });
  expect((await ask(null)).status).toBe(403);
});
