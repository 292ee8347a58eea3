import type { TextRange } from "./addresses.ts";
import { countryName, dialWord, idLabel } from "./dial-words.ts";
import { markSign } from "./projection.ts";

/**
 * Numbers as a country writes them for itself, without a plus. Some forms are written for nothing else and go wherever they stand; the others are
 * also sums, ids and counts, and go only where something near says that they are dialled: a word in the line or in the few above it (invitations
 * put it over the list), or a country in the line. A leak in prose without any such word is the price for keeping tables of numbers whole.
 */
interface Shape {
  readonly name: string;
  readonly pattern: RegExp;
  readonly is: (written: string) => boolean;
  /** What must be near: nothing, something in the lines around it, or in its own line. */
  readonly needs: "nothing" | "block" | "line";
}

const sep = "[ \\u00A0\\u202F.\\u2010-\\u2013-]";
const dash = "[\\u2010-\\u2013-]";
/** Not the end or the middle of something longer: a path, a version, a sum. */
const free = "(?<![\\w./+=#$€£¥,-]|[$€£¥#][ \\u00A0])";
const freeAfter = "(?![\\w/%€$£¥-]|[.,:]\\d|[ \\u00A0](?:[€$£¥]|bytes\\b|[kMGT]i?B\\b))";
/** Nor one of a row of numbers. */
const apart = `${free}(?<!\\d[ \\u00A0\\u202F])`;
const apartAfter = `${freeAfter}(?![ \\u00A0\\u202F]\\d)`;
/** More pairs, of letters too, are bytes. */
const noMorePairs = `${freeAfter}(?![ \\u00A0\\u202F]\\d\\d(?![\\d:])|(?:[ .-][0-9A-Fa-f]{2}(?![0-9A-Za-z])){2})`;

const countryCode =
  "(?:1|7|20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|2[1-69]\\d|3[578]\\d|42\\d|5[09]\\d|67\\d|68\\d|69\\d|80\\d|85\\d|88\\d|9[679]\\d)";

const shapes: readonly Shape[] = [
  {
    name: "five pairs (France)",
    pattern: new RegExp(`${apart}0[1-9](${sep})\\d\\d(?:\\1\\d\\d){3}${noMorePairs}`, "g"),
    is: (written) => !isSequence(written),
    needs: "nothing",
  },
  {
    name: "double zero and the code of a country",
    pattern: new RegExp(
      `${apart}00${sep}?(?:39${sep}0\\d{0,3}|${countryCode}(?:${sep}\\(0\\)${sep}?|${sep})[1-9]\\d{0,4})(?:${sep}\\d{2,8}){1,5}${apartAfter}`,
      "g",
    ),
    is: (written) => hasDigits(written, 10, 16),
    needs: "nothing",
  },
  {
    name: "eight, three, three, two, two (Russia)",
    pattern: new RegExp(
      `${free}8[ \\u00A0-]?(?:\\([3489]\\d\\d\\)|[3489]\\d\\d)[ \\u00A0-]?\\d{3}${dash}\\d\\d${dash}\\d\\d${freeAfter}`,
      "g",
    ),
    is: () => true,
    needs: "nothing",
  },
  {
    name: "area code in parentheses (Latin America, Russia)",
    pattern: new RegExp(
      `(?<![\\w)])(?<!\\d[ \\u00A0])\\([1-9]\\d{1,2}\\)[ \\u00A0]?(?:9?\\d{4}${dash}\\d{4}|\\d{3}${dash}\\d\\d${dash}\\d\\d)${freeAfter}`,
      "g",
    ),
    is: (written) => !isRange(written),
    needs: "nothing",
  },
  {
    name: "area code with its zero in parentheses",
    pattern: new RegExp(`(?<![\\w)])(?<!\\d[ \\u00A0])\\(0\\d{1,4}\\)[ \\u00A0/-]?\\d{2,8}(?:${sep}\\d{2,4}){0,3}${freeAfter}`, "g"),
    is: (written) => hasDigits(written, 9, 12) && !isRange(written),
    needs: "nothing",
  },
  {
    name: "three groups with dashes (Japan, Korea)",
    pattern: new RegExp(`${free}0[1-9]\\d{0,3}(${dash})\\d{1,4}\\1\\d{4}${freeAfter}`, "g"),
    is: (written) => hasDigits(written, 10, 11) && !isRange(written),
    needs: "nothing",
  },
  {
    name: "one and ten digits with blanks (North America)",
    pattern: new RegExp(`${apart}1[ \\u00A0][2-9]\\d\\d[ \\u00A0][2-9]\\d\\d[ \\u00A0]\\d{4}${apartAfter}`, "g"),
    is: () => true,
    needs: "nothing",
  },
  {
    name: "zero and groups",
    pattern: new RegExp(`${apart}0\\d{1,4}[ /]?(?:${sep}\\d{2,8}){1,4}${apartAfter}`, "g"),
    is: (written) => hasDigits(written, 9, 12) && !isPostalCode(written),
    needs: "block",
  },
  {
    name: "groups without a zero",
    pattern: new RegExp(`${apart}[1-9]\\d{0,3}(?:[ \\u00A0\\u202F.]\\d{2,4}){2,4}${apartAfter}`, "g"),
    is: (written) => hasDigits(written, 9, 11) && !isGroupedAsMeeting(written),
    needs: "line",
  },
];

/** Runs of digits and of what may stand between them. Most are dates: seven digits or eight. */
const digitRun = /[(\d][\d() \u00A0\u202F./\u2010-\u2013\uFDD1-]{8,}/g;
const behindRun = 8;

/** Two groups are no number, unless they begin with a zero or with an area code in parentheses. */
const mayBeNumber = /^[(0]|\d\D+\d+\D+\d/;

/** Overlapping and not sorted: one number may have two shapes. */
export function findNationalPhones(text: string, isOther: (start: number) => boolean): TextRange[] {
  const found: TextRange[] = [];
  for (const { index, 0: run } of text.matchAll(digitRun)) {
    if (!mayBeNumber.test(run) || !hasDigits(run, 9, Number.POSITIVE_INFINITY)) continue;
    const from = Math.max(0, index - 3);
    const { shown, places } = withoutMarks(text.slice(from, index + run.length + behindRun), from);
    for (const shape of shapes) {
      shape.pattern.lastIndex = 0;
      for (let match = shape.pattern.exec(shown); match !== null; match = shape.pattern.exec(shown)) {
        const start = places(match.index);
        const end = places(match.index + match[0].length - 1) + 1;
        if (!shape.is(match[0]) || isDate(match[0]) || isOther(start) || idLabel.test(lineBefore(text, start))) continue;
        if (shape.needs === "nothing" || isDialled(text, start, end, shape.needs)) found.push({ start, end });
      }
    }
  }
  return found;
}

/** The tags within a number mean nothing to a reader; positions lead back to the text that has them. */
function withoutMarks(window: string, from: number): { readonly shown: string; readonly places: (at: number) => number } {
  if (!window.includes(markSign)) return { shown: window, places: (at) => from + at };
  const kept = Array.from(window, (character, at) => (character === markSign ? -1 : at)).filter((at) => at >= 0);
  return { shown: window.replaceAll(markSign, ""), places: (at) => from + (kept[at] ?? window.length) };
}

function hasDigits(written: string, least: number, most: number): boolean {
  const count = written.replace(/\D/g, "").length;
  return count >= least && count <= most;
}

function isDate(written: string): boolean {
  return /(?<!\d)(?:(?:19|20)\d\d[^\d]\d{1,2}[^\d]\d{1,2}|\d{1,2}[^\d]\d{1,2}[^\d](?:19|20)\d\d)(?!\d)/.test(written);
}

/** `01 02 03 04 05` counts. */
function isSequence(written: string): boolean {
  const pairs = written.split(/\D+/).map(Number);
  return pairs.every((pair, index) => index === 0 || pair === (pairs[index - 1] ?? 0) + 1);
}

/** Of years, or of pages: `12 (11) 4700-4712`. */
function isRange(written: string): boolean {
  const [from = "", to = ""] = /(\d{4})\D(\d{4})$/.exec(written)?.slice(1) ?? [];
  if (from === "") return false;
  return Number(to) > Number(from) && (from.slice(0, 2) === to.slice(0, 2) || /^(?:19|20)/.test(from + to));
}

/** An address ends with one and with a country: `Springfield, MA 01100-1234, USA`. */
function isPostalCode(written: string): boolean {
  return /^\d{5}[\u2010-\u2013-]\d{4}$/.test(written);
}

/** Meetings are numbered `475 869 599`, `475 869 5990`, `475 8695 990` or `475 8695 9901`. */
function isGroupedAsMeeting(written: string): boolean {
  return /^\d{3}\D\d{3,4}\D\d{3,4}$/.test(written);
}

const linesAbove = 6;

function isDialled(text: string, start: number, end: number, needs: "block" | "line"): boolean {
  const before = text.slice(Math.max(0, start - 400), start);
  const after = (text.slice(end, end + 60).split("\n")[0] ?? "").split("|")[0] ?? "";
  const line = lineBefore(text, start);
  // A meeting's number is grouped alike: without its zero, a number takes a word in its own cell.
  const own = `${needs === "line" ? line.slice(Math.max(line.lastIndexOf("|") + 1, line.length - 60)) : line} ${after}`;
  if (dialWord.test(own)) return true;
  if (countryName.test(own)) return !isSum(text.slice(start, end));
  return needs === "block" && dialWord.test(before.split("\n").slice(-linesAbove).join("\n"));
}

/** Thousands: `67 391 582`. Inhabitants have a country beside them too. */
function isSum(written: string): boolean {
  return /^[1-9]\d{0,2}(?:[^\d]\d{3})+$/.test(written);
}

function lineBefore(text: string, at: number): string {
  const slice = text.slice(Math.max(0, at - 120), at);
  return slice.slice(slice.lastIndexOf("\n") + 1);
}
