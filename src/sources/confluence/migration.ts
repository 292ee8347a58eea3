import type { KnownPage } from "../types.ts";
import type { ListedPage } from "./types.ts";

/** What a page is known by when its id is not: its space is that of the run. */
export interface Marks {
  readonly title: string;
  readonly creator: string | null;
  readonly createdOn: string | null;
}

export interface Match {
  readonly known: KnownPage;
  readonly listed: ListedPage;
}

/**
 * Pages that a migration gave new ids: the same title, creator and day of creation. Where one side does not know creator or day the rest decides,
 * and a pair must be the only one of its kind on both sides.
 */
export function matchMigrated(absent: readonly KnownPage[], fresh: readonly ListedPage[], marksOf: (page: ListedPage) => Marks): Match[] {
  const byTitle = new Map<string, [ListedPage, Marks][]>();
  for (const page of fresh) {
    const marks = marksOf(page);
    byTitle.set(keyOf(marks.title), [...(byTitle.get(keyOf(marks.title)) ?? []), [page, marks]]);
  }
  const found = absent.flatMap((known) => {
    const { title, createdBy, createdOn } = known.envelope;
    const own = { creator: createdBy?.name ?? null, createdOn };
    return (byTitle.get(keyOf(title)) ?? []).flatMap(([listed, marks]) => (fits(own, marks) ? [{ known, listed }] : []));
  });
  const uses = new Map<KnownPage | ListedPage, number>();
  for (const page of found.flatMap(({ known, listed }) => [known, listed])) uses.set(page, (uses.get(page) ?? 0) + 1);
  return found.filter(({ known, listed }) => uses.get(known) === 1 && uses.get(listed) === 1);
}

function fits(a: Omit<Marks, "title">, b: Omit<Marks, "title">): boolean {
  const isSameCreator = a.creator === null || b.creator === null || keyOf(a.creator) === keyOf(b.creator);
  return isSameCreator && (a.createdOn === null || b.createdOn === null || isSameDay(a.createdOn, b.createdOn));
}

/** Exports print days in their server's time zone, interfaces tell instants. */
function isSameDay(a: string, b: string): boolean {
  return Math.abs(Date.parse(a) - Date.parse(b)) <= 24 * 3600_000;
}

function keyOf(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}
