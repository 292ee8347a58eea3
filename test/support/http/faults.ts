import { fractionOf } from "./fraction.ts";

/** `Kind` names what a server can do wrong; it knows itself what each looks like. */
export interface Faults<Kind extends string> {
  /** Of all requests, in [0, 1]. */
  readonly share: number;
  readonly kinds: readonly Kind[];
  /** The addresses that they strike; all where it is not given. */
  readonly only?: RegExp;
  readonly seed?: number;
  /** How often one address fails before it is answered at last; a client with one try more gets through. */
  readonly mostInARow?: number;
  /** What `Retry-After` of 429 and 503 says. */
  readonly retryAfter?: "seconds" | "date" | "zero" | "absent" | "absurd";
  /** Strikes these for certain, beside those of `share`. */
  readonly chosen?: readonly ChosenFault<Kind>[];
}

export interface ChosenFault<Kind extends string> {
  readonly kind: Kind;
  /** The addresses that it strikes. */
  readonly on: RegExp;
  /** The first request of these that it strikes, from 1. Default: 1. */
  readonly from?: number;
  /** How many of them, one after the other. Default: 1. */
  readonly times?: number;
}

const defaultMostInARow = 4;

/**
 * Decides by seed, address and how often that address was asked, not by the order of arrival: so a run with many requests at a time meets the
 * same faults every time.
 */
export class FaultPlan<Kind extends string> {
  readonly #faults: Faults<Kind>;
  readonly #asked = new Map<string, { times: number; inARow: number }>();
  readonly #met = new Map<ChosenFault<Kind>, number>();

  constructor(faults: Faults<Kind>) {
    this.#faults = faults;
  }

  next(method: string, url: string): Kind | null {
    const chosen = this.#chosen(url);
    return chosen?.kind ?? this.#rolled(method, url);
  }

  #chosen(url: string): ChosenFault<Kind> | null {
    let found: ChosenFault<Kind> | null = null;
    for (const fault of this.#faults.chosen ?? []) {
      if (!fault.on.test(url)) continue;
      const number = (this.#met.get(fault) ?? 0) + 1;
      this.#met.set(fault, number);
      const { from = 1, times = 1 } = fault;
      if (number >= from && number < from + times) found ??= fault;
    }
    return found;
  }

  #rolled(method: string, url: string): Kind | null {
    const { share, kinds, seed = 1, mostInARow = defaultMostInARow } = this.#faults;
    if (this.#faults.only?.test(url) === false) return null;
    const state = this.#asked.get(`${method} ${url}`) ?? { times: 0, inARow: 0 };
    this.#asked.set(`${method} ${url}`, state);
    state.times += 1;
    const roll = fractionOf(`${seed} ${method} ${url} ${state.times}`);
    const isFault = kinds.length > 0 && roll < share && state.inARow < mostInARow;
    state.inARow = isFault ? state.inARow + 1 : 0;
    return isFault ? (kinds[Math.floor((roll / share) * kinds.length)] ?? null) : null;
  }
}

export function retryAfterHeader(kind: Faults<string>["retryAfter"] = "seconds"): Record<string, string> {
  switch (kind) {
    case "seconds":
      return { "retry-after": "1" };
    case "zero":
      return { "retry-after": "0" };
    case "absurd":
      return { "retry-after": "999999999" };
    case "date":
      // The only place that needs the time of day: a date is read against the reader's clock.
      return { "retry-after": new Date(Date.now() + 1_000).toUTCString() };
    case "absent":
      return {};
  }
}
