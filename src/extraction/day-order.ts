import type { PageView } from "./view.ts";

/** Three numbers of which two may change places; what dots divide is day first anyway. */
const numbers = /(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20)?\d{2})(?![\d/-])/g;

/**
 * A text in which the days are told apart from the months: where the page itself shows that the day stands first, its dates are printed with
 * dots, as dates with the day first are. Everything keeps its place. `said` are texts of one author, written in one way.
 */
export function withDayOrder(text: string, said: readonly string[], view: PageView): string {
  return isDayFirst(said, lastChange(view)) ? text.replace(numbers, "$1.$3.$4") : text;
}

/** Days beyond the twelfth settle it; else dates that month first would come after the page's last change, or in the wrong order. */
function isDayFirst(said: readonly string[], last: string | null): boolean {
  const texts = said.map((text) => [...text.slice(0, 500).matchAll(numbers)].map(numbersOf));
  const dates = texts.flat();
  if (dates.some(({ second }) => second > 12)) return false;
  if (dates.some(({ first }) => first > 12)) return true;
  const isLate = last !== null && dates.some((date) => monthFirst(date) > last) && dates.every((date) => dayFirst(date) <= last);
  return isLate || texts.some(([from, to]) => from && to && monthFirst(from) > monthFirst(to) && dayFirst(from) < dayFirst(to));
}

interface Numbers {
  readonly first: number;
  readonly second: number;
  readonly year: string;
}

function numbersOf(match: RegExpExecArray): Numbers {
  const year = match[4] ?? "";
  return { first: Number(match[1]), second: Number(match[3]), year: year.length === 2 ? `20${year}` : year };
}

function monthFirst({ first, second, year }: Numbers): string {
  return `${year}-${pad(first)}-${pad(second)}`;
}

function dayFirst({ first, second, year }: Numbers): string {
  return `${year}-${pad(second)}-${pad(first)}`;
}

function lastChange(view: PageView): string | null {
  return (view.page.modifiedOn ?? view.page.createdOn)?.slice(0, 10) ?? null;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
