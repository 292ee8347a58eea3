import { allBlocks, columnHeaders, linesOf, type RichText, type Table } from "../pages/document.ts";
import type { MeetingFacts } from "./facts.ts";
import { firstMatch, perLexicon } from "./lexicon/index.ts";
import { looksLikeCompany, namesInLine, type PersonName } from "./people.ts";
import { dateInSentence } from "./statements/context.ts";
import { type PageView, quoteOf } from "./view.ts";

type Action = MeetingFacts["actionItems"][number];

/**
 * What a meeting left to do: tasks with a box, entries below "Action items", lines that begin with "AI:", rows of a table of actions. A due
 * day without a year is of the year of `day`, the meeting's own (ISO), or of the next where it lies long before it.
 */
export function readActions(view: PageView, day: string | null): Action[] {
  const found = new Map<string, Action>();
  const add = (block: RichText, over: Partial<Action> = {}): void => {
    const text = quoteOf(block.text.replaceAll("\n", " ").trim());
    if (text.length < 4 || found.has(text)) return;
    const due = block.spans.find((span) => span.kind === "date")?.value ?? dueIn(block.text, day, view);
    found.set(text, { text, owner: ownerOf(block, view), due, done: null, ...over });
  };
  for (const block of allBlocks(view.document.blocks)) {
    if (block.type === "item" && block.done !== null) add(block, { done: block.done });
    if (block.type === "table") for (const { task, owner, due } of rowsOf(block, day, view)) add(task, { owner, due });
  }
  for (const label of view.labels) {
    // "AI:" may also begin what is said about machines; somebody has to do it.
    if (!label.standsAlone && view.words.labels.action.test(label.folded))
      for (const line of label.inline) if (ownerOf(line, view) !== null) add(line);
    if (!label.standsAlone || !view.words.labels.actions.test(label.folded)) continue;
    for (const block of label.blocks) {
      if (block.type === "heading") break;
      if (block.type === "item" && block.done === null && block.indent <= 1) add(block);
    }
  }
  return [...found.values()];
}

/** "Action | Owner | Due": the rows of a table with a column for what is to do, and one for who does it or until when. */
function rowsOf(table: Table, day: string | null, view: PageView): { task: RichText; owner: PersonName | null; due: string | null }[] {
  const headers = columnHeaders(table).map((header) => header.trim().toLowerCase());
  const words = view.words.columns.actions;
  const [task, owner, due] = [words.task, words.owner, words.due].map((pattern) => headers.findIndex((header) => pattern.test(header)));
  if (task === undefined || task < 0 || ((owner ?? -1) < 0 && (due ?? -1) < 0)) return [];
  return table.grid.slice(table.headerRows).flatMap((row) => {
    const cell = (at: number | undefined) => (at === undefined || at < 0 ? undefined : table.cells[row[at] ?? -1]);
    const text = cell(task);
    const holder = cell(owner);
    const until = cell(due)?.text ?? "";
    if (!text) return [];
    return [
      {
        task: text,
        owner: (holder ? linesOf(holder).flatMap((line) => namesInLine(line, "line", view.words))[0] : null) ?? null,
        due: dayIn(until, day, view),
      },
    ];
  });
}

/** "… by March 10", "(due 2021-03-12)". */
function dueIn(text: string, day: string | null, view: PageView): string | null {
  const said = text.length > 500 ? undefined : firstMatch(view.words.labels.due, text)?.[1];
  return said === undefined ? null : dayIn(said, day, view);
}

function dayIn(text: string, day: string | null, view: PageView): string | null {
  const year = day === null ? null : Number(day.slice(0, 4));
  const read = (of: number | null): string | null => dateInSentence(text, { meetingDay: day, period: null, year: of }, view);
  const found = read(year);
  if (found === null || found.length !== 10) return null;
  // In December "by January 10" is next year's.
  const isLongAgo = day !== null && Date.parse(day) - Date.parse(found) > 180 * 24 * 3600 * 1000;
  return isLongAgo && year !== null ? (read(year + 1) ?? found) : found;
}

const patterns = perLexicon(({ people }) => ({
  atStart: new RegExp(String.raw`^@?(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3})\s*(?:[-–—:]|(?:${people.ownsAction.source}) )`, "u"),
  atEnd: /[([]@?(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3})[)\]]\W*$/u,
}));

/** The first linked person of an action, the name before a dash, a colon or "to", or the name in brackets at its end. */
function ownerOf(block: RichText, view: PageView): PersonName | null {
  const linked = namesInLine(block, "item", view.words);
  if (block.spans.some((span) => span.kind === "mention")) return linked[0] ?? null;
  const { atStart, atEnd } = patterns(view.words);
  const said = atStart.exec(block.text)?.[1] ?? atEnd.exec(block.text)?.[1];
  // "JWE Envelope RFC - …" is a topic.
  if (said === undefined || /\b\p{Lu}{2,}\b/u.test(said) || looksLikeCompany(said, view.words)) return null;
  return namesInLine({ text: said, spans: [] }, "item", view.words)[0] ?? null;
}
