import { describe, expect, test } from "vitest";
import { PageIndex, resolveRecords } from "../../src/resolution/index.ts";
import { pageRecordOf } from "../../src/resolution/page-record.ts";
import { People } from "../../src/resolution/people.ts";
import { below, home, nothing, page, resolve } from "./support.ts";

const committee = page("5", "Gauge Steering Committee", "We steer.\n", below("Dune SIG", "1"));
const changes = (...pages: Parameters<typeof resolve>[0]) =>
  resolve([home, committee, ...pages])
    .changes.filter((change) => change.basis === "stated")
    .map((change) => [change.type, change.group]);

describe("initials", () => {
  const minutes = (sentence: string) => page("11", "2024-01-10 Meeting", `## Notes\n\n${sentence}\n`);

  test.each(["GSC has been paused since May 2023.", "The GSC has been paused since May 2023."])("begin the sentence: %s", (sentence) => {
    expect(changes(minutes(sentence))).toEqual([["group.inactive", "groups/gauge-steering-committee"]]);
  });

  test.each(["The sand pump, see GSC, has been paused since May 2023.", "GSX has been paused since May 2023."])(
    "mean nobody else: %s",
    (sentence) => {
      expect(changes(minutes(sentence))).toEqual([]);
    },
  );

  test("of two groups tell of none", () => {
    const other = page("6", "Grain Steering Committee", "We steer too.\n", below("Dune SIG", "1"));
    expect(changes(other, minutes("GSC has been paused since May 2023."))).toEqual([]);
  });
});

describe("a page that nothing calls a group, with meetings below", () => {
  const body = "We measure.\n";
  const held = (id: string, date: string) =>
    page(id, `${date} Meeting`, "## Attendees\n\n- Bo Chen\n", {
      parents: [...(below("Dune SIG", "1").parents ?? []), ...(below("Tide Gauge", "8").parents ?? [])],
    });
  const meetings = [held("21", "2024-01-03"), held("22", "2024-01-10"), held("23", "2024-01-17")];
  const others = [
    page("31", "2024-02-03 Meeting", "## Attendees\n\n- Bo Chen\n"),
    page("32", "2024-02-10 Meeting", "## Attendees\n\n- Bo Chen\n"),
  ];
  const gauge = page("8", "Tide Gauge", body, below("Dune SIG", "1"));

  test("is of the kind home; without them it is not", () => {
    const entries = [home, committee, gauge, ...meetings, ...others];
    const { records } = resolveRecords(entries, nothing, "2024-06-30");
    const homes = new Set(records.groups.flatMap((group) => group.homePage ?? []));
    const kindOf = (entry: typeof gauge) =>
      pageRecordOf(
        { id: entry.id, envelope: entry.envelope, kind: entry.facts.kind },
        { markdown: "", links: [], losses: [], comments: [] },
        { pages: new PageIndex(entries), people: new People(), homes },
        null,
        "2024-06-30",
      ).pageKind;
    expect([kindOf(gauge), kindOf(page("9", "Tide Pump", body))]).toEqual(["home", "other"]);
  });
});

describe("a board is elected", () => {
  const listed = (id: string, date: string, name: string) => page(id, `${date} Meeting`, `Chair: ${name}\n\n## Attendees\n\n- ${name}\n`);
  const result = (sentence: string) => page("14", "2024-03-06 Meeting", `## Notes\n\n${sentence}\n`);
  const ends = (sentence: string) =>
    resolve([home, listed("11", "2024-01-10", "Ann Lee"), listed("12", "2024-01-24", "Bo Chen"), result(sentence)])
      .groups.flatMap((group) => group.leadership)
      .filter((term) => term.person.name === "Ann Lee" || term.person.name === "Bo Chen")
      .map((term) => [term.person.name, term.end]);

  test("as many as came follow those who were listed last", () => {
    expect(ends("Cy Dee and Dee Fox have been elected as chairs.")).toEqual([
      ["Ann Lee", "2024-03-06"],
      ["Bo Chen", "2024-03-06"],
    ]);
  });

  test("one who came follows one", () => {
    expect(ends("Cy Dee has been elected as chair.")).toEqual([
      ["Ann Lee", null],
      ["Bo Chen", "2024-03-06"],
    ]);
  });
});
