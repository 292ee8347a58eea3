import { defaultLexicon } from "./lexicon/index.ts";
import { cleanName, type PersonName, unique } from "./people.ts";

/** What a file of captions says of itself. */
export interface TranscriptFacts {
  /** Language tag, `en`, where the file or its name says. */
  readonly language: string | null;
  /** In the order in which they first speak. */
  readonly speakers: readonly PersonName[];
}

export function isTranscript(name: string): boolean {
  return /\.vtt$/i.test(name);
}

const longestFile = 5_000_000;
const mostSpeakers = 100;

/**
 * WebVTT, as meeting software writes it: voices are tagged (`<v Ann Lee>`), or stand before a colon. `text` is null where the bytes are not at
 * hand. Source: https://www.w3.org/TR/webvtt1/
 */
export function readTranscript(name: string, text: string | null): TranscriptFacts {
  const whole = text === null || text.length > longestFile ? "" : text.replaceAll("\r\n", "\n");
  return { language: languageIn(whole) ?? languageOfName(name), speakers: speakersIn(whole) };
}

function languageIn(text: string): string | null {
  const head = text.slice(0, Math.max(0, text.indexOf("\n\n")));
  return /^Language: *([a-z]{2,3})\b/im.exec(head)?.[1]?.toLowerCase() ?? null;
}

/** `meeting.en.vtt`, `call_es-419.vtt`. */
function languageOfName(name: string): string | null {
  const tag = /[._-]([a-z]{2})(?:-[a-z0-9]{2,4})?\.vtt$/i.exec(name)?.[1]?.toLowerCase();
  return tag !== undefined && languages.has(tag) ? tag : null;
}

/** The two-letter tags that file names use; others are words. Source: ISO 639-1, the languages in which YouTube and Zoom caption. */
const languages: ReadonlySet<string> = new Set(
  "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nl no pl pt ro ru sk sl sr sv sw ta th tr uk ur vi zh".split(
    " ",
  ),
);

function speakersIn(text: string): PersonName[] {
  const names: string[] = [];
  let isCue = false;
  for (const line of text.split("\n")) {
    if (line.includes("-->")) isCue = true;
    else if (line.trim() === "") isCue = false;
    else if (isCue) {
      const named = /^<v(?:\.[^\s<>]{1,40})? ([^<>]{2,60})>/.exec(line)?.[1] ?? /^(\p{Lu}[^:<>]{2,50}): /u.exec(line)?.[1];
      // People join with their addresses and telephones too.
      if (named !== undefined && names.at(-1) !== named && !/[@\d]/.test(named)) names.push(named);
    }
  }
  const people = [...new Set(names)].flatMap((name) => {
    const clean = cleanName(name, defaultLexicon, 5);
    return clean?.includes(" ") ? [{ name: clean, account: null }] : [];
  });
  return unique(people).slice(0, mostSpeakers);
}
