import { isInvitation } from "./invitations.ts";
import { type Aside, codeSign, linkSign, markSign, type ProjectionBuilder, type SourceRange } from "./projection.ts";

/** What a walk over a source remembers. */
export interface MarkupState {
  readonly asides: Aside[];
  /** For an end that was looked for and is not there: from which position on, so that it is looked for only once. */
  readonly unclosed: Map<string, number>;
}

/** Elements that hold code: nothing in them is touched. A code macro of the storage format has its text in `ac:plain-text-body`. */
const codeElements = new Set(["pre", "code", "tt", "samp", "script", "style", "ac:plain-text-body"]);
/** Elements that do not end a word: between label and value they mean nothing. Everything else stands on a line of its own. */
const inlineElements = new Set(
  "a abbr acronym b bdi bdo big cite del dfn em font i img ins kbd label mark q s small span strike strong sub sup time u var wbr ac:inline-comment-marker ac:link ac:link-body ac:plain-text-link-body ac:emoticon ac:placeholder ri:page ri:user ri:attachment ri:url".split(
    " ",
  ),
);
/** Attributes that readers see. */
const visibleAttributes = new Set(["title", "alt", "aria-label", "placeholder", "summary", "label", "content"]);
/** A tag without any of these holds nothing to find; most tags. */
const tagMayHoldSecret = /[@%?&+]|tel:|sms:|wa\.me|\d{4}|pass|pin|code/i;
const valueAt = /=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const tagNameAt = /<(\/?)([A-Za-z][\w:-]{0,60})(?=[\s/>])/y;
const longestCodeSpan = 64;
const deepestNesting = 50;

/** Adds the tag, comment, CDATA section or code element that begins at `open` and returns where it ends; `open` itself if it is none. */
export function addHtmlMarkup(builder: ProjectionBuilder, source: string, open: number, state: MarkupState): number {
  const next = source.charCodeAt(open + 1);
  if (next === 0x21 || next === 0x3f) return addDeclaration(builder, source, open, state);
  tagNameAt.lastIndex = open;
  const match = tagNameAt.exec(source);
  if (match === null) return open;
  const end = findTagEnd(source, tagNameAt.lastIndex, state);
  if (end < 0) return open;
  const [, closing, written = ""] = match;
  if (written.endsWith(":")) return open; // `<https://…>`: an address in angle brackets
  const name = written.toLowerCase();
  if (closing === "" && codeElements.has(name) && source.charAt(end - 2) !== "/") {
    const close = findClosingTag(source, name, end, state);
    if (close !== null && !isInvitation(source.slice(end, close.from))) {
      addCode(builder, source, end, close.from);
      return close.to;
    }
    // Left open, a browser would show the rest of the page as code, but a secret in it would go out. It is searched as text.
  }
  if (!inlineElements.has(name)) builder.fixed(open, "\n");
  else builder.fixed(open, name === "a" && closing === "" ? linkSign : markSign);
  if (closing === "") collectAttributes(source, tagNameAt.lastIndex, end, state.asides);
  return end;
}

/** `<pre>`, `<code>` and their like, as one sign; a short one as a span of its own, for `Passcode: <code>…</code>`. */
export function addCode(builder: ProjectionBuilder, source: string, from: number, to: number): void {
  const content = source.slice(from, Math.min(to, from + longestCodeSpan + 1));
  builder.fixed(from, codeSign);
  if (content.length > 0 && content.length <= longestCodeSpan && !/[\s<>]/.test(content)) {
    builder.code(from, to, content);
    builder.fixed(to, codeSign);
  }
}

function addDeclaration(builder: ProjectionBuilder, source: string, open: number, state: MarkupState): number {
  if (source.startsWith("<!--", open)) return addEnclosed(builder, source, open, "<!--", "-->", state);
  if (source.startsWith("<![CDATA[", open)) return addEnclosed(builder, source, open, "<![CDATA[", "]]>", state);
  const end = findOnce(source, ">", open, state);
  if (end < 0) return open;
  builder.fixed(open, "\n");
  return end + 1;
}

/** Comments and CDATA (of link texts): nobody sees the first, but both are in the source that goes out. */
function addEnclosed(builder: ProjectionBuilder, source: string, open: number, start: string, end: string, state: MarkupState): number {
  const close = findOnce(source, end, open + start.length, state);
  if (close < 0) return open;
  const sign = start === "<!--" ? "\n" : markSign;
  builder.fixed(open, sign);
  builder.literal(open + start.length, close, source.slice(open + start.length, close).replace(/[\r\n\t]/g, " "));
  builder.fixed(close, sign);
  return close + end.length;
}

/** The position after the `>` of a tag; -1 where a `<` or the end of the text comes first. A `>` inside quotes does not count. */
function findTagEnd(source: string, from: number, state: MarkupState): number {
  let at = from;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code === 0x3e) return at + 1;
    if (code === 0x3c) return -1;
    if ((code === 0x22 || code === 0x27) && source.charCodeAt(previousVisible(source, at)) === 0x3d) {
      const close = findOnce(source, source.charAt(at), at + 1, state);
      if (close < 0) return -1;
      at = close;
    }
    at += 1;
  }
  return -1;
}

function previousVisible(source: string, at: number): number {
  let before = at - 1;
  while (before > at - 20 && source.charCodeAt(before) <= 0x20) before -= 1;
  return before;
}

function findOnce(source: string, what: string, from: number, state: MarkupState): number {
  const known = state.unclosed.get(what);
  if (known !== undefined && from >= known) return -1;
  const found = source.indexOf(what, from);
  if (found < 0) state.unclosed.set(what, from);
  return found;
}

/** The end tag that belongs to an element; where the nesting never comes out even, the first one. */
function findClosingTag(source: string, name: string, from: number, state: MarkupState): SourceRange | null {
  const known = state.unclosed.get(name);
  if (known !== undefined && from >= known) return null;
  const tag = new RegExp(`<(/?)${name}(?=[\\s/>])[^<>]*>`, "gi");
  tag.lastIndex = from;
  let first: SourceRange | null = null;
  let depth = 1;
  for (let seen = 0; seen < deepestNesting; seen += 1) {
    const match = tag.exec(source);
    if (match === null) {
      if (first === null) state.unclosed.set(name, from);
      break;
    }
    if (match[1] === "") depth += 1;
    else {
      const span = { from: match.index, to: tag.lastIndex };
      first ??= span;
      depth -= 1;
      if (depth === 0) return span;
    }
  }
  return first;
}

function collectAttributes(source: string, from: number, end: number, asides: Aside[]): void {
  if (end - from < 4) return;
  const tag = source.slice(from, end);
  if (!tagMayHoldSecret.test(tag)) return;
  for (const match of tag.matchAll(valueAt)) {
    const [whole, double, single, bare] = match;
    const value = double ?? single ?? bare ?? "";
    if (value === "") continue;
    const to = from + match.index + whole.length - (bare === undefined ? 1 : 0);
    asides.push({ from: to - value.length, to, as: visibleAttributes.has(nameBefore(tag, match.index)) ? "prose" : "address" });
  }
}

function nameBefore(tag: string, equals: number): string {
  const before = tag.slice(Math.max(0, equals - 40), equals).trimEnd();
  let start = before.length;
  while (/[\w:-]/.test(before.charAt(start - 1))) start -= 1;
  return before.slice(start).toLowerCase();
}
