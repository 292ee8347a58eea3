import { defaultLexicon, type GroupMention, groupKindOf, isPlural, type ListedKind, listedKind, listedName } from "../extraction/index.ts";
import type { PageIndex } from "./page-index.ts";
import type { PageEntry } from "./types.ts";

export interface TreeGroup {
  readonly page: PageEntry;
  readonly mention: GroupMention;
}

/** From this many pages on that are named like groups, a page is one that has groups below it. */
const fewest = 2;

/**
 * Pages right below a page whose title says of what kind they are ("Subcommittees", "Dune Labs Home" in the space of Dune Labs). Pages about the kind
 * itself ("Lab Process"), folders and pages that are something else already are none.
 */
export function treeGroups(entries: readonly PageEntry[], index: PageIndex): TreeGroup[] {
  const below = new Map<string, PageEntry[]>();
  for (const entry of entries) {
    const parent = entry.envelope.parents.at(-1);
    const id = parent === undefined ? null : index.above(parent, entry.envelope.space);
    if (id !== null) below.set(id, [...(below.get(id) ?? []), entry]);
  }
  return entries.flatMap((entry) => {
    const { title, spaceName } = entry.envelope;
    const listed = isPlural(title, defaultLexicon) ? listedKind(title, defaultLexicon, spaceName) : null;
    if (listed === null) return [];
    const found = (below.get(entry.id) ?? []).flatMap((page) => groupOf(page, listed));
    return found.length < fewest ? [] : found;
  });
}

function groupOf(page: PageEntry, listed: ListedKind): TreeGroup[] {
  const { kind } = page.facts;
  if (kind !== "home" && kind !== "other" && kind !== "index" && kind !== "charter") return [];
  const named = listedName(page.envelope.title, listed, defaultLexicon);
  if (named === null) return [];
  const archived = defaultLexicon.titles.archived.test(page.envelope.title) ? ("archived" as const) : null;
  const mention: GroupMention = {
    name: named.name,
    aliases: named.alias === null ? [] : [named.alias],
    kind: groupKindOf(named.name, defaultLexicon) ?? named.kind,
    href: null,
    strength: 3,
    status: archived,
    witness: { quote: null, heading: null, rule: "page below its kind" },
  };
  return [{ page, mention }];
}
