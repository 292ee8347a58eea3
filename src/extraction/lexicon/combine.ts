import type { Lexicon, LexiconAddition } from "./types.ts";

/**
 * One lexicon of several languages. Patterns become alternatives, lists are joined, the first language first: words of different languages seldom
 * collide, and a page may mix them.
 */
export function combine(base: Lexicon, ...additions: readonly LexiconAddition[]): Lexicon {
  return additions.reduce<Lexicon>((words, addition) => joined(words, addition) as Lexicon, base);
}

function joined(one: unknown, other: unknown): unknown {
  if (other === undefined) return one;
  if (one instanceof RegExp && other instanceof RegExp) return new RegExp(`${one.source}|${other.source}`, one.flags);
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
  if (typeof one === "string" && typeof other === "string") return `${one}+${other}`;
  if (isRecord(one) && isRecord(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return Object.fromEntries([...keys].map((key) => [key, key in one ? joined(one[key], other[key]) : other[key]]));
  }
  return other;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
