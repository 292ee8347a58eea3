import type { GroupKind } from "../records/index.ts";
import type { GroupMention } from "./facts.ts";
import { mention } from "./group-mentions.ts";
import { groupKindOf } from "./group-names.ts";
import { perLexicon } from "./lexicon/index.ts";
import { listedKind } from "./listed-groups.ts";
import { sentencesOf } from "./sentences.ts";
import { headingOf, type PageView, quoteOf } from "./view.ts";

/** A group of which a sentence says that it is new. */
export interface IntroducedGroup {
  readonly name: string;
  readonly kind: GroupKind;
}

const word = String.raw`\p{Lu}[\p{L}\d&/-]{0,24}`;

const patterns = perLexicon(({ groups }) => {
  const { kind, notWhose, patterns: sentences } = groups.introduced;
  const forms: Readonly<Record<string, string>> = {
    name: `(?<name>${word}(?: (?:(?:${groups.withinName.source}|&) )?${word}){0,5}?)`,
    kind: `(?<kind>${kind.source})`,
    // "a new Dune lab": whose lab it is.
    whose: String.raw`(?:(?!(?:${notWhose.source}) )[\p{L}\d-]{1,24} ){0,4}?`,
  };
  return sentences.map(
    (says) =>
      new RegExp(
        says.replace(/\{(\w{4,5})\}/g, (_, form: string) => forms[form] ?? ""),
        "u",
      ),
  );
});

/** "Tide Reader is a new Dune Lab", "the launch of the new Gauge Working Group", "New SIG: …". */
export function introducedIn(text: string, view: PageView): IntroducedGroup | null {
  const { hint, notAName, notYet } = view.words.groups.introduced;
  if (!hint.test(text)) return null;
  for (const pattern of patterns(view.words)) {
    const match = pattern.exec(text);
    const { name = "", kind = "" } = match?.groups ?? {};
    if (name === "" || notAName.test(name) || notYet.test(text.slice(0, match?.index))) continue;
    const own = groupKindOf(name, view.words);
    if (own !== null) return { name, kind: own };
    const said = groupKindOf(`${name} ${kind}`, view.words);
    if (said !== null && said !== "project") return { name: `${name} ${kind}`, kind: said };
    return { name, kind: listedKind(kind, view.words)?.kind ?? "project" };
  }
  return null;
}

/** The groups that announcements of a page introduce. */
export function introducedGroups(view: PageView): GroupMention[] {
  const { hint } = view.words.groups.introduced;
  return view.document.blocks.flatMap((block) => {
    if ((block.type !== "paragraph" && block.type !== "item") || !hint.test(block.text)) return [];
    return sentencesOf(block.text).flatMap((sentence) => {
      if (sentence.text.length > 800) return [];
      const found = introducedIn(sentence.text, view);
      if (found === null || view.words.changes.noChange.test(sentence.text)) return [];
      const quote = quoteOf(sentence.text);
      return [
        mention(found.name, found.kind, {
          view,
          strength: 2,
          rule: "introduced",
          quote,
          heading: headingOf(view.document, block),
          href: null,
        }),
      ];
    });
  });
}
