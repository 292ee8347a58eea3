import { describe, expect, test } from "vitest";
import { factsOf, factsOfHtml } from "./support.ts";

type Facts = ReturnType<typeof factsOf>;
const groups = (facts: Facts) => facts.groups.map((group) => [group.name, group.kind, group.status]);
const names = (facts: Facts) => facts.groups.map((group) => group.name);

/** A table of cells; the first row is the header. */
function table(...rows: readonly (readonly string[])[]): string {
  const [header = [], ...body] = rows;
  const line = (cells: readonly string[], tag: string): string => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  return `<table><tbody>${line(header, "th")}${body.map((cells) => line(cells, "td")).join("")}</tbody></table>`;
}

const link = (text: string, file: string): string => `<a href="${file}">${text}</a>`;

describe("tables of groups", () => {
  test("whose header says the kind", () => {
    const facts = factsOfHtml(
      table(
        ["Subcommittee", "Chair", "Status"],
        [link("Tide Subcommittee", "Tide_5.html"), "Ann Lee", "Active"],
        ["Wind", "Bo Chen", "On hold"],
        ["[ARCHIVED] Sand", "Cy Dee", ""],
      ),
    );
    expect(groups(facts)).toEqual([
      ["Tide Subcommittee", "committee", "active"],
      ["Wind Subcommittee", "committee", "inactive"],
      ["Sand Subcommittee", "committee", "archived"],
    ]);
    expect(facts.groups.map((group) => [group.href, group.aliases])).toEqual([
      ["Tide_5.html", []],
      [null, ["Wind"]],
      [null, ["Sand"]],
    ]);
  });

  test("with a column for the kind", () => {
    const facts = factsOfHtml(
      table(
        ["Group", "Type", "Co-Chairs"],
        ["Tide (TD)", "Work Group", "Ann Lee<br/>Bo Chen"],
        ["Wind", "Interest Group", "Cy Dee"],
        ["Contacts", "", ""],
      ),
    );
    expect(facts.groups.map((group) => [group.name, group.kind, group.aliases])).toEqual([
      ["Tide Work Group", "working-group", ["TD", "Tide"]],
      ["Wind Interest Group", "sig", ["Wind"]],
    ]);
    expect(facts.terms.map((term) => [term.group, term.person.name, term.role])).toEqual([
      ["Tide Work Group", "Ann Lee", "co-chair"],
      ["Tide Work Group", "Bo Chen", "co-chair"],
      ["Wind Interest Group", "Cy Dee", "co-chair"],
    ]);
  });

  test("of projects, where a column says who leads them", () => {
    const facts = factsOfHtml(table(["Project", "PTL", "Remarks"], ["Beacon", "Ann Lee", ""], ["Sand Pump", "Bo Chen", "late"]));
    expect(groups(facts)).toEqual([
      ["Beacon", "project", null],
      ["Sand Pump", "project", null],
    ]);
    expect(facts.terms.map((term) => [term.group, term.person.name])).toEqual([
      ["Beacon Project", "Ann Lee"],
      ["Sand Pump Project", "Bo Chen"],
    ]);
  });

  test("of names that say themselves what they are", () => {
    const facts = factsOfHtml(
      table(["Name", "Description"], ["Tide SIG", "Tides."], ["Wind Study", "Winds."], ["Sand Working Group", "Sand."]),
    );
    expect(names(facts)).toEqual(["Tide SIG", "Sand Working Group"]);
  });

  test("below a heading that says their state", () => {
    const facts = factsOfHtml(`<h2>Archived Working Groups</h2>${table(["Name", "Purpose"], ["Tide Working Group", "Tides."])}`);
    expect(groups(facts)).toEqual([["Tide Working Group", "working-group", "archived"]]);
  });

  test.each([
    ["tasks of projects", table(["Project", "Status"], ["Paint the Boat", "In progress"], ["Buy Rope", "Active"])],
    ["projects with what they do", table(["Project", "Description"], ["Beacon", "Lights."], ["Pump", "Pumps."])],
    ["teams of people", table(["Team", "Name", "Company"], ["Blue", "Ann Lee", "Acme"], ["Red", "Bo Chen", "Acme"])],
    ["a kind in another column", table(["Name", "Subcommittee"], ["Ann Lee", "Tide"], ["Bo Chen", "Wind"])],
    ["work of a group", table(["Working Group", "Slides"], ["Tide", "x"], ["Wind", "y"])],
    ["sentences", table(["Subgroup", "Chair"], ["to be formed", "tbd"], ["the one for tides", "open"])],
  ])("none in a table of %s", (_, html) => {
    expect(names(factsOfHtml(html))).toEqual([]);
  });

  test.each([
    ["2024-03-05 Meeting", "a meeting"],
    ["Subcommittee Elections 2024", "an election"],
    ["Subcommittee Page Template", "a template"],
  ])("none on %s, which is %s", (title) => {
    const html = `<h2>Attendees</h2><p>Ann Lee</p>${table(["Subcommittee", "Chair"], ["Tide", "Ann Lee"], ["Wind", "Bo Chen"])}`;
    expect(names(factsOfHtml(html, { title })).filter((name) => /Tide|Wind/.test(name))).toEqual([]);
  });

  test("whose cells were run together", () => {
    const facts = factsOf(
      "# Inactive Groups\n\nNameDescriptionStatus[Tide SIG](https://wiki.example.org/display/TIDE/)We watch tides.Moved to inactive status in March 2022[Wind SIG](https://wiki.example.org/display/WIND/)We watch the wind with the [Sand SIG](https://wiki.example.org/display/SAND/).Moved to active status in April 2022\n",
    );
    expect(groups(facts)).toEqual([
      ["Tide SIG", "sig", "inactive"],
      ["Wind SIG", "sig", "active"],
    ]);
  });
});

describe("lists of groups", () => {
  test.each([
    ["Archived Working Groups", "archived"],
    ["Inactive Subcommittees", "inactive"],
    ["Active Task Forces", "active"],
    ["Archived Pages", null],
    ["Working Groups", null],
  ])("below %s stand groups that are %s", (heading, status) => {
    const facts = factsOf(`## ${heading}\n\n- Tide Team (Ann Lee, Lead)\n- Wind Team (Bo Chen, Lead)\n`);
    expect([...new Set(facts.groups.map((group) => group.status))]).toEqual([status]);
  });

  test("below a heading that says what they are", () => {
    const facts = factsOf(
      "## Regional Chapters\n\n- [Dune North](North_5.html) (since 2014)\n- [Dune South](South_6.html)\n- Dune West (in formation)\n",
    );
    expect(groups(facts)).toEqual([
      ["Dune North", "chapter", null],
      ["Dune South", "chapter", null],
      ["Dune West", "chapter", null],
    ]);
  });

  test("below the title of a page, behind the name of the space", () => {
    const facts = factsOf("- [Tide](Tide_5.html)\n- [Wind, Sand and Salt](Wind_6.html)\n", { title: "Dune Subcommittees" });
    expect(names(facts)).toEqual(["Tide Subcommittee", "Wind, Sand and Salt Subcommittee"]);
  });

  test.each([
    ["entries", "- Marketing\n- Back Office\n"],
    ["lines", "Marketing\n\nBack Office\n"],
  ])("below such a heading as %s without pages, where the kind belongs to the name", (_, body) => {
    expect(names(factsOf(`## Sub Committees\n\n${body}`))).toEqual(["Marketing Sub Committee", "Back Office Sub Committee"]);
  });

  test.each([
    ["a sentence among such lines", "## Subcommittees\n\nMarketing\n\nBack Office\n\nAll of them meet on Mondays and write reports.\n"],
    ["an entry that is no name", "## Subcommittees\n\n- Marketing\n- Back Office\n- to be decided\n"],
    ["projects without pages", "## Projects\n\n- Marketing\n- Back Office\n"],
    ["a heading about one", "## Subcommittee\n\n- [Tide](Tide_5.html)\n- [Wind](Wind_6.html)\n"],
    ["a heading about something of theirs", "## Subcommittee Reports\n\n- [Tide](Tide_5.html)\n- [Wind](Wind_6.html)\n"],
    ["entries without pages", "## Chapters\n\n- Of Tides\n- Of Winds\n"],
    ["pages about the kind", "## Chapters\n\n- [Chapter Process](P_5.html)\n- [How to start](H_6.html)\n- [Guidelines](G_7.html)\n"],
    ["one page", "## Chapters\n\n- [North](North_5.html)\n"],
    ["meetings", "## Subcommittees\n\n- [Meetings](M_5.html)\n- [Meeting Notes](N_6.html)\n"],
  ])("none below %s", (_, body) => {
    expect(names(factsOf(body))).toEqual([]);
  });
});
