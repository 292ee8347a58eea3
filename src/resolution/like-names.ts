import { nameKey } from "../extraction/index.ts";

/**
 * Whether two names at one seat of one list are likely two spellings of one person's: the words in another order, with or without a middle name or an
 * affiliation behind, a first name as an initial or shortened ("Ben" of "Benjamin"; not "Paul" of "Paula"), a letter doubled or not. Careless anywhere
 * else: two people of a community may well be called so.
 */
export function areLikelyOne(one: string, other: string): boolean {
  const [a, b] = [wordsOfName(one), wordsOfName(other)];
  if ([...a].sort().join(" ") === [...b].sort().join(" ")) return true;
  const [c, d] = [wordsOf(withoutAffiliation(one)), wordsOf(withoutAffiliation(other))];
  return areSpellings(a, b) || areSpellings(c, d) || areSpellings(a, d) || areSpellings(c, b);
}

/** The words of a name as they are compared: names that are likely one have one in common. */
export function wordsOfName(name: string): string[] {
  return wordsOf(withoutBrackets(name));
}

function areSpellings(a: readonly string[], b: readonly string[]): boolean {
  if (a.length < 2 || b.length < 2) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.every((word, index) => word === long[index])) return true;
  if (a.at(-1) !== b.at(-1)) return false;
  const [middle, otherMiddle] = [a, b].map((words) => words.slice(1, -1)[0]?.[0]);
  const isOther = middle !== undefined && otherMiddle !== undefined && middle !== otherMiddle;
  return !isOther && isShortFor(a[0] ?? "", b[0] ?? "");
}

/** So many letters are no initial, and so many more are no ending. */
const leastLetters = 3;
const leastMore = 2;

function isShortFor(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === long) return true;
  if (!long.startsWith(short)) return false;
  return short.length === 1 || (short.length >= leastLetters && long.length - short.length >= leastMore);
}

function wordsOf(name: string): string[] {
  return nameKey(name)
    .replace(/(\p{L})\1+/gu, "$1")
    .split(" ")
    .filter((word) => word !== "");
}

function withoutBrackets(name: string): string {
  return name.replace(/\s*[([{].*$/u, "");
}

function withoutAffiliation(name: string): string {
  return withoutBrackets(name).replace(/(?:,|\s[-–—|@/]|\s(?:from|of|at))\s.*$/u, "");
}
