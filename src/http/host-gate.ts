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

  constructor(limits: HostLimits) {
    this.#queue = new PQueue({
      concurrency: limits.concurrency,
      interval: 1000,
      intervalCap: Math.max(1, limits.requestsPerSecond),
      carryoverIntervalCount: true,
    });
  }

  /** `work` when its turn has come. `signal` takes it out of the queue. */
  async pass<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    return this.#queue.add(
      async () => {
        for (let wait = this.#restUntil - Date.now(); wait > 0; wait = this.#restUntil - Date.now())
          await sleep(wait, undefined, { signal });
        return work();
      },
      signal ? { signal } : {},
    );
  }

  /** Nobody asks this host for so long; a longer rest that was asked for before stays. */
  rest(ms: number): void {
    this.#restUntil = Math.max(this.#restUntil, Date.now() + ms);
  }
}
