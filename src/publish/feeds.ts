import { Feed } from "feed";
import { plainJson } from "../records/canonical-json.ts";
import { newestFirst } from "../records/change.ts";
import type { ChangeRecord } from "../records/index.ts";

/** Readers of feeds come often: who wants all of the log reads the archive. */
const mostItems = 200;

/**
 * The change log as JSON Feed 1.1 and as Atom, the newest first, as paths and texts. Nothing in them comes from the clock: an item is as old as the
 * day on which its change was found. Sources: https://www.jsonfeed.org/version/1.1/, RFC 4287.
 */
export function changeFeeds(title: string, changes: readonly ChangeRecord[]): (readonly [path: string, text: string])[] {
  const items = [...changes].sort(newestFirst).slice(0, mostItems);
  return [
    ["feeds/changes.json", jsonFeed(title, items)],
    ["feeds/changes.atom", atomFeed(title, items)],
  ];
}

function jsonFeed(title: string, items: readonly ChangeRecord[]): string {
  return plainJson({
    version: "https://jsonfeed.org/version/1.1",
    title: `${title}: changes`,
    language: "en",
    items: items.map((change) => {
      const url = addressOf(change);
      return {
        id: urnOf(change),
        ...(url === null ? {} : { url }),
        title: change.summary,
        content_text: contentOf(change),
        date_published: instantOf(change),
        tags: [change.type, change.basis, ...(change.group === null ? [] : [change.group])],
      };
    }),
  });
}

function atomFeed(title: string, items: readonly ChangeRecord[]): string {
  const feed = new Feed({
    id: "urn:minutebook:changes",
    title: clean(`${title}: changes`),
    copyright: "",
    generator: "minutebook",
    author: { name: clean(title) },
    updated: new Date(items[0] ? instantOf(items[0]) : 0),
  });
  for (const change of items)
    feed.addItem({
      id: urnOf(change),
      title: markup(change.summary),
      link: addressOf(change) ?? urnOf(change),
      date: new Date(instantOf(change)),
      content: `<p>${markup(contentOf(change)).replaceAll("\n", "<br/>")}</p>`,
    });
  // What has no address leads nowhere; the library asks for one.
  return `${feed.atom1().replace(/\n\s*<link href="urn:[^"]*"\/>/g, "")}\n`;
}

function urnOf({ id }: ChangeRecord): string {
  return `urn:minutebook:${id.replaceAll("/", ":")}`;
}

function instantOf({ detectedOn }: ChangeRecord): string {
  return `${detectedOn}T00:00:00Z`;
}

function addressOf({ evidence }: ChangeRecord): string | null {
  const url = evidence.find((item) => item.url !== null)?.url ?? null;
  return url !== null && /^https?:\/\//.test(url) ? url : null;
}

/** The sentence, and the words of the pages that say so. */
function contentOf({ summary, evidence, basis, confidence }: ChangeRecord): string {
  const quotes = evidence.flatMap(({ quote }) => (quote === undefined ? [] : [`“${quote}”`]));
  return clean([summary, `${basis}, confidence ${confidence}`, ...new Set(quotes)].join("\n"));
}

/** What XML may not hold is left out. Source: XML 1.0, 2.2. */
function clean(text: string): string {
  return text.toWellFormed().replace(/[^\t\n\u0020-\u{10ffff}]|[\ufffe\uffff]/gu, " ");
}

/** Titles and contents of items are HTML in Atom here. */
function markup(text: string): string {
  return clean(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
