import type { Block, Cell, Document, RichText, Table } from "../pages/document.ts";
import { headingsOver, isBold, linesOf, slice } from "../pages/document.ts";
import type { RawEnvelope } from "../pages/raw.ts";
import { withoutTail } from "../pages/trim.ts";
import { defaultLexicon, type Lexicon, perLexicon } from "./lexicon/index.ts";

/**
 * A label with what belongs to it: a heading with its section, a bold line that plays a heading, or "Label: value".
 */
export interface Labelled {
  /** As printed, without the colon. */
  readonly label: string;
  /** Lower case, white space folded: what lexicon patterns are tested against. */
  readonly folded: string;
  /** What follows on the same line or in the same block, line by line. */
  readonly inline: readonly RichText[];
  /** What follows in blocks. */
  readonly blocks: readonly Block[];
  readonly isHeading: boolean;
  /** Whether the line is nothing but the label. */
  readonly standsAlone: boolean;
  /** Index of the block that holds the label. */
  readonly index: number;
}

/** What rules ask of a page beside its text. */
export type ViewedPage = Pick<
  RawEnvelope,
  "title" | "contentType" | "spaceName" | "isHome" | "parents" | "createdOn" | "modifiedOn" | "attachments"
>;

/** A page as the rules see it: parsed once, labels found once. */
export interface PageView {
  readonly page: ViewedPage;
  readonly document: Document;
  readonly words: Lexicon;
  readonly labels: readonly Labelled[];
}

export function viewOf(page: ViewedPage, document: Document): PageView {
  return { page, document, words: defaultLexicon, labels: labelsOf(document, defaultLexicon) };
}

const maxLabel = 90;

export function foldLabel(text: string): string {
  const folded = text.replace(/[\s\u00a0]+/g, " ").replace(/^[\s\d.)#*•–—-]{0,6}(?=\p{L})/u, "");
  return withoutTail(folded, /[\s:：*.–—-]/)
    .trim()
    .toLowerCase();
}

function labelsOf(document: Document, words: Lexicon): Labelled[] {
  const { blocks } = document;
  const found: Labelled[] = [];
  blocks.forEach((block, index) => {
    if (block.type === "heading") {
      const cut = block.text.search(/[:：]/);
      const isField = isFieldInHeading(block, cut, words);
      const label = isField ? block.text.slice(0, cut) : block.text.replace(/[:：]\s*$/, "");
      found.push({
        label,
        folded: foldLabel(label),
        inline: isField ? [trimmed(slice(block, cut + 1, block.text.length))] : [],
        blocks: section(blocks, index, block.level),
        isHeading: true,
        standsAlone: !isField,
        index,
      });
    } else if (block.type === "table") {
      found.push(...fieldsOf(block, index, words));
    } else if (block.type === "paragraph" || block.type === "item") {
      found.push(...lineLabels(blocks, index, block, words));
    }
  });
  return found;
}

/**
 * "Attendees: Ann Lee Bo Chen", all in one heading: linked people are no words of a heading. "Submitted by: Ann Lee" says itself that a value follows.
 */
function isFieldInHeading(block: RichText, cut: number, words: Lexicon): boolean {
  if (cut <= 0 || block.text.slice(cut + 1).trim() === "") return false;
  return (
    block.spans.some((span) => span.kind === "mention" && span.start > cut) ||
    words.labels.headingField.test(block.text.slice(0, cut).trim())
  );
}

/** "Chair | Ann Lee": the rows of a table with two columns, the first of which names fields. An office is one by its own words. */
function fieldsOf(table: Table, index: number, words: Lexicon): Labelled[] {
  const rows = table.grid.map((row) => [...new Set(row)].flatMap((at) => table.cells[at] ?? []));
  const offices = rows.filter((cells) => cells.length === 2 && words.leaders.label.test(foldLabel(cells[0]?.text ?? "")));
  const named = rows.filter((cells) => cells.length === 2 && isFieldName(cells[0]));
  const isHeaded = table.headerRows > 0 && !rows.every((cells) => cells[0]?.header);
  const isForm = !isHeaded && named.length >= 2 && named.length >= rows.length * 0.7;
  const fields = isForm ? named : isHeaded && !offices.includes(rows[0] ?? []) ? [] : offices;
  return fields.flatMap(([name, value]) => {
    if (!name || !value) return [];
    const label = name.text.replace(/[\s:：]+$/, "").trim();
    const inline = linesOf(value).filter((line) => line.text !== "");
    return [{ label, folded: foldLabel(label), inline, blocks: [], isHeading: false, standsAlone: false, index }];
  });
}

function isFieldName(cell: Cell | undefined): boolean {
  if (!cell || cell.text === "" || cell.text.length > 60 || cell.text.includes("\n")) return false;
  return cell.header || isBold(cell) || /[:：]\s*$/.test(cell.text);
}

/** The blocks below a heading, up to the next one of its level or above. */
function section(blocks: readonly Block[], index: number, level: number): Block[] {
  let end = index + 1;
  for (let next = blocks[end]; next && !(next.type === "heading" && next.level <= level); next = blocks[end]) end += 1;
  return blocks.slice(index + 1, end);
}

interface LineLabel {
  readonly label: string;
  readonly rest: RichText | null;
  readonly standsAlone: boolean;
}

/** How a line begins with a label, or null. */
function readLabel(line: RichText, words: Lexicon): LineLabel | null {
  const { text } = line;
  if (text.length === 0) return null;
  // A bold link on a line of its own is what a label leads to, not a label.
  if (line.spans.some((span) => span.kind === "link" && span.start === 0 && span.end === text.length)) return null;
  const field = /^([^:：]{3,40})[:：]\s*(\S.*)$/.exec(text);
  if (field && isBold(line) && words.labels.boldField.test(field[1] ?? "")) {
    return { label: field[1] ?? "", rest: trimmed(slice(line, (field[1] ?? "").length + 1, text.length)), standsAlone: false };
  }
  if (text.length <= maxLabel && isBold(line)) return { label: text.replace(/[\s:：]+$/, ""), rest: null, standsAlone: true };
  // A heading typed as Markdown: "## Project Health".
  const typed = /^#{1,4} +(\S.*)$/.exec(text)?.[1];
  if (typed !== undefined && typed.length <= maxLabel && !typed.includes("\n"))
    return { label: typed.replace(/[\s:：]+$/, ""), rest: null, standsAlone: true };
  if (text.length < 30 && words.labels.plain.test(foldLabel(text))) return { label: text, rest: null, standsAlone: true };
  const cut = text.search(/[:：]/);
  const bold = line.spans.find((span) => span.kind === "strong" && span.start === 0 && span.end > 1);
  if (
    bold &&
    bold.end <= maxLabel &&
    bold.end < text.length &&
    (cut === bold.end || cut === bold.end - 1 || text[bold.end] === " " || text[bold.end] === "\n")
  ) {
    const from = cut === bold.end ? bold.end + 1 : bold.end;
    return { label: text.slice(0, bold.end).replace(/[\s:：]+$/, ""), rest: trimmed(slice(line, from, text.length)), standsAlone: false };
  }
  if (cut < 2 || cut > 60 || /^\/\//.test(text.slice(cut + 1))) return null;
  const rest = trimmed(slice(line, cut + 1, text.length));
  return { label: text.slice(0, cut), rest: rest.text === "" ? null : rest, standsAlone: rest.text === "" };
}

function trimmed(rich: RichText): RichText {
  const start = rich.text.length - rich.text.trimStart().length;
  return slice(rich, start, rich.text.trimEnd().length);
}

function lineLabels(blocks: readonly Block[], index: number, block: Block, words: Lexicon): Labelled[] {
  const lines = linesOf(block).flatMap((line) => dividedFields(line, words));
  const read = lines.map((line) => readLabel(line, words));
  const only = lines.length === 1 ? lines[0] : undefined;
  // A short entry with entries of its own is a label: "New co-chairs" over three names.
  if (only && !read[0] && block.type === "item" && only.text.length <= maxLabel && only.text !== "" && isOver(blocks, index, block)) {
    read[0] = { label: only.text, rest: null, standsAlone: true };
  }
  const found: Labelled[] = [];
  read.forEach((label, at) => {
    if (!label) return;
    let end = at + 1;
    while (end < lines.length && !read[end]) end += 1;
    const inline = [
      ...(label.rest && label.rest.text !== "" ? [label.rest] : []),
      ...lines.slice(at + 1, end).filter((line) => line.text !== ""),
    ];
    const isLast = end === lines.length;
    found.push({
      label: label.label,
      folded: foldLabel(label.label),
      inline,
      blocks: isLast ? behind(blocks, index, block, words) : [],
      isHeading: false,
      standsAlone: label.standsAlone,
      index,
    });
  });
  return found;
}

const nextField = perLexicon(
  ({ labels }) => new RegExp(String.raw`(?<=\S)[ \u00a0.;|]{1,6}(?=(?:${labels.onOneLine.source})\s?[:：]\s)`, "giu"),
);

/** "Chair: Ann Lee  Scribe: Bo Chen": two fields on one line are two lines. */
function dividedFields(line: RichText, words: Lexicon): RichText[] {
  if (line.text.length > 400 || !/^[^:：]{2,30}[:：]/.test(line.text)) return [line];
  const pieces: RichText[] = [];
  let start = 0;
  for (const match of line.text.matchAll(nextField(words))) {
    // "Vice Chair:" is one label, not a word before "Chair:".
    if (!/[:：]/.test(line.text.slice(start, match.index))) continue;
    pieces.push(slice(line, start, match.index));
    start = match.index + match[0].length;
  }
  return start === 0 ? [line] : [...pieces, slice(line, start, line.text.length)];
}

function isOver(blocks: readonly Block[], index: number, block: Block): boolean {
  const next = blocks[index + 1];
  return next?.type === "item" && next.indent > block.indent;
}

/** What follows a label within a text: deeper list items; behind a paragraph all up to the next heading or label that stands alone. */
function behind(blocks: readonly Block[], index: number, block: Block, words: Lexicon): Block[] {
  const found: Block[] = [];
  for (let at = index + 1; at < blocks.length; at += 1) {
    const next = blocks[at];
    if (!next || next.type === "heading" || next.type === "rule" || next.quote < block.quote) break;
    if (
      block.type === "item"
        ? next.indent <= block.indent && !(next.type === "paragraph" && next.indent === block.indent)
        : next.type === "paragraph" && next.indent <= block.indent && startsWithLabel(next, words)
    )
      break;
    found.push(next);
  }
  return found;
}

function startsWithLabel(block: RichText, words: Lexicon): boolean {
  const first = linesOf(block)[0];
  const label = first ? readLabel(first, words) : null;
  return label !== null && (label.standsAlone || first?.spans[0]?.kind === "strong");
}

/** The nearest heading over a block, or null. */
export function headingOf(document: Document, block: Block): string | null {
  return headingsOver(document, block).at(-1)?.text ?? null;
}

const maxQuote = 240;

/** A verbatim piece of a text, at most 240 characters, cut at a blank. */
export function quoteOf(text: string, around = 0): string {
  if (text.length <= maxQuote) return text;
  let start = Math.max(0, Math.min(around - 60, text.length - maxQuote));
  if (start > 0) start = text.indexOf(" ", start) + 1 || start;
  const piece = text.slice(start, start + maxQuote);
  if (start + maxQuote >= text.length) return piece;
  const cut = piece.lastIndexOf(" ");
  return cut > 120 ? piece.slice(0, cut) : piece;
}
