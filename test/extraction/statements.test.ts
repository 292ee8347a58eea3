import { describe, expect, test } from "vitest";
import { factsOf, factsOfHtml } from "./support.ts";

const title = "2022-04-13 Meeting";
const said = (body: string) =>
  factsOf(body, { title }).statements.map((statement) => ({
    type: statement.type,
    group: statement.groups[0] ?? null,
    from: statement.from.map((person) => person.name),
    to: statement.to.map((person) => person.name),
    at: statement.at,
  }));

describe("leadership", () => {
  test.each([
    [
      "In the Spring of 2022, Ann Lee resigned her position as the chair of the Dune SIG and Bo Chen was nominated to lead the group.",
      "leadership.handover",
      ["Ann Lee"],
      ["Bo Chen"],
      "2022-21",
    ],
    ["Ann Lee has stepped down from her role as Co-Chair.", "leadership.left", ["Ann Lee"], [], "2022-04-13"],
    ["Ann Lee handed over the leadership to Bo Chen.", "leadership.handover", ["Ann Lee"], ["Bo Chen"], "2022-04-13"],
    ["Announce Bo Chen as the new Dune SIG Chair!", "leadership.handover", [], ["Bo Chen"], "2022-04-13"],
    ["Bo Chen is now the Chairman of the Dune SIG.", "leadership.handover", [], ["Bo Chen"], "2022-04-13"],
    ["We welcome Bo Chen as our Gauge Subgroup lead.", "leadership.joined", [], ["Bo Chen"], "2022-04-13"],
    ["Bo Chen took over from Ann Lee as chair in June.", "leadership.handover", ["Ann Lee"], ["Bo Chen"], "2022-06"],
    ["The Gauge Subgroup leadership changed hands in March.", "leadership.handover", [], [], "2022-03"],
  ])("%s", (sentence, type, from, to, at) => {
    expect(said(`${sentence}\n`)).toEqual([expect.objectContaining({ type, from, to, at })]);
  });

  test("the list below an announcement names who came", () => {
    expect(said("- New Co-Chairs Selected\n  - Ann Lee\n  - Bo Chen\n")[0]).toMatchObject({ to: ["Ann Lee", "Bo Chen"] });
  });
});

describe("groups and cadences", () => {
  test.each([
    ["The Gauge Subgroup is no longer active.", "group.inactive", "Gauge Subgroup", null],
    ["- Gauge Subgroup (Ann Lee, Lead) - INACTIVE", "group.inactive", "Gauge Subgroup", null],
    ["At the end of 2018 the Gauge Subgroup was disbanded.", "group.disbanded", "Gauge Subgroup", "2018"],
    ["The Dune SIG was relaunched on February 28, 2022.", "group.reactivated", "Dune SIG", "2022-02-28"],
    ["The Gauge Subgroup was set up in December 2021.", "group.created", "Gauge Subgroup", "2021-12"],
    ["The group decided to change the meeting cadence from weekly to every other week.", "cadence.changed", null, "2022-04-13"],
    ["The calls were moved to a monthly schedule.", "cadence.changed", null, "2022-04-13"],
  ])("%s", (sentence, type, group, at) => {
    const found = said(`${sentence}\n`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ type, at });
    if (group !== null) expect(found[0]?.group).toBe(group);
  });

  test("a sentence about several groups is about each", () => {
    const [statement] = factsOf("Our three subgroups of Wind, Water, and Light have stopped meeting.\n", { title }).statements;
    expect(statement).toMatchObject({
      type: "group.inactive",
      aboutAll: true,
      groups: ["Wind Subgroup", "Water Subgroup", "Light Subgroup"],
    });
  });

  test("an entry's state is that of the group that the entry is about", () => {
    expect(said("- **Review Team**: reads the charter. Currently in recess until needed.\n")[0]).toMatchObject({
      type: "group.inactive",
      group: "Review Team",
    });
  });

  test("a cell tells of the group of its row", () => {
    const html =
      "<table><tr><th>Subgroup</th><th>Lead</th></tr><tr><td>Tide Gauge</td><td>Bo Chen (took over from Ann Lee in June)</td></tr></table>";
    expect(factsOfHtml(html, { title }).statements).toMatchObject([
      {
        type: "leadership.handover",
        groups: ["Tide Gauge", "Tide Gauge Subgroup"],
        from: [{ name: "Ann Lee" }],
        to: [{ name: "Bo Chen" }],
      },
    ]);
  });
});

describe("no changes", () => {
  test.each([
    "We plan to disband the Gauge Subgroup.",
    "Has the Gauge Subgroup been disbanded?",
    "If nobody comes, the Gauge Subgroup would be disbanded.",
    "A call for chair nominees went out; the new chair will be elected in June.",
    "It was proposed that the meetings move to a monthly schedule.",
    "A leader can fail; in which case a new leader is elected.",
    "The demo moved to Tuesday at the monthly meeting.",
    "There is an opportunity to re-elect new Chair and Vice Chair roles every 3 months.",
  ])("%s", (sentence) => {
    expect(said(`${sentence}\n`)).toEqual([]);
  });
});
