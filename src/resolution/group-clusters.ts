import type { GroupMention } from "../extraction/index.ts";
import type { GroupKind } from "../records/index.ts";
import { groupKeys } from "./group-keys.ts";
import type { PageEntry } from "./types.ts";

export interface Sighting {
  readonly entry: PageEntry;
  readonly mention: GroupMention;
  readonly keys: readonly string[];
  readonly home: string | null;
}

/** Sightings that share a key, a home or an alias are of one group. */
export function cluster(sightings: readonly Sighting[], hasOwn: boolean): Sighting[][] {
  const parent = sightings.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  const union = (a: number, b: number): void => {
    const [x, y] = [find(a), find(b)];
    if (x !== y) parent[Math.max(x, y)] = Math.min(x, y);
  };
  const seen = new Map<string, number>();
  const join = (key: string, index: number): void => {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else union(first, index);
  };
  sightings.forEach((sighting, index) => {
    for (const key of sighting.keys) join(`key ${key}`, index);
    if (sighting.home !== null) join(`home ${sighting.home.replace(/^title /, "")}`, index);
    if (sighting.home?.startsWith("title ")) join(`key ${sighting.home.slice(6)}`, index);
    for (const alias of sighting.mention.aliases) for (const key of groupKeys(alias)) join(`key ${key}`, index);
  });
  joinLongerNames(sightings, union, hasOwn);
  const parts = new Map<number, Sighting[]>();
  sightings.forEach((sighting, index) => {
    const root = find(index);
    parts.set(root, [...(parts.get(root) ?? []), sighting]);
  });
  return [...parts.values()];
}

/** "Open Coastal SIG" is "Coastal SIG": a longer name that ends in a shorter one of the same kind, where only one does. */
function joinLongerNames(sightings: readonly Sighting[], union: (a: number, b: number) => void, hasOwn: boolean): void {
  const first = new Map<string, { index: number; kind: GroupKind; name: string }>();
  sightings.forEach((sighting, index) => {
    const { kind, name } = sighting.mention;
    for (const key of sighting.keys) if (!first.has(key)) first.set(key, { index, kind, name });
  });
  for (const [short, a] of first) {
    if (!short.includes(" ") && !(hasOwn && a.index === 0)) continue;
    const longer = [...first].filter(
      ([long, b]) => long.length > short.length && b.kind === a.kind && endsAlike(long, short) && !isJoined(b.name, short),
    );
    const distinct = longer.filter(
      ([long]) => !longer.some(([other]) => other !== long && endsAlike(other, long) && other.length < long.length),
    );
    if (distinct.length === 1) for (const [, b] of longer) union(a.index, b.index);
  }
}

/** "Tide and Wind SIG" is what became of a Tide SIG and a Wind SIG, not the Wind SIG. */
function isJoined(long: string, short: string): boolean {
  const [first = ""] = short.split(" ");
  return ` ${long.toLowerCase().replaceAll("&", "and")} `.includes(` and ${first} `);
}

/** One name ends in the other, of at least two words. */
export function endsAlike(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  return short.includes(" ") && long.endsWith(` ${short}`);
}
