import type { Cell, RichText, Table } from "../pages/document.ts";
import { columnHeaders, linesOf } from "../pages/document.ts";
import { withoutTail } from "../pages/trim.ts";
import { parseCost } from "./costs.ts";
import { datesIn } from "./dates.ts";
import type { CourseFacts } from "./facts.ts";
import { headingOf, type PageView, quoteOf } from "./view.ts";

/** The courses of tables that have a column for the course and one for its cost or provider. */
export function readCourses(view: PageView): CourseFacts[] {
  return view.document.blocks.flatMap((block) => (block.type === "table" ? inTable(block, view) : []));
}

function inTable(table: Table, view: PageView): CourseFacts[] {
  const headers = columnHeaders(table).map((header) => header.replace(/\s+/g, " ").trim().toLowerCase());
  const words = view.words.columns.courses;
  const column = (pattern: RegExp): number => headers.findIndex((header) => pattern.test(header));
  const columns = {
    title: column(words.title),
    provider: column(words.provider),
    cost: column(words.cost),
    updated: column(words.updated),
    notes: column(words.notes),
  };
  // "Course | Level | Dates | Register": a list of courses all the same.
  const isOffer = headers.some((header) => words.offer.test(header));
  if (columns.title < 0 || (columns.cost < 0 && columns.provider < 0 && !isOffer)) return [];
  const heading = headingOf(view.document, table);
  return table.grid.slice(table.headerRows).flatMap((row) => {
    const cell = (index: number): Cell | undefined => (index < 0 ? undefined : table.cells[row[index] ?? -1]);
    return inRow(
      {
        title: cell(columns.title),
        provider: cell(columns.provider),
        cost: cell(columns.cost),
        updated: cell(columns.updated),
        notes: cell(columns.notes),
      },
      heading,
      view,
    );
  });
}

interface CourseRow {
  readonly title: Cell | undefined;
  readonly provider: Cell | undefined;
  readonly cost: Cell | undefined;
  readonly updated: Cell | undefined;
  readonly notes: Cell | undefined;
}

/** One course a row; a cell that lists several links holds several, whose costs stand in the same order. */
function inRow(row: CourseRow, heading: string | null, view: PageView): CourseFacts[] {
  if (!row.title || row.title.text.trim() === "") return [];
  const titles = titlesOf(row.title);
  const costs = (row.cost?.blocks ?? [])
    .flatMap((block) => linesOf(block))
    .map((line) => line.text.trim())
    .filter((text) => text !== "");
  const wholeCost = row.cost?.text.replace(/\s+/g, " ").trim() ?? "";
  return titles.map((title, index) => {
    const cost = titles.length > 1 && costs.length === titles.length ? (costs[index] ?? "") : wholeCost;
    const notes = [title.rest, row.notes?.text.trim() ?? ""].filter((text) => text !== "").join("; ");
    return {
      title: title.name,
      provider: row.provider?.text.replace(/\s+/g, " ").trim() || null,
      url: title.href,
      cost: parseCost(cost),
      updatedOn: datesIn(row.updated?.text ?? "", view.words)[0]?.edtf ?? null,
      notes: notes === "" ? null : notes,
      available: view.words.courses.unavailable.test(notes) ? false : null,
      witness: { quote: quoteOf(row.title?.text ?? title.name), heading, rule: "table of courses" },
    };
  });
}

function titlesOf(cell: Cell): { name: string; href: string | null; rest: string }[] {
  const linked = cell.blocks.flatMap((block) => linesOf(block)).flatMap((line) => linkedTitle(line));
  if (linked.length > 0) return linked;
  return [{ ...apart(cell.text.replace(/\s+/g, " ").trim()), href: null }];
}

function linkedTitle(line: RichText): { name: string; href: string | null; rest: string }[] {
  const links = line.spans.filter((span) => span.kind === "link" && span.end - span.start > 3);
  const link = links[0];
  if (!link) return [];
  const name = line.text.slice(link.start, link.end).trim();
  const rest = withoutTail(line.text.slice(0, link.start) + line.text.slice(link.end), /[\s()–—:-]/).replace(/^[\s()–—:-]+/, "");
  return [{ name, href: link.href ?? null, rest }];
}

/** "Name (remark)" → both. */
function apart(text: string): { name: string; rest: string } {
  const cut = /^(.{4,}?)\s*\(([^)]{1,120})\)\s*$/.exec(text);
  return cut ? { name: cut[1] ?? text, rest: cut[2] ?? "" } : { name: text, rest: "" };
}
