import { type CheerioAPI, load } from "cheerio/slim";
import type { AnyNode, Document, Element } from "domhandler";
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

/** The first element below a node, in reading order. A search by selector below a node sorts all that it finds, at a cost that grows with the square. */
export function firstBelow(root: Element | undefined, isWanted: (element: Element) => boolean): Element | undefined {
  const stack: AnyNode[] = [...(root?.children ?? [])].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== "tag") continue;
    if (isWanted(node)) return node;
    for (let index = node.children.length - 1; index >= 0; index -= 1) stack.push(node.children[index] as AnyNode);
  }
  return undefined;
}

export function hasClass({ attribs }: Element, name: string): boolean {
  return ` ${attribs.class ?? ""} `.replace(/\s/g, " ").includes(` ${name} `);
}

export function isLink({ name, attribs }: Element): boolean {
  return name === "a" && attribs.href !== undefined;
}
