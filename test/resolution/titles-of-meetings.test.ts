import { expect, test } from "vitest";
import { home, page, resolve } from "./support.ts";

const namesOf = (title: string, body = "We meet on Mondays, and write down what was said.\n") =>
  resolve([home, page("5", title, body)]).groups.map((group) => group.name);

test.each([
  ["Tide Working Group Call Agenda/Notes/Links", "Tide Working Group"],
  ["Sand Committee Meetings", "Sand Committee"],
])("a page about the calls of a group names it: %s", (title, name) => {
  expect(namesOf(title)).toContain(name);
});

test.each(["2024-01-02 Tide Working Group Call Notes", "Research Team Meetings", "Community Meetings"])("not: %s", (title) => {
  expect(namesOf(title)).toEqual(["Dune SIG"]);
});
