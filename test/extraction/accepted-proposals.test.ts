import { describe, expect, test } from "vitest";
import { factsOf } from "./support.ts";

const accepted = "**Note: This proposal has been accepted, see the group's own pages.**\n\n";
const terms = (body: string, title = "Tide SIG Proposal") =>
  factsOf(body, { title }).terms.map((term) => [term.group, term.person.name, term.role]);
const ann = ["Tide SIG", "Ann Lee", "chair"];

describe("a proposal that was accepted tells who led first", () => {
  test.each([
    ["## Proposed Chair\n\nThe following has volunteered to serve as the initial chair for the group: Ann Lee.\n", [ann]],
    ["### Proposed Chair\n\nThe following individuals have volunteered:\n\n- Ann Lee, Acme\n\nNote: this page is a copy.\n", [ann]],
    ["## Proposed Chair\n\nAnn Lee, Acme\n\nThis is usually who was most active.\n\n- Bo Chen\n", [ann]],
    [
      "## Proposed Chair\n\nSIG Chair: Ann Lee, Senior Director, Acme Cloud\n\nVice Chair: Bo Chen, Acme Limited\n",
      [ann, ["Tide SIG", "Bo Chen", "vice-chair"]],
    ],
    [
      "## Proposed Co-Chairs\n\nAnn Lee and Bo Chen are proposed to serve as co-chairs.\n\nAnn is the founder of Acme.\n",
      [
        ["Tide SIG", "Ann Lee", "co-chair"],
        ["Tide SIG", "Bo Chen", "co-chair"],
      ],
    ],
  ])("%s", (body, expected) => {
    expect(terms(accepted + body)).toEqual(expected);
  });

  const chair = "## Proposed Chair\n\n- Ann Lee\n";

  test.each([
    ["says nothing of it", chair, "Tide SIG Proposal"],
    ["says what may be", `This group will be created if the proposal was accepted.\n\n${chair}`, "Tide SIG Proposal"],
    ["says it of something else", `The budget has been approved.\n\n${chair}`, "Tide SIG Proposal"],
    ["is a template", accepted + chair, "Tide SIG Proposal Template"],
    ["names no group", accepted + chair, "A Proposal"],
  ])("not where the page %s", (_, body, title) => {
    expect(terms(body, title)).toEqual([]);
  });

  test("and is named once by its title", () => {
    expect(factsOf(accepted, { title: "Tide SIG Proposal" }).groups.map((group) => [group.name, group.kind, group.witness.rule])).toEqual([
      ["Tide SIG", "sig", "accepted proposal"],
    ]);
  });
});

describe("a proposal that was accepted tells that its group came to be", () => {
  const created = (body: string, over: Parameters<typeof factsOf>[1]) =>
    factsOf(body, over)
      .statements.filter(({ type }) => type === "group.created")
      .map(({ groups, at, witness }) => [groups[0], at, witness.quote]);
  const below = [{ title: "Working Group Proposals", href: null, pageId: null }];

  test.each<[string, string, Parameters<typeof factsOf>[1], unknown[]]>([
    [
      "above its text",
      "### Approved - LIVE link is here!\n",
      { title: "Gauge SIG Proposal" },
      [["Gauge SIG", null, "Approved - LIVE link is here!"]],
    ],
    [
      "in its title, the kind above",
      "We read tides.\n",
      { title: "Tides - Approved on May 3 2021", parents: below },
      [["Tides Working Group", "2021-05-03", "Tides - Approved on May 3 2021"]],
    ],
    ["in its title", "We read tides.\n", { title: "Tide SIG (accepted)" }, [["Tide SIG", null, "Tide SIG (accepted)"]]],
  ])("%s", (_, body, over, expected) => {
    expect(created(body, over)).toEqual(expected);
  });

  test.each<[string, string, Parameters<typeof factsOf>[1]]>([
    ["it will be", "### Once approved, the link is here\n", { title: "Gauge SIG Proposal" }],
    ["nothing says what kind of group it is", "We read tides.\n", { title: "Tides - Approved on May 3 2021" }],
    [
      "something else was approved",
      "We read tides.\n",
      { title: "Budget - approved", parents: [{ title: "Minutes", href: null, pageId: null }] },
    ],
  ])("not where %s", (_, body, over) => {
    expect(created(body, over)).toEqual([]);
  });
});
