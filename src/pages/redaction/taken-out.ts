import type { TextRange } from "./addresses.ts";
import type { TextForm } from "./index.ts";
import { toSourceRanges } from "./projection.ts";
import { projectAside, splitHtml, splitMarkdown, splitPlain } from "./segments.ts";
import { withoutAccounts, withoutNamelessLinks } from "./taken-accounts.ts";
import { type TakenOut, takenName, wordRanges } from "./taken-words.ts";

const inAddress = "redacted";
/** Code in code is nobody's honest page. */
const deepestCode = 3;

/** A source text without what was taken out, and how often that was there. A second call changes nothing. */
export function takeOut(text: string, form: TextForm, taken: TakenOut): { readonly text: string; readonly count: number } {
  const accounts = withoutAccounts(text, taken);
  if (taken.lengths.size === 0) return accounts;
  const left = without(accounts.text, form, taken, deepestCode);
  return { text: form === "html" || form === "markdown" ? withoutNamelessLinks(left.text) : left.text, count: accounts.count + left.count };
}

/** Whether an id is made of a text that was taken out, as ids of people are of their names. */
export function isNamedIn(id: string, taken: TakenOut): boolean {
  return id.split("/").some((segment) => wordRanges(segment, taken.lengths, (bare) => taken.has(bare) === "text").length > 0);
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
    count += addEdits(edits, prose, taken, takenName);
    for (const aside of asides)
      count += addEdits(edits, projectAside(source, aside, form === "markdown"), taken, aside.as === "address" ? inAddress : takenName);
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

/** Sorted and apart; a text begins and ends with a word. */
function rangesOf(text: string, taken: TakenOut): TextRange[] {
  return wordRanges(text, taken.lengths, (bare, end) => {
    const found = taken.has(bare);
    return found === "text" || (found === "given" && !otherName.test(text.slice(end, end + 5)));
  });
}

/** Of somebody else; a letter alone is the initial of the same person. In addresses and user names the two are joined. */
const otherName = /^(?:[ \u00a0]\p{Lu}[\p{L}\p{M}'’]|[-_.+]\p{L}{4})/u;

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
