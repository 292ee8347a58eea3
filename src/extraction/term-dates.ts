import { datesIn } from "./dates.ts";
import { perLexicon } from "./lexicon/index.ts";
import type { PageView } from "./view.ts";

const written = String.raw`(?:\d{1,2}\.\d{1,2}\.|(?:\p{L}{3,10}\.? )?(?:\d{1,2}, )?)(?:19|20)\d{2}(?:-\d{2}-\d{2})?`;

const patterns = perLexicon(({ leaders: { term } }) => ({
  fromTo: new RegExp(String.raw`(${written})\s?(?:-|–|—|${term.to.source})\s?(${written}|${term.now.source})`, "iu"),
  since: new RegExp(String.raw`\b(?:${term.since.source}|${term.chosen.source}) (${written})`, "iu"),
  until: new RegExp(String.raw`\b(?:${term.until.source}) (${written})`, "iu"),
}));

/** How many characters at the start of a line are the years of a term, and no more: "2018 - 2019: Ann Lee". */
export function yearsInFront(line: string, view: PageView): number {
  const range = patterns(view.words).fromTo.exec(line);
  const behind = range ? /^\s*[:：–—|-]\s*/.exec(line.slice(range.index + range[0].length)) : null;
  return range && behind && /^\W*$/.test(line.slice(0, range.index)) ? range.index + range[0].length + behind[0].length : 0;
}

/** "(2019 - 2021)", "since March 2020": the years of a term, EDTF, as a line says them of a person. */
export function termDates(text: string, view: PageView): { start: string | null; end: string | null } {
  const edtf = (date: string | undefined): string | null =>
    date === undefined ? null : (datesIn(date, view.words)[0]?.edtf ?? /(?:19|20)\d{2}$/.exec(date)?.[0] ?? null);
  const { fromTo, since, until } = patterns(view.words);
  const range = fromTo.exec(text);
  if (range) return { start: edtf(range[1]), end: edtf(range[2]) };
  return { start: edtf(since.exec(text)?.[1]), end: edtf(until.exec(text)?.[1]) };
}
