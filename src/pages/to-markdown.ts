import type { Block, Document, Item, Table } from "./document.ts";
import { inlineMarkdown } from "./inline-markdown.ts";

/**
 * Markdown (GFM) for people. Every character of a page that Markdown or HTML could take for markup is escaped, and links keep
 * only schemes that do nothing but lead somewhere, so that nothing of a wiki page can run on a site that shows it.
 */
export function toMarkdown(document: Pick<Document, "blocks">, blocks: readonly Block[] = document.blocks): string {
  const writer = new BlockWriter();
  for (const block of blocks) writer.add(block);
  return writer.text;
}

/** An item that may still hold what comes: its text starts `width` letters in from the border of its list. */
interface OpenItem {
  readonly indent: number;
  readonly width: number;
  readonly number: number | null;
  readonly mark: string;
}

class BlockWriter {
  readonly #parts: string[] = [];
  #open: OpenItem[] = [];
  #previous: Block | null = null;
  /** Whether the last item begins a list in the middle: only one that begins with 1 may stand right below a text. */
  #needsBlank = false;

  get text(): string {
    return this.#parts.join("");
  }

  add(block: Block): void {
    const previous = this.#previous;
    if (previous && previous.quote !== block.quote) this.#open = [];
    if (block.type === "item" && block.text === "" && block.spans.every((span) => span.kind !== "image")) return;
    const body = block.type === "item" ? this.#item(block) : this.#inItem(block, contentOf(block));
    if (body === "") return;
    const isTight = previous?.type === "item" && block.type === "item" && previous.quote === block.quote && !this.#needsBlank;
    this.#parts.push(previous === null ? "" : isTight ? "\n" : gap(previous.quote, block.quote), framed(body, block.quote));
    this.#previous = block;
  }

  #item(block: Item): string {
    const closed = this.#open.find((item) => item.indent === block.indent);
    this.#open = this.#open.filter((item) => item.indent < block.indent);
    const pad = this.#pad();
    // A list within an item that has no text of its own.
    const outer = this.#open.at(-1)?.indent ?? 0;
    for (let indent = outer + 1; indent < block.indent; indent += 1) this.#open.push({ indent, width: 2, number: null, mark: "-" });
    const mark = markOf(block.number, closed);
    const width = mark.length + 1;
    this.#needsBlank = block.number !== null && block.number !== 1 && closed?.number !== block.number - 1;
    const inner = " ".repeat(this.#pad().length + width);
    this.#open.push({ indent: block.indent, width, number: block.number, mark });
    const task = block.done === null ? "" : block.done ? "[x] " : "[ ] ";
    const text = inlineMarkdown(block, { lineBreak: "  \n", inTable: false });
    return `${pad}${"- ".repeat(Math.max(0, block.indent - outer - 1))}${mark} ${task}${text.replaceAll("\n", `\n${inner}`)}`;
  }

  #pad(): string {
    return " ".repeat(this.#open.reduce((sum, item) => sum + item.width, 0));
  }

  /** What stands in a list belongs to the item above it; what does not, ends the list. */
  #inItem(block: Block, content: string): string {
    this.#open = block.type === "heading" ? [] : this.#open.filter((item) => item.indent <= block.indent);
    const pad = this.#pad();
    return pad === "" ? content : content.replace(/^(?=.)/gm, pad);
  }
}

/**
 * The mark of an item. A list counts up from its first number whatever the others say, so an item that does not follow the one above it
 * begins a new list, which needs another mark.
 */
function markOf(number: number | null, before: OpenItem | undefined): string {
  if (number === null || number < 0 || number > 999_999_999) return "-";
  const follows = before?.number === number - 1;
  const lastSign = before?.mark.at(-1);
  const sign = lastSign === ")" ? (follows ? ")" : ".") : lastSign === "." && !follows ? ")" : ".";
  return `${number}${sign}`;
}

function contentOf(block: Exclude<Block, Item>): string {
  switch (block.type) {
    case "heading":
      // A closing sequence of `#` would be taken for decoration.
      return `${"#".repeat(block.level)} ${inlineMarkdown(block, { lineBreak: " ", inTable: false })}`.replace(/ (#+)$/, " \\$1");
    case "rule":
      return "---";
    case "code":
      return fenced(block.text, block.language ?? "");
    case "table":
      return tableMarkdown(block);
    default:
      return inlineMarkdown(block, { lineBreak: "  \n", inTable: false });
  }
}

/** A blank line, within the quotes that go on over it. */
function gap(before: number, after: number): string {
  const shared = Math.min(before, after);
  return shared === 0 ? "\n\n" : `\n${"> ".repeat(shared).trimEnd()}\n`;
}

function framed(text: string, quote: number): string {
  return quote === 0 ? text : text.replace(/^/gm, "> ".repeat(quote));
}

function fenced(text: string, language: string): string {
  const longest = (text.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  return `${fence}${language.replace(/[^\w#+-]/g, "")}\n${text}\n${fence}`;
}

function tableMarkdown(table: Table): string {
  const width = table.grid.reduce((most, row) => Math.max(most, row.length), 0);
  if (width === 0) return "";
  const cell = (row: number, column: number): string => {
    const content = table.cells[table.grid[row]?.[column] ?? -1];
    return content && !isCover(table, row, column) ? inlineMarkdown(content, { lineBreak: "<br>", inTable: true }) : "";
  };
  const lines = table.grid.map((line, row) => line.map((_, column) => cell(row, column)));
  const blank = Array.from({ length: width }, () => "");
  const head = table.headerRows > 0 ? (lines.shift() ?? blank) : blank;
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [row([...head, ...blank.slice(head.length)]), row(blank.map(() => "---")), ...lines.map(row)].join("\n");
}

/** Whether a merged cell was already printed above or to the left. */
function isCover(table: Table, row: number, column: number): boolean {
  const index = table.grid[row]?.[column] ?? -1;
  return table.grid[row]?.[column - 1] === index || table.grid[row - 1]?.[column] === index;
}
