import type { Block, Cell, RichText, Span, Table } from "../pages/document.ts";
import { columnHeaders } from "../pages/document.ts";
import { parsePageLink } from "../pages/links.ts";
import { datesIn, firstDay } from "./dates.ts";
import type { RecordingFacts } from "./facts.ts";
import { namesInLine, type PersonName } from "./people.ts";
import { hasRecording, saysNothing, speakersAround } from "./recording-speakers.ts";
import { classifyRecording, decoded, isMediaFile, type RecordingUrl } from "./recording-urls.ts";
import { type JoinedRow, joinedRows } from "./recordings-run-together.ts";
import { speakersInLine } from "./speakers.ts";
import { dayOfPlace } from "./statements/context.ts";
import { headingOf, type PageView, quoteOf } from "./view.ts";

interface Context {
  readonly rich: RichText;
  readonly heading: string | null;
  readonly row: Row | null;
  readonly joined?: ReadonlyMap<Span, JoinedRow>;
  /** The text of the block before, which often introduces a bare link. */
  readonly before: string;
  /** That block, where it holds no recording of its own. */
  readonly introduction?: RichText | null;
}

/** A row of a table by the meaning of its columns. */
interface Row {
  /** Whether any of its cells speaks of a recording. */
  readonly speaks: boolean;
  readonly title: string | null;
  readonly date: string | null;
  readonly presenters: readonly PersonName[];
}

/** Every recording that a page links, each once; the first place that says most about it counts. */
export function readRecordings(view: PageView): RecordingFacts[] {
  const found = new Map<string, RecordingFacts>();
  const add = (facts: RecordingFacts): void => {
    const known = found.get(facts.key);
    if (!known || weight(facts) > weight(known)) found.set(facts.key, facts);
  };
  let before: Block | null = null;
  const joined = joinedRows(view);
  const isDated = firstDay(view.page.title, view.words) !== null;
  const isTalk = view.labels.some((label) => view.words.labels.presenters.test(label.folded));
  for (const [index, block] of view.document.blocks.entries()) {
    if (block.type === "table") for (const facts of inTable(block, view)) add(facts);
    else {
      const introduction: RichText | null = before?.type === "paragraph" && !hasRecording(before) ? before : null;
      const context = {
        rich: block,
        heading: headingOf(view.document, block),
        row: null,
        joined,
        before: before?.text ?? "",
        introduction,
      };
      for (const facts of inText(context, view)) {
        // A report tells month by month: below "Webinar, April 25, 2022" the link needs no date of its own.
        const day = facts.date === null && !isDated && !isTalk ? dayOfPlace(index, view) : null;
        add(day === null ? facts : { ...facts, date: day, dateBasis: "section" });
      }
    }
    if (block.text !== "") before = block;
  }
  for (const attachment of view.page.attachments) {
    const recording = attachment.href === null ? null : classifyRecording(attachment.href, true);
    if (!recording || found.has(recording.key)) continue;
    const date = firstDay(attachment.name, view.words)?.edtf ?? null;
    add({
      ...recording,
      title: attachment.name,
      date,
      dateBasis: date === null ? null : "title",
      presenters: [],
      about: null,
      witness: { quote: null, heading: null, rule: "attachment" },
    });
  }
  return [...found.values()];
}

function weight(facts: RecordingFacts): number {
  return (facts.title === null ? 0 : 2) + (facts.date === null ? 0 : 2) + (facts.presenters.length > 0 ? 1 : 0);
}

function inText(context: Context, view: PageView): RecordingFacts[] {
  const { rich, heading, row } = context;
  const found: RecordingFacts[] = [];
  const links = rich.spans.filter((span) => span.kind === "link" && span.href !== undefined);
  if (links.length === 0) return [];
  const speaks =
    row?.speaks === true || speaksOfRecording(`${heading ?? ""} ${rich.text} ${context.before.length < 80 ? context.before : ""}`, view);
  for (const [index, span] of links.entries()) {
    if (span.href === undefined) continue;
    const recording = classifyRecording(span.href, speaks);
    const linkText = rich.text.slice(span.start, span.end);
    if (!recording || isSomethingElse(recording.platform, span.href, linkText, aroundOf(span, rich), view)) continue;
    const joined = context.joined?.get(span);
    const title = joined?.title ?? titleOf(span, context, view);
    const date = joined
      ? { date: joined.date, basis: "row" }
      : (dateNear(title ?? "", rich.text, row, view) ?? dateOfFile(recording, span.href, view));
    found.push({
      ...recording,
      title,
      date: date?.date ?? null,
      dateBasis: date?.basis ?? null,
      presenters:
        [joined?.presenters, row?.presenters, speakersAround(span, links, rich, context.introduction ?? null, view)].find(
          (people) => people?.length,
        ) ?? [],
      about: pageBeside(span, links[index - 1], rich.text),
      witness: {
        quote: rich.text === "" ? null : quoteOf(rich.text, span.start),
        heading,
        rule: row ? "row of a table" : joined ? "row run together" : "link",
      },
    });
  }
  return found;
}

/** The page that the same line links right before the recording: "Introducing tide gauges (Video)" leads to the announcement of the talk. */
function pageBeside(link: Span, previous: Span | undefined, text: string): string | null {
  if (previous?.href === undefined || link.start - previous.end > 200 || text.slice(previous.end, link.start).includes("\n")) return null;
  return parsePageLink(previous.href) === null ? null : previous.href;
}

/** A file on a drive that says itself that it is slides, a folder of many recordings; a link into a playlist that says that it is one. */
function isSomethingElse(platform: string, href: string, linkText: string, [before, behind]: Around, view: PageView): boolean {
  const words = view.words.recordings;
  const isAddress = /^https?:/i.test(linkText.trim());
  if (platform === "google-drive") {
    const said = isAddress ? before : `${before} ${linkText}`;
    if (words.collection.test(said) || (words.endsInMany.test(said) && words.areThere.test(behind))) return true;
    if (words.one.test(isAddress ? "" : linkText)) return false;
    const shown = isAddress || words.here.test(linkText) ? before.slice(-60) : linkText;
    return !words.any.test(shown) && words.otherFile.test(shown);
  }
  return (
    platform === "youtube" &&
    /[?&]list=/.test(href) &&
    (words.collectionLink.test(isAddress ? "" : linkText) || words.playlist.test(before.slice(-80)))
  );
}

type Around = readonly [before: string, behind: string];

/** What the line says before and behind a link. */
function aroundOf(span: Span, rich: RichText): Around {
  const before = rich.text.slice(Math.max(0, span.start - 200), span.start);
  return [before.slice(before.lastIndexOf("\n") + 1), rich.text.slice(span.end, span.end + 60)];
}

function speaksOfRecording(text: string, view: PageView): boolean {
  return view.words.labels.recording.test(text.toLowerCase()) || /\.mp4\b/i.test(text);
}

function dateNear(title: string, text: string, row: Row | null, view: PageView): { date: string; basis: string } | null {
  const inTitle = firstDay(title, view.words)?.edtf;
  if (inTitle !== undefined) return { date: inTitle, basis: "title" };
  if (row !== null && row.date !== null) return { date: row.date, basis: "row" };
  if (text.length >= 300) return null;
  const days = datesIn(text, view.words).filter((date) => date.edtf.length === 10);
  const only = new Set(days.map((date) => date.edtf));
  const day = days[0]?.edtf;
  return only.size === 1 && day !== undefined ? { date: day, basis: "text around the link" } : null;
}

/** Links and media files carry their day: `GMT20221118-113231_Recording.mp4`, `20190124-lifecycle.mp4`. */
function dateOfFile(recording: RecordingUrl, href: string, view: PageView): { date: string; basis: string } | null {
  // Zoom adds the start in milliseconds to the links that it hands out.
  const started = recording.platform === "zoom" ? /[?&]startTime=(1[0-9]{12})(?!\d)/.exec(href)?.[1] : undefined;
  if (started !== undefined) return { date: new Date(Number(started)).toISOString().slice(0, 10), basis: "start time in the link" };
  if (recording.platform !== "confluence" && recording.platform !== "other") return null;
  const name = /([^/?#]+)(?:[?#]|$)/.exec(href.replace(/^https?:\/\/[^/]*/, "").split(/[?#]/)[0] ?? "")?.[1] ?? "";
  if (!isMediaFile(name)) return null;
  const day = firstDay(decoded(name).replace(/^GMT|_/g, " "), view.words)?.edtf;
  return day === undefined ? null : { date: day, basis: "file name" };
}

/** Link text, unless it says nothing; then the row's title, then the line around the link. */
function titleOf(span: Span, context: Context, view: PageView): string | null {
  const text = context.rich.text.slice(span.start, span.end).replace(/\s+/g, " ").trim();
  if (text.length > 3 && !saysNothing(text, view)) return text.slice(0, 200);
  if (context.row !== null && context.row.title !== null) return context.row.title;
  if (context.rich.text.length > 1000) return null;
  const line = context.rich.text
    .replace(/https?:\/\/\S+/g, " ")
    .replace(/\(?\p{L}{0,12}:? ?\[redacted: \w+\]\)?/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s:–—-]+|[\s:–—-]+$/g, "")
    .trim();
  return line.length > 8 && line.length < 160 && !saysNothing(line, view) ? line : null;
}

function inTable(table: Table, view: PageView): RecordingFacts[] {
  const headers = columnHeaders(table).map((header) => header.toLowerCase());
  const column = (pattern: RegExp): number => headers.findIndex((header) => pattern.test(header));
  const words = view.words.columns.talks;
  const columns = { title: column(words.title), date: column(words.date), presenters: column(words.presenters) };
  const heading = headingOf(view.document, table);
  const before = headers.join(" ");
  const found: RecordingFacts[] = [];
  for (const line of table.grid.slice(table.headerRows)) {
    const cells = [...new Set(line)].flatMap((index) => table.cells[index] ?? []);
    const row = rowOf(line, cells, columns, table, view);
    for (const cell of cells) {
      for (const block of cell.blocks) found.push(...inText({ rich: block, heading, row, before }, view), ...nested(block, view));
    }
  }
  return found;
}

function nested(block: Block, view: PageView): RecordingFacts[] {
  return block.type === "table" ? inTable(block, view) : [];
}

function rowOf(
  line: readonly number[],
  cells: readonly Cell[],
  columns: { title: number; date: number; presenters: number },
  table: Table,
  view: PageView,
): Row {
  const cell = (index: number): Cell | undefined => (index < 0 ? undefined : table.cells[line[index] ?? -1]);
  const date = cell(columns.date);
  const text = cells.map((part) => part.text).join(" ");
  const days = [...new Set(datesIn(date?.text ?? text, view.words).map((found) => found.edtf))];
  const presenters = cell(columns.presenters);
  return {
    speaks: speaksOfRecording(text, view),
    title: cell(columns.title)?.text.replace(/\s+/g, " ").trim().slice(0, 200) || null,
    date: days.length === 1 || date ? (days[0] ?? null) : null,
    presenters: presenters
      ? namesInLine(presenters, "line", view.words).filter((person) => person.name.includes(" "))
      : (cells.map((part) => (part.text.length < 400 ? speakersInLine(part.text, view) : [])).find((people) => people.length > 0) ?? []),
  };
}
