import { withoutAccountState } from "../../pages/accounts.ts";
import type { RawPerson } from "../../pages/raw.ts";
import { parseExportDay } from "./dates.ts";

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

/**
 * Reads the line under a page's title. Forms, all seen: "Created by X on D", "Created by X, last modified on D",
 * "Created by X, last modified by Y on D" (2025: "last updated"), "This page last changed on D by X." (before 5.x), "Added by X, last edited by Y on D".
 * A name may hold commas and the word "on", or be missing; the date is what follows the last " on ".
 */
export function parseMetadataLine(raw: string): PageMetadata {
  const line = raw.replace(/[\s\u00a0]+/g, " ").trim();
  if (line === "") return noMetadata;
  if (line.length > longestLine) return { ...noMetadata, unread: `${line.slice(0, 200)}…` };
  const changed = /^This page last changed on (.{4,40}?) by (.+?)\.?$/.exec(line);
  if (changed) {
    const day = parseExportDay(changed[1] ?? "");
    return { ...noMetadata, modifiedBy: person(changed[2]), modifiedOn: day, unread: day === null ? line : null };
  }
  const made = /^(?:Created|Added) by ?(.*)$/.exec(line)?.[1];
  const modified = /^(.*?)(?:, |^)last (?:modified|updated|changed|edited) (?:by (.+) )?on (.+)$/i.exec(made ?? line);
  if (modified) {
    const day = parseExportDay(modified[3] ?? "");
    return {
      createdBy: person(modified[1]),
      createdOn: null,
      modifiedBy: person(modified[2]),
      modifiedOn: day,
      unread: day === null ? line : null,
    };
  }
  if (made === undefined) return { ...noMetadata, unread: line };
  const cut = ` ${made}`.lastIndexOf(" on ");
  const day = cut < 0 ? null : parseExportDay(made.slice(cut + 3));
  if (day === null) return { ...noMetadata, createdBy: person(made), unread: cut < 0 ? null : line };
  return { ...noMetadata, createdBy: person(made.slice(0, Math.max(0, cut - 1))), createdOn: day };
}

/** Old versions print e-mail addresses; what redaction leaves of one names nobody. */
function person(name: string | undefined): RawPerson | null {
  const clean = withoutAccountState(name ?? "").trim();
  return clean === "" || /^\[redacted: \w+\]$/.test(clean) ? null : { name: clean, accountId: null };
}
