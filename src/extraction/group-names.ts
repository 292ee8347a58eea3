import { withoutTail } from "../pages/trim.ts";
import type { GroupKind } from "../records/index.ts";
import { defaultLexicon, type Lexicon, perLexicon } from "./lexicon/index.ts";
import { remembered } from "./remembered.ts";

const patterns = perLexicon(({ groups, people }) => ({
  endsInAnd: new RegExp(String.raw`\b(?:${people.and.source}|&)\s*$`, "i"),
  kindOfColumn: new RegExp(String.raw`\b(?:${groups.kindOfColumn.source})\b`, "i"),
  /** "Academic Research Team - ART" */
  dashedAbbreviation: new RegExp(String.raw`(${groups.beforeAbbreviation.source})\s[-–]\s[A-Z][A-Za-z0-9]{1,9}$`, "i"),
  smallWords: new Set([...groups.smallWords, "&", "-", "–", "/"]),
}));

/** The kind that a group's name ends in, or null where the text is not the name of one group ("Subgroups", "Working Group Update"). */
export function groupKindOf(text: string, words: Lexicon): GroupKind | null {
  return kinds(words)(text);
}

const kinds = perLexicon((words) => remembered((text) => kindAtEnd(text, words)));

function kindAtEnd(text: string, words: Lexicon): GroupKind | null {
  if (!words.groupWord.test(text)) return null;
  const name = bareGroupName(text);
  if (name.length < 3 || name.length > 80 || name.split(" ").length > 10) return null;
  let best: { kind: GroupKind; end: number; start: number } | null = null;
  for (const [kind, pattern] of words.groupKinds) {
    for (const match of name.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (best === null || end > best.end || (end === best.end && match.index < best.start)) best = { kind, end, start: match.index };
    }
  }
  if (best === null || best.end !== name.length || best.start === 0) return leadingKind(name, words);
  const before = name.slice(0, best.start);
  const { plural, notPlural, beginsPhrase } = words.groups;
  if (!isProperName(before, words) || patterns(words).endsInAnd.test(before)) return null;
  if (plural.test(name) && !notPlural.test(name)) return null;
  return beginsPhrase.test(name) && best.kind !== "sig" ? null : best.kind;
}

/** "Committee on Tides and Winds": the kind of a name that begins with it. */
function leadingKind(name: string, words: Lexicon): GroupKind | null {
  for (const [kind, pattern] of words.leadingKinds) {
    const behind = pattern.test(name) ? name.replace(pattern, "") : null;
    if (behind !== null && behind.length > 2 && isProperName(behind, words)) return kind;
  }
  return null;
}

/** The kind of a name that goes on behind the kind: "Technical Working Group North". */
export function innerGroupKind(name: string, words: Lexicon): GroupKind | null {
  const parts = name.split(" ");
  for (let end = parts.length - 1; end > 1; end -= 1) {
    const kind = groupKindOf(parts.slice(0, end).join(" "), words);
    if (kind !== null && kind !== "project" && kind !== "team") return kind;
  }
  return null;
}

/** The kind that a header ("Subgroup") gives to the names below it, as it prints it. */
export function kindBehindNames(header: string, words: Lexicon): string | null {
  return patterns(words).kindOfColumn.exec(header)?.[0] ?? null;
}

/** Every word of a name but the small ones begins with a capital or a digit: what else ends in "team" is a sentence. */
export function isProperName(text: string, lexicon: Lexicon): boolean {
  const words = text.split(/\s+/).filter((word) => word !== "");
  if (words.length > 7 || lexicon.groups.notInName.test(text)) return false;
  const { smallWords } = patterns(lexicon);
  return words.every(
    (word) =>
      smallWords.has(word.toLowerCase()) ||
      /^[(“"'‘]?(?:v(?=\d))?[\p{Lu}\d]/u.test(word) ||
      /^\p{Ll}+-\p{L}/u.test(word) ||
      /^\p{Ll}\p{Lu}/u.test(word),
  );
}

/** A group's name without marks: "(Archived)", "[DRAFT]", "*", a parenthesis at the end. */
export const bareGroupName: (text: string) => string = remembered((text) => {
  // No name is that long; what comes here may be a whole paragraph.
  const name = text
    .slice(0, 400)
    .replace(/[\s\u00a0]+/g, " ")
    .replace(patterns(defaultLexicon).dashedAbbreviation, "$1")
    .replace(/\[[^\]]{1,20}\]|\([^)]{1,60}\)\s*$/g, "")
    .replace(defaultLexicon.marks.inName, "")
    .replace(/^[\s•*\d.)-]+(?=\p{L})/u, "");
  return withoutTail(name, /[\s*:：.,;–—-]/)
    .replace(/\s+/g, " ")
    .trim();
});

/** "Academic Research Team (ART)" → ART: an abbreviation behind the name. */
export function abbreviationIn(text: string): string | null {
  return (
    /\(([A-Z][A-Za-z0-9]*(?:[-/ ][A-Z][A-Za-z0-9]*){0,3})\)/.exec(text)?.[1]?.match(/^(?=.*[A-Z].*[A-Z])[A-Za-z0-9/ -]{2,14}$/)?.[0] ?? null
  );
}
