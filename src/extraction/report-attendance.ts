import { allBlocks } from "../pages/document.ts";
import type { Finding } from "./facts.ts";
import { sentencesOf } from "./sentences.ts";
import { headingOf, type PageView, quoteOf } from "./view.ts";

const people = /\b(?:attendees?|attendance|participants?|participation|individuals|people|members|persons|attend(?:ed|ing|ance)?)\b/i;

function numberOf(text: string | undefined, view: PageView): number {
  return text === undefined ? Number.NaN : (view.words.numbers[text.toLowerCase()] ?? Number(text));
}

/** "an average of 10 attendees", "average attendance is around 15–18": the midpoint of a range. */
export function readAttendance(view: PageView): Finding<number> | null {
  for (const block of allBlocks(view.document.blocks)) {
    if (
      block.type === "code" ||
      block.type === "table" ||
      !/averag|attend|participa|approximately|around|about|typically/i.test(block.text)
    )
      continue;
    for (const sentence of sentencesOf(block.text)) {
      if (!people.test(sentence.text)) continue;
      const match =
        /\baverag(?:e|es|ed|ing|ely)\b(?: (?:attendance|participation|number|size))?(?: (?:of|is|was|at|to|per|each|meeting|has|been|participants|attendees|people|attended|attending|with|in|the|these|about|around|approximately|roughly|between|~)){0,8}[ ~:]{1,2}(\d{1,3}(?:\.\d)?)(?:\s*(?:-|–|to|and|or)\s*(\d{1,3}))?\+?(?![\d%]|\.\d|\/\d|\s*(?:years?|months?|weeks?|days?|hours?|minutes?|%))/i.exec(
          sentence.text,
        ) ??
        /\b(\d{1,3}(?:\.\d)?)(?:\s*(?:-|–|to)\s*(\d{1,3}))?\+? (?:regular |active )?(?:attendees|participants|people|members) (?:attended )?(?:on average|per (?:call|meeting|session))/i.exec(
          sentence.text,
        ) ??
        /\battendance (?:was|is|has been|ranged|ranges|stayed) (?:mostly |usually |typically )?(?:between|around|about|from|at) (\d{1,3})(?:\s*(?:-|–|to|and)\s*(\d{1,3}))?(?![\d%])/i.exec(
          sentence.text,
        ) ??
        /\b(?:around|approximately|about|typically|roughly|between) (?:has |have |attended by |of )?(\d{1,3})(?:\s*(?:-|–|to|and|or)\s*(\d{1,3}))?\+? (?:regular |active )?(?:attendees|participants|people|members|persons)\b.{0,60}\b(?:meeting|call|session|attend)/i.exec(
          sentence.text,
        ) ??
        /\b(?:attendance|participation)\b[^.\d]{0,30}\b(?:is|was|are|were|of)\b (?:typically |usually |mostly |about |around )?(\d{1,3})(?:\s*(?:-|–|to|and|or)\s*(\d{1,3}))?\+? (?:individuals|people|persons|participants|attendees|members)/i.exec(
          sentence.text,
        ) ??
        (/\b(?:lost|lose|without|need|only) /i.test(sentence.text)
          ? null
          : /\b(\d{1,3}|[a-z]{3,7}) regular (?:participants|attendees)\b/i.exec(sentence.text));
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
