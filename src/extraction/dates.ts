import { dayOf } from "../records/edtf.ts";
import type { Lexicon } from "./lexicon/index.ts";

/** A date in a text: `edtf` with the precision that the text has, and where it stands. */
export interface FoundDate {
  readonly edtf: string;
  readonly start: number;
  readonly end: number;
}

type Reader = (match: RegExpExecArray, words: Lexicon) => string | null;

const day = (year: string | undefined, month: number, date: string | undefined): string | null =>
  dayOf(fullYear(year), month, Number(date));

/**
 * Forms from the most to the least precise; a later form never reads what an earlier one has read. Conversions that lose cell borders print a time
 * right behind a year ("May 7, 201810:00"), which only the forms with a named month can tell from a longer number.
 */
const forms: readonly (readonly [RegExp, Reader])[] = [
  [
    /(?<!\d)((?:19|20)\d{2})\s?[-./年]\s?(0?[1-9]|1[0-2])\s?[-./月]\s?(0?[1-9]|[12]\d|3[01])日?(?!\d)/g,
    (m) => day(m[1], Number(m[2]), m[3]),
  ],
  [/(?<![\d.+-])(20\d{2}) (0[1-9]|1[0-2]) (0[1-9]|[12]\d|3[01])(?! ?\d)/g, (m) => day(m[1], Number(m[2]), m[3])],
  [/(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g, (m) => day(m[1], Number(m[2]), m[3])],
  // A range of days is told by its first: "11-12 June 2024", "May 13–17, 2024".
  [
    /(?<![\d/.-])(\d{1,2})(?:st|nd|rd|th|\.)?\s?[-–]\s?\d{1,2}(?:st|nd|rd|th|\.)? (\p{L}{3,10})\.?,? ((?:19|20)\d{2})(?!\d)/gu,
    (m, words) => named(words, m[2], m[1], m[3]),
  ],
  [
    /(?<![\p{L}\d])(\p{L}{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?,? ((?:19|20)\d{2})(?!\d)/gu,
    (m, words) => named(words, m[1], m[2], m[3]),
  ],
  [
    /(?<![\p{L}\d])(\p{L}{3,9})\.?[ -]{0,2}(\d{1,2})(?:st|nd|rd|th)?\s?[,.]?[ -]{0,2}((?:19|20)\d{2})(?!\d(?!\d?:\d\d))/gu,
    (m, words) => named(words, m[1], m[2], m[3]),
  ],
  [
    /(?<![\d/])(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[ -]{0,2}(?:of |de )?(\p{L}{3,10})\.?,?(?: of| de)?[ -]{0,2}((?:19|20)\d{2})(?!\d)/gu,
    (m, words) => named(words, m[2], m[1], m[3]),
  ],
  [
    /(?<![\d/.])(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)?\d{2})(?![\d/])/g,
    (m) => (m[0].includes(".") ? dayOf(fullYear(m[3]), Number(m[2]), Number(m[1])) : numeric(Number(m[1]), Number(m[2]), m[3])),
  ],
  [/(?<![\p{L}\d])((?:19|20)\d{2})[ -]?(?:H|HY|1\/?2H)([12])(?!\d)/giu, (m) => `${m[1]}-${m[2] === "1" ? 40 : 41}`],
  [/(?<![\p{L}\d])([12])H[ ,-]{0,2}((?:19|20)\d{2})(?!\d)/giu, (m) => `${m[2]}-${m[1] === "1" ? 40 : 41}`],
  [/(?<![\p{L}\d])(?:H|HY)([12])[ ,-]{0,2}((?:19|20)\d{2})(?!\d)/giu, (m) => `${m[2]}-${m[1] === "1" ? 40 : 41}`],
  [
    /(?<![\p{L}\d])(first|1st|second|2nd)[ -](?:half|semester)(?: of)?(?: the year)?,? ((?:19|20)\d{2})(?!\d)/giu,
    (m) => `${m[2]}-${/^(?:first|1)/i.test(m[1] ?? "") ? 40 : 41}`,
  ],
  [/(?<![\p{L}\d])((?:19|20)\d{2})[ .,-]{0,2}Q([1-4])(?!\d)/giu, (m) => `${m[1]}-${32 + Number(m[2])}`],
  [/(?<![\p{L}\d])Q([1-4])[ ,-]{0,2}(?:of )?((?:19|20)\d{2})(?!\d)/giu, (m) => `${m[2]}-${32 + Number(m[1])}`],
  [
    /(?<![\p{L}\d])(first|second|third|fourth|1st|2nd|3rd|4th) quarter(?: of)?,? ((?:19|20)\d{2})(?!\d)/giu,
    (m) => `${m[2]}-${33 + ordinal(m[1])}`,
  ],
  [/(?<![\p{L}\d])(\p{L}{3,9})\.?(?: of|,)? {0,2}((?:19|20)\d{2})(?!\d)/gu, monthOrSeason],
  [/(?<![\d-])((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![\d-])/g, (m) => `${m[1]}-${m[2]}`],
];

/** What every form has: a year of four digits, or three numbers. Most lines of a page have neither. */
const mayHoldDate = /(?:19|20)\d\d|\d[/.-]\d{1,2}[/.-]\d\d/;

const manyDates = 50;

/** Every date in a text, in reading order. Years alone are read by `yearsIn`: too many numbers look like one. */
export function datesIn(text: string, words: Lexicon): FoundDate[] {
  if (!mayHoldDate.test(text)) return [];
  const found: FoundDate[] = [];
  // A text of nothing but dates has thousands of them: then each position is marked instead of asking all.
  let taken: Uint8Array | null = null;
  for (const [pattern, read] of forms) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (taken ? taken.subarray(start, end).includes(1) : found.some((other) => start < other.end && end > other.start)) continue;
      const edtf = read(match as RegExpExecArray, words);
      if (edtf === null) continue;
      found.push({ edtf, start, end });
      if (!taken && found.length > manyDates) {
        taken = new Uint8Array(text.length);
        for (const date of found) taken.fill(1, date.start, date.end);
      } else taken?.fill(1, start, end);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The first date that names a day, or null. */
export function firstDay(text: string, words: Lexicon): FoundDate | null {
  return datesIn(text, words).find((date) => date.edtf.length === 10) ?? null;
}

function named(words: Lexicon, month: string | undefined, date: string | undefined, year: string | undefined): string | null {
  const number = words.months[(month ?? "").toLowerCase()];
  return number === undefined ? null : dayOf(fullYear(year), number, Number(date));
}

function monthOrSeason(match: RegExpExecArray, words: Lexicon): string | null {
  const word = (match[1] ?? "").toLowerCase();
  const month = words.months[word];
  if (month !== undefined) return `${match[2]}-${String(month).padStart(2, "0")}`;
  const season = words.seasons[word];
  return season === undefined ? null : `${match[2]}-${season}`;
}

/** Month first as in the United States, unless the first number can only be a day. With dots it is the day: nobody there writes dots. */
function numeric(first: number, second: number, year: string | undefined): string | null {
  return first > 12 ? dayOf(fullYear(year), second, first) : dayOf(fullYear(year), first, second);
}

function fullYear(text: string | undefined): number {
  const year = Number(text);
  return year < 100 ? 2000 + year : year;
}

function ordinal(word: string | undefined): number {
  const text = (word ?? "").toLowerCase();
  return ["first", "second", "third", "fourth"].indexOf(text) >= 0
    ? ["first", "second", "third", "fourth"].indexOf(text)
    : Number(text[0]) - 1;
}
