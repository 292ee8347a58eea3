import { describe, expect, test } from "vitest";
import { documentFromBody } from "../../src/pages/from-body.ts";
import { linksOf } from "../../src/pages/page-links.ts";
import { safeUrl } from "../../src/pages/safe-url.ts";
import { toMarkdown } from "../../src/pages/to-markdown.ts";

function markdown(html: string): string {
  return toMarkdown(documentFromBody(html, "export.html"));
}

describe("text", () => {
  test.each([
    ["markup of Markdown", "<p>a *b* _c_ `d` [e](f) ~g~ \\h</p>", "a \\*b\\* \\_c\\_ \\`d\\` \\[e\\]\\(f) \\~g\\~ \\\\h"],
    ["markup of HTML", "<p>1 &lt; 2 &amp;&amp; &lt;b&gt;</p>", "1 &lt; 2 &amp;&amp; &lt;b&gt;"],
    ["what begins a list", "<p>- a<br/>1. b<br/>+ c<br/>2) d</p>", "\\- a  \n1\\. b  \n\\+ c  \n2\\) d"],
    ["what begins a heading", "<p># a<br/>### b<br/>#c</p>", "\\# a  \n\\### b  \n#c"],
    ["what underlines a heading", "<p>a<br/>---<br/>b<br/>===</p>", "a  \n\\---  \nb  \n\\==="],
    ["what ends a heading", "<h2>C #</h2>", "## C \\#"],
    ["an exclamation mark before a link", '<p>Look!<a href="x.html">here</a></p>', "Look\\![here](x.html)"],
    ["an address with marks", "<p>see https://example.org/a_b now</p>", "see [https://example.org/a\\_b](https://example.org/a_b) now"],
    ["an address without", "<p>see https://example.org/ab now</p>", "see https://example.org/ab now"],
    ["a mail address with marks", "<p>a_list@lists.example.org</p>", "[a\\_list@lists.example.org](mailto:a_list@lists.example.org)"],
  ])("%s", (_, html, expected) => {
    expect(markdown(html)).toBe(expected);
  });
});

describe("spans", () => {
  test.each([
    ["bold up to a word", "<p><b>Date:</b>2020</p>", "**Date**:2020"],
    ["bold before a blank", "<p><b>Date:</b> 2020</p>", "**Date:** 2020"],
    ["pieces that touch", "<p><b>a</b><b>b</b> c</p>", "**ab** c"],
    ["within each other", "<p><b>a <i>b</i></b></p>", "**a *b***"],
    ["code with a pipe", "<p><code>a|b</code></p>", "`a|b`"],
    ["code with a backtick", "<p><code>a`b</code></p>", "a\\`b"],
    ["struck out and bold", "<p><s><b>a</b></s></p>", "~~a~~"],
    ["an image in a link", '<p><a href="x.html"><img src="y.png" alt="z"/></a></p>', "[![z](y.png)](x.html)"],
    ["a mention", '<p><a class="user-mention" data-username="i" href="/display/~i">Ilse</a></p>', "[Ilse](/display/~i)"],
    ["a mention that leads nowhere", '<p><a class="user-mention" data-username="i" href="null/display/~i">Ilse</a></p>', "Ilse"],
  ])("%s", (_, html, expected) => {
    expect(markdown(html)).toBe(expected);
  });
});

describe("blocks", () => {
  test("lists nest by the width of their marks, and keep their numbers", () => {
    expect(markdown("<ol start=9><li>a<ul><li>b</li></ul></li><li>c<p>d</p></li></ol><ol><li>e</li></ol>")).toBe(
      "9. a\n   - b\n10. c\n\n    d\n\n1) e",
    );
  });

  test("an item without a text keeps the level of what it holds", () => {
    expect(markdown("<ul><li><ul><li>a</li></ul></li><li>b</li></ul>")).toBe("- - a\n- b");
  });

  test("tasks", () => {
    expect(markdown('<ul><li data-inline-task-id="1" class="checked">a</li><li data-inline-task-id="2">b</li></ul>')).toBe(
      "- [x] a\n- [ ] b",
    );
  });

  test("quotes of several blocks stay one quote", () => {
    expect(markdown("<blockquote><p>a<br/>b</p><ul><li>c</li></ul></blockquote>")).toBe("> a  \n> b\n>\n> - c");
  });

  test("code keeps its fences", () => {
    expect(markdown("<pre>```\na\n```</pre>")).toBe("````\n```\na\n```\n````");
  });

  test("tables: pipes, line breaks, merged cells, no header", () => {
    expect(markdown("<table><tr><td>a|b<br/>c</td><td rowspan=2>d</td></tr><tr><td><code>e|f</code></td></tr></table>")).toBe(
      "|  |  |\n| --- | --- |\n| a\\|b<br>c | d |\n| `e\\|f` |  |",
    );
  });

  test("a caption stands before its table", () => {
    expect(markdown("<table><caption>Lamps</caption><tr><th>a</th></tr><tr><td>b</td></tr></table>")).toBe(
      "Lamps\n\n| a |\n| --- |\n| b |",
    );
  });
});

describe("links", () => {
  test.each([
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "java\tscript:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "../../etc/hostname",
    "attachments/../../secret",
    "attachments/%2e%2e/secret",
  ])("%j is none", (url) => {
    expect(safeUrl(url)).toBeNull();
  });

  test.each([
    "https://example.org/a?b=c#d",
    "x.html",
    "/wiki/display/A/B",
    "mailto:a@example.org",
    "tel:+123",
    "2020:notes.html",
    "a..b.html",
    "#x",
  ])("%s is one", (url) => {
    expect(safeUrl(url)).toBe(url);
  });

  test("an entity in an address cannot become a scheme", () => {
    expect(markdown('<p><a href="javascript&amp;colon;alert(1)">a</a></p>')).toBe("[a](javascript&amp;colon;alert%281%29)");
  });

  test("what would end the target is encoded", () => {
    expect(markdown('<p><a href="a b(c)d.html">a</a></p>')).toBe("[a](a%20b%28c%29d.html)");
  });

  test("each pair of text and target once, none that could run", () => {
    const html = '<p><a href="x.html">a</a> <a href="x.html">a</a> <a href="javascript:x">b</a> <a href="x.html">c</a></p>';
    expect(linksOf(documentFromBody(html, "export.html"))).toEqual([
      { text: "a", href: "x.html" },
      { text: "c", href: "x.html" },
    ]);
  });
});
