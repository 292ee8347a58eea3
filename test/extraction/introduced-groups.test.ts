import { describe, expect, test } from "vitest";
import { factsOf } from "./support.ts";

const readOf = (sentence: string, title = "06/19") => {
  const { groups, statements } = factsOf(`${sentence}\n`, { title });
  return {
    groups: groups.filter(({ witness }) => witness.rule === "introduced").map(({ name, kind }) => [name, kind]),
    created: statements.filter(({ type }) => type === "group.created").map((statement) => statement.groups[0]),
  };
};

describe("announcements introduce a group", () => {
  test.each([
    ["Tide Reader is a new Dune Lab designed to read gauges.", "Tide Reader", "project"],
    ["Tide Reader is the newest Dune project.", "Tide Reader", "project"],
    ["The new Tide Reader lab is a reader of gauges.", "Tide Reader", "project"],
    ["New Sand & Wind SIG launches", "Sand & Wind SIG", "sig"],
    ["We'd like to share the launch of the new Tide Gauge Working Group, open to all.", "Tide Gauge Working Group", "working-group"],
    ["We announce the launch of a new reading initiative – Harbour, a Dune Lab.", "Harbour", "project"],
    ["New project in Dune Labs: Tide Reader is a library.", "Tide Reader", "project"],
    ["Tide Reader landed in Dune Labs.", "Tide Reader", "project"],
    ["Tide Reader joins Dune Edge as an incubating project.", "Tide Reader", "project"],
    ["Dune Labs adds Tide Reader", "Tide Reader", "project"],
    ["Tide Reader was accepted as an incubated project at Dune in late 2022.", "Tide Reader", "project"],
    ["Tide Reader was accepted into the Dune Sandbox.", "Tide Reader", "project"],
    ["Northern Coast is a new Dune chapter.", "Northern Coast chapter", "chapter"],
  ])("%s", (sentence, name, kind) => {
    expect(readOf(sentence)).toEqual({ groups: [[name, kind]], created: [name] });
  });

  test.each([
    "Tide Reader could become a new Dune Lab.",
    "We plan the launch of the new Tide Gauge Working Group.",
    "Is Tide Reader a new Dune Lab?",
    "This is a new project.",
    "The new Gauge Meeting project is fun.",
    "Tide Reader was accepted into the fuzzing project by Acme.",
    "Dune adds Tide Reader to its list.",
    "Ann Lee joins the call as a guest.",
  ])("%s introduces none", (sentence) => {
    expect(readOf(sentence)).toEqual({ groups: [], created: [] });
  });
});

describe("a group of which a sentence names the leader", () => {
  const ledOf = (sentence: string, title = "06/19", before = "") => {
    const { groups, terms } = factsOf(`${before}${sentence}\n`, { title });
    return {
      groups: groups.filter(({ witness }) => witness.rule === "named with its leader").map(({ name }) => name),
      terms: terms.map(({ person, role, group }) => [person.name, role, group]),
    };
  };

  test.each([
    ["Ann Lee, Co-Chair, Tide Gauge SIG", "Tide Gauge SIG", "co-chair"],
    [
      "Ann Lee is an engineer at Acme and is also the Vice-Chair of the Tide Committee, a former lead of the Sand Chapter.",
      "Tide Committee",
      "vice-chair",
    ],
    ["Ann Lee currently chairs the Tide Gauge SIG.", "Tide Gauge SIG", "chair"],
    ["Ann Lee leads the Tide Gauge SIG.", "Tide Gauge SIG", "lead"],
  ])("%s", (sentence, group, role) => {
    expect(ledOf(sentence)).toEqual({ groups: [group], terms: [["Ann Lee", role, group]] });
  });

  test.each([
    ["Ann Lee, a former chair of the Tide Gauge SIG, spoke."],
    ["In the past Ann Lee chairs the Tide Gauge SIG."],
    ["Ann Lee would be the chair of the Tide Gauge SIG."],
  ])("not: %s", (sentence) => {
    expect(ledOf(sentence)).toEqual({ groups: [], terms: [] });
  });

  test("of guests in minutes, and of teams at work, no group is known", () => {
    expect(ledOf("- Ann Lee, Chair of the Tide Gauge SIG", "2024-01-02 Meeting", "## Attendees\n\n").groups).toEqual([]);
    expect(ledOf("Ann Lee leads the Research Team.").groups).toEqual([]);
  });
});
