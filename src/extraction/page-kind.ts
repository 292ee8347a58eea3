import type { PageKind } from "../records/index.ts";
import { isCanceled, isDeclaredCanceled } from "./canceled.ts";
import { firstDay } from "./dates.ts";
import { groupKindOf } from "./group-names.ts";
import { perLexicon } from "./lexicon/index.ts";
import { isMostlyLink, isPageLink, linkedDates, listedLinks, pageLinkShare } from "./link-lists.ts";
import { isPlural } from "./listed-groups.ts";
import { monthIn, periodIn } from "./periods.ts";
import { isProjectForm } from "./project-forms.ts";
import { isReportForm } from "./report-fields.ts";
import { canonicalSections, isUnfilled } from "./sections.ts";
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
  { name: "title says proposal of a group", kind: "charter", holds: isProposalOfGroup },
  { name: "form of a project", kind: "home", holds: isProjectForm },
  { name: "announces a talk", kind: "resource", holds: announcesTalk },
  { name: "title names a group", kind: "home", holds: (view) => groupKindOf(plainTitle(view), view.words) !== null && hasBody(view) },
  { name: "headings link to dated pages", kind: "index", holds: (view) => linkedDates(view) >= 2 },
  {
    name: "title says index, body lists pages",
    kind: "index",
    holds: (view) => view.words.titles.index.test(view.page.title) && (pageLinkShare(view) > 0.2 || !hasBody(view)),
  },
  { name: "title says resource", kind: "resource", holds: (view) => titleSays(view.words.titles.resource, view) },
  {
    name: "title says groups, body links them",
    kind: "index",
    holds: (view) => isPlural(view.page.title, view.words) && listedLinks(view) >= 2,
  },
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
  const behind = title.slice(match.index + match[0].length);
  return title.split(/\s+/).length <= 4 || behind.length <= 1 || (match.index === 0 && view.words.titles.ofGroup.test(behind));
}

/** "For members" and "Why become a mentor" speak to people, they do not list them. */
function isRoster(view: PageView): boolean {
  const { roster, notRoster } = view.words.titles;
  return roster.test(view.page.title) && !notRoster.test(view.page.title);
}

/** "Gauge SIG Proposal": the charter that a group asks for. */
function isProposalOfGroup(view: PageView): boolean {
  const { proposedGroup } = view.words.titles;
  const title = view.page.title.replace(/\W+$/, "");
  const match = proposedGroup.exec(title);
  return match !== null && match.index + match[0].length === title.length && groupKindOf(title.slice(0, match.index), view.words) !== null;
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
  if (isReportForm(view)) return true;
  const saysReport = words.titles.report.test(page.title);
  const period = periodIn(page.title, words);
  const found = canonicalSections(view);
  if (isUnfilled(found)) return false;
  const sections = found.length;
  if (period !== null) {
    const lead = view.document.blocks.slice(0, 6).some((block) => words.titles.report.test(block.text));
    const under = page.parents.some((parent) => words.titles.report.test(parent.title));
    const prose = view.document.blocks.reduce((sum, block) => sum + block.text.length, 0);
    if (words.titles.oneReport.test(page.title) && prose > 800 && pageLinkShare(view) < 0.3) return true;
    if (sections >= 1 && words.titles.endsInReport.test(page.title) && under) return true;
    return sections >= 2 && (saysReport || lead || under);
  }
  // "Progress note FY2024 Q1": when a financial year begins the title does not say.
  if (saysReport && words.periods.financialYear.test(page.title)) return sections >= 2;
  if (words.titles.oneReport.test(page.title) && monthIn(page.title, words) !== null) return sections >= 2;
  if (tellsSeveralReports(view)) return true;
  return words.titles.reports.test(page.title) && sections >= 4 && !words.titles.index.test(page.title);
}

/** "Progress report – Tide Reader" with "1st quarter progress report", "2nd quarter progress report" …, each told at length. */
function tellsSeveralReports(view: PageView): boolean {
  const { labels, titles } = view.words;
  if (!titles.oneReport.test(view.page.title) || titles.index.test(view.page.title) || pageLinkShare(view) > 0.2) return false;
  const told = view.labels.filter(
    (label) => label.isHeading && labels.calledReport.test(label.folded) && label.blocks.some((block) => block.text.length > 100),
  );
  return told.length >= 2;
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
  if (titles.numberedMeeting.test(page.title) && dayOnTop(view) !== null) return true;
  const label = dateLabel(view);
  const dated = label !== undefined && dayUnder(label, view) !== null;
  if (dated && attendees) return true;
  return titleSaysMeeting && ((dated && agenda) || datedHeading(view) !== null) && datedSections(view).length < 2;
}

/** "Minutes of the 14th plenary" over "Lisbon, 16 November 2023": a short line at the very top prints the day. */
function dayOnTop(view: PageView): string | null {
  const line = view.document.blocks.slice(0, 3).find((block) => block.text.length < 90 && firstDay(block.text, view.words) !== null);
  return line ? (firstDay(line.text, view.words)?.edtf ?? null) : null;
}

/** "CI Subcommittee 12 Jan 2022": what stands before the day is a group. */
function namesGroup(text: string, view: PageView): boolean {
  return groupKindOf(text, view.words) !== null;
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
