import { type Block, linesOf, type RichText, slice } from "../pages/document.ts";
import type { GroupStatus, PageKind } from "../records/index.ts";
import type { GroupMention } from "./facts.ts";
import { mention, stateWord } from "./group-mentions.ts";
import { isPlural, listedKind } from "./listed-groups.ts";
import { linesUnder } from "./people.ts";
import { foldLabel, type PageView, quoteOf } from "./view.ts";

/** The form stands on top of the page. */
const top = 12;

/**
 * The page of a project that fills in a form ("Project name", "Status", …), below a page of projects or under the name that the form gives: its title
 * may be any sentence ("Port the gauge reader to Rust"), so nothing else says that it names a project.
 */
export function groupOfForm(view: PageView, kind: PageKind): GroupMention[] {
  const form = kind === "home" ? readForm(view) : null;
  if (form === null) return [];
  const { named, state, parent } = form;
  const { title } = view.page;
  const group = listedKind(parent, view.words, view.page.spaceName)?.kind ?? "project";
  const found = mention(title, group, {
    view,
    strength: 3,
    rule: "form of a project",
    status: state.value.length < 60 ? (stateWord(state.value, view) satisfies GroupStatus | null) : null,
    quote: quoteOf(named.text),
    heading: null,
    href: null,
  });
  return [{ ...found, aliases: [...new Set([...found.aliases, ...otherNames(title, found.name, named.value)])] }];
}

export function isProjectForm(view: PageView): boolean {
  return readForm(view) !== null;
}

function readForm(view: PageView): { named: Field; state: Field; parent: string } | null {
  const { labels, titles } = view.words;
  const { title, parents } = view.page;
  if (titles.candidacy.test(title) || titles.template.test(title)) return null;
  const fields = fieldsOnTop(view);
  const named = fields.find((field) => labels.projectName.test(field.name));
  const state = fields.find((field) => labels.status.test(field.name));
  if (!named || !state) return null;
  const parent = parents.at(-1)?.title ?? "";
  const isBelow = isPlural(parent, view.words) && !titles.candidacy.test(parent);
  return isBelow || foldLabel(named.value) === foldLabel(title) ? { named, state, parent } : null;
}

function otherNames(title: string, name: string, value: string): string[] {
  return [title.trim(), value].filter((other) => other !== "" && other.length < 120 && other !== name);
}

interface Field {
  /** Folded as labels are. */
  readonly name: string;
  readonly value: string;
  /** The text of the block that holds it. */
  readonly text: string;
}

function fieldsOnTop(view: PageView): Field[] {
  const labelled = view.labels
    .filter((label) => label.index < top && !label.isHeading)
    .map((label) => ({
      name: label.folded,
      value: linesUnder(label.inline, label.blocks.slice(0, 1))[0]?.text.trim() ?? "",
      text: view.document.blocks[label.index]?.text ?? "",
    }));
  return [...labelled, ...view.document.blocks.slice(0, top).flatMap((block, index) => boldFields(block, view.document.blocks[index + 1]))];
}

/** "**Project name**Tide Reader**Status**" over "Active": a conversion that lost the cells leaves the bold names and what stands between. */
function boldFields(block: Block, next: Block | undefined): Field[] {
  if (block.type !== "paragraph") return [];
  return linesOf(block).flatMap((line) => {
    const bold = line.spans.filter((span) => span.kind === "strong" && span.end - span.start < 40);
    if (bold.length === 0 || bold.length > 8 || bold[0]?.start !== 0) return [];
    return bold.map((span, at) => {
      const inLine = slice(line, span.end, bold[at + 1]?.start ?? line.text.length).text.trim();
      return { name: foldLabel(line.text.slice(span.start, span.end)), value: inLine || shortText(next), text: block.text };
    });
  });
}

function shortText(block: RichText | undefined): string {
  return block && block.text.length < 120 ? block.text.trim() : "";
}
