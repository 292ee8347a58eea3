import type { TextRange } from "./addresses.ts";
import { findNationalPhones } from "./national-phones.ts";
import { findPhonesInFileNames } from "./phones-in-file-names.ts";
import { findCallersInLists } from "./phones-in-lists.ts";

const mayHoldPhonePattern =
  /\+(?:[\s(]|&nbsp;|<[^<>]{1,40}>){0,3}[1-9]|\d{3}\)?(?:[\s.\u2010-\u2013\u00A0-]|&nbsp;|&#160;){1,2}\d{3}(?:[\s.\u2010-\u2013\u00A0-]|&nbsp;|&#160;)\d{4}|\d,,|tel|phone|mobile|cell|call|dial|fax|sms|whatsapp|wa\.me|toll|handy|rufnummer|einwahl|0\d{2,3}-\d{6}|电话|電話|전화|手机|手機|тел|%2B\d|拨|撥|ダイヤル|携帯|набер|позвон/i;

/** Numbers without a plus begin with a zero, an eight or a parenthesis, or have blanks or dots between their groups; most dates do not. */
const mayHoldNational =
  /(?<![\d.-])(?:0\d{1,6}|8)(?:[\s.(\u2010-\u2013\u00A0\u202F/-]|&nbsp;|&#\d{3,5};){1,2}\d{2,8}|\(\d{2,5}\)(?:[\s/-]|&nbsp;|&#\d{3,5};){0,2}\d{2}|(?<![\d-])[1-9]\d{0,3}(?:[\s.\u00A0\u202F]|&nbsp;|&#\d{3,5};)\d{2,4}(?:[\s.\u00A0\u202F]|&nbsp;|&#\d{3,5};)\d{2,4}/i;

const callerInSource = /(?:^|[>\s])[1-9]\d{10,11}(?=\s*$|<)/m;

/** A quick look at the source: without a hit there is nothing to find. */
export function mayHoldPhone(source: string): boolean {
  return mayHoldPhonePattern.test(source) || callerInSource.test(source) || mayHoldNational.test(source);
}

// ---- in addresses

const phoneAddress = /\b(?:tel|callto|sms|smsto|facetime)(?::|%3A)([^?&"'<>\s\uFDD0-\uFDD4]{3,80})/gi;
const mayHoldPhoneAddress = /tel|callto|sms|facetime|wa\.me|[?&;](?:phone|mobile|to)=/i;
const phoneParameter = /(?:\bwa\.me\/|[?&;](?:phone|tel|mobile|to)=)((?:\+|%2B)?[\d -]{7,20})(?=$|[/?&#])/gi;

/** Numbers of `tel:` and its like, and in the names of files; any other address holds ids. */
export function findPhonesInAddress(address: string): TextRange[] {
  const found: TextRange[] = [];
  if (mayHoldPhoneAddress.test(address)) {
    for (const match of [...address.matchAll(phoneAddress), ...address.matchAll(phoneParameter)]) {
      const [whole, number = ""] = match;
      if (!/\d/.test(number)) continue;
      const end = match.index + whole.length;
      if (end > (found.at(-1)?.end ?? 0)) found.push({ start: end - number.length, end });
    }
  }
  return withoutOverlap([...found, ...findPhonesInFileNames(address)]);
}

// ---- in prose

const between = "[ \\u00A0\\u2000-\\u200A\\u202F\\u2010-\\u2013\\uFDD1\\uFDD3./-]";
const gap = `${between}{0,3}`;
/** One more group of digits. Something must part it from the one before, so that a long run of digits can be read in one way only. */
const group = `(?:${between}{1,3}\\(?|\\(|(?<=\\)))\\d{1,12}\\)?`;
/** What follows a number in an invitation: one-tap digits (`,,475869599#,,,,*123456#`) or an extension. */
const tail = "(?:(?: ?,{1,8}[ *\\uFDD1]{0,3}\\d{1,14}#?){1,4}| ?(?:ext\\.?|x|extension)[ :.]{0,2}\\d{1,6}\\b)?";
const international = new RegExp(`(?<![\\d+.])\\+[ (\\uFDD1]{0,2}[1-9]\\d{0,14}\\)?(?:${group}){0,7}${tail}`, "g");
const withAreaCode = new RegExp(`(?<![\\w)+])(?:1[ .-]?)?\\([2-9]\\d{2}\\)${gap}\\d{3}${gap}\\d{4}(?!\\d)${tail}`, "g");
const northAmerican = new RegExp(
  `(?<![\\w/.+=-])(?:1[ .\\u2010-\\u2013-])?[2-9]\\d{2}([ \\u00A0.\\u2010-\\u2013-])[2-9]\\d{2}\\1\\d{4}(?![\\w/-]|\\.\\d)${tail}`,
  "g",
);
const landline = /(?<![\w/.+=-])0\d{2,4}-\d{7,8}(?![\w/-]|\.\d)/g;
const oneTap = /(?<![\d+])\d{7,15},{2,8}\*?\d{1,14}#(?:,{1,8}\*?\d{1,14}#?){0,3}/g;
const labelled = new RegExp(
  "(?:\\b(?:phone|telephone|tel|mobile|cell|cellphone|call|dial|dial-in|fax|whatsapp|signal|sms|text me|toll[- ]?free|handy|mobil|telefon|telefon[eo]|telefoon(?:nummer)?|telefonnummer|rufnummer|einwahl(?:nummer)?|tél|t[ée]l[ée]phone|num[ée]ro de t[ée]l[ée]phone|tel[ée]fono|m[óé]vil|celular)\\b|电话|電話(?:番号)?|전화(?:번호)?|手机|手機|携帯|тел(?:ефон)?)" +
    "(?:[ \\u00A0\\uFDD1\\uFDD3:：.=#–—-]|\\b(?:numbers?|no|nr|in|into|at|me|us|on|to|toll|free|usa?|uk|line|direct|office|work|home|or|is|my|contact|via)\\b|\\([A-Za-z ./-]{1,24}\\)|/){0,12}?" +
    `(?<![\\w/])(\\(?\\d{1,15}\\)?(?:${group}){0,6}${tail})(?![\\w]|[:/-]\\d)`,
  "gi",
);
/** Words that are labels only beside a number that looks like one: `Community call 20563484` is a page. */
const wordLabel = /^(?:call|signal|cell|mobile)\b[^:：]*$/i;
/** The label fills a cell or line, the number the next one. */
const labelledCell = new RegExp(
  `(?:^|[\\n|])[ \\uFDD1]{0,5}(?:phone|telephone|tel|mobile|cell|cell ?phone|fax|whatsapp|handy|mobil|telefon|电话|手机)\\.?(?: (?:numbers?|no)\\.?)?[ \\uFDD1:：]{0,5}[\\n|]{1,3}[ \\uFDD1]{0,5}` +
    `(\\(?\\d{1,15}\\)?(?:${group}){0,6}${tail})(?=[ \\uFDD1]{0,5}(?:[\\n|]|$))`,
  "gi",
);
const dateShape =
  /(?:^|\D)(?:(?:19|20)\d\d([-./ ]?)(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])([-./ ])(?:0?[1-9]|1[0-2])\2(?:19|20)\d\d)(?:\D|$)/;
const otherNumberBefore =
  /(?:\b(?:id|isbn|issn|doi|arxiv|orcid|number\s*\(access code\)|meeting number|webinar|conference|invoice|order|ticket|issue|pr|page|block|height|version|release|port|line|build|bytes?|account|iban|vat|tax|会议号|會議號)|ID|号|#|\$|€|£|¥)[ \u00A0\uFDD1:：.#=]{0,4}$/i;
const phoneWords = /\b(?:phone|dial|call-?in|toll|tel|telephone|mobile|fax|one[- ]?tap|us \(|sms|whatsapp)\b|\((?:US|USA|UK|Canada|CA)\b/i;
const emailBefore = /\uFDD4[\])(\uFDD0\uFDD1\uFDD3\s,;:|/-]{0,8}$/;

/** Seven digits with at most a few signs between two of them, as in any number below. */
const sevenDigits = /\d(?:\D{0,6}\d){6}/;
const longGroup = /\d-\d{7}/;
const threeGroups = /\d{3}[^\w\n]\d{3}[^\w\n]\d{4}/;

/** Phone numbers in a reader's text. Dates, versions, ids, sums and everything with another label are none. */
export function findPhones(text: string): TextRange[] {
  const found: TextRange[] = [];
  const add = (start: number, end: number): void => {
    found.push({ start, end });
  };
  // Each search is slow and each sign is rare: without a "+", a ",,", a "(" or three groups of digits there is nothing to search for.
  if (!sevenDigits.test(text)) return found;
  if (text.includes("+"))
    for (const match of text.matchAll(international)) {
      const number = withoutNextNumber(match[0], 16);
      if (isInternational(text, match.index, number)) add(match.index, match.index + number.length);
    }
  if (text.includes(",,")) for (const match of text.matchAll(oneTap)) add(match.index, match.index + match[0].length);
  if (text.includes("(")) for (const match of text.matchAll(withAreaCode)) add(match.index, match.index + match[0].length);
  if (longGroup.test(text))
    for (const match of text.matchAll(landline)) if (!isOtherNumber(text, match.index)) add(match.index, match.index + match[0].length);
  for (const match of threeGroups.test(text) ? text.matchAll(northAmerican) : []) {
    const start = match.index;
    const end = start + match[0].length;
    if (isOtherNumber(text, start)) continue;
    // Meeting ids are grouped like this too: with blanks it takes a word beside it.
    if (
      /[ \u00A0]/.test(match[1] ?? "") &&
      !phoneWords.test(nearby(text, start, end)) &&
      !emailBefore.test(text.slice(Math.max(0, start - 12), start))
    )
      continue;
    add(start, end);
  }
  for (const { start, end } of findNationalPhones(text, (start) => isOtherNumber(text, start))) add(start, end);
  for (const match of [...text.matchAll(labelled), ...text.matchAll(labelledCell)]) {
    const start = match.index + match[0].length - (match[1] ?? "").length;
    const number = withoutNextNumber(match[1] ?? "", 15);
    const end = start + number.length;
    if (isLabelledNumber(number) && !isOtherNumber(text, start) && !(wordLabel.test(match[0]) && /^\d{1,8}$/.test(number))) add(start, end);
  }
  return withoutOverlap([...found, ...findCallersInLists(text)]);
}

function countDigits(text: string): number {
  return text.replace(/\D/g, "").length;
}

/** More digits than a number has are two numbers with a blank between them: the first ends where it may, the second is read in the next round. */
function withoutNextNumber(written: string, most: number): string {
  if (countDigits(written.split(",")[0] ?? "") <= most) return written;
  for (const { index } of written.matchAll(/[ \u00A0]+(?=[\d(])/g))
    if (countDigits(written.slice(0, index)) >= 10) return written.slice(0, index);
  return written;
}

function isInternational(text: string, start: number, written: string): boolean {
  const number = written.split(",")[0] ?? written;
  const digits = countDigits(number);
  if (digits < 7 || digits > 16 || dateShape.test(number)) return false;
  if (/^\+\d{1,4}\.\d+$/.test(number)) return false; // a decimal fraction
  const before = text.slice(Math.max(0, start - 4), start);
  if (/(?:UTC|GMT)\s?$/.test(before)) return false;
  return !/[A-Za-z]$/.test(before) || digits >= 10;
}

function isLabelledNumber(written: string): boolean {
  const number = written.split(",")[0] ?? written;
  const digits = countDigits(number);
  return (
    digits >= 7 && digits <= 15 && !dateShape.test(number) && !/^\d+\.\d+(?:\.\d+)*$/.test(number) && !/^(?:19|20)\d\d[ -]/.test(number)
  );
}

function isOtherNumber(text: string, start: number): boolean {
  return otherNumberBefore.test(text.slice(Math.max(0, start - 24), start));
}

function nearby(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 40);
  return `${before.slice(before.lastIndexOf("\n") + 1)} ${after.split("\n")[0] ?? ""}`;
}

function withoutOverlap(ranges: TextRange[]): TextRange[] {
  const kept: TextRange[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const previous = kept.at(-1);
    if (previous === undefined || range.start >= previous.end) kept.push(range);
    else if (range.end > previous.end) kept[kept.length - 1] = { start: previous.start, end: range.end };
  }
  return kept;
}
