import type { Candidate } from "../changes/index.ts";
import type { StatementFacts } from "../extraction/index.ts";
import type { GroupFinder } from "./group-of-page.ts";
import { dateOf, type ResolvedGroup } from "./groups.ts";
import type { People } from "./people.ts";
import { evidenceOf, type PageEntry } from "./types.ts";

/** Sentences of change with their groups and people known. A sentence about a group that nobody knows says nothing that could be kept. */
export function resolveStatements(
  entries: readonly PageEntry[],
  finder: GroupFinder,
  idOfGroup: (group: ResolvedGroup) => string,
  people: People,
): Candidate[] {
  return entries.flatMap((entry) => entry.facts.statements.flatMap((facts) => candidatesOf(entry, facts, finder, idOfGroup, people)));
}

function candidatesOf(
  entry: PageEntry,
  facts: StatementFacts,
  finder: GroupFinder,
  idOfGroup: (group: ResolvedGroup) => string,
  people: People,
): Candidate[] {
  const { space } = entry.envelope;
  const known = facts.groups.flatMap((name) => finder.byName(name, space) ?? []).filter((group) => !facts.meansPart || !group.isSpaceGroup);
  const parts = known.filter((group) => !group.isSpaceGroup);
  // A sentence that names a part and the whole ("DUNE-SIG Gauge Subgroup") is about the part.
  const named = parts.length > 0 && !facts.aboutAll && known[0]?.isSpaceGroup && sameMention(facts) ? parts : known;
  const ofPage = facts.mayMeanOwn || facts.meansPart ? finder.ofPage(entry) : null;
  const own = ofPage && facts.meansPart && ofPage.isSpaceGroup ? null : ofPage;
  const groups = facts.aboutAll ? [...new Set(known)] : named.slice(0, 1);
  const spelled = groups.length > 0 ? null : subjectInInitials(facts, space, finder);
  const chosen = groups.length > 0 ? groups : spelled ? [spelled] : own ? [own] : [];
  return chosen.map((group) => ({
    type: facts.type,
    group: idOfGroup(group),
    groupName: group.name,
    at: facts.at,
    isDated: facts.isDated,
    from: facts.from.map((person) => people.ref(person, space)),
    to: facts.to.map((person) => people.ref(person, space)),
    fromRole: facts.role,
    toRole: facts.toRole ?? facts.role,
    fromText: facts.fromText,
    toText: facts.toText,
    evidence: evidenceOf(entry, facts.witness),
    toldOn: dateOf(entry),
    isExplicit: groups.length > 0 || spelled !== null,
    basis: "stated" as const,
  }));
}

/** "GSC has been paused": initials count only where the sentence begins with them; behind "see" or "by the" they name somebody else. */
function subjectInInitials(facts: StatementFacts, space: string, finder: GroupFinder): ResolvedGroup | null {
  const initials = /^\W*(?:[Tt]he )?([A-Z]{3,7})\b(?!-)/.exec(facts.witness.quote ?? "")?.[1];
  return initials === undefined || facts.meansPart ? null : finder.byInitials(initials, space);
}

/** Whether the sentence itself, not its place, names the group. */
function sameMention(facts: StatementFacts): boolean {
  const quote = facts.witness.quote ?? "";
  return facts.groups.slice(0, 3).every((name) => quote.includes(name.split(" ")[0] ?? name));
}
