import { describe, expect, test } from "vitest";
import { factsOf, statementsOf } from "./support.ts";

const meeting = { title: "2022-04-13 Meeting" };
const account = (name: string, id: string) => `[${name}](https://wiki.example.org/wiki/people/5e7e004847dc780c3c8544${id}?ref=x)`;
const said = (sentence: string) => statementsOf(`${sentence}\n`, meeting);

describe("who was replaced went", () => {
  test.each([
    "Bo Chen has been replaced by Ann Lee as chair.",
    "Bo Chen was succeeded by Ann Lee as chair.",
    "Leadership of the Gauge Subgroup passed from Bo Chen to Ann Lee.",
    "The chair role moved from Bo Chen to Ann Lee.",
    "Bo Chen passed the chair to Ann Lee.",
    "We thank Bo Chen, outgoing chair, and welcome Ann Lee, incoming chair.",
  ])("%s", (sentence) => {
    expect(said(sentence)).toMatchObject([{ type: "leadership.handover", from: ["Bo Chen"], to: ["Ann Lee"] }]);
  });

  test.each([
    "Bo Chen was replaced by Ann Lee at the desk.",
    "The gauge moved from Bo Chen to Ann Lee.",
    "Bo Chen handed over the microphone to Ann Lee, the chair.",
    "The outgoing tide met Ann Lee, the chair.",
  ])("%s is no handover", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});

describe("leaders who go", () => {
  test.each([
    ["Ann Lee will no longer serve as co-chair after this meeting.", "co-chair"],
    ["Ann Lee is no longer the co-chair.", "co-chair"],
    ["Ann Lee left her position as chair.", "chair"],
    ["Ann Lee announced her resignation as chair.", "chair"],
    ["Ann Lee's term as chair ended in March 2022.", "chair"],
    ["Ann Lee has completed her term as secretary.", "secretary"],
    ["Thanks to our outgoing chair Ann Lee for her service.", "chair"],
    ["Ann Lee resigned from the steering committee on 2024-01-09.", null],
  ])("%s", (sentence, role) => {
    expect(said(sentence)).toMatchObject([{ type: "leadership.left", role, from: ["Ann Lee"], to: [] }]);
  });

  test.each([
    "Ann Lee will step down as chair.",
    "Ann Lee resigned from Acme.",
    "Ann Lee is no longer the author.",
    "Ann Lee left her position at Acme.",
  ])("%s tells of none", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});

describe("leaders whom somebody elected", () => {
  test.each([
    ["We elected Ann Lee as chair.", "chair"],
    ["The group elected Ann Lee as its vice chair.", "vice-chair"],
    ["The TSC appointed Ann Lee as chair of the Gauge Subcommittee.", "chair"],
    ["The board named Ann Lee chair of the committee.", "chair"],
    ["The committee has selected Ann Lee to be the next chair.", "chair"],
    ["Motion carried: Ann Lee is appointed secretary.", "secretary"],
    ["Ann Lee agreed to serve as co-chair.", "co-chair"],
    ["Ann Lee won the election for chair.", "chair"],
    ["Ann Lee was promoted to chair.", "chair"],
    ["Ann Lee has assumed leadership of the Gauge Subgroup.", "lead"],
    ["Ann Lee took over as interim co-chair while Bo Chen is on leave.", "co-chair"],
    ["Ann Lee becomes chair, and nobody becomes vice chair.", "chair"],
    ["Congratulations to Ann Lee on becoming the chair of the Gauge Subgroup.", "chair"],
    ["Congratulations to the new chair of the Gauge Subgroup: Ann Lee", "chair"],
    ["Welcome Ann Lee, new co-chair of the Gauge Subgroup", "co-chair"],
  ])("%s", (sentence, role) => {
    expect(said(sentence)).toMatchObject([{ type: "leadership.handover", role, from: [], to: ["Ann Lee"] }]);
  });

  test.each([
    "Ann Lee was nominated as chair.",
    "We elected to thank Ann Lee, the chair.",
    "The board named Harbour Day after the first chair.",
    "Ann Lee asked for a new chair.",
    "Ann Lee suggested to elect a new chair.",
    "New chair election: Ann Lee to send the form",
    "Congratulations to Ann Lee on her talk about chairs.",
    "Ann Lee agreed to lead the discussion.",
  ])("%s tells of none", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});

describe("results of elections", () => {
  const names = [account("Ann Lee", "01"), account("Bo Chen", "02")];
  const election = { title: "Chair Election 2022" };

  test.each([
    ["a list below", `- Chair Election 2022: Result Announcement\n\n  - ${names[0]}\n  - ${names[1]}\n`, meeting],
    ["linked names behind", `- Result: ${names.join(" ")}\n`, election],
    ["names behind", "Results: Ann Lee and Bo Chen\n", election],
    ["linked people in the next item", `1. Dune Election: Congratulations to the new board members\n2. ${names.join(" ")}\n`, meeting],
    ["who leads from then on", `An election has been carried out and we have ${names.join(" ")} leading the group.\n`, meeting],
  ])("%s", (_, body, over) => {
    expect(statementsOf(body, over)).toMatchObject([{ type: "leadership.handover", to: ["Ann Lee", "Bo Chen"] }]);
  });

  test.each([
    ["the result of something else", "Results: Ann Lee and Bo Chen\n", meeting],
    ["a result without names", "Results: Thirty Four votes\n", election],
    ["a sentence behind", "Results: Ann Lee counts until Bo Chen comes\n", election],
    ["an election that was held", "The election has been held by Ann Lee, the chair.\n", meeting],
    ["something else in the list below", "- Announce result\n\n  - Weekly meeting\n", election],
    ["the next item of a list", `1. Dune Election: Congratulations to the new board members\n2. Sand, told by ${names[0]}\n`, meeting],
    ["a result to come", "Results: will be told by Ann Lee\n", election],
  ])("%s tells of nobody", (_, body, over) => {
    expect(statementsOf(body, over)).toEqual([]);
  });
});

test("the result of an election is of the year that the title of its page prints", () => {
  expect(statementsOf("Results: Ann Lee\n", { title: "Chair Election 2022" })).toMatchObject([{ at: "2022", isDated: false }]);
  expect(statementsOf("Results: Ann Lee\n", { title: "Chair Election 2021-2022" })).toMatchObject([{ at: null }]);
});

test("minutes that say first which group they tell of", () => {
  const [statement] = factsOf("Harbour Light: Ann Lee was elected as chair.\n", meeting).statements;
  expect(statement?.groups[0]).toBe("Harbour Light");
});
