// The one model in which every source form ends: blocks in reading order, each knowing where it stands. Rules ask the model, never HTML or Markdown.

export type SpanKind = "link" | "mention" | "image" | "date" | "status" | "strong" | "emphasis" | "strike" | "code";

/** Something inside a text: `[start, end)` in UTF-16 units of the block's text. An image is a point: `start === end`. */
export interface Span {
  readonly kind: SpanKind;
  readonly start: number;
  readonly end: number;
  /** Link target or image source, as printed. */
  readonly href?: string;
  /** Account of a mention (id, key or user name), ISO day of a date, description of an image. */
  readonly value?: string;
}

/** White space is folded to single blanks; a line break within the block is `\n`. A quote is a slice of this text. */
export interface RichText {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** Where a block stands. */
export interface Place {
  /** Indexes of the open headings in the document's blocks, outermost first. */
  readonly trail: readonly number[];
  /** How many lists the block stands in. */
  readonly indent: number;
  /** How many block quotes the block stands in. */
  readonly quote: number;
  /** Kind of panel (`info`, `note`, `expand`, `panel` …), or null. */
  readonly panel: string | null;
}

export interface Heading extends RichText, Place {
  readonly type: "heading";
  readonly level: number;
}
export interface Paragraph extends RichText, Place {
  readonly type: "paragraph";
}
export interface Item extends RichText, Place {
  readonly type: "item";
  /** The printed number of an ordered item, else null. */
  readonly number: number | null;
  /** Whether a task is done; null where the item is no task. */
  readonly done: boolean | null;
}
export interface Code extends RichText, Place {
  readonly type: "code";
  readonly language: string | null;
}
export interface Rule extends RichText, Place {
  readonly type: "rule";
}
export interface Cell extends RichText {
  readonly blocks: readonly Block[];
  readonly header: boolean;
  readonly rowSpan: number;
  readonly colSpan: number;
}
export interface Table extends RichText, Place {
  readonly type: "table";
  readonly cells: readonly Cell[];
  /** Rows of columns, spans resolved: the index of the cell that covers the place, or -1. */
  readonly grid: readonly (readonly number[])[];
  /** How many rows at the top hold headers only. */
  readonly headerRows: number;
}
export type Block = Heading | Paragraph | Item | Code | Rule | Table;

/** Something of the page that the model could not keep, by name, with how often it came. */
export type Losses = ReadonlyMap<string, number>;

/** What a page shows of another one, which says it itself. */
export interface Inclusion {
  /** The title of the other page. */
  readonly text: string;
  readonly href: string;
}

export interface Document {
  readonly blocks: readonly Block[];
  /** True where the form cannot say cell borders: converted Markdown runs the cells of a table together. */
  readonly flattensTables: boolean;
  readonly losses: Losses;
  /** The pages whose content the page shows, as far as the form names them. Nothing of it is among the blocks. */
  readonly includes: readonly Inclusion[];
}

/** The headings over a block, outermost first. */
export function headingsOver(document: Document, block: Block): Heading[] {
  return block.trail.flatMap((index) => {
    const heading = document.blocks[index];
    return heading?.type === "heading" ? [heading] : [];
  });
}

/** The texts of the first header row by column, or `[]`. */
export function columnHeaders(table: Table): string[] {
  if (table.headerRows === 0) return [];
  return (table.grid[0] ?? []).map((index) => table.cells[index]?.text ?? "");
}

/** Every block in reading order, those in table cells after their table. */
export function* allBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === "table") for (const cell of block.cells) yield* allBlocks(cell.blocks);
  }
}

/** Whether the whole text is printed bold: such a line often plays a heading. */
export function isBold(block: RichText): boolean {
  if (block.text.length === 0) return false;
  let bold = 0;
  for (const span of block.spans) if (span.kind === "strong") bold += span.end - span.start;
  return bold >= block.text.replace(/[\s:]+/g, "").length && bold > 0;
}

/** The lines of a block with their spans, moved to the line. */
export function linesOf(rich: RichText): RichText[] {
  if (!rich.text.includes("\n")) return [rich];
  const lines: { text: string; spans: Span[] }[] = rich.text.split("\n").map((text) => ({ text, spans: [] }));
  const starts: number[] = [];
  let start = 0;
  for (const { text } of lines) {
    starts.push(start);
    start += text.length + 1;
  }
  // Span by span, not line by line: a text may have thousands of both.
  for (const span of rich.spans) {
    for (let at = lineAt(starts, span.start); at < lines.length; at += 1) {
      const line = lines[at];
      const from = starts[at] ?? 0;
      if (!line || from > span.end) break;
      const to = from + line.text.length;
      const inside = span.start === span.end ? span.start >= from && span.start <= to : span.start < to && span.end > from;
      if (inside) line.spans.push({ ...span, start: Math.max(span.start, from) - from, end: Math.min(span.end, to) - from });
    }
  }
  return lines;
}

/** The line that a position lies in. */
function lineAt(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The piece `[start, end)` of a text with the spans that lie in it, cut to fit. */
export function slice(rich: RichText, start: number, end: number): RichText {
  const spans: Span[] = [];
  for (const span of rich.spans) {
    const inside = span.start === span.end ? span.start >= start && span.start <= end : span.start < end && span.end > start;
    if (inside) spans.push({ ...span, start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start });
  }
  return { text: rich.text.slice(start, end), spans };
}
