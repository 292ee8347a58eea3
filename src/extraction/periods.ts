import { intervalOf } from "../records/edtf.ts";
import { datesIn } from "./dates.ts";
import { type Lexicon, perLexicon } from "./lexicon/index.ts";

export interface Period {
  /** `2022-H1`, `2022-Q3`, `2022-Q3--2022-Q4`, `2022-02--2022-06`. */
  readonly label: string;
  readonly start: string;
  readonly end: string;
}

/**
 * The period that a title or heading names: quarters, halves ("HY1 2022", "Mid-Year 2022", "2020 Half-Year", "1st Semiannual 2021"),
 * pairs ("Q3/Q4 2022"), ranges of months ("February - June 2022").
 */
export function periodIn(text: string, words: Lexicon): Period | null {
  return pairOfQuarters(text, words) ?? rangeOfMonths(text, words) ?? namedPeriod(text, words) ?? halfYear(text, words);
}

/** "Board Report February 2024": the only date is a month, and says of what month a report is. */
export function monthIn(text: string, words: Lexicon): Period | null {
  const dates = datesIn(text, words);
  const label = dates.length === 1 ? /^\d{4}-(?:0[1-9]|1[0-2])$/.exec(dates[0]?.edtf ?? "")?.[0] : undefined;
  const interval = label === undefined ? null : intervalOf(label);
  return label === undefined || interval === null ? null : { label, ...interval };
}

/** "2024-01-01 to 2024-03-31", "6 July – 11 August 2023": two days, the later one behind. Whole months are told as such. */
export function rangeOfDays(text: string, words: Lexicon): Period | null {
  const [first, last, more] = datesIn(text, words).filter((date) => date.edtf.length === 10);
  if (!first || !last || more || first.edtf >= last.edtf || last.start - first.end > 20) return null;
  const [start, end] = [first.edtf, last.edtf];
  const isWhole = start.endsWith("-01") && intervalOf(end.slice(0, 7))?.end === end;
  const whole = isWhole ? monthsPeriod(year(start), month(start), year(end), month(end)) : null;
  return whole ?? { label: `${start}--${end}`, start, end };
}

function year(day: string): number {
  return Number(day.slice(0, 4));
}

function month(day: string): number {
  return Number(day.slice(5, 7));
}

const patterns = perLexicon(({ periods }) => {
  const mark = `(?:${periods.quarterMark.source})`;
  const pair = String.raw`${mark}([1-4])\s*(?:[/&–-]|${periods.andQuarter.source})?\s*${mark}([1-4])`;
  return {
    pairThenYear: new RegExp(String.raw`${pair}[ ,/-]{0,3}((?:19|20)\d{2})`, "i"),
    yearThenPair: new RegExp(String.raw`((?:19|20)\d{2})[ ,:/-]{0,3}${pair}`, "i"),
    months: new RegExp(
      String.raw`(\p{L}{3,9})\.?(?:,? ((?:19|20)\d{2}))?\s*(?:[–—-]|${periods.untilMonth.source})\s*(\p{L}{3,9})\.?,? ((?:19|20)\d{2})`,
      "giu",
    ),
  };
});

function pairOfQuarters(text: string, words: Lexicon): Period | null {
  const { pairThenYear, yearThenPair } = patterns(words);
  const other = pairThenYear.exec(text) ?? swap(yearThenPair.exec(text));
  if (!other) return null;
  const first = intervalOf(`${other[3]}-${32 + Number(other[1])}`);
  const last = intervalOf(`${other[3]}-${32 + Number(other[2])}`);
  return first && last && first.start < last.end
    ? { label: `${other[3]}-Q${other[1]}--${other[3]}-Q${other[2]}`, start: first.start, end: last.end }
    : null;
}

function swap(match: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return match ? [match[0], match[2], match[3], match[1]] : null;
}

/** "February - June 2022", "Jul 2023 to Dec 2023". */
function rangeOfMonths(text: string, words: Lexicon): Period | null {
  for (const match of text.matchAll(patterns(words).months)) {
    const from = words.months[(match[1] ?? "").toLowerCase()];
    const to = words.months[(match[3] ?? "").toLowerCase()];
    if (from === undefined || to === undefined) continue;
    const year = Number(match[4]);
    const period = monthsPeriod(match[2] === undefined ? year : Number(match[2]), from, year, to);
    if (period) return period;
  }
  return null;
}

function monthsPeriod(fromYear: number, from: number, toYear: number, to: number): Period | null {
  const first = intervalOf(`${fromYear}-${pad(from)}`);
  const last = intervalOf(`${toYear}-${pad(to)}`);
  if (!first || !last || first.start > last.start) return null;
  if (fromYear === toYear && from === 1 && to === 6) return { label: `${toYear}-H1`, start: first.start, end: last.end };
  if (fromYear === toYear && from === 7 && to === 12) return { label: `${toYear}-H2`, start: first.start, end: last.end };
  if (fromYear === toYear && from % 3 === 1 && to === from + 2)
    return { label: `${toYear}-Q${(from + 2) / 3}`, start: first.start, end: last.end };
  return { label: `${fromYear}-${pad(from)}--${toYear}-${pad(to)}`, start: first.start, end: last.end };
}

function namedPeriod(text: string, words: Lexicon): Period | null {
  for (const date of datesIn(text, words)) {
    const code = /^(\d{4})-(3[3-6]|4[01])$/.exec(date.edtf);
    const interval = code ? intervalOf(date.edtf) : null;
    if (!code || !interval) continue;
    const number = Number(code[2]);
    return { label: number < 40 ? `${code[1]}-Q${number - 32}` : `${code[1]}-H${number - 39}`, ...interval };
  }
  return null;
}

/** "Mid-Year 2022", "2020 Half-Year Report" mean the first half; "Year-End 2021", "2nd Semiannual" the second; "Annual Report 2021" the year. */
function halfYear(text: string, words: Lexicon): Period | null {
  const { firstHalf, secondHalf, wholeYear } = words.periods;
  const year = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(text)?.[1];
  if (year === undefined) return null;
  const half = secondHalf.test(text) ? 2 : firstHalf.test(text) ? 1 : 0;
  if (half > 0) {
    const interval = intervalOf(`${year}-${39 + half}`);
    return interval ? { label: `${year}-H${half}`, ...interval } : null;
  }
  if (!wholeYear.test(text)) return null;
  return { label: `${year}-01--${year}-12`, start: `${year}-01-01`, end: `${year}-12-31` };
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
