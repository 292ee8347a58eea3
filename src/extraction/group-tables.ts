import type { Block, Cell, Paragraph, Table } from "../pages/document.ts";
import { columnHeaders, linesOf } from "../pages/document.ts";
import type { PageKind } from "../records/index.ts";
import type { GroupMention } from "./facts.ts";
import { statesOfLists } from "./group-lists.ts";
import { mention, stateWord } from "./group-mentions.ts";
import { groupKindOf } from "./group-names.ts";
import type { Lexicon } from "./lexicon/index.ts";
import { type ListedKind, type ListedName, listedKind, listedName } from "./listed-groups.ts";
import { headingOf, type PageView, quoteOf } from "./view.ts";

/** The groups that tables of groups list: one column names them, others tell who leads them, what they do or how they stand. */
export function groupsInTables(view: PageView, kind: PageKind): GroupMention[] {
  // What a table of a meeting or a report lists are its topics.
  if (kind === "meeting" || kind === "log" || kind === "report" || view.words.titles.template.test(view.page.title)) return [];
  if (view.words.titles.candidacy.test(view.page.title)) return [];
  const states = statesOfLists(view);
  return [
    ...view.document.blocks.flatMap((block) => (block.type === "table" ? inTable(block, states.get(block) ?? null, view) : [])),
    ...inRunTogetherTables(view, states),
  ];
}

/** The columns of a table of groups, by index; -1 where there is none. */
interface Columns {
  readonly name: number;
  readonly type: number;
  readonly state: number;
  readonly listed: ListedKind | null;
  /** Whether a column says who leads them. */
  readonly isLed: boolean;
}

/** How a table names groups, or null where it is about something else. */
export function groupColumns(table: Table, words: Lexicon): Columns | null {
  const headers = columnHeaders(table).map((header) => header.replace(/\s+/g, " ").trim().toLowerCase());
  const { groups, leaders } = words.columns;
  const find = (holds: (header: string) => boolean): number => headers.findIndex(holds);
  const type = find((header) => groups.type.test(header));
  const state = find((header) => groups.state.test(header));
  const isLed = headers.some((header) => leaders.office.test(header));
  const isAbout = headers.some((header) => groups.about.test(header));
  const ofKind = find((header) => listedKind(header, words) !== null);
  const listed = ofKind < 0 ? null : listedKind(columnHeaders(table)[ofKind] ?? "", words);
  const first = groups.number.test(headers[0] ?? "") ? 1 : 0;
  if (ofKind === first && listed) {
    // Teams and projects stand in tables of many kinds: who leads them must be told, or that they have a page and a state.
    const isLoose = listed.kind === "team" || listed.kind === "project";
    return isLed || (isLoose ? state > 0 && isMostlyLinked(table) : isAbout || state > 0 || type > 0)
      ? { name: ofKind, type, state, listed, isLed }
      : null;
  }
  const name = find((header) => groups.name.test(header) || words.groups.group.test(header));
  return name === first && (isLed || isAbout || state > 0 || type > 0) ? { name, type, state, listed: null, isLed } : null;
}

function isMostlyLinked(table: Table): boolean {
  const rows = table.grid.slice(table.headerRows);
  return rows.filter((row) => linkOf(table.cells[row[0] ?? -1]) !== null).length * 2 >= rows.length;
}

function linkOf(cell: Cell | undefined): string | null {
  return cell?.spans.find((span) => span.kind === "link" && span.start < 20)?.href ?? null;
}

/** The group that a row of such a table names. */
export function groupOfCells(name: string, type: string, columns: Columns, words: Lexicon): ListedName | null {
  const line = name.split("\n")[0] ?? "";
  const said = type === "" ? null : listedKind(type, words);
  return listedName(line, said ?? columns.listed, words);
}

function inTable(table: Table, state: GroupMention["status"], view: PageView): GroupMention[] {
  const columns = groupColumns(table, view.words);
  if (columns === null) return [];
  return table.grid.slice(table.headerRows).flatMap((row) => {
    const cell = (at: number): Cell | undefined => (at < 0 ? undefined : table.cells[row[at] ?? -1]);
    const named = cell(columns.name);
    const group = groupOfCells(named?.text ?? "", cell(columns.type)?.text ?? "", columns, view.words);
    if (!named || group === null || (group.kind === "project" && columns.listed === null)) return [];
    const said = stateWord(cell(columns.state)?.text ?? "", view);
    return [asMention(group, named.text, { view, block: table, href: linkOf(named), status: said ?? state, isLed: columns.isLed })];
  });
}

interface Place {
  readonly view: PageView;
  readonly block: Block;
  readonly href: string | null;
  readonly status: GroupMention["status"];
  readonly isLed?: boolean;
}

function asMention(group: ListedName, text: string, { view, block, href, status, isLed = false }: Place): GroupMention {
  const line = text.split("\n")[0] ?? "";
  const found = mention(line, group.kind, {
    view,
    strength: 2,
    rule: isLed ? "table of groups and leads" : "table of groups",
    status,
    quote: quoteOf(line),
    heading: headingOf(view.document, block),
    href,
  });
  return { ...found, name: group.name, aliases: [...found.aliases, ...(group.alias === null ? [] : [group.alias])] };
}

/** A row of a table that a conversion has run together: the group that its link names, and what stands behind. */
export interface RunTogetherRow {
  readonly group: ListedName;
  readonly text: string;
  readonly href: string | null;
  /** The text up to the next row, and where it begins in the block. */
  readonly rest: string;
  readonly restStart: number;
}

/** "NameDescription" and, in this text and the next, a link for each row. */
export function runTogetherRows(view: PageView): ReadonlyMap<Block, readonly RunTogetherRow[]> {
  const found = new Map<Block, RunTogetherRow[]>();
  if (!view.document.flattensTables) return found;
  let isIn = false;
  for (const block of view.document.blocks) {
    if (block.type === "heading" || block.type === "rule") isIn = false;
    if (block.type !== "paragraph") continue;
    if (view.words.columns.groups.joined.test(block.text)) isIn = true;
    if (isIn) found.set(block, rowsOf(block, view));
  }
  return found;
}

/** A link begins a row where a line or a cell begins: nothing, or no blank, stands before it. What stands before the next row ends with its state. */
function rowsOf(block: Paragraph, view: PageView): RunTogetherRow[] {
  const starts = block.spans.filter((span) => {
    const before = block.text[span.start - 1];
    return span.kind === "link" && (before === undefined || before !== " ") && isGroup(block.text.slice(span.start, span.end), view);
  });
  return starts.flatMap((span, index) => {
    const text = block.text.slice(span.start, span.end);
    const group = listedName(text, null, view.words);
    const rest = block.text.slice(span.end, starts[index + 1]?.start ?? block.text.length);
    return group === null ? [] : [{ group, text, href: span.href ?? null, rest, restStart: span.end }];
  });
}

function inRunTogetherTables(view: PageView, states: ReadonlyMap<Block, GroupMention["status"]>): GroupMention[] {
  return [...runTogetherRows(view)].flatMap(([block, rows]) =>
    rows.map(({ group, text, href, rest }) =>
      asMention(group, text, { view, block, href, status: stateAtEnd(rest.slice(-60), view) ?? states.get(block) ?? null }),
    ),
  );
}

function isGroup(text: string, view: PageView): boolean {
  const kind = groupKindOf(text, view.words);
  return kind !== null && kind !== "project";
}

/** "… moved to inactive status in March": the last line of a row. */
function stateAtEnd(text: string, view: PageView): GroupMention["status"] {
  const last = linesOf({ text, spans: [] }).at(-1)?.text ?? "";
  return view.words.columns.groups.saysState.test(last) ? stateWord(last, view) : null;
}
