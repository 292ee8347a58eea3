/** The items of a source of items, asked for a bounded number ahead of whoever reads them: the network works while the processor does. */
export async function* ahead<T>(items: AsyncIterable<T>, count: number): AsyncGenerator<T, void, undefined> {
  const iterator = items[Symbol.asyncIterator]();
  const queue: Promise<IteratorResult<T>>[] = [];
  const ask = (): void => {
    const next = iterator.next();
    // Who stops reading early never awaits the rest: its errors are nobody's.
    next.catch(() => undefined);
    queue.push(next);
  };
  try {
    while (queue.length < count) ask();
    for (let next = await queue.shift(); next !== undefined && next.done !== true; next = await queue.shift()) {
      ask();
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

/** The results of `work` in the order of the items, a bounded number at work at once. */
export async function* inOrder<T, R>(items: Iterable<T>, count: number, work: (item: T) => Promise<R>): AsyncGenerator<R, void, undefined> {
  const queue: Promise<R>[] = [];
  for (const item of items) {
    const result = work(item);
    result.catch(() => undefined);
    queue.push(result);
    const next = queue.length > count ? queue.shift() : undefined;
    if (next !== undefined) yield await next;
  }
  for (const result of queue) yield await result;
}

/** Items in lists of at most `size`. What came before an error is given before the error. */
export async function* chunked<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[], void, undefined> {
  let chunk: T[] = [];
  let failure: { readonly error: unknown } | null = null;
  try {
    for await (const item of items) {
      chunk.push(item);
      if (chunk.length < size) continue;
      yield chunk;
      chunk = [];
    }
  } catch (error) {
    failure = { error };
  }
  if (chunk.length > 0) yield chunk;
  if (failure) throw failure.error;
}

/** Lists that do not need each other: read at the same time, given one behind the other. */
export async function* atOnce<T>(lists: readonly AsyncIterable<T>[]): AsyncGenerator<T, void, undefined> {
  const read = lists.map((list) => Array.fromAsync(list));
  // Where an earlier one fails, the errors of the others are nobody's.
  for (const list of read) list.catch(() => undefined);
  for (const list of read) yield* await list;
}
