import { describe, expect, test } from "vitest";
import { groupKindOf } from "../../src/extraction/group-names.ts";
import { defaultLexicon } from "../../src/extraction/lexicon/index.ts";
import { factsOf, factsOfHtml } from "./support.ts";

describe("names of groups", () => {
  test.each([
    ["Gauge Subgroup", "subgroup"],
    ["DUNE-SIG - Gauge Sub-Group (Archived)", "subgroup"],
    ["Dune Special Interest Group (DUNE-SIG)", "sig"],
    ["Dune Grass SIG", "sig"],
    ["Documentation Working Group", "working-group"],
    ["Charter Review Team", "team"],
    ["Technical Steering Committee", "committee"],
    ["Melbourne Chapter", "chapter"],
    ["Tide v2.0 Working Group", "working-group"],
    ["Committee on Tides and Winds", "committee"],
    ["Working Group for the Southern Coast", "working-group"],
    ["Groupe de travail Nomenclatures", "working-group"],
    ["Arbeitsgruppe Gezeiten", "working-group"],
    ["Fachausschuss für Gezeiten", "committee"],
    ["Grupo de trabajo Mareas", "working-group"],
  ])("%s", (name, kind) => {
    expect(groupKindOf(name, defaultLexicon)).toBe(kind);
  });

  test.each([
    "Subgroups",
    "Working Group",
    "Working Group Update",
    "Ann gave an update on the Gauge Subgroup",
    "Job Board",
    "the team",
    "Items from Gauge team",
    "Welcome Team",
    "Subcommittees",
    "Committee on",
    "Task Force for review of the tides",
    "Working Group for Meeting Notes",
    "Committee",
  ])("%s is none", (name) => {
    expect(groupKindOf(name, defaultLexicon)).toBeNull();
  });
});

test.each([
  ["Dune Special Interest Group (DUNE-SIG)", ["DUNE-SIG"]],
  ["Dune Special Interest Group (SIG)", []],
  ["Dune Working Group (WG)", []],
])("%s is also called %j", (title, aliases) => {
  const mention = factsOf(`# ${title}\n`, { title }).groups.find((group) => group.name === title.replace(/ \(.*/, ""));
  expect(mention?.aliases).toEqual(aliases);
});

const terms = (facts: ReturnType<typeof factsOf>) => facts.terms.map((term) => [term.group, term.person.name, term.role]);

describe("who leads", () => {
  test.each([
    ["- Gauge Subgroup (Ann Lee, Lead)\n", [["Gauge Subgroup", "Ann Lee", "lead"]]],
    ["- Review Team (Ann Lee, Bo Chen, and Cy Dee, Acting Lead)\n", [["Review Team", "Cy Dee", "lead"]]],
    ["Ann Lee (Co-Chair)\n", [[null, "Ann Lee", "co-chair"]]],
    [
      "**Co-Chairs:** Ann Lee, Bo Chen\n",
      [
        [null, "Ann Lee", "co-chair"],
        [null, "Bo Chen", "co-chair"],
      ],
    ],
    ["**Gauge Subgroup Lead:** Ann Lee\n", [["Gauge Subgroup", "Ann Lee", "lead"]]],
    [
      "- New Co-Chairs Selected\n  - Ann Lee\n  - Bo Chen\n",
      [
        [null, "Ann Lee", "co-chair"],
        [null, "Bo Chen", "co-chair"],
      ],
    ],
    ["Ann Lee, Chair of the Gauge Subgroup, will speak.\n", [["Gauge Subgroup", "Ann Lee", "chair"]]],
    ["Ann Lee, Chair of the Committee on Tides and Winds, will speak.\n", [["Committee on Tides and Winds", "Ann Lee", "chair"]]],
    ["The Tide SIG has formed a Gauge Team led by Ann Lee.\n", [["Gauge Team", "Ann Lee", "lead"]]],
    ["**Vice Chair:** Ann Lee\n", [[null, "Ann Lee", "vice-chair"]]],
    ["Vice Chair: Ann Lee\n", [[null, "Ann Lee", "vice-chair"]]],
    ["Gauge Subgroup Chair: Ann Lee\n", [["Gauge Subgroup", "Ann Lee", "chair"]]],
    ["On-duty chair: Ann Lee\n", [[null, "Ann Lee", "chair"]]],
    ["Meeting chair: Ann Lee\n", []],
    ["Former chair: Ann Lee\n", []],
    [
      "Chair: Ann Lee  Vice Chair: Bo Chen\n",
      [
        [null, "Ann Lee", "chair"],
        [null, "Bo Chen", "vice-chair"],
      ],
    ],
    ["Active since June, 2018 and led by Ann Lee, the Gauge Subgroup goes on.\n", [["Gauge Subgroup", "Ann Lee", "lead"]]],
  ])("%s", (body, expected) => {
    expect(terms(factsOf(body))).toEqual(expected);
  });

  test.each([
    "Ann Lee, former Chair of the Gauge Subgroup, spoke.\n",
    "Would Ann Lee, Chair of the Gauge Subgroup, agree?\n",
    "- Gauge Subgroup (monthly)\n",
  ])("%s names no term", (body) => {
    expect(terms(factsOf(body))).toEqual([]);
  });

  test("a table of leads gives role, group and dates by its columns", () => {
    const html =
      "<table><tr><th>Name</th><th>Role</th><th>Since</th><th>Until</th></tr><tr><td>Ann Lee</td><td>Chair</td><td>April 2024</td><td></td></tr><tr><td>Bo Chen</td><td>Lead, Gauge Subgroup</td><td></td><td>June 2023</td></tr></table>";
    expect(factsOfHtml(html).terms).toMatchObject([
      { group: null, person: { name: "Ann Lee" }, role: "chair", start: "2024-04", end: null },
      { group: "Gauge Subgroup", person: { name: "Bo Chen" }, role: "lead", start: null, end: "2023-06" },
    ]);
  });

  test("a column of subgroups names the group of each row", () => {
    const html = "<table><tr><th>Subgroup</th><th>Lead</th></tr><tr><td>Tide Gauge</td><td>Ann Lee</td></tr></table>";
    expect(terms(factsOfHtml(html))).toEqual([["Tide Gauge Subgroup", "Ann Lee", "lead"]]);
  });
});

test("groups are mentioned by lists, headings and enumerations, with the state that stands with them", () => {
  const body =
    "## Subgroups\n\n- [DUNE-SIG - Gauge Subgroup](Gauge_5.html)\n- Sand Subgroup (Archived)\n\nOur two subgroups of Wind, Water, and Light have stopped meeting.\n";
  const found = factsOf(body).groups.map((group) => [group.name, group.strength, group.status]);
  expect(found).toEqual(
    expect.arrayContaining([
      ["DUNE-SIG - Gauge Subgroup", 2, null],
      ["Sand Subgroup", 2, "archived"],
      ["Wind Subgroup", 1, null],
      ["Water Subgroup", 1, null],
      ["Light Subgroup", 1, null],
    ]),
  );
});

test.each([
  ["2024 Q1 Coastal WG - Report to the Board", "Coastal WG"],
  ["Coastal SIG - Trimester Jan-Apr - Q1 2024 Report", "Coastal SIG"],
  ["Mid-Year 2021 Report - Coastal SIG", "Coastal SIG"],
  ["2021 Q1 DUNE-SIG - Coastal Subgroup Report", "DUNE-SIG - Coastal Subgroup"],
])("the title of a report, %s, names its group and not what the report is", (title, name) => {
  const found = factsOf("## Project Health\n\nGood.\n\n## Planned Work Products\n\nMore.\n", { title }).groups;
  expect(found.filter((group) => group.witness.rule === "report title").map((group) => group.name)).toEqual([name]);
});
