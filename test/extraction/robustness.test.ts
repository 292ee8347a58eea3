import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFacts } from "../../src/extraction/index.ts";
import type { Document } from "../../src/pages/document.ts";
import { documentFromHtml } from "../../src/pages/from-html.ts";
import { parseHtml } from "../../src/pages/parse-html.ts";
import { envelope, factsOf, factsOfHtml } from "./support.ts";

const documentOf = (html: string): Document => documentFromHtml(parseHtml(html).children, { flattensTables: false });

/** Words that rules look for, in any order: text that is as treacherous as it can be. */
const treacherous = fc.array(
  fc.constantFrom(
    "Ann Lee",
    "Bo",
    "stepped down",
    "as chair",
    "Co-Chair",
    "of the",
    "Gauge Subgroup",
    "(Ann Lee, Lead)",
    "was elected",
    "new",
    "no longer active",
    "in recess",
    "meeting",
    "moved to",
    "monthly",
    "every two weeks",
    "from",
    "2022-01-02",
    "January",
    "Q4 2023",
    "average of 10",
    "attendees",
    "Attendees:",
    ":",
    ",",
    "(",
    ")",
    "[",
    "- ",
    "\n",
    ".",
    "?",
    "@",
    "https://youtu.be/AAAAAAAAAAA",
    "$149",
    "led by",
    "since June 2018",
    "INACTIVE",
    "**",
  ),
  { maxLength: 60 },
);

describe("no page makes a rule throw", () => {
  test("whatever its words", () => {
    fc.assert(
      fc.property(treacherous, fc.constantFrom("p", "li", "h2", "td"), fc.string({ maxLength: 30 }), (words, tag, title) => {
        const text = words.join(" ").replaceAll("<", " ");
        const html =
          tag === "td"
            ? `<table><tr><th>Name</th><th>Role</th></tr><tr><td>${text}</td><td>Lead</td></tr></table>`
            : tag === "li"
              ? `<ul><li>${text}</li></ul>`
              : `<${tag}>${text}</${tag}>`;
        expect(readFacts(envelope({ title }), documentOf(html)).failures).toEqual([]);
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  test.each([
    ["one word", "lorem "],
    ["capitals", "Ann Lee "],
    ["names", "Ann Lee, "],
    ["digits", "12 34 "],
    ["letters", "a"],
    ["parentheses", "(Ann, Lead) "],
    ["open parentheses", "("],
    ["labels", "Label: "],
    ["subgroups", "subgroups of A, B, "],
    ["chairs", "Ann Lee, chair of the "],
    ["verbs", "stepped down, "],
    ["averages", "average of attendees "],
    ["prices", "$1,000,"],
    ["at signs", "@Ann "],
    ["exclamation marks", "!"],
    ["dashes", "-"],
    ["dots", "."],
    ["dates", "2022-01-02 "],
    ["sentences about a subgroup", "This subgroup was disbanded. "],
    ["handovers", "Ann Lee stepped down as chair and Bo Chen was elected. "],
    ["first names", "Ann joined as chair of the team. "],
    ["leaders", "led by Ann Lee, "],
    ["leaders and groups", "led by Ann Lee, the Sand Subgroup "],
    ["joined rows", "DateTopicPresenterRecordingMay 7, 2018Tide gaugesAnn Lee "],
  ])("nor does a paragraph of a megabyte: %s", (_, piece) => {
    // A letter at the end: what looks for signs at the end of a text must not begin anew at each of them.
    const text = `${piece.repeat(Math.ceil((1 << 20) / piece.length))}x`;
    for (const html of [
      `<h2>Attendees</h2><p>${text}</p>`,
      `<table><tr><th>Name</th><th>Role</th></tr><tr><td>${text}</td><td>Lead</td></tr></table>`,
    ])
      expect(readFacts(envelope({ title: "2022-01-02 Meeting" }), documentOf(html)).failures).toEqual([]);
  });

  test("nor do tens of thousands of bold labels in one paragraph", () => {
    const text = "<b>Agenda</b><br>x<br>".repeat(40_000);
    expect(readFacts(envelope({ title: "2022-01-02 Meeting" }), documentOf(`<p>${text}</p>`)).failures).toEqual([]);
  });

  test.each([
    ["plain cells", (at: number) => `<td>one of the cells ${at}</td>`, "</tr>"],
    ["links to courses", (at: number) => `<td><a href="https://a.example.org/course/tide-${at}">Tide gauges ${at}</a></td>`, "</tr>"],
    ["links to recordings in one cell", (at: number) => `<p><a href="https://youtu.be/AAAAAA${at}">x</a></p>`, "</td></tr>"],
  ])("nor does a row with tens of thousands of %s", (what, cell, end) => {
    const cells = Array.from({ length: 60_000 }, (_, at) => cell(at + 10_000)).join("");
    const start = what.endsWith("cell") ? "<td>" : "";
    expect(readFacts(envelope({ title: "Tides" }), documentOf(`<table><tr>${start}${cells}${end}</table>`)).failures).toEqual([]);
  });

  test("nor does a line with tens of thousands of links to courses", () => {
    const links = Array.from({ length: 60_000 }, (_, at) => `<a href="https://a.example.org/course/tide-${at}">Tide gauges ${at}</a> `);
    expect(readFacts(envelope({ title: "Tides" }), documentOf(`<p>${links.join("")}</p>`)).failures).toEqual([]);
  });

  test("nor do tens of thousands of links in one entry", () => {
    const links = '<a href="https://youtu.be/AAAAAAAAAAA">x</a> '.repeat(30_000);
    expect(
      readFacts(envelope({ title: "2022-01-02 Meeting" }), documentOf(`<h2>Attendees</h2><ul><li>${links}</li></ul>`)).failures,
    ).toEqual([]);
  });
});

describe("what does not change the facts", () => {
  const plain = "## Attendees\n\n- Ann Lee\n- Bo Chen\n\n## Agenda\n\n- Budget\n";
  const people = (facts: ReturnType<typeof factsOf>) => facts.meetings[0]?.attendees.map((person) => person.name);
  const title = "2022-03-02 Meeting";

  test.each([
    ["more white space", plain.replaceAll(" Ann", "   Ann").replaceAll("\n\n", "\n\n\n")],
    ["bold names", plain.replace("Ann Lee", "**Ann Lee**").replace("Bo Chen", "**Bo Chen**")],
    ["a bold heading", plain.replace("## Attendees", "**Attendees:**")],
    ["an ordered list", plain.replace("- Ann", "1. Ann").replace("- Bo", "2. Bo")],
  ])("%s", (_, body) => {
    expect(people(factsOf(body, { title }))).toEqual(["Ann Lee", "Bo Chen"]);
  });

  test("a list that became a row of a table", () => {
    const html =
      "<table><tr><th>Attendees</th><td><ul><li>Ann Lee</li><li>Bo Chen</li></ul></td></tr></table><h2>Agenda</h2><ul><li>Budget</li></ul>";
    expect(people(factsOfHtml(html, { title }))).toEqual(["Ann Lee", "Bo Chen"]);
  });
});

test("every quote is a verbatim piece of the page", () => {
  fc.assert(
    fc.property(treacherous, (words) => {
      const document = documentOf(`<p>${words.join(" ").replaceAll("<", " ")}</p><ul><li>${words.slice(0, 20).join(" ")}</li></ul>`);
      const texts = document.blocks.map((block) => block.text);
      const facts = readFacts(envelope({ title: "2022-01-02 Meeting" }), document);
      const quotes = [...facts.statements, ...facts.terms, ...facts.groups, ...facts.recordings].flatMap(
        (item) => item.witness.quote ?? [],
      );
      for (const quote of quotes) {
        expect(quote.length).toBeLessThanOrEqual(240);
        expect(texts.some((text) => text.includes(quote))).toBe(true);
      }
    }),
    { seed: 5, numRuns: 300 },
  );
});
