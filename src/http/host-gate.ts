import { setTimeout as sleep } from "node:timers/promises";
import PQueue from "p-queue";

export interface HostLimits {
  readonly concurrency: number;
  readonly requestsPerSecond: number;
}

/** The one door to a host: so many requests at once, so many a second, and none while the host asked to be left alone. */
export class HostGate {
  readonly #queue: PQueue;
  #restUntil = 0;
  #paceMs = 0;
  #nextAt = 0;

  constructor(limits: HostLimits) {
    this.#queue = new PQueue({
      concurrency: limits.concurrency,
      // Less than one a second is one in a longer time.
      interval: 1000 / Math.min(1, limits.requestsPerSecond),
      intervalCap: Math.max(1, limits.requestsPerSecond),
      carryoverIntervalCount: true,
    });
  }

  /** `work` when its turn has come. `signal` takes it out of the queue. `wait` is how the pace is kept. */
  async pass<T>(work: () => Promise<T>, signal: AbortSignal | undefined, wait: (ms: number) => Promise<void>): Promise<T> {
    return this.#queue.add(
      async () => {
        const early = this.#turn() - Date.now();
        if (early > 0) await wait(early);
        for (let rest = this.#restUntil - Date.now(); rest > 0; rest = this.#restUntil - Date.now())
          await sleep(rest, undefined, { signal });
        return work();
      },
      signal ? { signal } : {},
    );
  }

  /** Nobody asks this host for so long; a longer rest that was asked for before stays. */
  rest(ms: number): void {
    this.#restUntil = Math.max(this.#restUntil, Date.now() + ms);
  }

  /** From now on at least so long between the starts of two requests. */
  pace(ms: number): void {
    this.#paceMs = Math.max(this.#paceMs, ms);
    this.#nextAt = Math.max(this.#nextAt, Date.now() + this.#paceMs);
  }

  /** When the next request may start; the one after it waits for its own turn. */
  #turn(): number {
    const at = Math.max(Date.now(), this.#nextAt);
    this.#nextAt = at + this.#paceMs;
    return at;
  }
}
