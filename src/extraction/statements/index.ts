import { columnHeaders, type Table } from "../../pages/document.ts";
import type { PageKind } from "../../records/index.ts";
import type { ReportFacts } from "../facts.ts";
import { bareGroupName, groupKindOf, kindBehindNames } from "../group-names.ts";
import { firstMatch } from "../lexicon/index.ts";
import type { PersonName } from "../people.ts";
import { roleIn } from "../roles.ts";
import { type Sentence, sentencesOf } from "../sentences.ts";
import { type PageView, quoteOf } from "../view.ts";
import { cadenceRules } from "./cadence-rules.ts";
import {
  beginsWithKind,
  dateInSentence,
  dayOfPlace,
  groupsInSentence,
  groupsOfPlace,
  headingAt,
  type PageTime,
  pageTimeCode,
} from "./context.ts";
import { groupRules } from "./group-rules.ts";
import { leadershipRules } from "./leadership-rules.ts";
import { statementsOfPage } from "./of-page.ts";
import type { Reading, StatementRule } from "./rule.ts";
import { lastCells } from "./run-together.ts";
import { statement } from "./statement.ts";
import type { StatementFacts } from "./types.ts";
import { whoCame } from "./who-came.ts";

/** The sentences of change on a page, each with its place and time. */
export function readStatements(view: PageView, kind: PageKind, time: PageTime, author: PersonName | null): StatementFacts[] {
  if (kind === "resource" || kind === "roster" || view.words.titles.template.test(view.page.title)) return [];
  const found: StatementFacts[] = statementsOfPage(view, time);
  const cells = lastCells(view);
  view.document.blocks.forEach((block, index) => {
    if (block.type === "code" || block.type === "rule" || !view.words.changes.trigger.test(block.text)) return;
    if (block.type === "table") {
      found.push(...inTable(block, index, view, time, kind));
      return;
    }
    const rows = cells.get(block) ?? [];
    for (const { group, sentence } of rows) found.push(...inSentence(sentence, index, view, time, kind, [group]));
    if (rows.length > 0) return;
    for (const sentence of sentencesOf(block.text)) {
      if (!view.words.changes.trigger.test(sentence.text) || sentence.text.length > 800) continue;
      found.push(...ofAuthor(sentence, index, view, time, author));
      found.push(...inSentence(sentence, index, view, time, kind));
    }
  });
  return found;
}

/** A cell may tell a change about the group that its row names: "Tide Gauge | Ann Lee (took over from Bo Chen in June)". */
function inTable(table: Table, index: number, view: PageView, time: PageTime, kind: PageKind): StatementFacts[] {
  const headers = columnHeaders(table);
  return table.grid.slice(table.headerRows).flatMap((row) => {
    const first = table.cells[row[0] ?? -1]?.text.trim() ?? "";
    const kindOfColumn = kindBehindNames(headers[0] ?? "", view.words);
    const ofRow = first === "" || first.length > 60 ? [] : [first, ...(kindOfColumn === null ? [] : [`${first} ${kindOfColumn}`])];
    return [...new Set(row)].flatMap((at) =>
      sentencesOf(table.cells[at]?.text ?? "").flatMap((sentence) =>
        view.words.changes.trigger.test(sentence.text) && sentence.text.length < 400
          ? inSentence(sentence, index, view, time, kind, ofRow)
          : [],
      ),
    );
  });
}

function inSentence(
  sentence: Sentence,
  index: number,
  view: PageView,
  time: PageTime,
  kind: PageKind,
  ofRow: readonly string[] = [],
): StatementFacts[] {
  // Blanks keep the offsets of the spans.
  const text = sentence.text.replace(view.words.changes.staysInOffice, (clause) => " ".repeat(clause.length));
  const isFuture = view.words.changes.future.test(text);
  const found: StatementFacts[] = [];
  const { aboutLeaders, aboutMeetings } = view.words.changes;
  const { ofPart, callOfPart, beginsWithThis } = view.words.groupChanges;
  for (const family of [leadershipRules, groupRules, cadenceRules]) {
    if (family === leadershipRules && !aboutLeaders.test(text)) continue;
    if (family === cadenceRules && !aboutMeetings.test(text)) continue;
    const rules = isFuture && family !== groupRules ? family.filter((rule) => rule.announces === true) : family;
    const hit = readingOf(rules, text, view, family === groupRules);
    if (!hit) continue;
    // Asked for where a rule reads something: over all sentences this one pattern took as long as all rules about leaders.
    if (view.words.changes.noChange.test(text)) return [];
    const { reading, rule } = hit;
    const subject = family === groupRules ? subjectOf(text, hit, view) : text;
    const named = groupsNamed({ ...sentence, text: subject }, index, view);
    const place = [...ofRow, ...groupsOfPlace(index, view)];
    // A sentence about the state of a group must say which one: its own words, or the entry it stands in.
    const partOnly = ofPart.test(text) || (rule === "merged" && callOfPart.test(text));
    // On a group's home page a sentence without a group's name is about that group.
    const isAtHome = kind === "home" && isAboutPage(text, view) && !named.names.some((name) => groupKindOf(name, view.words) !== null);
    const own =
      family === leadershipRules ||
      family === cadenceRules ||
      isAtHome ||
      (view.words.changes.ownThing.test(subject) && !named.names.some((name) => beginsWithKind(name, view.words)));
    if (named.names.length === 0 && place.length === 0 && !own && reading.ofGroup === undefined) continue;
    const printed = dateInSentence(text, time, view);
    const at = printed ?? (reading.isState ? null : (dayOfPlace(index, view) ?? pageTimeCode(time) ?? yearOfResult(reading, view)));
    const to = whoCame(reading, sentence, index, view);
    if (reading.needsPeople === true && to.length === 0) continue;
    found.push(
      statement(
        { ...reading, to },
        {
          groups: groupsOf(reading, beginsWithThis.test(text) ? [...place, ...named.names] : [...named.names, ...place]),
          all: named.all,
          own: own && kind !== "index" && !(rule === "is the new" && view.words.leaderChanges.newOfAnother.test(text)),
          part: partOnly,
          at,
          dated: printed !== null,
          rule,
          quote: quoteOf(sentence.text, hit.index),
          heading: headingAt(index, view),
        },
      ),
    );
  }
  return found;
}

function groupsOf({ ofGroup }: Reading, others: readonly string[]): readonly string[] {
  return ofGroup === undefined ? others : [ofGroup];
}

/** "I will serve as the Assistant Chair": the author of the report speaks. */
function ofAuthor(sentence: Sentence, index: number, view: PageView, time: PageTime, author: PersonName | null): StatementFacts[] {
  const match = author === null ? null : firstMatch(view.words.leaderChanges.authorSpeaks, sentence.text);
  const role = match ? roleIn(match[1] ?? "", view) : null;
  if (!match || author === null || role === null) return [];
  const groups = [...groupsInSentence(sentence.text, view.words).names, ...groupsOfPlace(index, view)];
  const setting = {
    groups,
    all: false,
    own: true,
    part: false,
    at: dateInSentence(sentence.text, time, view) ?? pageTimeCode(time),
    dated: false,
    rule: "author speaks",
    quote: quoteOf(sentence.text, match.index),
    heading: headingAt(index, view),
  };
  return [statement({ type: "leadership.joined", to: [author], role }, setting)];
}

interface Hit {
  readonly reading: Reading;
  readonly rule: string;
  readonly index: number;
}

/** The first rule that reads something; of what a sentence tells about a group's state, the last clause is how it stands. */
function readingOf(rules: readonly StatementRule[], text: string, view: PageView, wantsLast: boolean): Hit | null {
  let found: Hit | null = null;
  for (const rule of rules) {
    const index = text.search(view.words.changes[rule.verbs]);
    if (index < 0 || (found && index < found.index)) continue;
    const reading = rule.read(text, view);
    if (!reading) continue;
    found = { reading, rule: rule.name, index };
    if (!wantsLast) return found;
  }
  return found;
}

/** A sentence of a home page that begins with the page's own name, or with what happened to it: "Approved by the board on …". */
function isAboutPage(text: string, view: PageView): boolean {
  const { article, beginsWithChange } = view.words.groupChanges;
  const start = text.replace(/^\W*/, "").replace(article, "").toLowerCase();
  return (
    [view.page.title, view.page.spaceName ?? view.page.title].some((name) => start.startsWith(bareGroupName(name).toLowerCase())) ||
    beginsWithChange.test(start)
  );
}

/** The part of a sentence that names the group it is about: neither who approved it, nor what it was merged into. */
function subjectOf(text: string, { rule, index }: Hit, view: PageView): string {
  const { approvedBy, mergedInto, beginsWithThis } = view.words.groupChanges;
  // "Formerly known as the Sand Group": the name that follows is gone.
  if (rule === "was renamed" && /^\W*$/.test(text.slice(0, index))) return "";
  if (rule === "was approved") return text.replace(approvedBy, " ");
  if (rule === "merged") return text.split(mergedInto)[0] ?? text;
  // "This working group was announced at the call of the Tide Group": what stands behind the verb is another one.
  const head = text.slice(0, index);
  if (beginsWithThis.test(text) && view.words.changes.ownThing.test(head)) return head;
  return text;
}

/** How many characters before a sentence "this subgroup" may have been named. */
const lookBack = 2_000;

/** The groups of a sentence; where it says "this subgroup", those of the sentences before it. */
function groupsNamed(sentence: Sentence, index: number, view: PageView): { names: string[]; all: boolean } {
  const named = groupsInSentence(sentence.text, view.words);
  const { thisGroup, saysWhich } = view.words.groupChanges;
  if (!thisGroup.test(sentence.text) || named.names.some((name) => saysWhich.test(name))) return named;
  const before = view.document.blocks[index]?.text.slice(Math.max(0, sentence.start - lookBack), sentence.start) ?? "";
  const earlier = sentencesOf(before)
    .reverse()
    .flatMap((other) => groupsInSentence(other.text, view.words).names);
  return { names: [...earlier, ...named.names], all: named.all };
}

/** The results of "Chair Election 2022" are of the one year that the title prints. */
function yearOfResult(reading: Reading, view: PageView): string | null {
  const years = [...view.page.title.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map((match) => match[0]);
  return reading.needsPeople === true && years.length === 1 ? (years[0] ?? null) : null;
}

/** The time of a page, from what was read of its meeting or report. */
export function pageTime(meetingDay: string | null, report: ReportFacts | null): PageTime {
  const period = report?.period ?? null;
  const code = period ? periodCode(period) : null;
  const day = meetingDay ?? period?.end ?? null;
  return { meetingDay, period: code, year: day === null ? null : Number(day.slice(0, 4)) };
}

function periodCode(period: { label: string; start: string; end: string }): string {
  const named = /^(\d{4})-([QH])(\d)$/.exec(period.label);
  if (named) return `${named[1]}-${(named[2] === "Q" ? 32 : 39) + Number(named[3])}`;
  if (period.start.slice(0, 4) === period.end.slice(0, 4)) {
    if (period.end.slice(5, 7) <= "06") return `${period.end.slice(0, 4)}-40`;
    if (period.start.slice(5, 7) >= "07") return `${period.end.slice(0, 4)}-41`;
  }
  return period.end.slice(0, 4);
}
