/** Ranges of positions in a reader's text or an address. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Where an address ends in running text: blanks, quotes, angle brackets, our signs, table bars, and what is not written in addresses. */
const afterAddress = /[\s<>"`|[\]{}\uFDD0-\uFDD4\u3000-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uFF00-\uFFEF\u201C\u201D]/g;
const mailtoAt = /mailto:(?=[^\s\uFDD0-\uFDD4])/gi;
/** Begins with the one sign that few texts have: with the letter before it, every letter was tried. */
const parameterAt = /(?<=[\w/])\?[\w.-]{1,40}=/g;

/** The addresses in a reader's text: with a scheme, or without one when they carry parameters (`zoom.us/j/1?pwd=…`). Sorted and apart. */
export function findAddresses(text: string): TextRange[] {
  const found: TextRange[] = [];
  for (let at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
    const start = startOfScheme(text, at);
    if (start === at || start < (found.at(-1)?.end ?? 0)) continue;
    const end = endOfAddress(text, at + 3);
    if (end > at + 3) found.push({ start, end });
  }
  let mailEnd = 0;
  for (const { index } of text.matchAll(mailtoAt)) {
    if (index < mailEnd) continue;
    mailEnd = endOfAddress(text, index + 7);
    found.push({ start: index, end: mailEnd });
  }
  return withBareAddresses(text, mergeRanges(found));
}

function withBareAddresses(text: string, found: readonly TextRange[]): TextRange[] {
  let bareEnd = 0;
  const bare: TextRange[] = [];
  for (const match of text.matchAll(parameterAt)) {
    const at = match.index - 1;
    if (at < bareEnd || isInside(found, at)) continue;
    bareEnd = endOfAddress(text, match.index + match[0].length);
    bare.push({ start: startOfBareAddress(text, at), end: bareEnd });
  }
  return bare.length === 0 ? [...found] : mergeRanges([...found, ...bare]);
}

/** Sorted, and what overlaps made one: an address without a scheme may carry one with it as a parameter. */
function mergeRanges(ranges: TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start)) {
    const previous = merged.at(-1);
    if (previous !== undefined && range.start < previous.end)
      merged[merged.length - 1] = { start: previous.start, end: Math.max(previous.end, range.end) };
    else merged.push(range);
  }
  return merged;
}

/** The same text with the ranges hidden: positions stay, and no pattern sees what is there. */
export function hideRanges(text: string, ranges: readonly TextRange[], sign: string): string {
  if (ranges.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    parts.push(text.slice(at, start), sign.repeat(end - start));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

function startOfScheme(text: string, at: number): number {
  let start = at;
  while (start > at - 20 && /[A-Za-z0-9+.-]/.test(text.charAt(start - 1))) start -= 1;
  while (start < at && !/[A-Za-z]/.test(text.charAt(start))) start += 1;
  return start;
}

function startOfBareAddress(text: string, at: number): number {
  let start = at;
  while (start > at - 500 && /[\w/.~%:-]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function endOfAddress(text: string, from: number): number {
  afterAddress.lastIndex = from;
  const stop = afterAddress.exec(text);
  let end = stop === null ? text.length : stop.index;
  let unopened = countUnopened(text, from, end);
  for (; end > from; end -= 1) {
    const last = text.charAt(end - 1);
    if (last === ")" && unopened > 0) unopened -= 1;
    else if (!".,;:!?'*".includes(last)) break;
  }
  return end;
}

/** Closing parentheses that belong to the sentence around the address. */
function countUnopened(text: string, from: number, end: number): number {
  let open = 0;
  let unopened = 0;
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x28) open += 1;
    else if (code === 0x29 && open > 0) open -= 1;
    else if (code === 0x29) unopened += 1;
  }
  return unopened;
}

function isInside(sorted: readonly TextRange[], at: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (sorted[low]?.start ?? Number.POSITIVE_INFINITY) <= at;
}
