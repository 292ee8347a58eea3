import { defaultLexicon } from "./lexicon/index.ts";

export interface Sentence {
  readonly text: string;
  readonly start: number;
}

/** An abbreviation or an initial with its dot. */
const abbreviated = new RegExp(String.raw`(?:\b(?:${defaultLexicon.abbreviations.source})|\b\p{Lu})\.$`, "iu");

/** "3. März": the dot behind a day ends no sentence. */
function isDayBeforeMonth(text: string, start: number, end: number): boolean {
  if (!/(?<!\d)\d{1,2}\.$/.test(text.slice(Math.max(start, end - 4), end))) return false;
  const word = /^ (\p{L}{3,12})/u.exec(text.slice(end, end + 14))?.[1]?.toLowerCase() ?? "";
  return defaultLexicon.months[word] !== undefined;
}

/** The sentences of a text, each a verbatim piece of it. Line breaks end a sentence. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const push = (end: number): void => {
    const piece = text.slice(start, end);
    const trimmed = piece.trim();
    if (trimmed !== "") found.push({ text: trimmed, start: start + piece.indexOf(trimmed) });
    start = end;
  };
  for (const match of text.matchAll(/(?<![.!?])[.!?]+["”’)]?(?=\s)|\n|[。！？]/g)) {
    const end = match.index + match[0].length;
    if (match[0] === "." && isDayBeforeMonth(text, start, end)) continue;
    if (match[0] === "." && abbreviated.test(text.slice(Math.max(start, end - 12), end))) continue;
    push(end);
  }
  push(text.length);
  return found;
}
