import { nameKey } from "../extraction/index.ts";
import type { ChangeRecord, GroupRecord, PersonRecord } from "../records/index.ts";

// The log only grows: whom and what it names stays, although no page names them any more.

/** People of before whom a reported change names, and who are nobody that pages name now. */
export function keptPeople(now: readonly PersonRecord[], before: readonly PersonRecord[], log: readonly ChangeRecord[]): PersonRecord[] {
  const named = new Set(
    log.flatMap(({ from, to }) => [...from, ...to].flatMap((side) => (typeof side === "object" ? (side.id ?? []) : []))),
  );
  const keysOf = ({ name, aliases, accountIds }: PersonRecord): string[] => [...[name, ...aliases].map(nameKey), ...accountIds];
  return keptOf(now, before, named, keysOf);
}

/** The same of groups. */
export function keptGroups(now: readonly GroupRecord[], before: readonly GroupRecord[], log: readonly ChangeRecord[]): GroupRecord[] {
  const named = new Set(log.flatMap(({ group }) => group ?? []));
  const kept = keptOf(now, before, named, ({ name, aliases }) => [name, ...aliases].map((text) => text.toLowerCase()));
  const living = new Set([...now, ...kept].map(({ id }) => id));
  // What is left of it is what was said of it: that it had a parent, a page or reports may be no longer true.
  return kept.map((group) => ({
    ...group,
    parent: group.parent !== null && living.has(group.parent) ? group.parent : null,
    homePage: null,
    leadership: [],
    reportCalendar: [],
    nextReportDue: null,
    playlists: [],
  }));
}

function keptOf<T extends { readonly id: string }>(
  now: readonly T[],
  before: readonly T[],
  named: ReadonlySet<string>,
  keysOf: (record: T) => readonly string[],
): T[] {
  const [ids, keys] = [new Set(now.map(({ id }) => id)), new Set(now.flatMap(keysOf))];
  return before.filter((record) => named.has(record.id) && !ids.has(record.id) && !keysOf(record).some((key) => keys.has(key)));
}
