import { afterEach, expect, test } from "vitest";
import { type ConfluenceOptions, type Loopback, startConfluence } from "../support/confluence/index.ts";
import { ann, bo, noon, smallWiki } from "./small-wiki.ts";

const open: Loopback[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function start(options: Omit<ConfluenceOptions, "flavour">): Promise<Loopback> {
  const started = await startConfluence({ flavour: "web", context: "/confluence", ...options });
  open.push(started);
  return started;
}

async function get(url: string): Promise<{ status: number; text: string; location: string }> {
  const response = await fetch(url, { redirect: "manual" });
  return { status: response.status, text: await response.text(), location: response.headers.get("location") ?? "" };
}

const meta = (html: string, name: string): string | undefined => new RegExp(`<meta name="${name}" content="([^"]*)">`).exec(html)?.[1];

test("a page by its title, by its id and by its space tells who it is", async () => {
  const { wiki, home, pages } = smallWiki(2);
  const id = pages[0]?.id ?? "";
  wiki.rename(id, "Sand & Sea: 1", { authorId: bo, at: "2024-01-08T23:30:00.000Z" });
  wiki.label(id, "tide");
  const confluence = await start({ wiki });
  const byId = await get(`${confluence.baseUrl}/pages/viewpage.action?pageId=${id}`);
  expect(byId.text).toBe((await get(`${confluence.baseUrl}/display/DUNE/Sand+%26+Sea%3A+1`)).text);
  expect(
    ["ajs-page-id", "ajs-latest-page-id", "ajs-parent-page-id", "ajs-space-key", "ajs-page-title"].map((name) => meta(byId.text, name)),
  ).toEqual([id, id, home.id, "DUNE", "Sand &amp; Sea: 1"]);
  // Half past eleven in the evening is the next day where the server stands.
  expect(byId.text).toMatch(
    /Created by <span class='author'>.*Ann Lee<\/a><\/span>, last modified by <span class='editor'>.*Bo Chen<\/a><\/span> on <a class='last-modified'[^>]*>Jan 09, 2024<\/a>/,
  );
  expect(byId.text).toContain('rel="tag">tide</a>');
  const space = await get(`${confluence.baseUrl}/display/DUNE`);
  expect([space.status, space.location]).toEqual([302, "/confluence/display/DUNE/Dune+Watch"]);
});

test("what is gone is not found, what is hidden leads to the login", async () => {
  const { wiki, pages } = smallWiki(3);
  const [trashed, purged, hidden] = pages.map(({ id }) => id) as [string, string, string];
  wiki.trash(trashed);
  wiki.purge(purged);
  wiki.restrict(hidden);
  const confluence = await start({ wiki });
  const view = (id: string) => get(`${confluence.baseUrl}/pages/viewpage.action?pageId=${id}`);
  expect([(await view(trashed)).status, (await view(purged)).status, (await view("1")).status]).toEqual([404, 404, 404]);
  const away = await view(hidden);
  expect([away.status, away.location]).toEqual([302, expect.stringContaining("/login.action?os_destination=")]);
  expect((await get(`${confluence.baseUrl.replace("/confluence", "")}${away.location}`)).text).toContain('type="password"');
});

test.each([
  ["403", 403, "remotely"],
  ["404", 404, "Page Not Found"],
  ["login", 200, 'type="password"'],
] as const)("REST is closed: %s", async (restAnswer, status, text) => {
  const confluence = await start({ wiki: smallWiki(0).wiki, quirks: { restAnswer } });
  const answer = await get(`${confluence.baseUrl}/rest/api/space/DUNE`);
  expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(text)]);
});

test("the alphabetical list has every page once, thirty at a time", async () => {
  const { wiki, home } = smallWiki(70);
  const confluence = await start({ wiki });
  const [titles, sizes]: [string[], number[]] = [[], []];
  for (let href: string | undefined = "listpages-alphaview.action?key=DUNE"; href !== undefined; ) {
    const { text }: { text: string } = await get(`${confluence.baseUrl}/pages/${href}`);
    const found = [...text.matchAll(/<td>.*?<a href="[^"]*">([^<]*)<\/a><\/td>/g)].map((match) => match[1] ?? "");
    titles.push(...found);
    sizes.push(found.length);
    href = /aui-nav-next"><a href="([^"]*)"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
  }
  expect(sizes).toEqual([30, 30, 11]);
  expect(new Set(titles).size).toBe(71);
  expect(titles).toContain(home.title);
});

test("the page tree gives the children of one page, and nothing where a parameter is missing", async () => {
  const { wiki, home, pages } = smallWiki(3);
  wiki.move(pages[2]?.id ?? "", pages[0]?.id ?? "");
  const confluence = await start({ wiki });
  const query = `decorator=none&excerpt=false&sort=position&reverse=false&disableLinks=false&expandCurrent=true&hasRoot=true&treeId=0&startDepth=0&pageId=${home.id}`;
  const { text } = await get(`${confluence.baseUrl}/plugins/pagetree/naturalchildren.action?${query}`);
  expect([...text.matchAll(/childrenspan(\d+)-0/g)].map((match) => match[1])).toEqual([pages[0]?.id, pages[1]?.id]);
  expect([...text.matchAll(/plusminus(\d+)-0/g)].map((match) => match[1])).toEqual([pages[0]?.id]);
  const short = await get(`${confluence.baseUrl}/plugins/pagetree/naturalchildren.action?${query.replace("&startDepth=0", "")}`);
  expect([short.status, short.text]).toEqual([200, ""]);
});

test("an old version has an id of its own, and says which page it is of", async () => {
  const { wiki, home } = smallWiki(0);
  wiki.edit(home.id, "<p>Second.</p>", { authorId: bo, at: noon(5), message: "More sand" });
  const confluence = await start({ wiki });
  const { text } = await get(`${confluence.baseUrl}/pages/viewpreviousversions.action?pageId=${home.id}`);
  expect([...text.matchAll(/name="selectedPageVersions" value="(\d+)"/g)].map((match) => match[1])).toEqual(["2", "1"]);
  expect(text).toContain("Jan 05, 2024 13:00");
  const oldId = /pageId=(\d+)">v\. 1</.exec(text)?.[1] ?? "";
  const old = await get(`${confluence.baseUrl}/pages/viewpage.action?pageId=${oldId}`);
  expect(old.text).toContain("<p>Sand.</p>");
  expect([meta(old.text, "ajs-page-id"), meta(old.text, "ajs-latest-page-id")]).toEqual([oldId, home.id]);
});

test("robots, files and the pages that Data Center shows beside REST", async () => {
  const { wiki, home } = smallWiki(0);
  wiki.addAttachment(home.id, {
    title: "call 1.vtt",
    mediaType: "text/vtt",
    bytes: Buffer.from("WEBVTT"),
    createdAt: noon(3),
    authorId: ann,
  });
  const confluence = await start({ wiki, quirks: { robots: "User-agent: *\nDisallow: /\n" } });
  expect((await get(`${new URL(confluence.baseUrl).origin}/robots.txt`)).text).toBe("User-agent: *\nDisallow: /\n");
  const files = await get(`${confluence.baseUrl}/pages/viewpageattachments.action?pageId=${home.id}`);
  const href = /class="filename" href="([^"]*)"/.exec(files.text)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect((await get(`${new URL(confluence.baseUrl).origin}${href}`)).text).toBe("WEBVTT");
  const server = await startConfluence({ flavour: "server", wiki });
  open.push(server);
  expect(meta((await get(`${server.baseUrl}/display/DUNE/Dune+Watch`)).text, "ajs-page-id")).toBe(home.id);
});

test("the feed names what changed last by page and version, as much of it as is asked for", async () => {
  const { wiki, pages } = smallWiki(3);
  const id = pages[1]?.id ?? "";
  wiki.edit(id, "<p>Wind.</p>", { authorId: bo, at: "2030-01-08T23:30:00.000Z" });
  wiki.trash(pages[2]?.id ?? "");
  const confluence = await start({ wiki });
  const feed = await get(`${confluence.baseUrl}/createrssfeed.action?types=page&types=blogpost&spaces=DUNE&maxResults=2`);
  const entries = [...feed.text.matchAll(/<id>tag:127\.0\.0\.1,2009:(\S+?)<\/id><updated>(\S+?)<\/updated>/g)];
  expect([entries.length, entries[0]?.[1], entries[0]?.[2]]).toEqual([2, `page-${id}-2`, "2030-01-08T23:30:00Z"]);
  const all = await get(`${confluence.baseUrl}/createrssfeed.action?types=page&spaces=DUNE&maxResults=50`);
  expect(all.text).not.toContain(`page-${pages[2]?.id}-`);
});
