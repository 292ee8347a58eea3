import { describe, expect, test } from "vitest";
import type { RawEnvelope } from "../../src/pages/raw.ts";
import { factsOf, statementsOf } from "./support.ts";

const meeting = { title: "2022-04-13 Meeting" };
const home = { title: "Tide Gauge", spaceName: "Tide Gauge", isHome: true };
const account = (name: string, id: string) => `[${name}](https://wiki.example.org/wiki/people/5e7e004847dc780c3c8544${id}?ref=x)`;

const said = (body: string, over: Partial<RawEnvelope> = meeting) => statementsOf(body, over);

describe("approvals on a home page are the beginning of its group", () => {
  test.each([
    ["Approved by the TSC on March 3, 2021.", "2021-03-03"],
    ["Proposed and approved by the TSC on March 3, 2021.", "2021-03-03"],
    ["Approved on 2021-03-03.", "2021-03-03"],
    ["Tide Gauge was formally accepted as an incubation project in May 2022.", "2022-05"],
    ["The Tide Gauge was accepted as a lab on June 2, 2022.", "2022-06-02"],
  ])("%s", (sentence, at) => {
    expect(said(`${sentence}\n`, home)).toMatchObject([{ type: "group.created", at, mayMeanOwn: true }]);
  });

  test.each([
    ["Approved by the TSC on March 3, 2021.", { title: "A note on sand" }],
    ["Approved on March 3, 2021.", { title: "A note on sand" }],
    ["Approved by the TSC on March 3, 2021.", meeting],
  ])("%s on another page is not about its group", (sentence, over) => {
    expect(said(`${sentence}\n`, over).filter((statement) => statement.mayMeanOwn)).toEqual([]);
  });

  test.each([
    "Active status approved by the TSC on March 3, 2021.",
    "Approved by the TSC on March 3, 2021 for active status.",
    "Approved by Ann Lee on March 3, 2021.",
    "The budget was approved by the TSC on March 3, 2021.",
    "Tide Gauge might be accepted as a project in May 2022.",
    "Was Tide Gauge accepted as a project?",
  ])("%s is no beginning", (sentence) => {
    expect(said(`${sentence}\n`, home)).toEqual([]);
  });

  test("a sentence that names another group is about that one", () => {
    const [statement] = factsOf("Tide Gauge writes that the Gauge Subgroup was accepted as a new project in May 2022.\n", home).statements;
    expect(statement).toMatchObject({ type: "group.created", mayMeanOwn: false });
    expect(statement?.groups).toContain("Gauge Subgroup");
  });
});

describe("proposals", () => {
  test.each([
    ["The proposal has been accepted.", "2022-04-13"],
    ["Our proposal for a gauge lab was approved on June 2, 2021.", "2021-06-02"],
  ])("%s", (sentence, at) => {
    expect(said(`${sentence}\n`)).toMatchObject([{ type: "group.created", at, mayMeanOwn: true }]);
  });

  test.each([
    "The proposal was read.",
    "The proposal has not been accepted.",
    "The proposal will be accepted in June.",
    "The proposals have been sorted and approved.",
    "Ann Lee proposed that the sand has been accepted as a lab.",
    "If the proposal has been accepted, we start.",
  ])("%s is no beginning", (sentence) => {
    expect(said(`${sentence}\n`)).toEqual([]);
  });
});

describe("ends", () => {
  test.each([
    ["The project moved to end of life status on June 2, 2021.", meeting, "group.inactive", "2021-06-02"],
    ["This project moved to an “EOL” status in May 2021.", meeting, "group.inactive", "2021-05"],
    ["Tide Gauge was sunset in May 2021.", home, "group.inactive", "2021-05"],
    ["Moved to dormant on June 2, 2021.", home, "group.inactive", "2021-06-02"],
  ])("%s", (sentence, over, type, at) => {
    expect(said(`${sentence}\n`, over)).toMatchObject([{ type, at, mayMeanOwn: true }]);
  });

  test("a call that was merged into another ends a part, not the whole", () => {
    expect(said("This call has been merged into the general one.\n")).toMatchObject([
      { type: "group.disbanded", at: "2022-04-13", meansPart: true },
    ]);
    expect(said("The project was merged into another one.\n")).toMatchObject([{ type: "group.disbanded", meansPart: false }]);
  });

  test.each([
    "We plan to have the project moved to end of life status.",
    "Should the project be moved to dormant?",
    "The project moved to a new host.",
    "The branch has been merged into the trunk.",
    "This call may be merged into the general one.",
    "This call was replayed into the night.",
  ])("%s is no end", (sentence) => {
    expect(said(`${sentence}\n`)).toEqual([]);
  });
});

describe("cadences", () => {
  test.each([
    ["It was decided to hold this meeting bi-weekly.", "biweekly"],
    ["The group decided to move the calls to every month.", "monthly"],
    ["Change the meetings to weekly.", "weekly"],
    ["The meetings will now be quarterly meetings.", "quarterly"],
    ["The meeting time changed to 9 am.", "9 am"],
    ["The call time has been moved to Tuesday noon.", "Tuesday noon"],
    ["The meetings will be shifted by one hour.", "by one hour"],
    ["We moved the weekly call up", "moved the weekly call up"],
  ])("%s", (sentence, toText) => {
    const found = said(`${sentence}\n`);
    expect(found).toMatchObject([{ type: "cadence.changed", at: "2022-04-13" }]);
    expect(found[0]?.toText).toContain(toText);
  });

  test.each([
    "We decided to hold the vote at this meeting.",
    "We decided to have a weekly column in the paper.",
    "The meeting time should be changed to 9 am.",
    "The meeting time is 9 am.",
    "The dunes will be shifted by the wind.",
    "Would you like the meetings shifted?",
  ])("%s is no change", (sentence) => {
    expect(said(`${sentence}\n`)).toEqual([]);
  });
});

describe("leaders", () => {
  test("an office that became vacant is told without a name", () => {
    expect(said("The vice chair resigned.\n")).toMatchObject([{ type: "leadership.left", role: "vice-chair", from: [], to: [] }]);
    expect(said("The chair has stepped down.\n")).toMatchObject([{ type: "leadership.left", role: "chair", from: [] }]);
  });

  test("people listed below a resignation did not come", () => {
    expect(said("- The vice chair resigned\n  - Ann Lee\n  - Bo Chen\n")).toMatchObject([{ type: "leadership.left", to: [] }]);
  });

  test.each([
    "The ferry company resigned.",
    "Somebody who once had been the chair of the old harbour resigned.",
    "The vice chair may have resigned.",
    "Has the vice chair resigned?",
  ])("%s tells of no office", (sentence) => {
    expect(said(`${sentence}\n`)).toEqual([]);
  });

  test("linked people behind the new chairs are all of them", () => {
    const body = `${account("Cy Dee", "01")} says congrats to the new chairs ${account("Ann Lee", "02")} ${account("Bo Chen", "03")}!\n`;
    const { statements } = factsOf(body, meeting);
    expect(statements).toMatchObject([
      {
        type: "leadership.handover",
        role: "chair",
        to: [
          { name: "Ann Lee", account: "5e7e004847dc780c3c854402" },
          { name: "Bo Chen", account: "5e7e004847dc780c3c854403" },
        ],
      },
    ]);
  });

  test("people of another sentence are not the new chairs", () => {
    const body = `Congrats to the new chairs ${account("Ann Lee", "02")} and ${account("Bo Chen", "03")}! Thanks, ${account("Cy Dee", "01")}.\n`;
    expect(said(body)[0]?.to).toEqual(["Ann Lee", "Bo Chen"]);
  });

  test("new chairs whom nobody names are no change", () => {
    expect(said("Congrats to the new chairs!\n")).toEqual([]);
  });
});
