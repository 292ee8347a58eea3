import type { GroupKind } from "../records/index.ts";
import { bareGroupName, groupKindOf, isProperName } from "./group-names.ts";
import type { Lexicon } from "./lexicon/index.ts";

/** What a heading, a title or a column says of all that stands below it: the kind, and how it prints it ("Subcommittee"). */
export interface ListedKind {
  readonly kind: GroupKind;
  readonly printed: string;
}

/** The kind that "Active Working Groups" or "Tide Chapters" (below the name of the space) gives to its entries; null where it says anything else. */
export function listedKind(text: string, words: Lexicon, spaceName: string | null = null): ListedKind | null {
  for (const candidate of withoutSpaceName(
    text
      .replace(/[\s\u00a0]+/g, " ")
      .trim()
      .slice(0, 90),
    spaceName,
  )) {
    let rest = candidate.toLowerCase();
    for (let turn = 0; turn < 4; turn += 1) rest = rest.replace(words.groups.aroundList, "");
    const found = words.groups.listKinds.find(([, pattern]) => pattern.test(rest));
    const at = text.toLowerCase().lastIndexOf(rest);
    if (found) return { kind: found[0], printed: singular(text.slice(at, at + rest.length)) };
  }
  return null;
}

/** Whether a heading or title speaks of several: one "Working Group" heads no list. */
export function isPlural(text: string, words: Lexicon): boolean {
  let rest = text.trim();
  for (let turn = 0; turn < 4; turn += 1) rest = rest.replace(words.groups.aroundListEnd, "");
  return words.groups.plural.test(rest) || words.groups.pluralOnly.test(rest);
}

/** The text as it is, then without one word of the space's name after the other at its start. */
function withoutSpaceName(text: string, spaceName: string | null): string[] {
  const known = new Set((spaceName ?? "").toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const words = text.split(" ");
  const first = words.findIndex((word) => !known.has(word.toLowerCase()));
  return Array.from({ length: (first < 0 ? words.length - 1 : first) + 1 }, (_, from) => words.slice(from).join(" "));
}

function singular(kind: string): string {
  return kind.replace(/ies$/i, "y").replace(/s$/i, "");
}

export interface ListedName {
  readonly name: string;
  readonly kind: GroupKind;
  /** The name as printed, where the kind was added to it. */
  readonly alias: string | null;
}

/** The group that an entry below such a heading names: by itself, or with the kind that the heading says. Null where it is no name. */
export function listedName(raw: string, listed: ListedKind | null, words: Lexicon): ListedName | null {
  const name = bareGroupName(raw.replace(words.titles.archived, " "));
  const own = groupKindOf(name, words);
  if (own !== null) return { name, kind: own, alias: null };
  if (listed === null) return null;
  // "Sand Pump lab" below "Labs": the kind in small letters is no part of the name.
  const core = name.toLowerCase().endsWith(` ${listed.printed.toLowerCase()}`) ? name.slice(0, -listed.printed.length - 1) : name;
  if (!isEntryName(core, words)) return null;
  if (core !== name) return { name: core, kind: listed.kind, alias: name };
  const isSuffixed = words.groups.suffixed.test(listed.printed) && words.groups.listKinds.every(([, pattern]) => !pattern.test(name));
  return isSuffixed
    ? { name: `${name} ${listed.printed.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())}`, kind: listed.kind, alias: name }
    : { name, kind: listed.kind, alias: null };
}

function isEntryName(name: string, words: Lexicon): boolean {
  const { groups, titles } = words;
  return (
    name.length > 2 &&
    name.length <= 60 &&
    name.split(" ").length <= 6 &&
    /^\p{L}/u.test(name) &&
    isProperName(name, words) &&
    !groups.notListed.test(name) &&
    !groups.plural.test(name) &&
    !titles.meeting.test(name) &&
    !titles.folder.test(name) &&
    !titles.template.test(name) &&
    !titles.resource.test(name)
  );
}
