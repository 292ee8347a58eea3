import type { TextRange } from "./addresses.ts";

// Texts that somebody took out of an archive for good. They are known by hashes alone, so every run of words that is as long as one of them is asked about.

export interface TakenOut {
  /** How many letters and digits each of the texts has. */
  readonly lengths: ReadonlySet<number>;
  /** What a text is, as `bareText` gives it; a given name is one of many people where another name follows. */
  readonly has: (bare: string) => "text" | "given" | null;
  /** The same of accounts. */
  readonly accountLengths: ReadonlySet<number>;
  readonly hasAccount: (bare: string) => boolean;
}

/** In the place of a text, and so of a name. */
export const takenName = "[redacted: text]";

/** Whether a name, as it is after taking out, names nobody any more: an initial may be left. */
export function isTakenName(name: string): boolean {
  return name.includes(takenName) && !/[\p{L}\p{N}]{2}/u.test(name.replaceAll(takenName, " "));
}

/** Between two words of one text: brackets, blanks, dashes. */
const widestGap = 8;
/** Letters and digits alone, without case and accents: `+1 (202) 555-0143` and `1.202.555.0143` are one. */
export function bareText(text: string): string {
  return wordsOf(text)
    .map(({ bare }) => bare)
    .join("");
}

/** The runs of words of some lengths that are meant. */
export function wordRanges(text: string, lengths: ReadonlySet<number>, isMeant: (bare: string, end: number) => boolean): TextRange[] {
  if (lengths.size === 0) return [];
  const words = wordsOf(text);
  const longest = Math.max(...lengths);
  const found: TextRange[] = [];
  for (let first = 0; first < words.length; first += 1) {
    let bare = "";
    // The longest counts: of a name and its first word the name.
    let meant: { readonly last: number; readonly end: number } | null = null;
    for (let last = first; last < words.length && bare.length < longest; last += 1) {
      const next = words[last];
      if (next === undefined || (last > first && next.start - (words[last - 1]?.end ?? 0) > widestGap)) break;
      bare += next.bare;
      if (lengths.has(bare.length) && isMeant(bare, next.end)) meant = { last, end: next.end };
    }
    if (meant === null) continue;
    found.push({ start: words[first]?.start ?? 0, end: meant.end });
    first = meant.last;
  }
  return found;
}

interface Word extends TextRange {
  readonly bare: string;
}

/** Scripts without blanks have a word in each character. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+/gu;

/** Conversions run the cells of a table together: "Ada LindqvistBo Chen2022Ada Lindqvist". */
const joint = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu;

function wordsOf(text: string): Word[] {
  return [...text.matchAll(word)].flatMap(({ 0: whole, index }) => {
    let start = index;
    return whole.split(joint).map((found) => {
      const from = start;
      start += found.length;
      return {
        start: from,
        end: start,
        bare: found
          .normalize("NFKD")
          .replace(/\p{M}+/gu, "")
          .toLowerCase(),
      };
    });
  });
}
