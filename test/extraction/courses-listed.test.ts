import { describe, expect, test } from "vitest";
import { factsOf } from "./support.ts";

const found = (markdown: string) =>
  factsOf(`${markdown}\n`, { title: "Tides for readers" }).courses.map(({ title, provider, url, cost }) => [
    title,
    provider,
    url,
    cost?.amount ?? null,
    cost?.currency ?? null,
  ]);
const site = "https://dune.example/tides";

describe("a list of courses", () => {
  test.each<[string, unknown[]]>([
    [`[Tides](${site}) (Dune School, $49/month)`, ["Tides", "Dune School", site, 49, "USD"]],
    [`[Reading Tides](${site}) by Dune School, free`, ["Reading Tides", "Dune School", site, 0, null]],
    [`Introduction to Tides – Dune School – $99 – ${site}`, ["Introduction to Tides", "Dune School", site, 99, "USD"]],
    ["Tides, Waves and Sand – Dune School – €20", ["Tides, Waves and Sand", "Dune School", null, 20, "EUR"]],
    ["Advanced Tides, edX, free to audit", ["Advanced Tides", "edX", null, 0, null]],
    [`Advanced Tides: ${site}`, ["Advanced Tides", null, site, null, null]],
  ])("%s", (entry, course) => {
    expect(found(`## Online courses\n\n- ${entry}\n`)).toEqual([course]);
  });

  test.each(["Courses", "Free courses and workshops", "Courses on tides", "**Recommended courses:**", "Training"])(
    "below %s",
    (heading) => {
      const label = heading.startsWith("**") ? heading : `### ${heading}`;
      expect(found(`${label}\n\n- [Reading Tides](${site}), $10\n`)).toHaveLength(1);
    },
  );

  test.each([
    ["## Online courses\n\n- Reading Tides\n- We meet on Mondays\n"],
    ["## Of course\n\n- [Reading Tides](https://dune.example/tides), $10\n"],
    ["## Articles\n\n- [Reading Tides](https://dune.example/tides), $10\n"],
    ["## Courses\n\n- [Tide Reader exam](https://dune.example/exam), $10\n"],
  ])("none in %j", (markdown) => {
    expect(found(markdown)).toEqual([]);
  });

  test("what lies deeper explains an entry", () => {
    expect(found(`## Courses\n\n- [Reading Tides](${site}), $10\n  - [Syllabus](${site}/syllabus)\n`)).toHaveLength(1);
  });
});

describe("a course in a line", () => {
  const learn = "https://www.coursera.org/learn/tides";
  test.each<[string, unknown[]]>([
    [`[Reading Tides](${learn}) by Dune School, free`, ["Reading Tides", "Dune School", learn, 0, null]],
    [
      'Take the Udemy course "Kelp for Everyone" (€12.99): https://www.udemy.com/course/kelp/',
      ["Kelp for Everyone", "Udemy", "https://www.udemy.com/course/kelp/", 12.99, "EUR"],
    ],
    [`The class [Reading Tides](${learn}) costs $20.`, ["Reading Tides", "Coursera", learn, 20, "USD"]],
  ])("%s", (line, course) => {
    expect(found(line)).toEqual([course]);
  });
});
