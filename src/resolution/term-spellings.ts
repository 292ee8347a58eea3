import { laterDay } from "../records/days.ts";
import { intervalOf } from "../records/edtf.ts";
import { byCodeUnits } from "../records/order.ts";
import { areLikelyOne } from "./like-names.ts";
import type { Draft } from "./term-draft.ts";

/**
 * Terms of one role that are likely one person's under several spellings, as one, under the name that most evidence has. Two whom one page lists side by
 * side are two, and so are two with accounts of their own; where a spelling may mean either of two people, all stay apart.
 */
export function joinSpellings(drafts: readonly Draft[], accountsOf: (id: string) => readonly string[]): Draft[] {
  const clusters: Draft[][] = [];
  for (const draft of drafts) {
    const near = clusters.filter((cluster) => cluster.some((other) => areLike(draft, other)));
    for (const cluster of near) clusters.splice(clusters.indexOf(cluster), 1);
    clusters.push([...near.flat(), draft]);
  }
  return clusters.flatMap((cluster) =>
    cluster.every((a, index) => cluster.slice(index + 1).every((b) => areLike(a, b) && mayBeOne(a, b, accountsOf)))
      ? [cluster.sort(compare).reduce(joined)]
      : cluster,
  );
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
