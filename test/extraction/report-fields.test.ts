import { describe, expect, test } from "vitest";
import { factsOf, factsOfHtml } from "./support.ts";

const form = (period: string, day: string) => `# **Evaluation 2 - Report**

## Submitted By: Ann Lee, Bo Chen

**Name of Mentee**

**Ann Lee**

**Evaluation Period**

**${period}**

**Date Submitted**

**${day}**

# Tasks, Objectives, and Results

The gauge was read each day.
`;

describe("a page that calls itself a report and has the fields of one", () => {
  test("is one, whatever its title says", () => {
    const { kind, report } = factsOf(form("6 July 2023 to 11 August 2023", "12 August 2023"), { title: "Ann Lee" });
    expect(kind).toBe("report");
    expect(report?.period).toEqual({ label: "2023-07-06--2023-08-11", start: "2023-07-06", end: "2023-08-11" });
    expect(report?.publishedOn).toBe("2023-08-12");
    expect(report?.authors.map((person) => person.name)).toEqual(["Ann Lee", "Bo Chen"]);
    expect(report?.sections.map((section) => section.key)).toEqual(["authors", "published", "activity"]);
  });

  test("has them in a table as well", () => {
    const rows = [
      ["Prepared by", "Ann Lee"],
      ["Reporting period", "2024-01-01 – 2024-03-31"],
      ["Date of submission", "5 April 2024"],
    ];
    const table = rows.map(([name, value]) => `<tr><th>${name}</th><td>${value}</td></tr>`).join("");
    const { report } = factsOfHtml(`<h1>Project health report</h1><table>${table}</table><h2>Highlights</h2><p>Sand was moved.</p>`, {
      title: "Gauge health",
    });
    expect(report?.period).toEqual({ label: "2024-Q1", start: "2024-01-01", end: "2024-03-31" });
    expect(report?.publishedOn).toBe("2024-04-05");
  });

  test.each([
    ["no heading says report", form("6 July 2023 to 11 August 2023", "12 August 2023").replace("Report", "Notes")],
    ["it has only one of the fields", "# Gauge Report\n\n## Submitted By: Ann Lee\n\nText.\n"],
    ["its fields are empty", "# Gauge Report\n\n**Submitted by:**\n\n**Reporting period:**\n\n**Date submitted:**\n\nText.\n"],
    ["it lists reports", "# Reports\n\n**Author:** Ann Lee\n\n**Published:** 5 April 2024\n\n- [Q1](Q1_5.html)\n"],
  ])("not where %s", (_, body) => {
    expect(factsOf(body, { title: "Ann Lee" }).report).toBeNull();
  });
});

describe("days of three numbers in the fields of a report", () => {
  const published = (period: string, day: string, modifiedOn: string | null = null) =>
    factsOf(form(period, day), { title: "Ann Lee", modifiedOn }).report;

  test.each([
    ["a day beyond the twelfth", "12-08-2023 to 13-10-2023", "09-11-2023", null, "2023-08-12", "2023-11-09"],
    ["the order of the range", "12-08-2023 to 07-10-2023", "09-11-2023", null, "2023-08-12", "2023-11-09"],
    ["the page's last change", "06-07-2023 to 11-08-2023", "12-08-23", "2023-08-29", "2023-07-06", "2023-08-12"],
    ["a month beyond the twelfth is none", "07/06/2023 to 08/11/2023", "08/12/2023", "2024-01-01", "2023-07-06", "2023-08-12"],
    ["nothing, month first", "08/12/2023 to 10/14/2023", "11/09/2023", null, "2023-08-12", "2023-11-09"],
  ])("%s settles their order", (_, period, day, modifiedOn, start, submitted) => {
    const report = published(period, day, modifiedOn);
    expect(report?.period?.start).toBe(start);
    expect(report?.publishedOn).toBe(submitted);
  });
});

test("a page that tells several reports of one project is a report", () => {
  const long = "The gauge was read each day, and its readings were compared with those of the tide table of the harbour. Nothing was lost.";
  const body = `# 1st Quarter Progress Report\n\n${long}\n\n# 2nd Quarter Progress Report\n\n${long}\n`;
  expect(factsOf(body, { title: "Progress Report - Gauge reader" }).kind).toBe("report");
  expect(factsOf(body.replaceAll(long, "[Report](Report_5.html)"), { title: "Progress Report - Gauge reader" }).report).toBeNull();
});
