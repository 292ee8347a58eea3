import type { GroupMention } from "../extraction/index.ts";
import { defaultLexicon, groupKindOf } from "../extraction/index.ts";
import { parsePageLink } from "../pages/links.ts";
import type { GroupKind, GroupStatus } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import { branchGroups } from "./branch-groups.ts";
import { cluster, endsAlike, type Sighting } from "./group-clusters.ts";
import { type DeclaredNames, groupKeys, groupTokens, withDeclared } from "./group-keys.ts";
import type { PageIndex } from "./page-index.ts";
import { spaceGroupMention, spaceHome } from "./space-group.ts";
import { treeGroups } from "./tree-groups.ts";
import type { PageEntry } from "./types.ts";

/** A group as all pages of its space together describe it. */
export interface ResolvedGroup {
  readonly space: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: GroupKind;
  /** Full page id of its home. */
  readonly homePage: string | null;
  readonly isSpaceGroup: boolean;
  readonly keys: ReadonlySet<string>;
  readonly status: { readonly value: GroupStatus; readonly entry: PageEntry; readonly mention: GroupMention } | null;
  readonly mentions: readonly { readonly entry: PageEntry; readonly mention: GroupMention }[];
}

/** The groups of one space: mentions that share a name, a home page or an abbreviation are one group. */
export function resolveGroups(
  space: string,
  entries: readonly PageEntry[],
  index: PageIndex,
  declared: DeclaredNames = [],
): ResolvedGroup[] {
  const home = spaceHome(entries);
  const branches = branchGroups(entries, index);
  const own = spaceGroupMention(
    space,
    entries,
    home,
    branches.filter((branch) => branch.isWholeSpace).map((branch) => branch.mention.name),
  );
  const prefixes = parentPrefixes(entries, own);
  const sightings: Sighting[] = [];
  if (own) sightings.push({ entry: own.entry, mention: own.mention, keys: groupKeys(own.mention.name), home: home?.id ?? null });
  for (const { head, mention, isWholeSpace } of branches) {
    if (own && isWholeSpace) continue;
    const named = withoutSpacePrefix(mention, prefixes);
    sightings.push({ entry: head, mention: named, keys: [...groupKeys(named.name), ...groupKeys(mention.name)], home: head.id });
  }
  for (const { page, mention } of treeGroups(entries, index)) {
    const named = withoutSpacePrefix(mention, prefixes);
    sightings.push({ entry: page, mention: named, keys: groupKeys(named.name), home: page.id });
  }
  for (const entry of entries) {
    for (const mention of entry.facts.groups) {
      if (isForeign(mention, space, own, prefixes, index)) continue;
      const named = withoutSpacePrefix(mention, prefixes);
      sightings.push({
        entry,
        mention: named,
        keys: [...groupKeys(named.name), ...groupKeys(mention.name)],
        home: homeOf(mention, entry, index, prefixes),
      });
    }
  }
  const named = sightings.map((sighting) => ({ ...sighting, keys: withDeclared(sighting.keys, declared) }));
  const clusters = cluster(named, own !== null);
  return clusters
    .filter((part) => isAccepted(part, own))
    .map((part) => describe(space, part, own, home, declared))
    .sort((a, b) => byCodeUnits(a.name, b.name));
}

/** What stands before " - " in titles of part groups ("DUNE-SIG - Gauge Subgroup"): names of the parent. */
function parentPrefixes(entries: readonly PageEntry[], own: { mention: GroupMention } | null): string[] {
  const prefixes = new Set<string>();
  for (const entry of entries) {
    for (const mention of entry.facts.groups) {
      const cut = /^(.{2,40}?)\s+[-–]\s+(.+)$/.exec(mention.name);
      if (cut && groupKindOf(cut[2] ?? "", defaultLexicon) !== null) prefixes.add(cut[1] ?? "");
    }
  }
  if (own) {
    // "DUNE-SIG Gauge Subgroup" too, where DUNE-SIG is known to mean the parent.
    for (const name of [own.mention.name, ...own.mention.aliases]) prefixes.add(name);
  }
  return [...prefixes].sort((a, b) => b.length - a.length || byCodeUnits(a, b));
}

function withoutPrefix(name: string, prefixes: readonly string[]): string {
  for (const prefix of prefixes) {
    if (!name.toLowerCase().startsWith(prefix.toLowerCase()) || name.length <= prefix.length + 2) continue;
    const rest = name.slice(prefix.length).replace(/^[\s–:-]+/, "");
    if (rest !== name.slice(prefix.length) && groupKindOf(rest, defaultLexicon) !== null) return rest;
  }
  return name;
}

/** "DUNE-SIG DCS" → DCS. */
/** "CS-SIG - Tide Gauge Subgroup" is called "Tide Gauge Subgroup" where CS-SIG is the group of the space. */
function withoutSpacePrefix(mention: GroupMention, prefixes: readonly string[]): GroupMention {
  const name = withoutPrefix(mention.name, prefixes);
  const aliases = mention.aliases.flatMap((alias) => [alias, ...(withoutPrefixWord(alias, prefixes) ?? [])]);
  return { ...mention, name, aliases: name === mention.name ? aliases : [...aliases, mention.name] };
}

function withoutPrefixWord(alias: string, prefixes: readonly string[]): string[] | null {
  const prefix = prefixes.find((candidate) => alias.startsWith(`${candidate} `));
  return prefix === undefined ? null : [alias.slice(prefix.length + 1)];
}

/** The rule that reads tables of groups and who leads them. */
const ledTable = "table of groups and leads";

/** Rules of strength 2 that one page is enough for. */
const enoughByItself: ReadonlySet<string> = new Set([
  "entry with lead",
  "was formed",
  "introduced",
  "title of meetings",
  "named with its leader",
]);

const partKinds: ReadonlySet<GroupKind> = new Set(["subgroup", "team", "committee", "chapter", "project"]);

/** Groups of other spaces, which pages list among news and links. */
function isForeign(
  mention: GroupMention,
  space: string,
  own: { mention: GroupMention } | null,
  prefixes: readonly string[],
  index: PageIndex,
): boolean {
  const target = mention.href === null ? null : parsePageLink(mention.href);
  if (!own) return false;
  if (target?.by === "title" && target.space.toLowerCase() !== space.toLowerCase()) return true;
  if (mention.strength === 3 || partKinds.has(mention.kind)) return false;
  // "A new Data Task Force was formed": news of other spaces tell of groups as large as this one.
  if (mention.witness.rule === "introduced" && mention.kind !== "sig") return false;
  // A page about a meeting of theirs is theirs.
  if (mention.witness.rule === "title of a meeting" || mention.witness.rule === "title of meetings") return false;
  if (isListed(mention) && mention.href !== null && index.resolve(mention.href, space, mention.name) !== null) return false;
  const keys = new Set([own.mention.name, ...own.mention.aliases, ...prefixes].flatMap(groupKeys));
  return !groupKeys(mention.name).some(
    (key) => keys.has(key) || [...keys].some((other) => endsAlike(key, other) || key.startsWith(`${other} `)),
  );
}

/** What a table or a list says of its entries, it says of each by itself. */
function isListed({ witness }: GroupMention): boolean {
  return witness.rule === "table of groups" || witness.rule === ledTable || witness.rule === "list of its kind";
}

function homeOf(mention: GroupMention, entry: PageEntry, index: PageIndex, prefixes: readonly string[]): string | null {
  if (mention.witness.rule === "form of a project" || (mention.witness.rule === "page title" && entry.facts.kind === "home"))
    return entry.id;
  if (mention.href === null) return null;
  const target = index.resolve(mention.href, entry.envelope.space, mention.name);
  if (target !== null) return target;
  // A link to a page that is not in the archive still says by its title which group is meant.
  const link = parsePageLink(mention.href);
  return link?.by === "title" ? `title ${groupTokens(withoutPrefix(link.title, prefixes)).join(" ")}` : null;
}

function isAccepted(part: readonly Sighting[], own: { entry: PageEntry } | null): boolean {
  const strength = part.reduce((most, sighting) => Math.max(most, sighting.mention.strength), 0);
  if (strength === 3) return true;
  const pages = new Set(part.map((sighting) => sighting.entry.id)).size;
  const kind = part[0]?.mention.kind;
  if (part.some(({ mention }) => isListed(mention) && mention.kind !== "project")) return true;
  // Lists of projects are lists of links to anywhere: those that have a page here are groups here.
  if (part.every(({ mention }) => isListed(mention)))
    return part.some(({ home }) => isPage(home)) || part.some(({ mention }) => mention.witness.rule === ledTable);
  if (!own && strength < 2 && kind !== undefined && !partKinds.has(kind)) return pages >= 3;
  // What one page calls a new project may be one of the whole world.
  if (own && kind === "project" && part.every(({ mention }) => mention.witness.rule === "introduced")) return pages >= 2;
  if (strength === 2) return part.some(({ mention }) => enoughByItself.has(mention.witness.rule) || mention.href !== null) || pages >= 2;
  if (part.every((sighting) => sighting.mention.witness.rule === "running text")) return pages >= 3;
  const isExplained = part.some((sighting) => sighting.mention.witness.rule === "entry with explanation");
  return pages >= (kind === "team" && !isExplained ? 3 : 2);
}

/** A link that only names a page leads to none that is known. */
function isPage(home: string | null): boolean {
  return home !== null && !home.startsWith("title ");
}

function describe(
  space: string,
  part: readonly Sighting[],
  own: { entry: PageEntry; mention: GroupMention } | null,
  home: PageEntry | null,
  declared: DeclaredNames,
): ResolvedGroup {
  const isSpaceGroup = own !== null && part.some((sighting) => sighting.mention === own.mention);
  const strongest = part.reduce((most, sighting) => Math.max(most, sighting.mention.strength), 0);
  const name =
    isSpaceGroup && own
      ? own.mention.name
      : mostCommon(part.filter((sighting) => sighting.mention.strength === strongest).map((sighting) => sighting.mention.name));
  const homes = part.flatMap((sighting) => (isAtHome(sighting) ? [sighting.entry.id] : []));
  const aliases = new Set(part.flatMap((sighting) => [sighting.mention.name, ...sighting.mention.aliases]));
  const keys = new Set([name, ...aliases].flatMap(groupKeys));
  for (const alias of declared.filter((names) => names.some((one) => groupKeys(one).some((key) => keys.has(key)))).flat())
    aliases.add(alias);
  aliases.delete(name);
  const kind = isSpaceGroup && own ? own.mention.kind : mostCommon(part.map((sighting) => sighting.mention.kind));
  return {
    space,
    name,
    aliases: [...aliases].sort(byCodeUnits),
    kind,
    homePage: isSpaceGroup ? (home?.id ?? null) : ([...homes].sort(byCodeUnits)[0] ?? null),
    isSpaceGroup,
    keys: new Set([name, ...aliases].flatMap(groupKeys)),
    status: statusOf(part, isSpaceGroup ? null : homes),
    mentions: part.map(({ entry, mention }) => ({ entry, mention })),
  };
}

/** Whether the page that names the group is the group's own. */
function isAtHome({ mention, entry }: Sighting): boolean {
  const { rule } = mention.witness;
  return (
    rule === "meetings below the page" ||
    rule === "page below its kind" ||
    rule === "form of a project" ||
    (rule === "page title" && entry.facts.kind === "home")
  );
}

/** The home page's own word first; else the latest page that marks the name. */
function statusOf(part: readonly Sighting[], homes: readonly string[] | null): ResolvedGroup["status"] {
  const marked = part.filter((sighting) => sighting.mention.status !== null);
  const own = marked.find(
    ({ entry, mention }) =>
      homes?.includes(entry.id) || mention.witness.rule === "name of the space" || mention.witness.rule === "status on the home page",
  );
  const latest = [...marked].sort((a, b) => byCodeUnits(dateOf(b.entry), dateOf(a.entry)) || byCodeUnits(a.entry.id, b.entry.id))[0];
  const chosen = own ?? latest;
  return chosen && chosen.mention.status !== null ? { value: chosen.mention.status, entry: chosen.entry, mention: chosen.mention } : null;
}

/** When a page speaks: the day of its meeting or the end of its period, else its last change. */
export function dateOf(entry: PageEntry): string {
  const meeting = entry.facts.meetings.length === 1 ? entry.facts.meetings[0]?.date : null;
  return (
    meeting ??
    entry.facts.report?.publishedOn ??
    entry.facts.report?.period?.end ??
    entry.envelope.modifiedOn ??
    entry.envelope.createdOn ??
    ""
  );
}

export function mostCommon<T extends string>(values: readonly T[]): T {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || b.length - a.length || byCodeUnits(a, b));
  return sorted[0]?.[0] ?? (values[0] as T);
}
