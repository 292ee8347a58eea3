import type { RichText, Span, SpanKind } from "./document.ts";
import { safeUrl } from "./safe-url.ts";

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

const wordLetter = /[^\s\p{P}\p{S}]/u;

/**
 * CommonMark opens and closes emphasis at a word's border only: in `**Date:**2020` the stars would be printed. Punctuation at the
 * border moves out of the span where a letter follows on the other side.
 */
function flanked(text: string, span: Span): Span | null {
  let { start, end } = span;
  const before = start > 0 ? letterBefore(text, start) : " ";
  const after = end < text.length ? letterAt(text, end) : " ";
  while (end > start && wordLetter.test(after) && !wordLetter.test(letterBefore(text, end))) end -= letterBefore(text, end).length;
  while (start < end && wordLetter.test(before) && !wordLetter.test(letterAt(text, start))) start += letterAt(text, start).length;
  if (start >= end) return null;
  return start === span.start && end === span.end ? span : { ...span, start, end };
}

function letterAt(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index) ?? 32);
}

function letterBefore(text: string, index: number): string {
  const low = text.charCodeAt(index - 1);
  return low >= 0xdc00 && low <= 0xdfff && index > 1 ? text.slice(index - 2, index) : text.charAt(index - 1);
}

class InlineWriter {
  readonly #text: string;
  readonly #form: InlineForm;
  readonly #open: Span[] = [];
  readonly #out: string[] = [];
  #at = 0;

  constructor(text: string, form: InlineForm) {
    this.#text = text;
    this.#form = form;
  }

  write(spans: readonly Span[]): string {
    const images = new Set(spans.flatMap((span) => (span.kind === "image" ? [span.start] : [])));
    for (const span of spans) {
      this.#closeUntil(span.start, span.end);
      const outer = this.#open.at(-1);
      // A span that crosses the border of another one cannot be written in Markdown: the outer one wins.
      if ((outer && span.end > outer.end) || (span.kind !== "image" && span.start < this.#at)) continue;
      if (this.#open.some((other) => other.kind === span.kind || (isLink(other) && isLink(span)))) continue;
      if (span.kind !== "image" && span.start === span.end && !images.has(span.start)) continue;
      this.#plain(span.start);
      if (span.kind === "image") this.#out.push(image(span));
      else if (span.kind === "code") this.#code(span.end);
      else this.#enter(span);
    }
    this.#closeUntil(this.#text.length + 1, this.#text.length + 1);
    this.#plain(this.#text.length);
    return this.#out.join("");
  }

  #enter(span: Span): void {
    this.#out.push(delimiters[span.kind] ?? "[");
    this.#open.push(span);
  }

  /** Ends the spans that end before the place, or there, unless what comes is an image within them. */
  #closeUntil(start: number, end: number): void {
    for (let span = this.#open.at(-1); span; span = this.#open.at(-1)) {
      const goesOn = span.end > start || (span.end === start && start === end && span.start === span.end);
      if (goesOn) return;
      this.#plain(span.end);
      this.#out.push(delimiters[span.kind] ?? `](${target(span.href ?? "")})`);
      this.#open.pop();
    }
  }

  #plain(end: number): void {
    if (end <= this.#at) return;
    const text = this.#text.slice(this.#at, end);
    this.#out.push(this.#open.some(isLink) ? escaped(text, this.#form) : withAddresses(text, this.#form));
    this.#at = end;
  }

  #code(end: number): void {
    const text = this.#text.slice(this.#at, end).replace(/\n/g, " ");
    const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
    const fence = "`".repeat(longest + 1);
    const pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
    this.#out.push(fence, pad, this.#form.inTable ? text.replaceAll("|", "\\|") : text, pad, fence);
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
  return (safeUrl(url) ?? "")
    .replace(/[\s()<>\\"`|[\]*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)
    .replace(/&(?=#?\w+;)/g, "&amp;");
}

/** Readers of GFM make links of bare addresses and print the escapes within them: an address that needs escapes becomes a link here. */
const bareAddress = /(?:\bhttps?:\/\/|\bftp:\/\/|\bwww\.)[^\s<]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

function withAddresses(text: string, form: InlineForm): string {
  if (!text.includes("://") && !text.includes("@") && !/www\./i.test(text)) return escaped(text, form);
  let out = "";
  let at = 0;
  for (const match of text.matchAll(bareAddress)) {
    const address = match[0].replace(/[?!.,:;*_~'")\]}>]+$/, "");
    if (!special.test(address)) continue;
    const href =
      address.includes("@") && !/^[a-z]+:\/\/|^www\./i.test(address) ? `mailto:${address}` : address.replace(/^www\./i, "http://$&");
    out += `${escaped(text.slice(at, match.index), form)}[${escaped(address, form)}](${target(href)})`;
    at = match.index + address.length;
  }
  return out + escaped(text.slice(at), form);
}

const special = /[\\`*_[\]<>|~&]/;
const allSpecial = /[\\`*_[\]<>|~&]/g;

function escaped(text: string, form: InlineForm): string {
  if (!special.test(text) && !text.includes("\n")) return text;
  return text
    .replace(allSpecial, (letter) => (letter === "&" ? "&amp;" : letter === "<" ? "&lt;" : letter === ">" ? "&gt;" : `\\${letter}`))
    .replace(/\n/g, form.lineBreak);
}

/** Escapes what would start a list, a heading, a rule, a table or a fence at the beginning of a line. */
function lineStart(text: string, form: InlineForm): string {
  if (form.inTable) return text;
  return text
    .replace(/^([ \t]*)(#{1,6}|[+-])(?=\s|$)/gm, "$1\\$2")
    .replace(/^([ \t]*)(\d{1,9})([.)])(?=\s|$)/gm, "$1$2\\$3")
    .replace(/^([ \t]*)([=-][=-]|=+[ \t]*$|:?-+:?[ \t]*$|:-)/gm, "$1\\$2");
}
