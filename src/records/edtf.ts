/** First and last day of what a date means, both inclusive, as ISO days. */
export interface Interval {
  readonly start: string;
  readonly end: string;
}

/**
 * The days that an EDTF date means: year, month, day, season (21–24, northern; winter begins in December), quarter (33–36), semester (40, 41).
 * Null for anything else. Rule: EDTF (ISO 8601-2) level 2, sub-year groupings.
 */
export function intervalOf(date: string): Interval | null {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date);
  if (!parts) return null;
  const year = Number(parts[1]);
  if (parts[3] !== undefined) return { start: date, end: date };
  const code = parts[2] === undefined ? null : Number(parts[2]);
  if (code === null) return months(year, 1, 12);
  if (code >= 1 && code <= 12) return months(year, code, code);
  if (code >= 21 && code <= 23) return months(year, (code - 20) * 3, (code - 20) * 3 + 2);
  if (code === 24) return { start: `${year}-12-01`, end: `${year + 1}-02-${days(year + 1, 2)}` };
  if (code >= 33 && code <= 36) return months(year, (code - 33) * 3 + 1, (code - 33) * 3 + 3);
  if (code === 40) return months(year, 1, 6);
  if (code === 41) return months(year, 7, 12);
  return null;
}

const seasons: Readonly<Record<string, string>> = { "21": "spring", "22": "summer", "23": "autumn", "24": "winter" };

/** Whether two dates may mean one day; one that is unknown may mean any. */
export function mayAgree(one: string | null, other: string | null): boolean {
  const a = one === null ? null : intervalOf(one);
  const b = other === null ? null : intervalOf(other);
  return a === null || b === null || (a.start <= b.end && b.start <= a.end);
}

/** As people write it where EDTF needs a code: `spring 2022`, `Q4 2023`, `first half of 2024`. Years, months and days stay as they are. */
export function edtfInWords(date: string): string {
  const [, year = "", code = ""] = /^(\d{4})-(2[1-4]|3[3-6]|4[01])$/.exec(date) ?? [];
  if (code === "") return date;
  const number = Number(code);
  if (number >= 40) return `${number === 40 ? "first" : "second"} half of ${year}`;
  return number >= 33 ? `Q${number - 32} ${year}` : `${seasons[code]} ${year}`;
}

function months(year: number, first: number, last: number): Interval {
  return { start: `${year}-${pad(first)}-01`, end: `${year}-${pad(last)}-${days(year, last)}` };
}

function days(year: number, month: number): string {
  return pad(new Date(Date.UTC(year, month, 0)).getUTCDate());
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

/** The ISO day, or null where there is no such day. Years outside of 1970–2100 are typing errors, not dates. */
export function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1970 || year > 2100 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

export function isDay(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date);
}
