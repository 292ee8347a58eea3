import { describe, expect, test } from "vitest";
import { InputError } from "../../src/errors.ts";
import { documentFromBody } from "../../src/pages/from-body.ts";
import { linksOf } from "../../src/pages/page-links.ts";
import type { BodyForm } from "../../src/pages/raw.ts";
import { toMarkdown } from "../../src/pages/to-markdown.ts";

// What a page may cost: time that grows with its size, no more. Before their limits these took from ten seconds to an hour.
const many = 50_000;
const html: Readonly<Record<string, string>> = {
  "list items without an end": `<ol>${"<li>x".repeat(many)}`,
  "line breaks in one paragraph": `<p>${"<b>x</b><br>".repeat(many)}`,
  "cells in one row": `<table><tr>${"<td>x".repeat(many)}`,
  "a row as wide as the others are many": `<table><tr>${"<td>x".repeat(many)}${"<tr><td>y".repeat(many)}`,
  "cells that claim a million places": `<table>${"<tr><td rowspan=1000 colspan=1000>y".repeat(many / 10)}`,
  "a long text in a cell that claims a million places": `<table><tr><td rowspan=1000 colspan=1000>${"long ".repeat(many)}</td></tr>${"<tr></tr>".repeat(1000)}</table>`,
  "links around nothing": `<p>${"<a href=x></a>".repeat(many)}`,
  "links around images": `<p>${"<a href=x><img src=y></a>".repeat(many)}`,
  headings: "<h1>a</h1><h2>b</h2>".repeat(many),
  "tags that change all the time": `<p>${"<b>a</b><i>b</i>".repeat(many)}`,
  "addresses without an end": `<p>${"http://a_".repeat(many)}`,
  backticks: `<p><code>${"`".repeat(many)}`,
  "a heading of number signs": `<h1>${"#".repeat(many)}`,
  "spans within spans": `${"<b>".repeat(4000)}${"<p>y".repeat(4000)}`,
};
const markdown: Readonly<Record<string, string>> = {
  brackets: "[".repeat(many),
  images: "![".repeat(many),
  stars: "*a ".repeat(many),
  "stars in words": "a**b".repeat(many),
  underscores: "_a".repeat(many),
  tildes: "~~a".repeat(many),
  "one long word": "a".repeat(many * 4),
  "mail addresses": "a@b.".repeat(many),
  addresses: "http://a.b/".repeat(many),
  "links without an end": "[a](".repeat(many),
  "backticks of all lengths": Array.from({ length: 600 }, (_, length) => "`".repeat(length)).join(" "),
  "a list that goes ever deeper": Array.from({ length: 1500 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n"),
  items: "- x\n".repeat(many),
  rows: `|a|b|\n|-|-|\n${"|x|y|\n".repeat(many / 5)}`,
  "less-than signs": "<a ".repeat(many),
  definitions: "[a]: ".repeat(many),
};
const tooDeep: readonly (readonly [string, BodyForm, string])[] = [
  ["elements", "export.html", "<div>".repeat(many)],
  ["lists", "export.html", "<ul><li>".repeat(many)],
  ["tables", "export.html", "<table><tr><td>x".repeat(many)],
  ["quotes of HTML", "view.html", "<blockquote>".repeat(many)],
  ["quotes", "export.md", `${">".repeat(many)} x`],
  ["quotes with blanks", "export.md", `${"> ".repeat(many)} x`],
  ["lists in one line", "export.md", `${"- ".repeat(many)}x`],
];

function read(body: string, form: BodyForm): number {
  const start = performance.now();
  const document = documentFromBody(body, form);
  toMarkdown(document);
  linksOf(document);
  return performance.now() - start;
}

describe("what would take for ever takes a moment", () => {
  test.each(Object.entries(html))("HTML: %s", (_, body) => {
    expect(read(body, "export.html")).toBeLessThan(10_000);
  });
  test.each(Object.entries(markdown))("Markdown: %s", (_, body) => {
    expect(read(body, "export.md")).toBeLessThan(10_000);
  });
});

test.each(tooDeep)("%s that nest without an end are refused (%s)", (_, form, body) => {
  expect(() => read(body, form)).toThrow(InputError);
});

describe("what nests deeper than the model goes is read as plain text", () => {
  test("elements", () => {
    const document = documentFromBody(`${"<div>".repeat(1000)}deep<b>er</b>`, "export.html");
    expect(document.blocks.map((block) => block.text)).toEqual(["deeper"]);
    expect(document.losses.get("nested too deeply")).toBe(1);
  });

  test("tables", () => {
    const document = documentFromBody(`${"<table><tr><td>".repeat(30)}deep`, "export.html");
    expect(document.blocks[0]?.text).toBe("deep");
  });
});
