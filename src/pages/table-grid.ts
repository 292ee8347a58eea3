import type { AnyNode, Element } from "domhandler";
import { isHidden } from "./html-forms.ts";

interface CellNode {
  readonly element: Element;
  readonly header: boolean;
  readonly rowSpan: number;
  readonly colSpan: number;
}

export interface TableGrid {
  /** The cells in reading order. */
  readonly cells: readonly CellNode[];
  readonly grid: number[][];
  readonly headerRows: number;
  /** What stands in the table outside of its cells: a caption, and what a browser would move in front of the table. */
  readonly strays: readonly AnyNode[];
  /** False where the table claims more places than any honest one, and its cells past the limit have no place. */
  readonly isWhole: boolean;
}

const maxSpan = 1000;
/** Bounds what one table can cost: places that cells cover, and places of the full rectangle. */
const maxPlaces = 200_000;
const maxArea = 2_000_000;

/** The cells of a table (not those of tables within it) with spans resolved. Rows that are too short end in -1. */
export function gridOf(table: Element): TableGrid {
  const rows: CellNode[][] = [];
  const inHead: boolean[] = [];
  const strays: AnyNode[] = [];
  collect(table, false, { rows, inHead, strays }, 0);
  const { grid, isWhole } = placed(rows);
  const width = grid.reduce((most, line) => Math.max(most, line.length), 0);
  const isPadded = width * rows.length <= maxArea;
  const full = grid.map((line) => Array.from({ length: isPadded ? width : line.length }, (_, column) => line[column] ?? -1));
  let headerRows = 0;
  while (headerRows < rows.length && isHeaderRow(rows[headerRows] ?? [], inHead[headerRows] ?? false)) headerRows += 1;
  // A table of nothing but header cells is a table of values that someone set in bold: its first row names the columns.
  if (headerRows === rows.length && rows.length > 1 && !inHead.every(Boolean)) headerRows = 1;
  return { cells: rows.flat(), grid: full, headerRows, strays, isWhole };
}

function placed(rows: readonly (readonly CellNode[])[]): { grid: number[][]; isWhole: boolean } {
  const grid: number[][] = rows.map(() => []);
  let index = 0;
  let places = 0;
  rows.forEach((cells, r) => {
    let column = 0;
    for (const cell of cells) {
      const line = grid[r] ?? [];
      while (line[column] !== undefined) column += 1;
      for (let dr = 0; dr < cell.rowSpan && r + dr < rows.length && places < maxPlaces; dr += 1) {
        const target = grid[r + dr] ?? [];
        for (let dc = 0; dc < cell.colSpan && places < maxPlaces; dc += 1, places += 1) {
          if (target[column + dc] === undefined) target[column + dc] = index;
        }
      }
      column += cell.colSpan;
      index += 1;
    }
  });
  return { grid, isWhole: places < maxPlaces };
}

function isHeaderRow(cells: readonly CellNode[], inHead: boolean): boolean {
  return cells.length > 0 && (inHead || cells.every((cell) => cell.header));
}

interface Collected {
  readonly rows: CellNode[][];
  readonly inHead: boolean[];
  readonly strays: AnyNode[];
}

function collect(parent: Element, inHead: boolean, found: Collected, depth: number): void {
  for (const child of parent.children) {
    if (child.type === "text" && child.data.trim() !== "") found.strays.push(child);
    if (child.type !== "tag" || child.name === "colgroup" || child.name === "col" || isHidden(child)) continue;
    if (child.name === "tr") {
      found.rows.push(cellsOf(child, found.strays));
      found.inHead.push(inHead);
    } else if (depth < 3 && (child.name === "thead" || child.name === "tbody" || child.name === "tfoot"))
      collect(child, child.name === "thead", found, depth + 1);
    else found.strays.push(child);
  }
}

function cellsOf(row: Element, strays: AnyNode[]): CellNode[] {
  const cells: CellNode[] = [];
  for (const child of row.children) {
    if (child.type === "tag" && (child.name === "td" || child.name === "th")) {
      cells.push({
        element: child,
        header: child.name === "th",
        rowSpan: spanOf(child.attribs.rowspan, true),
        colSpan: spanOf(child.attribs.colspan, false),
      });
    } else if (child.type === "tag" || (child.type === "text" && child.data.trim() !== "")) strays.push(child);
  }
  return cells;
}

/** `rowspan="0"` means: to the end of the table. */
function spanOf(text: string | undefined, mayBeZero: boolean): number {
  const value = Number.parseInt(text ?? "1", 10);
  if (mayBeZero && value === 0) return maxSpan;
  return Number.isFinite(value) && value > 0 ? Math.min(value, maxSpan) : 1;
}
