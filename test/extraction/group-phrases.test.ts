import { describe, expect, test } from "vitest";
import { factsOf, statementsOf } from "./support.ts";

const meeting = { title: "2022-04-13 Meeting" };
const home = { title: "Tide Gauge", spaceName: "Tide Gauge", isHome: true };
const said = (sentence: string, over = {}) => statementsOf(`${sentence}\n`, { ...meeting, ...over });

describe("lists and enumerations", () => {
  const named = (body: string) =>
    factsOf(body, { title: "Dune SIG", isHome: true }).groups.flatMap((group) =>
      group.name === "Dune SIG" ? [] : [[group.name, group.kind, group.status]],
    );

  test.each([
    ["Our subgroups are Kelp and Tide.\n", "Subgroup", "subgroup"],
    ["The SIG has three working groups: Kelp and Tide.\n", "Working Group", "working-group"],
    ["Task Forces: Kelp and Tide\n", "Task Force", "working-group"],
    ["The committees are Kelp and Tide.\n", "Committee", "committee"],
    [
      "## Working Groups\n\n- [Kelp](https://x.example/display/DUNE/Kelp) - studies kelp\n- [Tide](https://x.example/display/DUNE/Tide) - reads tides\n",
      "Working Group",
      "working-group",
    ],
  ])("%j", (body, suffix, kind) => {
    expect(named(body)).toEqual([
      [`Kelp ${suffix}`, kind, null],
      [`Tide ${suffix}`, kind, null],
    ]);
  });

  test("one entry is enough below a state", () => {
    expect(named("### Active working groups\n\n- Kelp\n- Tide\n\n### Inactive working groups\n\n- Wave\n")).toEqual([
      ["Kelp Working group", "working-group", "active"],
      ["Tide Working group", "working-group", "active"],
      ["Wave Working group", "working-group", "inactive"],
    ]);
  });

  test.each(["Chapters: Kelp and Tide\n", "The working groups meet on Mondays.\n", "### Working groups\n\n- Wave\n"])(
    "none in %j",
    (body) => {
      expect(named(body)).toEqual([]);
    },
  );
});

describe("what is said of a whole list", () => {
  const list = "- [Kelp Working Group](https://x.example/kelp)\n- Tide Working Group – closed in May\n";

  test.each([
    "These groups have either been archived or their work goes on elsewhere.",
    "The following working groups are no longer active.",
    "These WGs were retired.",
  ])("%s", (sentence) => {
    expect(
      statementsOf(`${sentence}\n\n## Past groups\n\n${list}\nBehind it.\n\n- Wave Working Group\n`, { title: "Groups" }),
    ).toMatchObject([
      {
        type: "group.inactive",
        groups: ["Kelp Working Group", "Tide Working Group"],
        aboutAll: true,
        witness: { quote: sentence, rule: "said of a list" },
      },
    ]);
  });

  test.each(["These groups meet on Mondays.", "These groups may be archived.", "These pages have been archived."])(
    "%s is none",
    (sentence) => {
      expect(
        statementsOf(`${sentence}\n\n${list}`, { title: "Groups" }).filter(({ witness }) => witness.rule === "said of a list"),
      ).toEqual([]);
    },
  );
});

test.each([
  ["The Tide Action SIG (TA2SIG) brings readers together.", ["TA2SIG"]],
  ["The Tide Action SIG (SIG) brings readers together.", []],
  ["The Wind SIG (WSIG) brings readers together.", []],
])("how a group's own home page abbreviates it: %s", (sentence, aliases) => {
  const { groups } = factsOf(`${sentence}\n`, { title: "Tide Action SIG", isHome: true });
  expect(groups.find((group) => group.witness.rule === "page title")?.aliases).toEqual(aliases);
});

describe("beginnings", () => {
  test.each([
    "A new Tide Gauge Working Group was formed in February, led by Ann Lee.",
    "We launched a new Tide Gauge working group.",
    "The TSC approved the Tide Gauge Working Group.",
    "The TSC voted to create the Tide Gauge Working Group.",
    "Set up a Tide Gauge working group to study the tide.",
    "The Tide Gauge Working Group was approved by the TSC.",
    "The Tide Gauge Working Group was announced at the call on April 13, 2022.",
    "The Tide Gauge Working Group held its first meeting.",
    "The Tide Gauge Working Group kicked off in April 2022.",
    "Tide Gauge Working Group meetings started last week.",
    "The Tide Gauge Working Group, chaired by Ann Lee, was formed.",
    "The Tide Gauge Working Group – the newest of all – debuted early.",
  ])("%s", (sentence) => {
    const [statement, ...others] = said(sentence);
    expect(others).toEqual([]);
    expect(statement?.type).toBe("group.created");
    expect(statement?.groups.map((name) => name.toLowerCase())).toContain("tide gauge working group");
  });

  test("a project by its name", () => {
    const [statement] = said("The Tide Gauge project was accepted into incubation in May 2019.");
    expect(statement).toMatchObject({ type: "group.created", at: "2019-05" });
    expect(statement?.groups).toContain("Tide Gauge");
  });

  test.each(["Formed in May 2019.", "This working group was formed in May 2019."])("%s on a home page", (sentence) => {
    expect(said(sentence, home)).toMatchObject([{ type: "group.created", at: "2019-05", mayMeanOwn: true }]);
  });

  test("where a group was announced is not the group", () => {
    expect(said("This working group was announced at the Wind Working Group call.")[0]?.groups).not.toContain("Wind Working Group");
  });

  test.each([
    "A document was created by the Tide Gauge Working Group.",
    "The survey has been launched by the Tide Gauge Working Group.",
    "A repository was created for the Tide Gauge Working Group.",
    "The TSC approved the Tide Gauge Working Group report.",
    "The report of the Tide Gauge Working Group was approved by the TSC.",
    "The Tide Gauge Working Group created a page for the team.",
    "The Tide Gauge Working Group created a team calendar.",
    "The Tide Gauge Working Group will be launched in May.",
    "Ann Lee proposed to form a Tide Gauge Working Group.",
    "The TSC approved the minutes.",
  ])("%s is none", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});

describe("ends and pauses", () => {
  test.each([
    ["The Gauge Task Force – completed its work and was dissolved in February 2024", "group.disbanded", "2024-02"],
    ["The Gauge Task Force delivered its paper and was dissolved on 22 February 2024.", "group.disbanded", "2024-02-22"],
    ["The Gauge Task Force has been retired.", "group.disbanded", "2022-04-13"],
    ["The Gauge Task Force has concluded its work.", "group.disbanded", "2022-04-13"],
    ["The Gauge Working Group merged into the Wind Working Group.", "group.disbanded", "2022-04-13"],
    ["Gauge Task Force (dissolved in 2021)", "group.disbanded", "2021"],
    ["The Gauge Working Group suspended its meetings in March 2021.", "group.inactive", "2021-03"],
    ["The Gauge Working Group went dormant in March 2021.", "group.inactive", "2021-03"],
    ["The Gauge Working Group has become inactive.", "group.inactive", null],
    ["The Gauge Working Group no longer meets.", "group.inactive", null],
    ["The Gauge Working Group ceased operations in 2021.", "group.inactive", "2021"],
    ["The Gauge project moved to the attic in March 2021.", "group.inactive", "2021-03"],
    ["The Gauge Working Group has been paused until a new chair is found.", "group.inactive", null],
    ["The Gauge Working Group has been reactivated.", "group.reactivated", "2022-04-13"],
    ["The Gauge Working Group is active again.", "group.reactivated", "2022-04-13"],
    ["The Gauge Working Group resumed its activities in May 2021.", "group.reactivated", "2021-05"],
  ])("%s", (sentence, type, at) => {
    const found = said(sentence);
    expect(found).toMatchObject([{ type, at }]);
    expect(found[0]?.groups.join()).toContain("Gauge");
  });

  test("the last meeting of a group is about the group of the page", () => {
    expect(said("This is our final meeting.")).toMatchObject([{ type: "group.inactive", mayMeanOwn: true }]);
    expect(said("This is our final meeting of the year.")).toEqual([]);
  });

  test.each([
    "The report of the Gauge Task Force was delivered and dissolved in salt water.",
    "The Gauge Working Group call was merged with another for this week only.",
    "The Gauge Working Group has concluded that the tide is high.",
    "The sand no longer meets the water.",
  ])("%s is none", (sentence) => {
    expect(said(sentence).filter((statement) => statement.groups.length > 0)).toEqual([]);
  });
});

describe("new names", () => {
  test.each([
    ["The Gauge Working Group has been renamed to Tide Working Group.", "Tide Working Group"],
    ["The Gauge Working Group is now called the Tide Working Group.", "Tide Working Group"],
    ["Tide Working Group was formerly known as the Gauge Working Group.", null],
  ])("%s", (sentence, toText) => {
    expect(said(sentence)).toMatchObject([{ type: "group.renamed", toText }]);
  });

  test("on a home page", () => {
    expect(said("Formerly known as the Gauge Working Group; renamed in March 2022.", home)).toMatchObject([
      { type: "group.renamed", at: "2022-03", mayMeanOwn: true, groups: [] },
    ]);
  });

  test.each(["The old file was renamed to tide.txt.", "The page of the group has been renamed."])("%s is none", (sentence) => {
    expect(factsOf(`${sentence}\n`, meeting).statements).toEqual([]);
  });
});
