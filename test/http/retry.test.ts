import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { delayBeforeNext, mostAttempts, restMs, retryAfterMs } from "../../src/http/retry.ts";

const now = Date.parse("2024-03-01T12:00:00Z");
const half = () => 0.5;
const delayFor = (status: number | null, headers = {}, number = 1) => delayBeforeNext({ number, status, headers }, now, half);

describe("what is asked again", () => {
  test.each([408, 425, 429, 500, 502, 503, 504, null])("%s is", (status) => expect(delayFor(status)).toBeGreaterThan(0));
  test.each([400, 401, 403, 404, 410])("%s is not", (status) => expect(delayFor(status)).toBeNull());
  test("403 is where it says when to come back: some servers limit so", () => expect(delayFor(403, { "retry-after": "2" })).toBe(2000));
  test("the last attempt is the last", () => expect(delayFor(503, {}, mostAttempts)).toBeNull());
});

describe("Retry-After", () => {
  test.each([
    ["7", 7000],
    ["0", 0],
    ["1.5", 1500],
    ["Fri, 01 Mar 2024 12:00:30 GMT", 30_000],
    ["Fri, 01 Mar 2024 11:00:00 GMT", 0],
    ["soon", null],
    ["", null],
    [undefined, null],
    ["-5", null],
  ])("%s", (value, ms) => expect(retryAfterMs(value, now)).toBe(ms));

  test("0 and absence leave the client's own patience", () => {
    expect(delayFor(429, { "retry-after": "0" })).toBe(delayFor(429));
  });

  test("an absurd one is cut, and the attempts stay bounded", () => {
    expect(delayFor(429, { "retry-after": "86400" })).toBe(60_000);
    expect(delayBeforeNext({ number: mostAttempts, status: 429, headers: { "retry-after": "86400" } }, 0, () => 0)).toBeNull();
  });

  test("a spent limit tells its reset", () => {
    expect(delayFor(429, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "2024-03-01T12:00:20Z" })).toBe(20_000);
  });
});

test("waits grow, with jitter, and never beyond a minute", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: mostAttempts - 1 }), fc.double({ min: 0, max: 0.999, noNaN: true }), (number, chance) => {
      const delay = delayBeforeNext({ number, status: 503, headers: {} }, now, () => chance) ?? 0;
      const whole = Math.min(60_000, 500 * 2 ** (number - 1));
      expect(delay).toBeGreaterThanOrEqual(whole / 2);
      expect(delay).toBeLessThanOrEqual(whole);
    }),
    { seed: 3 },
  );
});

describe("a host that says that little is left", () => {
  test.each([
    [{}, 0],
    [{ "x-ratelimit-limit": "100", "x-ratelimit-remaining": "80" }, 0],
    [{ "x-ratelimit-limit": "100", "x-ratelimit-remaining": "5" }, 1000],
    [{ "x-ratelimit-nearlimit": "true" }, 1000],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": "2024-03-01T12:00:09Z" }, 9000],
  ])("%j", (headers, ms) => expect(restMs(headers, now)).toBe(ms));
});
