import { bareGroupName, defaultLexicon } from "../extraction/index.ts";

const { sameKinds, ignoredInKeys } = defaultLexicon.groups;
const ignored = new Set(ignoredInKeys);

/** The tokens of a group's name by which spellings are compared: folded, kinds abbreviated, small words dropped. */
export function groupTokens(name: string): string[] {
  const folded = bareGroupName(name)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ");
  return sameKinds
    .reduce((text, [kind, spelling]) => text.replace(spelling, kind), folded)
    .replace(/[^\p{L}\p{N}/]+/gu, " ")
    .split(" ")
    .filter((token) => token !== "" && !ignored.has(token));
}

/** One key per reading: "Tide/Wave Subgroup" is read whole and with each alternative. */
export function groupKeys(name: string): string[] {
  const tokens = groupTokens(name);
  if (tokens.length === 0) return [];
  const whole = tokens.join(" ").replaceAll("/", " ");
  const slashed = tokens.findIndex((token) => /\p{L}\/\p{L}/u.test(token));
  if (slashed < 0) return [whole];
  const options = (tokens[slashed] ?? "").split("/").filter((option) => option !== "");
  return [whole, ...options.map((option) => tokens.map((token, index) => (index === slashed ? option : token)).join(" "))];
}

/** Names that somebody declared to mean one group, by group. */
export type DeclaredNames = readonly (readonly string[])[];

/** Whoever goes by one of the declared names goes by all of them. */
export function withDeclared(keys: readonly string[], declared: DeclaredNames): readonly string[] {
  const more = declared.map((names) => names.flatMap(groupKeys)).filter((known) => known.some((key) => keys.includes(key)));
  return more.length === 0 ? keys : [...new Set([...keys, ...more.flat()])];
}
