import type { Element } from "domhandler";

interface CellNode {
  readonly element: Element;
  readonly header: boolean;
  readonly rowSpan: number;
  readonly colSpan: number;
}

const maxSpan = 200;
const maxPlaces = 100_000;

/** The cells of a table (not those of tables within it) with spans resolved. Rows that are too short end in -1. */
export function gridOf(table: Element): { rows: CellNode[][]; grid: number[][]; headerRows: number } {
  const rows: CellNode[][] = [];
  const inHead: boolean[] = [];
  collect(table, false, rows, inHead);
  const grid: number[][] = rows.map(() => []);
  let index = 0;
  let places = 0;
  rows.forEach((cells, r) => {
    let column = 0;
    for (const cell of cells) {
      const line = grid[r] ?? [];
      while (line[column] !== undefined) column += 1;
      for (let dr = 0; dr < cell.rowSpan && r + dr < rows.length; dr += 1) {
        for (let dc = 0; dc < cell.colSpan && places < maxPlaces; dc += 1, places += 1) {
          const target = grid[r + dr];
          if (target && target[column + dc] === undefined) target[column + dc] = index;
        }
      }
      column += cell.colSpan;
      index += 1;
    }
  });
  const width = grid.reduce((most, line) => Math.max(most, line.length), 0);
  const full = grid.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? -1));
  let headerRows = 0;
  while (headerRows < rows.length && isHeaderRow(rows[headerRows] ?? [], inHead[headerRows] ?? false)) headerRows += 1;
  return { rows, grid: full, headerRows: headerRows === rows.length && rows.length > 1 && !inHead.every(Boolean) ? 1 : headerRows };
}

function isHeaderRow(cells: readonly CellNode[], inHead: boolean): boolean {
  return cells.length > 0 && (inHead || cells.every((cell) => cell.header));
}

function collect(parent: Element, inHead: boolean, rows: CellNode[][], heads: boolean[]): void {
  for (const child of parent.children) {
    if (child.type !== "tag") continue;
    if (child.name === "tr") {
      rows.push(cellsOf(child));
      heads.push(inHead);
    } else if (child.name === "thead" || child.name === "tbody" || child.name === "tfoot")
      collect(child, child.name === "thead", rows, heads);
  }
}

function cellsOf(row: Element): CellNode[] {
  const cells: CellNode[] = [];
  for (const child of row.children) {
    if (child.type !== "tag" || (child.name !== "td" && child.name !== "th")) continue;
    const header = child.name === "th" && !/numberingColumn/.test(child.attribs.class ?? "");
    cells.push({ element: child, header, rowSpan: spanOf(child.attribs.rowspan), colSpan: spanOf(child.attribs.colspan) });
  }
  return cells;
}

function spanOf(text: string | undefined): number {
  const value = Number.parseInt(text ?? "1", 10);
  return Number.isFinite(value) && value > 0 ? Math.min(value, maxSpan) : 1;
}
