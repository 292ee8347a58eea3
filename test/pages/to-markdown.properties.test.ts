import type { AnyNode } from "domhandler";
import fc from "fast-check";
import { expect, test } from "vitest";
import { documentFromBody } from "../../src/pages/from-body.ts";
import { linksOf } from "../../src/pages/page-links.ts";
import { parseHtml } from "../../src/pages/parse-html.ts";
import { safeUrl } from "../../src/pages/safe-url.ts";
import { toMarkdown } from "../../src/pages/to-markdown.ts";
import { brokenHtml } from "./support/arbitrary-html.ts";
import { modelText, render, shownText } from "./support/render.ts";

const shownTags = /^\/?(?:p|h[1-6]|ul|ol|li|input|strong|em|del|code|pre|a|img|blockquote|hr|br|table|thead|tbody|tr|th|td)$/;

function addressesIn(html: string): string[] {
  const found: string[] = [];
  const stack: AnyNode[] = [...parseHtml(html).children];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== "tag") continue;
    found.push(...[node.attribs.href, node.attribs.src].filter((address) => address !== undefined));
    stack.push(...node.children);
  }
  return found;
}

test("every word of the page is shown, and nothing else", () => {
  fc.assert(
    fc.property(brokenHtml, (html) => {
      const document = documentFromBody(html, "export.html");
      expect(shownText(toMarkdown(document))).toBe(modelText(document.blocks));
    }),
    { numRuns: 3000 },
  );
});

test("no HTML of the page comes through, no link that could run", () => {
  fc.assert(
    fc.property(brokenHtml, (html) => {
      const document = documentFromBody(html, "export.html");
      const markdown = toMarkdown(document);
      // Outside of code, which may stand within a list or a quote, `<` stands for a line break in a table and for nothing else.
      const bare = markdown.replace(/^[> ]*```[\s\S]*?^[> ]*```$/gm, "").replace(/`[^`\n]*`/g, "");
      expect(bare.replaceAll("<br>", "")).not.toMatch(/<[a-z!/?]/i);
      const shown = render(markdown);
      for (const [, tag = ""] of shown.matchAll(/<(\/?[a-z][a-z0-9]*)/gi)) expect(tag).toMatch(shownTags);
      for (const address of addressesIn(shown)) {
        expect(safeUrl(address)).not.toBeNull();
        expect(address.replace(/[\0-\x20]/g, "")).not.toMatch(/^(?:javascript|data|vbscript):/i);
      }
      expect(shown).not.toMatch(/\son\w+="/i);
      for (const link of linksOf(document)) expect(link.href).not.toMatch(/^\s*(?:javascript|data|vbscript):/i);
    }),
    { numRuns: 2000 },
  );
});

test("lists keep their nesting", () => {
  const item = fc.record({ indent: fc.integer({ min: 1, max: 5 }), ordered: fc.boolean(), number: fc.integer({ min: 0, max: 120 }) });
  fc.assert(
    fc.property(fc.array(item, { minLength: 1, maxLength: 12 }), (items) => {
      const blocks = items.map((given, at) => ({
        type: "item" as const,
        text: `w${at}`,
        spans: [],
        trail: [],
        indent: given.indent,
        quote: 0,
        panel: null,
        number: given.ordered ? given.number : null,
        done: null,
      }));
      const shown = render(toMarkdown({ blocks }));
      const depths: number[] = [];
      let depth = 0;
      for (const [whole] of shown.matchAll(/<\/?[uo]l|w\d+/g)) {
        if (whole.startsWith("w")) depths.push(depth);
        else depth += whole.startsWith("</") ? -1 : 1;
      }
      expect(depths).toEqual(items.map((given) => given.indent));
    }),
    { numRuns: 500 },
  );
});
