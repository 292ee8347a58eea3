import { dayOf } from "../records/edtf.ts";
import { type Lexicon, perLexicon } from "./lexicon/index.ts";
import { remembered } from "./remembered.ts";

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
const formsOf = perLexicon(({ ordinals, periods }): readonly (readonly [RegExp, Reader])[] => {
  const pattern = (source: string): RegExp => new RegExp(source, "giu");
  const [ending, of, quarterMark, halfMark] = [periods.ordinalEnding, periods.of, periods.quarterMark, periods.halfMark].map(
    ({ source }) => `(?:${source})`,
  );
  /** Ordinals up to a number: "first" and "second" of halves. */
  const ordinal = (most: number): string =>
    Object.keys(ordinals)
      .filter((word) => (ordinals[word] ?? 0) <= most)
      .join("|");
  const numberOf = (word: string | undefined): number => ordinals[(word ?? "").toLowerCase()] ?? Number(word);
  const half = (year: string | undefined, number: number): string => `${year}-${39 + number}`;
  const quarter = (year: string | undefined, number: number): string => `${year}-${32 + number}`;
  return [
    [
      /(?<!\d)((?:19|20)\d{2})\s?[-./年]\s?(0?[1-9]|1[0-2])\s?[-./月]\s?(0?[1-9]|[12]\d|3[01])日?(?!\d)/g,
      (m) => day(m[1], Number(m[2]), m[3]),
    ],
    [/(?<![\d.+-])(20\d{2}) (0[1-9]|1[0-2]) (0[1-9]|[12]\d|3[01])(?! ?\d)/g, (m) => day(m[1], Number(m[2]), m[3])],
    [/(?<!\d)(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/g, (m) => day(m[1], Number(m[2]), m[3])],
    // A range of days is told by its first: "11-12 June 2024", "May 13–17, 2024".
    [
      new RegExp(
        String.raw`(?<![\d/.-])(\d{1,2})${ending}?\s?[-–]\s?\d{1,2}${ending}? (?:${of} )?(\p{L}{3,10})\.?,?(?: ${of})? ((?:19|20)\d{2})(?!\d)`,
        "gu",
      ),
      (m, words) => named(words, m[2], m[1], m[3]),
    ],
    [
      new RegExp(String.raw`(?<![\p{L}\d])(\p{L}{3,10})\.? (\d{1,2})${ending}?\s?[-–]\s?\d{1,2}${ending}?,? ((?:19|20)\d{2})(?!\d)`, "gu"),
      (m, words) => named(words, m[1], m[2], m[3]),
    ],
    // "March 12th, 2019", "12th of March 2019"
    [
      new RegExp(
        String.raw`(?<![\p{L}\d])(\p{L}{3,10})\.?[ -]{0,2}(\d{1,2})${ending}?\s?[,.]?[ -]{0,2}((?:19|20)\d{2})(?!\d(?!\d?:\d\d))`,
        "gu",
      ),
      (m, words) => named(words, m[1], m[2], m[3]),
    ],
    [
      new RegExp(
        String.raw`(?<![\d/])(\d{1,2})${ending}?[ -]{0,2}(?:${of} )?(\p{L}{3,10})\.?,?(?: ${of})?[ -]{0,2}((?:19|20)\d{2})(?!\d)`,
        "gu",
      ),
      (m, words) => named(words, m[2], m[1], m[3]),
    ],
    // "2019 March 12th", "2019-Mar-12"
    [
      new RegExp(
        String.raw`(?<![\p{L}\d])((?:19|20)\d{2})[ .-]{1,2}(\p{L}{3,10})\.?[ -]{1,2}(\d{1,2})${ending}?(?![\d:]|,? ?(?:19|20)\d\d)`,
        "gu",
      ),
      (m, words) => named(words, m[2], m[3], m[1]),
    ],
    [
      /(?<![\d/.])(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)?\d{2})(?![\d/])/g,
      (m) => (m[0].includes(".") ? dayOf(fullYear(m[3]), Number(m[2]), Number(m[1])) : numeric(Number(m[1]), Number(m[2]), m[3])),
    ],
    // "2021 H1", "1H 2021", "HY2 2021", "second half of 2021"
    [pattern(String.raw`(?<![\p{L}\d])((?:19|20)\d{2})[ -]?(?:${halfMark}|1\/?2H)([12])(?!\d)`), (m) => half(m[1], Number(m[2]))],
    [pattern(String.raw`(?<![\p{L}\d])([12])${halfMark}[ ,-]{0,2}((?:19|20)\d{2})(?!\d)`), (m) => half(m[2], Number(m[1]))],
    [pattern(String.raw`(?<![\p{L}\d])${halfMark}([12])[ ,-]{0,2}((?:19|20)\d{2})(?!\d)`), (m) => half(m[2], Number(m[1]))],
    [
      pattern(
        String.raw`(?<![\p{L}\d])(${ordinal(2)})[ -](?:${periods.half.source})(?: ${of})?(?:${periods.theYear.source})?,? ((?:19|20)\d{2})(?!\d)`,
      ),
      (m) => half(m[2], numberOf(m[1])),
    ],
    // "2021-Q3", "Q3 of 2021", "third quarter of 2021"
    [pattern(String.raw`(?<![\p{L}\d])((?:19|20)\d{2})[ .,-]{0,2}${quarterMark}([1-4])(?!\d)`), (m) => quarter(m[1], Number(m[2]))],
    [
      pattern(String.raw`(?<![\p{L}\d])${quarterMark}([1-4])[ ,-]{0,2}(?:${of} )?((?:19|20)\d{2})(?!\d)`),
      (m) => quarter(m[2], Number(m[1])),
    ],
    [
      pattern(String.raw`(?<![\p{L}\d])(${ordinal(4)}) (?:${periods.quarter.source})(?: ${of})?,? ((?:19|20)\d{2})(?!\d)`),
      (m) => quarter(m[2], numberOf(m[1])),
    ],
    // "March of 2021", "Spring 2021"
    [new RegExp(String.raw`(?<![\p{L}\d])(\p{L}{3,9})\.?(?: ${of}|,)? {0,2}((?:19|20)\d{2})(?!\d)`, "gu"), monthOrSeason],
    [/(?<![\d-])((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![\d-])/g, (m) => `${m[1]}-${m[2]}`],
  ];
});

/** What every form has: a year of four digits, or three numbers. Most lines of a page have neither. */
const mayHoldDate = /(?:19|20)\d\d|\d[/.-]\d{1,2}[/.-]\d\d/;

const manyDates = 50;

const none: readonly FoundDate[] = [];

/** Every date in a text, in reading order. Years alone are read by `yearsIn`: too many numbers look like one. */
export function datesIn(text: string, words: Lexicon): readonly FoundDate[] {
  return mayHoldDate.test(text) ? dates(words)(text) : none;
}

/** A title is asked for its dates by nearly every rule. */
const dates = perLexicon((words) => remembered((text) => readDates(text, words)));

function readDates(text: string, words: Lexicon): readonly FoundDate[] {
  const found: FoundDate[] = [];
  // A text of nothing but dates has thousands of them: then each position is marked instead of asking all.
  let taken: Uint8Array | null = null;
  for (const [pattern, read] of formsOf(words)) {
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
