import type { ChangeRecord } from "../../records/index.ts";
import { escaped, linked } from "./page.ts";

/** A change with two of the pieces of evidence that say so. */
export function changeItem(change: ChangeRecord): string {
  const { detectedOn, summary, basis, confidence, correctedBy, evidence } = change;
  const told = evidence.filter(({ quote, url }) => quote !== undefined || url !== null).slice(0, 2);
  const quotes = told.map(({ quote, url }) => `<blockquote>${linked(url, quote === undefined ? "the page" : `“${quote}”`)}</blockquote>`);
  const corrected = correctedBy === null ? "" : ", corrected since";
  return `<li>${escaped(summary)} <span class="soft">${escaped(detectedOn)}, ${basis}, confidence ${confidence}${corrected}</span>${quotes.join("")}</li>`;
}

export function changeLog(changes: readonly ChangeRecord[]): string {
  return changes.length === 0 ? "" : `<ol class="log">\n${changes.map(changeItem).join("\n")}\n</ol>\n`;
}
