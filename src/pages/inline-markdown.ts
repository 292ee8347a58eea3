import type { RichText, Span, SpanKind } from "./document.ts";
import { isPunctuation, joinPieces, type Piece } from "./emphasis-marks.ts";
import { safeUrl } from "./safe-url.ts";
import { withoutTail } from "./trim.ts";

export interface InlineForm {
  /** What stands for a line break. */
  readonly lineBreak: string;
  /** Whether the text stands in a table, where `|` divides cells even within code. */
  readonly inTable: boolean;
}

/** The text with its spans as Markdown, to stand at the start of a line. */
export function inlineMarkdown(rich: RichText, form: InlineForm): string {
  return lineStart(new InlineWriter(rich.text, form).write(writable(rich)), form);
}

const delimiters: Readonly<Partial<Record<SpanKind, string>>> = { strong: "**", emphasis: "*", strike: "~~" };

/** The spans that Markdown can say, in order, none crossing another. */
function writable(rich: RichText): Span[] {
  const spans: Span[] = [];
  const last = new Map<SpanKind, Span>();
  for (const span of rich.spans) {
    const fit = delimiters[span.kind] === undefined ? span : flanked(rich.text, span);
    if (fit === null || !hasMark(fit)) continue;
    // Two delimiters in a row would read as one longer one: pieces that touch are one piece.
    const before = last.get(fit.kind);
    const isSame = before !== undefined && before.end === fit.start && before.start < before.end && before.href === undefined;
    const whole = isSame && fit.href === undefined ? { ...fit, start: before.start } : fit;
    if (whole !== fit && before) spans.splice(spans.lastIndexOf(before), 1);
    spans.push(whole);
    last.set(whole.kind, whole);
  }
  return spans.sort((a, b) => a.start - b.start || b.end - a.end || order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** From outside to inside, for spans of the same reach. */
const order: readonly SpanKind[] = ["link", "mention", "strong", "emphasis", "strike", "code", "image"];

function hasMark(span: Span): boolean {
  if (delimiters[span.kind] !== undefined || span.kind === "code") return span.end > span.start;
  if (span.kind !== "link" && span.kind !== "mention" && span.kind !== "image") return false;
  // `null/…` is how Cloud prints a target that it cannot find.
  return span.href !== undefined && !/^(?:\/?null\/|$)/.test(span.href) && safeUrl(span.href) !== null;
}

/** Punctuation at the border of a span moves out of it where a letter follows on the other side: `**Date**:2020`, not `**Date:**2020`. */
function flanked(text: string, span: Span): Span | null {
  let { start, end } = span;
  const before = start > 0 ? letterBefore(text, start) : " ";
  const after = end < text.length ? letterAt(text, end) : " ";
  while (end > start && isWordLetter(after) && !isWordLetter(letterBefore(text, end))) end -= letterBefore(text, end).length;
  while (start < end && isWordLetter(before) && !isWordLetter(letterAt(text, start))) start += letterAt(text, start).length;
  if (start >= end) return null;
  return start === span.start && end === span.end ? span : { ...span, start, end };
}

function isWordLetter(letter: string): boolean {
  return !/\s/.test(letter) && !isPunctuation(letter);
}

function letterAt(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index) ?? 32);
}

function letterBefore(text: string, index: number): string {
  const low = text.charCodeAt(index - 1);
  return low >= 0xdc00 && low <= 0xdfff && index > 1 ? text.slice(index - 2, index) : text.charAt(index - 1);
}

interface OpenSpan {
  readonly span: Span;
  readonly pair: number;
}

class InlineWriter {
  readonly #text: string;
  readonly #form: InlineForm;
  readonly #open: OpenSpan[] = [];
  readonly #out: Piece[] = [];
  #at = 0;
  #pairs = 0;

  constructor(text: string, form: InlineForm) {
    this.#text = text;
    this.#form = form;
  }

  write(spans: readonly Span[]): string {
    const images = new Set(spans.flatMap((span) => (span.kind === "image" ? [span.start] : [])));
    for (const span of spans) {
      this.#closeUntil(span.start, span.end);
      const outer = this.#open.at(-1)?.span;
      // A span that crosses the border of another one cannot be written in Markdown: the outer one wins.
      if ((outer && span.end > outer.end) || (span.kind !== "image" && span.start < this.#at)) continue;
      if (this.#open.some(({ span: other }) => other.kind === span.kind || (isLink(other) && isLink(span)))) continue;
      if (span.kind !== "image" && span.start === span.end && !images.has(span.start)) continue;
      this.#plain(span.start);
      if (span.kind === "image") this.#out.push(image(span));
      else if (span.kind === "code") this.#code(span.end);
      else this.#enter(span);
    }
    this.#closeUntil(this.#text.length + 1, this.#text.length + 1);
    this.#plain(this.#text.length);
    return joinPieces(this.#out);
  }

  #enter(span: Span): void {
    this.#pairs += 1;
    const delimiter = delimiters[span.kind];
    if (delimiter !== undefined) this.#out.push({ text: delimiter, pair: this.#pairs, opens: true });
    else this.#bracket();
    this.#open.push({ span, pair: this.#pairs });
  }

  #bracket(): void {
    const before = this.#out.at(-1);
    if (typeof before === "string") this.#out[this.#out.length - 1] = noImage(before);
    this.#out.push("[");
  }

  /** Ends the spans that end before the place, or there, unless what comes is an image within them. */
  #closeUntil(start: number, end: number): void {
    for (let open = this.#open.at(-1); open; open = this.#open.at(-1)) {
      const { span, pair } = open;
      const goesOn = span.end > start || (span.end === start && start === end && span.start === span.end);
      if (goesOn) return;
      this.#plain(span.end);
      const delimiter = delimiters[span.kind];
      this.#out.push(delimiter === undefined ? `](${target(span.href ?? "")})` : { text: delimiter, pair, opens: false });
      this.#open.pop();
    }
  }

  #plain(end: number): void {
    if (end <= this.#at) return;
    const text = this.#text.slice(this.#at, end);
    this.#out.push(this.#open.some(({ span }) => isLink(span)) ? escaped(text, this.#form) : withAddresses(text, this.#form));
    this.#at = end;
  }

  /** Code that holds a backtick needs longer fences, which readers find in different places: it stays text. */
  #code(end: number): void {
    const text = this.#text.slice(this.#at, end).replace(/\n/g, " ");
    if (text.includes("`")) {
      this.#plain(end);
      return;
    }
    this.#out.push(`\`${this.#form.inTable ? text.replaceAll("|", "\\|") : text}\``);
    this.#at = end;
  }
}

function isLink(span: Span): boolean {
  return span.kind === "link" || span.kind === "mention";
}

function image(span: Span): string {
  return `![${escaped(span.value ?? "", { lineBreak: " ", inTable: true })}](${target(span.href ?? "")})`;
}

/** A link target without angle brackets: what would end it is percent-encoded, what would read as an entity is made plain. */
function target(url: string): string {
  return url
    .trim()
    .replace(/[\s()<>\\"`|[\]*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)
    .replace(/&(?=#?\w+;)/g, "&amp;");
}

/** Readers of GFM make links of bare addresses and print the escapes within them: an address that needs escapes becomes a link here. */
const bareAddress = /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

function withAddresses(text: string, form: InlineForm): string {
  if (!text.includes("://") && !text.includes("@") && !/www\./i.test(text)) return escaped(text, form);
  let out = "";
  let at = 0;
  for (const match of text.matchAll(bareAddress)) {
    const address = withoutTail(match[0], /[?!.,:;*_~'")\]}>]/);
    if (!special.test(address)) continue;
    const href =
      address.includes("@") && !/^[a-z]+:\/\/|^www\./i.test(address) ? `mailto:${address}` : address.replace(/^www\./i, "http://$&");
    out += `${noImage(escaped(text.slice(at, match.index), form))}[${escaped(address, form)}](${target(href)})`;
    at = match.index + address.length;
  }
  return out + escaped(text.slice(at), form);
}

/** An exclamation mark before a link would make it an image. */
function noImage(before: string): string {
  return before.endsWith("!") ? `${before.slice(0, -1)}\\!` : before;
}

const special = /[\\`*_[\]<>|~&]/;
const allSpecial = /[\\`*_[\]<>|~&]/g;

function escaped(text: string, form: InlineForm): string {
  if (!special.test(text) && !text.includes("\n")) return text;
  return (
    text
      .replace(allSpecial, (letter) => (letter === "&" ? "&amp;" : letter === "<" ? "&lt;" : letter === ">" ? "&gt;" : `\\${letter}`))
      // Some readers take the brackets for a link within a link's text all the same.
      .replaceAll("](", "]\\(")
      .replace(/\n/g, form.lineBreak)
  );
}

const mayStart = /^[ \t]*[#+\-=:\d]/m;

/** Escapes what would start a list, a heading, a rule, a table or a fence at the beginning of a line. */
function lineStart(text: string, form: InlineForm): string {
  if (form.inTable || !mayStart.test(text)) return text;
  return text
    .replace(/^([ \t]*)(#{1,6}|[+-])(?=\s|$)/gm, "$1\\$2")
    .replace(/^([ \t]*)(\d{1,9})([.)])(?=\s|$)/gm, "$1$2\\$3")
    .replace(/^([ \t]*)([=-][=-]|=+[ \t]*$|:?-+:?[ \t]*$|:-)/gm, "$1\\$2");
}
