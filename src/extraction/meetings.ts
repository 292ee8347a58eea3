import type { Block, RichText } from "../pages/document.ts";
import { linesOf } from "../pages/document.ts";
import { dayOf } from "../records/edtf.ts";
import type { MeetingStatus } from "../records/index.ts";
import { readActions } from "./actions.ts";
import { isCanceled, isDeclaredCanceled } from "./canceled.ts";
import { firstDay } from "./dates.ts";
import type { MeetingFacts, Witness } from "./facts.ts";
import { firstMatch } from "./lexicon/index.ts";
import { attendeeLabels, datedHeading, datedSections, dateLabel, dayUnder } from "./page-kind.ts";
import { cleanName, linesUnder, namesInLine, type PersonName, partsOfList, unique } from "./people.ts";
import { headerRunTogether, namesInBlocks } from "./people-blocks.ts";
import { peopleInTable } from "./people-tables.ts";
import { classifyRecording } from "./recording-urls.ts";
import { labelledRecordings, readPresenters } from "./talks.ts";
import { foldLabel, type Labelled, type PageView, quoteOf, viewOf } from "./view.ts";

/** The meetings of a page of kind `meeting`: one. */
export function readMeeting(view: PageView): MeetingFacts {
  return oneMeeting(view, 0, view.page.title, readDate(view));
}

/** The meetings of a page of rolling notes: one per dated section. */
export function readLog(view: PageView): MeetingFacts[] {
  const sections = datedSections(view);
  return sections.map((section, index) => {
    const blocks = section.label.blocks.map((block) => ({ ...block, trail: [] }));
    const part = viewOf({ ...view.page, title: section.label.label }, { ...view.document, blocks });
    const witness: Witness = { quote: quoteOf(section.label.label), heading: section.label.label, rule: "dated section" };
    return oneMeeting(part, index + 1, section.label.label, { day: section.day, witness });
  });
}

function oneMeeting(view: PageView, ordinal: number, title: string, date: { day: string; witness: Witness } | null): MeetingFacts {
  const attendees = readAttendees(view);
  return {
    ordinal,
    title,
    date: date?.day ?? null,
    dateWitness: date?.witness ?? null,
    status: statusOf(view, attendees.names),
    attendees: attendees.names,
    attendeesWitness: attendees.witness,
    presenters: readPresenters(view),
    agenda: readAgenda(view),
    actionItems: readActions(view, date?.day ?? null),
    recordings: readRecordings(view),
  };
}

function statusOf(view: PageView, attendees: readonly PersonName[]): MeetingStatus {
  // A copied page keeps the attendees of the one before; its title is its own.
  if (view.words.titles.canceled.test(view.page.title) || isDeclaredCanceled(view)) return "canceled";
  if (attendees.length > 0) return "held";
  return isCanceled(view) ? "canceled" : "unknown";
}

/** Title, then a date label, then a dated heading, then the first dated line near the top. Pages are copied: a date field is often the old one. */
function readDate(view: PageView): { day: string; witness: Witness } | null {
  const title = firstDay(view.page.title, view.words);
  if (title) {
    const corrected = yearOfPlace(title.edtf, view);
    return corrected === null
      ? { day: title.edtf, witness: { quote: null, heading: null, rule: "title" } }
      : { day: corrected, witness: { quote: null, heading: null, rule: "title, with the year of the page above" } };
  }
  const label = dateLabel(view);
  const day = label ? dayUnder(label, view) : null;
  if (label && day !== null) {
    const line = linesUnder(label.inline, label.blocks)[0];
    return { day, witness: { quote: line ? quoteOf(line.text) : null, heading: label.label, rule: "date label" } };
  }
  const heading = datedHeading(view);
  if (heading)
    return { day: heading.day, witness: { quote: quoteOf(heading.label.label), heading: heading.label.label, rule: "dated heading" } };
  for (const block of view.document.blocks.slice(0, 8)) {
    const found = firstDay(block.text, view.words);
    if (found) return { day: found.edtf, witness: { quote: quoteOf(block.text, found.start), heading: null, rule: "first dated line" } };
  }
  return null;
}

/** So far from a meeting a page of notes may be made or last changed. */
const nearDays = 60;

/**
 * In January a title is copied with last year's number: where the page stands below another year ("2022-Q1") and was made or changed around
 * that day of that year, and not around its own, the title's year is wrong. Null where nothing contradicts it.
 */
function yearOfPlace(day: string, view: PageView): string | null {
  const { parents, createdOn, modifiedOn } = view.page;
  const year = [...parents].reverse().flatMap((parent) => /(?<!\d)(20\d\d)(?!\d)/.exec(parent.title)?.[1] ?? [])[0];
  if (year === undefined || Math.abs(Number(year) - Number(day.slice(0, 4))) !== 1) return null;
  const other = dayOf(Number(year), Number(day.slice(5, 7)), Number(day.slice(8)));
  if (other === null) return null;
  const edits = [createdOn, modifiedOn].filter((edit): edit is string => edit !== null);
  const isNear = (one: string): boolean =>
    edits.some((edit) => Math.abs(Date.parse(edit) - Date.parse(one)) <= nearDays * 24 * 3600 * 1000);
  return isNear(other) && !isNear(day) ? other : null;
}

function readAttendees(view: PageView): { names: PersonName[]; witness: Witness | null } {
  const found: PersonName[] = [];
  let witness: Witness | null = null;
  for (const label of attendeeLabels(view)) {
    const block = view.document.blocks[label.index];
    // "participants" below a topic is no list of who came, once there is one.
    if (found.length > 0 && block?.type === "item" && block.indent > 1) continue;
    const names = peopleUnder(label, view);
    if (names.length === 0) continue;
    found.push(...names);
    const line = linesUnder(label.inline, label.blocks)[0];
    witness ??= { quote: line ? quoteOf(line.text) : null, heading: label.label, rule: "attendees label" };
  }
  const inTables = attendeesInTables(view);
  if (found.length === 0 && inTables.length > 0)
    return { names: inTables, witness: { quote: null, heading: null, rule: "attendees row of a table" } };
  if (found.length === 0) return attendeesInSentence(view);
  return { names: unique(found), witness };
}

/** "Ann Lee, Bo Chen and Cy Dee attended.": a line near the top that names nobody else. */
function attendeesInSentence(view: PageView): { names: PersonName[]; witness: Witness | null } {
  for (const block of view.document.blocks.slice(0, 8)) {
    if (block.type !== "paragraph" && block.type !== "item") continue;
    const said = firstMatch(view.words.attendance.sentence, block.text)?.[1];
    const parts = said === undefined ? [] : partsOfList(said, view.words);
    const names = parts.flatMap((part) => namesInLine({ text: part, spans: [] }, "item", view.words));
    if (names.length > 1 && names.length === parts.length && names.every((person) => person.name.includes(" ")))
      return { names: unique(names), witness: { quote: quoteOf(block.text), heading: null, rule: "attendees in a sentence" } };
  }
  return { names: [], witness: null };
}

function peopleUnder(label: Labelled, view: PageView): PersonName[] {
  const { words } = view;
  const inline = label.inline.flatMap((line) =>
    namesInLine(line, line.text.includes(",") || line.text.includes(";") ? "line" : "item", words),
  );
  // "Present: Ann, Bo" and "Attendance: 17 members" have said it all; the lines below are the notes.
  const isCount = label.inline.some((line) => words.attendance.count.test(line.text));
  if ((inline.length > 0 || isCount) && !label.standsAlone) return unique(inline);
  return unique([...inline, ...namesInBlocks(untilNextLabel(label.blocks, view), words, firstDay(view.page.title, words)?.edtf ?? null)]);
}

/** The blocks that list the people: up to the next heading or bold line that begins something else. */
function untilNextLabel(blocks: readonly Block[], view: PageView): Block[] {
  const { attendees, notAttendees, partOfAttendees } = view.words.labels;
  const kept: Block[] = [];
  for (const block of blocks) {
    if (block.type === "code" || block.type === "rule") break;
    const folded = foldLabel(block.text);
    if (block.type === "paragraph" && view.words.labels.besideAttendees.test(folded)) continue;
    // "Ann Lee (regrets)" is an entry, "Regrets" ends the list.
    if (notAttendees.test(folded) && block.text.length < 60 && !block.text.includes("(")) break;
    if (block.type === "paragraph" && isInstruction(folded, view)) continue;
    const isPlayer = block.type === "heading" || (block.type === "paragraph" && standsAlone(block) && !isBoldName(block, view));
    if (isPlayer) {
      if (attendees.test(folded) || view.words.attendance.countLine.test(block.text)) continue;
      if (block.type === "heading" && partOfAttendees.test(folded) && folded.split(" ").length <= 4) continue;
      break;
    }
    if (block.type === "paragraph" && kept.length > 0 && isPlainLabel(block, view)) break;
    if (block.type === "paragraph" && !isPeopleLine(block, view)) {
      if (kept.length > 0) break;
      continue;
    }
    kept.push(block);
  }
  return kept;
}

/** "Please input your name before the meeting": tells readers what to write, and the list follows. */
function isInstruction(folded: string, view: PageView): boolean {
  return folded.length <= 120 && view.words.labels.instruction.test(folded);
}

/** "Announcements" as a plain paragraph behind the list of people. */
function isPlainLabel(block: RichText, view: PageView): boolean {
  return !block.spans.some((span) => span.kind === "mention") && view.words.labels.behindAttendees.test(foldLabel(block.text));
}

/** Some pages print each person as a bold line. */
function isBoldName(block: RichText, view: PageView): boolean {
  if (/[:：]$/.test(block.text)) return false;
  const { labels, titles } = view.words;
  const folded = foldLabel(block.text);
  const isLabel = [labels.agenda, labels.minutes, labels.recording, labels.actions, labels.subgroups, labels.date].some((pattern) =>
    pattern.test(folded),
  );
  return !isLabel && !titles.meeting.test(block.text) && block.text.split(" ").length <= 4 && cleanName(block.text, view.words, 4) !== null;
}

function standsAlone(block: RichText): boolean {
  if (block.spans.some((span) => span.kind === "mention")) return false;
  return (
    /[:：]$/.test(block.text) ||
    (block.text.length > 0 &&
      block.text.length < 60 &&
      block.spans.some((span) => span.kind === "strong" && span.end - span.start >= block.text.length - 1))
  );
}

/** A paragraph that lists people: linked accounts, "@Name", or lines of a few words. */
function isPeopleLine(block: RichText, view: PageView): boolean {
  if (block.spans.some((span) => span.kind === "mention") || block.text.startsWith("@") || headerRunTogether(block, view.words) !== null)
    return true;
  return (
    linesOf(block).every((line) => partsOfList(line.text, view.words).every((part) => part.trim().split(" ").length <= 6)) &&
    !/[.!?]$/.test(block.text.replace(/\b\p{L}\.$/u, ""))
  );
}

/** "Attendees | Ann, Bo": a table whose first column holds labels. */
function attendeesInTables(view: PageView): PersonName[] {
  const { attendees, notAttendees } = view.words.labels;
  const found: PersonName[] = [];
  for (const block of view.document.blocks) {
    if (block.type !== "table") continue;
    const marked = peopleInTable(block, view.words, firstDay(view.page.title, view.words)?.edtf ?? null);
    if (marked.isMarked) found.push(...marked.names);
    for (const row of block.grid) {
      const head = block.cells[row[0] ?? -1];
      const value = block.cells[row[1] ?? -1];
      if (!head || !value || head === value) continue;
      const folded = foldLabel(head.text);
      if (attendees.test(folded) && !notAttendees.test(folded)) {
        found.push(...linesOf(value).flatMap((line) => namesInLine(line, line.text.includes(",") ? "line" : "item", view.words)));
      }
    }
  }
  return unique(found);
}

const maxAgenda = 50;

function readAgenda(view: PageView): string[] {
  const { agenda } = view.words.labels;
  const label = view.labels.find((candidate) => candidate.standsAlone && agenda.test(candidate.folded) && candidate.blocks.length > 0);
  if (!label) return [];
  const items = label.blocks.filter((block) => block.type === "item");
  const least = items.reduce((level, item) => Math.min(level, item.indent), 99);
  return items
    .filter((item) => item.indent === least && item.text !== "")
    .slice(0, maxAgenda)
    .map((item) => quoteOf(item.text.replaceAll("\n", " ")));
}

/** Keys of the recordings of this meeting: below a recording label, in a line that begins with one, and files attached to the page itself. */
function readRecordings(view: PageView): string[] {
  const keys = new Set(labelledRecordings(view));
  for (const attachment of view.page.attachments) {
    const recording = attachment.href === null ? null : classifyRecording(attachment.href, true);
    if (recording) keys.add(recording.key);
  }
  return [...keys];
}
