import type { CheerioAPI } from "cheerio/slim";
import type { Element } from "domhandler";
import { accountOf } from "../../../pages/accounts.ts";
import { parseExportDay } from "../../confluence-export/dates.ts";
import type { Account } from "../types.ts";
import { firstBelow, folded, hasClass, metaOf, textOf } from "./html.ts";

/** What a page says of its history. Days are those of the server's clock, and null where it writes "yesterday". */
export interface PageHistory {
  readonly version: number | null;
  readonly createdBy: Account | null;
  readonly createdOn: string | null;
  readonly modifiedBy: Account | null;
  readonly modifiedOn: string | null;
}

/**
 * The line about author and date below the title: "Created by X on D", "Created by X, last modified [by Y] on D". It is read by its elements and its
 * commas, so that the wiki's language does not matter. The version stands in the link to the last change; without a change it is the first.
 */
export function extractHistory($: CheerioAPI): PageHistory {
  const line = $(".page-metadata-modification-info").get(0) ?? $(".page-metadata").get(0);
  const author = firstBelow(line, (element) => hasClass(element, "author"));
  const told = numberOrNull(metaOf($, "page-version"));
  if (line === undefined || author === undefined)
    return { version: told, createdBy: null, createdOn: null, modifiedBy: null, modifiedOn: null };
  const editor = firstBelow(line, (element) => hasClass(element, "editor"));
  const link = firstBelow(line, (element) => hasClass(element, "last-modified"));
  const behind = textBehind(line, editor ?? author);
  const isChanged = editor !== undefined || link !== undefined || behind.startsWith(",");
  const createdBy = accountIn(author);
  const day = dayIn(link ? textOf(link) : behind);
  if (!isChanged) return { version: told ?? 1, createdBy, createdOn: day, modifiedBy: createdBy, modifiedOn: day };
  const version = told ?? newestVersionIn(link?.attribs.href ?? "");
  return { version, createdBy, createdOn: null, modifiedBy: editor ? accountIn(editor) : createdBy, modifiedOn: day };
}

/** Who has no account any more has no link. */
function accountIn(part: Element): Account | null {
  const link = firstBelow(part, ({ name }) => name === "a");
  const id = link === undefined ? null : accountOf(link.attribs.href ?? "", link.attribs);
  return id === null ? null : { id, name: textOf(link) || null };
}

/** `…selectedPageVersions=3&selectedPageVersions=4`: the greater one is the page as it is. */
function newestVersionIn(href: string): number | null {
  const numbers = [...href.matchAll(/[?&]selectedPageVersions=(\d{1,6})(?=&|$)/g)].map(([, number]) => Number(number));
  return numbers.length === 0 ? null : Math.max(...numbers);
}

function numberOrNull(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}

function textBehind(line: Element, part: Element): string {
  const whole = textOf(line);
  const name = textOf(part);
  const at = name === "" ? -1 : whole.lastIndexOf(name);
  return at < 0 ? whole : folded(whole.slice(at + name.length));
}

const mostWords = 12;

/** The date that a phrase ends in, whatever words stand before it. */
function dayIn(phrase: string): string | null {
  const words = phrase.split(" ").slice(0, mostWords);
  for (let index = 0; index < words.length; index += 1) {
    const day = parseExportDay(words.slice(index).join(" "));
    if (day !== null) return day;
  }
  return null;
}
