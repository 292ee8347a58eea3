import fc from "fast-check";
import { expect, test } from "vitest";
import type { ChangeRecord } from "../../src/records/index.ts";
import { type PageEntry, resolveRecords } from "../../src/resolution/index.ts";
import { home, nothing, page, resolve } from "./support.ts";

const people = ["Ann Lee", "Bo Chen", "Cy Dee", "Di Eto"];
const groups = ["Gauge Subgroup", "Drift Subgroup"];

const sentence = fc.oneof(
  fc
    .tuple(fc.constantFrom(...people), fc.constantFrom(...people))
    .map(([a, b]) => `${a} stepped down as chair and ${b} was elected chair of the Dune SIG.`),
  fc.constantFrom(...people).map((name) => `${name} was elected as the new chair of the Dune SIG.`),
  fc
    .tuple(fc.constantFrom(...people), fc.constantFrom("March 2022", "2022-05-04", "June 2023"))
    .map(([name, when]) => `In ${when}, ${name} stepped down as chair of the Dune SIG.`),
  fc.constantFrom(...groups).map((name) => `The ${name} is no longer active.`),
  fc.constantFrom(...groups).map((name) => `The ${name} was disbanded in May 2023.`),
  fc.constantFrom(...groups).map((name) => `The ${name} has been reactivated.`),
);

const day = fc.integer({ min: 0, max: 1000 }).map((offset) => new Date(Date.UTC(2021, 0, 1 + offset)).toISOString().slice(0, 10));

const pages = fc
  .uniqueArray(fc.record({ day, said: fc.array(sentence, { maxLength: 2 }) }), { minLength: 1, maxLength: 8, selector: (one) => one.day })
  .map((list) =>
    list.map(({ day: on, said }) =>
      page(
        on.replaceAll("-", ""),
        `${on} Meeting`,
        `## Attendees\n\n- Ann Lee\n- Bo Chen\n\n## Notes\n\n${said.map((text) => `- ${text}`).join("\n")}\n`,
        {
          createdOn: on,
          modifiedOn: on,
        },
      ),
    ),
  );

const roster = page("2", "Subgroups", "- Gauge Subgroup (Cy Dee, Lead)\n- Drift Subgroup (Di Eto, Lead)\n");
const changesOf = (list: readonly PageEntry[], previous: readonly ChangeRecord[] = [], asOf = "2024-06-30"): ChangeRecord[] =>
  [...resolve([home, roster, ...list], { ...nothing, changes: previous }, asOf).changes].sort((a, b) => (a.id < b.id ? -1 : 1));

test("the order of pages and a second run do not alter the log", () => {
  fc.assert(
    fc.property(pages, fc.infiniteStream(fc.nat()), (list, keys) => {
      const log = changesOf(list);
      const shuffled = list
        .map((one) => ({ one, key: keys.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      expect(changesOf(shuffled)).toEqual(log);
      expect(changesOf(list, log)).toEqual(log);
      expect(changesOf(list, log, "2024-06-30")).toEqual(changesOf(shuffled, log, "2024-06-30"));
    }),
    { numRuns: 60 },
  );
});

const frozen = ({ id, type, group, subjects, at, from, to, detectedOn, corrects }: ChangeRecord): string =>
  JSON.stringify([id, type, group, subjects, at, from, to, detectedOn, corrects]);

test("pages that come later never alter what was reported, and a correction refers to it", () => {
  fc.assert(
    fc.property(pages, pages, (list, more) => {
      const known = new Set(list.map(({ id }) => id));
      const first = changesOf(list, [], "2023-12-01");
      const all = [...list, ...more.filter(({ id }) => !known.has(id))];
      const second = changesOf(all, first);
      const byId = new Map(second.map((change) => [change.id, change]));
      for (const change of first) {
        const now = byId.get(change.id);
        expect(now && frozen(now)).toBe(frozen(change));
        for (const item of change.evidence) expect(now?.evidence).toContainEqual(item);
      }
      for (const change of second) {
        if (change.corrects !== null) expect(byId.has(change.corrects)).toBe(true);
        if (change.correctedBy !== null) expect(byId.get(change.correctedBy)?.corrects).toBe(change.id);
      }
      expect(changesOf(all, second)).toEqual(second);
    }),
    { numRuns: 60 },
  );
});

test("what is learnt otherwise of a reported change is a correction: a name, or a day that a page prints", () => {
  const told = page("21", "2022-06-01 Meeting", "## Notes\n\n- Ann Lee stepped down as chair of the Dune SIG.\n");
  const first = changesOf([told], [], "2022-06-02");
  expect(first).toMatchObject([{ type: "leadership.left", from: [{ name: "Ann Lee" }], to: [] }]);
  const more = page(
    "21",
    "2022-06-01 Meeting",
    "## Notes\n\n- Ann Lee stepped down as chair of the Dune SIG.\n- Ann Lee stepped down as chair and Bo Chen was elected chair of the Dune SIG.\n",
  );
  const second = changesOf([more], first, "2022-06-10");
  const correction = second.find(({ corrects }) => corrects !== null);
  expect(correction).toMatchObject({ corrects: first[0]?.id, to: [{ name: "Bo Chen" }], detectedOn: "2022-06-10" });
  expect(second.find(({ id }) => id === first[0]?.id)).toMatchObject({ correctedBy: correction?.id, to: [] });
  expect(changesOf([more], second, "2022-06-11")).toEqual(second);
});

test("a correction is corrected, in whatever order the log lies", () => {
  const said = (...names: string[]): PageEntry =>
    page(
      "21",
      "2022-06-01 Meeting",
      `## Notes\n\n- Ann Lee stepped down as chair of the Dune SIG.\n${names.map((name) => `- Ann Lee stepped down as chair and ${name} was elected chair of the Dune SIG.\n`).join("")}`,
    );
  const first = changesOf([said()], [], "2022-06-02");
  const second = changesOf([said("Bo Chen")], first, "2022-06-03");
  for (const log of [second, [...second].reverse()]) {
    const third = changesOf([said("Bo Chen", "Cy Dee")], log, "2022-06-04");
    expect(third.flatMap(({ to }) => to.map((side) => (typeof side === "object" ? side.name : side)))).toContain("Cy Dee");
  }
});

test("a day that is corrected there and back stands in the end, and each correction refers to the one before", () => {
  const said = (when: string): PageEntry =>
    page("21", "2022-07-01 Meeting", `## Notes\n\n- In ${when}, Ann Lee stepped down as chair of the Dune SIG.\n`);
  const days = ["March 2022", "May 2022", "March 2022", "May 2022"];
  let log: ChangeRecord[] = [];
  for (const [index, when] of days.entries()) {
    log = changesOf([said(when)], log, `2022-07-0${index + 2}`);
    expect(changesOf([said(when)], log, `2022-07-0${index + 2}`)).toEqual(log);
    expect(log.filter(({ correctedBy }) => correctedBy === null)).toMatchObject([{ at: when === "March 2022" ? "2022-03" : "2022-05" }]);
  }
  const inOrder = [...log].sort((a, b) => (a.detectedOn < b.detectedOn ? -1 : 1));
  expect(inOrder.map(({ at }) => at)).toEqual(["2022-03", "2022-05", "2022-03", "2022-05"]);
  expect(inOrder.map(({ corrects }) => corrects)).toEqual([null, ...inOrder.slice(0, 3).map(({ id }) => id)]);
  // Told of in another year, it is found all the same.
  expect(changesOf([said("May 2022")], log, "2023-01-05")).toEqual(log);
  const later = changesOf([said("March 2022")], log, "2023-01-05");
  expect(later.filter(({ correctedBy }) => correctedBy === null)).toMatchObject([{ at: "2022-03", detectedOn: "2023-01-05" }]);
  expect(changesOf([said("March 2022")], later, "2023-01-06")).toEqual(later);
});

test("where a source failed, what a group owes stays as it was", () => {
  const reports = [1, 2, 3].map((quarter) =>
    page(`3${quarter}`, `2023 Q${quarter} Dune SIG report`, "## Overall Activity\n\nWe met.\n\n## Planned Work\n\nMore.\n", {
      createdOn: `2023-0${quarter * 3}-28`,
    }),
  );
  const first = resolve([home, ...reports], nothing, "2023-12-01");
  const owed = ({ groups }: Pick<typeof first, "groups">) =>
    groups.map(({ reportCalendar, nextReportDue }) => [reportCalendar, nextReportDue]);
  expect(first.groups[0]?.reportCalendar.length).toBeGreaterThan(2);
  const terms = { knownUntil: () => null, groups: [], acknowledged: new Set<string>(), formerUrls: [] };
  const { records } = resolveRecords([home, ...reports], first, "2024-12-01", undefined, terms);
  expect([owed(records), records.changes]).toEqual([owed(first), first.changes]);
});

test("two spellings of a name on one page are one leaver; two whom one sentence names are two", () => {
  const said = (...sentences: string[]) =>
    changesOf([page("21", "2022-06-01 Meeting", `## Notes\n\n${sentences.map((text) => `- ${text}`).join("\n")}\n`)]).map(
      ({ type, from, to }) => [type, ...[from, to].map((side) => side.map((one) => (typeof one === "object" ? one.name : one)).join("+"))],
    );
  expect(
    said(
      "Ben Marsh stepped down as chair of the Dune SIG.",
      "Benjamin Marsh stepped down as chair and Cy Dee was elected chair of the Dune SIG.",
    ),
  ).toEqual([["leadership.handover", "Benjamin Marsh", "Cy Dee"]]);
  expect(said("Ben Marsh stepped down as chair and Benjamin Marsh was elected chair of the Dune SIG.")).toEqual([
    ["leadership.handover", "Ben Marsh", "Benjamin Marsh"],
  ]);
});
