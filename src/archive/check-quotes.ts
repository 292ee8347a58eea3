import { messageOf } from "../errors.ts";
import type { Evidence, MinutebookRecord } from "../records/index.ts";
import type { Checking } from "./checking.ts";
import { pagePlace, recordPath } from "./paths.ts";

export type PageText = (space: string, pageId: string) => Promise<string | null>;

interface Quote {
  readonly record: string;
  readonly quote: string;
  readonly version: number | undefined;
  /** The record stays as it was reported, however the page is edited afterwards. */
  readonly isFrozen: boolean;
}

interface PageState {
  readonly id: string;
  readonly version: number | null;
}

/** The quotes of all records by page, so that each page's text is asked for once. */
export class Quotes {
  readonly byPage = new Map<string, Quote[]>();
  /** A page id belongs to one site: two sites may use the same. */
  readonly pages = new Map<string, PageState[]>();

  collect(record: MinutebookRecord): void {
    if (record.kind === "page") {
      push(this.pages, pagePlace(record.id).pageId, { id: record.id, version: record.version });
    }
    // Changes are frozen once reported; everything else is derived anew from the page as it is.
    const isFrozen = record.kind === "change";
    for (const { pageId, quote, version } of evidenceOf(record)) {
      if (pageId !== undefined && quote !== undefined) push(this.byPage, pageId, { record: record.id, quote, version, isFrozen });
    }
  }
}

/** Each quote is a verbatim piece of its page; one that was taken from an older state of the page cannot be judged. */
export async function checkQuotes(checking: Checking, quotes: Quotes, pageText: PageText): Promise<void> {
  for (const [pageId, taken] of quotes.byPage) {
    const pages = quotes.pages.get(pageId) ?? [];
    const texts: string[] = [];
    for (const page of pages) {
      const text = await textOf(checking, page, pageText);
      if (text !== null) texts.push(text);
    }
    for (const quote of taken) {
      if (pages.length === 0) report(checking, quote, `evidence names the page ${pageId}, which the archive does not have`);
      else if (texts.length < pages.length || pages.some((page) => mayBeOlder(quote, page))) continue;
      else if (!texts.some((text) => text.includes(quote.quote)))
        report(checking, quote, `not found in the page ${pageId}: ${JSON.stringify(quote.quote.slice(0, 80))}`);
    }
  }
}

/** Dates do not tell: an export that is read today may hold an edit from before the day on which a change was found. */
function mayBeOlder(quote: Quote, page: PageState): boolean {
  if (quote.version !== undefined && page.version !== null) return quote.version !== page.version;
  return quote.isFrozen;
}

async function textOf(checking: Checking, page: PageState, pageText: PageText): Promise<string | null> {
  const { space, pageId } = pagePlace(page.id);
  try {
    return await pageText(space, pageId);
  } catch (error) {
    checking.report(recordPath(page.id), "unreadable", `the page's text cannot be had: ${messageOf(error)}; its quotes were not checked`);
    return null;
  }
}

function report(checking: Checking, quote: Quote, found: string): void {
  checking.report(
    recordPath(quote.record),
    "quote",
    `expected quotes to be verbatim pieces of archived pages, ${found}: run \`minutebook rebuild\``,
  );
}

function evidenceOf(record: MinutebookRecord): Evidence[] {
  return record.kind === "group" ? [...record.evidence, ...record.leadership.flatMap((term) => term.evidence)] : record.evidence;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
