import { withoutTail } from "../pages/trim.ts";
import type { PageKind } from "../records/index.ts";
import { acceptedGroup } from "./accepted-proposals.ts";
import { firstDay } from "./dates.ts";
import type { GroupMention } from "./facts.ts";
import { groupsInLists } from "./group-lists.ts";
import { isBareKind, mention, stateWord } from "./group-mentions.ts";
import { abbreviationIn, bareGroupName, groupKindOf, innerGroupKind } from "./group-names.ts";
import { groupsInTables } from "./group-tables.ts";
import { introducedGroups } from "./introduced-groups.ts";
import { perLexicon } from "./lexicon/index.ts";
import { linesUnder } from "./people.ts";
import { groupOfForm } from "./project-forms.ts";
import { headingOf, type PageView, quoteOf } from "./view.ts";

/** The groups that a page names, by the form in which it names them. */
export function readGroups(view: PageView, kind: PageKind): GroupMention[] {
  return [
    ...fromTitle(view, kind),
    ...groupOfForm(view, kind),
    ...fromStatus(view, kind),
    ...groupsInLists(view, kind),
    ...groupsInTables(view, kind),
    ...fromHeadings(view, kind),
    ...fromEnumerations(view),
    ...fromProse(view),
    // A report tells of new projects of the whole world, but of new working groups of its own.
    ...introducedGroups(view).filter((group) => kind !== "report" || group.kind !== "project"),
  ];
}

const capitals = String.raw`\p{Lu}[\p{L}/&-]*(?: \p{Lu}[\p{L}/&-]*){0,3}`;

const patterns = perLexicon(({ groups, people: { and } }) => ({
  /** "subgroups of Tide, Wind, and Calibration" */
  enumeration: new RegExp(
    String.raw`\b(${groups.enumerated.map(([, pattern]) => pattern.source).join("|")})(?:${groups.behindSubgroups.source}|:| \()\s*:?\s*(?:the )?` +
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
  // "Coastal WG - to the board, Jan-Apr": what stands behind the dash is about the report.
  const [first = ""] = rest.split(/\s[-–]\s/);
  const name = groupKindOf(rest, view.words) === null && groupKindOf(first, view.words) !== null ? first : rest;
  const found = groupKindOf(name, view.words) ?? innerGroupKind(name, view.words);
  if (found === null || found === "project") return [];
  return [mention(name, found, { view, strength: 3, rule: "report title", quote: null, heading: null, href: null })];
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

function fromTitle(view: PageView, kind: PageKind): GroupMention[] {
  const { page, words } = view;
  if (kind === "report") return fromReportTitle(view);
  const accepted = acceptedGroup(view)?.name;
  if (accepted !== undefined) {
    const found = groupKindOf(accepted, words) ?? "working-group";
    return [mention(accepted, found, { view, strength: 2, rule: "accepted proposal", quote: null, heading: null, href: null })];
  }
  const ofMeetings = ofMeetingTitle(view, kind);
  if (ofMeetings) return [ofMeetings];
  const isCandidate = kind === "home" || kind === "charter" || kind === "other" || kind === "index" || kind === "roster" || kind === "log";
  if (!isCandidate || firstDay(page.title, words) || words.titles.template.test(page.title)) return [];
  const found = groupKindOf(page.title.replace(words.titles.archived, ""), words);
  if (found === null || (found === "project" && kind !== "home")) return [];
  if ((found === "project" || found === "team") && !page.isHome && view.document.blocks.length < 3) return [];
  const named = mention(page.title, found, { view, strength: 3, rule: "page title", quote: null, heading: null, href: null });
  return [kind === "home" ? { ...named, aliases: [...new Set([...named.aliases, ...ownAbbreviation(view)])] } : named];
}

/** "The Coastal Action SIG (CASIG) brings together …" on its own home page. */
function ownAbbreviation(view: PageView): string[] {
  const name = bareGroupName(view.page.title);
  for (const block of view.document.blocks.slice(0, 20)) {
    const at = block.text.indexOf(`${name} (`);
    const found = at < 0 ? null : abbreviationIn(block.text.slice(at + name.length, at + name.length + 20));
    if (found !== null && !isBareKind(found, view)) return [found];
  }
  return [];
}

/** "2019-05-22 Storage Working Group Agenda": the group that a meeting's title names; many pages must agree. */
function ofMeetingTitle(view: PageView, kind: PageKind): GroupMention | null {
  if (kind === "report" || kind === "post" || kind === "home" || kind === "charter" || kind === "roster") return null;
  const { beforeDate, behindGroup } = view.words.titles;
  const dated = view.page.title.replace(/^\W*/, "").replace(beforeDate, "");
  const behindDate = dated.replace(/^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{8})?\W*/, "");
  const parts = withoutTail(behindDate, /\W/).split(/\s+/);
  while ((parts.at(-1) ?? "").split("/").every((part) => behindGroup.test(part))) parts.pop();
  const name = parts.join(" ");
  if (name === view.page.title || firstDay(name, view.words)) return null;
  const found = groupKindOf(name, view.words);
  if (found === null || found === "project" || (found === "team" && !view.words.groups.saysGroup.test(name))) return null;
  // "Gauge Working Group Calls" is a page about the calls of one group; a day makes it one call of many.
  const isOfMany = kind !== "meeting" && behindDate === dated && found !== "team";
  return isOfMany
    ? mention(name, found, { view, strength: 2, rule: "title of meetings", quote: null, heading: null, href: null })
    : mention(name, found, { view, strength: 1, rule: "title of a meeting", quote: null, heading: null, href: null });
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

/** "Our three subgroups of Tide, Wind, and Calibration", "working groups: Tide and Wind": each is one. */
function fromEnumerations(view: PageView): GroupMention[] {
  const found: GroupMention[] = [];
  const { enumerated } = view.words.groups;
  const { enumeration, divider, leadingAnd } = patterns(view.words);
  for (const block of view.document.blocks) {
    if (block.type === "code" || block.type === "table" || !view.words.groupWord.test(block.text)) continue;
    for (const match of block.text.matchAll(enumeration)) {
      const ofKind = enumerated.find(([, pattern]) => pattern.test(match[1] ?? ""))?.[0] ?? "";
      for (const part of (match[2] ?? "").split(divider)) {
        const name = part.replace(leadingAnd, "").trim();
        const kind = groupKindOf(`${name} ${ofKind}`, view.words);
        if (name.length < 3 || kind === null || view.words.groupWord.test(name)) continue;
        found.push(
          mention(`${name} ${ofKind}`, kind, {
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
