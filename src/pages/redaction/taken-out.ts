import type { TextRange } from "./addresses.ts";
import type { TextForm } from "./index.ts";
import { toSourceRanges } from "./projection.ts";
import { projectAside, splitHtml, splitMarkdown, splitPlain } from "./segments.ts";

// Texts that somebody took out of an archive for good. They are known by hashes alone, so every run of words that is as long as one of them is asked about.

export interface TakenOut {
  /** How many letters and digits each of the texts has. */
  readonly lengths: ReadonlySet<number>;
  /** Whether a text, as `bareText` gives it, is one of them. */
  readonly has: (bare: string) => boolean;
}

const inProse = "[redacted: text]";
const inAddress = "redacted";
/** Between two words of one text: brackets, blanks, dashes. */
const widestGap = 8;
/** Code in code is nobody's honest page. */
const deepestCode = 3;

/** Letters and digits alone, without case and accents: `+1 (202) 555-0143` and `1.202.555.0143` are one. */
export function bareText(text: string): string {
  return wordsOf(text)
    .map(({ bare }) => bare)
    .join("");
}

/** A source text without what was taken out, and how often that was there. A second call changes nothing. */
export function takeOut(text: string, form: TextForm, taken: TakenOut): { readonly text: string; readonly count: number } {
  if (taken.lengths.size === 0) return { text, count: 0 };
  return without(text, form, taken, deepestCode);
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function without(source: string, form: TextForm, taken: TakenOut, depth: number): { text: string; count: number } {
  const edits: Edit[] = [];
  let count = 0;
  if (form === "url") count += addEdits(edits, projectAside(source, { from: 0, to: source.length }, false), taken, inAddress);
  else {
    const { prose, asides } = form === "html" ? splitHtml(source) : form === "markdown" ? splitMarkdown(source) : splitPlain(source);
    count += addEdits(edits, prose, taken, inProse);
    for (const aside of asides)
      count += addEdits(edits, projectAside(source, aside, form === "markdown"), taken, aside.as === "address" ? inAddress : inProse);
  }
  const plain = applied(source, edits);
  if (depth === 0 || (form !== "html" && form !== "markdown")) return { text: plain, count };
  const code = form === "html" ? withoutInCode(plain, taken, depth) : without(plain, "plain", taken, 0);
  return { text: code.text, count: count + code.count };
}

function addEdits(edits: Edit[], projection: Parameters<typeof toSourceRanges>[0], taken: TakenOut, replacement: string): number {
  const ranges = rangesOf(projection.text, taken);
  for (const pieces of toSourceRanges(projection, ranges))
    for (const [place, { from, to }] of pieces.entries()) edits.push({ from, to, text: place > 0 ? "" : replacement });
  return ranges.length;
}

/** What code hides from the rules for prose: a person's number is one there too. */
function withoutInCode(source: string, taken: TakenOut, depth: number): { text: string; count: number } {
  const parts: string[] = [];
  let at = 0;
  let count = 0;
  // Looked for once to the end of the text: pages made to be slow open thousands.
  const unclosed = new Set<string>();
  for (const open of source.matchAll(/<(pre|code)\b[^<>]{0,500}>|<!\[CDATA\[/gi)) {
    const from = open.index + open[0].length;
    const close = open[1] === undefined ? "]]>" : `</${open[1]}`;
    if (open.index < at || unclosed.has(close)) continue;
    const end = source.indexOf(close, from);
    if (end < 0) {
      unclosed.add(close);
      continue;
    }
    const inner = without(source.slice(from, end), open[1] === undefined ? "plain" : "html", taken, depth - 1);
    parts.push(source.slice(at, from), inner.text);
    count += inner.count;
    at = end;
  }
  parts.push(source.slice(at));
  return { text: parts.join(""), count };
}

interface Word extends TextRange {
  readonly bare: string;
}

/** Scripts without blanks have a word in each character. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+/gu;

function wordsOf(text: string): Word[] {
  return [...text.matchAll(word)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    bare: found
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .toLowerCase(),
  }));
}

/** Sorted and apart; a text begins and ends with a word. */
function rangesOf(text: string, taken: TakenOut): TextRange[] {
  const words = wordsOf(text);
  const { lengths } = taken;
  const longest = Math.max(...lengths);
  const found: TextRange[] = [];
  for (let first = 0; first < words.length; first += 1) {
    let bare = "";
    for (let last = first; last < words.length && bare.length < longest; last += 1) {
      const next = words[last];
      if (next === undefined || (last > first && next.start - (words[last - 1]?.end ?? 0) > widestGap)) break;
      bare += next.bare;
      if (!lengths.has(bare.length) || !taken.has(bare)) continue;
      found.push({ start: words[first]?.start ?? 0, end: next.end });
      first = last;
      break;
    }
  }
  return found;
}

function applied(source: string, edits: Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, text } of edits.sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    parts.push(source.slice(at, from), text);
    at = to;
  }
  parts.push(source.slice(at));
  return parts.join("");
}
