import { describe, expect, test } from "vitest";
import type { RawEnvelope } from "../../src/pages/raw.ts";
import { page, resolve } from "./support.ts";

const space: Partial<RawEnvelope> = { spaceName: "Dune Labs" };
const front = page("1", "Dune Labs Home", "We try things.\n", { ...space, isHome: true });
const over = (title: string, pageId: string): Partial<RawEnvelope> => ({ ...space, parents: [{ title, href: null, pageId }] });
const children = (title: string, names: readonly string[], body = "We work.\n") => {
  const parent = page("2", title, "All of them.\n", over("Dune Labs Home", "1"));
  return [front, parent, ...names.map((name, at) => page(String(10 + at), name, body, over(title, "2")))];
};
const groupsOf = (pages: Parameters<typeof resolve>[0]) =>
  resolve(pages)
    .groups.filter((group) => group.homePage !== "pages/DUNE/1")
    .map((group) => [group.name, group.groupKind, group.homePage]);

describe("a page whose title says the kind of what stands below it", () => {
  test.each([
    ["Subcommittees", "Tide Subcommittee", "committee"],
    ["Archived Working Groups", "Tide Working Group", "working-group"],
    ["Regional Chapters", "Tide", "chapter"],
    ["2024 Projects", "Tide", "project"],
  ])("%s: %s", (title, name, kind) => {
    expect(groupsOf(children(title, ["Tide", "Wind"]))[0]).toEqual([name, kind, "pages/DUNE/10"]);
  });

  test("is the home of a space that is named after them", () => {
    const labs = ["Sand Pump lab", "Tide Clock", "Lab Process", "Growth of our labs"].map((name, at) =>
      page(String(10 + at), name, "We try.\n", over("Dune Labs Home", "1")),
    );
    expect(groupsOf([front, ...labs])).toEqual([
      ["Sand Pump", "project", "pages/DUNE/10"],
      ["Tide Clock", "project", "pages/DUNE/11"],
    ]);
  });

  test.each([
    ["a page about something of theirs", "Subcommittee Reports", ["Tide", "Wind"]],
    ["a page about one", "Subcommittee", ["Tide", "Wind"]],
    ["a page with one page below", "Subcommittees", ["Tide"]],
    ["pages about the kind", "Subcommittees", ["Subcommittee Process", "How to start", "Templates", "Meeting Notes", "2024"]],
  ])("not %s", (_, title, names) => {
    expect(groupsOf(children(title, names))).toEqual([]);
  });

  test("nor over meetings", () => {
    expect(groupsOf(children("Projects", ["Tide Day", "Wind Day"], "## Date\n\n2024-01-09\n\n## Attendees\n\n- Bo Chen\n"))).toEqual([]);
  });
});
