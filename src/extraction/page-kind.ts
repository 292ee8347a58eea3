import { allBlocks, linesOf } from "../pages/document.ts";
import { parsePageLink } from "../pages/links.ts";
import type { PageKind } from "../records/index.ts";
import { firstDay } from "./dates.ts";
import { groupKindOf } from "./group-names.ts";
import { perLexicon } from "./lexicon/index.ts";
import { monthIn, periodIn } from "./periods.ts";
import { classifyRecording } from "./recording-urls.ts";
import { canonicalSections } from "./sections.ts";
import { foldLabel, type Labelled, type PageView } from "./view.ts";

interface KindRule {
  readonly name: string;
  readonly kind: PageKind;
  readonly holds: (view: PageView) => boolean;
}

/** Asked in order; the first that holds decides. */
const rules: readonly KindRule[] = [
  { name: "blog post", kind: "post", holds: (view) => view.page.contentType === "blogpost" },
  {
    name: "title says template",
    kind: "other",
    holds: (view) => view.words.titles.template.test(view.page.title) && !firstDay(view.page.title, view.words),
  },
  { name: "period and sections of a report", kind: "report", holds: isReport },
  { name: "home page of the space", kind: "home", holds: (view) => view.page.isHome },
  {
    name: "canceled meeting",
    kind: "other",
    holds: (view) =>
      isMeeting(view) &&
      isCanceled(view) &&
      (view.words.titles.canceled.test(view.page.title) || isDeclaredCanceled(view) || !listsPeople(view)),
  },
  { name: "meeting", kind: "meeting", holds: isMeeting },
  { name: "dated sections", kind: "log", holds: (view) => datedSections(view).length > 0 },
  { name: "title says roster", kind: "roster", holds: isRoster },
  { name: "title says charter", kind: "charter", holds: (view) => titleSays(view.words.titles.charter, view) },
  { name: "announces a talk", kind: "resource", holds: announcesTalk },
  { name: "title names a group", kind: "home", holds: (view) => groupKindOf(plainTitle(view), view.words) !== null && hasBody(view) },
  { name: "headings link to dated pages", kind: "index", holds: (view) => linkedDates(view) >= 2 },
  {
    name: "title says index, body lists pages",
    kind: "index",
    holds: (view) => view.words.titles.index.test(view.page.title) && (pageLinkShare(view) > 0.2 || !hasBody(view)),
  },
  { name: "title says resource", kind: "resource", holds: (view) => titleSays(view.words.titles.resource, view) },
  { name: "body lists pages", kind: "index", holds: (view) => pageLinkShare(view) > 0.5 },
  {
    name: "title says index",
    kind: "index",
    holds: (view) => titleSays(view.words.titles.index, view) && (listedLinks(view) >= 3 || bodyLength(view) < 600),
  },
  { name: "empty body", kind: "index", holds: (view) => !hasBody(view) },
];

export function pageKindOf(view: PageView): { kind: PageKind; rule: string } {
  const rule = rules.find((candidate) => candidate.holds(view));
  return rule ? { kind: rule.kind, rule: rule.name } : { kind: "other", rule: "nothing else held" };
}

/** A word decides where it ends the title or the title is short; in a sentence of a title it says little. */
function titleSays(pattern: RegExp, view: PageView): boolean {
  const title = view.page.title.replace(/\([^()]{0,200}\)\s*$/, "").trim();
  const match = pattern.exec(title);
  if (!match || view.words.titles.proposal.test(title)) return false;
  return title.split(/\s+/).length <= 4 || match.index + match[0].length >= title.length - 1;
}

/** "For members" and "Why become a mentor" speak to people, they do not list them. */
function isRoster(view: PageView): boolean {
  const { roster, notRoster } = view.words.titles;
  return roster.test(view.page.title) && !notRoster.test(view.page.title);
}

function plainTitle(view: PageView): string {
  return view.page.title
    .replace(view.words.titles.archived, "")
    .replace(/\[.{1,20}\]/, "")
    .trim();
}

/** A status report has a period and the sections of a report; an index of reports has neither, a template no period. */
function isReport(view: PageView): boolean {
  const { page, words } = view;
  if (firstDay(page.title, words) !== null) return false;
  const saysReport = words.titles.report.test(page.title);
  const period = periodIn(page.title, words);
  const sections = canonicalSections(view).length;
  if (period !== null) {
    const lead = view.document.blocks.slice(0, 6).some((block) => words.titles.report.test(block.text));
    const under = page.parents.some((parent) => words.titles.report.test(parent.title));
    const prose = view.document.blocks.reduce((sum, block) => sum + block.text.length, 0);
    if (words.titles.oneReport.test(page.title) && prose > 800 && pageLinkShare(view) < 0.3) return true;
    if (sections >= 1 && words.titles.endsInReport.test(page.title) && under) return true;
    return sections >= 2 && (saysReport || lead || under);
  }
  if (words.titles.oneReport.test(page.title) && monthIn(page.title, words) !== null) return sections >= 2;
  return words.titles.reports.test(page.title) && sections >= 4 && !words.titles.index.test(page.title);
}

export function attendeeLabels(view: PageView): Labelled[] {
  const { attendees, notAttendees } = view.words.labels;
  return view.labels.filter((label) => attendees.test(label.folded) && !notAttendees.test(label.folded));
}

function listsPeople(view: PageView): boolean {
  return attendeeLabels(view).some((label) => label.inline.length > 0 || label.blocks[0]?.type === "item");
}

export function dateLabel(view: PageView): Labelled | undefined {
  return view.labels.find((label) => view.words.labels.date.test(label.folded));
}

/** The day that the lines under a label name first. */
export function dayUnder(label: Labelled, view: PageView): string | null {
  for (const line of label.inline) {
    const time = line.spans.find((span) => span.kind === "date")?.value;
    const day = firstDay(line.text, view.words)?.edtf ?? time;
    if (day !== undefined) return day;
  }
  for (const block of label.blocks.slice(0, 2)) {
    if (block.type === "heading") return null;
    const day = firstDay(block.text, view.words)?.edtf ?? block.spans.find((span) => span.kind === "date")?.value;
    if (day !== undefined) return day;
  }
  return null;
}

/** A heading such as "Meeting Agenda, Monday, March 4, 2024". */
export function datedHeading(view: PageView): { day: string; label: Labelled } | null {
  const { agenda, minutes } = view.words.labels;
  for (const label of view.labels) {
    if (!label.standsAlone || label.label.length > 120 || !(agenda.test(label.folded) || minutes.test(label.folded))) continue;
    const day = firstDay(label.label, view.words)?.edtf;
    const block = view.document.blocks[label.index];
    if (day !== undefined && !(block && isPageLink(block))) return { day, label };
  }
  return null;
}

function isMeeting(view: PageView): boolean {
  const { page, words } = view;
  const { titles, labels } = words;
  const day = firstDay(page.title, words);
  const titleDay = day !== null;
  const titleSaysMeeting = titles.meeting.test(page.title);
  const attendees = attendeeLabels(view).length > 0;
  const agenda = view.labels.some((label) => label.standsAlone && (labels.agenda.test(label.folded) || labels.minutes.test(label.folded)));
  const isBelowMeetings = page.parents.some((parent) => titles.meeting.test(parent.title) && !titles.gathering.test(parent.title));
  if (titleDay) {
    // "Sand dunes - approved on Jan 31 2019" has topics, but is no meeting's title.
    if (
      attendees ||
      (agenda && (day.start < 15 || titleSaysMeeting || isBelowMeetings || namesGroup(page.title.slice(0, day.start), view)))
    )
      return true;
    if (titles.news.test(page.title) || labels.recording.test(foldLabel(page.parents.at(-1)?.title ?? ""))) return false;
    return titleSaysMeeting || (isBelowMeetings && hasBody(view));
  }
  // "2023-06-31": no day, but a page among meetings that lists who came.
  if (isBelowMeetings && attendees && /^\W*\d{4}\D{1,3}\d{1,2}\D{1,3}\d{1,2}\b/.test(page.title)) return true;
  const label = dateLabel(view);
  const dated = label !== undefined && dayUnder(label, view) !== null;
  if (dated && attendees) return true;
  return titleSaysMeeting && ((dated && agenda) || datedHeading(view) !== null) && datedSections(view).length < 2;
}

const topBlocks = 12;

/** "CI Subcommittee 12 Jan 2022": what stands before the day is a group. */
function namesGroup(text: string, view: PageView): boolean {
  return groupKindOf(text, view.words) !== null;
}

/** A line says outright that this meeting did not take place. */
export function isDeclaredCanceled(view: PageView): boolean {
  const { notHeld, notHeldOnTop } = view.words;
  return view.document.blocks.some(
    (block, index) =>
      block.type !== "table" &&
      block.text.length <= 200 &&
      linesOf(block).some((line) => notHeld.test(line.text) || (index < topBlocks && notHeldOnTop.test(line.text))),
  );
}

/** A short line near the top says that the meeting did not take place. */
export function isCanceled(view: PageView): boolean {
  const { cancels, titles } = view.words;
  const { canceled } = titles;
  if (canceled.test(view.page.title) || isDeclaredCanceled(view)) return true;
  const lead = view.document.blocks.slice(0, topBlocks);
  // "Release 1.0 postponed by two weeks" cancels no meeting.
  return lead.some(
    (block) =>
      block.text.length <= 160 && canceled.test(block.text) && cancels.aMeeting.test(block.text) && !cancels.another.test(block.text),
  );
}

export interface DatedSection {
  readonly day: string;
  readonly label: Labelled;
}

/** Sections of rolling notes: headings that begin with a day, beside each other. Lists of links to meeting pages are none. */
export function datedSections(view: PageView): DatedSection[] {
  const { words } = view;
  if (firstDay(view.page.title, words) !== null) return [];
  const found: DatedSection[] = [];
  for (const label of view.labels) {
    const isDateLine =
      label.standsAlone &&
      view.document.blocks[label.index]?.type === "paragraph" &&
      /^\W*$/.test(label.label.replace(datePart(label.label, words), ""));
    if (!(label.isHeading || isDateLine) || label.label.length > 100) continue;
    const day = firstDay(label.label, words);
    const block = view.document.blocks[label.index];
    // A heading that is a link to a meeting's own page heads an entry of an index.
    if (day === null || day.start > 40 || (block && isPageLink(block))) continue;
    const text = label.blocks.reduce((sum, block) => sum + block.text.length, 0);
    if (text < 40) continue;
    const links = label.blocks.filter((block) => isMostlyLink(block)).length;
    if (links > label.blocks.length / 2) continue;
    found.push({ day: day.edtf, label });
  }
  if (found.length < 2) found.splice(0, found.length, ...datedLines(view));
  if (found.length < 2) return [];
  const saysMeeting =
    words.titles.meeting.test(view.page.title) || view.page.parents.some((parent) => words.titles.meeting.test(parent.title));
  return saysMeeting || attendeeLabels(view).length > 0 ? found : [];
}

const weekdayAtEnd = perLexicon((words) => new RegExp(String.raw`(?:${words.weekday.source}),?\s*$`, "i"));

/** The part of a text that is a day, with the weekday before it. */
function datePart(text: string, words: PageView["words"]): string {
  const day = firstDay(text, words);
  if (day === null) return "";
  const weekday = weekdayAtEnd(words).exec(text.slice(0, day.start))?.[0] ?? "";
  return weekday + text.slice(day.start, day.end);
}

/** Headings that link to pages of meetings, each with its date. */
function linkedDates(view: PageView): number {
  return view.labels.filter((label) => {
    const block = view.document.blocks[label.index];
    return label.isHeading && block !== undefined && isPageLink(block) && firstDay(label.label, view.words) !== null;
  }).length;
}

/** Links to pages and recordings, in tables too. */
function listedLinks(view: PageView): number {
  let count = 0;
  for (const block of allBlocks(view.document.blocks)) {
    for (const span of block.spans) {
      if (
        span.kind === "link" &&
        span.href !== undefined &&
        (parsePageLink(span.href) !== null || classifyRecording(span.href, false) !== null)
      )
        count += 1;
    }
  }
  return count;
}

/** Who speaks and when, on a page that is no meeting: the announcement of a talk. */
function announcesTalk(view: PageView): boolean {
  const { presenters, timeOfTalk } = view.words.labels;
  return view.labels.some((label) => presenters.test(label.folded)) && view.labels.some((label) => timeOfTalk.test(label.folded));
}

function bodyLength(view: PageView): number {
  return view.document.blocks.reduce((sum, block) => sum + block.text.length, 0);
}

/** "January 5, 2022" on a line of its own (perhaps bold, perhaps with "- CANCELED" or a recording) over what was talked about. */
function datedLines(view: PageView): DatedSection[] {
  const { blocks } = view.document;
  const starts = blocks.flatMap((block, index) => {
    if (
      block.type !== "paragraph" ||
      block.text.length > 80 ||
      block.text.includes("\n") ||
      /\.[a-z][a-z0-9]{1,4}\b|\bby \p{Lu}/u.test(block.text)
    )
      return [];
    const day = firstDay(block.text, view.words);
    return day !== null && day.start <= 12 && !isPageLink(block) ? [{ index, day: day.edtf }] : [];
  });
  if (starts.length < 3 || starts.filter(({ index }) => blocks[index + 1]?.type === "item").length < starts.length * 0.6) return [];
  return starts.map(({ index, day }, at) => {
    const block = blocks[index] as Labelled["inline"][number];
    const end = starts[at + 1]?.index ?? blocks.length;
    const cut = blocks.slice(index + 1, end).findIndex((next) => next.type === "heading");
    const under = blocks.slice(index, cut < 0 ? end : index + 1 + cut);
    return {
      day,
      label: { label: block.text, folded: block.text.toLowerCase(), inline: [], blocks: under, isHeading: false, standsAlone: true, index },
    };
  });
}

function hasBody(view: PageView): boolean {
  return view.document.blocks.some((block) => block.text.length > 0);
}

function isPageLink(block: PageView["document"]["blocks"][number]): boolean {
  const link = block.spans.find((span) => span.kind === "link" && span.href !== undefined && parsePageLink(span.href) !== null);
  return link !== undefined && link.end - link.start > block.text.length * 0.6;
}

function isMostlyLink(block: PageView["document"]["blocks"][number]): boolean {
  const linked = block.spans.reduce((sum, span) => (span.kind === "link" ? sum + span.end - span.start : sum), 0);
  return block.text.length > 0 && linked > block.text.length * 0.5;
}

function pageLinkShare(view: PageView): number {
  const blocks = view.document.blocks.filter((block) => block.text.length > 0 && block.type !== "heading");
  if (blocks.length === 0) return 0;
  return blocks.filter(isPageLink).length / blocks.length;
}
