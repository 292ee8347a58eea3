import { describe, expect, test } from "vitest";
import { factsOf, factsOfHtml } from "./support.ts";

const title = "2022-03-02 Meeting";
const row = (cells: readonly string[], tag = "td") => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
const table = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
  `<table>${row(header, "th")}${rows.map((cells) => row(cells)).join("")}</table>`;
const fields = (...rows: readonly (readonly [string, string])[]) => `<table>${rows.map((cells) => row(cells)).join("")}</table>`;
type Facts = ReturnType<typeof factsOf>;
const terms = (facts: Facts) => facts.terms.map((term) => [term.group, term.person.name, term.role]);
const spans = (facts: Facts) => facts.terms.map((term) => [term.person.name, term.start, term.end]);
const attendees = (facts: Facts) => facts.meetings[0]?.attendees.map((person) => person.name);

describe("fields in a table with two columns", () => {
  test.each([
    ["bold names", "<strong>Chair</strong>", "<strong>Secretary</strong>"],
    ["names with a colon", "Chair:", "Secretary:"],
  ])("%s", (_, chair, secretary) => {
    expect(terms(factsOfHtml(fields([chair, "Ann Lee"], [secretary, "Bo Chen"])))).toEqual([
      [null, "Ann Lee", "chair"],
      [null, "Bo Chen", "secretary"],
    ]);
  });

  test("header cells at the side", () => {
    const html = "<table><tr><th>Chair</th><td>Ann Lee</td></tr><tr><th>Secretary</th><td>Bo Chen</td></tr></table>";
    expect(terms(factsOfHtml(html))).toEqual([
      [null, "Ann Lee", "chair"],
      [null, "Bo Chen", "secretary"],
    ]);
  });

  test("give a meeting its day and people", () => {
    const html = fields(["<b>Date</b>", "2022-03-02"], ["<b>Attendees</b>", "Ann Lee, Bo Chen"]);
    const facts = factsOfHtml(html, { title: "Tide Gauge Meeting" });
    expect(facts.meetings).toMatchObject([{ date: "2022-03-02" }]);
    expect(attendees(facts)).toEqual(["Ann Lee", "Bo Chen"]);
  });

  test.each([
    ["plain cells", fields(["Chair", "Ann Lee"], ["Day", "Monday"])],
    ["a single field", fields(["<b>Chair</b>", "Ann Lee"])],
    ["few fields among other rows", fields(["<b>Chair</b>", "Ann Lee"], ["<b>Gauge</b>", "north"], ["sand", "x"], ["sea", "y"])],
    ["a first row of header cells", table(["Chair", "Ann Lee"], ["Meetings", "weekly"])],
  ])("an office is one by its own words in %s", (_, html) => {
    expect(terms(factsOfHtml(html))).toEqual([[null, "Ann Lee", "chair"]]);
  });

  test.each([
    ["plain cells that name no office", fields(["Gauge", "Ann Lee"], ["Scribe of the day", "Bo Chen"])],
    ["a single field of another kind", fields(["<b>Gauge</b>", "Ann Lee"])],
    ["a header row", table(["Office", "Person of the harbour"], ["<b>Chair</b>", "Ann Lee"], ["<b>Secretary</b>", "Bo Chen"])],
    [
      "three columns",
      "<table><tr><td><b>Chair</b></td><td>Ann Lee</td><td>x</td></tr><tr><td><b>Secretary</b></td><td>Bo Chen</td><td>x</td></tr></table>",
    ],
  ])("are none in %s", (_, html) => {
    expect(terms(factsOfHtml(html))).toEqual([]);
  });
});

describe("fields divided in one line", () => {
  test.each([
    ["Chair: Ann Lee  Secretary: Bo Chen", ["Ann Lee chair", "Bo Chen secretary"]],
    ["Chair: Ann Lee; Secretary: Bo Chen", ["Ann Lee chair", "Bo Chen secretary"]],
    ["Chair: Ann Lee | Vice-Chair: Bo Chen", ["Ann Lee chair", "Bo Chen vice-chair"]],
    ["Chair: Ann Lee. Scribe: Bo Chen", ["Ann Lee chair"]],
  ])("%s", (line, expected) => {
    expect(factsOf(`${line}\n`).terms.map((term) => `${term.person.name} ${term.role}`)).toEqual(expected);
  });

  test("who takes the minutes is not among the attendees of the line before", () => {
    expect(attendees(factsOf("Attendees: Ann Lee, Bo Chen Scribe: Cy Dee\n", { title }))).toEqual(["Ann Lee", "Bo Chen"]);
  });

  test("a field within words divides nothing", () => {
    const [meeting] = factsOf("## Attendees\n\n- Ann Lee\n\n## Agenda\n\n- Gauges: what our hosts: sea and sand, said\n", {
      title,
    }).meetings;
    expect(meeting?.agenda).toEqual(["Gauges: what our hosts: sea and sand, said"]);
  });
});

describe("offices in columns", () => {
  test("each has its people", () => {
    const html = table(["Committee", "Chair", "Vice chair"], ["Tide", "Ann Lee", "Bo Chen"], ["Sand", "Cy Dee", ""]);
    expect(terms(factsOfHtml(html))).toEqual([
      ["Tide Committee", "Ann Lee", "chair"],
      ["Tide Committee", "Bo Chen", "vice-chair"],
      ["Sand Committee", "Cy Dee", "chair"],
    ]);
  });

  test.each([
    ["Project", "Tide Gauge project"],
    ["Chapter", "Tide Gauge Chapter"],
    ["Subcommittee", "Tide Gauge Subcommittee"],
    ["Project name", "Tide Gauge Project"],
  ])("the column “%s” names the group", (header, group) => {
    const [first] = terms(factsOfHtml(table([header, "Lead"], ["Tide Gauge", "Ann Lee"])));
    expect([String(first?.[0]).toLowerCase(), first?.[1], first?.[2]]).toEqual([group.toLowerCase(), "Ann Lee", "lead"]);
  });

  test.each(["Current chair", "Deputy lead", "Project lead", "Team Leads", "PTL", "Secretary", "Co-Chair(s)"])("“%s” is one", (header) => {
    expect(factsOfHtml(table(["Project", header], ["Tide Gauge", "Ann Lee"])).terms.map((term) => term.person.name)).toEqual(["Ann Lee"]);
  });

  test.each(["Chairs in the room", "Leading gauge", "Leader board", "Harbour"])("“%s” is none", (header) => {
    expect(terms(factsOfHtml(table(["Project", header], ["Tide Gauge", "Ann Lee"])))).toEqual([]);
  });

  test("a bold name goes before the line that says where the person works", () => {
    const cell = "<p><strong>Ann Lee</strong></p><p>Harbour Watch Service</p>";
    expect(terms(factsOfHtml(table(["Project", "Lead"], ["Tide Gauge", cell])))).toMatchObject([[expect.anything(), "Ann Lee", "lead"]]);
  });

  test("a line with a colon names nobody", () => {
    expect(terms(factsOfHtml(table(["Project", "Lead"], ["Tide Gauge", "Deputy reader: Ann Lee"])))).toEqual([]);
  });
});

describe("years of a term", () => {
  const offices = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
    spans(factsOfHtml(table(["Name", "Role", ...header], ...rows.map(([name = "", ...more]) => [name, "Chair", ...more]))));

  test.each([
    ["2021–2023", "2021", "2023"],
    ["2021 - 2023", "2021", "2023"],
    ["March 2021 to June 2023", "2021-03", "2023-06"],
    ["2021 – present", "2021", null],
    ["since 2021", "2021", null],
    ["until March 2023", null, "2023-03"],
    ["two years", null, null],
  ])("in a column: %s", (written, start, end) => {
    expect(offices(["Term"], ["Ann Lee", written])).toEqual([["Ann Lee", start, end]]);
  });

  test.each(["Term", "Mandate", "Period", "Years"])("below “%s”", (header) => {
    expect(offices([header], ["Ann Lee", "2021–2023"])).toEqual([["Ann Lee", "2021", "2023"]]);
  });

  test("in two columns", () => {
    expect(offices(["Term start", "Term ends"], ["Ann Lee", "2021", "June 2023"], ["Bo Chen", "2022", ""])).toEqual([
      ["Ann Lee", "2021", "2023-06"],
      ["Bo Chen", "2022", null],
    ]);
  });

  test("behind each name in a cell", () => {
    const html = table(["Project", "Lead"], ["Tide Gauge", "Ann Lee (2019 - 2021)<br>Bo Chen (since March 2021)"]);
    expect(spans(factsOfHtml(html))).toEqual([
      ["Ann Lee", "2019", "2021"],
      ["Bo Chen", "2021-03", null],
    ]);
  });

  test.each([
    ["**Chair:** Ann Lee (2019 - 2021)\n", [["Ann Lee", "2019", "2021"]]],
    ["**Chair:** Ann Lee, since March 2020\n", [["Ann Lee", "2020-03", null]]],
    ["**Chair:** Ann Lee (gauge 2020)\n", [["Ann Lee", null, null]]],
    [
      "## Chairs\n\n- Ann Lee (2019–2021)\n- Bo Chen (since 2021)\n",
      [
        ["Ann Lee", "2019", "2021"],
        ["Bo Chen", "2021", null],
      ],
    ],
  ])("behind a name: %s", (body, expected) => {
    expect(spans(factsOf(body))).toEqual(expected);
  });
});

describe("who led before", () => {
  test.each(["Past chairs", "Former chairs", "Previous chairs"])("%s with their years", (heading) => {
    expect(spans(factsOf(`## ${heading}\n\n- Ann Lee (2017–2019)\n- Bo Chen (until 2021)\n- Cy Dee\n`))).toEqual([
      ["Ann Lee", "2017", "2019"],
      ["Bo Chen", null, "2021"],
    ]);
  });

  test.each(["**Former leads:** Ann Lee\n", "**Past lead:** Ann Lee (since 2019)\n", "## Former chairs\n\n- Ann Lee\n"])(
    "%s without an end is no entry",
    (body) => {
      expect(spans(factsOf(body))).toEqual([]);
    },
  );
});

describe("labels of offices", () => {
  test.each([
    ["**PTL:** Ann Lee\n", "lead"],
    ["**Project lead:** Ann Lee\n", "lead"],
    ["**Community lead:** Ann Lee\n", "lead"],
    ["**Technical lead:** Ann Lee\n", "lead"],
  ])("%s", (body, role) => {
    expect(terms(factsOf(body))).toEqual([[null, "Ann Lee", role]]);
  });

  test.each(["**Chair of the beach:** Ann Lee\n", "**Leading gauge:** Ann Lee\n"])("%s is none", (body) => {
    expect(terms(factsOf(body))).toEqual([]);
  });
});
