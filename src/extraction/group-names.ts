import { withoutTail } from "../pages/trim.ts";
import type { GroupKind } from "../records/index.ts";
import type { Lexicon } from "./lexicon/index.ts";

/** The kind that a group's name ends in, or null where the text is not the name of one group ("Subgroups", "Working Group Update"). */
export function groupKindOf(text: string, words: Lexicon): GroupKind | null {
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
  if (best === null || best.end !== name.length || best.start === 0) return null;
  if (!isProperName(name.slice(0, best.start)) || /\b(?:and|&)\s*$/i.test(name.slice(0, best.start))) return null;
  if (
    /s$/i.test(name) &&
    !/\bUsers Group\b/i.test(name) &&
    /(?:groups|teams|projects|committees|chapters|sigs|forces|wgs|boards|councils)$/i.test(name)
  )
    return null;
  if (
    /^(?:the|our|a|an|this|that|each|all|new|other|another|any|your|every|its|their|to|for|of|and|or)\b/i.test(name) &&
    best.kind !== "sig"
  )
    return null;
  return best.kind;
}

/** The kind of a name that goes on behind the kind: "Technical Working Group China". */
export function innerGroupKind(name: string, words: Lexicon): GroupKind | null {
  const parts = name.split(" ");
  for (let end = parts.length - 1; end > 1; end -= 1) {
    const kind = groupKindOf(parts.slice(0, end).join(" "), words);
    if (kind !== null && kind !== "project" && kind !== "team") return kind;
  }
  return null;
}

const smallWords = new Set(["of", "and", "for", "the", "in", "on", "to", "&", "-", "–", "/", "de", "et", "und"]);

/** Every word of a name but the small ones begins with a capital or a digit: what else ends in "team" is a sentence. */
function isProperName(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => word !== "");
  if (
    words.length > 7 ||
    /\b(?:Fill|Add|Join|Welcome|Update|Introduce|Introduction|Contact|About|From|Items|Goals|Notes|Meeting|Meetings|Minutes|Recruitment|Creation|Job|Call|Plan|Proposal)\b/.test(
      text,
    )
  )
    return false;
  return words.every(
    (word) =>
      smallWords.has(word.toLowerCase()) ||
      /^[(“"'‘]?[\p{Lu}\d]/u.test(word) ||
      /^\p{Ll}+-\p{L}/u.test(word) ||
      /^\p{Ll}\p{Lu}/u.test(word),
  );
}

/** A group's name without marks: "(Archived)", "[DRAFT]", "*", a parenthesis at the end. */
export function bareGroupName(text: string): string {
  // No name is that long; what comes here may be a whole paragraph.
  const name = text
    .slice(0, 400)
    .replace(/[\s\u00a0]+/g, " ")
    .replace(/((?:group|team|committee|chapter|sig|wg|force))\s[-–]\s[A-Z][A-Za-z0-9]{1,9}$/i, "$1")
    .replace(/\[[^\]]{1,20}\]|\([^)]{1,60}\)\s*$/g, "")
    .replace(/\((?:archived?|inactive|eol|closed|retired|dormant|draft)\)/gi, "")
    .replace(/^[\s•*\d.)-]+(?=\p{L})/u, "");
  return withoutTail(name, /[\s*:：.,;–—-]/)
    .replace(/\s+/g, " ")
    .trim();
}

/** "Academic Research Team (ART)" → ART: an abbreviation behind the name. */
export function abbreviationIn(text: string): string | null {
  return (
    /\(([A-Z][A-Za-z0-9]*(?:[-/ ][A-Z][A-Za-z0-9]*){0,3})\)/.exec(text)?.[1]?.match(/^(?=.*[A-Z].*[A-Z])[A-Za-z0-9/ -]{2,14}$/)?.[0] ?? null
  );
}
