import { laterDay } from "../records/days.ts";
import { intervalOf } from "../records/edtf.ts";
import { byCodeUnits } from "../records/order.ts";
import { areLikelyOne, wordsOfName } from "./like-names.ts";
import type { Draft } from "./term-draft.ts";

/**
 * Terms of one role that are likely one person's under several spellings, as one, under the name that most evidence has. Two whom one page lists side by
 * side are two, and so are two with accounts of their own; where a spelling may mean either of two people, all stay apart.
 */
export function joinSpellings(drafts: readonly Draft[], accountsOf: (id: string) => readonly string[]): Draft[] {
  return clustersOf(drafts).flatMap((cluster) =>
    cluster.every((a, index) => cluster.slice(index + 1).every((b) => areLike(a, b) && mayBeOne(a, b, accountsOf)))
      ? [cluster.sort(compare).reduce(joined)]
      : cluster,
  );
}

/** Drafts that are alike, also by way of others. Only names that share a word are compared: a group may have had hundreds of leaders. */
function clustersOf(drafts: readonly Draft[]): Draft[][] {
  const clusterOf = new Map<Draft, Draft[]>();
  const byWord = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const words = wordsOfName(draft.person.name);
    const near = new Set(words.flatMap((word) => byWord.get(word) ?? []).filter((other) => areLike(draft, other)));
    const cluster = [...new Set([...near].map((other) => clusterOf.get(other) ?? []))].flat();
    cluster.push(draft);
    for (const member of cluster) clusterOf.set(member, cluster);
    for (const word of words) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [draft]);
      else known.push(draft);
    }
  }
  return [...new Set(clusterOf.values())];
}

function areLike(a: Draft, b: Draft): boolean {
  return a.role === b.role && areLikelyOne(a.person.name, b.person.name);
}

function mayBeOne(a: Draft, b: Draft, accountsOf: (id: string) => readonly string[]): boolean {
  const [one, other] = [a, b].map(({ person }) => (person.id === undefined ? [] : accountsOf(person.id)));
  if (one?.length && other?.length && !one.some((account) => other.includes(account))) return false;
  if (endsBefore(a, b) || endsBefore(b, a)) return false;
  return ![...a.listedOn].some((page) => b.listedOn.has(page));
}

/** Who led twice has two terms. */
function endsBefore({ end }: Draft, { start }: Draft): boolean {
  return end !== null && start !== null && (intervalOf(end)?.end ?? "") < (intervalOf(start)?.start ?? "");
}

function compare(a: Draft, b: Draft): number {
  return b.evidence.length - a.evidence.length || byCodeUnits(b.lastSeen, a.lastSeen) || byCodeUnits(a.person.name, b.person.name);
}

function joined(a: Draft, b: Draft): Draft {
  const seen = [a, b].flatMap(({ firstSeen }) => (firstSeen === "" ? [] : [firstSeen])).sort(byCodeUnits);
  return {
    ...a,
    start: a.start ?? b.start,
    end: a.end ?? b.end,
    firstSeen: seen[0] ?? "",
    lastSeen: laterDay(a.lastSeen, b.lastSeen),
    listedOn: new Set([...a.listedOn, ...b.listedOn]),
    evidence: [...a.evidence, ...b.evidence],
    conflicts: [...a.conflicts, ...b.conflicts],
  };
}
