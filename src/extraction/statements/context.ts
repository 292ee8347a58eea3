import type { Block } from "../../pages/document.ts";
import { headingsOver } from "../../pages/document.ts";
import { datesIn, firstDay } from "../dates.ts";
import { bareGroupName, groupKindOf } from "../group-names.ts";
import { firstMatch, type Lexicon, perLexicon } from "../lexicon/index.ts";
import { headingOf, type PageView } from "../view.ts";

const capitals = String.raw`\p{Lu}[\p{L}/&-]{1,20}`;

const patterns = perLexicon((words) => {
  const { groups, groupChanges, marks, months, periods, people } = words;
  const and = `(?:${people.and.source})`;
  const kind = `(?:${groups.kindInName.source}|${groups.otherKindInName.source})`;
  const smallKind = `(?:${groups.kindBehindName.source})`;
  const names = Object.keys(months).filter((month) => !isAbbreviated(month, words));
  const number = `(\\d{1,2})(?:${periods.ordinalEnding.source})?`;
  return {
    /** "Tide Gauge Subgroup"; "DCS" before "team"; "DUNE-SIG". */
    groupPhrase: new RegExp(
      String.raw`(?:\p{Lu}[\p{L}\d/&-]{0,24}(?:[ ,] ?| (?:${groups.withinName.source}|&) ){1,2}){1,6}?${kind}(?![\p{L}])` +
        String.raw`|\b[A-Z]{2,}(?:-[A-Z]{2,})?(?: ${capitals}){0,3}(?= (?:${groups.smallKind.source})\b)|\b[A-Z][A-Z-]{2,13}\b`,
      "gu",
    ),
    /** "subgroups of Tide, Wind, and Calibration" */
    enumeration: new RegExp(
      String.raw`\b(?:${groups.subgroups.source})(?:${groups.behindSubgroups.source}|:)?\s+(?:the )?` +
        `(${capitals}(?:, (?:${and} )?${capitals}){1,6}(?:,? ${and} ${capitals})?)`,
      "u",
    ),
    divider: new RegExp(`,? ${and} |, `),
    leadingAnd: new RegExp(`^${and} `),
    kindBehind: new RegExp(String.raw`^ (${smallKind})\b`, "i"),
    /** "Tide Gauge working group" */
    /** "Working Group on Tides", "groupe de travail Marées" */
    kindAndName: new RegExp(
      String.raw`(?<![\p{L}])(?:${groupChanges.kindBeforeName.source}) (?:\p{Lu}[\p{L}\d/&-]{0,24})(?: \p{Lu}[\p{L}\d/&-]{0,24}){0,4}`,
      "gu",
    ),
    kindAtStart: new RegExp(`^(?:${groupChanges.kindBeforeName.source}) \\p{Lu}`, "u"),
    /** "Tide Gauge project" */
    nameAndEndeavour: new RegExp(
      String.raw`(\p{Lu}[\p{L}\d/&-]{1,24}(?: \p{Lu}[\p{L}\d/&-]{1,24}){0,4}) (?:${groupChanges.endeavour.source})\b`,
      "gu",
    ),
    nameAndSmallKind: new RegExp(String.raw`\b(\p{Lu}[\p{L}/&-]{1,24}(?: \p{Lu}[\p{L}/&-]{1,24}){0,4}) (${smallKind})\b`, "gu"),
    /** "tide gauge subgroup" */
    wordsAndKind: new RegExp(String.raw`\b((?:[\p{L}/&-]{2,24} ){1,3})(${groups.looseKind.source})\b`, "giu"),
    endOfHead: new RegExp(String.raw`\s*\((?!${marks.ended.source})|:\s|\s[–—-]\s`, "i"),
    /** "March 12th", and "in March", where no year follows. */
    monthDay: new RegExp(
      String.raw`\b(${names.filter((month) => !words.ambiguousMonths.includes(month)).join("|")}) ${number}(?!\d)(?!,? \d{4})`,
      "i",
    ),
    monthOnly: new RegExp(
      String.raw`\b(?:${periods.beforeMonth.source}) ?(${names.join("|")})(?: ${number})?(?![\p{L}\d])(?!,? \d{4})`,
      "iu",
    ),
    yearOnly: new RegExp(String.raw`\b(?:${periods.beforeYear.source}) ((?:19|20)\d{2})\b`),
  };
});

/** "jan", "sept": begins another name of the same month. */
function isAbbreviated(month: string, { months }: Lexicon): boolean {
  return month.length < 5 && Object.keys(months).some((other) => other.length > month.length && other.startsWith(month));
}

/** "groupe de travail Marées": though it begins like "the group", it is a name. */
export function beginsWithKind(name: string, words: Lexicon): boolean {
  return patterns(words).kindAtStart.test(name);
}

/** The groups that a sentence names, and whether all are meant. */
export function groupsInSentence(text: string, words: Lexicon): { names: string[]; all: boolean } {
  const { groups } = words;
  const { groupPhrase, enumeration, divider, leadingAnd, kindBehind, kindAndName, nameAndEndeavour, nameAndSmallKind, wordsAndKind } =
    patterns(words);
  const listed = enumeration.exec(text)?.[1];
  if (listed !== undefined) {
    const names = listed.split(divider).map((name) => `${name.replace(leadingAnd, "").trim()} ${groups.kindsLeftOut[0]}`);
    return { names, all: true };
  }
  const names: string[] = [];
  for (const match of text.matchAll(groupPhrase)) {
    const name = match[0].replace(groups.beforeName, "").trim();
    names.push(name);
    // "DCS subgroup": the kind in small letters belongs to the name.
    const behind = kindBehind.exec(text.slice(match.index + match[0].length))?.[1];
    if (behind !== undefined) names.unshift(`${name} ${behind}`);
  }
  for (const match of text.matchAll(nameAndSmallKind)) names.push(`${(match[1] ?? "").replace(groups.beforeName, "")} ${match[2]}`);
  for (const match of text.matchAll(wordsAndKind)) {
    const before = (match[1] ?? "").trim().split(" ");
    for (let length = before.length; length > 0; length -= 1) {
      if (groups.notFirstInName.test(before.at(-length) ?? "") || groups.notLastInName.test(before.at(-1) ?? "")) continue;
      names.push(`${before.slice(-length).join(" ")} ${match[2]}`);
    }
  }
  for (const pattern of groups.withoutKind) {
    const bare = pattern.exec(text)?.[1];
    if (bare !== undefined) names.push(bare);
  }
  const numbered = groups.numbered.exec(text)?.[0];
  if (numbered !== undefined) names.push(numbered);
  for (const match of text.matchAll(kindAndName)) names.unshift(match[0]);
  for (const match of text.matchAll(nameAndEndeavour)) names.push((match[1] ?? "").replace(groups.beforeName, ""));
  // "Beacon: Ann Lee hands over": minutes say first of which group they tell.
  const label = /^\W{0,3}(\p{Lu}[\p{L}\d/&-]{1,24}(?: [\p{Lu}\d&][\p{L}\d/&-]{0,24}){0,4}): /u.exec(text)?.[1];
  if (label !== undefined) names.unshift(label);
  // "New DUNE-SIG Use Case Development Lead": the kind is left out.
  const led = firstMatch(groups.ofNewLead, text)?.[1]?.trim();
  if (led !== undefined) names.unshift(...groups.kindsLeftOut.map((kind) => `${led} ${kind}`), led);
  return { names: [...new Set(names)], all: false };
}

/** The groups that the place of a block speaks of: the entry it belongs to, then the headings over it, the nearest first. */
export function groupsOfPlace(index: number, view: PageView): string[] {
  const { blocks } = view.document;
  const block = blocks[index];
  if (!block) return [];
  const names: string[] = [];
  const note = (text: string): void => {
    const head = bareGroupName(text.slice(0, 300).split("\n")[0]?.split(patterns(view.words).endOfHead)[0] ?? "");
    if (groupKindOf(head, view.words) !== null) names.push(head);
  };
  note(block.text);
  let indent = block.indent;
  for (let at = index - 1; at >= 0 && indent > 0; at -= 1) {
    const before = blocks[at];
    if (!before || before.type === "heading") break;
    if (before.type === "item" && before.indent < indent) {
      note(before.text);
      indent = before.indent;
    }
  }
  // A bold line or short line right above plays a heading.
  for (let at = index - 1; at >= Math.max(0, index - 12); at -= 1) {
    const before = blocks[at];
    if (!before || before.type === "heading") break;
    if (before.text.length < 80 && before.spans.some((span) => span.kind === "strong")) note(before.text);
  }
  for (const heading of headingsOver(view.document, block as Block).reverse()) note(heading.text);
  return [...new Set(names)];
}

/** When the page speaks: the day of its meeting, or the period of its report. */
export interface PageTime {
  readonly meetingDay: string | null;
  /** EDTF of the report's period, and its year. */
  readonly period: string | null;
  readonly year: number | null;
}

/** The date in a sentence: as printed; a month without a year is that of the page's time; "at the end of 2018" the year. */
export function dateInSentence(text: string, time: PageTime, view: PageView): string | null {
  const printed = datesIn(text.replace(/,(?= \d{4})/g, ""), view.words)[0];
  if (printed) return printed.edtf;
  const { monthDay, monthOnly, yearOnly } = patterns(view.words);
  const month = monthDay.exec(text) ?? monthOnly.exec(text);
  const number = month ? view.words.months[(month[1] ?? "").toLowerCase()] : undefined;
  if (month && number !== undefined && time.year !== null) {
    const day = month[2] === undefined ? "" : `-${month[2].padStart(2, "0")}`;
    return `${time.year}-${String(number).padStart(2, "0")}${day}`;
  }
  return yearOnly.exec(text)?.[1] ?? null;
}

/** The day of the section that a block stands in: reports tell month by month, below lines such as "Date & Time: April 25, 2022". */
export function dayOfPlace(index: number, view: PageView): string | null {
  const { blocks } = view.document;
  for (let at = index; at >= Math.max(0, index - 25); at -= 1) {
    const block = blocks[at];
    if (!block || (at < index && block.type === "heading" && firstDay(block.text, view.words) === null)) return null;
    const isLine = block.type === "heading" || block.spans.some((span) => span.kind === "strong" && span.start === 0);
    const day = isLine && block.text.length < 90 ? firstDay(block.text, view.words) : null;
    if (day) return day.edtf;
  }
  return null;
}

export function pageTimeCode(time: PageTime): string | null {
  return time.meetingDay ?? time.period;
}

/** The heading over a block, by its index. */
export function headingAt(index: number, view: PageView): string | null {
  const block = view.document.blocks[index];
  return block ? headingOf(view.document, block) : null;
}
