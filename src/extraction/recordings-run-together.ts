import type { Block, RichText, Span } from "../pages/document.ts";
import { slice } from "../pages/document.ts";
import { datesIn, type FoundDate } from "./dates.ts";
import { perLexicon } from "./lexicon/index.ts";
import { namesInLine, type PersonName } from "./people.ts";
import { classifyRecording } from "./recording-urls.ts";
import type { PageView } from "./view.ts";

// A conversion that loses cell borders prints a table of talks as "DateTopicPresenterRecordingMay 7, 2018Tide gaugesAnn Lee[Video]May 14, 2018…".
// A date outside a link begins a row; links and joined words divide the rest of it.

/** What the row around a recording's link says. */
export interface JoinedRow {
  readonly date: string;
  readonly title: string | null;
  readonly presenters: readonly PersonName[];
}

type Column = "presenter" | "topic";

/** The headers at the start of such a table, and where among them dates, people and topics stand. */
const headerPatterns = perLexicon(({ columns: { talks } }) => ({
  header: new RegExp(String.raw`^\W{0,3}(?:(?:${talks.joined.source})(?: ?\([^()]{1,20}\)|${talks.behindJoined.source})?\s*){3,10}`),
  date: new RegExp(talks.date.source, "i"),
  presenters: new RegExp(talks.joinedPresenters.source, "i"),
  title: new RegExp(talks.joinedTitle.source, "i"),
}));
const dayWord = /^(?:[\s,|-]|\d{1,2}:\d{2}\s*(?:[AaPp][Mm]\b)?(?:\s*[A-Z]{2,4}\b)?|[–-])*/;

/** The rows of run-together tables of talks, by the span that links the recording. */
export function joinedRows(view: PageView): ReadonlyMap<Span, JoinedRow> {
  const { blocks } = view.document;
  const rows = new Map<Span, JoinedRow>();
  const patterns = headerPatterns(view.words);
  blocks.forEach((block, index) => {
    const header = block.type === "paragraph" ? patterns.header.exec(block.text)?.[0] : undefined;
    if (header === undefined || !patterns.date.test(header)) return;
    const columns = columnsOf(header, view);
    for (let at = index; at < blocks.length; at += 1) {
      const next = blocks[at];
      if (!next || next.type === "heading" || next.type === "table" || next.type === "code") break;
      for (const [span, row] of rowsOf(next, at === index ? header.length : 0, columns, view)) rows.set(span, row);
    }
  });
  return rows;
}

function columnsOf(header: string, view: PageView): Column[] {
  const { presenters, title } = headerPatterns(view.words);
  const presenter = header.search(presenters);
  const topic = header.search(title);
  if (presenter < 0) return topic < 0 ? [] : ["topic"];
  if (topic < 0) return ["presenter"];
  return presenter < topic ? ["presenter", "topic"] : ["topic", "presenter"];
}

function rowsOf(block: Block, from: number, columns: readonly Column[], view: PageView): [Span, JoinedRow][] {
  const links = block.spans.filter((span) => span.kind === "link" && span.href !== undefined);
  const days = daysBetween(block.text, from, links, view);
  return days.flatMap((day, index) => {
    const end = days[index + 1]?.start ?? block.text.length;
    const inRow = links.filter((link) => link.start >= day.end && link.end <= end);
    const recordings = inRow.filter((link) => classifyRecording(link.href ?? "", true) !== null);
    const first = recordings[0];
    if (!first) return [];
    const start = day.end + (dayWord.exec(block.text.slice(day.end, first.start))?.[0].length ?? 0);
    const body = slice(block, start, Math.max(start, first.start));
    const row = { date: day.edtf, ...describe(body, columns, view) };
    return recordings.map((link): [Span, JoinedRow] => [link, row]);
  });
}

/** The days outside of links. Each piece of text is read by itself: a date may stand right behind a link's last letter. */
function daysBetween(text: string, from: number, links: readonly Span[], view: PageView): FoundDate[] {
  const days: FoundDate[] = [];
  let at = from;
  for (const end of [...links.map((link) => link.start), text.length]) {
    if (end > at)
      for (const day of datesIn(text.slice(at, end), view.words))
        if (day.edtf.length === 10) days.push({ ...day, start: day.start + at, end: day.end + at });
    at = Math.max(at, links.find((link) => link.start === end)?.end ?? end);
  }
  return days;
}

/** Title and presenters of a row: the one ends where a link ends, or where a small letter meets a capital. */
function describe(body: RichText, columns: readonly Column[], view: PageView): { title: string | null; presenters: PersonName[] } {
  const cut = columns.length === 2 ? boundaryOf(body, columns[0] === "presenter") : columns[0] === "presenter" ? body.text.length : 0;
  const [before, behind] = [slice(body, 0, cut), slice(body, cut, body.text.length)];
  const [who, what] = columns[0] === "presenter" ? [before, behind] : [behind, before];
  const presenters = columns.includes("presenter") ? namesInLine(who, who.text.includes(",") ? "line" : "item", view.words) : [];
  const named = presenters.filter((person) => /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){1,4}$/u.test(person.name));
  const title = what.text.replace(/\s+/g, " ").trim();
  return { title: title.length > 3 && title.length < 200 ? title : null, presenters: named };
}

/** Where the first column of two ends: with the first link when people come first, with the last one when they come last. */
function boundaryOf(body: RichText, peopleFirst: boolean): number {
  const links = body.spans.filter((span) => span.kind === "link" || span.kind === "mention");
  const link = peopleFirst ? links[0] : links.at(-1);
  if (link && (peopleFirst ? link.start <= 2 : link.end < body.text.length)) return link.end;
  const joints = [...body.text.matchAll(/(?<=[\p{Ll})\d])(?=\p{Lu}\p{Ll})|\n/gu)].map((match) => match.index);
  return (peopleFirst ? joints[0] : joints.at(-1)) ?? (peopleFirst ? 0 : body.text.length);
}
