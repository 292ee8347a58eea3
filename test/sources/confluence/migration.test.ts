import { describe, expect, test } from "vitest";
import { type Marks, matchMigrated } from "../../../src/sources/confluence/migration.ts";
import type { ListedPage } from "../../../src/sources/confluence/types.ts";
import type { KnownPage } from "../../../src/sources/types.ts";
import { knownPage, listedPage } from "./made-pages.ts";

const ilse = { name: "Ilse Brandvold", accountId: null };
const marks: Marks = { title: "Lamp Care", creator: "Ilse Brandvold", createdOn: "2024-02-10" };

function pairs(absent: readonly KnownPage[], fresh: readonly (readonly [string, Partial<Marks>])[]): [string, string][] {
  const told = new Map<ListedPage, Marks>(fresh.map(([pageId, over]) => [listedPage({ pageId }), { ...marks, ...over }]));
  return matchMigrated(absent, [...told.keys()], (page) => told.get(page) ?? marks).map(({ known, listed }) => [
    known.envelope.pageId,
    listed.pageId,
  ]);
}

const absent = (over: Partial<KnownPage["envelope"]> = {}): KnownPage => knownPage({ createdBy: ilse, createdOn: "2024-02-10", ...over });

describe("a page under a new id", () => {
  test.each<[string, Partial<KnownPage["envelope"]>, Partial<Marks>, boolean]>([
    ["of the same day", {}, {}, true],
    ["of the day before: clocks differ", {}, { createdOn: "2024-02-09" }, true],
    ["of the day after", {}, { createdOn: "2024-02-11" }, true],
    ["of the day after the last of a month", { createdOn: "2024-02-29" }, { createdOn: "2024-03-01" }, true],
    ["of two days before", {}, { createdOn: "2024-02-08" }, false],
    ["of two days after", {}, { createdOn: "2024-02-12" }, false],
    ["whose day the wiki does not tell", {}, { createdOn: null }, true],
    ["whose day the archive does not know", { createdOn: null }, {}, true],
    ["of somebody else", {}, { creator: "Tomás Arriaga" }, false],
    ["of somebody whom the wiki does not name", {}, { creator: null }, true],
    ["of somebody whom the archive does not know", { createdBy: null }, {}, true],
    ["of another title", {}, { title: "Lamp Repair" }, false],
    ["of the same title in other letters", { title: "LAMP  care" }, {}, true],
  ])("%s", (_, over, told, isFound) => {
    expect(pairs([absent(over)], [["900004", told]])).toEqual(isFound ? [["5004", "900004"]] : []);
  });
});

describe("a pair is the only one of its kind", () => {
  const other = absent({ pageId: "5005" });

  test("not where two new pages fit", () => {
    expect(
      pairs(
        [absent()],
        [
          ["900004", {}],
          ["900005", {}],
        ],
      ),
    ).toEqual([]);
  });

  test("not where two old pages fit", () => {
    expect(pairs([absent(), other], [["900004", {}]])).toEqual([]);
  });

  test("but where the day tells two of one title apart", () => {
    const spring = absent({ pageId: "5005", createdOn: "2024-04-10" });
    const found = pairs(
      [absent(), spring],
      [
        ["900004", { createdOn: "2024-04-10" }],
        ["900005", {}],
      ],
    );
    expect(found).toEqual([
      ["5004", "900005"],
      ["5005", "900004"],
    ]);
  });
});
