import type { TermFacts } from "../extraction/index.ts";
import { nameKey } from "../extraction/index.ts";
import type { Evidence, Term } from "../records/index.ts";
import type { GroupFinder } from "./group-of-page.ts";
import type { ResolvedGroup } from "./groups.ts";
import type { People } from "./people.ts";
import { byCodeUnits, evidenceOf, type PageEntry, sortedEvidence } from "./types.ts";

const maxEvidence = 20;

/** The terms of each group: one per person and role, with every page that says so. */
export function resolveLeadership(entries: readonly PageEntry[], finder: GroupFinder, people: People): Map<ResolvedGroup, Term[]> {
  const found = new Map<ResolvedGroup, Map<string, { facts: TermFacts; space: string; evidence: Evidence[] }>>();
  for (const entry of entries) {
    for (const facts of entry.facts.terms) {
      const group = facts.group === null ? finder.ofPage(entry) : finder.byName(facts.group, entry.envelope.space);
      if (!group) continue;
      const person = people.ref(facts.person, entry.envelope.space);
      const key = `${person.id ?? nameKey(person.name)} ${facts.role}`;
      const terms = found.get(group) ?? new Map();
      found.set(group, terms);
      const term = terms.get(key) ?? { facts, space: entry.envelope.space, evidence: [] };
      term.evidence.push(evidenceOf(entry, facts.witness));
      terms.set(key, term);
    }
  }
  return new Map(
    [...found].map(([group, terms]) => [
      group,
      [...terms.values()]
        .map(
          ({ facts, space, evidence }): Term => ({
            person: people.ref(facts.person, space),
            role: facts.role,
            start: facts.start,
            end: facts.end,
            evidence: sortedEvidence(evidence, null).slice(0, maxEvidence),
          }),
        )
        .sort(
          (a, b) => byCodeUnits(a.start ?? "", b.start ?? "") || byCodeUnits(a.role, b.role) || byCodeUnits(a.person.name, b.person.name),
        ),
    ]),
  );
}
