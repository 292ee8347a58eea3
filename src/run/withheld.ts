import { createHmac } from "node:crypto";
import { z } from "zod";
import type { ArchiveReader } from "../archive/index.ts";
import { ConfigError, messageOf } from "../errors.ts";
import { bareText, type TakenOut } from "../pages/redaction/taken-words.ts";
import { plainJson } from "../records/canonical-json.ts";
import { byCodeUnits } from "../records/order.ts";
import { emptyRedactionList, type RedactionList, redactionList } from "../records/redaction-list.ts";

export const redactionsPath = "state/redactions.json";

/** How archives remembered before: a salt beside the hashes, and a key only where one was set. */
const firstForm = z.strictObject({
  schemaVersion: z.literal(1),
  keyed: z.boolean(),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  proof: z.string(),
  texts: z.array(z.strictObject({ length: z.number().int().positive(), hash: z.string().regex(/^[0-9a-f]{32}$/) })),
  pages: z.array(z.string()),
});
type FirstForm = z.infer<typeof firstForm>;

const stateFile = z.union([redactionList.extend({ before: firstForm.optional() }), firstForm]);

const proofText = "redactions of an archive";

/** What a run takes out: texts as they are written, names of accounts, ids of page records. */
export interface ToTakeOut {
  readonly texts: readonly string[];
  readonly givenNames: readonly string[];
  readonly accounts: readonly string[];
  readonly pages: readonly string[];
}

/** What was taken out of an archive for good: texts and accounts as hashes, pages by their ids. */
export class Withheld implements TakenOut {
  readonly lengths: ReadonlySet<number>;
  readonly accountLengths: ReadonlySet<number>;
  readonly list: RedactionList;
  readonly #before: FirstForm | null;
  readonly #key: string | null;
  readonly #texts: ReadonlyMap<string, "given" | "text">;
  readonly #accounts: ReadonlySet<string>;
  readonly #pages: ReadonlySet<string>;

  private constructor(list: RedactionList, before: FirstForm | null, key: string | null) {
    this.list = list;
    this.#before = before;
    this.#key = key;
    const texts = [...(before?.texts ?? []), ...list.texts];
    this.lengths = new Set(texts.map(({ length }) => length));
    this.accountLengths = new Set(list.accounts.map(({ length }) => length));
    this.#texts = new Map([
      ...list.texts.map(({ hash, as }) => [hash, as ?? "text"] as const),
      ...(before?.texts ?? []).map(({ hash }) => [hash, "text"] as const),
    ]);
    this.#accounts = new Set(list.accounts.map(({ hash }) => hash));
    this.#pages = new Set([...(before?.pages ?? []), ...list.pages]);
  }

  /**
   * What an archive withholds, and what is `listed` beside its configuration. `key` is that of the environment, or null.
   * @throws ConfigError where the key is missing or another one: what was taken out would come back
   */
  static async read(reader: ArchiveReader, listed: RedactionList | null, key: string | null): Promise<Withheld> {
    const { list, before } = parseState(await reader.text(redactionsPath));
    for (const [each, file] of [
      [list, redactionsPath],
      [listed ?? emptyRedactionList, "redactions.yaml"],
    ] as const)
      if (each.proof !== null && (key === null || each.proof !== keyedHash(key, proofText))) throw otherKey(file);
    if (before !== null && before.texts.length > 0 && before.proof !== hashOfFirstForm(before, key, proofText))
      throw otherKey(redactionsPath);
    return new Withheld(united(list, listed ?? emptyRedactionList), before, key);
  }

  /**
   * The same with more.
   * @throws ConfigError where a text is to be remembered and there is no key
   */
  with({ texts, givenNames, accounts, pages }: ToTakeOut): Withheld {
    const entry = (text: string): { length: number; hash: string } => {
      const bare = bareText(text);
      return { length: bare.length, hash: this.#hashOf(bare) };
    };
    const hasHashes = texts.length + givenNames.length + accounts.length > 0;
    const more: RedactionList = {
      ...emptyRedactionList,
      proof: hasHashes ? this.#hashOf(proofText) : null,
      texts: [...texts.map(entry), ...givenNames.map((name) => ({ ...entry(name), as: "given" as const }))],
      // An address escapes what stands between the parts of an account id.
      accounts: accounts.flatMap((account) => [entry(account), entry(encodeURIComponent(account))]),
      pages: [...pages],
    };
    return new Withheld(united(this.list, more), this.#before, this.#key);
  }

  /** Whether `listed` has something that the archive does not remember yet. */
  lacks(listed: RedactionList): boolean {
    return JSON.stringify(united(this.list, listed)) !== JSON.stringify(this.list);
  }

  get isEmpty(): boolean {
    return this.#texts.size + this.#accounts.size + this.#pages.size === 0;
  }

  has(bare: string): "text" | "given" | null {
    const { texts = [] } = this.#before ?? {};
    const found = this.#key === null ? undefined : this.#texts.get(keyedHash(this.#key, bare));
    if (found !== undefined) return found;
    if (this.#before === null || texts.length === 0) return null;
    return this.#texts.get(hashOfFirstForm(this.#before, this.#key, bare)) ?? null;
  }

  hasAccount(bare: string): boolean {
    return this.#key !== null && this.#accounts.has(keyedHash(this.#key, bare));
  }

  hasPage(id: string): boolean {
    return this.#pages.has(id);
  }

  hasPageNumber(pageId: string): boolean {
    return [...this.#pages].some((id) => id.endsWith(`/${pageId}`));
  }

  /** For `state/redactions.json`. */
  toText(): string {
    return plainJson(this.#before === null ? this.list : { ...this.list, before: this.#before });
  }

  #hashOf(bare: string): string {
    if (this.#key === null)
      throw new ConfigError(
        "MINUTEBOOK_REDACTION_KEY is not set: expected a long random text (openssl rand -hex 32), kept where every run has it, as what is taken out is remembered by hashes made with it",
      );
    return keyedHash(this.#key, bare);
  }
}

function parseState(text: string | null): { list: RedactionList; before: FirstForm | null } {
  if (text === null) return { list: emptyRedactionList, before: null };
  try {
    const written = stateFile.parse(JSON.parse(text));
    if (written.schemaVersion === 1) return { list: emptyRedactionList, before: written };
    const { before = null, ...list } = written;
    return { list, before };
  } catch (cause) {
    throw new ConfigError(
      `${redactionsPath} cannot be read (${messageOf(cause).slice(0, 200)}), and without it what was taken out would come back: restore it from git`,
      { cause, file: redactionsPath },
    );
  }
}

function otherKey(file: string): ConfigError {
  return new ConfigError(
    `${file} was made with a key: expected MINUTEBOOK_REDACTION_KEY to be set to it, or what was taken out would come back`,
    { file },
  );
}

function united(one: RedactionList, other: RedactionList): RedactionList {
  const entries = <E extends { readonly hash: string }>(items: readonly E[]): E[] =>
    [...new Map(items.map((item) => [item.hash, item])).values()].sort((a, b) => byCodeUnits(a.hash, b.hash));
  return {
    schemaVersion: 2,
    proof: one.proof ?? other.proof,
    // The same word as a text of its own says more.
    texts: entries([...other.texts, ...one.texts].sort((a, b) => Number(a.as === undefined) - Number(b.as === undefined))),
    accounts: entries([...other.accounts, ...one.accounts]),
    pages: [...new Set([...one.pages, ...other.pages])].sort(byCodeUnits),
  };
}

function keyedHash(key: string, bare: string): string {
  return createHmac("sha256", key).update(bare).digest("hex").slice(0, 32);
}

function hashOfFirstForm({ salt, keyed }: FirstForm, key: string | null, bare: string): string {
  return createHmac("sha256", `${salt}${keyed ? (key ?? "") : ""}`)
    .update(bare)
    .digest("hex")
    .slice(0, 32);
}
