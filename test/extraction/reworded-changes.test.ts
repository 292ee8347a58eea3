import { describe, expect, test } from "vitest";
import { statementsOf } from "./support.ts";

const said = (sentence: string) => statementsOf(`${sentence}\n`, { title: "2022-04-13 Meeting" });

describe("one leader hands over to another", () => {
  test.each([
    "Bo Chen handed the reins of the Kelp SIG to Ann Lee.",
    "Bo Chen passed the baton to Ann Lee.",
    "Bo Chen hands the gavel to Ann Lee.",
    "Ann Lee is the new lead for the Kelp Subgroup, replacing Bo Chen.",
    "Ann Lee was appointed chair by the TSC after Bo Chen left the project.",
    "Bo Chen led the working group until Ann Lee took over in September 2021.",
  ])("%s", (sentence) => {
    expect(said(sentence)).toMatchObject([{ type: "leadership.handover", from: ["Bo Chen"], to: ["Ann Lee"] }]);
  });
});

describe("leaders who come", () => {
  test.each([
    ["Ann Lee will be taking over as chair of the Kelp WG.", "chair"],
    ["Ann Lee volunteered to chair the Kelp Working Group and was confirmed by acclamation.", "chair"],
    ["Ann Lee offered to serve as secretary, which was accepted.", "secretary"],
    ["Motion to appoint Ann Lee as secretary carried.", "secretary"],
    ["Motion to elect Ann Lee as vice chair was unanimously approved.", "vice-chair"],
    ["Ann Lee has volunteered as the new Secretary.", "secretary"],
    ["Ann Lee is acting chair while Bo Chen is on leave.", "other"],
    ["Ann Lee is taking on the role of PTL.", "lead"],
    ["Ann Lee accepted the position of vice chair.", "vice-chair"],
    ["Ann Lee (Harbour Telecom) was elected TSC Chair.", "chair"],
    ["Election results: Bo Chen re-elected as chair, Ann Lee elected as vice chair", "vice-chair"],
  ])("%s", (sentence, role) => {
    expect(said(sentence)).toMatchObject([{ type: "leadership.handover", from: [], to: ["Ann Lee"], role }]);
  });

  test.each([
    "Motion to approve the minutes carried.",
    "Motion to appoint Ann Lee as secretary failed.",
    "Ann Lee agreed to lead the review of the document, accepted by all.",
    "Ann Lee volunteered to lead the discussion next week.",
    "Ann Lee will chair the meeting today.",
    "Ann Lee volunteers to become PTL; election by mail until March 4.",
    "Thanks to Ann Lee for chairing today's call.",
    "Ann Lee presented the chair's report.",
    "The new leader election algorithm was merged.",
    "Ann Lee leads the effort to rewrite the leader election.",
  ])("%s is no change", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});

describe("leaders who go", () => {
  test.each([
    "After three years Ann Lee has decided to leave her role as chair.",
    "Ann Lee has rotated off as co-chair.",
    "Ann Lee has completed her second term as chair.",
    "Ann Lee, who chaired the group since 2018, has resigned.",
    "Ann Lee stepped away from her role as PTL.",
    "Ann Lee is retiring as chair.",
    "Ann Lee's tenure as chair came to an end in June.",
    "Ann Lee has left the harbour and is no longer chairing the WG.",
  ])("%s", (sentence) => {
    expect(said(sentence)).toMatchObject([{ type: "leadership.left", from: ["Ann Lee"] }]);
  });
});

describe("groups", () => {
  test.each([
    ["Kelp Working Group (dormant)", "group.inactive"],
    ["Kelp Working Group (on hold)", "group.inactive"],
    ["Meetings of the Kelp WG are suspended until further notice.", "group.inactive"],
    ["The Kelp WG has gone quiet.", "group.inactive"],
    ["The Kelp WG is on pause while we look for a lead.", "group.inactive"],
    ["There has been no activity in the Kelp WG since May.", "group.inactive"],
    ["The Kelp WG has been merged into the Tide WG.", "group.disbanded"],
    ["The Kelp WG was folded into the Tide WG.", "group.disbanded"],
    ["We agreed to retire the Kelp WG.", "group.disbanded"],
    ["The Kelp Working Group has been moved as part of the tide project.", "group.disbanded"],
    ["The Kelp WG has been brought back to life.", "group.reactivated"],
    ["Meetings of the Kelp WG resumed in May 2021.", "group.reactivated"],
    ["Kelp WG regular meetings have resumed after the summer.", "group.reactivated"],
    ["The Kelp WG held its kick-off meeting on May 4, 2021.", "group.created"],
    ["The first meeting of the Kelp WG was held on May 4.", "group.created"],
    ["We have started a new Kelp WG.", "group.created"],
    ["Kelp Working Group was launched in May 2021 following a call for participation.", "group.created"],
    ["The Kelp Subgroup has been spun up.", "group.created"],
  ])("%s", (sentence, type) => {
    const [statement, ...others] = said(sentence);
    expect(others).toEqual([]);
    expect(statement?.type).toBe(type);
    expect(statement?.groups[0]).toMatch(/^Kelp/);
  });

  test.each([
    "The first meeting of the year was held on May 4.",
    "The session was closed.",
    "Activity of the node is paused when the disk is full.",
    "The work of the validator was suspended by the test.",
    "We decided to retire the old gauge.",
    "Decided to close the project board issue.",
  ])("%s is no change", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});

describe("meetings that are held in another way", () => {
  test.each([
    ["We are switching to a fortnightly schedule.", "biweekly"],
    ["Weekly meetings will be bi-weekly from March on.", "biweekly"],
    ["Move the TSC calls to every second Thursday as of January 2022.", "biweekly"],
    ["Move the TSC calls to every second Thursday of the month as of January 2022.", "monthly"],
    ["We moved our meetings to Wednesdays.", "Wednesdays"],
    ["NEW TIME: Every second Tuesday at 8AM starting this coming Tuesday.", "biweekly"],
    ["Change to Bi-Weekly: Fri 9:15-10:00 (UTC+1)", "biweekly"],
    ["Meetings have been moved from Tuesday to Thursday.", "Thursday"],
    ["The weekly call is discontinued; we will meet monthly.", null],
    ["Agreed: meetings to be held fortnightly.", "biweekly"],
    ["The Kelp WG went from weekly to monthly meetings.", "monthly"],
  ])("%s", (sentence, toText) => {
    expect(said(sentence)).toMatchObject([{ type: "cadence.changed", toText }]);
  });

  test.each([
    "Change to weekly builds of the gauge.",
    "Next week's meeting is moved from Tuesday to Thursday.",
    "The deadline went from Tuesday to Thursday.",
  ])("%s is no change", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});
