import type { Block, RichText } from "../pages/document.ts";
import type { GroupStatus, PageKind } from "../records/index.ts";
import type { GroupMention } from "./facts.ts";
import { mention } from "./group-mentions.ts";
import { groupKindOf, innerGroupKind } from "./group-names.ts";
import { perLexicon } from "./lexicon/index.ts";
import { isPlural, type ListedKind, listedKind, listedName } from "./listed-groups.ts";
import { headingOf, type PageView, quoteOf } from "./view.ts";

const patterns = perLexicon(({ leaders, marks }) => ({
  /** "Gauge Subgroup (Ann Lee, Lead)", "Gauge Subgroup – lead: Ann Lee" */
  withLead: new RegExp(
    String.raw`\([^()]{3,120}\b(?:${leaders.office.source})\b[^()]{0,40}\)|\s[–—-]\s(?:${leaders.office.source})\s?[:：]\s?\S`,
    "i",
  ),
  endOfHead: new RegExp(String.raw`\s*\((?!${marks.ended.source})[^()]{0,160}\b(?:${leaders.officeBegins.source})|:\s|\s[–—]\s|,\s`, "i"),
}));

/** The groups that lists name: by their own names, or by the heading over them. */
export function groupsInLists(view: PageView, kind: PageKind): GroupMention[] {
  const states = statesOfLists(view);
  return [...entriesNamedGroups(view, states), ...entriesOfAKind(view, kind, states)];
}

/** Entries of a list of groups ("Subgroups:"), and entries such as "Gauge Subgroup (Ann Lee, Lead)" anywhere. */
function entriesNamedGroups(view: PageView, states: ReadonlyMap<Block, GroupStatus>): GroupMention[] {
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

/** Linked entries below "Regional Chapters" or "Subcommittees", and what stands among them: the heading says what they are. */
function entriesOfAKind(view: PageView, kind: PageKind, states: ReadonlyMap<Block, GroupStatus>): GroupMention[] {
  if (kind !== "home" && kind !== "index" && kind !== "other" && kind !== "charter") return [];
  if (view.words.titles.candidacy.test(view.page.title) || view.words.titles.template.test(view.page.title)) return [];
  return [...listsOfAKind(view), ...(kind === "home" || kind === "index" ? listsOfGroups(view) : [])].flatMap(({ listed, items }) => {
    const entries = items.flatMap((block) => {
      const head = headOf(block, view);
      const name = block.text.length <= 200 ? listedName(head, listed, view.words) : null;
      const link = block.spans.find((span) => span.kind === "link" && span.start === 0 && span.end >= bareLength(head));
      return name === null ? [] : [{ block, head, name, href: link?.href ?? null }];
    });
    // One entry may be a remark, but not below "Inactive Working Groups"; a list without pages is one of anything.
    const sure = entries.filter(({ href, head }) => href !== null || groupKindOf(head, view.words) !== null).length;
    // "Marketing" and "Education" below "Subcommittees" can be nothing else where all that stands there is such names.
    const isBare = listed !== null && entries.length === items.length && view.words.groups.suffixed.test(listed.printed);
    const isOnly = items.length === 1 && isBare && items.every((block) => states.has(block));
    if (isOnly ? entries.length === 0 : entries.length < 2) return [];
    if (entries.length * 2 < items.length || (sure * 2 < entries.length && !isBare)) return [];
    return entries.map(({ block, head, name, href }) => {
      const found = mention(head, name.kind, {
        view,
        strength: 2,
        rule: "list of its kind",
        status: states.get(block) ?? null,
        quote: quoteOf(block.text),
        heading: headingOf(view.document, block),
        href,
        text: block.text,
      });
      return { ...found, name: name.name, aliases: [...found.aliases, ...(name.alias === null ? [] : [name.alias])] };
    });
  });
}

function bareLength(head: string): number {
  return head.replace(/\s*\([^()]{0,60}\)$/, "").length;
}

interface ListOfAKind {
  /** Null where the entries say it themselves. */
  readonly listed: ListedKind | null;
  readonly items: readonly (Block & RichText)[];
}

function listsOfAKind(view: PageView): ListOfAKind[] {
  const { page, document, words } = view;
  const found: ListOfAKind[] = [];
  const add = (text: string, blocks: readonly Block[]): void => {
    const listed = isPlural(text, words) ? listedKind(text, words, page.spaceName) : null;
    if (listed) found.push({ listed, items: topItems(blocks) });
  };
  for (const label of view.labels) if (label.standsAlone) add(label.label, label.blocks);
  add(
    page.title,
    document.blocks.filter((block) => block.trail.length === 0),
  );
  return found;
}

/** Lists of which every entry begins with the name of a group, whatever stands over them. */
function listsOfGroups(view: PageView): ListOfAKind[] {
  const runs: (Block & RichText)[][] = [];
  let last: Block | null = null;
  for (const block of view.document.blocks) {
    if (block.type === "item" && last?.type === "item" && last.indent === block.indent) runs.at(-1)?.push(block);
    else if (block.type === "item") runs.push([block]);
    last = block;
  }
  const isGroup = (block: Block & RichText): boolean => {
    const kind = groupKindOf(headOf(block, view), view.words);
    return kind !== null && kind !== "project" && kind !== "team";
  };
  // Among "Harbour Chapter" and "Dune Chapter", "Technical Working Group North" is one of them.
  const isOneOfThem = (block: Block & RichText): boolean => isGroup(block) || innerGroupKind(headOf(block, view), view.words) !== null;
  return runs
    .filter((items) => items.length > 1 && items.every(isOneOfThem) && items.filter(isGroup).length * 3 >= items.length * 2)
    .map((items) => ({ listed: null, items }));
}

/** The entries of the outermost list; what stands below a further heading is another list. */
function topItems(blocks: readonly Block[]): (Block & RichText)[] {
  const end = blocks.findIndex((block) => block.type === "heading");
  const own = blocks.slice(0, end < 0 ? blocks.length : end);
  const items = own.filter((block) => block.type === "item");
  // Lines without marks are a list where nothing longer stands among them.
  if (items.length === 0)
    return own.every((block) => block.type === "paragraph" && block.text.length <= 40)
      ? own.filter((block) => block.type === "paragraph")
      : [];
  const level = items.reduce((least, block) => Math.min(least, block.indent), 99);
  return items.filter((block) => block.indent === level);
}

/** The state that the entries below "Active", "Inactive" or "In recess" have. */
export function statesOfLists(view: PageView): Map<Block, GroupStatus> {
  const states = new Map<Block, GroupStatus>();
  const ofPage = stateOfHeading(view.page.title, view);
  if (ofPage !== null) for (const block of view.document.blocks) states.set(block, ofPage);
  for (const label of view.labels) {
    if (!label.standsAlone) continue;
    const state = label.folded.length > 40 ? null : label.isHeading ? stateOfHeading(label.label, view) : stateOfList(label.folded, view);
    if (state !== null) for (const block of label.blocks) states.set(block, state);
  }
  return states;
}

/** "Archived Working Groups": the state, where what it is said of is groups. */
function stateOfHeading(text: string, view: PageView): GroupStatus | null {
  const [first = "", ...rest] = text.trim().split(/\s+/);
  const isOfGroups = rest.length > 0 && isPlural(text, view.words) && view.words.groupWord.test(rest.join(" "));
  return isOfGroups ? stateOfList(first.toLowerCase(), view) : null;
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
  // What a link says from the start of the line is one name, commas and all.
  const link = block.spans.find((span) => span.kind === "link" && span.start === 0)?.end ?? 0;
  // "[Gauge] - reads gauges": a hyphen behind the link ends it too; elsewhere it may be part of the name.
  if (link > 0 && line.slice(link).startsWith(" - ")) return line.slice(0, link).trim();
  const cut = line.slice(link).search(patterns(view.words).endOfHead);
  return (cut >= 0 && link + cut > 0 ? line.slice(0, link + cut) : line).trim();
}
