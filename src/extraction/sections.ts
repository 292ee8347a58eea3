import { toMarkdown } from "../pages/to-markdown.ts";
import type { SectionKey } from "../records/index.ts";
import { groupKindOf, innerGroupKind } from "./group-names.ts";
import type { Labelled, PageView } from "./view.ts";
import { foldLabel } from "./view.ts";

export interface ReportSection {
  readonly key: SectionKey;
  readonly heading: string;
  readonly label: Labelled;
}

/** The canonical key of a report's heading, or null where the heading is the report's own matter. */
export function sectionKeyOf(label: string, view: PageView): SectionKey | null {
  const folded = foldLabel(label).replace(/\(s\)/g, "s");
  if (folded.length === 0 || folded.length > 90) return null;
  for (const [key, pattern] of view.words.sections) if (pattern.test(folded)) return key;
  return null;
}

/** The headings (and bold lines that play headings) of a report that have a canonical key; the first of a key counts. */
export function canonicalSections(view: PageView): ReportSection[] {
  const found: ReportSection[] = [];
  for (const label of view.labels) {
    if (!label.isHeading && !label.standsAlone && !isFieldLabel(label, view)) continue;
    const block = view.document.blocks[label.index];
    if (block?.type === "item" && !label.isHeading) continue;
    // A heading that names the group itself, above all others, heads its description.
    const namesGroup = found.length === 0 && label.isHeading && namesOneGroup(label.label, view);
    const key = sectionKeyOf(label.label, view) ?? (namesGroup ? "description" : null);
    if (key === null || found.some((section) => section.key === key)) continue;
    found.push({ key, heading: label.label, label });
  }
  return found;
}

/** A form that nobody has filled in: many headings, and below all but the description nothing. */
export function isUnfilled(sections: readonly ReportSection[]): boolean {
  const asked = sections.filter(({ key }) => key !== "description");
  const isEmpty = ({ label }: ReportSection): boolean => {
    const end = label.blocks.findIndex((block) => block.type === "heading");
    const own = label.isHeading && end >= 0 ? label.blocks.slice(0, end) : label.blocks;
    return (
      label.inline.every((line) => line.text.trim() === "") && own.every((block) => block.type !== "table" && block.text.trim() === "")
    );
  };
  return asked.length >= 4 && asked.every(isEmpty);
}

/** "Working Group Health" ends in another word too, but has a key of its own. */
function namesOneGroup(text: string, view: PageView): boolean {
  return (groupKindOf(text, view.words) ?? innerGroupKind(text, view.words)) !== null;
}

/** "Date Published: 8/12/2023" on a line of its own is a section in one line. */
function isFieldLabel(label: Labelled, view: PageView): boolean {
  return view.words.labels.reportField.test(label.folded) && label.folded.length < 40;
}

export function sectionMarkdown(section: ReportSection): string {
  const inline = section.label.inline.map((line) =>
    toMarkdown({ blocks: [{ type: "paragraph", ...line, trail: [], indent: 0, quote: 0, panel: null }] }),
  );
  const blocks = toMarkdown({ blocks: section.label.blocks });
  return [...inline, blocks].filter((part) => part !== "").join("\n\n");
}
