import type { Lexicon } from "./types.ts";

/** What a rule builds from a lexicon, such as a pattern with its words in it: made once for each lexicon, when the first page asks. */
export function perLexicon<T>(build: (words: Lexicon) => T): (words: Lexicon) => T {
  const made = new WeakMap<Lexicon, { readonly value: T }>();
  return (words) => {
    const known = made.get(words);
    if (known) return known.value;
    const value = build(words);
    made.set(words, { value });
    return value;
  };
}

/** The hit of the first pattern of a list that finds one. Patterns whose groups are read stand in lists: as alternatives of one pattern their groups would move. */
export function firstMatch(patterns: readonly RegExp[], text: string): RegExpExecArray | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match;
  }
  return null;
}
