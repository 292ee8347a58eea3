/**
 * What a reader sees of a source text, with the way back: label and value stand together even where tags, emphasis, entities or escapes stand
 * between them in the source, and a finding in the reader's text becomes the pieces of the source that show it.
 */
export interface Projection {
  readonly text: string;
  /** Four numbers a run: its first position in `text`, the source it shows (from, to), and whether it is literal, an atom or fixed. */
  readonly runs: readonly number[];
  /** Code spans, whose characters `text` hides: `text` position to what is written there. */
  readonly codeSpans: ReadonlyMap<number, string>;
}

export interface SourceRange {
  readonly from: number;
  readonly to: number;
}

/** An attribute value or a link target: text beside the prose, searched on its own. */
export interface Aside extends SourceRange {
  readonly as: "address" | "prose";
}

export interface Segments {
  /** The prose in reading order; code, tags and addresses are only signs in it. */
  readonly prose: Projection;
  readonly asides: readonly Aside[];
}

// Noncharacters: never in a valid document, so no pattern can take them for text.
/** In place of an address: what is in it was searched as an address. */
export const addressSign = "\uFDD0";
/** In place of an inline tag, emphasis or an invisible character: separates nothing for a reader. */
export const markSign = "\uFDD1";
/** In place of code, which nothing may touch. */
export const codeSign = "\uFDD2";
/** In place of an e-mail address, which tells that a number beside it may be a person's. */
export const emailSign = "\uFDD4";
/** In place of a tag that carries a link. */
export const linkSign = "\uFDD3";

const literalRun = 0;
const atomRun = 1;
const fixedRun = 2;

export class ProjectionBuilder {
  readonly #parts: string[] = [];
  readonly #runs: number[] = [];
  readonly #codeSpans = new Map<number, string>();
  #width = 0;

  /** Text that stands in the source as it is, character by character; `text` may differ from it in characters, not in length. */
  literal(from: number, to: number, text: string): void {
    this.#add(from, to, text, literalRun);
  }

  /** An entity or escape: replaced as a whole or not at all. */
  atom(from: number, to: number, text: string): void {
    this.#add(from, to, text, atomRun);
  }

  /** Something that stays whatever is replaced around it: a tag, an address, code. */
  fixed(from: number, text: string): void {
    this.#add(from, from, text, fixedRun);
  }

  /** A short code span: hidden, but it may be what a label beside it names. */
  code(from: number, to: number, content: string): void {
    this.#codeSpans.set(this.#width, content);
    this.#add(from, to, codeSign.repeat(to - from), literalRun);
  }

  finish(): Projection {
    return { text: this.#parts.join(""), runs: this.#runs, codeSpans: this.#codeSpans };
  }

  #add(from: number, to: number, text: string, kind: number): void {
    if (text === "") return;
    this.#runs.push(this.#width, from, to, kind);
    this.#parts.push(text);
    this.#width += text.length;
  }
}

/** The source pieces of each range; the ranges must be sorted and apart, so that one walk over the runs is enough. */
export function toSourceRanges(
  projection: Projection,
  ranges: readonly { readonly start: number; readonly end: number }[],
): SourceRange[][] {
  const { runs, text } = projection;
  const result: SourceRange[][] = [];
  let run = 0;
  for (const { start, end } of ranges) {
    const pieces: SourceRange[] = [];
    while (run + 4 < runs.length && (runs[run + 4] ?? 0) <= start) run += 4;
    for (let at = run; at < runs.length; at += 4) {
      const first = runs[at] ?? 0;
      if (first >= end) break;
      const last = runs[at + 4] ?? text.length;
      const kind = runs[at + 3];
      if (kind === fixedRun) continue;
      const from = runs[at + 1] ?? 0;
      const to = runs[at + 2] ?? 0;
      const piece = kind === atomRun ? { from, to } : { from: from + Math.max(start - first, 0), to: from + Math.min(end, last) - first };
      const previous = pieces.at(-1);
      if (previous !== undefined && previous.to === piece.from) pieces[pieces.length - 1] = { from: previous.from, to: piece.to };
      else pieces.push(piece);
    }
    result.push(pieces);
  }
  return result;
}
