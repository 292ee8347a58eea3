import { slugOr } from "../records/ids.ts";
import type { GroupRecord } from "../records/index.ts";
import type { GroupFinder } from "./group-of-page.ts";
import type { ResolvedGroup } from "./groups.ts";
import { IdBook } from "./id-book.ts";
import type { PageIndex } from "./page-index.ts";
import type { Videos } from "./videos.ts";

// Which group is part of which, and what they are called for good.

export function parentOf(group: ResolvedGroup, pages: PageIndex, finder: GroupFinder): ResolvedGroup | null {
  if (group.isSpaceGroup) return null;
  const home = group.mentions.find((mention) => mention.entry.id === group.homePage)?.entry;
  for (const crumb of [...(home?.envelope.parents ?? [])].reverse()) {
    const id = pages.above(crumb, group.space);
    const above = id === null ? null : finder.byHome(id);
    if (above && above !== group) return above;
  }
  // A group without a page of its own is part of the one whose home lists it.
  const listing = home ? [] : group.mentions.filter(({ entry }) => finder.byHome(entry.id) !== null);
  const over = new Set(listing.map(({ entry }) => finder.byHome(entry.id)));
  const [only] = over;
  if (over.size === 1 && only && only !== group) return only;
  return finder.ofSpace(group.space);
}

/** Whether a group is the other one, or a part of it, or of a part of it. */
export function isPartOf(group: ResolvedGroup, whole: ResolvedGroup, pages: PageIndex, finder: GroupFinder): boolean {
  const seen = new Set<ResolvedGroup>();
  for (let at: ResolvedGroup | null = group; at !== null && !seen.has(at); at = parentOf(at, pages, finder)) {
    if (at === whole) return true;
    seen.add(at);
  }
  return false;
}

/** A name that two groups share carries the parent's: "Steering Committee" says little without. */
export function groupIds(
  groups: readonly ResolvedGroup[],
  previous: readonly GroupRecord[],
  pages: PageIndex,
  finder: GroupFinder,
  videos: Videos,
): (group: ResolvedGroup) => string {
  const count = new Map<string, number>();
  for (const group of groups) count.set(slugOr(group.name, group.name), (count.get(slugOr(group.name, group.name)) ?? 0) + 1);
  const claims = groups.map((group) => {
    const own = slugOr(group.name, group.name);
    const parent = parentOf(group, pages, finder);
    const isShared = (count.get(own) ?? 0) > 1;
    const base = isShared ? slugOr(`${parent?.name ?? group.space} ${group.name}`, group.space) : own;
    const home = group.homePage === null ? [] : [`home ${group.homePage}`];
    return {
      keys: [
        ...home,
        ...[group.name, ...group.aliases].map((name) => `name ${group.space} ${name.toLowerCase()}`),
        // It may have been known by its playlist before a page spoke of it.
        ...videos.namesOf(group).map((name) => `name  ${name.toLowerCase()}`),
      ],
      base: `groups/${base}`,
    };
  });
  const book = new IdBook(previous.map((record) => ({ id: record.id, keys: keysOfRecord(record, pages) })));
  const ids = book.assign(claims);
  const byGroup = new Map(groups.map((group, index) => [group, ids[index] ?? claims[index]?.base ?? ""]));
  return (group) => byGroup.get(group) ?? "";
}

/** The same keys for a record as for a group that is read now; its space is that of the pages that speak of it. */
function keysOfRecord(record: GroupRecord, pages: PageIndex): string[] {
  const onPages = pages.spacesOf(record.evidence.flatMap((item) => item.pageId ?? []));
  const spaces = onPages.length > 0 ? onPages : [""];
  const names = [record.name, ...record.aliases].map((name) => name.toLowerCase());
  const home = record.homePage === null ? [] : [`home ${record.homePage}`];
  return [...home, ...spaces.flatMap((space) => names.map((name) => `name ${space} ${name}`))];
}
