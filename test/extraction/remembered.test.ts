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
