import { nameKey } from "../extraction/index.ts";
import type { Evidence } from "../records/index.ts";
import type { PageIndex } from "./page-index.ts";
import type { PreviousRecords, ResolvedRecords } from "./types.ts";

/**
 * Where the ids of records lead that are no records any more: to the record that they were found to be, else to the page that they were read
 * from. A link to an id never breaks.
 */
export function retiredTo(previous: PreviousRecords, now: ResolvedRecords, pages: PageIndex): Map<string, string> {
  const retired = new Map<string, string>();
  const people = new Map<string, string>();
  for (const person of now.people) {
    for (const account of person.accountIds) people.set(`account ${account}`, person.id);
    for (const name of [person.name, ...person.aliases]) people.set(`name ${nameKey(name)}`, person.id);
  }
  const groups = new Map(
    now.groups.flatMap((group) => [group.name, ...group.aliases].map((name) => [name.toLowerCase(), group.id] as const)),
  );
  for (const kind of ["groups", "people", "reports", "meetings", "recordings", "courses"] as const) {
    const kept = new Set<string>(now[kind].map((record) => record.id));
    for (const record of previous[kind]) {
      if (kept.has(record.id)) continue;
      const merged =
        record.kind === "person"
          ? [...record.accountIds.map((account) => `account ${account}`), `name ${nameKey(record.name)}`]
              .map((key) => people.get(key))
              .find((id) => id !== undefined)
          : record.kind === "group"
            ? [record.name, ...record.aliases].map((name) => groups.get(name.toLowerCase())).find((id) => id !== undefined)
            : record.kind === "report" || record.kind === "meeting"
              ? record.page
              : undefined;
      const to = merged ?? pageOf(record.evidence, pages);
      if (to !== null) retired.set(record.id, to);
    }
  }
  return retired;
}

function pageOf(evidence: readonly Evidence[], pages: PageIndex): string | null {
  for (const item of evidence) {
    const id = item.pageId === undefined ? null : pages.anyByPageId(item.pageId);
    if (id !== null) return id;
  }
  return null;
}
