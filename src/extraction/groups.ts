import type { Block, RichText } from "../pages/document.ts";
import { withoutTail } from "../pages/trim.ts";
import type { GroupKind, GroupStatus, PageKind } from "../records/index.ts";
import { firstDay } from "./dates.ts";
import type { GroupMention, Witness } from "./facts.ts";
import { abbreviationIn, bareGroupName, groupKindOf, innerGroupKind } from "./group-names.ts";
import { perLexicon } from "./lexicon/index.ts";
import { linesUnder } from "./people.ts";
import { headingOf, type PageView, quoteOf } from "./view.ts";

/** The groups that a page names, by the form in which it names them. */
export function readGroups(view: PageView, kind: PageKind): GroupMention[] {
  return [
    ...fromTitle(view, kind),
    ...fromStatus(view, kind),
    ...fromLists(view),
    ...fromHeadings(view, kind),
    ...fromEnumerations(view),
    ...fromProse(view),
  ];
}

const capitals = String.raw`\p{Lu}[\p{L}/&-]*(?: \p{Lu}[\p{L}/&-]*){0,3}`;

const patterns = perLexicon(({ groups, leaders, marks, people: { and } }) => ({
  /** "Gauge Subgroup (Ann Lee, Lead)" */
  withLead: new RegExp(String.raw`\([^()]{3,120}\b(?:${leaders.office.source})\b[^()]{0,40}\)`, "i"),
  endOfHead: new RegExp(String.raw`\s*\((?!${marks.ended.source})[^()]{0,160}\b(?:${leaders.officeBegins.source})|:\s|\s[–—]\s|,\s`, "i"),
  /** "subgroups of Tide, Wind, and Calibration" */
  enumeration: new RegExp(
    String.raw`\b(?:${groups.subgroups.source})(?:${groups.behindSubgroups.source}|:| \()\s*:?\s*(?:the )?` +
      `((?:${capitals})(?:, (?:(?:${and.source}) )?${capitals}){0,6}(?:,? (?:${and.source}|&) ${capitals})?)`,
    "gu",
  ),
  divider: new RegExp(`,? (?:${and.source}) |, | & `),
  leadingAnd: new RegExp(`^(?:${and.source}) `),
  /** "the Calibration Subgroup (DCS)" */
  theSubgroup: new RegExp(
    String.raw`\b(?:${groups.beforeSubgroup.source}) ((?:\p{Lu}[\p{L}/&-]{1,24} ){1,4}(?:${groups.subgroupInName.source}))\b( \([^)]{2,20}\))?`,
    "gu",
  ),
  /** "has formed a new Tide Gauge Team" */
  wasFormed: new RegExp(
    String.raw`\b(?:${groups.hasFormed.source}) ((?:\p{Lu}[\p{L}/&-]{1,24} ){1,5}?(?:${groups.formedKind.source}))\b`,
    "gu",
  ),
}));

/** "2019 Q1 Identity WG", "Mid-Year 2021 Report - Coastal SIG": what is left of a report's title names its group. */
function fromReportTitle(view: PageView): GroupMention[] {
  const { reportAndPeriod } = view.words.titles;
  const rest = withoutTail(view.page.title.replace(reportAndPeriod, " ").replace(/\s+/g, " "), /[\s:,–—-]/).replace(/^[\s:,–—-]+/, "");
  const found = groupKindOf(rest, view.words) ?? innerGroupKind(rest, view.words);
  if (found === null || found === "project") return [];
  return [mention(rest, found, { view, strength: 3, rule: "report title", quote: null, heading: null, href: null })];
}

/** A label "Status" near the top of a home page, with its value on the line or below it. */
function fromStatus(view: PageView, kind: PageKind): GroupMention[] {
  if (kind !== "home") return [];
  const label = view.labels.find((candidate) => candidate.index < 12 && view.words.labels.status.test(candidate.folded));
  const line = label ? linesUnder(label.inline, label.blocks.slice(0, 2))[0] : undefined;
  const status = line && line.text.length < 60 ? stateWord(line.text, view) : null;
  if (!line || status === null) return [];
  const groupKind = groupKindOf(view.page.title, view.words) ?? "project";
  const heading = label?.label ?? null;
  return [
    mention(view.page.title, groupKind, {
      view,
      strength: 1,
      rule: "status on the home page",
      status,
      quote: quoteOf(line.text),
      heading,
      href: null,
      text: "",
    }),
  ];
}

function stateWord(text: string, view: PageView): GroupStatus | null {
  if (view.words.marks.notYet.test(text)) return null;
  return view.words.states.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

function fromTitle(view: PageView, kind: PageKind): GroupMention[] {
  const { page, words } = view;
  if (kind === "report") return fromReportTitle(view);
  const ofMeetings = ofMeetingTitle(view, kind);
  if (ofMeetings) return [ofMeetings];
  const isCandidate = kind === "home" || kind === "charter" || kind === "other" || kind === "index" || kind === "roster" || kind === "log";
  if (!isCandidate || firstDay(page.title, words) || words.titles.template.test(page.title)) return [];
  const found = groupKindOf(page.title.replace(words.titles.archived, ""), words);
  if (found === null || (found === "project" && kind !== "home")) return [];
  if ((found === "project" || found === "team") && !page.isHome && view.document.blocks.length < 3) return [];
  return [mention(page.title, found, { view, strength: 3, rule: "page title", quote: null, heading: null, href: null })];
}

/** "2019-05-22 Storage Working Group Agenda": the group that a meeting's title names; many pages must agree. */
function ofMeetingTitle(view: PageView, kind: PageKind): GroupMention | null {
  if (kind !== "meeting" && kind !== "index") return null;
  const { beforeDate, behindGroup } = view.words.titles;
  const dated = view.page.title.replace(/^\W*/, "").replace(beforeDate, "");
  const behindDate = dated.replace(/^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{8})?\W*/, "");
  const parts = withoutTail(behindDate, /\W/).split(/\s+/);
  while (behindGroup.test(parts.at(-1) ?? "")) parts.pop();
  const name = parts.join(" ");
  if (name === view.page.title || firstDay(name, view.words)) return null;
  const found = groupKindOf(name, view.words);
  if (found === null || found === "project" || (found === "team" && !view.words.groups.saysGroup.test(name))) return null;
  return mention(name, found, { view, strength: 1, rule: "title of a meeting", quote: null, heading: null, href: null });
}

/** Entries of a list of groups ("Subgroups:"), and entries such as "Gauge Subgroup (Ann Lee, Lead)" anywhere. */
function fromLists(view: PageView): GroupMention[] {
  const found: GroupMention[] = [];
  const listed = new Set<Block>();
  for (const label of view.labels) {
    if (
      !label.standsAlone ||
      label.label.length > 80 ||
      !view.words.labels.subgroups.test(label.folded) ||
      view.words.labels.notSubgroups.test(label.folded)
    )
      continue;
    const level = label.blocks.reduce((least, block) => (block.type === "item" ? Math.min(least, block.indent) : least), 99);
    for (const block of label.blocks) if (block.type === "item" && block.indent === level) listed.add(block);
  }
  const states = statesOfLists(view);
  for (const block of view.document.blocks) {
    if (block.type !== "item" || block.text.length > 600) continue;
    if (!view.words.groupWord.test(block.text)) continue;
    const head = headOf(block, view);
    const kind = groupKindOf(head, view.words);
    if (kind === null) continue;
    const isBoldHead =
      block.spans.some((span) => span.kind === "strong" && span.start === 0 && span.end >= head.length) && block.text[head.length] === ":";
    const hasLead = patterns(view.words).withLead.test(block.text);
    if (!(listed.has(block) || hasLead || isBoldHead) || (kind === "project" && !hasLead)) continue;
    const link = block.spans.find((span) => span.kind === "link" && span.start < head.length);
    found.push(
      mention(head, kind, {
        view,
        strength: listed.has(block) || hasLead ? 2 : 1,
        rule: hasLead ? "entry with lead" : listed.has(block) ? "list of groups" : "entry with explanation",
        status: states.get(block) ?? null,
        quote: quoteOf(block.text),
        heading: headingOf(view.document, block),
        href: link?.href ?? null,
        text: block.text,
      }),
    );
  }
  return found;
}

/** The state that the entries below "Active", "Inactive" or "In recess" have. */
function statesOfLists(view: PageView): Map<Block, GroupStatus> {
  const states = new Map<Block, GroupStatus>();
  for (const label of view.labels) {
    if (!label.standsAlone || label.isHeading) continue;
    const state = label.folded.length > 30 ? null : stateOfList(label.folded, view);
    if (state !== null) for (const block of label.blocks) states.set(block, state);
  }
  return states;
}

/** The state that a label says and nothing else; "Archived 2019" and other words behind that one narrow it only. */
function stateOfList(folded: string, view: PageView): GroupStatus | null {
  const said = folded.replace(view.words.labels.aroundState, "");
  for (const [state, pattern] of view.words.states) {
    const match = pattern.exec(said);
    if (match?.index === 0 && (state === "archived" || match[0].length === said.length)) return state;
  }
  return null;
}

/** What stands before a parenthesis with a person, a dash or a colon. */
function headOf(block: RichText, view: PageView): string {
  const line = block.text.split("\n")[0] ?? "";
  const cut = line.search(patterns(view.words).endOfHead);
  return (cut > 0 ? line.slice(0, cut) : line).trim();
}

function fromHeadings(view: PageView, kind: PageKind): GroupMention[] {
  if (kind === "resource" || kind === "roster") return [];
  const found: GroupMention[] = [];
  for (const label of view.labels) {
    if (!label.isHeading && !label.standsAlone) continue;
    if ((kind === "meeting" || kind === "log") && view.document.blocks[label.index]?.type === "item" && !label.isHeading) continue;
    if (label.label.length > 70 || firstDay(label.label, view.words)) continue;
    const groupKind = groupKindOf(label.label, view.words);
    if (groupKind === null || groupKind === "project") continue;
    if (groupKind === "team" && !/ /.test(bareGroupName(label.label))) continue;
    found.push(
      mention(label.label, groupKind, {
        view,
        strength: 1,
        rule: "heading",
        quote: quoteOf(label.label),
        heading: label.label,
        href: null,
        text: label.label + (label.inline[0]?.text.slice(0, 60) ?? ""),
      }),
    );
  }
  return found;
}

/** "Our three subgroups of Tide, Wind, and Calibration": each is a subgroup. */
function fromEnumerations(view: PageView): GroupMention[] {
  const found: GroupMention[] = [];
  const { subgroup, kindsLeftOut } = view.words.groups;
  const { enumeration, divider, leadingAnd } = patterns(view.words);
  for (const block of view.document.blocks) {
    if (block.type === "code" || block.type === "table" || !subgroup.test(block.text)) continue;
    for (const match of block.text.matchAll(enumeration)) {
      for (const part of (match[1] ?? "").split(divider)) {
        const name = part.replace(leadingAnd, "").trim();
        if (name.length < 3 || subgroup.test(name)) continue;
        found.push(
          mention(`${name} ${kindsLeftOut[0]}`, "subgroup", {
            view,
            strength: 1,
            rule: "enumeration",
            quote: quoteOf(block.text, match.index),
            heading: headingOf(view.document, block),
            href: null,
          }),
        );
      }
    }
  }
  return found;
}

/** "the Calibration Subgroup (DCS)" in running text: weak, so many pages must say it. */
function fromProse(view: PageView): GroupMention[] {
  const found: GroupMention[] = [];
  const { subgroup } = view.words.groups;
  const { theSubgroup, wasFormed } = patterns(view.words);
  for (const block of view.document.blocks) {
    if ((block.type !== "paragraph" && block.type !== "item") || !subgroup.test(block.text)) continue;
    for (const match of block.text.matchAll(theSubgroup)) {
      const name = match[1] ?? "";
      if (groupKindOf(name, view.words) !== "subgroup") continue;
      found.push(
        mention(`${name}${match[2] ?? ""}`, "subgroup", {
          view,
          strength: 1,
          rule: "running text",
          quote: quoteOf(block.text, match.index),
          heading: headingOf(view.document, block),
          href: null,
          text: name,
        }),
      );
    }
  }
  for (const block of view.document.blocks) {
    if ((block.type !== "paragraph" && block.type !== "item") || !view.words.groupWord.test(block.text)) continue;
    for (const match of block.text.matchAll(wasFormed)) {
      const name = match[1] ?? "";
      const groupKind = groupKindOf(name, view.words);
      if (groupKind !== null)
        found.push(
          mention(name, groupKind, {
            view,
            strength: 2,
            rule: "was formed",
            quote: quoteOf(block.text, match.index),
            heading: headingOf(view.document, block),
            href: null,
          }),
        );
    }
  }
  return found;
}

interface MentionContext {
  readonly view: PageView;
  readonly strength: GroupMention["strength"];
  readonly rule: string;
  readonly quote: string | null;
  readonly heading: string | null;
  readonly href: string | null;
  readonly text?: string;
  readonly status?: GroupStatus | null;
}

function mention(raw: string, kind: GroupKind, context: MentionContext): GroupMention {
  const abbreviation = abbreviationIn(raw);
  const text = context.text ?? raw;
  const witness: Witness = { quote: context.quote, heading: context.heading, rule: context.rule };
  return {
    name: bareGroupName(raw.replace(context.view.words.titles.archived, " ")),
    aliases: abbreviation === null ? [] : [abbreviation],
    kind,
    href: context.href,
    strength: context.strength,
    status: context.status ?? statusIn(text, context.view),
    witness,
  };
}

/** A state that stands with the name itself: "(Archived)", "INACTIVE". */
function statusIn(text: string, view: PageView): GroupStatus | null {
  const { marks, titles } = view.words;
  if (marks.archived.test(text) || (titles.archived.test(text) && marks.saysArchive.test(text))) return "archived";
  return titles.archived.test(text) || marks.inactive.test(text) ? "inactive" : null;
}
