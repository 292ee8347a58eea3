import { allBlocks } from "../pages/document.ts";
import { parsePageLink } from "../pages/links.ts";
import { firstDay } from "./dates.ts";
import { classifyRecording } from "./recording-urls.ts";
import type { PageView } from "./view.ts";

/** Headings that link to pages of meetings, each with its date. */
export function linkedDates(view: PageView): number {
  return view.labels.filter((label) => {
    const block = view.document.blocks[label.index];
    return label.isHeading && block !== undefined && isPageLink(block) && firstDay(label.label, view.words) !== null;
  }).length;
}

/** Links to pages and recordings, in tables too. */
export function listedLinks(view: PageView): number {
  let count = 0;
  for (const block of allBlocks(view.document.blocks)) {
    for (const span of block.spans) {
      if (
        span.kind === "link" &&
        span.href !== undefined &&
        (parsePageLink(span.href) !== null || classifyRecording(span.href, false) !== null)
      )
        count += 1;
    }
  }
  return count;
}

/** A block that is a link to a page and little else. */
export function isPageLink(block: PageView["document"]["blocks"][number]): boolean {
  const link = block.spans.find((span) => span.kind === "link" && span.href !== undefined && parsePageLink(span.href) !== null);
  return link !== undefined && link.end - link.start > block.text.length * 0.6;
}

export function isMostlyLink(block: PageView["document"]["blocks"][number]): boolean {
  const linked = block.spans.reduce((sum, span) => (span.kind === "link" ? sum + span.end - span.start : sum), 0);
  return block.text.length > 0 && linked > block.text.length * 0.5;
}

/** Of the blocks of a page, the share that are links to pages. */
export function pageLinkShare(view: PageView): number {
  const blocks = view.document.blocks.filter((block) => block.text.length > 0 && block.type !== "heading");
  if (blocks.length === 0) return 0;
  return blocks.filter(isPageLink).length / blocks.length;
}
