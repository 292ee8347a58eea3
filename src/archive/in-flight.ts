/**
 * Lets a bounded number of tasks run beside the caller, who awaits only a free place. The first error comes out at the next
 * `start` and at every `drained`: a run in which one file failed can never be planned.
 */
export class InFlight {
  readonly #limit: number;
  readonly #running = new Set<Promise<void>>();
  /** Who waits for a free place, in order. */
  readonly #waiting: (() => void)[] = [];
  #failure: { readonly error: unknown } | null = null;

  constructor(limit: number) {
    this.#limit = limit;
  }

  async start(task: () => Promise<void>): Promise<void> {
    this.#throwFailure();
    // Not Promise.race: it would leave a reaction on each running task every time that it is asked.
    while (this.#running.size >= this.#limit) await new Promise<void>((free) => void this.#waiting.push(free));
    this.#throwFailure();
    const running = task()
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .then(() => {
        this.#running.delete(running);
        this.#waiting.shift()?.();
      });
    this.#running.add(running);
  }

  async drained(): Promise<void> {
    await this.settled();
    this.#throwFailure();
  }

  /** Waits without judging: for giving up, when it only matters that nothing is written any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  #throwFailure(): void {
    if (this.#failure !== null) throw this.#failure.error;
  }
}

/** `work` for every item, a bounded number at a time; the first error ends it. */
export async function forEachBounded<T>(items: Iterable<T>, limit: number, work: (item: T) => Promise<void>): Promise<void> {
  const tasks = new InFlight(limit);
  try {
    for (const item of items) await tasks.start(() => work(item));
  } finally {
    await tasks.settled();
  }
  await tasks.drained();
}

/** The results of `work` in the order of the items, computed a bounded number ahead of whoever reads them. */
export async function* readAhead<T, R>(
  items: Iterable<T>,
  ahead: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const queue: Promise<R>[] = [];
  for (const item of items) {
    const result = work(item);
    // Who stops reading early never awaits the rest: its errors are nobody's.
    result.catch(() => undefined);
    queue.push(result);
    if (queue.length <= ahead) continue;
    const next = queue.shift();
    if (next !== undefined) yield await next;
  }
  for (const result of queue) yield await result;
}
