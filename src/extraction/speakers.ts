import { perLexicon } from "./lexicon/index.ts";
import { namesInProse } from "./names-in-prose.ts";
import { looksLikeCompany, type PersonName } from "./people.ts";
import type { PageView } from "./view.ts";

const name = String.raw`\p{Lu}[\p{L}.'’-]{0,24}(?: (?:de|van|von|der|den|la|da|dos|\p{Lu}[\p{L}.'’-]{0,24})){1,4}`;

const patterns = perLexicon(({ people: { and }, speakers }) => {
  const list = `${name}(?:(?:,|,? (?:${and.source}|&)) ${name}){0,7}`;
  const title = `(?:(?:${speakers.title.source}) )?`;
  return {
    /** A list of people at the start of a text. */
    first: new RegExp(`^[\\s:–-]{0,3}${title}(${list})`, "u"),
    /** "Ann Lee, who reads gauges, explains …" */
    speaks: new RegExp(`^(?:${speakers.inTheTalk.source})?${title}(${list})(?:,[^.;]{3,120})? (?:${speakers.speaks.source})\\b`, "u"),
  };
});

/** The people that a text begins with, full names only. */
function namesAtStart(text: string, view: PageView): PersonName[] {
  return people(patterns(view.words).first.exec(text)?.[1] ?? "", view);
}

function people(text: string, view: PageView): PersonName[] {
  return namesInProse(text, view).filter((person) => person.name.includes(" ") && !looksLikeCompany(person.name, view.words));
}

/** Whom a line says to speak: "talk by Ann Lee", "Guest speaker: Ann Lee", "a chat with Ann Lee". */
export function speakersInLine(text: string, view: PageView): PersonName[] {
  for (const before of view.words.speakers.before) {
    const match = before.exec(text);
    const found = match ? namesAtStart(text.slice(match.index + match[0].length), view) : [];
    if (found.length > 0) return found;
  }
  return [];
}

/** The same at the start of a text that goes on behind a link: "[Video] Guest presentation: Ann Lee, …". */
export function speakersAtStart(text: string, view: PageView): PersonName[] {
  const match = view.words.speakers.before.map((before) => before.exec(text)).find((found) => found !== null && found.index <= 3);
  return match ? namesAtStart(text.slice(match.index + match[0].length), view) : [];
}

/** Who speaks by a sentence of an announcement: "In this workshop, Ann Lee and Bo Chen will show …". */
export function speakersInSentence(text: string, view: PageView): PersonName[] {
  const found = speakersInLine(text, view);
  return found.length > 0 ? found : people(patterns(view.words).speaks.exec(text)?.[1] ?? "", view);
}
