import { expect, test } from "vitest";
import { mergeCandidates } from "../../src/changes/events.ts";
import { changeRecords } from "../../src/changes/log.ts";
import type { Candidate } from "../../src/changes/types.ts";
import { statement } from "./inferred/support.ts";

const said = (at: string | null, quote: string, toText: string | null, fromText: string | null = null): Candidate[] =>
  statement("cadence.changed", at, { quote, toldOn: at ?? "2022-01-01" }).witnesses.map((witness) => ({ ...witness, fromText, toText }));
const logOf = (candidates: readonly Candidate[]) => changeRecords(mergeCandidates(candidates), [], "2023-01-01");
const summaries = (candidates: readonly Candidate[]): string[] =>
  logOf(candidates)
    .map(({ summary }) => summary)
    .sort();

test("a group that meets as often as before, on other days, is said to", () => {
  const days = said("2021-05-01", "We move from every other Tuesday to every other Thursday.", "biweekly", "biweekly");
  expect(summaries(days)).toEqual(["Lantern Guild: the meeting times changed, still biweekly (2021-05-01)."]);
  expect(logOf(days)).toMatchObject([{ from: [], to: ["biweekly"] }]);
  const twice = [
    ...said("2021-05-01", "We meet every other week.", "biweekly"),
    ...said("2021-09-01", "Every other Friday from now on.", "biweekly"),
  ];
  const moved = [
    "Lantern Guild: the meeting cadence changed to biweekly (2021-05-01).",
    "Lantern Guild: the meeting times changed, still biweekly (2021-09-01).",
  ];
  expect([summaries(twice), summaries([...twice].reverse())]).toEqual([moved, moved]);
  expect(summaries([...twice, ...said("2021-07-01", "Weekly for the summer.", "weekly")])).toContain(
    "Lantern Guild: the meeting cadence changed to biweekly (2021-09-01).",
  );
});

test("an hour or a day is no cadence", () => {
  expect(summaries(said("2021-05-01", "We agreed to meet at 09:00.", "agreed to meet at 09:00"))).toEqual([
    "Lantern Guild: the meeting times changed (2021-05-01).",
  ]);
});

test("two cadences are two decisions, also of one day", () => {
  const log = logOf([
    ...said("2021-05-01", "Change to once a month.", "monthly"),
    ...said("2021-05-01", "We decided to meet every two weeks.", "biweekly"),
  ]);
  expect(log.map(({ to }) => to[0]).sort()).toEqual(["biweekly", "monthly"]);
  expect(new Set(log.map(({ id }) => id)).size).toBe(2);
});
