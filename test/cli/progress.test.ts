import { describe, expect, test } from "vitest";
import { paceText, spanText } from "../../src/cli/pace.ts";
import { progressView } from "../../src/cli/progress.ts";
import { createLog } from "../../src/log.ts";

describe("how fast it goes, and how long it will take", () => {
  test.each<[number, number | null, number, string]>([
    [4, 100, 60_000, ""],
    [50, 100, 500, ""],
    [50, 100, 10_000, ", 5.0/s, 10 s left"],
    [500, 10_000, 20_000, ", 25/s, 6 min left"],
    [500, 200_000, 20_000, ", 25/s, 2.2 h left"],
    [100, 100, 10_000, ", 10/s"],
    [100, null, 10_000, ", 10/s"],
  ])("%i of %s in %i ms", (done, total, elapsed, text) => {
    expect(paceText(done, total, elapsed)).toBe(text);
  });

  test("spans are told in what people count in", () => {
    expect([0.2, 89, 90, 3600, 36_000].map(spanText)).toEqual(["1 s", "89 s", "2 min", "60 min", "10.0 h"]);
  });
});

test("a bar tells rate and time left of the stage that it shows", async () => {
  let now = 0;
  let shown = "";
  const stderr = { write: (text: string) => (shown += text), isTTY: true };
  const view = progressView({ stdout: { write: () => true }, stderr }, await createLog("text", stderr), false, () => now);
  view.onProgress("reading", 1, 1000);
  now = 10_000;
  view.onProgress("reading", 100, 1000);
  expect(shown).toMatch(/reading .* 100\/1000, 10\/s, 2 min left$/);
  // The next stage begins anew.
  now = 20_000;
  view.onProgress("writing", 6, 1000);
  expect(shown).toMatch(/writing pages .* 6\/1000$/);
});

test("lines of a log tell it too", async () => {
  let now = 0;
  let told = "";
  const stderr = { write: (text: string) => (told += text) };
  const view = progressView({ stdout: { write: () => true }, stderr }, await createLog("text", stderr), false, () => now);
  for (let done = 1; done <= 1000; done += 1) {
    now += 10;
    view.onProgress("reading", done, 2000);
  }
  expect(told).toBe("reading (2000)\nreading: 1000 of 2000, 100/s, 10 s left\n");
});
