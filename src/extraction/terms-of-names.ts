import { linesOf, type RichText, slice } from "../pages/document.ts";
import type { TermFacts } from "./facts.ts";
import { namesInLine } from "./people.ts";
import { roleIn } from "./roles.ts";
import { headingOf, type PageView, quoteOf } from "./view.ts";

/** A name, perhaps where the person works, then in brackets or behind a comma or a dash what is to be a role. */
const nameAndRole =
  /^@?(\p{Lu}[\p{L}.'’-]+(?: \p{L}[\p{L}.'’-]*){1,4})(?:\s*\([^()]{2,50}\)|, [^,()–:]{2,40})?(?:,\s|\s[–—-]\s|\s*\(|\s[–—-]\s?)([^(),–—:]{3,40})\)?\s*$/u;

/** "Ann Lee (Chair)", "Ann Lee, Acme – Co-Chair" on a line of its own: of the page's own group. */
export function termsOfNames(view: PageView): TermFacts[] {
  return view.document.blocks.flatMap((block) => {
    if (block.type !== "item" && block.type !== "paragraph") return [];
    return linesOf(block).flatMap((line) =>
      line.text.length > 160
        ? []
        : termsOfLine(line, view).map((term) => ({
            ...term,
            witness: { quote: quoteOf(line.text), heading: headingOf(view.document, block), rule: "name with role" },
          })),
    );
  });
}

function termsOfLine(line: RichText, view: PageView): Omit<TermFacts, "witness">[] {
  const [, name = "", said = ""] = nameAndRole.exec(line.text.trim()) ?? [];
  const role = view.words.leaders.behindName.test(said.trim()) ? roleIn(said, view) : null;
  if (role === null) return [];
  const end = line.text.indexOf(name) + name.length;
  return namesInLine(slice(line, 0, end), "item", view.words).map((person) => ({ group: null, person, role, start: null, end: null }));
}

/** "Ann Lee", "Ann Lee, Acme", "1. Ann Lee.": a line that is a person, and perhaps where they work. */
export function isPersonLine(text: string): boolean {
  return /^\p{Lu}[\p{L}.'’-]+(?: \p{L}[\p{L}.'’-]*){1,3}(?:(?:, | [–-] | ?\()[^:?!]{2,60})?$/u.test(text.trim());
}
