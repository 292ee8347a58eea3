import { describe, expect, test } from "vitest";
import { ahead, atOnce, chunked, inOrder } from "../../src/sources/ahead.ts";

async function* counted(upTo: number, seen: number[] = [], failsAt = Number.NaN): AsyncGenerator<number> {
  for (let number = 1; number <= upTo; number += 1) {
    if (number === failsAt) throw new Error(`no ${number}`);
    seen.push(number);
    yield number;
  }
}

/** What came, and the error that ended it. */
async function drained<T>(items: AsyncIterable<T>): Promise<{ got: T[]; error: unknown }> {
  const got: T[] = [];
  try {
    for await (const item of items) got.push(item);
    return { got, error: null };
  } catch (error) {
    return { got, error };
  }
}

describe("ahead", () => {
  test("gives everything in order, and asks for no more than it may", async () => {
    const seen: number[] = [];
    const items = ahead(counted(10, seen), 3);
    expect((await items.next()).value).toBe(1);
    await new Promise(setImmediate);
    expect(seen.length).toBeLessThanOrEqual(4);
    expect((await drained(items)).got).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test("an error comes after what came before it", async () => {
    expect(await drained(ahead(counted(5, [], 4), 3))).toEqual({ got: [1, 2, 3], error: new Error("no 4") });
  });

  test("who stops early stops the source", async () => {
    const seen: number[] = [];
    for await (const item of ahead(counted(100, seen), 2)) if (item === 2) break;
    expect(seen.length).toBeLessThan(6);
  });
});

describe("inOrder", () => {
  test("works on a bounded number at once, and keeps the order", async () => {
    let running = 0;
    let most = 0;
    const work = async (number: number): Promise<number> => {
      running += 1;
      most = Math.max(most, running);
      for (let turn = 0; turn < 5 - number; turn += 1) await Promise.resolve();
      running -= 1;
      return number;
    };
    expect((await drained(inOrder([1, 2, 3, 4, 5], 2, work))).got).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBeLessThanOrEqual(3);
  });
});

describe("atOnce", () => {
  test("reads all lists at the same time, and gives one behind the other", async () => {
    const seen: number[] = [];
    async function* slow(): AsyncGenerator<number> {
      yield 7;
      // As long as the other list is not read, this one is not at its end.
      while (seen.length < 3) await new Promise(setImmediate);
      yield 8;
    }
    expect((await drained(atOnce([slow(), counted(3, seen)]))).got).toEqual([7, 8, 1, 2, 3]);
  });

  test("the error of the first that fails is that of all", async () => {
    expect(await drained(atOnce([counted(2), counted(5, [], 4), counted(5, [], 1)]))).toEqual({ got: [1, 2], error: new Error("no 4") });
  });
});

describe("chunked", () => {
  test.each([
    [0, []],
    [2, [[1, 2]]],
    [3, [[1, 2], [3]]],
    [
      4,
      [
        [1, 2],
        [3, 4],
      ],
    ],
  ])("%i items", async (count, chunks) => expect((await drained(chunked(counted(count), 2))).got).toEqual(chunks));

  test("what came before an error is given", async () => {
    expect(await drained(chunked(counted(5, [], 4), 2))).toEqual({ got: [[1, 2], [3]], error: new Error("no 4") });
  });
});
