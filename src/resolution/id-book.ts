import { withHash } from "../records/ids.ts";

/** A thing that needs an id. */
export interface Claim {
  /** What identifies it, strongest first; the same for an old record and for what is read now. */
  readonly keys: readonly string[];
  /** The readable id that it would get, without a tie-breaker. */
  readonly base: string;
}

/**
 * Ids are made once and kept. A claim takes over the id of the old record that shares its strongest key; the others get readable
 * ids, and where several want the same one, each gets a hash of what identifies it, so that reading order does not matter.
 */
export class IdBook {
  readonly #ownerOfKey = new Map<string, string>();
  readonly #taken: Set<string>;

  constructor(old: readonly { readonly id: string; readonly keys: readonly string[] }[]) {
    this.#taken = new Set(old.map((record) => record.id));
    for (const record of old) for (const key of record.keys) if (!this.#ownerOfKey.has(key)) this.#ownerOfKey.set(key, record.id);
  }

  /** The ids of all claims, in their order. */
  assign(claims: readonly Claim[]): string[] {
    const ids = new Map<number, string>();
    const given = new Set<string>();
    this.#takeOwnHashes(claims, ids, given);
    const depth = claims.reduce((most, claim) => Math.max(most, claim.keys.length), 0);
    for (let level = 0; level < depth; level += 1) {
      claims.forEach((claim, index) => {
        const key = claim.keys[level];
        const owner = key === undefined || ids.has(index) ? undefined : this.#ownerOfKey.get(key);
        if (owner === undefined || given.has(owner)) return;
        ids.set(index, owner);
        given.add(owner);
      });
    }
    const wanted = new Map<string, number>();
    claims.forEach((claim, index) => {
      if (!ids.has(index)) wanted.set(claim.base, (wanted.get(claim.base) ?? 0) + 1);
    });
    return claims.map((claim, index) => {
      const known = ids.get(index);
      if (known !== undefined) return known;
      const isFree = wanted.get(claim.base) === 1 && !this.#taken.has(claim.base);
      return isFree ? claim.base : withHash(claim.base, claim.keys[0] ?? claim.base);
    });
  }

  /** An old id that carries the hash of a claim's strongest key was made for it, also where its record does not keep that key. */
  #takeOwnHashes(claims: readonly Claim[], ids: Map<number, string>, given: Set<string>): void {
    for (const [index, claim] of claims.entries()) {
      const own = withHash(claim.base, claim.keys[0] ?? claim.base);
      if (ids.has(index) || !this.#taken.has(own) || given.has(own)) continue;
      ids.set(index, own);
      given.add(own);
    }
  }
}
