import type { Cell, RichText, Table } from "../pages/document.ts";
import { columnHeaders, isBold, linesOf } from "../pages/document.ts";
import type { Role } from "../records/index.ts";
import { datesIn } from "./dates.ts";
import type { TermFacts } from "./facts.ts";
import { bareGroupName, groupKindOf, kindBehindNames } from "./group-names.ts";
import { groupColumns, groupOfCells } from "./group-tables.ts";
import { firstMatch } from "./lexicon/index.ts";
import { namesInLine } from "./people.ts";
import { roleIn } from "./roles.ts";
import { termDates } from "./term-dates.ts";
import { behindName } from "./terms-of-names.ts";
import { headingOf, type PageView, quoteOf } from "./view.ts";

/** Tables with a column for the name and one for the role, or a column for each office; perhaps one for the group. */
export function termsInTables(view: PageView): TermFacts[] {
  return view.document.blocks.flatMap((block) => (block.type === "table" ? inTable(block, view) : []));
}

interface Office {
  readonly column: number;
  /** Null where another column says it. */
  readonly role: Role | null;
}

interface Columns {
  readonly offices: readonly Office[];
  readonly role: number;
  readonly group: number;
  /** The header of the group's column, as printed. */
  readonly groupHeader: string;
  readonly since: number;
  readonly until: number;
  readonly term: number;
}

function columnsOf(table: Table, view: PageView): Columns | null {
  const printed = columnHeaders(table).map((header) => header.trim());
  const headers = printed.map((header) => header.toLowerCase());
  const words = view.words.columns.leaders;
  const column = (pattern: RegExp): number => headers.findIndex((header) => pattern.test(header));
  const [role, named, group] = [column(words.role), column(words.name), column(words.group)];
  const offices =
    role >= 0 && named >= 0
      ? [{ column: named, role: null }]
      : headers.flatMap((header, at) => {
          const office = at !== group && words.office.test(header) ? roleIn(header, view) : null;
          return office === null ? [] : [{ column: at, role: office }];
        });
  if (offices.length === 0) return null;
  const times = { since: column(words.since), until: column(words.until), term: column(words.term) };
  // "Work item | Lead": what the rows are about is no group, and who leads it does not lead the page's.
  const isOther = group < 0 && role < 0 && offices.every((office) => office.column > 0) && !Object.values(times).includes(0);
  if (isOther && !words.number.test(headers[0] ?? "") && groupColumns(table, view.words) === null) return null;
  return { offices, role, group, groupHeader: printed[group] ?? "", ...times };
}

function inTable(table: Table, view: PageView): TermFacts[] {
  const columns = columnsOf(table, view);
  if (columns === null) return [];
  const listing = groupColumns(table, view.words);
  const rows = table.grid.slice(table.headerRows);
  const textOf = (row: readonly number[], at: number): string => (at < 0 ? "" : (table.cells[row[at] ?? -1]?.text ?? "").trim());
  const lastYear = Math.max(...rows.map((row) => Number(yearAlone.exec(textOf(row, columns.term))?.[0] ?? 0)));
  return rows.flatMap((row) => {
    const text = (at: number): string => textOf(row, at);
    const ofRow = groupOfRow(text(columns.group), columns.groupHeader, text(columns.role), view);
    const group = ofRow === "" && listing ? (groupOfCells(text(listing.name), text(listing.type), listing, view.words)?.name ?? "") : ofRow;
    if (group === "") return [];
    const span = ofYear(text(columns.term), lastYear) ?? termDates(text(columns.term), view);
    const [since, until] = [columns.since, columns.until].map((at) => dateOf(text(at), view));
    return columns.offices.flatMap((office) => {
      const cell = table.cells[row[office.column] ?? -1];
      const role = office.role ?? roleIn(text(columns.role), view);
      if (!cell || role === null) return [];
      return holdersIn(cell, view).map(({ person, behind }) => {
        const said = termDates(behind, view);
        return {
          group,
          person,
          role,
          start: since ?? span.start ?? said.start,
          end: until ?? span.end ?? said.end,
          witness: { quote: quoteOf(cell.text), heading: headingOf(view.document, table), rule: "table of leads" },
        };
      });
    });
  });
}

const yearAlone = /^(?:19|20)\d{2}$/;

/** "2021" in a column of years: to its end where the table goes on with a later one, else from then on. */
function ofYear(text: string, lastYear: number): { start: string; end: string | null } | null {
  return yearAlone.test(text) ? { start: text, end: Number(text) < lastYear ? text : null } : null;
}

function dateOf(text: string, view: PageView): string | null {
  return datesIn(text, view.words)[0]?.edtf ?? yearAlone.exec(text)?.[0] ?? null;
}

/** The people of a cell: of a bold or linked name over the line that says where the person works, the name. */
function holdersIn(cell: Cell, view: PageView): { person: TermFacts["person"]; behind: string }[] {
  const lines = linesOf(cell).filter((line) => line.text !== "");
  const marked = lines.filter((line) => isBold(line) || line.spans.some((span) => span.kind === "mention"));
  return (marked.length > 0 ? marked : lines).flatMap((line: RichText) => {
    const people = line.text.includes(":") ? [] : namesInLine(line, "line", view.words);
    return people.map((person, index) => ({ person, behind: behindName(line.text, person.name, people[index + 1]?.name) }));
  });
}

/** The group that a row names in its own column ("Tide Gauge" below "Subgroup") or in the role ("Lead, Tide Gauge Subgroup"); null for the page's own, "" where it cannot be told. */
function groupOfRow(value: string, header: string, role: string, view: PageView): string | null {
  const inRole = firstMatch(view.words.leaders.ofGroup, role)?.[1];
  if (inRole !== undefined && groupKindOf(inRole, view.words) !== null) return bareGroupName(inRole);
  if (value === "") return header === "" ? null : "";
  const named = bareGroupName(value);
  if (groupKindOf(named, view.words) !== null) return named;
  const kind = kindBehindNames(header, view.words);
  return kind === null ? "" : `${named} ${kind}`;
}
