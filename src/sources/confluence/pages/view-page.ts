import type { CheerioAPI } from "cheerio/slim";
import { sourceOf } from "../../../pages/parse-html.ts";
import type { ListedComment } from "../types.ts";
import { extractComments } from "./comments.ts";
import { idOrNull, loadHtml, metaOf, textOf } from "./html.ts";
import { extractHistory, type PageHistory } from "./metadata-line.ts";

/** A page as its readers see it. */
export interface ViewPage {
  readonly kind: "page";
  /** Of the newest version, also where an older one is shown. */
  readonly pageId: string;
  readonly isNewest: boolean;
  readonly type: "page" | "blogpost";
  readonly title: string;
  readonly spaceKey: string | null;
  readonly spaceName: string | null;
  readonly parentId: string | null;
  readonly history: PageHistory;
  /** Null where the wiki's theme shows none of it. */
  readonly labels: readonly string[] | null;
  readonly attachments: number | null;
  readonly comments: number | null;
  /** All of those, and the answers to them. */
  readonly said: readonly ListedComment[];
  /** Null where there is none: not a page's view. */
  readonly body: string | null;
}

/** What a wiki shows in place of a page, or something else altogether. */
export type Shown = ViewPage | { readonly kind: "gone" } | { readonly kind: "trashed" } | { readonly kind: "foreign" };

/** @throws InputError for HTML that is nested thousands of levels deep */
export function readViewPage(html: string): Shown {
  const $ = loadHtml(html);
  const shownId = idOrNull(metaOf($, "page-id"));
  const pageId = idOrNull(metaOf($, "latest-page-id")) ?? shownId;
  if (pageId === null) return { kind: placeholderOf($) };
  const main = $("#main-content").get(0);
  return {
    kind: "page",
    pageId,
    isNewest: shownId === null || shownId === pageId,
    type: metaOf($, "content-type") === "blogpost" ? "blogpost" : "page",
    title: metaOf($, "page-title") ?? textOf($("#title-text").get(0)),
    spaceKey: metaOf($, "space-key"),
    spaceName: metaOf($, "space-name"),
    parentId: idOrNull(metaOf($, "parent-page-id")),
    history: extractHistory($),
    labels: labelsOf($),
    attachments: attachmentCountOf($),
    comments: commentCountOf($),
    said: extractComments($, html),
    body: main === undefined ? null : sourceOf(html, main.children).text,
  };
}

/** Confluence's own words for what it does not show. */
function placeholderOf($: CheerioAPI): "gone" | "trashed" | "foreign" {
  const text = textOf($("#main").get(0) ?? $("body").get(0)).slice(0, 5_000);
  if (/\b(?:is|been moved) (?:in|to) the trash\b/i.test(text)) return "trashed";
  return /\bpage not found\b|\bpage (?:you were trying to reach )?could not be found\b/i.test(`${textOf($("title").get(0))} ${text}`)
    ? "gone"
    : "foreign";
}

function labelsOf($: CheerioAPI): string[] | null {
  if ($("#labels-section").length === 0) return null;
  // One selector, not a search below the section: that sorts what it finds, at a cost that grows with the square of many neighbours.
  const names = $("#labels-section a[rel='tag']").toArray().map(textOf);
  return [...new Set(names)].filter((name) => name !== "").sort();
}

/** A page without files has no link to them in its metadata. */
function attachmentCountOf($: CheerioAPI): number | null {
  const metadata = $(".page-metadata");
  if (metadata.length === 0) return null;
  const link = $("#content-metadata-attachments");
  if (link.length === 0) return 0;
  const count = /\d{1,6}/.exec(`${link.attr("title") ?? ""} ${textOf(link.get(0))}`)?.[0];
  return count === undefined ? null : Number(count);
}

/** Threads, as the interfaces count them; the section is there on pages without comments too. */
function commentCountOf($: CheerioAPI): number | null {
  if ($("#comments-section").length === 0) return null;
  return $("#comments-section .comment-threads.top-level > .comment-thread").length;
}

/** The page that a space's page tree begins at, where its first page does not tell. */
export function extractTreeRoot(html: string): string | null {
  const $ = loadHtml(html);
  return idOrNull($("input[name='rootPageId']").attr("value") ?? null) ?? idOrNull($("input[name='treePageId']").attr("value") ?? null);
}
