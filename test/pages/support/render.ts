import { Marked } from "marked";
import type { Block } from "../../../src/pages/document.ts";
import { parseHtml } from "../../../src/pages/parse-html.ts";
import { plainText } from "../../../src/pages/plain-text.ts";

const marked = new Marked({ gfm: true, async: false });

/** What a reader of GFM makes of a text. */
export function render(markdown: string): string {
  return marked.parse(markdown) as string;
}

/** The text that a reader sees, without white space. */
export function shownText(markdown: string): string {
  return squash(plainText(parseHtml(render(markdown))));
}

/** The text of blocks without white space, merged cells once. */
export function modelText(blocks: readonly Block[]): string {
  return squash(blocks.map(textOf).join("\n"));
}

function textOf(block: Block): string {
  if (block.type !== "table") return block.text;
  const isFirst = (row: number, column: number, index: number): boolean =>
    index >= 0 && block.grid[row]?.[column - 1] !== index && block.grid[row - 1]?.[column] !== index;
  return block.grid
    .flatMap((line, row) => line.map((index, column) => (isFirst(row, column, index) ? (block.cells[index]?.text ?? "") : "")))
    .join("\n");
}

function squash(text: string): string {
  return text.replace(/\s+/g, "");
}
