import { withPlainDigits } from "./digits.ts";
import { monthReadings } from "./months.ts";

// Dates as Confluence prints them in exports: in the locale of the server, without a zone, mostly without a time.

type Order = "day first" | "month first" | "year first";

/** A day that a text can mean, with what must hold for it; null where nothing depends on it. */
interface DayReading {
  readonly day: string;
  readonly language: string | null;
  readonly order: Order | null;
}

/** How one server prints its dates, as far as its clear dates tell: what a doubtful one means there. Null where nothing is known. */
export interface DateHabits {
  readonly languages: ReadonlySet<string> | null;
  readonly orders: ReadonlySet<Order> | null;
}

export const noHabits: DateHabits = { languages: null, orders: null };

/**
 * The day that an export prints, as `2024-11-26`, or null where the text is no date or could be two days
 * (`03/04/2024`: the locale of the exporting server is not in the export) and the server's habits do not tell which.
 */
export function parseExportDay(text: string, habits: DateHabits = noHabits): string | null {
  const clean = cleaned(text);
  const usual = /^([A-Za-z]{3}) (\d{1,2}), (\d{4})\b/.exec(clean);
  if (usual) {
    const month = english.indexOf((usual[1] ?? "").toLowerCase()) + 1;
    if (month > 0) return dayOf(Number(usual[3]), month, Number(usual[2]));
  }
  const readings = readingsOf(clean);
  return onlyDay(readings) ?? onlyDay(readings.filter((reading) => fits(reading, habits)));
}

/** Whether the text is a date, but one of several days. */
export function isDoubtfulDay(text: string): boolean {
  return new Set(readingsOf(cleaned(text)).map((reading) => reading.day)).size > 1;
}

/** What the dates of one server have in common. Where two contradict each other, as in an export joined of two, nothing. */
export function dateHabitsOf(texts: readonly string[]): DateHabits {
  const all = texts.map((text) => readingsOf(cleaned(text)));
  return {
    languages: shared(all.map((readings) => readings.map((reading) => reading.language))),
    orders: shared(all.map((readings) => readings.map((reading) => reading.order))),
  };
}

/** What is in every list that says anything at all. */
function shared<T>(lists: readonly (readonly (T | null)[])[]): ReadonlySet<T> | null {
  const [first, ...others] = lists.filter((list) => list.length > 0 && !list.includes(null)).map((list) => new Set(list as readonly T[]));
  const common = [...(first ?? [])].filter((item) => others.every((other) => other.has(item)));
  return common.length === 0 ? null : new Set(common);
}

function fits({ language, order }: DayReading, habits: DateHabits): boolean {
  const speaks = language === null || habits.languages === null || habits.languages.has(language);
  return speaks && (order === null || habits.orders === null || habits.orders.has(order));
}

function onlyDay(readings: readonly DayReading[]): string | null {
  const days = new Set(readings.map((reading) => reading.day));
  return days.size === 1 ? ([...days][0] ?? null) : null;
}

const english = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Blanks folded; weekdays, ordinals, eras and marks of direction taken off. */
function cleaned(text: string): string {
  return withPlainDigits(text)
    .replace(/\p{Cf}+/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\p{L}{2,12}\.?, (?=.*\d{4})/u, "")
    .replace(/(\d)(?:st|nd|rd|th)\b/, "$1")
    .replace(/ (?:ค\.ศ\.|พ\.ศ\.) (?=\d)/, " ");
}

/** One word, a counted month, or one of the two words that the Levant has for four months. */
const name = "(?:كانون|تشرين) \\p{L}{1,8}|[^\\d\\s,/-]{1,16}|\\d{1,2} ?[月월]|(?:tháng|thg) ?\\d{1,2}";
const iso = /^(\d{4})[-/.年년] ?(\d{1,2})[-/.月월] ?(\d{1,2})/;
const numeric = /^(\d{1,2})([./-]) ?(\d{1,2})[./-] ?(\d{4}|\d{2})(?!\d)/;
/** The only short form that begins with a year has a dot behind each number: `22. 3. 4.` */
const korean = /^(\d{2})\. (\d{1,2})\. (\d{1,2})\.(?! ?\d)/;
/** `MMM dd, yyyy` in Japanese, where Java's short name of a month is its number. */
const numberFirst = /^(\d{1,2}) (\d{1,2}), (\d{4})(?!\d)/;
const monthFirst = new RegExp(`^(${name})\\.? (\\d{1,2})\\.?,? (\\d{4})(?!\\d)`, "iu");
const dayFirst = new RegExp(`^(\\d{1,2})(\\.?) (?:de |d[’'])?(${name})\\.?,? (?:del? )?(\\d{4})(?!\\d)`, "iu");
const dayFirstJoined = new RegExp(`^(\\d{1,2})([-/])(${name})\\2(\\d{4}|\\d{2})(?!\\d)`, "iu");
const yearFirst = new RegExp(`^(\\d{4})[.,]?(?: m\\.)?[ -](${name})\\.?[ -](\\d{1,2})(?!\\d)`, "iu");
const latvian = new RegExp(`^(\\d{4})\\. gada (\\d{1,2})\\. (${name})`, "iu");

/** Every day that a text, cleaned, can mean. */
function readingsOf(text: string): DayReading[] {
  let found = iso.exec(text);
  if (found) return ordered(null, found[1], found[2], found[3]);
  found = korean.exec(text);
  if (found) return ordered(null, found[1], found[2], found[3]);
  found = numeric.exec(text);
  if (found) return numericReadings(found);
  found = numberFirst.exec(text);
  if (found) return firstOf(ordered(null, found[3], found[1], found[2]), ordered(null, found[3], found[2], found[1]));
  found = monthFirst.exec(text);
  if (found) return named(found[3], found[1], found[2]);
  found = dayFirst.exec(text);
  if (found) return named(found[4], found[3], found[1], found[2] === ".");
  found = dayFirstJoined.exec(text);
  if (found) return named(found[4], found[3], found[1]);
  found = latvian.exec(text);
  if (found) return named(found[1], found[3], found[2]);
  found = yearFirst.exec(text);
  return found ? named(found[1], found[2], found[3]) : [];
}

/** Dots and dashes stand in day-first locales, with slashes any order is possible; a year of two digits may stand first as well. */
function numericReadings([, first, separator, second, third]: RegExpExecArray): DayReading[] {
  const byDay = ordered("day first", third, second, first);
  const byMonth = ordered("month first", third, first, second);
  const byYear = third?.length === 2 ? ordered("year first", first?.padStart(2, "0"), second, third) : [];
  if (separator === "/") return [...byDay, ...byMonth, ...byYear];
  if (separator === ".") return firstOf(byDay, firstOf(byYear, byMonth));
  return byYear.length > 0 ? [...byDay, ...byYear] : firstOf(byDay, byMonth);
}

function firstOf(first: DayReading[], second: DayReading[]): DayReading[] {
  return first.length > 0 ? first : second;
}

type Digits = string | undefined;

function ordered(order: Order | null, year: Digits, month: Digits, day: Digits): DayReading[] {
  const found = dayOf(fullYear(year), Number(month), Number(day));
  return found === null ? [] : [{ day: found, language: null, order }];
}

/** `hasDot`: whether a dot stands behind a day that stands first; it tells apart languages that share a name. */
function named(year: Digits, month: Digits, day: Digits, hasDot?: boolean): DayReading[] {
  const number = numberOfMonth(month ?? "");
  if (number !== null) return ordered(null, year, String(number), day);
  const all = monthReadings(month ?? "");
  const alike = all.filter((reading) => reading.dotsDays === hasDot);
  return (alike.length > 0 ? alike : all).flatMap(({ month: index, language }) => {
    // Thai calendars count from the death of the Buddha: 2565 is 2022.
    const given = fullYear(year);
    const found = dayOf(language === "th" && given > 2400 ? given - 543 : given, index, Number(day));
    return found === null ? [] : [{ day: found, language, order: null }];
  });
}

const cjkMonths = "一二三四五六七八九十";

/** Months that are counted, not named: `3月`, `十一月`, `5월`, `thg 3`. */
function numberOfMonth(text: string): number | null {
  const counted = /^(?:(\d{1,2}) ?[月월]|(?:tháng|thg) ?(\d{1,2}))$/i.exec(text);
  if (counted) return Number(counted[1] ?? counted[2]);
  const digits = /^([一二三四五六七八九十]{1,2})月$/.exec(text)?.[1];
  if (digits === undefined) return null;
  return digits.length === 2 ? 10 + cjkMonths.indexOf(digits[1] ?? "") + 1 : cjkMonths.indexOf(digits) + 1;
}

function fullYear(year: Digits): number {
  const number = Number(year);
  if (year?.length !== 2) return number;
  return number < 70 ? 2000 + number : 1900 + number;
}

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1990 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
