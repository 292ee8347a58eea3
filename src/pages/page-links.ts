import { allBlocks, type Document } from "./document.ts";
import { safeUrl } from "./safe-url.ts";

export interface PageLink {
  readonly text: string;
  readonly href: string;
}

/** The links of a page, in reading order, each pair of text and target once; targets that could run something are left out. */
export function linksOf(document: Document): PageLink[] {
  const seen = new Set<string>();
  const links: PageLink[] = [];
  for (const block of allBlocks(document.blocks)) {
    for (const span of block.spans) {
      if ((span.kind !== "link" && span.kind !== "mention") || span.href === undefined) continue;
      const href = safeUrl(span.href);
      if (href === null || href === "") continue;
      const text = block.text.slice(span.start, span.end);
      const key = `${href}\n${text}`;
      if (seen.has(key)) continue;
      seen.add(key);
      links.push({ text, href });
    }
  }
  return links;
}
