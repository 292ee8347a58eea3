import type { Block, Document, Table } from "../../../src/pages/document.ts";
import { isBold } from "../../../src/pages/document.ts";

/**
 * A document as lines that a person can write by hand: `h2 Title`, `p text`, `- item`, `  2. nested item`, `- [x] task`, `code bash: text`,
 * a table with its rows, `=` for a place that a merged cell covers; `⏎` is a line break, `**…**` a text that is all bold,
 * `(note) ` a panel, `> ` a quote.
 */
export function outline(document: Document): string[] {
  return document.blocks.flatMap(linesOf);
}

function linesOf(block: Block): string[] {
  const frame = "> ".repeat(block.quote) + (block.panel === null ? "" : `(${block.panel}) `);
  const text = block.text.replaceAll("\n", "⏎");
  switch (block.type) {
    case "heading":
      return [`${frame}h${block.level} ${text}`];
    case "item": {
      const task = block.done === null ? "" : block.done ? "[x] " : "[ ] ";
      return [`${"  ".repeat(block.indent - 1)}${frame}${block.number === null ? "-" : `${block.number}.`} ${task}${text}`];
    }
    case "code":
      return [`${frame}code ${block.language === null ? "" : `${block.language}: `}${text}`];
    case "rule":
      return [`${frame}rule`];
    case "table":
      return [`${frame}table, ${block.headerRows} header row${block.headerRows === 1 ? "" : "s"}`, ...rowsOf(block)];
    default:
      return [`${frame}p ${isBold(block) ? `**${text}**` : text}`];
  }
}

function rowsOf(table: Table): string[] {
  const seen = new Set<number>();
  return table.grid.map((row) => {
    const cells = row.map((index) => {
      if (seen.has(index)) return "=";
      seen.add(index);
      return (table.cells[index]?.text ?? "").replaceAll("\n", "⏎");
    });
    return `| ${cells.join(" | ")} |`;
  });
}
