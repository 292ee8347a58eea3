import type { RichText } from "../pages/document.ts";
import { linesOf, slice } from "../pages/document.ts";
import { parseCost } from "./costs.ts";
import type { CourseFacts } from "./facts.ts";
import { isProperName } from "./group-names.ts";
import { type Labelled, type PageView, quoteOf } from "./view.ts";

// Below "Online courses": "[Tide Gauges](…) (Dune School, $49)", "Reading Tides – Dune School – free – https://…".

/** What divides the fields of an entry; commas only where nothing else does. */
const divider = /\s+[–—|-]\s+|\s*[;()]\s*/;
const comma = /,\s+/;
const addressAtEnd = /[\s:–—|,-]*https?:\/\/\S+\s*$/i;
const address = /^https?:\/\/\S+$/i;

/** The entries of lists below a heading or a label that says that they are courses. */
export function readListedCourses(view: PageView): CourseFacts[] {
  return view.labels.flatMap((label) =>
    label.folded.length < 60 && (label.isHeading || label.standsAlone) && view.words.courses.listed.test(label.folded)
      ? entriesOf(label).flatMap((entry) => courseOf(entry, label, view) ?? [])
      : [],
  );
}

/** The list right below a label, of one depth: what lies deeper explains an entry. */
function entriesOf(label: Labelled): RichText[] {
  const first = label.blocks.findIndex((block) => block.type === "item");
  const depth = label.blocks[first]?.indent;
  if (first < 0 || first > 2) return [];
  const entries: RichText[] = [];
  for (const block of label.blocks.slice(first)) {
    if (block.type !== "item") break;
    const [line] = linesOf(block);
    if (line && block.indent === depth) entries.push(line);
  }
  return entries;
}

function isProvider(text: string, { words }: PageView): boolean {
  if (words.courses.platforms.some(([, name]) => name === text)) return true;
  return text.length < 40 && !/^[\d$€£]/.test(text) && isProperName(text, words);
}

function fieldsOf(text: string): string[] {
  const fields = text.split(divider);
  return fields.flatMap((field, index) => (index > 0 || fields.length === 1 ? field.split(comma) : [field])).map((field) => field.trim());
}

/** A name with an address, a price or who offers it; an entry that says no more than a name may be anything. */
function courseOf(entry: RichText, label: Labelled, view: PageView): CourseFacts | null {
  if (entry.text.length > 300) return null;
  const link = entry.spans.find((span) => span.kind === "link" && span.href !== undefined);
  const shown = link ? entry.text.slice(link.start, link.end).trim() : "";
  const isNamed = link !== undefined && !address.test(shown) && !view.words.courses.notATitle.test(shown);
  const said = isNamed ? slice(entry, link.end, entry.text.length).text : entry.text.replace(addressAtEnd, "");
  const [head = "", ...rest] = fieldsOf(said);
  const title = isNamed ? shown : head.replace(/^["“]|["”]$/g, "");
  const parts = (isNamed ? [head, ...rest] : rest)
    .map((part) => part.replace(view.words.courses.offeredBy, ""))
    .filter((part) => part !== "");
  // "These free courses" is true of each of them.
  const free = view.words.courses.free.exec(label.label)?.[0] ?? "";
  const cost = [...parts, free].map(parseCost).find((found) => found !== null && found.amount !== null) ?? null;
  const provider = parts.find((part) => isProvider(part, view)) ?? null;
  const url = link?.href ?? null;
  if (title.length < 4 || title.length > 150 || view.words.courses.exam.test(title) || address.test(title)) return null;
  const saysMore = cost !== null || (url !== null && (isNamed || provider !== null || address.test(shown)));
  if (!saysMore) return null;
  return {
    title,
    provider,
    url,
    cost,
    updatedOn: null,
    notes: null,
    available: view.words.courses.unavailable.test(said) ? false : null,
    witness: { quote: quoteOf(entry.text), heading: label.label, rule: "list of courses" },
  };
}
