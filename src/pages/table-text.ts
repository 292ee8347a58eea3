import type { Block, Cell, RichText, Span, Table } from "./document.ts";

/** What a cell holds, as one text: its blocks, one a line. */
export function cellText(blocks: readonly Block[]): RichText {
  const lines = new Lines();
  for (const block of blocks) {
    const rich = block.type === "table" ? tableText(block.cells, block.grid) : block;
    if (rich.text !== "" || rich.spans.length > 0) lines.add(rich, rich.text === "" || lines.isEmpty ? "" : "\n");
  }
  return lines.joined();
}

/** Longer than any label or date that stands for several rows. */
const longestRepeated = 200;

/**
 * The rows of a table, one a line, cells divided by tabs. A short merged cell is repeated on every row that it covers, so that
 * a row can be read on its own; a long one is not, or a small file could make gigabytes of text.
 */
export function tableText(cells: readonly Cell[], grid: Table["grid"]): RichText {
  const lines = new Lines();
  const printed = new Set<number>();
  grid.forEach((row, r) => {
    row.forEach((index, column) => {
      const cell = cells[index];
      const divider = column > 0 ? "\t" : r > 0 ? "\n" : "";
      const isRepeated = printed.has(index);
      printed.add(index);
      if (!cell || (isRepeated && cell.text.length > longestRepeated)) lines.add({ text: "", spans: [] }, divider);
      else lines.add(isRepeated ? { text: cell.text, spans: [] } : cell, divider);
    });
  });
  return lines.joined();
}

/** Texts put behind each other, spans moved along. */
class Lines {
  readonly #parts: string[] = [];
  readonly #spans: Span[] = [];
  #length = 0;

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  joined(): RichText {
    return { text: this.#parts.join(""), spans: this.#spans };
  }

  add(rich: RichText, divider: string): void {
    const offset = this.#length + divider.length;
    this.#parts.push(divider, rich.text);
    this.#length = offset + rich.text.length;
    for (const span of rich.spans) this.#spans.push({ ...span, start: span.start + offset, end: span.end + offset });
  }
}
