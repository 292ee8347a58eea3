import { describe, expect, test } from "vitest";
import { factsOf } from "./support.ts";

const title = "Mid-Year 2022 Report - Dune SIG";
const base = `## Dune Special Interest Group (DUNE-SIG)

**Description**

We watch dunes.

## Report Author(s)

Ann Lee

## Overall Health

Meetings are held every two weeks and we have an average of 10 attendees in each meeting.

## Issues and Challenges

None.

## Overall Activity in the last 6 months

- Sand was moved

## Planned Work Products

- More sand

## Date Published:

7/25/2022
`;

test("a report has a period, authors, a day, an attendance, a cadence and canonical sections", () => {
  const { kind, report } = factsOf(base, { title });
  expect(kind).toBe("report");
  expect(report?.period).toEqual({ label: "2022-H1", start: "2022-01-01", end: "2022-06-30" });
  expect(report?.authors).toEqual([{ name: "Ann Lee", account: null }]);
  expect(report?.publishedOn).toBe("2022-07-25");
  expect(report?.averageAttendance).toMatchObject({ value: 10, witness: { heading: "Overall Health" } });
  expect(report?.meetingCadence?.value).toBe("biweekly");
  expect(report?.sections.map((section) => section.key)).toEqual([
    "description",
    "authors",
    "health",
    "issues",
    "activity",
    "planned",
    "published",
  ]);
});

test("an index of reports, a template and a dated note are no reports", () => {
  expect(factsOf("- [2022-Q1 Report](2022-Q1_5.html)\n- [2022-Q2 Report](2022-Q2_6.html)\n", { title: "Past reports" }).report).toBeNull();
  expect(factsOf(base, { title: "Report Template" }).report).toBeNull();
  expect(factsOf(base, { title: "2022-07-01 Meeting" }).report).toBeNull();
});

test("a range of months near the top says more than the title", () => {
  const { report } = factsOf(`**February - June 2022**\n\n${base}`, {
    title: "2022 HY1 Dunes",
    parents: [{ title: "Bi-Annual Reports", href: null, pageId: null }],
  });
  expect(report?.period?.label).toBe("2022-02--2022-06");
});

test("a body that tells of another period does not move the report", () => {
  const { report } = factsOf(`Looking back at Q3 2018\n\n${base}`, { title: "2018-Q4 Quarterly Report" });
  expect(report?.period?.label).toBe("2018-Q4");
});

describe("average attendance", () => {
  test.each([
    ["We had around 15–18 attendees at each meeting.", 16.5],
    ["The average attendance is 14 to 18 people.", 16],
    ["Attendance was between 14 and 18.", 16],
    ["Calls were held monthly with 5-7 attendees on average.", 6],
    ["an average attendance of 16.5/General Meeting", 16.5],
  ])("%s", (sentence, value) => {
    expect(
      factsOf(base.replace("we have an average of 10 attendees in each meeting", sentence), { title }).report?.averageAttendance?.value,
    ).toBe(value);
  });

  test.each(["The playlist is averaging about 100+ views per video.", "Members average 12 years of practice."])(
    "%s is none",
    (sentence) => {
      expect(
        factsOf(base.replace(" and we have an average of 10 attendees in each meeting", `. ${sentence}`), { title }).report
          ?.averageAttendance,
      ).toBeNull();
    },
  );
});

describe("cadence", () => {
  test.each([
    ["Meetings are scheduled on the 3rd Monday of each month.", "monthly"],
    ["The group meets twice a month.", "twice-monthly"],
    ["We meet every other Tuesday.", "biweekly"],
    ["Calls are weekly.", "weekly"],
    ["Meetings are held on an ad hoc basis.", "irregular"],
    ["The group meets as needed.", "irregular"],
    ["Meetings were held every two weeks. Then the meetings were moved to every 3rd Wednesday of the month.", "monthly"],
  ])("%s", (sentence, cadence) => {
    expect(factsOf(base.replace(/Meetings are held every two weeks[^\n]*/, sentence), { title }).report?.meetingCadence?.value).toBe(
      cadence,
    );
  });

  test("a sentence about a subgroup is not about the group", () => {
    const body = base.replace(/Meetings are held every two weeks[^\n]*/, "The Gauge Subgroup meets weekly.");
    expect(factsOf(body, { title }).report?.meetingCadence).toBeNull();
  });
});

test("authors are read in one line too, roles taken off", () => {
  const body = base.replace("## Report Author(s)\n\nAnn Lee\n", "").concat("\n**Report Author:** Ann Lee, Assistant Chair\n");
  expect(factsOf(body, { title }).report?.authors).toEqual([{ name: "Ann Lee", account: null }]);
});

describe("reports of other forms", () => {
  const below = (parent: string) => [{ title: parent, href: null, pageId: null }];
  const short = "## Activity\n\nSand was moved.\n\n## Releases\n\nNone.\n";

  test.each([
    ["Board Report February 2024", short, [], { label: "2024-02", start: "2024-02-01", end: "2024-02-29" }],
    ["Dune Report Jan-Apr 2024", short, [], { label: "2024-01--2024-04", start: "2024-01-01", end: "2024-04-30" }],
    ["2018 Q2 Dune Update", "## Activity this quarter\n\nSand was moved.\n", below("Dune Updates"), { label: "2018-Q2" }],
  ])("%s", (name, body, parents, period) => {
    const { kind, report } = factsOf(body, { title: name, parents });
    expect(kind).toBe("report");
    expect(report?.period).toMatchObject(period);
  });

  test.each([
    ["Sand Report", short, []],
    ["Board Report February 2024", "## Activity\n\nSand was moved.\n", []],
    ["Sand in February 2024", short, []],
    ["2018 Q2 Dune Update", "## Activity this quarter\n\nSand was moved.\n", []],
    ["2018 Q2 Dune Update for readers", "## Activity this quarter\n\nSand was moved.\n", below("Dune Updates")],
  ])("%s is none", (name, body, parents) => {
    expect(factsOf(body, { title: name, parents }).report).toBeNull();
  });

  test.each([
    ["Prepared by Ann Lee (chair) for the board call of July 15, 2021", ["Ann Lee"]],
    ["Submitted by Ann Lee and Bo Chen", ["Ann Lee", "Bo Chen"]],
    ["Report prepared by: Ann Lee and Bo Chen", ["Ann Lee", "Bo Chen"]],
    ["By: Ann Lee", ["Ann Lee"]],
    ["## Authors\n\n- Ann Lee (Acme)\n- Bo Chen, Dune School", ["Ann Lee", "Bo Chen"]],
    ["The gauge was prepared by Ann Lee for the tide.", []],
  ])("%s", (line, authors) => {
    const { report } = factsOf(`${line}\n\n${short}`, { title: "Dune Report 2021 Q2" });
    expect(report?.authors.map((person) => person.name)).toEqual(authors);
  });

  test.each([
    ["Date submitted: 5 February 2024", "2024-02-05"],
    ["Date: 5 February 2024", "2024-02-05"],
    ["Gauge date: 5 February 2024", null],
  ])("%s", (line, day) => {
    expect(factsOf(`${line}\n\n${short}`, { title: "Dune Report 2023 Q4" }).report?.publishedOn).toBe(day);
  });
});

describe("a form that nobody has filled in", () => {
  const headings = ["Report Author(s)", "Overall Health", "Issues", "Planned Work Products", "Participant Diversity"];
  const form = (below: string) =>
    `## Description\n\nWe read gauges.\n\n${headings.map((heading) => `## ${heading}\n\n${below}`).join("\n")}`;

  test.each([
    ["", null],
    ["None.\n", "2021-H1"],
  ])("below each heading %j", (below, label) => {
    expect(factsOf(form(below), { title: "Dune SIG - Mid-Year 2021 Report" }).report?.period?.label ?? null).toBe(label);
  });
});
