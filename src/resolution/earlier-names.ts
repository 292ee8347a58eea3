import { defaultLexicon, nameKey, type PersonName } from "../extraction/index.ts";
import type { PersonRecord } from "../records/index.ts";

/**
 * Names that accounts had before their owners were renamed, as earlier records and pages of before tell them. Who types such a name means the owner
 * still, unless another account has it by now.
 */
export class EarlierNames {
  readonly #renamed: ReadonlyMap<string, string>;
  readonly #byAccount = new Map<string, Set<string>>();
  readonly #all = new Set<string>();

  constructor(previous: readonly PersonRecord[], shown: readonly PersonName[], renamed: ReadonlyMap<string, string>) {
    this.#renamed = renamed;
    const present = new Set(shown.flatMap((person) => (person.account === null ? [] : [nameKey(this.presentNameOf(person))])));
    const add = (account: string, name: string): void => {
      const key = nameKey(name);
      if (present.has(key) || !isFullName(name)) return;
      const keys = this.#byAccount.get(account) ?? new Set<string>();
      this.#byAccount.set(account, keys.add(key));
      this.#all.add(key);
    };
    const living = new Set(shown.flatMap(({ account }) => account ?? []));
    for (const { name, aliases, accountIds } of previous)
      for (const account of accountIds) if (living.has(account)) for (const had of [name, ...aliases]) add(account, had);
    for (const { account, name } of shown) if (account !== null && renamed.has(account)) add(account, name);
  }

  presentNameOf({ account, name }: PersonName): string {
    return (account === null ? null : this.#renamed.get(account)) ?? name;
  }

  /** The keys of an account's earlier names. */
  keysOf(account: string): Iterable<string> {
    return this.#byAccount.get(account) ?? [];
  }

  /** Whether somebody is typed by an earlier name of an account. */
  has({ account, name }: PersonName): boolean {
    return account === null && this.#all.has(nameKey(name));
  }
}

/** At least two words of letters: what a record may be made of without an account. */
export function isFullName(name: string): boolean {
  return /^\p{L}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’()-]*){1,5}$/u.test(name) && !defaultLexicon.people.notAPerson.test(name);
}
