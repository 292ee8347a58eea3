import { type CheerioAPI, load } from "cheerio/slim";
import type { AnyNode, Document } from "domhandler";
import { parseHtml } from "../../../pages/parse-html.ts";
import { plainText } from "../../../pages/plain-text.ts";

/** @throws InputError for HTML that is nested thousands of levels deep */
export function loadHtml(html: string): CheerioAPI {
  return load(parseHtml(html) as Document);
}

/** The text below a node, white space folded. */
export function textOf(node: AnyNode | undefined): string {
  return node === undefined ? "" : folded(plainText(node));
}

export function folded(text: string): string {
  return text.replace(/[\s\u00a0]+/g, " ").trim();
}

/** What `<meta name="ajs-…">` says; null where it says nothing. */
export function metaOf($: CheerioAPI, name: string): string | null {
  return $(`meta[name="ajs-${name}"]`).attr("content")?.trim() || null;
}

export function idOrNull(text: string | null): string | null {
  return text !== null && /^[1-9]\d{0,19}$/.test(text) ? text : null;
}

/** Where a list that is shown in pieces goes on; null at its end. */
export function nextOf($: CheerioAPI): string | null {
  return $(".aui-nav-next a[href], a.aui-nav-next[href]").attr("href") ?? null;
}
