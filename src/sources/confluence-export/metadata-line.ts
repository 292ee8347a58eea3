import { withoutAccountState } from "../../pages/accounts.ts";
import type { RawPerson } from "../../pages/raw.ts";
import { type DateHabits, isDoubtfulDay, noHabits, parseExportDay } from "./dates.ts";

export interface PageMetadata {
  readonly createdBy: RawPerson | null;
  readonly createdOn: string | null;
  readonly modifiedBy: RawPerson | null;
  readonly modifiedOn: string | null;
  /** What the line held that could not be read, for the run report. */
  readonly unread: string | null;
}

export const noMetadata: PageMetadata = { createdBy: null, createdOn: null, modifiedBy: null, modifiedOn: null, unread: null };

const longestLine = 2_000;

/** What a line says, its date still in the server's words; `isMade` where the date is that of the page's making. */
interface LineParts {
  readonly author: string;
  readonly editor: string;
  readonly date: string | null;
  readonly isMade: boolean;
}

/**
 * Reads the line under a page's title. Forms, all seen: "Created by X on D", "Created by X, last modified on D",
 * "Created by X, last modified by Y on D" (2025: "last updated"), "This page last changed on D by X." (before 5.x), "Added by X, last edited by Y on D".
 * A name may hold commas and the word "on", or be missing; the date is what follows the last " on ".
 */
export function parseMetadataLine(raw: string, habits: DateHabits = noHabits): PageMetadata {
  const line = folded(raw);
  if (line === "") return noMetadata;
  if (line.length > longestLine) return { ...noMetadata, unread: `${line.slice(0, 200)}…` };
  const parts = partsOf(line);
  if (parts === null) return { ...noMetadata, unread: line };
  const day = parts.date === null ? null : parseExportDay(parts.date, habits);
  if (parts.isMade && day === null) {
    // "Created by Men on Towers": a name that holds the word.
    const isName = parts.date === null || !/\p{Nd}/u.test(parts.date);
    const whole = parts.date === null ? parts.author : `${parts.author} on ${parts.date}`;
    return { ...noMetadata, createdBy: person(isName ? whole : parts.author), unread: parts.date === null ? null : line };
  }
  return {
    createdBy: person(parts.author),
    createdOn: parts.isMade ? day : null,
    modifiedBy: person(parts.editor),
    modifiedOn: parts.isMade ? null : day,
    unread: day === null ? line : null,
  };
}

/** The date of the line as the server printed it, or null. */
export function dateTextOf(raw: string): string | null {
  const line = folded(raw);
  return line.length > longestLine ? null : (partsOf(line)?.date ?? null);
}

/** What of the line is lost, by the names under which a run counts it; `raw` is null where the page has no such line. */
export function lossesOfLine(raw: string | null, metadata: PageMetadata): string[] {
  if (raw === null) return ["no line about author and date"];
  if (metadata.unread === null) return [];
  return [
    isDoubtfulDay(dateTextOf(raw) ?? "") ? "date of a page that can be read as several days" : "line about author and date not understood",
  ];
}

function folded(raw: string): string {
  return raw.replace(/[\s\u00a0]+/g, " ").trim();
}

function partsOf(line: string): LineParts | null {
  const changed = /^This page last changed on (.{4,40}?) by (.+?)\.?$/.exec(line);
  if (changed) return { author: "", editor: changed[2] ?? "", date: changed[1] ?? "", isMade: false };
  const made = /^(?:Created|Added) by ?(.*)$/.exec(line)?.[1];
  const modified = /^(.*?)(?:, |^)last (?:modified|updated|changed|edited) (?:by (.+) )?on (.+)$/i.exec(made ?? line);
  if (modified) return { author: modified[1] ?? "", editor: modified[2] ?? "", date: modified[3] ?? "", isMade: false };
  if (made === undefined) return null;
  const cut = ` ${made}`.lastIndexOf(" on ");
  if (cut < 0) return { author: made, editor: "", date: null, isMade: true };
  return { author: made.slice(0, Math.max(0, cut - 1)), editor: "", date: made.slice(cut + 3), isMade: true };
}

/** Old versions print e-mail addresses; what redaction leaves of one names nobody. */
function person(name: string): RawPerson | null {
  const clean = withoutAccountState(name).trim();
  return clean === "" || /^\[redacted: \w+\]$/.test(clean) ? null : { name: clean, accountId: null };
}
