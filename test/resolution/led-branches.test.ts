import { describe, expect, test } from "vitest";
import type { RawEnvelope } from "../../src/pages/raw.ts";
import type { PageEntry } from "../../src/resolution/index.ts";
import { home, page, resolve } from "./support.ts";

const under = (...crumbs: readonly (readonly [string, string])[]): Partial<RawEnvelope> => ({
  parents: crumbs.map(([title, pageId]) => ({ title, href: null, pageId })),
});
const root = ["Dune SIG", "1"] as const;
const crumb = ["Tide Gauge", "5"] as const;
const people = "## Attendees\n\n- Bo Chen\n";
const gauge = (body: string) => page("5", "Tide Gauge", body, under(root));
/** What the space meets beside its branches. */
const general = [page("21", "2024-01-21 Meeting", people, under(root)), page("22", "2024-01-22 Meeting", people, under(root))];
const held = page("11", "2024-01-11 Meeting", people, under(root, crumb));
const report = (id: string, title: string) =>
  page(id, title, "## Description\n\nWe measure.\n\n## Overall Health\n\ngood\n\n## Issues\n\nnone\n", under(root, crumb));
const groupsOf = (...pages: readonly PageEntry[]) => resolve([home, ...general, ...pages]).groups.map((group) => group.id);
const both = ["groups/dune-sig", "groups/tide-gauge"];

describe("a page that names its leader", () => {
  test.each(["**PTL:** Ann Lee\n", "**Chair:** Ann Lee\n", "Ann Lee (Lead)\n", "## Project lead\n\n- Ann Lee\n"])(
    "is the home of a group with one meeting below: %s",
    (body) => {
      expect(groupsOf(gauge(`${body}\nWe measure.\n`), held)).toEqual(both);
    },
  );

  test("to which the meeting belongs, and not those beside it", () => {
    const { meetings } = resolve([home, ...general, gauge("**PTL:** Ann Lee\n"), held]);
    expect(meetings.map((meeting) => meeting.group)).toEqual(["groups/tide-gauge", "groups/dune-sig", "groups/dune-sig"]);
  });

  test("is one with a single report below too", () => {
    expect(groupsOf(gauge("**PTL:** Ann Lee\n"), report("31", "2023-Q1 Report"))).toEqual(both);
  });

  test.each([
    ["nobody leads", "We measure.\n"],
    ["somebody leads another group", "**Sand Team Lead:** Ann Lee\n"],
    ["somebody led before", "**Past leads:** Ann Lee\n"],
  ])("not where %s", (_, body) => {
    expect(groupsOf(gauge(body), held)).not.toContain("groups/tide-gauge");
  });

  test("not where nothing lies below", () => {
    expect(groupsOf(gauge("**PTL:** Ann Lee\n"))).toEqual(["groups/dune-sig"]);
  });

  test("not where it only sorts others", () => {
    const folder = page("5", "Status updates", "**PTL:** Ann Lee\n", under(root));
    expect(groupsOf(folder, page("11", "2024-01-11 Meeting", people, under(root, ["Status updates", "5"])))).toEqual(["groups/dune-sig"]);
  });
});

describe("reports below a page", () => {
  const reports = ["2023-Q1 Report", "2023-Q2 Report", "2023-Q3 Report"].map((title, index) => report(String(31 + index), title));

  test("count like meetings", () => {
    expect(groupsOf(gauge("We measure.\n"), ...reports)).toEqual(both);
    expect(groupsOf(gauge("We measure.\n"), held, ...reports.slice(0, 2))).toEqual(both);
  });

  test("are too few with two", () => {
    expect(groupsOf(gauge("We measure.\n"), ...reports.slice(0, 2))).toEqual(["groups/dune-sig"]);
    expect(groupsOf(gauge("We measure.\n"), held, ...reports.slice(0, 1))).toEqual(["groups/dune-sig"]);
  });

  test("that name their group are that group's", () => {
    const named = ["2023 Q1 Sand WG Report", "2023 Q2 Sand WG Report", "2023 Q3 Sand WG Report"];
    expect(groupsOf(gauge("We measure.\n"), ...named.map((title, index) => report(String(31 + index), title)))).toEqual([
      "groups/dune-sig",
      "groups/sand-wg",
    ]);
  });
});
