import type { Block, RichText, Span, Table } from "../pages/document.ts";
import { linesOf } from "../pages/document.ts";
import { withoutTail } from "../pages/trim.ts";
import { parseCost } from "./costs.ts";
import type { CourseFacts } from "./facts.ts";
import { isProperName } from "./group-names.ts";
import { firstMatch } from "./lexicon/index.ts";
import { looksLikeCompany } from "./people.ts";
import { headingOf, type PageView, quoteOf } from "./view.ts";

// A course outside of any table of courses: "EdX [Tide Gauges for All](https://…/course/tide-gauges) - This free course …".

/** Paths under which schools put one course each; what follows must name it. Catalogues and certificates of exams have other paths. */
const coursePath =
  /^https?:\/\/[^/?#]+(?:\/[^?#]*)?\/(?:courses?|course-v1:[^/?#]+|moocs?|express-learning|[\w-]*-courses?)\/[^/?#]{2,}|^https?:\/\/training\.[^/?#]+\/training\/[^/?#]{8,}/i;
/** What sites of many schools call their courses, where the path does not. */
const platformPath =
  /^https?:\/\/(?:[\w-]+\.)?(?:coursera\.org\/(?:learn|specializations|professional-certificates)|linkedin\.com\/learning|edx\.org\/(?:learn\/[^/?#]+|professional-certificate|xseries))\/[^/?#]{2,}/i;
const notACourse = /\/(?:search|catalog(?:ue)?|category|announcements?|exams?|certifications?|blog|news)(?:[/?#]|$)/i;
/** Link texts that are the address itself, or its host. */
const isAddress = /^(?:https?:|www\.)|^[\w.-]+\.(?:org|com|net|edu|io|ai|cn)\/?$/i;

/** Courses that a line links by name, and those whose name stands before a link, or in its row, that only says where they are. */
export function readLinkedCourses(view: PageView): CourseFacts[] {
  const found = new Map<string, CourseFacts>();
  let lead = "";
  for (const block of view.document.blocks) {
    if (block.type === "code" || block.type === "rule") continue;
    const courses =
      block.type === "table"
        ? inTable(block, view)
        : linesOf(block).flatMap((line) => inLine(line, block, block.type === "item" ? lead : "", view));
    for (const course of courses) if (!found.has(course.url ?? "")) found.set(course.url ?? "", course);
    if (block.type !== "item") lead = /[:：]\s*$/.test(block.text) && block.text.length < 300 ? block.text : "";
  }
  return [...found.values()];
}

function inTable(table: Table, view: PageView): CourseFacts[] {
  return table.grid.slice(table.headerRows).flatMap((row) => {
    const cells = [...new Set(row)].flatMap((at) => table.cells[at] ?? []);
    // The first two that can be a name, found once: a cell looks for one beside itself, and a row may have thousands.
    const names = cells.filter((cell) => cell.text.trim().split(/\s+/).length > 2).slice(0, 2);
    return cells.flatMap((cell) => {
      const name = names.find((other) => other !== cell)?.text.trim() ?? null;
      return linesOf(cell).flatMap((line) => inLine(line, table, "", view, name));
    });
  });
}

function inLine(line: RichText, block: Block, lead: string, view: PageView, nameInRow: string | null = null): CourseFacts[] {
  const words = view.words.courses;
  const links = line.spans.filter(
    (span) =>
      span.kind === "link" &&
      span.href !== undefined &&
      !notACourse.test(span.href) &&
      (coursePath.test(span.href) ||
        platformPath.test(span.href) ||
        firstMatch(words.newCourse, line.text.slice(span.start, span.end)) !== null),
  );
  if (links.length === 0) return [];
  // Once a line, not once a link: a line may hold thousands.
  const heading = headingOf(view.document, block);
  const speaks = words.says.test(`${heading ?? ""} ${lead} ${line.text}`);
  const cost = costIn(line.text, view) ?? costIn(lead, view);
  return links.flatMap((link) => {
    const shown = line.text.slice(link.start, link.end).replace(/\s+/g, " ").trim();
    const called = firstMatch(words.newCourse, shown)?.[1] ?? null;
    const named =
      called !== null
        ? { title: called, provider: null }
        : isAddress.test(shown) || words.notATitle.test(shown)
          ? (nameElsewhere(line, link, nameInRow) ?? nameInSentence(line, link, view))
          : { title: withoutKind(shown, view), provider: providerBefore(line, link, view) ?? providerBehind(line, link, view) };
    if (
      named === null ||
      (called === null && named.title.split(" ").length < 2) ||
      named.title.length > 150 ||
      /[.!?]$/.test(named.title) ||
      words.sentence.test(named.title) ||
      words.exam.test(shown)
    )
      return [];
    const provider = named.provider ?? platformOf(link.href ?? "", view);
    if (!speaks && !/\/courses?\//i.test(link.href ?? "") && !platformPath.test(link.href ?? "")) return [];
    return [
      {
        title: named.title,
        provider,
        url: link.href ?? null,
        cost,
        updatedOn: null,
        notes: null,
        available: null,
        witness: { quote: quoteOf(line.text, link.start), heading, rule: "link to a course" },
      },
    ];
  });
}

/** "Tide Gauges edX course" → "Tide Gauges"; "new course called Tide Gauges" → the same. */
function withoutKind(shown: string, view: PageView): string {
  const { beforeTitle, behindTitle } = view.words.courses;
  return shown
    .replace(beforeTitle, "")
    .replace(behindTitle, "")
    .replace(/^["“]|["”]$/g, "")
    .trim();
}

/** One or two capital words that begin the line: "EdX [Tide Gauges for All]". */
function providerBefore(line: RichText, link: Span, view: PageView): string | null {
  const { words } = view;
  const near = line.text.slice(Math.max(0, link.start - 200), link.start);
  const before = withoutTail(near, /[\s:–-]/).trim();
  // "Ann Lee: [Tide Gauges]" is who sent it, "Monday: [Tide Gauges]" when.
  if (near.trimEnd().endsWith(":") && (before.includes(" ") ? !looksLikeCompany(before, words) : words.courses.sentOn.test(before)))
    return null;
  return /^[\p{Lu}\d][\p{L}\d.&-]*(?: [\p{Lu}\d][\p{L}\d.&-]*){0,2}$/u.test(before) ? before : null;
}

/** "[Tide Gauges for All] by Dune School, free". */
function providerBehind(line: RichText, link: Span, view: PageView): string | null {
  const behind = line.text.slice(link.end, link.end + 80).trimStart();
  const offered = behind.replace(view.words.courses.offeredBy, "");
  const name = offered === behind ? "" : (offered.split(/[,.;:()]|\s[–—-]\s/)[0] ?? "").trim();
  return name.length > 1 && name.length < 40 && isProperName(name, view.words) ? name : null;
}

/** "Tide Gauges for AllA primer to gauges.[school.org](…)": cells run together; a joint of a small letter with a capital ends the name. */
function nameElsewhere(line: RichText, link: Span, nameInRow: string | null): { title: string; provider: string | null } | null {
  const before = line.text.slice(0, link.start).replace(/^\W*\d*[.)]?\s*/, "");
  const joint = /^(\p{Lu}[^.!?\n]{8,140}?\p{Ll})(?=\p{Lu}[\p{Ll} ])/u.exec(before)?.[1];
  const shown = line.text.slice(link.start, link.end).trim();
  const host = /^[\w-]+(?:\.[\w-]+)+$/.test(shown) ? shown : null;
  const title = nameInRow ?? joint?.trim();
  return title !== undefined && host !== null ? { title, provider: host } : null;
}

/** "The new course Reading Tide Gauges helps you … [Enrol now]": the name in the sentence before a link that only invites. */
function nameInSentence(line: RichText, link: Span, view: PageView): { title: string; provider: null } | null {
  const title = firstMatch(view.words.courses.namedInSentence, line.text.slice(Math.max(0, link.start - 600), link.start))?.[1];
  return title === undefined ? null : { title, provider: null };
}

/** A site that holds the courses of many schools says by its address where a course is. */
function platformOf(href: string, view: PageView): string | null {
  const host = /^https?:\/\/([^/?#]{3,100})/i.exec(href)?.[1]?.toLowerCase() ?? "";
  return view.words.courses.platforms.find(([domain]) => host === domain || host.endsWith(`.${domain}`))?.[1] ?? null;
}

function costIn(text: string, view: PageView): CourseFacts["cost"] {
  const free = view.words.courses.free.exec(text)?.[0];
  if (free !== undefined) return parseCost(free);
  const priced = firstMatch(view.words.courses.prices, text)?.[1];
  return priced === undefined ? null : parseCost(priced.replace(/[.,]$/, ""));
}
