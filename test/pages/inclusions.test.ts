import { expect, test } from "vitest";
import { documentFromBody } from "../../src/pages/from-body.ts";
import { linksOf } from "../../src/pages/page-links.ts";
import type { BodyForm } from "../../src/pages/raw.ts";

// What a page shows of other pages is theirs to say: no form of the page makes it the page's own.

const context = { space: "DUNE", pageId: "1001", nameOf: () => null };
const macro = (name: string, inside: string) => `<ac:structured-macro ac:name="${name}">${inside}</ac:structured-macro>`;
const linked = (page: string, more = "") => `<ac:parameter ac:name=""><ac:link>${page}</ac:link></ac:parameter>${more}`;
const shown = "<h2>Attendees</h2><ul><li>Ann Lee</li></ul>";
const output = (name: string, tag = "div") =>
  `<${tag} class="conf-macro output-block" data-hasbody="false" data-macro-name="${name}">${shown}</${tag}>`;
const here = '<ri:page ri:content-title="Gauge Log" ri:version-at-save="4"/>';
const ofHere = { text: "Gauge Log", href: "/display/DUNE/Gauge+Log" };

test.each<[string, BodyForm, string, string, { text: string; href: string }[]]>([
  ["an included page", "storage.xml", macro("include", linked(here)), "include", [ofHere]],
  [
    "an excerpt",
    "storage.xml",
    macro("excerpt-include", linked(here, '<ac:parameter ac:name="name">Top</ac:parameter>')),
    "excerpt-include",
    [ofHere],
  ],
  [
    "a page of another space",
    "storage.xml",
    macro("include", linked('<ri:page ri:space-key="TIDE" ri:content-title="Home"/>')),
    "include",
    [{ text: "Home", href: "/display/TIDE/Home" }],
  ],
  [
    "a page by its title alone",
    "storage.xml",
    macro("include", "<ac:default-parameter>Gauge Log</ac:default-parameter>"),
    "include",
    [ofHere],
  ],
  [
    "a page by space and title",
    "storage.xml",
    macro("excerpt-include", '<ac:parameter ac:name="pageTitle">TIDE:Home</ac:parameter>'),
    "excerpt-include",
    [{ text: "Home", href: "/display/TIDE/Home" }],
  ],
  ["a macro that names none", "storage.xml", macro("include", ""), "include", []],
  ["an included page", "view.html", output("include"), "include", []],
  ["an excerpt in a line", "view.html", output("excerpt-include", "span"), "excerpt-include", []],
  ["a report of page properties", "view.html", output("detailssummary"), "detailssummary", []],
  ["posts", "view.html", output("blog-posts"), "blog-posts", []],
  ["an included page", "export.html", output("include"), "include", []],
])("%s in %s is named and not read", (_, form, body, name, includes) => {
  const document = documentFromBody(`<p>before</p>${body}<p>after</p>`, form, context);
  expect(document.blocks.map(({ text }) => text)).toEqual(["before", "after"]);
  expect(Object.fromEntries(document.losses)).toEqual({ [`macro ${name}`]: 1 });
  expect([document.includes, linksOf(document)]).toEqual([includes, includes]);
});

test("text around what is shown stays two texts", () => {
  const { blocks } = documentFromBody(`<div>before${output("include")}after</div>`, "view.html", context);
  expect(blocks.map(({ text }) => text)).toEqual(["before", "after"]);
});
