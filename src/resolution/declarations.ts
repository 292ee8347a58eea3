import { type Declared, nothingDeclared } from "../changes/index.ts";
import type { DeclaredGroup } from "../records/declared-group.ts";

/** What is declared about a group, by its name or one of its aliases. */
export function declarationsOf(groups: readonly DeclaredGroup[]): (group: { name: string; aliases: readonly string[] }) => Declared {
  const byName = new Map(groups.flatMap((group) => group.names.map((name) => [name.toLowerCase(), group] as const)));
  return ({ name, aliases }) => [name, ...aliases].map((text) => byName.get(text.toLowerCase())).find((group) => group) ?? nothingDeclared;
}
