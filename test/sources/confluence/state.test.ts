import { describe, expect, test } from "vitest";
import { gatewayUrl, isListingDue, type SyncState, usableState } from "../../../src/sources/confluence/state.ts";

const baseUrl = "https://guild.atlassian.net/wiki";
const config = { baseUrl, space: "LAN", auth: { kind: "none" } } as const;
const state: SyncState = {
  schemaVersion: 1,
  flavour: "cloud",
  siteUrl: baseUrl,
  asked: "LAN",
  apiUrl: baseUrl,
  space: { id: "9", key: "LAN", name: "Lantern Guild", homePageId: "5000" },
  fullListingOn: "2024-05-10",
  listed: 6,
};

describe("a complete listing is due", () => {
  test.each([
    ["on the day of the last one", "2024-05-10", false],
    ["on the last day before the next", "2024-05-16", false],
    ["when the days are over", "2024-05-17", true],
    ["long after", "2025-01-01", true],
    ["on a day before the last one: that one saw a later state", "2024-05-09", true],
  ])("%s", (_, asOf, isDue) => expect(isListingDue(state, asOf, 7)).toBe(isDue));

  test("where there was none", () => expect(isListingDue(null, "2024-05-10", 7)).toBe(true));
});

describe("what an earlier run found out", () => {
  test.each<[string, unknown]>([
    ["as it was", state],
    ["of a space that was asked for by an alias", { ...state, space: { ...state.space, key: "~5f0a" } }],
    ["at Atlassian's gateway", { ...state, apiUrl: `${gatewayUrl}/11112222-3333-4444-8555-666677778888/wiki` }],
    ["of public pages, without credentials", { ...state, flavour: "pages" }],
  ])("is good: %s", (_, value) => expect(usableState(value, config)).toEqual(value));

  test.each<[string, unknown]>([
    ["none", null],
    ["of another form", { ...state, schemaVersion: 2 }],
    ["of another site", { ...state, siteUrl: "https://other.atlassian.net/wiki" }],
    ["of another space", { ...state, asked: "TIDE" }],
    ["that leads elsewhere", { ...state, apiUrl: "https://evil.example/wiki" }],
    ["that leads to a host whose name begins as the gateway's", { ...state, apiUrl: `${gatewayUrl}.evil.example/wiki` }],
  ])("is not: %s", (_, value) => expect(usableState(value, config)).toBeNull());

  test("of public pages is not good for who has credentials by now", () => {
    expect(usableState({ ...state, flavour: "pages" }, { ...config, auth: { kind: "bearer", secret: "pat" } })).toBeNull();
  });
});
