import { type Asked, file, type Given, type Route, redirect } from "../../http/exchange.ts";
import { pageNamed, type Site } from "../site.ts";
import type { Content, Version } from "../state/types.ts";
import { alphabeticalList, attachmentList, changeFeed, history, information, isShown, treeChildren } from "./lists.ts";
import { frame, hrefOf, missingPage, oldId, pageHtml } from "./page.ts";

/** The pages of Data Center that readers see without logging in, below the context path. */
export function webRoutes(site: Site): readonly Route[] {
  const of = (show: (content: Content) => Given) => (asked: Asked) =>
    shown(site, asked, site.wiki.contents.get(asked.query.get("pageId") ?? ""), show);
  return [
    ["GET", /^\/display\/([^/]+)\/?$/, (_, key = "") => home(site, key)],
    ["GET", /^\/display\/([^/]+)\/\d{4}\/\d\d\/\d\d\/([^/]+)$/, (asked, key = "", title = "") => blogPost(site, asked, key, title)],
    ["GET", /^\/display\/([^/]+)\/([^/]+)$/, (asked, key = "", title = "") => byTitle(site, asked, key, title)],
    [
      "GET",
      /^\/spaces\/[^/]+\/pages\/(\d+)(?:\/.*)?$/,
      (asked, id = "") => shown(site, asked, site.wiki.contents.get(id), (content) => pageHtml(site, content)),
    ],
    ["GET", /^\/pages\/viewpage\.action$/, (asked) => byId(site, asked)],
    ["GET", /^\/pages\/viewinfo\.action$/, of((content) => information(site, content))],
    ["GET", /^\/pages\/viewpreviousversions\.action$/, of((content) => history(site, content))],
    ["GET", /^\/pages\/viewpageattachments\.action$/, of((content) => attachmentList(site, content))],
    ["GET", /^\/pages\/listpages-alphaview\.action$/, (asked) => alphabeticalList(site, asked)],
    ["GET", /^\/plugins\/pagetree\/naturalchildren\.action$/, (asked) => treeChildren(site, asked)],
    ["GET", /^\/createrssfeed\.action$/, (asked) => changeFeed(site, asked)],
    ["GET", /^\/collector\/pages\.action$/, (asked) => collector(site, asked)],
    ["GET", /^\/download\/attachments\/(\d+)\/([^/]+)$/, (asked, id = "", name = "") => download(site, asked, id, name)],
  ];
}

/** What is hidden leads readers to the login, what is gone to a page that says so: other than in REST, the two can be told apart. */
function shown(site: Site, asked: Asked, content: Content | undefined, show: (content: Content) => Given): Given {
  if (content === undefined || content.status !== "current" || content.type === "folder") return missingPage(site);
  if (isShown(site, content)) return show(content);
  const destination = encodeURIComponent(`${asked.path}?${asked.query}`);
  return redirect(`${site.context}/login.action?os_destination=${destination}&permissionViolation=true`);
}

function home(site: Site, key: string): Given {
  const content = site.wiki.contents.get(site.wiki.spaces.get(key)?.homepageId ?? "");
  return content ? redirect(hrefOf(site, content)) : missingPage(site);
}

/** The path is decoded already; a plus that is left stands for a blank. */
function byTitle(site: Site, asked: Asked, key: string, title: string): Given {
  const written = asked.path.split("/").at(-1) ?? title;
  const content = pageNamed(site.wiki, key, decodeURIComponent(written.replaceAll("+", "%20")));
  return shown(site, asked, content, (page) => pageHtml(site, page));
}

function blogPost(site: Site, asked: Asked, key: string, title: string): Given {
  const wanted = title.replaceAll("+", " ");
  const content = [...site.wiki.contents.values()].find(
    (each) => each.type === "blogpost" && each.spaceKey === key && each.title === wanted,
  );
  return shown(site, asked, content, (page) => pageHtml(site, page));
}

function byId(site: Site, asked: Asked): Given {
  const id = asked.query.get("pageId") ?? "";
  const old = oldVersion(site, id);
  if (old === null) return shown(site, asked, site.wiki.contents.get(id), (content) => pageHtml(site, content));
  return shown(site, asked, old.content, (content) => pageHtml(site, content, old.version));
}

function oldVersion(site: Site, id: string): { content: Content; version: Version } | null {
  const content = site.wiki.contents.get(id.slice(0, -4));
  const version = content?.versions.find((each) => oldId(content, each) === id);
  return content && version ? { content, version } : null;
}

/** "Pages" of a space. Assumed: what it shows beside the page tree is left out. */
function collector(site: Site, asked: Asked): Given {
  const key = asked.query.get("key") ?? "";
  return site.wiki.spaces.has(key) ? frame(site, `Pages - ${key} - Wiki`, "", { "ajs-space-key": key }, key) : missingPage(site);
}

/** Page and name are enough here. */
function download(site: Site, asked: Asked, id: string, name: string): Given {
  return shown(site, asked, site.wiki.contents.get(id), (content) => {
    const found = content.attachments.find(({ title }) => title === name);
    return found ? file(found.bytes, found.mediaType) : missingPage(site);
  });
}
