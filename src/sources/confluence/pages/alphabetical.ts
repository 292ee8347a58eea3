import { parsePageLink } from "../../../pages/links.ts";
import { loadHtml, nextOf, textOf } from "./html.ts";

export interface NamedPage {
  readonly title: string;
  readonly href: string;
}

export interface AlphabeticalPiece {
  readonly pages: readonly NamedPage[];
  readonly next: string | null;
}

/** One piece of the list of all pages of a space by title (`listpages-alphaview.action`); it names pages by their addresses. */
export function extractAlphabetical(html: string): AlphabeticalPiece {
  const $ = loadHtml(html);
  const pages: NamedPage[] = [];
  for (const link of $("table.tableview td a[href]").toArray()) {
    const href = link.attribs.href ?? "";
    const title = textOf(link);
    if (title !== "" && isPage(href)) pages.push({ title, href });
  }
  return { pages, next: nextOf($) };
}

/** Beside its page a row may show who changed it, and what can be done to it. */
function isPage(href: string): boolean {
  return parsePageLink(href) !== null && !/\/(?:editpage|viewpageattachments|removepage|resumedraft)\.action/.test(href);
}

export function alphabeticalUrl(siteUrl: string, key: string): string {
  return `${siteUrl}/pages/listpages-alphaview.action?${new URLSearchParams({ key, startsWith: "" })}`;
}
