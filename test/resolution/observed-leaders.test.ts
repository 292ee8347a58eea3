import { describe, expect, test } from "vitest";
import type { ChangeRecord, PersonRef } from "../../src/records/index.ts";
import type { PageEntry } from "../../src/resolution/index.ts";
import { home, nothing, page, resolve } from "./support.ts";

/** A page with its versions, the oldest first: the day of each and its lines. */
function roster(pageId: string, versions: readonly (readonly [on: string, ...lines: string[]])[], createdOn = "2020-01-01"): PageEntry {
  const states = versions.map(([on, ...lines], index) => {
    const body = `<h2>Dune SIG</h2><ul>${lines.map((line) => `<li>${line}</li>`).join("")}</ul>`;
    const over = { createdOn, modifiedOn: on, version: index + 1 };
    return { entry: page(pageId, `Dune SIG Roster ${pageId}`, body, over), on, version: index + 1 };
  });
  const [now, ...before] = states.reverse();
  if (now === undefined) throw new Error("a page has a version");
  const earlier = before.reverse().map(({ entry, on, version }) => ({ version, on, terms: entry.facts.terms }));
  return { ...now.entry, earlier };
}

const logOf = (pages: readonly PageEntry[], asOf: string, previous: readonly ChangeRecord[] = []): readonly ChangeRecord[] =>
  resolve([home, ...pages], { ...nothing, changes: previous }, asOf).changes;
const names = (side: readonly (PersonRef | string | number)[]): string =>
  side.map((one) => (typeof one === "object" ? one.name : one)).join("+");
const told = (log: readonly ChangeRecord[]): string[] =>
  log.map(({ type, at, from, to }) => `${type.slice("leadership.".length)} ${at} ${names(from)}>${names(to)}`).sort();

describe("who is missing from a list", () => {
  const both = ["Chair: Ada Lund", "Co-Chair: Cy Marsh"];

  test("has left after a week, with the day of the edit", () => {
    const gone = roster("2", [
      ["2022-01-01", ...both],
      ["2022-03-01", "Chair: Ada Lund"],
    ]);
    expect(told(logOf([gone], "2022-03-07"))).toEqual([]);
    expect(told(logOf([gone], "2022-03-08"))).toEqual(["left 2022-03-01 Cy Marsh>"]);
  });

  test("for some days is neither a leaving nor a return", () => {
    const lost = [["2022-01-01", ...both] as const, ["2022-03-01", "Chair: Ada Lund"] as const, ["2022-03-06", ...both] as const];
    expect(told(logOf([roster("2", lost)], "2022-06-01"))).toEqual([]);
    const shortly = [...lost.slice(0, 2), ["2022-03-20", ...both] as const];
    expect(told(logOf([roster("2", shortly)], "2022-06-01"))).toEqual(["joined 2022-03-20 >Cy Marsh", "left 2022-03-01 Cy Marsh>"]);
  });

  test("that was blank for a time is compared with what it said before", () => {
    const blank = ["2022-03-01", "To be told"] as const;
    expect(told(logOf([roster("2", [["2022-01-01", ...both], blank, ["2022-04-01", ...both]])], "2022-06-01"))).toEqual([]);
    expect(
      told(logOf([roster("2", [["2022-01-01", ...both], blank, ["2022-04-01", "Chair: Bo Quill", "Co-Chair: Cy Marsh"]])], "2022-06-01")),
    ).toEqual(["handover 2022-04-01 Ada Lund>Bo Quill"]);
  });

  test("has not left where the list moved to another page, in whatever order that was done", () => {
    for (const [taken, put] of [
      ["2022-03-01", "2022-03-05"],
      ["2022-03-05", "2022-03-01"],
    ] as const) {
      const old = roster("2", [
        ["2022-01-01", ...both],
        [taken, "Chair: Ada Lund"],
      ]);
      const next = roster("3", [
        ["2022-02-01", "Secretary: Di Eto"],
        [put, "Secretary: Di Eto", "Co-Chair: Cy Marsh"],
      ]);
      for (const pages of [
        [old, next],
        [next, old],
      ])
        expect(told(logOf(pages, "2022-06-01"))).toEqual([]);
    }
  });

  test("and from a page that was forgotten for a year left then, not when somebody mends the page", () => {
    const kept = roster("2", [
      ["2022-01-01", "Chair: Ada Lund"],
      ["2022-03-01", "Chair: Bo Quill"],
    ]);
    const forgotten = roster("3", [
      ["2022-01-01", "Chair: Ada Lund"],
      ["2023-03-01", "Chair: Bo Quill"],
    ]);
    expect(told(logOf([kept, forgotten], "2023-06-01"))).toEqual(["handover 2022-03-01 Ada Lund>Bo Quill"]);
  });

  test("has left although a page that nobody mends lists the person still", () => {
    const stale = roster("3", [["2021-05-01", ...both]]);
    const gone = roster("2", [
      ["2022-01-01", ...both],
      ["2022-06-01", "Chair: Ada Lund"],
    ]);
    expect(told(logOf([stale, gone], "2022-09-01"))).toEqual(["left 2022-06-01 Cy Marsh>"]);
  });
});

describe("a name that is only written otherwise", () => {
  const handover = (one: string, other: string) =>
    told(
      logOf(
        [
          roster("2", [
            ["2022-01-01", `Chair: ${one}`],
            ["2022-03-01", `Chair: ${other}`],
          ]),
        ],
        "2022-06-01",
      ),
    );

  test.each([
    ["Jon Smith", "Jonathan Smith"],
    ["Jon Smith", "J. Smith"],
    ["Jon Smith", "Jon B. Smith"],
    ["Jón Smith", "Jon Smith"],
    ["Jon Smith", "Smith, Jon"],
    ["Jon Smith", "Jon Smith (Deactivated)"],
    ["Jon Smith", "Jon Smith (Dune Works)"],
    ["Jon Smith", "Jon Smith - Dune Works"],
    ["Jon Elliot", "Jon Elliott"],
  ])("is no handover: %s, %s", (one, other) => {
    expect([handover(one, other), handover(other, one)]).toEqual([[], []]);
  });

  test.each([
    ["Jon Smith", "Ann Smith"],
    ["Jon Smith", "Jon Marsh"],
    ["Paul Berg", "Paula Berg"],
    ["Jon A. Smith", "Jon B. Smith"],
    ["Ada Lund", "Bo Quill"],
  ])("two people are two: %s, %s", (one, other) => {
    expect(handover(one, other)).toEqual([`handover 2022-03-01 ${one}>${other}`]);
  });

  test("two accounts are two people", () => {
    const account = (id: string, name: string) => `<a href="https://wiki.example.org/wiki/people/${id}">${name}</a>`;
    const [one, other] = [account("5e7e004847dc780c3c854401", "Jon Smith"), account("5e7e004847dc780c3c854402", "Jonathan Smith")];
    expect(handover(one, other)).toEqual(["handover 2022-03-01 Jon Smith>Jonathan Smith"]);
    expect(handover(one, "Jonathan Smith")).toEqual([]);
  });

  test("two who are both listed are two, and one of two who may be meant is nobody", () => {
    const edit = (before: string[], after: string[]) =>
      told(
        logOf(
          [
            roster("2", [
              ["2022-01-01", ...before],
              ["2022-03-01", ...after],
            ]),
          ],
          "2022-06-01",
        ),
      );
    expect(edit(["Chair: Jon Smith"], ["Chair: Jonathan Smith", "Secretary: Jon Smith"])).toContain(
      "handover 2022-03-01 Jon Smith>Jonathan Smith",
    );
    expect(edit(["Co-Chair: J. Smith"], ["Co-Chair: Jon Smith", "Co-Chair: Jane Smith"])).toEqual([
      "handover 2022-03-01 J. Smith>Jon Smith+Jane Smith",
    ]);
  });
});

test("a leader of two spellings has one term, unless one page lists both or accounts differ", () => {
  const termsOf = (pages: readonly PageEntry[]) =>
    resolve([home, ...pages], nothing, "2023-06-01").groups.flatMap(({ leadership }) =>
      leadership.map(({ person, role, listedFrom, listedUntil }) => [person.name, role, listedFrom, listedUntil].join(" ")),
    );
  const list = (pageId: string, on: string, ...lines: string[]) => roster(pageId, [[on, ...lines]]);
  const often = [list("2", "2022-03-01", "Chair: Jonathan Smith"), list("3", "2022-05-01", "Chair: Jonathan Smith")];
  expect(termsOf([...often, list("4", "2021-01-01", "Chair: Jon Smith")])).toEqual(["Jonathan Smith chair 2021-01-01 2022-05-01"]);
  expect(termsOf([...often, list("4", "2021-01-01", "Chair: Jon Smith", "Chair: Jonathan Smith")])).toHaveLength(2);
  const account = '<a href="https://wiki.example.org/wiki/people/5e7e004847dc780c3c85440';
  const withAccounts = [
    list("5", "2022-06-01", `Chair: ${account}1">Jonathan Smith</a>`),
    list("4", "2021-01-01", `Chair: ${account}2">Jon Smith</a>`),
  ];
  expect(termsOf([...often, ...withAccounts])).toHaveLength(2);
  expect(termsOf([...often, list("4", "2021-01-01", "Chair: J. Smith"), list("5", "2021-02-01", "Chair: Jane Smith")])).toHaveLength(3);
});

test("versions that come to light later correct a handover that skipped who led in between", () => {
  const [first, second, third] = [
    ["2022-01-01", "Chair: Ada Lund"],
    ["2022-03-01", "Chair: Bo Quill"],
    ["2022-05-01", "Chair: Cy Marsh"],
  ] as const;
  const reported = logOf([roster("2", [first, third])], "2022-06-01");
  expect(told(reported)).toEqual(["handover 2022-05-01 Ada Lund>Cy Marsh"]);
  const log = logOf([roster("2", [first, second, third])], "2022-07-01", reported);
  expect(told(log.filter(({ correctedBy }) => correctedBy === null))).toEqual([
    "handover 2022-03-01 Ada Lund>Bo Quill",
    "handover 2022-05-01 Bo Quill>Cy Marsh",
  ]);
  expect(log.find(({ corrects }) => corrects !== null)).toMatchObject({ corrects: reported[0]?.id, at: "2022-05-01" });
  expect(logOf([roster("2", [first, second, third])], "2022-07-02", log)).toEqual(log);
});
