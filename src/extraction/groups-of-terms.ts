import type { PageKind } from "../records/index.ts";
import type { GroupMention, TermFacts } from "./facts.ts";
import { mention } from "./group-mentions.ts";
import { groupKindOf } from "./group-names.ts";
import type { PageView } from "./view.ts";

/**
 * Of whom a sentence says that somebody leads it, that is a group. Minutes tell so of guests and of the groups that these come from; teams and
 * projects are left out, since people lead those where they work, and subgroups, which their own pages name.
 */
export function groupsOfTerms(terms: readonly TermFacts[], view: PageView, kind: PageKind): GroupMention[] {
  if (kind === "meeting" || kind === "log") return [];
  const rules = new Set(view.words.leaders.sentences.map(({ name }) => name));
  return terms.flatMap(({ group, witness: { quote, heading, rule } }) => {
    const found = group === null || !rules.has(rule) ? null : groupKindOf(group, view.words);
    if (group === null || found === null || found === "team" || found === "project" || found === "subgroup") return [];
    return [mention(group, found, { view, strength: 2, rule: "named with its leader", quote, heading, href: null })];
  });
}
