import type { GroupMention } from "../extraction/index.ts";
import { bareGroupName, defaultLexicon, groupKindOf, innerGroupKind } from "../extraction/index.ts";
import type { GroupKind } from "../records/index.ts";
import type { PageEntry } from "./types.ts";

export function spaceHome(entries: readonly PageEntry[]): PageEntry | null {
  return entries.find((entry) => entry.envelope.isHome) ?? null;
}

/**
 * The group that the space itself belongs to: its name, or its home's title, names one; else, where the space holds meetings or reports,
 * it is a project.
 */
export function spaceGroupMention(
  space: string,
  entries: readonly PageEntry[],
  home: PageEntry | null,
  otherNames: readonly string[],
): { entry: PageEntry; mention: GroupMention } | null {
  const first = home ?? entries[0];
  if (!first) return null;
  const spaceName = first.envelope.spaceName;
  const names = [spaceName, home?.envelope.title ?? null, ...otherNames].filter((name): name is string => name !== null);
  // What reports and meetings that name their own group tell is about that group: a foundation's space holds those of many.
  const work = entries.filter(
    ({ facts }) =>
      (facts.report !== null || facts.meetings.length > 0) &&
      !facts.groups.some(({ witness }) => witness.rule === "report title" || witness.rule === "title of a meeting"),
  ).length;
  for (const name of names) {
    const kind = groupKindOf(name, defaultLexicon) ?? innerGroupKind(name, defaultLexicon);
    if (kind !== null) return { entry: first, mention: spaceMention(name, names, kind, space) };
  }
  const name = names[0];
  return name !== undefined && work >= 2 ? { entry: first, mention: spaceMention(name, names, "project", space) } : null;
}

function spaceMention(name: string, names: readonly string[], kind: GroupKind, space: string): GroupMention {
  const aliases = names.map(bareGroupName).filter((other) => other !== bareGroupName(name));
  if (/^[A-Z][A-Z0-9-]{2,}$/.test(space)) aliases.push(space);
  const archived = defaultLexicon.titles.archived.test(name) ? ("archived" as const) : null;
  return {
    name: bareGroupName(name.replace(defaultLexicon.titles.archived, "")),
    aliases,
    kind,
    href: null,
    strength: 3,
    status: archived,
    witness: { quote: null, heading: null, rule: "name of the space" },
  };
}
