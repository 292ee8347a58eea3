import type { RichText, Span, SpanKind } from "./document.ts";

interface OpenSpan {
  readonly kind: SpanKind;
  readonly start: number;
  readonly extra: { readonly href?: string; readonly value?: string };
}

const foldable = /[\s\u00a0\u200b\ufeff]+/g;

/** Collects the text of one block with its spans; white space is folded as a browser does. */
export class RichTextBuilder {
  #text = "";
  #spans: Span[] = [];
  #open: OpenSpan[] = [];

  /** Whether nothing was collected that a reader would see. */
  get isEmpty(): boolean {
    return this.#spans.length === 0 && this.#text.trim() === "";
  }

  append(raw: string): void {
    let text = raw.replace(foldable, " ");
    if (text.startsWith(" ") && (this.#text === "" || this.#text.endsWith(" ") || this.#text.endsWith("\n"))) text = text.slice(1);
    this.#text += text;
  }

  breakLine(): void {
    this.#trimEnd();
    if (this.#text !== "") this.#text += "\n";
  }

  open(kind: SpanKind, extra: OpenSpan["extra"] = {}): void {
    this.#open.push({ kind, start: this.#text.length, extra });
  }

  close(): void {
    const span = this.#open.pop();
    if (span) this.#push(span, this.#text.length);
  }

  /** A span of no width, such as an image. */
  mark(kind: SpanKind, extra: OpenSpan["extra"]): void {
    this.#spans.push({ kind, start: this.#text.length, end: this.#text.length, ...extra });
  }

  /** The text so far, or null where there is none; spans that are still open go on in the next block. */
  take(): RichText | null {
    const text = this.#text.trimEnd();
    const spans = this.#spans;
    for (const span of this.#open) spans.push({ kind: span.kind, start: span.start, end: text.length, ...span.extra });
    this.#text = "";
    this.#spans = [];
    this.#open = this.#open.map((span) => ({ ...span, start: 0 }));
    const kept = spans
      .map((span) => trimSpan(span, text))
      .filter((span) => span.kind === "image" || span.end > span.start || (span.kind === "link" && span.href !== undefined && text !== ""))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    return text === "" && kept.length === 0 ? null : { text, spans: kept };
  }

  #push(span: OpenSpan, end: number): void {
    this.#spans.push({ kind: span.kind, start: Math.min(span.start, end), end, ...span.extra });
  }

  #trimEnd(): void {
    this.#text = this.#text.trimEnd();
    const end = this.#text.length;
    this.#spans = this.#spans.map((span) => (span.end > end ? { ...span, start: Math.min(span.start, end), end } : span));
    this.#open = this.#open.map((span) => (span.start > end ? { ...span, start: end } : span));
  }
}

/** Blanks at the borders of a span belong outside of it. */
function trimSpan(span: Span, text: string): Span {
  let start = Math.min(span.start, text.length);
  let end = Math.min(span.end, text.length);
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return start === span.start && end === span.end ? span : { ...span, start, end };
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10;
}
