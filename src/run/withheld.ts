import { createHmac, randomBytes } from "node:crypto";
import { z } from "zod";
import type { ArchiveReader } from "../archive/index.ts";
import { ConfigError, messageOf } from "../errors.ts";
import { bareText, type TakenOut } from "../pages/redaction/taken-out.ts";
import { plainJson } from "../records/canonical-json.ts";
import { byCodeUnits } from "../records/order.ts";

export const redactionsPath = "state/redactions.json";

const file = z.strictObject({
  schemaVersion: z.literal(1),
  /** Whether the hashes were made with a key that is not in the archive. */
  keyed: z.boolean(),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  /** By which a run knows that it has the same key. */
  proof: z.string(),
  texts: z.array(z.strictObject({ length: z.number().int().positive(), hash: z.string().regex(/^[0-9a-f]{32}$/) })),
  /** Ids of page records. */
  pages: z.array(z.string()),
});
type RedactionsFile = z.infer<typeof file>;

const proofText = "redactions of an archive";

/** What was taken out of an archive for good: texts as hashes, pages by their ids. */
export class Withheld implements TakenOut {
  readonly lengths: ReadonlySet<number>;
  readonly #file: RedactionsFile;
  readonly #key: string | null;
  readonly #hashes: ReadonlySet<string>;
  readonly #pages: ReadonlySet<string>;

  private constructor(written: RedactionsFile, key: string | null) {
    this.#file = written;
    this.#key = key;
    this.lengths = new Set(written.texts.map(({ length }) => length));
    this.#hashes = new Set(written.texts.map(({ hash }) => hash));
    this.#pages = new Set(written.pages);
  }

  static readonly nothing = new Withheld({ schemaVersion: 1, keyed: false, salt: "0".repeat(32), proof: "", texts: [], pages: [] }, null);

  /**
   * What an archive withholds. `key` is that of the environment, or null.
   * @throws ConfigError where the key is missing or another one: what was taken out would come back
   */
  static async read(reader: ArchiveReader, key: string | null): Promise<Withheld> {
    const text = await reader.text(redactionsPath);
    if (text === null) return Withheld.nothing;
    let written: RedactionsFile;
    try {
      written = file.parse(JSON.parse(text));
    } catch (cause) {
      throw new ConfigError(
        `${redactionsPath} cannot be read (${messageOf(cause).slice(0, 200)}), and without it what was taken out would come back: restore it from git`,
        { cause, file: redactionsPath },
      );
    }
    const withheld = new Withheld(written, written.keyed ? key : null);
    if (written.texts.length > 0 && withheld.#hashOf(proofText) !== written.proof)
      throw new ConfigError(
        `${redactionsPath} was made with a key: expected MINUTEBOOK_REDACTION_KEY to be set to it, or what was taken out would come back`,
        { file: redactionsPath },
      );
    return withheld;
  }

  /** The same with more. A first text decides whether a key is used. */
  with(texts: readonly string[], pages: readonly string[], key: string | null): Withheld {
    const isFresh = this.#file.texts.length === 0;
    const salt = isFresh ? randomBytes(16).toString("hex") : this.#file.salt;
    const base = isFresh ? { ...this.#file, salt, keyed: key !== null } : this.#file;
    const hasher = new Withheld(base, base.keyed ? key : null);
    const added = texts.map((text) => bareText(text)).map((bare) => ({ length: bare.length, hash: hasher.#hashOf(bare) }));
    const all = new Map([...base.texts, ...added].map((item) => [item.hash, item]));
    return new Withheld(
      {
        ...base,
        proof: all.size === 0 ? base.proof : hasher.#hashOf(proofText),
        texts: [...all.values()].sort((a, b) => byCodeUnits(a.hash, b.hash)),
        pages: [...new Set([...base.pages, ...pages])].sort(byCodeUnits),
      },
      base.keyed ? key : null,
    );
  }

  get isKeyed(): boolean {
    return this.#file.keyed;
  }

  has(bare: string): boolean {
    return this.#hashes.has(this.#hashOf(bare));
  }

  hasPage(id: string): boolean {
    return this.#pages.has(id);
  }

  hasPageNumber(pageId: string): boolean {
    return this.#file.pages.some((id) => id.endsWith(`/${pageId}`));
  }

  /** For `state/redactions.json`. */
  toText(): string {
    return plainJson(this.#file);
  }

  #hashOf(bare: string): string {
    return createHmac("sha256", `${this.#file.salt}${this.#key ?? ""}`)
      .update(bare)
      .digest("hex")
      .slice(0, 32);
  }
}
