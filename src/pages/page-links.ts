import { allBlocks, type Document } from "./document.ts";
import { safeUrl } from "./safe-url.ts";

export interface PageLink {
  readonly text: string;
  readonly href: string;
}

/**
 * The links of a page, in reading order, each pair of text and target once, and then to the pages that it includes; targets that could run something are
 * left out.
 */
export function linksOf(document: Document): PageLink[] {
  const seen = new Set<string>();
  const links: PageLink[] = [];
  const add = (text: string, target: string): void => {
    const href = safeUrl(target);
    const key = `${href}\n${text}`;
    if (href === null || href === "" || seen.has(key)) return;
    seen.add(key);
    links.push({ text, href });
  };
  for (const block of allBlocks(document.blocks)) {
    for (const span of block.spans) {
      if ((span.kind !== "link" && span.kind !== "mention") || span.href === undefined) continue;
      add(block.text.slice(span.start, span.end), span.href);
    }
  }
  for (const { text, href } of document.includes) add(text, href);
  return links;
}
