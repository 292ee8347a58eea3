// Arithmetic on ISO days, in UTC: a day has no clock.

const dayMs = 24 * 3600_000;

/** How many days `to` is after `from`; negative where it is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** The same day of a later month, or its last one where it has no such day. */
export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

export function laterDay(a: string, b: string): string {
  return a > b ? a : b;
}

/** Of two days of which one may be unknown. */
export function latestKnown(a: string | null, b: string | null): string | null {
  return a === null || b === null ? (a ?? b) : laterDay(a, b);
}

export function earlierDay(a: string, b: string): string {
  return a < b ? a : b;
}
