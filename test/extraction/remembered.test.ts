import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { remembered } from "../../src/extraction/remembered.ts";

test("a text is answered once, also with nothing, and long ones each time", () => {
  const asked: string[] = [];
  const answer = remembered((text) => {
    asked.push(text);
    return text === "a" ? undefined : text.length;
  });
  const long = "x".repeat(401);
  expect(["a", "a", "bb", "bb", long, long].map(answer)).toEqual([undefined, undefined, 2, 2, 401, 401]);
  expect(asked).toEqual(["a", "bb", long, long]);
});

test("too many texts are forgotten, and answered again", () => {
  let asked = 0;
  const answer = remembered((text) => {
    asked += 1;
    return text;
  });
  for (let index = 0; index < 2_001; index += 1) answer(String(index));
  expect([answer("0"), asked]).toEqual(["0", 2_002]);
});

test("a piece of a long text is known without the rest of it", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const answer = remembered((text) => text.length);
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let page = 0; page < 200; page += 1) answer(`${page} gauge readings, `.repeat(5_000).slice(3, 40));
  collect();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(4_000_000);
});
