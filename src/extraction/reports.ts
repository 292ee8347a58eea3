import { slice } from "../pages/document.ts";
import type { Cadence } from "../records/index.ts";
import { datesIn, firstDay } from "./dates.ts";
import type { Finding, ReportFacts, Witness } from "./facts.ts";
import { groupKindOf } from "./group-names.ts";
import { firstMatch } from "./lexicon/index.ts";
import { namesInProse } from "./names-in-prose.ts";
import { linesUnder, looksLikeCompany, namesInLine, type PersonName, unique } from "./people.ts";
import { monthIn, type Period, periodIn } from "./periods.ts";
import { readAttendance } from "./report-attendance.ts";
import { linesOfField, periodField, publishedDay } from "./report-fields.ts";
import { canonicalSections, type ReportSection, sectionMarkdown } from "./sections.ts";
import { sentencesOf } from "./sentences.ts";
import { headingOf, type Labelled, type PageView, quoteOf } from "./view.ts";

export function readReport(view: PageView): ReportFacts {
  const sections = canonicalSections(view);
  const period = readPeriod(view);
  const authors = readAuthors(view, sections);
  const published = readPublished(view, sections);
  return {
    period: period?.value ?? null,
    periodWitness: period?.witness ?? null,
    authors: authors?.value ?? [],
    authorsWitness: authors?.witness ?? null,
    publishedOn: published?.value ?? null,
    publishedWitness: published?.witness ?? null,
    sections: sections.map((section) => ({ key: section.key, heading: section.heading, markdown: sectionMarkdown(section) })),
    averageAttendance: readAttendance(view),
    meetingCadence: readCadence(view),
    groupHints: groupHints(view),
  };
}

/**
 * The period of the title; where a line near the top prints a range of months that lies in it, or in it for the most part, the
 * range: it says more. A title wins over a body that tells of another period.
 */
function readPeriod(view: PageView): Finding<Period> | null {
  const inTitle = periodIn(view.page.title, view.words);
  const field = inTitle === null ? periodField(view) : null;
  if (field) return field;
  const title = inTitle ?? monthIn(view.page.title, view.words);
  for (const block of view.document.blocks.slice(0, 8)) {
    if (block.text.length > 120) continue;
    const body = periodIn(block.text, view.words);
    if (!body || (title && (body.end < title.start || body.start > title.end))) continue;
    const isRange = /^\d{4}-\d{2}--/.test(body.label);
    if (!title || isRange) return { value: body, witness: { quote: quoteOf(block.text), heading: null, rule: "range near the top" } };
  }
  return title ? { value: title, witness: { quote: null, heading: null, rule: "title" } } : null;
}

function readAuthors(view: PageView, sections: readonly ReportSection[]): Finding<PersonName[]> | null {
  const labels = [
    ...sections.filter((section) => section.key === "authors").map((section) => section.label),
    ...view.labels.filter((label) => view.words.labels.authors.test(label.folded) && label.folded.length < 50),
  ];
  for (const label of labels) {
    const names = authorsUnder(label, view);
    if (names.length > 0) return { value: names, witness: witness(label, "author label") };
  }
  for (const label of view.labels) {
    if (!view.words.labels.submittedBy.test(label.folded)) continue;
    const names = authorsUnder(label, view);
    if (names.length > 0) return { value: names, witness: witness(label, "submitted by") };
  }
  return authorsInLine(view);
}

/** "Prepared by Ann Lee (chair) for the board": a line near the top that has no colon. */
function authorsInLine(view: PageView): Finding<PersonName[]> | null {
  for (const block of view.document.blocks.slice(0, 5)) {
    if (block.type === "table" || block.text.length > 200) continue;
    const names = namesInProse(firstMatch(view.words.labels.submittedByLine, block.text)?.[1] ?? "", view);
    if (names.length > 0) return { value: names, witness: { quote: quoteOf(block.text), heading: null, rule: "submitted by in a line" } };
  }
  return null;
}

function authorsUnder(label: Labelled, view: PageView): PersonName[] {
  const stop = label.blocks.findIndex((block, at) => block.type === "heading" || (at > 0 && block.text.length > 120));
  const blocks = label.inline.length > 0 && !label.isHeading ? [] : stop < 0 ? label.blocks : label.blocks.slice(0, stop);
  const names: PersonName[] = [];
  for (const whole of linesUnder(label.inline, blocks).slice(0, 12)) {
    if (whole.text.length > 200) break;
    // "Ann Lee, July 9, 2021": the day is that of the report, see `readPublished`.
    const day = datesIn(whole.text, view.words)[0];
    const line = day && day.start > 3 ? slice(whole, 0, day.start) : whole;
    // "Ann Lee, Assistant Chair", "Ann Lee, Dune School": what follows is no second author.
    const [, second = "", ...more] = line.text.split(",");
    const isOne = more.length === 0 && (looksLikeCompany(second, view.words) || view.words.roles.some(([, role]) => role.test(second)));
    const found = namesInLine(line, isOne ? "item" : "line", view.words);
    if (found.length === 0 && names.length > 0) break;
    names.push(...found);
  }
  return unique(names.filter((person) => person.name.split(" ").length <= 5));
}

function readPublished(view: PageView, sections: readonly ReportSection[]): Finding<string> | null {
  const section = sections.find((candidate) => candidate.key === "published");
  const labels = [
    ...(section ? [section.label] : []),
    ...view.labels.filter((label) => view.words.labels.published.test(label.folded) && label.folded.length < 40),
    ...view.labels.slice(0, 6).filter((label) => view.words.labels.dateOfReport.test(label.folded)),
  ];
  for (const label of labels) {
    for (const line of linesOfField(label, view)) {
      const day = publishedDay(line, view) ?? line.spans.find((span) => span.kind === "date")?.value;
      if (day !== undefined) return { value: day, witness: { ...witness(label, "published label"), quote: quoteOf(line.text) } };
    }
    const inLabel = firstDay(label.label, view.words);
    if (inLabel) return { value: inLabel.edtf, witness: witness(label, "published label") };
  }
  return publishedInLine(view);
}

/** "Drawn up by Ann Lee, handed in on 8 April 2024": a line near the top. */
function publishedInLine(view: PageView): Finding<string> | null {
  for (const block of view.document.blocks.slice(0, 5)) {
    if (block.type === "table" || block.text.length > 200) continue;
    if (firstMatch(view.words.labels.submittedByLine, block.text) === null) continue;
    const verb = view.words.labels.publishedLine.exec(block.text);
    const day = verb ? firstDay(block.text.slice(verb.index + verb[0].length).slice(0, 40), view.words) : null;
    if (day) return { value: day.edtf, witness: { quote: quoteOf(block.text), heading: null, rule: "published in a line" } };
  }
  return null;
}

/** How often the group itself meets: sentences about a subgroup or about plans do not count; where a report says that it moved, the later cadence. */
function readCadence(view: PageView): Finding<Cadence> | null {
  let own: Finding<Cadence> | null = null;
  let weak: Finding<Cadence> | null = null;
  const { says, ofSubgroup, ofPart, planned, later } = view.words.meets;
  for (const block of view.document.blocks) {
    if (block.type === "code" || block.type === "table") continue;
    for (const sentence of sentencesOf(block.text)) {
      if (!says.test(sentence.text)) continue;
      const cadence = cadenceIn(sentence.text, view);
      if (cadence === null) continue;
      const heading = headingOf(view.document, block);
      const found = { value: cadence, witness: { quote: quoteOf(sentence.text), heading, rule: "cadence in a sentence" } };
      const aboutPart = ofPart.test(sentence.text) || (heading !== null && groupKindOf(heading, view.words) === "subgroup");
      if (!aboutPart && !planned.test(sentence.text)) {
        if (own === null || later.test(sentence.text)) own = found;
      } else if (!ofSubgroup.test(`${sentence.text} ${heading ?? ""}`)) weak ??= found;
    }
  }
  return own ?? weak;
}

function cadenceIn(text: string, view: PageView): Cadence | null {
  return view.words.cadences.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

function groupHints(view: PageView): string[] {
  const hints: string[] = [];
  for (const label of view.labels.slice(0, 12)) {
    for (const text of [label.label, ...label.inline.map((line) => line.text), ...label.blocks.slice(0, 1).map((block) => block.text)]) {
      if (text.length < 100 && groupKindOf(text, view.words) !== null) hints.push(text);
    }
  }
  return hints;
}

function witness(label: Labelled, rule: string): Witness {
  const first = label.inline[0]?.text ?? label.blocks[0]?.text ?? label.label;
  return { quote: quoteOf(first), heading: label.label, rule };
}
