import { loadHtml } from "./html.ts";

/** A page or post as the feed of a space names it. */
export interface FeedEntry {
  readonly pageId: string;
  /** Of its last change, a UTC instant. */
  readonly updated: string;
  readonly href: string | null;
}

/** The most entries that are asked for. */
export const longestFeed = 200;
/** The number of entries that a feed has where nobody asks for another: no server cuts a shorter one. */
const shortestCut = 10;

/** The entries of an Atom feed of Confluence, `tag:wiki.example.org,2009:page-123-4`; null where the text is no feed. */
export function extractFeed(xml: string): FeedEntry[] | null {
  const $ = loadHtml(xml);
  if ($("feed").length === 0) return null;
  const found: FeedEntry[] = [];
  for (const entry of $("feed > entry").toArray()) {
    const pageId = /:(?:page|blogpost)-([1-9]\d{0,19})(?:-\d{1,9})?$/.exec($(entry).children("id").text().trim())?.[1];
    const time = Date.parse($(entry).children("updated").text().trim());
    const href = $(entry).children("link[href]").attr("href") ?? null;
    if (pageId !== undefined && !Number.isNaN(time)) found.push({ pageId, updated: new Date(time).toISOString(), href });
  }
  return found;
}

/** Whether a feed is known to hold everything since an instant: it goes back further, or is so short that nothing was cut off. */
export function reachesBackTo(entries: readonly FeedEntry[], since: string): boolean {
  return entries.length < shortestCut || entries.some(({ updated }) => updated < since);
}

/** Ten years back: the number of entries is what limits it. */
export function feedUrl(siteUrl: string, key: string, types: readonly ("page" | "blogpost")[]): string {
  const query = new URLSearchParams(types.map((type): [string, string] => ["types", type]));
  for (const [name, value] of Object.entries({
    spaces: key,
    sort: "modified",
    maxResults: String(longestFeed),
    timeSpan: "3650",
    showContent: "false",
    rssType: "atom",
  }))
    query.set(name, value);
  return `${siteUrl}/createrssfeed.action?${query}`;
}
