import { type Block, type RichText, slice } from "../pages/document.ts";
import type { TermFacts } from "./facts.ts";
import { bareGroupName, groupKindOf } from "./group-names.ts";
import { perLexicon } from "./lexicon/index.ts";
import { namesInLine } from "./people.ts";
import { roleIn } from "./roles.ts";
import { headingOf, type PageView, quoteOf } from "./view.ts";

// A conversion that loses cell borders prints a table of officers as "NameRoleCompanyAnn LeeChairAcmeBo ChenVice ChairDune School".

const patterns = perLexicon(({ columns: { leaders } }) => ({
  header: new RegExp(String.raw`^\W{0,3}(?:(?:${leaders.joined.source})\s*){2,8}(?=[\p{Lu}@]|$)`, "u"),
  name: new RegExp(leaders.joinedName.source),
  role: new RegExp(leaders.joinedRole.source),
}));

/** The officers of tables that lost their cells: a cell that is an office, beside one that is a person, in the order of the headers. */
export function termsRunTogether(view: PageView): TermFacts[] {
  const { header, name, role } = patterns(view.words);
  const { blocks } = view.document;
  return blocks.flatMap((block, index) => {
    const head = block.type === "paragraph" ? header.exec(block.text)?.[0] : undefined;
    if (head === undefined || !name.test(head) || !role.test(head)) return [];
    const isNameFirst = head.search(name) < head.search(role);
    // The rows may go on in the paragraphs below.
    const end = blocks.findIndex((next, at) => at > index && next.type !== "paragraph");
    const rows = [slice(block, head.length, block.text.length), ...blocks.slice(index + 1, end < 0 ? undefined : end)];
    return officersOf(rows.flatMap(cellsOf), isNameFirst, block, view);
  });
}

/** A small letter before a capital divides cells, unless it is within a name as in McCoy; so do the ends of links. */
function cellsOf(row: RichText): RichText[] {
  const cuts = new Set([0, row.text.length]);
  for (const match of row.text.matchAll(/(?<=[\p{Ll})\]])(?<!\b(?:Mc|Mac|De|Di|La|Le))(?=[\p{Lu}@])|\n/gu)) cuts.add(match.index);
  for (const span of row.spans) if (span.kind === "mention") for (const at of [span.start, span.end]) cuts.add(at);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(1).map((end, at) => slice(row, sorted[at] ?? 0, end));
}

function officersOf(cells: readonly RichText[], isNameFirst: boolean, block: Block, view: PageView): TermFacts[] {
  return cells.flatMap((cell, at) => {
    const said = cell.text.trim();
    const { behindName, behindGroup } = view.words.leaders;
    const cut = said.search(behindGroup);
    const group = cut > 0 ? bareGroupName(said.slice(0, cut)) : "";
    const isOfGroup = group !== "" && groupKindOf(group, view.words) !== null;
    const role = behindName.test(said) || isOfGroup ? roleIn(said, view) : null;
    const beside = cells[isNameFirst ? at - 1 : at + 1];
    const people = role === null || !beside ? [] : namesInLine(beside, "item", view.words).filter((person) => person.name.includes(" "));
    return people.slice(0, 1).map((person) => ({
      group: isOfGroup ? group : null,
      person,
      role: role ?? "other",
      start: null,
      end: null,
      witness: {
        quote: quoteOf(block.text, block.text.indexOf(said)),
        heading: headingOf(view.document, block),
        rule: "officers run together",
      },
    }));
  });
}
