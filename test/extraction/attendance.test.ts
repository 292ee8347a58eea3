import { describe, expect, test } from "vitest";
import { factsOf } from "./support.ts";

const report = (health: string, sections = "") =>
  factsOf(`## Description\n\nWe watch dunes.\n\n## Overall Health\n\n${health}\n\n## Planned Work\n\n- sand\n${sections}`, {
    title: "2022-Q2 Report",
  }).report;

describe("how many come", () => {
  test.each([
    ["We have six regular participants.", 6],
    ["The calls have 12 regular participants.", 12],
    ["Participation is good, with twelve regular attendees.", 12],
    ["Participation in the calls is typically 8 individuals.", 8],
    ["Attendance of the calls was about 8 to 10 people.", 9],
    ["Participation in our calls is usually 8–11 persons.", 9.5],
    ["Attendance was mostly between 8 and 10.", 9],
    ["We average 9 people.", 9],
    ["Averaging 14 or 16 participants.", 15],
    ["Our calls typically have 5- 6 individuals.", 5.5],
    ["On average, 12 people attend our calls.", 12],
    ["Between 5 and 7 people join each call.", 6],
    ["We see 6 to 8 attendees on each call.", 7],
    ["About ten people attend regularly.", 10],
    ["Attendance has been about a dozen people per call.", 12],
  ])("%s", (sentence, value) => {
    expect(report(sentence)?.averageAttendance).toMatchObject({ value, witness: { quote: sentence, heading: "Overall Health" } });
  });

  test.each([
    "Several regular participants left.",
    "Participation is low.",
    "Participation in 2022 is good.",
    "Participants of 12 countries came.",
    "Attendance was between 90% and 95%.",
    "Average participation lasts 40 minutes.",
    "Participation is about 12 individual buoys.",
    "Attendance was between 18 and 14.",
    "There were no regular participants.",
    "About many people attend regularly.",
    "25 people attended the workshop on tides.",
  ])("%s names no number of people", (sentence) => {
    expect(report(sentence)?.averageAttendance).toBeNull();
  });
});

describe("sections", () => {
  const keys = (headings: readonly string[]) =>
    report("good", headings.map((heading) => `\n## ${heading}\n\n- x\n`).join(""))
      ?.sections.slice(3)
      .map((section) => section.key);

  test.each([
    ["Questions/Issues for the TSC", "questions"],
    ["Question on challenges", "questions"],
    ["Issues", "issues"],
    ["Issues and questions", "issues"],
    ["Open questions", "questions"],
    ["Reporter", "authors"],
    ["Reporters", "authors"],
  ])("%s → %s", (heading, key) => {
    expect(keys([heading])).toEqual([key]);
  });

  test("questions do not take the place of the issues", () => {
    expect(keys(["Questions/Issues for the TSC", "Issues", "Additional questions"])).toEqual(["questions", "issues", "additional"]);
  });

  test.each(["Reporters on the beach", "Sand"])("%s has no key", (heading) => {
    expect(keys([heading])).toEqual([]);
  });

  test("the first heading that names the group heads its description, with words behind the kind too", () => {
    const body =
      "# Tide Working Group Asia\n\nWe watch.\n\n## Overall Health\n\ngood\n\n## Issues\n\nnone\n\n## Sand Working Group Europe\n\nx\n";
    expect(factsOf(body, { title: "2022-Q2 Report" }).report?.sections.map(({ key, heading }) => [key, heading])).toEqual([
      ["description", "Tide Working Group Asia"],
      ["health", "Overall Health"],
      ["issues", "Issues"],
    ]);
    const first = factsOf(body.replace("Tide Working Group Asia", "Tide Working Group Health"), { title: "2022-Q2 Report" }).report
      ?.sections[0];
    expect(first?.key).toBe("health");
  });

  test("who reports wrote the report", () => {
    expect(report("good", "\n**Reporter:** Ann Lee\n")?.authors).toMatchObject([{ name: "Ann Lee" }]);
    expect(report("good", "\n## Reporters\n\n- Ann Lee\n- Bo Chen\n")?.authors).toMatchObject([{ name: "Ann Lee" }, { name: "Bo Chen" }]);
    expect(report("good", "\n**Reporters on the beach:** Ann Lee\n")?.authors).toEqual([]);
  });
});
