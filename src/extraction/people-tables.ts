import type { Cell, Span, Table } from "../pages/document.ts";
import { linesOf } from "../pages/document.ts";
import { datesIn } from "./dates.ts";
import type { Lexicon } from "./lexicon/index.ts";
import { namesInLine, type PersonName, unique } from "./people.ts";

/** The people of a table, and whether marks say who of them came. */
export interface PeopleOfTable {
  readonly names: readonly PersonName[];
  /** A column of marks ("Present", or the day of the meeting) was read: such a table lists attendees even where no label says so. */
  readonly isMarked: boolean;
}

/**
 * The column whose header says so, else the first. Where a column of marks stands beside it, only rows that are marked count, and who stood in for
 * whom; of a table with a column for each meeting, the one of `day` (ISO) is read.
 */
export function peopleInTable(table: Table, words: Lexicon, day: string | null): PeopleOfTable {
  const headers = (table.grid[0] ?? []).map((index) => (table.cells[index]?.text ?? "").replace(/\s+/g, " ").trim().toLowerCase());
  const named = words.columns.people.name.map((pattern) => headers.findIndex((header) => pattern.test(header))).find((at) => at >= 0) ?? -1;
  const rows = table.grid.slice(Math.max(table.headerRows, named >= 0 ? 1 : 0));
  const cellOf = (row: readonly number[], column: number): Cell | undefined => (column < 0 ? undefined : table.cells[row[column] ?? -1]);
  const namesOf = (cell: Cell | undefined): PersonName[] =>
    cell ? linesOf(cell).flatMap((line) => (isStruck(line.spans, line.text) ? [] : namesInLine(line, "item", words))) : [];
  const { here, byProxy } = words.attendance;
  const mark = markOf(headers, rows, cellOf, words, day);
  if (mark === "none of these days") return { names: [], isMarked: true };
  const proxy = headers.findIndex((header) => words.columns.people.proxy.test(header));
  const column = Math.max(named, 0);
  const names = rows.flatMap((row) => {
    const said = (cellOf(row, mark)?.text ?? "").trim();
    const stoodIn = [...namesOf(cellOf(row, proxy)), ...(byProxy.test(said) ? namesOf(withoutProxyWord(cellOf(row, mark), byProxy)) : [])];
    return mark < 0 || here.test(said) ? [...namesOf(cellOf(row, column)), ...stoodIn] : stoodIn;
  });
  return { names: unique(names), isMarked: mark >= 0 && named >= 0 };
}

/** The column of marks, -1 where there is none. A column of other texts under such a header is none. */
function markOf(
  headers: readonly string[],
  rows: readonly (readonly number[])[],
  cellOf: (row: readonly number[], column: number) => Cell | undefined,
  words: Lexicon,
  day: string | null,
): number | "none of these days" {
  const { here, notHere, byProxy } = words.attendance;
  const holdsMarks = (column: number): boolean => {
    const values = rows.map((row) => (cellOf(row, column)?.text ?? "").trim());
    const marks = values.filter((value) => here.test(value) || notHere.test(value) || byProxy.test(value)).length;
    return values.some((value) => here.test(value)) && marks >= values.length * 0.7;
  };
  const marked = headers.findIndex((header, column) => words.columns.people.present.test(header) && holdsMarks(column));
  if (marked >= 0) return marked;
  const days = headers.flatMap((header, column) => {
    const found = monthAndDay(header, words);
    return found !== null && holdsMarks(column) ? [{ column, found }] : [];
  });
  if (days.length < 2 || day === null) return -1;
  return days.find(({ found }) => found === day.slice(5))?.column ?? "none of these days";
}

/** `09/16`, `2021-09-16`, `Sep 16, 2021` → `09-16`. */
function monthAndDay(header: string, words: Lexicon): string | null {
  const whole = datesIn(header, words)[0]?.edtf;
  if (whole?.length === 10) return whole.slice(5);
  const short = /^(\d{1,2})[/.-](\d{1,2})$/.exec(header);
  return short ? `${short[1]?.padStart(2, "0")}-${short[2]?.padStart(2, "0")}` : null;
}

function isStruck(spans: readonly Span[], text: string): boolean {
  return spans.some((span) => span.kind === "strike" && span.end - span.start >= text.trim().length);
}

function withoutProxyWord(cell: Cell | undefined, byProxy: RegExp): Cell | undefined {
  if (!cell) return undefined;
  const word = byProxy.exec(cell.text)?.[0].length ?? 0;
  // Blanks keep the offsets of the spans.
  return { ...cell, text: " ".repeat(word) + cell.text.slice(word).replace(/[()]/g, " ") };
}
