import { allBlocks } from "../pages/document.ts";
import type { Finding } from "./facts.ts";
import { firstMatch } from "./lexicon/index.ts";
import { sentencesOf } from "./sentences.ts";
import { headingOf, type PageView, quoteOf } from "./view.ts";

function numberOf(text: string | undefined, view: PageView): number {
  return text === undefined ? Number.NaN : (view.words.numbers[text.toLowerCase()] ?? Number(text));
}

/** "an average of 10 attendees", "average attendance is around 15–18": the midpoint of a range. */
export function readAttendance(view: PageView): Finding<number> | null {
  const { hint, people, averages, regulars, notRegulars } = view.words.attendance;
  for (const block of allBlocks(view.document.blocks)) {
    if (block.type === "code" || block.type === "table" || !hint.test(block.text)) continue;
    for (const sentence of sentencesOf(block.text)) {
      if (!people.test(sentence.text)) continue;
      const match = firstMatch(averages, sentence.text) ?? (notRegulars.test(sentence.text) ? null : firstMatch(regulars, sentence.text));
      const low = numberOf(match?.[1], view);
      if (!match || !Number.isFinite(low) || low === 0) continue;
      const high = match[2] === undefined ? low : Number(match[2]);
      if (high < low) continue;
      return {
        value: (low + high) / 2,
        witness: { quote: quoteOf(sentence.text), heading: headingOf(view.document, block), rule: "average in a sentence" },
      };
    }
  }
  return null;
}
