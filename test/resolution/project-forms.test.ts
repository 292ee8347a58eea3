import { expect, test } from "vitest";
import { home, page, resolve } from "./support.ts";

test("reports below a page that is a project by its form are that project's, whatever the pages between are called", () => {
  const crumbs = [
    ["Dune SIG", "1"],
    ["2023 Projects", "4"],
    ["Port the gauge reader", "5"],
    ["Evaluation 1", "6"],
  ].map(([title = "", pageId = ""]) => ({ title, href: null, pageId }));
  const above = (depth: number) => ({ parents: crumbs.slice(0, depth) });
  const report = "# Evaluation Report\n\n## Submitted by: Ann Lee\n\n**Date submitted:** 5 April 2023\n\nThe gauge was read.\n";
  const { groups, reports } = resolve([
    home,
    page("4", "2023 Projects", "What we do.\n", above(1)),
    page(
      "5",
      "Port the gauge reader",
      "**Project Title:** Port the gauge reader\n\n**Status:** Completed\n\nThe board is small.\n",
      above(2),
    ),
    page("6", "Evaluation 1", "Reports are below.\n", above(3)),
    ...["11", "12", "13"].map((id) => page(id, `Ann ${id}`, report, above(4))),
  ]);
  const project = groups.find((group) => group.homePage === "pages/DUNE/5");
  expect(project).toMatchObject({ name: "Port the gauge reader", groupKind: "project", status: { value: "inactive" } });
  expect(groups.map((group) => group.name)).not.toContain("Evaluation 1");
  expect(reports.map((one) => one.group)).toEqual(Array(3).fill(project?.id));
});
