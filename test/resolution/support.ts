import type { RawEnvelope } from "../../src/pages/raw.ts";
import { type PageEntry, type PreviousRecords, type Resolution, resolveRecords } from "../../src/resolution/index.ts";
import { envelope, factsOf, factsOfHtml } from "../extraction/support.ts";

export const nothing: PreviousRecords = { groups: [], people: [], reports: [], meetings: [], recordings: [], courses: [], changes: [] };

/** A page of the space DUNE; `body` is Markdown, or HTML where it begins with a tag. */
export function page(pageId: string, title: string, body: string, over: Partial<RawEnvelope> = {}): PageEntry {
  const full = { pageId, title, file: `Page_${pageId}.html`, ...over };
  const facts = body.startsWith("<") ? factsOfHtml(body, full) : factsOf(body, full);
  const made = envelope(full);
  return { id: `pages/${made.space}/${pageId}`, envelope: made, facts };
}

export const home = page("1", "Dune SIG", "We watch dunes.\n", { isHome: true });

export function resolve(pages: readonly PageEntry[], previous: PreviousRecords = nothing, asOf = "2024-06-30"): Resolution["records"] {
  return resolveRecords(pages, previous, asOf).records;
}

export function below(title: string, pageId: string | null = null): Partial<RawEnvelope> {
  return { parents: [{ title, href: null, pageId }] };
}
