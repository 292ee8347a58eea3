import { describe, expect, test } from "vitest";
import { home, page, resolve } from "./support.ts";

const groupsOf = (...pages: Parameters<typeof resolve>[0]) =>
  resolve(pages).groups.map((group) => [group.name, group.groupKind, group.homePage]);
const dune = ["Dune SIG", "sig", "pages/DUNE/1"];

describe("what a page lists", () => {
  test("is a group without a second page that names it", () => {
    const list = page("2", "Chapters", "- [Dune North](North_5.html)\n- [Dune South](South_6.html)\n");
    expect(groupsOf(home, list)).toEqual([["Dune North", "chapter", null], dune, ["Dune South", "chapter", null]]);
  });

  test("is a group of the space where it has a page there, else one of another space", () => {
    const tide = page("5", "Tide Working Group", "## Meetings\n\nWeekly.\n", { parents: [{ title: "Dune SIG", href: null, pageId: "1" }] });
    const body =
      '<h2>Working Groups</h2><ul><li><a href="Page_5.html">Tide</a></li><li><a href="https://wiki.example.org/display/WIND/Wind">Wind</a></li></ul>';
    expect(groupsOf(home, tide, page("2", "Where we work", body)).map(([name]) => name)).toEqual(["Dune SIG", "Tide Working Group"]);
  });

  test("on the home of a group is a part of it", () => {
    const tide = page(
      "5",
      "Tide Working Group",
      "## Meetings\n\nWeekly.\n\n## Sub-groups\n\n- Salt Sub-group – lead: Ann Lee\n- Foam Sub-group – closed\n",
    );
    const parents = resolve([home, tide]).groups.map((group) => [group.name, group.parent]);
    expect(parents).toEqual([
      ["Dune SIG", null],
      ["Foam Sub-group", "groups/tide-working-group"],
      ["Salt Sub-group", "groups/tide-working-group"],
      ["Tide Working Group", "groups/dune-sig"],
    ]);
  });

  test("as a project is a group where it has a page, or somebody who leads it", () => {
    const pump = page("5", "Sand Pump", "It pumps.\n");
    const linked = page(
      "2",
      "Work",
      '<h2>Projects</h2><ul><li><a href="Page_5.html">Sand Pump</a></li><li><a href="https://chat.example.org/x">Beacon</a></li></ul>',
    );
    expect(groupsOf(home, pump, linked).map(([name]) => name)).toEqual(["Dune SIG", "Sand Pump"]);
    const led = page("3", "Status", "<table><tr><th>Project</th><th>PTL</th></tr><tr><td>Beacon</td><td>Ann Lee</td></tr></table>");
    expect(resolve([home, led]).groups.map((group) => [group.name, group.leadership.map((term) => term.person.name)])).toEqual([
      ["Beacon", ["Ann Lee"]],
      ["Dune SIG", []],
    ]);
  });
});

test("a group that joins two is neither of them; a longer name of one is", () => {
  const list = (names: readonly string[]) =>
    page("2", "All of them", `## Special Interest Groups\n\n${names.map((name, at) => `- [${name}](G_${at + 5}.html)\n`).join("")}`, {
      spaceName: "Shore",
    });
  const front = page("1", "Shore", "x\n", { isHome: true, spaceName: "Shore" });
  const namesOf = (names: readonly string[]) => resolve([front, list(names)]).groups.map((group) => group.name);
  expect(namesOf(["Tide Pool SIG", "Wind and Tide Pool SIG"])).toEqual(["Tide Pool SIG", "Wind and Tide Pool SIG"]);
  expect(namesOf(["Tide Pool SIG", "Open Tide Pool SIG"])).toHaveLength(1);
});

describe("a working group that a project's pages name", () => {
  const front = (body: string) => page("1", "Dune", body, { isHome: true, spaceName: "Dune" });
  const call = (id: string, title: string) => page(id, title, "## Attendees\n\n- Ann Lee\n", { spaceName: "Dune" });
  const calls = [call("11", "2024-01-09 Call"), call("12", "2024-01-16 Call")];
  const namesOf = (...pages: Parameters<typeof resolve>[0]) => resolve([...calls, ...pages]).groups.map((group) => group.name);

  test("is the project's where meetings there are titled so", () => {
    const theirs = [13, 14].map((day) => call(String(day), `2024-02-${day} Salt Working Group Meeting`));
    expect(namesOf(front("## Meetings\n\nSee below.\n"), ...theirs)).toEqual(["Dune", "Salt Working Group"]);
  });

  test("is the project's where its name begins with the project's", () => {
    const list = "## Meetings\n\n- Pump Working Group – weekly\n- Dune Salt Working Group – monthly\n";
    expect(namesOf(front(list))).toEqual(["Dune", "Salt Working Group"]);
  });
});
