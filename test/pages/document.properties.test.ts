import fc from "fast-check";
import { expect, test } from "vitest";
import { allBlocks, type Block, type Document } from "../../src/pages/document.ts";
import { documentFromBody } from "../../src/pages/from-body.ts";
import { documentFromMarkdown } from "../../src/pages/from-markdown.ts";
import { readHtmlFile } from "../../src/sources/confluence-export/html-page.ts";
import { brokenHtml } from "./support/arbitrary-html.ts";

function checkBlocks(blocks: readonly Block[]): void {
  blocks.forEach((block, index) => {
    checkSpans(block);
    expect(block.indent).toBeGreaterThanOrEqual(0);
    let level = 0;
    let before = -1;
    for (const at of block.trail) {
      const heading = blocks[at];
      expect(heading?.type).toBe("heading");
      expect(at).toBeLessThan(index);
      expect(at).toBeGreaterThan(before);
      if (heading?.type === "heading") {
        expect(heading.level).toBeGreaterThan(level);
        level = heading.level;
      }
      before = at;
    }
    if (block.type === "heading") expect(block.level).toBeGreaterThan(level);
    // White space means something in code only, and in cells that hold code.
    if (block.type !== "code" && block.type !== "table") expect(block.text).toBe(block.text.trim());
    if (block.type === "item") expect(block.indent).toBeGreaterThan(0);
    if (block.type !== "table") return;
    const places = new Set(block.grid.flat());
    expect(new Set(block.grid.map((row) => row.length)).size).toBeLessThanOrEqual(1);
    block.cells.forEach((cell, at) => {
      expect(places).toContain(at);
      checkSpans(cell);
      checkBlocks(cell.blocks);
    });
  });
}

function checkSpans(rich: { text: string; spans: Document["blocks"][number]["spans"] }): void {
  let start = 0;
  for (const span of rich.spans) {
    expect(span.start).toBeGreaterThanOrEqual(start);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(rich.text.length);
    start = span.start;
  }
}

function page(body: string): string {
  return `<!DOCTYPE html>\n<html><head><title>S : T</title></head><body class="theme-default"><div id="page"><div id="main"><h1 id="title-heading"><span id="title-text"> S : T </span></h1><div id="content"><div id="main-content" class="wiki-content group">\n${body}\n</div></div></div></div></body></html>`;
}

function oldPage(body: string): string {
  return `<html><head><title>S : T</title></head><body><table class="pagecontent"><tr><td valign="top" class="pagebody"><div class="pageheader"><span class="pagetitle">S : T</span></div><div class="pagesubheading">This page last changed on Jun 18, 2004 by <font>u</font>.</div>\n${body}\n</td></tr></table></body></html>`;
}

test("whatever the HTML, blocks hold together", () => {
  fc.assert(
    fc.property(brokenHtml, (html) => {
      const document = documentFromBody(html, "view.html");
      checkBlocks(document.blocks);
      for (const block of allBlocks(document.blocks)) expect(block.text).not.toMatch(/alert\(1\)|p\{\}/);
    }),
    { numRuns: 1000 },
  );
});

test("whatever the Markdown, blocks hold together", () => {
  fc.assert(
    fc.property(fc.oneof(brokenHtml, fc.string({ unit: "binary", maxLength: 200 })), (markdown) => {
      checkBlocks(documentFromMarkdown(markdown).blocks);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["5.x to today", page],
  ["1.x to 3.x", oldPage],
])("the body that is kept reads as the page did (%s)", (_, wrap) => {
  fc.assert(
    fc.property(brokenHtml, (body) => {
      const found = readHtmlFile(wrap(body), "T_123.html", null);
      if (found.kind !== "page") return;
      const again = documentFromBody(found.page.body, "export.html");
      expect(again).toEqual(found.page.document);
    }),
    { numRuns: 1500 },
  );
});

test("a second reading of the same body gives the same document", () => {
  fc.assert(
    fc.property(brokenHtml, (html) => {
      expect(documentFromBody(html, "export.html")).toEqual(documentFromBody(html, "export.html"));
    }),
    { numRuns: 200 },
  );
});
