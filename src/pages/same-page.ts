import type { BodyForm, RawEnvelope } from "./raw.ts";

/**
 * Whether two pages of one space key and number are two all the same: exports of two wikis under one key. A page may be renamed, a space too,
 * and even both at once; but who made a page, and when, stays.
 */
export function isAnotherPage(known: RawEnvelope, read: RawEnvelope): boolean {
  if (known.title === read.title || known.spaceName === null || read.spaceName === null || known.spaceName === read.spaceName) return false;
  return differ(known.createdBy?.name, read.createdBy?.name) || differ(known.createdOn, read.createdOn);
}

function differ(one: string | null | undefined, other: string | null | undefined): boolean {
  return one != null && other != null && one !== other;
}

/** Whether a body in the one form keeps less of a page than in the other: converted Markdown has lost the borders of cells. */
export function keepsLess(form: BodyForm, than: BodyForm): boolean {
  return form === "export.md" && than !== "export.md";
}
