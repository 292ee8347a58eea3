/** What an index shows late stands among the newest: so many that are known say that the older ones are too. */
const knownInRow = 50;

interface Reading<T> {
  /** An instant, or null where it is not told. */
  readonly at: (item: T) => string | null;
  /** Whether the archive has it in this state. */
  readonly isKnown: (item: T) => boolean;
}

/** The items of a list that was asked for the newest first, up to where nothing is new. One whose times are in another order is read to its end. */
export async function* untilKnown<T>(newestFirst: AsyncIterable<T>, { at, isKnown }: Reading<T>): AsyncGenerator<T, void, undefined> {
  let inRow = 0;
  let before: string | null = null;
  let isInOrder = true;
  for await (const item of newestFirst) {
    yield item;
    const now = at(item);
    isInOrder &&= now === null || before === null || now <= before;
    before = now ?? before;
    inRow = isKnown(item) ? inRow + 1 : 0;
    if (isInOrder && inRow >= knownInRow) return;
  }
}
