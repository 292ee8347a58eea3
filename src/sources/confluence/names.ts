import { isPlaceholderName, withoutAccountState } from "../../pages/accounts.ts";
import type { RawEnvelope, RawPerson } from "../../pages/raw.ts";
import { takenAccount } from "../../pages/redaction/taken-accounts.ts";
import { isTakenName } from "../../pages/redaction/taken-words.ts";
import { shortHash } from "../../records/ids.ts";
import { type KnownPage, wikiIdOf } from "../types.ts";
import { isThere } from "./plan.ts";
import type { Account, ListedPage, Wiki } from "./types.ts";

const accountAttribute = /\bri:(?:account-id|userkey|username)\s*=\s*(?:"([^"<]{1,200})"|'([^'<]{1,200})')/g;

/** The accounts that a body in the storage format mentions. */
export function accountsIn(storage: string): string[] {
  const found = storage.matchAll(accountAttribute);
  return [...new Set([...found].map(([, double, single]) => double ?? single ?? ""))].filter((account) => account !== "");
}

type Mentions = Pick<RawEnvelope, "mentions" | "unnamed">;

/**
 * Who is behind an account. A name once known stays where the account was deactivated or taken away since; people who changed their names have the
 * new ones after a complete listing.
 */
export class NameBook {
  readonly #names = new Map<string, string>();
  /** Those whose names the archive lacks. */
  readonly #unnamed = new Set<string>();
  readonly #unknown = new Set<string>();
  readonly #wiki: Wiki;
  readonly #clean: (name: string) => string;

  /** `clean` takes secrets out of names: some are e-mail addresses. */
  constructor(wiki: Wiki, clean: (name: string) => string) {
    this.#wiki = wiki;
    this.#clean = clean;
  }

  /** Pages that are gone keep the names that they had: those of pages that are there count. */
  addKnown(known: readonly KnownPage[]): void {
    for (const { envelope } of [...known].sort((a, b) => Number(isThere(a.envelope.status)) - Number(isThere(b.envelope.status)))) {
      for (const person of [envelope.createdBy, envelope.modifiedBy])
        if (person !== null && person.accountId !== null) this.#names.set(person.accountId, person.name);
      for (const [account, name] of Object.entries({ ...envelope.mentions, ...envelope.renamed })) this.#names.set(account, name);
      for (const account of envelope.unnamed ?? []) this.#unnamed.add(account);
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

  /** What people are called by now, as far as that is told with a complete listing, or many at once. */
  async refresh(listed: ReadonlyMap<string, ListedPage>, known: readonly KnownPage[]): Promise<void> {
    for (const { createdBy, modifiedBy } of listed.values())
      for (const account of [createdBy, modifiedBy]) if (account?.name) this.#renew(account.id, account.name);
    if (!this.#wiki.namesInBulk) return;
    const authors = known.flatMap((page) => (page.envelope.createdBy === null ? (listed.get(wikiIdOf(page))?.createdBy?.id ?? []) : []));
    const asked = [...new Set([...this.#names.keys(), ...this.#unnamed, ...authors])].filter((id) => this.#masked(id) === id);
    if (asked.length === 0) return;
    for (const [id, name] of await this.#wiki.names(asked.sort())) this.#renew(id, name);
  }

  /** Account, as the archive knows it → name, of those whom a body in the storage format mentions, and those without one. */
  mentionsIn(storage: string): Mentions {
    return this.#mentionsOf(
      accountsIn(storage).map((account) => this.#masked(account)),
      (account) => this.nameOf(account),
    );
  }

  /** An envelope with the names that people have by now; the same one where it has them. */
  withPresentNames(envelope: RawEnvelope, listed: ListedPage | null): RawEnvelope {
    const present = <T extends RawPerson | null>(person: T): T => {
      const name = person === null || person.accountId === null ? null : this.nameOf(person.accountId);
      return person === null || name === null || name === person.name ? person : { ...person, name };
    };
    const { mentions = {}, unnamed = [], renamed: _, ...rest } = envelope;
    const named = unnamed.some((account) => this.nameOf(account) !== null)
      ? this.#mentionsOf([...Object.keys(mentions), ...unnamed], (account) => mentions[account] ?? this.nameOf(account))
      : { mentions: envelope.mentions, unnamed: envelope.unnamed };
    const renamed = Object.entries(mentions).flatMap(([account, name]) => {
      const now = this.nameOf(account) ?? name;
      return now === name ? [] : [[account, now] as const];
    });
    const made: RawEnvelope = {
      ...rest,
      createdBy: present(envelope.createdBy ?? this.person(listed?.createdBy ?? null)),
      modifiedBy: present(envelope.modifiedBy ?? this.person(listed?.modifiedBy ?? null)),
      ...(named.mentions ? { mentions: named.mentions } : {}),
      ...(named.unnamed ? { unnamed: named.unnamed } : {}),
      ...(renamed.length > 0 ? { renamed: Object.fromEntries(renamed) } : {}),
      ...(rest.comments ? { comments: rest.comments.map((comment) => ({ ...comment, author: present(comment.author) })) } : {}),
    };
    return namesKey(made) === namesKey(envelope) ? envelope : made;
  }

  /** A body whose accounts tell nothing of people: on some servers the user name is an e-mail address. */
  withMaskedAccounts(storage: string): string {
    return storage.replace(accountAttribute, (whole, double?: string, single?: string) => {
      const account = double ?? single ?? "";
      const masked = this.#masked(account);
      return masked === account ? whole : whole.replace(account, masked);
    });
  }

  /** Whose account, or whose name, was taken out for good: neither is told. */
  #isTaken(account: string): boolean {
    return this.#clean(account) === takenAccount || isTakenName(this.nameOf(account) ?? "");
  }

  #masked(account: string): string {
    if (this.#isTaken(account)) return takenAccount;
    return this.#clean(account) === account ? account : `u-${shortHash(account, 12)}`;
  }

  nameOf(account: string): string | null {
    return this.#names.get(account) ?? null;
  }

  person(account: Account | null): RawPerson | null {
    const name = account === null ? null : this.nameOf(account.id);
    return account === null || name === null || this.#isTaken(account.id) ? null : { name, accountId: this.#masked(account.id) };
  }

  #mentionsOf(accounts: readonly string[], nameOf: (account: string) => string | null): Mentions {
    const all = [...new Set(accounts)]
      .filter((account) => account !== takenAccount && !this.#isTaken(account))
      .sort()
      .map((account) => [account, nameOf(account)] as const);
    const named = all.flatMap(([account, name]) => (name === null ? [] : [[account, name] as const]));
    const unnamed = all.flatMap(([account, name]) => (name === null ? [account] : []));
    return {
      ...(named.length > 0 ? { mentions: Object.fromEntries(named) } : {}),
      ...(unnamed.length > 0 ? { unnamed } : {}),
    };
  }

  /** A name that says that the account is gone is no newer name. */
  #renew(id: string, name: string): void {
    const isGone = withoutAccountState(name) !== name || isPlaceholderName(name);
    if (!isGone || !this.#names.has(id)) this.#put(id, name);
  }

  #put(id: string, name: string): void {
    const clean = withoutAccountState(this.#clean(name)).trim();
    if (clean === "" || isPlaceholderName(clean)) return;
    this.#names.set(id, clean);
    this.#names.set(this.#masked(id), clean);
  }
}

/** All that an envelope says of who people are. */
function namesKey({ createdBy, modifiedBy, mentions, unnamed, renamed, comments }: RawEnvelope): string {
  return JSON.stringify([createdBy, modifiedBy, mentions, unnamed, renamed, comments?.map(({ author }) => author)]);
}
