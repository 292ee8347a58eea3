import { z } from "zod";

const hash = z.string().regex(/^[0-9a-f]{32}$/, "expected 32 digits of a hash, as `minutebook redact` writes them");
const length = z.number().int().positive();

/**
 * What was taken out of archives for good, naming no one: `redactions.yaml` beside a configuration, and `state/redactions.json` in an archive. Hashes are
 * the first 32 hex digits of HMAC-SHA-256 with `MINUTEBOOK_REDACTION_KEY` over letters and digits alone, without case and accents.
 */
export const redactionList = z.strictObject({
  schemaVersion: z.literal(2),
  /** By which a run knows that it has the same key; null while nothing is hashed. */
  proof: hash.nullable(),
  /** `given`: a given name, which counts where no other name follows it. */
  texts: z.array(z.strictObject({ length, hash, as: z.enum(["given"]).optional() })),
  /** Account ids, user keys, user names. */
  accounts: z.array(z.strictObject({ length, hash })),
  /** Ids of page records. */
  pages: z.array(z.string().regex(/^pages\/[^/]+\/[^/]+$/, "expected the id of a page, such as pages/DUNE/41287681")),
});
export type RedactionList = z.infer<typeof redactionList>;

export const emptyRedactionList: RedactionList = { schemaVersion: 2, proof: null, texts: [], accounts: [], pages: [] };
