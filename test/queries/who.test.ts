import { expect, test } from "vitest";
import { leadingOn } from "../../src/queries/who.ts";
import type { GroupRecord, Term } from "../../src/records/index.ts";

const term = (name: string, over: Partial<Term>): Term => ({
  person: { name },
  role: "chair",
  start: null,
  end: null,
  evidence: [],
  conflicts: [],
  listedFrom: null,
  listedUntil: null,
  lastSeenOn: null,
  review: null,
  ...over,
});
const namesOn = (day: string, leadership: readonly Term[]): string[] =>
  leadingOn({ leadership } as unknown as GroupRecord, day).map(({ person }) => person.name);

test("who still comes to meetings leads still, unless lists of years later name others", () => {
  const ada = term("Ada Lund", { role: "vice-chair", listedFrom: "2019-08-09", listedUntil: "2019-10-04", lastSeenOn: "2024-05-01" });
  expect(namesOn("2024-11-01", [ada])).toEqual(["Ada Lund"]);
  const cy = term("Cy Marsh", { listedFrom: "2022-10-12", listedUntil: "2023-11-23" });
  expect(namesOn("2024-11-01", [ada, cy])).toEqual(["Cy Marsh"]);
  expect(namesOn("2023-01-01", [ada, cy])).toEqual(["Cy Marsh"]);
  expect(namesOn("2021-11-01", [ada, cy])).toEqual(["Ada Lund"]);
});
