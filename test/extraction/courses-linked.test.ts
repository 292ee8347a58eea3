import { describe, expect, test } from "vitest";
import { factsOf, factsOfHtml } from "./support.ts";

const school = "https://school.example.org";
const course = `${school}/course/tide-gauges`;
const found = (body: string) => factsOf(body).courses.map(({ title, provider, url, cost }) => [title, provider, url, cost?.amount ?? null]);

describe("a line that links a course by name", () => {
  test.each([
    ["the provider before the name", `EdX [Tide Gauges for All](${course})`, ["Tide Gauges for All", "EdX", course, null]],
    ["a dash between them", `Harbour School - [Tide Gauges for All](${course})`, ["Tide Gauges for All", "Harbour School", course, null]],
    ["a sentence before it is no provider", `See also [Tide gauges for all](${course})`, ["Tide gauges for all", null, course, null]],
    ["the kind behind the name", `[Tide Gauges for All edX course](${course})`, ["Tide Gauges for All", null, course, null]],
    ["a lead-in within the link", `[our new course called Tide Gauges](${course})`, ["Tide Gauges", null, course, null]],
    ["a free one", `[Tide Gauges for All](${course}) - this free online course is short`, ["Tide Gauges for All", null, course, 0]],
    ["one with a price", `[Tide Gauges for All](${course}), available for $99.`, ["Tide Gauges for All", null, course, 99]],
    [
      "a run of a course",
      `[Tide Gauges for All](${school}/course-v1:sand+1/about) class`,
      ["Tide Gauges for All", null, `${school}/course-v1:sand+1/about`, null],
    ],
    [
      "a school's own host, where the line speaks of training",
      `Training: [Tide Gauges for All](https://training.example.org/training/tide-gauges/)`,
      ["Tide Gauges for All", "Training", "https://training.example.org/training/tide-gauges/", null],
    ],
  ])("%s", (_, body, expected) => {
    expect(found(`${body}\n`)).toEqual([expected]);
  });

  test("the line over a list tells the cost of its entries, and of nothing below another paragraph", () => {
    const other = `${school}/course/sand-waves`;
    for (const behind of [`Then.\n\n- [Sand Waves](${other})`, `[Sand Waves](${other})`])
      expect(found(`These free courses:\n\n- [Tide Gauges](${course})\n\n${behind}\n`)).toEqual([
        ["Tide Gauges", null, course, 0],
        ["Sand Waves", null, other, null],
      ]);
    expect(found(`These free courses:\n\n[Sand Waves](${other})\n`)).toEqual([["Sand Waves", null, other, null]]);
  });

  test("a course that is linked twice is one", () => {
    expect(found(`[Tide Gauges](${course})\n\n[The Tide Gauges again](${course})\n`)).toEqual([["Tide Gauges", null, course, null]]);
  });

  test.each([
    ["a catalogue", `[Tide Gauges for All](${school}/courses/catalog/)`],
    ["a list of courses", `[Tide Gauges for All](${school}/courses/)`],
    ["a search for courses", `[Tide Gauges for All](${school}/courses/search?q=tide)`],
    ["a blog", `a course: [Tide Gauges for All](${school}/blog/courses/tide)`],
    ["an examination", `a course: [Tide Gauges Exam](${course})`],
    ["a certificate", `a course: [Tide Gauges for All](${school}/certifications/course/tide)`],
    ["what to do", `[Register for the course](${course})`],
    ["an address", `course: [${course}](${course})`],
    ["one word", `course: [Tides](${course})`],
    ["a sentence", `[The tide is a course of water](${course})`],
    ["another page of the school", `a course: [Tide Gauges for All](${school}/about/tide)`],
    [
      "a path that may be of anything, where nothing speaks of courses",
      "[Tide Gauges for All](https://training.example.org/training/tide-gauges/)",
    ],
  ])("%s is none", (_, body) => {
    expect(found(`${body}\n`)).toEqual([]);
  });
});

describe("a link that only says where the course is", () => {
  test("takes the name from the row of its table", () => {
    const html = `<table><tr><th>What</th><th>Where</th></tr><tr><td>Tide Gauges for All</td><td><a href="${course}">school.example.org</a></td></tr></table>`;
    expect(factsOfHtml(html).courses).toMatchObject([{ title: "Tide Gauges for All", provider: "school.example.org", url: course }]);
  });

  test("takes the name from the joint of two cells that ran together", () => {
    expect(found(`Tide gauges for allA primer to gauges.[school.example.org](${course})\n`)).toEqual([
      ["Tide gauges for all", "school.example.org", course, null],
    ]);
  });

  test("has no name where neither says one", () => {
    expect(found(`A course on gauges: [school.example.org](${course})\n`)).toEqual([]);
    const html = `<table><tr><th>What</th><th>Where</th></tr><tr><td>Tides</td><td><a href="${course}">school.example.org</a></td></tr></table>`;
    expect(factsOfHtml(html).courses).toEqual([]);
  });
});

test("a course of a table of courses is not read again from its link", () => {
  const html = `<table><tr><th>Provider</th><th>Course</th><th>Cost</th></tr><tr><td>IOI</td><td><a href="${course}">Tide Gauges for All</a></td><td>$99</td></tr></table><p>EdX <a href="${course}">Tide Gauges</a></p>`;
  expect(factsOfHtml(html).courses).toMatchObject([{ title: "Tide Gauges for All", provider: "IOI", cost: { amount: 99 } }]);
});

test.each([
  ["https://www.edx.org/course/tide-gauges-for-all", "edX"],
  ["https://courses.edx.org/courses/course-v1:Dune+T1/course/", "edX"],
  ["https://www.udemy.com/course/tide-gauges/", "Udemy"],
  ["https://notedx.org/course/tide-gauges", null],
])("%s says on which platform a course is", (url, provider) => {
  expect(factsOf(`- The course [Tide Gauges for All](${url})\n`).courses).toMatchObject([{ title: "Tide Gauges for All", provider }]);
});

test("who offers a course by the words of the line goes before the platform", () => {
  const [course] = factsOf("- Dune School [Tide Gauges for All](https://www.edx.org/course/tide-gauges) course\n").courses;
  expect(course?.provider).toBe("Dune School");
});

describe("courses named in a sentence", () => {
  test.each([
    [
      "The free course Reading the Tide Gauges will help you. [Enroll now](https://training.example.org/training/reading-tide-gauges/)",
      "Reading the Tide Gauges",
    ],
    ["To read gauges, [check out the new TideFast course](https://tide.example.org/) of our readers.", "TideFast"],
  ])("%s", (line, title) => {
    expect(factsOf(`${line}\n`).courses.map((course) => course.title)).toEqual([title]);
  });

  test.each([
    "The course will help you. [Enroll now](https://training.example.org/training/reading-tide-gauges/)",
    "[check out the new TideFast release](https://tide.example.org/)",
    "[we took a new direction of course](https://tide.example.org/)",
  ])("none: %s", (line) => {
    expect(factsOf(`${line}\n`).courses).toEqual([]);
  });
});
