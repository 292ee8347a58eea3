import { type Asked, type Given, html } from "../../http/exchange.ts";
import { downloadPath } from "../links.ts";
import { escaped } from "../render.ts";
import type { Site } from "../site.ts";
import type { Content, Version } from "../state/types.ts";
import { newestOf } from "../state/wiki.ts";
import { printedDay, wallClock } from "../times.ts";
import { frame, hrefOf, missingPage, oldId, personLink } from "./page.ts";

/** The alphabetical list of a space shows so many pages at a time. */
const perPage = 30;

/** `listpages-alphaview.action`: every page that the reader may see, by title, thirty at a time. */
export function alphabeticalList(site: Site, asked: Asked): Given {
  const key = asked.query.get("key") ?? "";
  if (!site.wiki.spaces.has(key)) return missingPage(site);
  const all = [...site.wiki.contents.values()].filter(
    (content) => content.spaceKey === key && content.type === "page" && isShown(site, content),
  );
  all.sort((a, b) => (a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1));
  const start = Number(asked.query.get("startIndex") ?? 0);
  const rows = all
    .slice(start, start + perPage)
    .map(
      (page) =>
        `<tr><td><span class="icon icon-page" title="Page"></span> <a href="${hrefOf(site, page)}">${escaped(page.title)}</a></td></tr>`,
    );
  const link = (index: number): string => `listpages-alphaview.action?key=${key}&amp;startsWith=&amp;startIndex=${index}`;
  const numbers = Array.from({ length: Math.ceil(all.length / perPage) }, (_, page) =>
    page * perPage === start
      ? `<li class="aui-nav-selected">${page + 1}</li>`
      : `<li><a href="${link(page * perPage)}">${page + 1}</a></li>`,
  );
  const next = start + perPage < all.length ? `<li class="aui-nav-next"><a href="${link(start + perPage)}">Next</a></li>` : "";
  const body = `<table class="tableview"><tbody>\n${rows.join("\n")}\n</tbody></table>\n<ol class="aui-nav aui-nav-pagination">\n${[...numbers, next].join("\n")}\n</ol>`;
  return frame(site, `Pages - ${key} - Wiki`, body, { "ajs-space-key": key }, key);
}

const treeParameters = ["decorator", "excerpt", "sort", "reverse", "disableLinks", "hasRoot", "pageId", "treeId", "startDepth"];

/** A piece of the page tree: the children of one page. Where a parameter is missing the answer is empty, and its status is still 200. */
export function treeChildren(site: Site, asked: Asked): Given {
  const id = asked.query.get("pageId") ?? "";
  const parent = site.wiki.contents.get(id);
  if (!treeParameters.every((name) => asked.query.has(name)) || parent === undefined || !isShown(site, parent)) return html("");
  const tree = asked.query.get("treeId") ?? "0";
  const items = shownChildren(site, parent).map((child) => {
    const isBranch = shownChildren(site, child).length > 0;
    const toggle = isBranch
      ? `<a id="plusminus${child.id}-${tree}" class="plugin_pagetree_childtoggle aui-icon aui-icon-small aui-iconfont-chevron-right" href="" data-page-id="${child.id}" data-tree-id="${tree}"></a>`
      : '<span class="no-children icon"></span>';
    return `<li>
<div class="plugin_pagetree_childtoggle_container">${toggle}</div>
<div class="plugin_pagetree_children_content"><span class="plugin_pagetree_children_span" id="childrenspan${child.id}-${tree}"><a href="${withSource(hrefOf(site, child))}">${escaped(child.title)}</a></span></div>
<div id="children${child.id}-${tree}" class="plugin_pagetree_children_container"></div>
</li>`;
  });
  return html(`<ul class="plugin_pagetree_children_list" id="child_ul${id}-${tree}">\n${items.join("\n")}\n</ul>\n`);
}

function withSource(href: string): string {
  return `${href}${href.includes("?") ? "&amp;" : "?"}src=contextnavpagetreemode`;
}

/** `viewpreviousversions.action`: six columns, the newest first; an old version is a page with an id of its own. */
export function history(site: Site, content: Content): Given {
  const rows = content.versions.toReversed().map((version) => historyRow(site, content, version));
  const head = ["", "Version", "Published", "Changed By", "Comment", "Actions"].map((text) => `<th>${text}</th>`).join("");
  const body = `<table id="page-history-container" class="aui tableview"><thead><tr>${head}</tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table>`;
  return frame(
    site,
    `Page History - ${content.title} - Wiki`,
    body,
    { "ajs-page-id": content.id, "ajs-latest-page-id": content.id },
    content.spaceKey,
  );
}

function historyRow(site: Site, content: Content, version: Version): string {
  const { number, message, createdAt, authorId } = version;
  const shown =
    version === newestOf(content)
      ? `<strong><a href="${site.context}/pages/viewpage.action?pageId=${content.id}">CURRENT</a> (v. ${number})</strong>`
      : `<a href="${site.context}/pages/viewpage.action?pageId=${oldId(content, version)}">v. ${number}</a>`;
  const published = `${printedDay(createdAt, site.offsetMinutes)} ${wallClock(createdAt, site.offsetMinutes).slice(11)}`;
  const username = site.wiki.users.get(authorId)?.username ?? "";
  const cells = [
    `<input type="checkbox" name="selectedPageVersions" value="${number}">`,
    shown,
    `\n ${published}\n`,
    `<div class="user-hover" data-username="${username}">${personLink(site, authorId)}</div>`,
    escaped(message),
    "",
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

/** `viewinfo.action`. Assumed: its rows are known from the labels that readers name, its elements are not. */
export function information(site: Site, content: Content): Given {
  const newest = newestOf(content);
  const day = (instant: string): string => printedDay(instant, site.offsetMinutes);
  const rows = {
    "Title:": escaped(content.title),
    "Author:": `${personLink(site, content.authorId)} ${day(content.createdAt)}`,
    "Last Changed by:": `${personLink(site, newest.authorId)} ${day(newest.createdAt)}`,
  };
  const written = Object.entries(rows).map(([label, value]) => `<tr><th class="label">${label}</th><td>${value}</td></tr>`);
  return frame(
    site,
    `Page Information - ${content.title} - Wiki`,
    `<table class="pageInfoTable">${written.join("\n")}</table>`,
    { "ajs-page-id": content.id },
    content.spaceKey,
  );
}

/** `viewpageattachments.action`. */
export function attachmentList(site: Site, content: Content): Given {
  const rows = content.attachments.map((attachment) => {
    const { id, title, version, createdAt } = attachment;
    const href = `${site.context}${downloadPath(content, attachment)}`.replaceAll("&", "&amp;");
    return `<tr id="attachment-${id.slice(3)}" data-attachment-id="${id.slice(3)}" data-attachment-filename="${escaped(title)}" data-attachment-version="${version}"><td class="filename-column"><a class="filename" href="${href}">${escaped(title)}</a></td><td class="created-column">${printedDay(createdAt, site.offsetMinutes)}</td></tr>`;
  });
  return frame(
    site,
    `Attachments - ${content.title} - Wiki`,
    `<table class="attachments aui"><tbody>${rows.join("\n")}</tbody></table>`,
    {},
    content.spaceKey,
  );
}

/** `createrssfeed.action`: what changed last, the newest first; the id of an entry holds page and version, and both its times are of that version. */
export function changeFeed(site: Site, asked: Asked): Given {
  const types = asked.query.getAll("types");
  const keys = asked.query.getAll("spaces");
  const changed = [...site.wiki.contents.values()].filter(
    (content) => keys.includes(content.spaceKey) && types.includes(content.type) && isShown(site, content),
  );
  changed.sort((a, b) => (newestOf(a).createdAt > newestOf(b).createdAt ? -1 : 1));
  const host = new URL(site.origin).hostname;
  const entries = changed.slice(0, Number(asked.query.get("maxResults") ?? 10)).map((content) => {
    const { createdAt, number } = newestOf(content);
    const at = `${createdAt.slice(0, 19)}Z`;
    const href = `${site.origin}${hrefOf(site, content)}`.replaceAll("&", "&amp;");
    return `<entry><title>${escaped(content.title)}</title><link rel="alternate" href="${href}" /><id>tag:${host},2009:${content.type}-${content.id}-${number}</id><updated>${at}</updated><published>${at}</published></entry>`;
  });
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><title>Confluence RSS Feed</title>${entries.join("\n")}</feed>\n`;
  return { status: 200, headers: { "content-type": "application/atom+xml" }, body };
}

export function isShown(site: Site, content: Content): boolean {
  return content.status === "current" && !site.wiki.isHidden(content);
}

function shownChildren(site: Site, parent: Content): Content[] {
  return site.wiki.childrenOf(parent.id).filter((child) => child.type === "page" && isShown(site, child));
}
