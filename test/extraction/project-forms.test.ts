import { expect, test } from "vitest";
import { factsOf, factsOfHtml } from "./support.ts";

const below = (title: string) => [{ title, href: null, pageId: null }];
const title = "Port the gauge reader to a smaller board (with sand)";
const named = (facts: ReturnType<typeof factsOf>) =>
  facts.groups.filter(({ witness }) => witness.rule === "form of a project").map(({ name, kind, status }) => ({ name, kind, status }));

test("a filled-in form below a page of projects names a project, whatever its title says", () => {
  const body = `**Project Title**${title}**Status**\n\nCOMPLETED\n\n# Description\n\nThe board is small.\n`;
  const facts = factsOf(body, { title, parents: below("2023 Projects") });
  expect(facts.kind).toBe("home");
  expect(named(facts)).toEqual([{ name: "Port the gauge reader to a smaller board", kind: "project", status: "inactive" }]);
  expect(facts.groups[0]?.aliases).toContain(title);
});

test("a form that gives the page's own title needs no such page above", () => {
  const form = (name: string) => `<table><tr><th>Name</th><td>${name}</td></tr><tr><th>Status</th><td>Incubation</td></tr></table>`;
  expect(named(factsOfHtml(form("Tide Reader"), { title: "Tide Reader" }))).toEqual([
    { name: "Tide Reader", kind: "project", status: "active" },
  ]);
  expect(named(factsOfHtml(form("Ann Lee"), { title: "Tide Reader" }))).toEqual([]);
});

test("a form without a state, of a candidate or of a template names none", () => {
  const body = "**Project Title:** Tide Reader\n\n**Status:** Active\n";
  expect(named(factsOf(body.replace("**Status:** Active", ""), { title: "Tide Reader", parents: below("Projects") }))).toEqual([]);
  expect(named(factsOf(body, { title: "Tide Reader Proposal", parents: below("Projects") }))).toEqual([]);
  expect(named(factsOf(body, { title: "Project Template", parents: below("Projects") }))).toEqual([]);
});
