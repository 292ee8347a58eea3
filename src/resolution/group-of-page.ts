import { byCodeUnits } from "../records/order.ts";
import { groupKeys, groupTokens } from "./group-keys.ts";
import type { ResolvedGroup } from "./groups.ts";
import type { PageIndex } from "./page-index.ts";
import type { PageEntry } from "./types.ts";

const kindTokens = new Set([
  "subgroup",
  "sig",
  "wg",
  "team",
  "committee",
  "chapter",
  "project",
  "taskforce",
  "group",
  "council",
  "board",
  "table",
  "round",
]);

/**
 * Which group a page belongs to: the page is its home or stands below it; its title or that of an ancestor names the group, the nearest first;
 * else the group of the space.
 */
export class GroupFinder {
  readonly #bySpace = new Map<string, ResolvedGroup[]>();
  readonly #byHome = new Map<string, ResolvedGroup>();
  readonly #index: PageIndex;

  constructor(groups: readonly ResolvedGroup[], index: PageIndex) {
    this.#index = index;
    for (const group of groups) {
      this.#bySpace.set(group.space, [...(this.#bySpace.get(group.space) ?? []), group]);
      if (group.homePage !== null && !group.isSpaceGroup) this.#byHome.set(group.homePage, group);
    }
  }

  ofPage(entry: Pick<PageEntry, "id" | "envelope">): ResolvedGroup | null {
    const groups = this.#bySpace.get(entry.envelope.space) ?? [];
    const own = this.#byHome.get(entry.id);
    if (own) return own;
    const common = commonTokens(groups, entry.envelope.space);
    const parts = groups.filter((group) => !group.isSpaceGroup);
    const titled = named(entry.envelope.title, parts, common);
    if (titled) return titled;
    for (const parent of [...entry.envelope.parents].reverse()) {
      const id = this.#index.above(parent, entry.envelope.space);
      const home = id === null ? undefined : this.#byHome.get(id);
      const found = home ?? named(parent.title, parts, common);
      if (found) return found;
    }
    return groups.find((group) => group.isSpaceGroup) ?? null;
  }

  /** The group whose home is the page with this id, the space's group excepted. */
  byHome(pageId: string): ResolvedGroup | null {
    return this.#byHome.get(pageId) ?? null;
  }

  /** The group that a name on a page means: one of its space, by any of its names. Null for an unknown name. */
  byName(name: string, space: string): ResolvedGroup | null {
    const keys = groupKeys(name);
    const common = commonTokens(this.#bySpace.get(space) ?? [], space);
    const groups = this.#bySpace.get(space) ?? [];
    const cores = keys.flatMap((key) => {
      const core = coreOf(key);
      return core === key || core.length < 3 || core.split(" ").every((token) => common.has(token)) ? [] : [core];
    });
    return (
      groups.find((group) => keys.some((key) => group.keys.has(key))) ??
      // "DCS subgroup", where DCS is a name of the group.
      groups.find((group) => cores.some((core) => group.keys.has(core))) ??
      groups.find((group) => keys.some((key) => [...group.keys].some((other) => key.endsWith(` ${other}`) && other.includes(" ")))) ??
      null
    );
  }

  /** The group that somebody means who names it outside of any wiki: the one of exactly this name, else the first of this name that a space knows. */
  byNameAnywhere(name: string): ResolvedGroup | null {
    const found = this.#spaces().flatMap((space) => this.byName(name, space) ?? []);
    const exact = found.find((group) => [group.name, ...group.aliases].some((other) => other.toLowerCase() === name.toLowerCase()));
    return exact ?? found[0] ?? null;
  }

  /**
   * The group that a title outside of any wiki names, as that of a video does: with the word for its kind ("Tide Gauge Subgroup 2024-10-10"), or first
   * of all ("CSSIG, October"). "Who pays for a tide gauge?" is about them. Null where groups of two spaces have such names.
   */
  inTitle(title: string): ResolvedGroup | null {
    const text = ` ${groupTokens(title).join(" ")} `;
    const isNamed = (key: string): boolean =>
      text.startsWith(` ${key} `) ||
      (key.split(" ").some((token) => kindTokens.has(token)) && key.includes(" ") && text.includes(` ${key} `));
    const found = this.#spaces().flatMap((space) => {
      const lengths = (this.#bySpace.get(space) ?? []).map((group) => ({
        group,
        length: Math.max(0, ...[...group.keys].filter(isNamed).map((key) => key.length)),
      }));
      const best = lengths.reduce<(typeof lengths)[number] | null>((most, one) => (one.length > (most?.length ?? 0) ? one : most), null);
      return best === null ? [] : [best.group];
    });
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  #spaces(): string[] {
    return [...this.#bySpace.keys()].sort(byCodeUnits);
  }

  /** "GSC" for the Gauge Steering Committee, where no other group of the space has these initials. */
  byInitials(initials: string, space: string): ResolvedGroup | null {
    const found = (this.#bySpace.get(space) ?? []).filter(({ name }) => initialsOf(name) === initials);
    return found.length === 1 ? (found[0] ?? null) : null;
  }

  ofSpace(space: string): ResolvedGroup | null {
    return (this.#bySpace.get(space) ?? []).find((group) => group.isSpaceGroup) ?? null;
  }
}

function initialsOf(name: string): string {
  return name
    .split(/[ /-]+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join("");
}

/** Words that all of a space has in common: they tell no group from another. */
function commonTokens(groups: readonly ResolvedGroup[], space: string): Set<string> {
  const whole = groups.filter((group) => group.isSpaceGroup).flatMap((group) => [...group.keys]);
  return new Set([space.toLowerCase(), ...whole.flatMap((key) => key.split(" "))]);
}

/** The group whose name stands in a title: in full, or by the words that set it apart ("Gauge Meetings Summary"). The longest wins. */
function named(title: string, groups: readonly ResolvedGroup[], common: ReadonlySet<string>): ResolvedGroup | null {
  const tokens = groupTokens(title);
  const text = ` ${tokens.join(" ")} `;
  let best: { group: ResolvedGroup; length: number } | null = null;
  for (const group of groups) {
    for (const key of group.keys) {
      const core = coreOf(key);
      const tells = core.length > 3 && core.split(" ").some((token) => !common.has(token));
      const length = text.includes(` ${key} `) ? key.length + 100 : tells && text.includes(` ${core} `) ? core.length : 0;
      if (length > (best?.length ?? 0)) best = { group, length };
    }
  }
  return best?.group ?? null;
}

/** A key without the words that say what kind of group it is. */
function coreOf(key: string): string {
  return key
    .split(" ")
    .filter((token) => !kindTokens.has(token))
    .join(" ");
}
