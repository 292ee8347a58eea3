import { addEntityText, normaliseText } from "./entities.ts";
import { isInvitation } from "./invitations.ts";
import { addCode, addHtmlMarkup, type MarkupState } from "./markup.ts";
import { addressSign, markSign, type ProjectionBuilder, type SourceRange } from "./projection.ts";

/** Where a walk over Markdown stands: the text from `pending` on is not added yet. */
interface Walk {
  readonly builder: ProjectionBuilder;
  readonly source: string;
  readonly state: MarkupState;
  readonly backticks: BacktickRuns;
  pending: number;
}

const special = /[`~<\\*_]|\]\(/g;
const escapable = /[!-/:-@[-`{-~]/;
const wordCharacter = /[\p{L}\p{N}]/u;
const longestTarget = 10_000;

/**
 * Adds Markdown: code in fences and backticks, link targets, escapes, emphasis, and the HTML that stands in it.
 * Indented code is not code here: converters indent the text of lists, and invitations stand in lists.
 */
export function addMarkdown(builder: ProjectionBuilder, source: string, state: MarkupState): void {
  const walk: Walk = { builder, source, state, backticks: new BacktickRuns(source), pending: 0 };
  let at = 0;
  for (;;) {
    special.lastIndex = at;
    const match = special.exec(source);
    if (match === null) break;
    const end = addSpecial(walk, match.index);
    at = Math.max(end, match.index + 1);
  }
  addPending(walk, source.length);
}

function addPending(walk: Walk, to: number): void {
  if (to > walk.pending) addEntityText(walk.builder, walk.source, walk.pending, to, false);
  walk.pending = to;
}

/** Adds what begins at `at`, after the text before it, and returns where it ends; `at` itself if it is only text. */
function addSpecial(walk: Walk, at: number): number {
  const { source } = walk;
  switch (source.charAt(at)) {
    case "\\": {
      const isLineBreak = /[\r\n]/.test(source.charAt(at + 1));
      if (!isLineBreak && !escapable.test(source.charAt(at + 1))) return at;
      addPending(walk, at);
      if (isLineBreak) {
        // A hard break is a blank at the end of a line, as far as a reader sees.
        walk.builder.fixed(at, markSign);
        walk.pending = at + 1;
        return at + 1;
      }
      walk.builder.atom(at, at + 2, source.charAt(at + 1));
      walk.pending = at + 2;
      return at + 2;
    }
    case "`":
    case "~":
      return addMarkdownCode(walk, at);
    case "]":
      return addLinkTarget(walk, at + 2);
    case "<": {
      addPending(walk, at);
      walk.pending = addHtmlMarkup(walk.builder, source, at, walk.state);
      return walk.pending;
    }
    default:
      return addEmphasis(walk, at);
  }
}

/** Shown as a mark, but as characters that go with what is replaced around them: a code may contain them unescaped. */
function addEmphasis(walk: Walk, at: number): number {
  const { source } = walk;
  let end = at + 1;
  while (source.charAt(end) === source.charAt(at)) end += 1;
  const before = source.charAt(at - 1);
  const after = source.charAt(end);
  const isText =
    source.charAt(at) === "_" ? wordCharacter.test(before) && wordCharacter.test(after) : /^\s?$/.test(before) && /^\s?$/.test(after);
  if (isText) return end;
  addPending(walk, at);
  walk.builder.literal(at, end, markSign.repeat(end - at));
  walk.pending = end;
  return end;
}

/** The target of `](…)`: up to the blank before a title or the closing parenthesis, parentheses in it counted. */
function addLinkTarget(walk: Walk, at: number): number {
  const { source } = walk;
  const limit = Math.min(source.length, at + longestTarget);
  const bracketed = source.charAt(at) === "<";
  const from = bracketed ? at + 1 : at;
  let depth = 0;
  let to = from;
  for (; to < limit; to += 1) {
    const code = source.charCodeAt(to);
    if (code === 0x0a || (bracketed ? code === 0x3e : code <= 0x20)) break;
    if (bracketed) continue;
    if (code === 0x5c) to += 1;
    else if (code === 0x28) depth += 1;
    else if (code === 0x29) {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  to = Math.min(to, source.length);
  if (to === from) return at;
  addPending(walk, from);
  walk.builder.fixed(from, addressSign);
  walk.state.asides.push({ from, to, as: "address" });
  walk.pending = to;
  return to;
}

function addMarkdownCode(walk: Walk, at: number): number {
  const { source } = walk;
  const character = source.charAt(at);
  let runEnd = at + 1;
  while (source.charAt(runEnd) === character) runEnd += 1;
  const length = runEnd - at;
  const content =
    (length >= 3 ? findFence(walk, at, runEnd, character) : null) ?? (character === "`" ? walk.backticks.findSpan(at, length) : null);
  if (content === null) return runEnd;
  addPending(walk, at);
  const code = source.slice(content.from, content.to);
  if (isInvitation(code)) walk.builder.literal(content.from, content.to, normaliseText(code, false));
  else addCode(walk.builder, source, content.from, content.to);
  // What stands between the code and `end` are the closing signs, which no reader sees.
  walk.pending = content.end;
  return content.end;
}

interface CodeSpan extends SourceRange {
  /** After the closing signs. */
  readonly end: number;
}

/** A fence that is never closed is not one here: CommonMark would take the rest of the page for code, but a secret in it would go out. */
function findFence(walk: Walk, at: number, runEnd: number, character: string): CodeSpan | null {
  const { source } = walk;
  // Only as far back as a quote or list marker can reach: a line may be as long as the page.
  const lead = source.slice(Math.max(0, at - 80), at);
  const lineStart = lead.lastIndexOf("\n") + 1;
  if (lineStart === 0 && at > 80) return null;
  if (!/^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/.test(lead.slice(lineStart))) return null;
  const lineEnd = source.indexOf("\n", runEnd);
  if (lineEnd < 0 || (character === "`" && source.slice(runEnd, lineEnd).includes("`"))) return null;
  const length = runEnd - at;
  const shortestUnclosed = walk.state.unclosed.get(`fence${character}`) ?? Number.POSITIVE_INFINITY;
  if (length >= shortestUnclosed) return null;
  const closing = new RegExp(`^[ \\t>]*(${character}{${length},})[ \\t\\r]*$`, "gm");
  closing.lastIndex = lineEnd;
  const match = closing.exec(source);
  if (match === null) {
    walk.state.unclosed.set(`fence${character}`, length);
    return null;
  }
  return { from: lineEnd, to: match.index, end: closing.lastIndex };
}

/** Every run of backticks knows the next one of its length: a span is found without searching the text again for each. */
class BacktickRuns {
  readonly #next = new Map<number, number>();
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
    const last = new Map<number, number>();
    if (!source.includes("`")) return;
    const runs = Array.from(source.matchAll(/`+/g), (match) => ({ at: match.index, length: match[0].length }));
    for (const { at, length } of runs.toReversed()) {
      const following = last.get(length);
      if (following !== undefined) this.#next.set(at, following);
      last.set(length, at);
    }
  }

  /** The span that a run opens, if it closes in the same paragraph. */
  findSpan(at: number, length: number): CodeSpan | null {
    const closing = this.#next.get(at);
    if (closing === undefined) return null;
    const from = at + length;
    // Looked at only as far as a paragraph can reach, so that many unclosed runs cost no more than the text once.
    if (closing - from > 20_000 || /\n[ \t>]*\r?\n/.test(this.#source.slice(from, closing))) return null;
    return { from, to: closing, end: closing + length };
  }
}
