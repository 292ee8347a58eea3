import type { Candidate } from "../changes/index.ts";
import type { PersonRef } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import { keyOfPerson } from "./leader-lists.ts";
import { areLikelyOne } from "./like-names.ts";

/**
 * Sentences of one page about the leadership of one group, with each person called by one name: "Ben Lee is leaving", "Benjamin Lee hands over to Ada
 * Lund". Two whom one sentence names are two.
 */
export function withOneSpelling(candidates: readonly Candidate[]): Candidate[] {
  const byPage = Map.groupBy(
    candidates.filter(({ from, to }) => from.length + to.length > 0),
    ({ group, evidence }) => `${group}\n${evidence.pageId}`,
  );
  const spelled = new Map<Candidate, Candidate>();
  for (const together of byPage.values()) {
    const names = spellingsOf(together);
    if (names.size === 0) continue;
    const called = (people: readonly PersonRef[]): PersonRef[] => people.map((person) => names.get(keyOfPerson(person)) ?? person);
    for (const candidate of together) spelled.set(candidate, { ...candidate, from: called(candidate.from), to: called(candidate.to) });
  }
  return candidates.map((candidate) => spelled.get(candidate) ?? candidate);
}

/** The fuller name of each person who has two. */
function spellingsOf(candidates: readonly Candidate[]): Map<string, PersonRef> {
  const people = [
    ...new Map(candidates.flatMap(({ from, to }) => [...from, ...to]).map((person) => [keyOfPerson(person), person])).values(),
  ];
  const areTogether = (a: PersonRef, b: PersonRef): boolean =>
    candidates.some(({ from, to }) => {
      const named = [...from, ...to].map(keyOfPerson);
      return named.includes(keyOfPerson(a)) && named.includes(keyOfPerson(b));
    });
  const found = new Map<string, PersonRef>();
  for (const person of people) {
    const [other, second] = people.filter((one) => one !== person && areLikelyOne(one.name, person.name) && !areTogether(one, person));
    if (other === undefined || second !== undefined) continue;
    const isFuller = other.name.length - person.name.length || byCodeUnits(person.name, other.name);
    if (isFuller > 0) found.set(keyOfPerson(person), other);
  }
  return found;
}
