import type { ChangeRecord } from "../records/index.ts";
import { wordsOfType } from "./change-words.ts";
import { inert, onOneLine } from "./inert-text.ts";
import { witnessesOf, witnessInWords } from "./witnesses.ts";

/** Issues of GitHub hold 65,536 characters; nobody reads more than this. */
const mostWitnesses = 8;
const longestTitle = 180;
const end = "<!-- /minutebook -->";

/** Read back from bodies that people may have edited. An id holds none of the characters that would end the comment. */
const marker = /<!-- minutebook:finding (changes\/[A-Za-z0-9_./~-]{1,200}) -->/;

/** A title is plain text: what could call somebody is set apart. */
export function findingTitle({ summary }: ChangeRecord): string {
  return onOneLine(summary, longestTitle).replace(/[@#]/g, (mark) => `${mark}\u200b`);
}

/** The part of an issue's body that is ours, between its marks. `resolution` tells why nothing is left to do. */
export function findingText(change: ChangeRecord, groupName: string | null, resolution: string | null): string {
  const { id, type, at, detectedOn, basis, confidence, evidence } = change;
  const where = groupName === null ? "" : ` in **${inert(groupName, 120)}**`;
  const witnesses = witnessesOf(evidence);
  const more = witnesses.length - mostWitnesses;
  return [
    `<!-- minutebook:finding ${id} -->`,
    `${inert(wordsOfType(type))}${where}${at === null ? "" : `, ${at}`}. Found ${detectedOn}; ${basis}, confidence ${confidence}.`,
    "",
    ...witnesses.slice(0, mostWitnesses).flatMap((witness) => [`> ${witnessInWords(witness)}`, ""]),
    ...(more > 0 ? [`… and ${more} more in the record.`, ""] : []),
    ...(resolution === null ? [] : [`**Resolved**: ${inert(resolution)}`, ""]),
    `Record: \`${id}.json\`. What stands outside of this paragraph's marks stays as you write it; close the issue when it is dealt with, and it stays closed.`,
    end,
  ].join("\n");
}

/** The change that an issue tells of, or null where it is none of ours. */
export function findingIn(body: string | null): string | null {
  return marker.exec(body ?? "")?.[1] ?? null;
}

/** The body with our part anew, and what people wrote around it as it was. */
export function withFinding(body: string | null, text: string): string {
  const whole = (body ?? "").replaceAll("\r\n", "\n");
  const from = marker.exec(whole)?.index ?? -1;
  if (from < 0) return text;
  const to = whole.indexOf(end, from);
  return `${whole.slice(0, from)}${text}${to < 0 ? "" : whole.slice(to + end.length)}`;
}
