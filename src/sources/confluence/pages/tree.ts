import type { Element } from "domhandler";
import { parsePageLink } from "../../../pages/links.ts";
import { firstBelow, hasClass, idOrNull, isLink, loadHtml, textOf } from "./html.ts";

/** A page as the page tree shows it. */
export interface TreeEntry {
  readonly pageId: string;
  readonly title: string;
  readonly href: string;
  /** Whether the tree says that there are pages below. */
  readonly isBranch: boolean;
}

/** The children of one page in the answer of `naturalchildren.action`, which is a piece of HTML and may hold pieces of branches that stand open. */
export function extractChildren(html: string): TreeEntry[] {
  const $ = loadHtml(html);
  const found: TreeEntry[] = [];
  for (const span of $(".plugin_pagetree_children_span").toArray()) {
    const link = firstBelow(span, isLink);
    const href = link?.attribs.href ?? "";
    const target = parsePageLink(href);
    const pageId = idOrNull(/^childrenspan(\d+)/.exec(span.attribs.id ?? "")?.[1] ?? (target?.by === "id" ? target.pageId : null));
    if (pageId === null || href === "") continue;
    const item = $(span).closest("li").get(0) as Element | undefined;
    const corner = item?.children.find(
      (child): child is Element => child.type === "tag" && hasClass(child, "plugin_pagetree_childtoggle_container"),
    );
    const toggle = firstBelow(corner, (element) => hasClass(element, "plugin_pagetree_childtoggle"));
    found.push({ pageId, title: textOf(link), href, isBranch: toggle !== undefined });
  }
  return found;
}

/** The address of the children of a page. Where one of these parameters is missing wikis answer with nothing, and status 200. */
export function childrenUrl(siteUrl: string, pageId: string): string {
  const query = new URLSearchParams({
    decorator: "none",
    excerpt: "false",
    sort: "position",
    reverse: "false",
    disableLinks: "false",
    expandCurrent: "false",
    hasRoot: "true",
    pageId,
    treeId: "0",
    startDepth: "0",
  });
  return `${siteUrl}/plugins/pagetree/naturalchildren.action?${query}`;
}
