import { type Block, slice } from "../../pages/document.ts";
import { namesInLine, type PersonName } from "../people.ts";
import { namesInBlocks } from "../people-blocks.ts";
import type { Sentence } from "../sentences.ts";
import type { PageView } from "../view.ts";
import type { Reading } from "./rule.ts";

/** Who came: linked people from where the sentence begins to name them are all of them; else those that the rule read, or the list below. */
export function whoCame(reading: Reading, sentence: Sentence, index: number, view: PageView): readonly PersonName[] {
  const block = view.document.blocks[index];
  if (reading.linkedFrom !== undefined && block) {
    const start = sentence.start + reading.linkedFrom;
    const linked = block.spans.filter(
      (span) => span.kind === "mention" && span.start >= start && span.end <= sentence.start + sentence.text.length,
    );
    if (linked.length > 0) return linked.flatMap((span) => namesInLine(slice(block, span.start, span.end), "item", view.words));
  }
  if (reading.to && reading.to.length > 0) return reading.to;
  return reading.type.startsWith("leadership.") && reading.type !== "leadership.left" ? peopleBehind(index, sentence, view) : [];
}

/** The people in the list that an announcement introduces: "New Co-Chairs Selected" over four names. */
function peopleBehind(index: number, sentence: Sentence, view: PageView): PersonName[] {
  const block = view.document.blocks[index];
  if (!block || sentence.start + sentence.text.length < block.text.trimEnd().length - 60) return [];
  const people = [];
  for (const next of view.document.blocks.slice(index + 1, index + 9)) {
    const isBelow = next.type === "item" && (next.indent > block.indent || (next.indent === block.indent && isOnlyPeople(next, view)));
    const isPerson =
      next.type === "paragraph" && (next.text.startsWith("@") || next.spans.some((span) => span.kind === "mention" && span.start <= 1));
    if (!(isBelow || (isPerson && block.type === "paragraph")) || next.text.length > 120) break;
    people.push(next);
  }
  const named = namesInBlocks(
    people.map((item) => ({ ...item, text: item.text.replace(view.words.leaderChanges.welcome, (word) => " ".repeat(word.length)) })),
    view.words,
  );
  return named.filter((person) => person.account !== null || /^\p{Lu}\S* (?:\S+ )*\p{Lu}\S*$/u.test(person.name));
}

/** An item beside another that holds linked people and nothing else goes on with what that one began. */
function isOnlyPeople(block: Block, view: PageView): boolean {
  const mentions = block.spans.filter((span) => span.kind === "mention");
  const rest = mentions.reduceRight((text, span) => text.slice(0, span.start) + text.slice(span.end), block.text);
  return mentions.length > 0 && rest.replace(view.words.people.and, "").replace(/[\s,;&]+/g, "") === "";
}
