import { describe, expect, test } from "vitest";
import type { RawEnvelope } from "../../src/pages/raw.ts";
import { statementsOf } from "./support.ts";

const meeting = { title: "2022-04-13 Meeting" };
const home = { title: "Tide Gauge", spaceName: "Tide Gauge", isHome: true };
const said = (sentence: string, over: Partial<RawEnvelope> = meeting) => statementsOf(`${sentence}\n`, over);

describe("one leader succeeds another", () => {
  test.each([
    ["Ann Lee succeeds Bo Chen as chair.", "chair", "2022-04-13"],
    ["Ann Lee succeeded Bo Chen as vice chair on March 3, 2022.", "vice-chair", "2022-03-03"],
    ["Ann Lee replaces Bo Chen as lead.", "lead", "2022-04-13"],
    ["Ann Lee replaced Bo Chen as secretary.", "secretary", "2022-04-13"],
    ["Ann Lee takes the place of Bo Chen as co-chair.", "co-chair", "2022-04-13"],
    ["Ann Lee is chair in succession to Bo Chen.", "chair", "2022-04-13"],
  ])("%s", (sentence, role, at) => {
    expect(said(sentence)).toMatchObject([{ type: "leadership.handover", from: ["Bo Chen"], to: ["Ann Lee"], role, at }]);
  });

  test.each([
    "Ann Lee succeeds Bo Chen as gauge reader.",
    "Ann Lee replaced Bo Chen all over the harbour.",
    "Ann Lee replaces the tide chair.",
    "The new gauge replaces the old chair.",
    "Ann Lee may succeed Bo Chen as chair.",
    "Ann Lee will succeed Bo Chen as chair.",
    "Should Ann Lee succeed Bo Chen as chair?",
  ])("%s is no change", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});

describe("elected in a line of the minutes", () => {
  test.each([
    ["Chair: Ann Lee elected by acclamation", "chair", ["Ann Lee"]],
    ["Vice-chair: Ann Lee was elected", "vice-chair", ["Ann Lee"]],
    ["Chair – Ann Lee elected unanimously", "chair", ["Ann Lee"]],
    ["Co-chair: Ann Lee and Bo Chen were elected.", "co-chair", ["Ann Lee", "Bo Chen"]],
    ["Secretary: Ann Lee elected", "secretary", ["Ann Lee"]],
    ["PTL: Ann Lee elected", "lead", ["Ann Lee"]],
    ["Ann Lee has been elected DUNE Chair.", "chair", ["Ann Lee"]],
  ])("%s", (sentence, role, to) => {
    expect(said(sentence)).toMatchObject([{ type: "leadership.handover", role, from: [], to, at: "2022-04-13" }]);
  });

  test.each([
    "Chair: election in May",
    "Chair: Ann Lee re-elected",
    "Chair: nobody elected",
    "Gauge: Ann Lee elected by acclamation",
    "Ann Lee was re-elected chair.",
    "While Ann Lee is on leave, Bo Chen was elected as chair.",
  ])("%s is no change", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});

describe("leaders who go", () => {
  test.each([
    ["Ann Lee left the group as chair.", "chair"],
    ["Ann Lee left the role of vice chair.", "vice-chair"],
  ])("%s", (sentence, role) => {
    expect(said(sentence)).toMatchObject([{ type: "leadership.left", role, from: ["Ann Lee"], to: [] }]);
  });

  test.each(["Ann Lee left the harbour as chair of sand.", "Ann Lee left the group."])("%s tells of no office", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });

  test("a handover tells who handed over or who came", () => {
    expect(said("Ann Lee handed over the chair to Bo Chen.")).toMatchObject([
      { type: "leadership.handover", role: "chair", from: ["Ann Lee"], to: ["Bo Chen"] },
    ]);
    expect(said("Ann Lee handed over the chair.")).toMatchObject([{ from: ["Ann Lee"], to: [] }]);
  });

  test.each(["The chair handed over to somebody.", "The chair handed over to Bo."])("%s tells neither", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});

describe("names without a kind", () => {
  test.each([
    ["Ann Lee has been elected Beacon PTL.", "Beacon"],
    ["Ann Lee took over the Beacon PTL role from Bo Chen.", "Beacon"],
    ["Beacon is archived.", "Beacon"],
    ["Harbour Light has been archived.", "Harbour Light"],
  ])("%s", (sentence, name) => {
    expect(said(sentence)[0]?.groups).toContain(name);
  });

  test.each(["beacon is archived.", "The lamp of the beacon is archived."])("%s names no group", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});

describe("ends", () => {
  test.each([
    ["The Gauge Working Group is archived.", "Gauge Working Group", "2022-04-13"],
    ["The Gauge Working Group is now archived.", "Gauge Working Group", "2022-04-13"],
    ["Sand Task Force has been archived on March 3, 2022.", "Sand Task Force", "2022-03-03"],
    ["The Gauge Study Group has been archived.", "Gauge Study Group", "2022-04-13"],
    ["Now the Gauge Committee was closed.", "Gauge Committee", "2022-04-13"],
  ])("%s", (sentence, group, at) => {
    const [statement] = said(sentence);
    expect(statement).toMatchObject({ type: "group.inactive", at, mayMeanOwn: false });
    expect(statement?.groups).toContain(group);
  });

  test.each([
    ["The lead says that the Gauge Team has not met since March 2021.", "2021-03"],
    ["The Gauge Team has been put on hold.", null],
    ["The Gauge Team is dormant and considered inactive.", null],
  ])("%s is a state", (sentence, at) => {
    expect(said(sentence)).toMatchObject([{ type: "group.inactive", at }]);
  });

  test.each([
    ["Sand Task Force was disbanded.", "Sand Task Force"],
    ["The Gauge Subcommittee was disbanded.", "Gauge Subcommittee"],
    ["The Gauge Study Group has been dissolved.", "Gauge Study Group"],
  ])("%s", (sentence, group) => {
    const [statement] = said(sentence);
    expect(statement?.type).toBe("group.disbanded");
    expect(statement?.groups).toContain(group);
  });

  test("of the page's own group, on its home page and elsewhere", () => {
    expect(said("It was archived on March 3, 2022.", home)).toMatchObject([{ type: "group.inactive", at: "2022-03-03", mayMeanOwn: true }]);
    expect(said("Our subcommittee has been archived.")).toMatchObject([{ type: "group.inactive", mayMeanOwn: true }]);
    expect(said("It was archived on March 3, 2022.").filter((statement) => statement.mayMeanOwn)).toEqual([]);
  });

  test.each([
    "The notes of the Gauge Team have been archived.",
    "The gate of the harbour was closed now.",
    "We plan to have the Gauge Working Group archived.",
    "Is the Gauge Working Group archived?",
    "The group is considering to be inactive.",
  ])("%s is no end", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});

describe("beginnings", () => {
  test.each([
    ["The board approved the formation of the Sand Committee on March 3, 2022.", "Sand Committee", "2022-03-03"],
    ["The board approved the creation of the Gauge Subcommittee.", "Gauge Subcommittee", "2022-04-13"],
    ["The Gauge Subcommittee was formed in March 2021.", "Gauge Subcommittee", "2021-03"],
    ["Sand Task Force was established in March 2021.", "Sand Task Force", "2021-03"],
    ["The Gauge Advisory Group was formed in March 2021.", "Gauge Advisory Group", "2021-03"],
  ])("%s", (sentence, group, at) => {
    const [statement] = said(sentence);
    expect(statement).toMatchObject({ type: "group.created", at });
    expect(statement?.groups).toContain(group);
  });

  test.each([
    "The board approved the formation of a dune.",
    "The board may approve the formation of the Sand Committee.",
    "The board approved the budget of the Sand Committee.",
  ])("%s is none", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});

describe("hours of meetings", () => {
  test.each([
    ["The meeting time changed from 9:00 to 10:30.", "9:00", "10:30"],
    ["The call moved from 9 am to 10 am.", "9 am", "10 am"],
  ])("%s", (sentence, fromText, toText) => {
    expect(said(sentence)).toMatchObject([{ type: "cadence.changed", fromText, toText, at: "2022-04-13" }]);
  });

  test.each(["The meeting moves to 9:30.", "The call on Tuesday moves to 10 am."])("%s", (sentence) => {
    const found = said(sentence);
    expect(found).toMatchObject([{ type: "cadence.changed" }]);
    expect(found[0]?.toText).toMatch(/9:30|10 am/);
  });

  test("instead of another cadence", () => {
    expect(said("The call meets every two weeks instead of weekly now.")).toMatchObject([{ type: "cadence.changed", toText: "biweekly" }]);
  });

  test.each([
    "The meeting changed from the harbour to the beach.",
    "The meeting moves to the harbour.",
    "The meeting changed from 9 gauges to 10:30.",
    "The gauge moves to 9:30.",
  ])("%s is no change", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});
