import type { Block } from "../pages/document.ts";
import { parseCost } from "./costs.ts";
import { datesIn } from "./dates.ts";
import type { CourseFacts } from "./facts.ts";
import { perLexicon } from "./lexicon/index.ts";
import { headingOf, type PageView, quoteOf } from "./view.ts";

// A conversion that loses cell borders prints a table as "ProviderCourseCostAcademy[Title]$10Other Academy[Title]Free". Links still divide it:
// a link is the title, what stands before it its provider, what stands behind it cost, date and notes, and then the next provider.

interface Draft {
  readonly title: string;
  readonly url: string;
  readonly provider: string | null;
  readonly block: Block;
  cost: string | null;
  updatedOn: string | null;
  readonly notes: string[];
}

const patterns = perLexicon(({ columns, costs }) => ({
  header: new RegExp(String.raw`^(?:(?:${columns.courses.joined.source})\s*){3,}`, "i"),
  costAtStart: new RegExp(
    String.raw`^\s*((?:(?:US|CA|A|C)?[$€£₹]\s?[\d.,]+|(?:USD|EUR|GBP|INR)\s?[\d.,]+|[\d.,]+\s?(?:USD|EUR|GBP|€)|${costs.joined.source})` +
      String.raw`(?:\s*(?:${costs.joinedPerTime.source}))?(?:\s*\([^)]{1,120}\))?)`,
    "i",
  ),
}));
const dateAtStart = /^\s*((?:\p{L}{3,9}\.? (?:\d{1,2}, ?)?\d{4}|\d{1,2}\/\d{1,2}\/\d{2,4}))/u;

/** The courses of tables whose cells were run together; only where a line of run-together headers says that there is one. */
export function readRunTogetherCourses(view: PageView): CourseFacts[] {
  const { blocks } = view.document;
  const found: CourseFacts[] = [];
  blocks.forEach((block, index) => {
    const header = block.type === "paragraph" ? headerOf(block.text, view) : 0;
    if (header > 0) found.push(...readRows(index, header, view));
  });
  return found;
}

/** How many characters at the start are column headers of a table of courses, run together. */
function headerOf(text: string, view: PageView): number {
  const { joinedTitle, joinedCostOrProvider } = view.words.columns.courses;
  const header = patterns(view.words).header.exec(text)?.[0] ?? "";
  return joinedTitle.test(header) && joinedCostOrProvider.test(header) ? header.length : 0;
}

function readRows(index: number, header: number, view: PageView): CourseFacts[] {
  const drafts: Draft[] = [];
  let lead = "";
  for (let at = index; at < view.document.blocks.length; at += 1) {
    const block = view.document.blocks[at];
    if (!block || block.type === "heading" || block.type === "table" || block.type === "code" || block.type === "rule") break;
    const links = block.spans.filter((span) => span.kind === "link" && span.href !== undefined && span.end - span.start > 3);
    let position = at === index ? header : 0;
    for (const link of links) {
      const before = block.text.slice(position, link.start);
      const rest = describe(drafts, before, view);
      const title = block.text.slice(link.start, link.end).trim();
      const provider =
        rest !== "" ? rest : lead !== "" ? lead : position === 0 && drafts.at(-1)?.cost === null ? (drafts.at(-1)?.provider ?? null) : null;
      drafts.push({ title, url: link.href ?? "", provider, block, cost: null, updatedOn: null, notes: [] });
      lead = "";
      position = link.end;
    }
    lead = describe(drafts, block.text.slice(position), view) || (links.length > 0 ? "" : lead);
  }
  return drafts.map((draft) => factsOf(draft, view));
}

/** Gives cost, date and notes in a text to the courses before it; returns what is left: the next provider. */
function describe(drafts: readonly Draft[], raw: string, view: PageView): string {
  let text = raw.trim();
  const last = drafts.at(-1);
  if (!last) return text;
  const remark = /^\(([^)]{1,160})\)/.exec(text);
  if (remark) {
    last.notes.push(remark[1] ?? "");
    text = text.slice(remark[0].length).trim();
  }
  const cost = patterns(view.words).costAtStart.exec(text);
  const open = drafts.find((draft) => draft.cost === null && draft.provider === last.provider) ?? last;
  if (cost && open.cost === null) {
    open.cost = cost[1] ?? null;
    text = text.slice(cost[0].length).trim();
  }
  const date = dateAtStart.exec(text);
  if (date) {
    last.updatedOn = date[1] ?? null;
    text = text.slice(date[0].length).trim();
  }
  const cut = lastBorder(text);
  if (cut > 0) {
    last.notes.push(text.slice(0, cut).trim());
    return text.slice(cut).trim();
  }
  if (text.split(" ").length > 7) {
    last.notes.push(text);
    return "";
  }
  return text;
}

/** Where a note ends and the next provider begins: a letter, date or parenthesis with a capital or digit right behind it. */
function lastBorder(text: string): number {
  let cut = 0;
  for (const match of text.matchAll(/(?:\d{1,2}\/\d{1,2}\/(?:20\d{2}|\d{2})|\p{Ll}|\))(?=[\p{Lu}\d])/gu)) {
    const end = match.index + match[0].length;
    const before = text.slice(0, end);
    if (before.trim().split(" ").length >= 3) cut = end;
  }
  return cut;
}

function factsOf(draft: Draft, view: PageView): CourseFacts {
  const notes = draft.notes.filter((note) => note !== "").join("; ");
  return {
    title: draft.title,
    provider: draft.provider,
    url: draft.url,
    cost: draft.cost === null ? null : parseCost(draft.cost),
    updatedOn: draft.updatedOn === null ? null : (datesIn(draft.updatedOn, view.words)[0]?.edtf ?? null),
    notes: notes === "" ? null : notes,
    available: view.words.courses.unavailable.test(notes) ? false : null,
    witness: { quote: quoteOf(draft.block.text), heading: headingOf(view.document, draft.block), rule: "courses run together" },
  };
}
