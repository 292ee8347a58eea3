import type { Block } from "../../pages/document.ts";
import { headingsOver } from "../../pages/document.ts";
import { datesIn, firstDay } from "../dates.ts";
import { bareGroupName, groupKindOf } from "../group-names.ts";
import type { PageView } from "../view.ts";

const groupPhrase =
  /(?:\p{Lu}[\p{L}\d/&-]{0,24}(?:[ ,] ?| and | & | of ){1,2}){1,6}?(?:[Ss]ub-?\s?[Gg]roup|[Ss]ub-?[Cc]ommittee|SIG|Special Interest Group|(?:[Ii]nterest|[Aa]dvisory|[Uu]ser|[Ff]ocus|[Ss]tudy) [Gg]roup|[Ww]ork(?:ing)? [Gg]roup|WG|PMC|Team|Committee|Chapter|Task Force|Roundtable|Project)(?![\p{L}])|\b[A-Z]{2,}(?:-[A-Z]{2,})?(?: \p{Lu}[\p{L}/&-]{1,20}){0,3}(?= (?:subgroup|team|group|sig)\b)|\b[A-Z][A-Z-]{2,13}\b/gu;

const enumeration =
  /\bsub-?groups(?: of| namely|:)?\s+(?:the )?(\p{Lu}[\p{L}/&-]{1,20}(?:, (?:and )?\p{Lu}[\p{L}/&-]{1,20}){1,6}(?:,? and \p{Lu}[\p{L}/&-]{1,20})?)/u;

const namedOffice =
  /\b(?:the|new|as|elected|of) (?:new )?(\p{Lu}[\p{L}\d-]{1,20}(?: \p{Lu}[\p{L}\d-]{1,20}){0,2}) (?:PTL|(?:[Vv]ice[- ]|[Cc]o-?)?[Cc]hair|[Ll]ead)\b/u;
const namedSubject = /^(?:\W|#\p{L}{1,12} ){0,4}(\p{Lu}[\p{L}\d-]{1,20}(?: \p{Lu}[\p{L}\d-]{1,20}){0,3}) (?:is|was|has|have|will)\b/u;

/** The groups that a sentence names, and whether all are meant. */
export function groupsInSentence(text: string): { names: string[]; all: boolean } {
  const listed = enumeration.exec(text)?.[1];
  if (listed !== undefined) {
    const names = listed.split(/,? and |, /).map((name) => `${name.replace(/^and /, "").trim()} Subgroup`);
    return { names, all: true };
  }
  const names: string[] = [];
  for (const match of text.matchAll(groupPhrase)) {
    const name = match[0].replace(/^(?:The|Our|This|In|A|We|Both) /, "").trim();
    names.push(name);
    // "EHR subgroup": the kind in small letters belongs to the name.
    const behind = /^ (sub-?\s?group|team|working group|sig)\b/i.exec(text.slice(match.index + match[0].length))?.[1];
    if (behind !== undefined) names.unshift(`${name} ${behind}`);
  }
  for (const match of text.matchAll(
    /\b(\p{Lu}[\p{L}/&-]{1,24}(?: \p{Lu}[\p{L}/&-]{1,24}){0,4}) (sub-?group|team|working group|sig|roundtable)\b/gu,
  )) {
    names.push(`${(match[1] ?? "").replace(/^(?:The|Our|This|In|We|With) /, "")} ${match[2]}`);
  }
  for (const match of text.matchAll(/\b((?:[\p{L}/&-]{2,24} ){1,3})(sub-?group|team)\b/giu)) {
    const before = (match[1] ?? "").trim().split(" ");
    for (let length = before.length; length > 0; length -= 1) {
      if (
        /^(?:this|the|our|that|a|an|each|its|of|in|for|to|and|new|by|leading|joining|be)$/i.test(before.at(-length) ?? "") ||
        /^(?:this|the|our|that|a|an|each|its)$/i.test(before.at(-1) ?? "")
      )
        continue;
      names.push(`${before.slice(-length).join(" ")} ${match[2]}`);
    }
  }
  // "the Beacon PTL role", "Beacon is archived": a name without a kind; whether it is a group, the archive knows.
  for (const pattern of [namedOffice, namedSubject]) {
    const bare = pattern.exec(text)?.[1];
    if (bare !== undefined) names.push(bare);
  }
  // "New DUNE-SIG Use Case Development Lead": the kind is left out.
  const led = /\b[Nn]ew((?: [\p{Lu}][\p{L}\d/&-]{0,20}){1,5}) (?:[Ll]ead|[Cc]hair)/u.exec(text)?.[1]?.trim();
  if (led !== undefined) names.unshift(`${led} Subgroup`, `${led} Team`, `${led} Working Group`, led);
  return { names: [...new Set(names)], all: false };
}

/** The groups that the place of a block speaks of: the entry it belongs to, then the headings over it, the nearest first. */
export function groupsOfPlace(index: number, view: PageView): string[] {
  const { blocks } = view.document;
  const block = blocks[index];
  if (!block) return [];
  const names: string[] = [];
  const note = (text: string): void => {
    const head = bareGroupName(
      text
        .slice(0, 300)
        .split("\n")[0]
        ?.split(/\s*\((?!archived)|:\s|\s[–—-]\s/i)[0] ?? "",
    );
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

const monthOnly =
  /\b(?:in|since|during|by|mid-|early|late|of|on|from) ?(January|February|March|April|May|June|July|August|September|October|November|December)(?: (\d{1,2})(?:st|nd|rd|th)?)?(?![\p{L}\d])(?!,? \d{4})/iu;
const monthDay =
  /\b(January|February|March|April|June|July|August|September|October|November|December) (\d{1,2})(?:st|nd|rd|th)?(?!\d)(?!,? \d{4})/i;

/** The date in a sentence: as printed; a month without a year is that of the page's time; "at the end of 2018" the year. */
export function dateInSentence(text: string, time: PageTime, view: PageView): string | null {
  const printed = datesIn(text.replace(/,(?= \d{4})/g, ""), view.words)[0];
  if (printed) return printed.edtf;
  const month = monthDay.exec(text) ?? monthOnly.exec(text);
  const number = month ? view.words.months[(month[1] ?? "").toLowerCase()] : undefined;
  if (month && number !== undefined && time.year !== null) {
    const day = month[2] === undefined ? "" : `-${month[2].padStart(2, "0")}`;
    return `${time.year}-${String(number).padStart(2, "0")}${day}`;
  }
  const year = /\b(?:end of|in|during|since|of) ((?:19|20)\d{2})\b/.exec(text)?.[1];
  return year ?? null;
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
