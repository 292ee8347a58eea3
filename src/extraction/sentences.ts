import { defaultLexicon } from "./lexicon/index.ts";

export interface Sentence {
  readonly text: string;
  readonly start: number;
}

/** An abbreviation or an initial with its dot. */
const abbreviated = new RegExp(String.raw`(?:\b(?:${defaultLexicon.abbreviations.source})|\b\p{Lu})\.$`, "iu");

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
    if (match[0] === "." && abbreviated.test(text.slice(Math.max(start, end - 12), end))) continue;
    push(end);
  }
  push(text.length);
  return found;
}
