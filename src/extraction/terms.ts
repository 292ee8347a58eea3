import type { Block, RichText } from "../pages/document.ts";
import { linesOf, slice } from "../pages/document.ts";
import type { PageKind } from "../records/index.ts";
import { acceptedGroup, termsOfAccepted } from "./accepted-proposals.ts";
import type { TermFacts, Witness } from "./facts.ts";
import { bareGroupName, groupKindOf } from "./group-names.ts";
import { linesUnder, looksLikeCompany, namesInLine, type PersonName } from "./people.ts";
import { roleIn } from "./roles.ts";
import { termDates, yearsInFront } from "./term-dates.ts";
import { termsInProse } from "./terms-in-prose.ts";
import { termsInTables } from "./terms-in-tables.ts";
import { behindName, isPersonLine, termsOfNames } from "./terms-of-names.ts";
import { termsRunTogether } from "./terms-run-together.ts";
import { headingOf, type Labelled, type PageView, quoteOf } from "./view.ts";

/** Who leads what, as lists, labels and tables say it. */
export function readTerms(view: PageView, kind: PageKind): TermFacts[] {
  // A proposal says who would lead; so does what stands below "Proposed". Of a group that came to be it says who led first.
  const accepted = acceptedGroup(view)?.name;
  if (accepted !== undefined) return ofAcceptedGroup(accepted, view);
  if (view.words.titles.candidacy.test(view.page.title)) return [];
  const structured = [
    ...fromEntries(view),
    ...termsOfNames(view),
    ...fromLabels(view, kind),
    ...termsInTables(view),
    ...termsRunTogether(view),
  ];
  return [...structured, ...termsInProse(view)].filter(
    (term) => isPerson(term.person, view) && !view.words.labels.proposed.test(term.witness.heading ?? ""),
  );
}

function ofAcceptedGroup(group: string, view: PageView): TermFacts[] {
  const offices = fromLabels(view, "other").map((term) => ({ ...term, group: term.group ?? group }));
  const found = [...offices, ...termsOfAccepted(view)];
  return found.filter((term) => isPerson(term.person, view));
}

function isPerson(person: PersonName, view: PageView): boolean {
  return (
    person.account !== null ||
    (/\p{Lu}/u.test(person.name) &&
      /^\p{Lu}?[\p{L}.'’-]+(?: [\p{L}.'’-]+){1,4}$/u.test(person.name) &&
      !looksLikeCompany(person.name, view.words) &&
      !view.words.leaders.notPeople.test(person.name))
  );
}

/** "Gauge Subgroup (Ann Lee, Lead)", "Gauge Subgroup (Leads: Ann Lee, Bo Chen)". */
function fromEntries(view: PageView): TermFacts[] {
  const found: TermFacts[] = [];
  for (const block of view.document.blocks) {
    if (block.type !== "item" && block.type !== "paragraph") continue;
    for (const line of linesOf(block)) {
      if (line.text.length > 240) continue;
      for (const match of line.text.matchAll(/\(([^()]{3,140})\)/g)) {
        const inside = match[1] ?? "";
        const role = roleIn(inside, view);
        if (role === null) continue;
        const { group, holder } = headOfEntry(slice(line, 0, match.index), view);
        if (groupKindOf(group, view.words) === null) continue;
        const people = holder
          ? namesInLine(holder, "line", view.words)
          : peopleWithRole(slice(line, match.index + 1, match.index + 1 + inside.length), view);
        for (const person of people)
          found.push({ group, person, role, start: null, end: null, witness: witness(view, block, line.text, "entry with lead") });
      }
    }
  }
  return found;
}

/** "Gauge Subgroup" before "(Ann Lee, Lead)"; "Gauge Subgroup – Ann Lee" or "Gauge Subgroup, Ann Lee" before "(Lead)". */
function headOfEntry(head: RichText, view: PageView): { group: string; holder: RichText | null } {
  const dash = /\s[–—-]\s|,\s/.exec(head.text);
  const before = dash ? bareGroupName(head.text.slice(0, dash.index)) : "";
  return dash && groupKindOf(before, view.words) !== null
    ? { group: before, holder: slice(head, dash.index + dash[0].length, head.text.length) }
    : { group: bareGroupName(head.text), holder: null };
}

/** Names in a piece that also holds role words: those are taken out first. */
function peopleWithRole(piece: RichText, view: PageView): PersonName[] {
  const mentions = piece.spans.some((span) => span.kind === "mention");
  if (mentions) return namesInLine(piece, "line", view.words);
  let text = piece.text;
  for (const [, pattern] of view.words.roles) text = text.replace(pattern, ",");
  const { leftOfRole, lastIsActing } = view.words.leaders;
  const names = namesInLine({ text: text.replace(leftOfRole, ",").replaceAll(":", ","), spans: [] }, "line", view.words);
  // "(Ann Lee, Bo Chen, and Cy Dee, Acting Lead)": only the one before the words.
  return lastIsActing.test(piece.text) ? names.slice(-1) : names;
}

/** "Chair: Ann Lee", "Co-Chairs" over a list, "Gauge Subgroup Lead: Ann Lee". */
function fromLabels(view: PageView, kind: PageKind): TermFacts[] {
  const found: TermFacts[] = [];
  for (const label of view.labels) {
    if (label.label.length > 70) continue;
    const isGroupPage = kind === "home" || kind === "charter" || kind === "roster";
    const presiding = view.words.leaders.presiding.find(([, pattern]) => pattern.test(label.folded))?.[0] ?? null;
    const { former, facilitating, hosting } = view.words.leaders;
    const facilitates = isGroupPage && facilitating.test(label.folded);
    // Who hosts the meetings of a group does it for all of them where no single meeting is told of.
    const hosts = (isGroupPage || kind === "index") && hosting.test(label.folded);
    const own = presiding !== null || facilitates || hosts || view.words.leaders.label.test(label.folded) || isOfOwnInitials(label, view);
    const isFormer = former.test(label.folded);
    // A past chair was a chair.
    const role = presiding ?? (hosts ? "other" : roleIn(label.folded.replace(former, ""), view));
    if (role === null) continue;
    const group = own ? null : groupBefore(label, view);
    if (!own && group === null) continue;
    if (own && kind === "other" && !label.standsAlone && label.inline.length === 0) continue;
    for (const { person, line, dates } of peopleUnder(label, view)) {
      const term = termDates(dates, view);
      // Who "was" in an office without saying when is no entry of a timeline.
      if (isFormer && term.end === null) continue;
      found.push({
        group,
        person,
        // Below "Leads" an entry may say more: "Ann Lee, vice chair".
        role: own && role === "lead" ? (roleIn(line.slice(line.indexOf(person.name) + person.name.length), view) ?? role) : role,
        ...term,
        witness: { quote: quoteOf(line), heading: label.isHeading ? label.label : null, rule: own ? "role label" : "group and role label" },
      });
    }
  }
  return found;
}

/** "GSC Chair" on the page of the Gauge Steering Committee. */
function isOfOwnInitials(label: Labelled, view: PageView): boolean {
  const [initials = "", ...rest] = label.label.split(/\s+/);
  if (!/^[A-Z]{2,6}$/.test(initials) || !view.words.leaders.label.test(rest.join(" "))) return false;
  const words = view.page.title.split(/[^\p{L}\p{N}]+/u);
  const ofTitle = words.flatMap((word) => (/^\p{Lu}/u.test(word) ? word.slice(0, 1) : [])).join("");
  return words.includes(initials) || ofTitle === initials;
}

/** The group in "Gauge Subgroup Lead", or null. */
function groupBefore(label: Labelled, view: PageView): string | null {
  const cut = label.label.search(view.words.leaders.behindGroup);
  if (cut <= 0) return null;
  const group = bareGroupName(label.label.slice(0, cut));
  return groupKindOf(group, view.words) === null ? null : group;
}

/** The people of a label, each with the line that names them and the part of it that may date their terms. */
function peopleUnder(label: Labelled, view: PageView): { person: PersonName; line: string; dates: string }[] {
  const inline = label.inline
    .slice(0, 3)
    .map(firstSentence)
    .filter((line) => line.text.length < 200);
  const blocks = inline.length > 0 ? [] : listBehind(label.blocks);
  return linesUnder(inline, blocks)
    .slice(0, 10)
    .flatMap((whole) => {
      const front = yearsInFront(whole.text, view);
      const line = front === 0 ? whole : slice(whole, front, whole.text.length);
      const people = inline.length > 0 ? holdersIn(line, label, view) : namesInLine(line, "item", view.words);
      return people.map((person, index) => ({
        person,
        line: whole.text,
        dates: front > 0 ? whole.text.slice(0, front) : behindName(line.text, person.name, people[index + 1]?.name),
      }));
    });
}

/** "Chair: Ann Lee, Senior Director, Acme": behind the one holder stands what the person does elsewhere. */
function holdersIn(line: RichText, label: Labelled, view: PageView): PersonName[] {
  const people = namesInLine(line, "line", view.words);
  const isOne = !/s\)?$/.test(label.folded) && line.spans.every((span) => span.kind !== "mention");
  const [, second = ""] = line.text.split(",");
  return isOne && looksLikeCompany(second, view.words) ? people.slice(0, 1) : people;
}

/** "Ann Lee. We meet on Mondays.": what follows the first sentence is about something else; "Ann L. Lee" goes on. */
function firstSentence(line: RichText): RichText {
  const end = line.text.search(/(?<=\p{Ll}{2}|\))\. \p{Lu}/u);
  return end < 0 ? line : slice(line, 0, end);
}

/** The first list (or run of linked people) behind a label. */
function listBehind(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  for (const block of blocks) {
    const isPerson =
      block.type === "item" ||
      (block.type === "paragraph" &&
        (block.text.startsWith("@") ||
          block.spans.some((span) => span.kind === "mention" && span.start <= 2) ||
          linesOf(block).every((line) => isPersonLine(line.text))));
    if (!isPerson || block.text.length > 160) break;
    kept.push(block);
  }
  return kept;
}

function witness(view: PageView, block: Block, text: string, rule: string): Witness {
  return { quote: quoteOf(text), heading: headingOf(view.document, block), rule };
}
