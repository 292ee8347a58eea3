import { linesOf, type RichText, slice } from "../pages/document.ts";
import type { TermFacts } from "./facts.ts";
import { groupKindOf } from "./group-names.ts";
import { namesInLine } from "./people.ts";
import { roleIn } from "./roles.ts";
import { foldLabel, headingOf, type PageView, quoteOf } from "./view.ts";

/** A name, perhaps where the person works, then in brackets or behind a comma or a dash what is to be a role. */
const nameAndRole =
  /^@?(\p{Lu}[\p{L}.'’-]+(?: \p{L}[\p{L}.'’-]*){1,4})(?:\s*\([^()]{2,50}\)|, [^,()–:]{2,40})?(?:,\s|\s[–—-]\s|\s*\(|\s[–—-]\s?)([^(),–—:]{3,40})\)?\s*$/u;

/** "Ann Lee (Acme, Chair)", "Ann Lee [Chair]": the role in brackets, perhaps behind where the person works. */
const nameAndBracket =
  /^@?(\p{Lu}[\p{L}.'’-]+(?: \p{L}[\p{L}.'’-]*){1,4}),? ?[([](?:[^()[\],;/]{2,40}(?:[,;/]| -) ?)?([^()[\],;/–—:]{3,40})[)\]]\s*$/u;

/** "Chair - Ann Lee (Acme)": the role first. */
const roleAndName =
  /^([^,–—:()]{3,30}?)\s[–—-]\s@?(\p{Lu}[\p{L}.'’-]+(?: \p{L}[\p{L}.'’-]*){1,4})(?:\s*[([][^()[\]]{2,60}[)\]]|, [^,;:]{2,60})?\s*$/u;

/** "Ann Lee (Chair)", "Ann Lee, Acme – Co-Chair" on a line of its own: of the page's own group. */
export function termsOfNames(view: PageView): TermFacts[] {
  return view.document.blocks.flatMap((block) => {
    if (block.type !== "item" && block.type !== "paragraph") return [];
    return linesOf(block).flatMap((line) =>
      line.text.length > 160
        ? []
        : piecesOf(line, view)
            .flatMap((piece) => termsOfLine(piece, view))
            .map((term) => ({
              ...term,
              witness: { quote: quoteOf(line.text), heading: headingOf(view.document, block), rule: "name with role" },
            })),
    );
  });
}

/** "Leadership: Ann Lee (Chair), Bo Chen (Acme, Vice Chair)": each by itself. Who came to a meeting is told of no office. */
function piecesOf(line: RichText, view: PageView): RichText[] {
  const label = /^([^:：()]{3,40})[:：]\s*(?=\S)/.exec(line.text);
  if (!label || view.words.labels.attendees.test(foldLabel(label[1] ?? ""))) return [line];
  let start = label[0].length;
  const pieces: RichText[] = [];
  for (const match of line.text.matchAll(/(?<=[)\]])[,;]\s+/g)) {
    pieces.push(slice(line, start, match.index));
    start = match.index + match[0].length;
  }
  return [line, ...pieces, slice(line, start, line.text.length)];
}

function termsOfLine(line: RichText, view: PageView): Omit<TermFacts, "witness">[] {
  const text = line.text.trim();
  const { behindName: isOffice } = view.words.leaders;
  const [name = "", said = ""] =
    [nameAndRole.exec(text)?.slice(1), nameAndBracket.exec(text)?.slice(1), roleAndName.exec(text)?.slice(1).reverse()].find(
      (parts) => parts !== undefined && isOffice.test((parts[1] ?? "").trim()),
    ) ?? [];
  // "Lead – Sand Subgroup" says of what, not who.
  const role = name === "" || groupKindOf(name, view.words) !== null ? null : roleIn(said, view);
  if (role === null) return [];
  const start = line.text.indexOf(name);
  return namesInLine(slice(line, start, start + name.length), "item", view.words).map((person) => ({
    group: null,
    person,
    role,
    start: null,
    end: null,
  }));
}

/** "Ann Lee", "Ann Lee, Acme", "1. Ann Lee.": a line that is a person, and perhaps where they work. */
export function isPersonLine(text: string): boolean {
  return /^\p{Lu}[\p{L}.'’-]+(?: \p{L}[\p{L}.'’-]*){1,3}(?:(?:, | [–-] | ?\()[^:?!]{2,60})?$/u.test(text.trim());
}

/** What a line says about a person: from behind the name to the next one. */
export function behindName(line: string, name: string, next: string | undefined): string {
  const start = line.indexOf(name) + name.length;
  const end = next === undefined ? -1 : line.indexOf(next, start);
  return line.slice(start, end < 0 ? start + 80 : end);
}
