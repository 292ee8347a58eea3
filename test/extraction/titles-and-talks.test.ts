import { describe, expect, test } from "vitest";
import { groupKindOf } from "../../src/extraction/group-names.ts";
import { defaultLexicon } from "../../src/extraction/lexicon/index.ts";
import { looksLikeCompany } from "../../src/extraction/people.ts";
import { factsOf, factsOfHtml } from "./support.ts";

const agenda = "## Agenda\n\n- sand\n";

describe("a title of a group and a day", () => {
  test.each([
    ["Gauge Subcommittee 12 Jan 2022", "2022-01-12"],
    ["Harbour Tide Gauge Working Group 12 Jan 2022", "2022-01-12"],
    ["Harbour and Tide Study Group, 2022-01-12", "2022-01-12"],
    ["Gauge Advisory Group, March 9–11, 2021", "2021-03-09"],
  ])("%s is a meeting where topics follow", (title, date) => {
    const facts = factsOf(agenda, { title });
    expect(facts.kind).toBe("meeting");
    expect(facts.meetings).toMatchObject([{ date, agenda: ["sand"] }]);
  });

  test.each([
    ["no group", "Harbour and Tide walls, 2022-01-12", agenda],
    ["a sentence about a group", "Items from the Gauge Team approved 2022-01-12", agenda],
    ["a group behind the day", "Words on the old harbour, 2022-01-12, Gauge Working Group", agenda],
    ["no topics", "Harbour Tide Gauge Working Group 12 Jan 2022", "We talked.\n"],
  ])("%s makes none", (_, title, body) => {
    expect(factsOf(body, { title }).meetings).toEqual([]);
  });
});

describe("kinds of groups", () => {
  test.each([
    ["Tide Interest Group", "sig"],
    ["Gauge Advisory Group", "working-group"],
    ["Harbour Study Group", "working-group"],
    ["Sand Focus Group", "working-group"],
    ["Dune Community of Practice", "working-group"],
    ["Gauge Subcommittee", "committee"],
    ["Gauge Sub-Committee", "committee"],
    ["Tide PMC", "committee"],
  ])("%s", (name, kind) => {
    expect(groupKindOf(name, defaultLexicon)).toBe(kind);
  });

  test.each(["Tide Community", "Advisory Group", "Sand Groups of the coast", "Practice of Tides"])("%s is none", (name) => {
    expect(groupKindOf(name, defaultLexicon)).toBeNull();
  });
});

describe("speakers divided by semicolons", () => {
  const speakers = (body: string) => factsOf(body, { title: "A talk on sand" }).talk?.presenters.map((person) => person.name);

  test.each([
    ["**Presenters:** Ann Lee, Harbour Lab; Bo Chen, Dune School\n", ["Ann Lee", "Bo Chen"]],
    ["**Presenters:** Ann Lee; Bo Chen; Cy Dee\n", ["Ann Lee", "Bo Chen", "Cy Dee"]],
    ["## Speakers\n\n- Ann Lee; Bo Chen\n- Cy Dee\n", ["Ann Lee", "Bo Chen", "Cy Dee"]],
  ])("%s", (body, names) => {
    expect(speakers(body)).toEqual(names);
  });

  test("linked and plain ones alike", () => {
    const linked = "[Ann Lee](https://wiki.example.org/wiki/people/5e7e004847dc780c3c854401)";
    expect(factsOf(`**Speakers:** ${linked}; Bo Chen\n`, { title: "A talk" }).talk?.presenters).toEqual([
      { name: "Ann Lee", account: "5e7e004847dc780c3c854401" },
      { name: "Bo Chen", account: null },
    ]);
  });

  test.each([
    ["a comma before where they work", "**Presenter:** Ann Lee, Dune School\n", ["Ann Lee"]],
    ["a company behind a semicolon", "**Presenter:** Ann Lee; Tide Technologies\n", ["Ann Lee"]],
    ["a word behind a semicolon", "**Presenter:** Ann Lee; sand\n", ["Ann Lee"]],
  ])("not by %s", (_, body, names) => {
    expect(speakers(body)).toEqual(names);
  });

  test("in a line below 200 characters alone", () => {
    const line = (length: number) => `Ann Lee, ${"x".repeat(length - "Ann Lee, ; Bo Chen".length)}; Bo Chen`;
    expect(speakers(`**Presenters:** ${line(199)}\n`)).toEqual(["Ann Lee", "Bo Chen"]);
    expect(speakers(`**Presenters:** ${line(200)}\n`)).toBeUndefined();
  });
});

describe("what courses offer", () => {
  const row = (cells: readonly string[], tag: string) => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  const titles = (...header: readonly string[]) =>
    factsOfHtml(`<table>${row(header, "th")}${row(["Reading tides", "x"], "td")}</table>`).courses.map((course) => course.title);

  test.each([
    ["Course", "Register"],
    ["Course", "Registration link"],
    ["Course", "Enroll"],
    ["Course", "Level"],
    ["Training", "Duration"],
    ["Class", "Format"],
    ["Course", "Next dates"],
    ["Course", "Next run"],
    ["Course", "Non-member price"],
  ])("%s and %s", (...header) => {
    expect(titles(...header)).toEqual(["Reading tides"]);
  });

  test.each([
    ["Course", "Harbour"],
    ["Course", "Registered by"],
    ["Course", "Old level"],
    ["Gauge", "Level"],
  ])("%s and %s are no courses", (...header) => {
    expect(titles(...header)).toEqual([]);
  });
});

describe("companies", () => {
  test.each(["Harbour AG", "Tide SA", "Blue Buoy PLC", "Sand Pty"])("%s is one", (name) => {
    expect(looksLikeCompany(name, defaultLexicon)).toBe(true);
  });

  test.each(["Ann Sag", "Sa Lee", "As Chen", "Bo Agard"])("%s is none", (name) => {
    expect(looksLikeCompany(name, defaultLexicon)).toBe(false);
  });
});
