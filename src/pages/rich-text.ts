import type { RichText, Span, SpanKind } from "./document.ts";

interface OpenSpan {
  /** Null for a span within one of its kind: it says nothing new, and pages may nest thousands. */
  readonly kind: SpanKind | null;
  readonly start: number;
  /** Whether an earlier block already holds a piece of it. */
  readonly hasPiece: boolean;
  readonly extra: { readonly href?: string; readonly value?: string };
}

/** Runs of white space that are not one blank already: `\s` has U+00A0 too, and replacing each blank by a blank took most of the time. */
const foldable = /\s{2,}|[^\S ]/g;
/** Marks without width: a browser shows the letters around them as one word. */
const invisible = /[\u200b\ufeff]+/g;

/** Collects the text of one block with its spans; white space is folded as a browser does. */
export class RichTextBuilder {
  #parts: string[] = [];
  #length = 0;
  /** Whether a blank at the border would not be seen: at the start, behind a blank or a line break. */
  #isAtBlank = true;
  #spans: Span[] = [];
  #open: OpenSpan[] = [];

  append(raw: string): void {
    let text = raw.replace(foldable, " ");
    if (text.search(invisible) >= 0) text = text.replace(invisible, "").replace(/ +/g, " ");
    if (this.#isAtBlank && text.startsWith(" ")) text = text.slice(1);
    this.#push(text);
  }

  breakLine(): void {
    this.#trimEnd();
    if (this.#length > 0) this.#push("\n");
  }

  open(kind: SpanKind, extra: OpenSpan["extra"] = {}): void {
    const isNew = this.#open.every((span) => span.kind !== kind);
    this.#open.push({ kind: isNew ? kind : null, start: this.#length, hasPiece: false, extra });
  }

  close(): void {
    const span = this.#open.pop();
    if (!span?.kind || (span.hasPiece && span.start >= this.#length)) return;
    this.#spans.push({ kind: span.kind, start: Math.min(span.start, this.#length), end: this.#length, ...span.extra });
  }

  /** A span of no width, such as an image. */
  mark(kind: SpanKind, extra: OpenSpan["extra"]): void {
    this.#spans.push({ kind, start: this.#length, end: this.#length, ...extra });
  }

  /** The text so far, or null where there is none; spans that are still open go on in the next block. */
  take(): RichText | null {
    this.#trimEnd();
    const text = this.#parts.join("");
    const spans = this.#spans;
    for (const span of this.#open) {
      if (span.kind && span.start < text.length) spans.push({ kind: span.kind, start: span.start, end: text.length, ...span.extra });
    }
    this.#parts = [];
    this.#length = 0;
    this.#isAtBlank = true;
    this.#spans = [];
    this.#open = this.#open.map((span) => ({ ...span, start: 0, hasPiece: span.hasPiece || span.start < text.length }));
    const kept = spans.map((span) => trimSpan(span, text)).filter(isKept);
    kept.sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
    return text === "" && kept.length === 0 ? null : { text, spans: kept };
  }

  #push(text: string): void {
    if (text === "") return;
    this.#parts.push(text);
    this.#length += text.length;
    this.#isAtBlank = text.endsWith(" ") || text.endsWith("\n");
  }

  /** Takes blanks and line breaks off the end. Looks at the last parts and spans only: a page may hold a million line breaks. */
  #trimEnd(): void {
    for (let last = this.#parts.pop(); last !== undefined; last = this.#parts.pop()) {
      const trimmed = last.trimEnd();
      this.#length -= last.length - trimmed.length;
      if (trimmed === "") continue;
      this.#parts.push(trimmed);
      break;
    }
    this.#isAtBlank = this.#length === 0;
    const end = this.#length;
    for (let index = this.#spans.length - 1; index >= 0; index -= 1) {
      const span = this.#spans[index];
      if (!span || span.end <= end) break;
      this.#spans[index] = { ...span, start: Math.min(span.start, end), end };
    }
  }
}

/** A link without text may hold an image, or something that we cannot show. */
function isKept(span: Span): boolean {
  return span.kind === "image" || span.end > span.start || (span.kind === "link" && span.href !== undefined);
}

/** At one place a link comes before the image that it holds. */
function rank(span: Span): number {
  return span.kind === "image" ? 1 : 0;
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
