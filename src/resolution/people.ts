import { nameKey, type PersonName } from "../extraction/index.ts";
import { slugOr } from "../records/ids.ts";
import type { Evidence, PersonRecord, PersonRef } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import { EarlierNames, isFullName } from "./earlier-names.ts";
import { mostCommon } from "./groups.ts";
import { IdBook } from "./id-book.ts";
import type { PageIndex } from "./page-index.ts";
import { sortedEvidence } from "./types.ts";

/** A person as one page shows it, with what the page is. */
interface Occurrence {
  readonly person: PersonName;
  readonly space: string;
  readonly pageId: string;
  readonly evidence: Evidence;
}

const maxEvidence = 5;

/**
 * Who is who, over all pages. Rules, strongest first: one account is one person; one full name in one space is one person, unless a page lists
 * two accounts of that name side by side: then they are two; a full name without account is the one account of that name, or of the one that had it
 * before its owner was renamed. First names alone are nobody's record.
 */
export class People {
  readonly #occurrences: Occurrence[] = [];
  /** Names under which one page lists two accounts. */
  readonly #homonyms = new Set<string>();
  /** Account → what its owner is called by now. */
  readonly #renamed = new Map<string, string>();
  /** A person is named on many pages: one object says so for all. */
  readonly #refs = new Map<string, PersonRef>();
  #idOfKey = new Map<string, string>();
  #records: PersonRecord[] = [];

  /** Notes the people that a page names together. */
  note(people: readonly PersonName[], space: string, pageId: string, evidence: Evidence): void {
    const accounts = new Map<string, string>();
    for (const person of people) {
      if (isRedacted(person.name)) continue;
      this.#occurrences.push({ person, space, pageId, evidence });
      if (person.account === null) continue;
      const key = nameKey(person.name);
      const other = accounts.get(key);
      if (other !== undefined && other !== person.account) this.#homonyms.add(`${space}\n${key}`);
      accounts.set(key, person.account);
    }
  }

  /** Tells that owners of accounts are called otherwise by now than pages show. */
  rename(names: Readonly<Record<string, string>>): void {
    for (const [account, name] of Object.entries(names)) this.#renamed.set(account, name);
  }

  /** Settles who is who; afterwards `ref` knows everybody. */
  settle(previous: readonly PersonRecord[], pages: PageIndex): void {
    const shown = this.#occurrences.map(({ person }) => person);
    const earlier = new EarlierNames(previous, shown, this.#renamed);
    const groups = this.#merge(earlier);
    const claims = groups.map((group) => {
      const present = group.filter(({ person }) => !earlier.has(person)).map(({ person }) => earlier.presentNameOf(person));
      const name = preferredName(present.length > 0 ? present : group.map(({ person }) => person.name));
      const accounts = [...new Set(group.flatMap((occurrence) => occurrence.person.account ?? []))].sort(byCodeUnits);
      const spaces = [...new Set(group.map((occurrence) => occurrence.space))].sort(byCodeUnits);
      const keys = [
        ...accounts.map((account) => `account ${account}`),
        ...spaces.map((space) => `name ${space} ${nameKey(name)}`),
        `name ${nameKey(name)}`,
      ];
      return { group, name, accounts, keys, base: `people/${slugOr(name, name)}` };
    });
    const book = new IdBook(previous.map((record) => ({ id: record.id, keys: keysOfRecord(record, pages) })));
    const ids = book.assign(claims);
    const old = new Map(previous.map((record) => [record.id, record]));
    this.#records = claims.map((claim, index) => {
      const id = ids[index] ?? claim.base;
      for (const occurrence of claim.group) this.#idOfKey.set(occurrenceKey(occurrence.person, occurrence.space), id);
      const before = old.get(id);
      const aliases = new Set([
        ...claim.group.map((occurrence) => occurrence.person.name),
        ...(before ? [before.name, ...before.aliases] : []),
      ]);
      aliases.delete(claim.name);
      return {
        kind: "person",
        id,
        name: claim.name,
        aliases: [...aliases].sort(byCodeUnits),
        accountIds: [...new Set([...claim.accounts, ...(before?.accountIds ?? [])])].sort(byCodeUnits),
        roles: [],
        formerIds: before?.formerIds ?? [],
        evidence: sortedEvidence(
          claim.group.map((occurrence) => occurrence.evidence),
          null,
        ).slice(0, maxEvidence),
      };
    });
    // Thousands of entries that nobody asks for again.
    this.#occurrences.length = 0;
  }

  /** The reference to a person that a page of `space` names; without id where there is no record. */
  ref(person: PersonName, space: string): PersonRef {
    const id = this.#idOfKey.get(occurrenceKey(person, space));
    const key = `${person.name}\n${id ?? ""}`;
    const known = this.#refs.get(key);
    if (known !== undefined) return known;
    const ref = id === undefined ? { name: person.name } : { name: person.name, id };
    this.#refs.set(key, ref);
    return ref;
  }

  records(): PersonRecord[] {
    return this.#records;
  }

  #merge(earlier: EarlierNames): Occurrence[][] {
    const parent: number[] = [];
    const find = (index: number): number => {
      let root = index;
      while (parent[root] !== root) root = parent[root] ?? root;
      parent[index] = root;
      return root;
    };
    const first = new Map<string, number>();
    const join = (key: string, index: number): void => {
      const known = first.get(key);
      if (known === undefined) first.set(key, index);
      else parent[Math.max(find(known), find(index))] = Math.min(find(known), find(index));
    };
    const kept = this.#occurrences.filter(({ person }) => person.account !== null || isFullName(person.name));
    for (let index = 0; index < kept.length; index += 1) parent.push(index);
    kept.forEach(({ person, space }, index) => {
      const key = nameKey(person.name);
      if (person.account !== null) {
        join(`account ${person.account}`, index);
        for (const had of earlier.keysOf(person.account)) if (!this.#isHomonym(space, had)) join(`name ${space} ${had}`, index);
      }
      if (isFullName(person.name) && !this.#isHomonym(space, key)) join(`name ${space} ${key}`, index);
      else if (person.account === null) join(`bare ${space} ${key}`, index);
    });
    const groups = new Map<number, Occurrence[]>();
    kept.forEach((occurrence, index) => {
      const root = find(index);
      const group = groups.get(root);
      if (group) group.push(occurrence);
      else groups.set(root, [occurrence]);
    });
    return [...groups.values()];
  }

  #isHomonym(space: string, key: string): boolean {
    return this.#homonyms.has(`${space}\n${key}`);
  }
}

/** The same keys for a record as for a person who is read now: a full name is one person in a space only. */
function keysOfRecord(record: PersonRecord, pages: PageIndex): string[] {
  const spaces = pages.spacesOf(record.evidence.flatMap((item) => item.pageId ?? []));
  const names = [record.name, ...record.aliases].map((name) => nameKey(name));
  return [
    ...record.accountIds.map((account) => `account ${account}`),
    ...spaces.flatMap((space) => names.map((name) => `name ${space} ${name}`)),
    ...names.map((name) => `name ${name}`),
  ];
}

function occurrenceKey(person: PersonName, space: string): string {
  return person.account === null ? `name ${space} ${nameKey(person.name)}` : `account ${person.account}`;
}

function isRedacted(name: string): boolean {
  return name.includes("[redacted:");
}

/** The spelling that most pages use; names in capitals or small letters only give way to others. */
function preferredName(names: readonly string[]): string {
  const proper = names.filter((name) => name !== name.toUpperCase() && name !== name.toLowerCase());
  return mostCommon(proper.length > 0 ? proper : names);
}
