import { expect, test } from "vitest";
import { configFrom } from "../../src/config/index.ts";

const source = { id: "old", type: "confluence-export", path: "./export" };
const groupsOf = (...groups: object[]) =>
  configFrom(JSON.stringify({ title: "Guild", archive: "./a", sources: [source], groups }), "/tmp/guild.yaml").groups;

test("what is declared about a group is days and months", () => {
  const [guild] = groupsOf({
    name: "Lantern Guild",
    aliases: ["LG"],
    meetings: "every 6 weeks",
    reports: "quarterly",
    pauses: ["12-15/01-10"],
  });
  expect(guild).toEqual({
    names: ["Lantern Guild", "LG"],
    meetsEveryDays: 42,
    meets: "every 6 weeks",
    reportsEveryMonths: 3,
    pauses: [{ from: "12-15", to: "01-10" }],
  });
  const days = ["weekly", "biweekly", "monthly", "every 10 days", "every 2 months"].map(
    (meetings) => groupsOf({ name: "G", meetings })[0]?.meetsEveryDays,
  );
  expect(days).toEqual([7, 14, 30, 10, 61]);
  expect(groupsOf({ name: "G" })).toEqual([{ names: ["G"], meetsEveryDays: null, meets: null, reportsEveryMonths: null, pauses: [] }]);
});

test.each([
  [{ meetings: "now and then" }, /meetings: expected weekly/],
  [{ reports: "weekly" }, /reports:/],
  [{ pauses: ["07-15/02-31"] }, /pauses\.0: expected month and day twice/],
  [{ pauses: ["July"] }, /pauses\.0: expected month and day twice/],
])("%j is told to be no such thing", (wrong, told) => {
  expect(() => groupsOf({ name: "G", ...wrong })).toThrow(told);
});
