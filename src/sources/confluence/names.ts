import { withoutAccountState } from "../../pages/accounts.ts";
import type { RawPerson } from "../../pages/raw.ts";
import { shortHash } from "../../records/ids.ts";
import type { KnownPage } from "../types.ts";
import type { Account, Wiki } from "./types.ts";

const accountAttribute = /\bri:(?:account-id|userkey|username)\s*=\s*(?:"([^"<]{1,200})"|'([^'<]{1,200})')/g;

/** The accounts that a body in the storage format mentions. */
export function accountsIn(storage: string): string[] {
  const found = storage.matchAll(accountAttribute);
  return [...new Set([...found].map(([, double, single]) => double ?? single ?? ""))].filter((account) => account !== "");
}

/** Who is behind an account. A name once known stays, also where the account was deactivated or taken away since. */
export class NameBook {
  readonly #names = new Map<string, string>();
  readonly #unknown = new Set<string>();
  readonly #wiki: Wiki;
  readonly #clean: (name: string) => string;

  /** `clean` takes secrets out of names: some are e-mail addresses. */
  constructor(wiki: Wiki, clean: (name: string) => string) {
    this.#wiki = wiki;
    this.#clean = clean;
  }

  addKnown(known: Iterable<KnownPage>): void {
    for (const { envelope } of known) {
      for (const person of [envelope.createdBy, envelope.modifiedBy])
        if (person !== null && person.accountId !== null) this.#names.set(person.accountId, person.name);
      for (const [account, name] of Object.entries(envelope.mentions ?? {})) this.#names.set(account, name);
    }
  }

  /** Asks the wiki for those whom nobody knows yet. */
  async learn(accounts: Iterable<Account | null>): Promise<void> {
    const asked = new Set<string>();
    for (const account of accounts) {
      if (account === null || this.#names.has(account.id)) continue;
      if (account.name !== null) this.#put(account.id, account.name);
      else if (!this.#unknown.has(account.id)) asked.add(account.id);
    }
    if (asked.size === 0) return;
    const names = await this.#wiki.names([...asked].sort());
    for (const id of asked) {
      const name = names.get(id);
      if (name === undefined) this.#unknown.add(id);
      else this.#put(id, name);
    }
  }

  /** Account, as the archive knows it → name, of those whom a body in the storage format mentions. */
  mentionsIn(storage: string): Record<string, string> {
    const named = accountsIn(storage)
      .sort()
      .flatMap((account) => {
        const name = this.nameOf(account);
        return name === null ? [] : [[this.#masked(account), name] as const];
      });
    return Object.fromEntries(named);
  }

  /** A body whose accounts tell nothing of people: on some servers the user name is an e-mail address. */
  withMaskedAccounts(storage: string): string {
    return storage.replace(accountAttribute, (whole, double?: string, single?: string) => {
      const account = double ?? single ?? "";
      const masked = this.#masked(account);
      return masked === account ? whole : whole.replace(account, masked);
    });
  }

  #masked(account: string): string {
    return this.#clean(account) === account ? account : `u-${shortHash(account, 12)}`;
  }

  nameOf(account: string): string | null {
    return this.#names.get(account) ?? null;
  }

  person(account: Account | null): RawPerson | null {
    const name = account === null ? null : this.nameOf(account.id);
    return account === null || name === null ? null : { name, accountId: this.#masked(account.id) };
  }

  #put(id: string, name: string): void {
    const clean = withoutAccountState(this.#clean(name)).trim();
    if (clean !== "") this.#names.set(id, clean);
  }
}
