const mostTexts = 2_000;
const longestText = 400;

/**
 * A pure function that knows its last answers: names of groups come again on every page, and in a text of nothing else thousands of times. Where
 * the texts are too many, all are forgotten; long ones are never kept.
 */
export function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longestText) return answer(text);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    if (known.size >= mostTexts) known.clear();
    // V8 makes pieces of a string out of the whole one: as a key, a name would keep the text of its page alive.
    const own = JSON.parse(JSON.stringify(text)) as string;
    const found = answer(own);
    known.set(own, found);
    return found;
  };
}
