import { describe, expect, test } from "vitest";
import { allBlocks, columnHeaders, headingsOver } from "../../src/pages/document.ts";
import { documentFromBody } from "../../src/pages/from-body.ts";
import { linksOf } from "../../src/pages/page-links.ts";
import { outline } from "./support/outline.ts";

const read = (html: string) => documentFromBody(html, "view.html");

describe("blocks", () => {
  test.each<[string, string, string[]]>([
    ["text outside of any element", "a<p>b</p>c", ["p a", "p b", "p c"]],
    ["white space", "<p> a \n b&nbsp; c<br> d </p>", ["p a b c⏎d"]],
    ["marks without width", "<p>La\u200bmp \ufeffoil</p>", ["p Lamp oil"]],
    ["paragraphs that end at lists", "<p>a<ul><li>b</li></ul>c</p>", ["p a", "- b", "p c"]],
    ["a paragraph closed by itself", "<p />a<p/>b", ["p a", "p b"]],
    ["an item of several paragraphs", "<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", ["- a", "p b", "- c"]],
    ["numbers", "<ol start='3'><li>a</li><li value='9'>b<ol><li>c</li></ol></li><li>d</li></ol>", ["3. a", "9. b", "  1. c", "10. d"]],
    ["a list from 0", "<ol start=0><li>a</li></ol>", ["0. a"]],
    ["items without a list", "<li>a</li><li>b</li>", ["- a", "- b"]],
    ["definitions", "<dl><dt>a</dt><dd>b</dd></dl>", ["- a", "p b"]],
    ["quotes within quotes", "<blockquote>a<blockquote>b</blockquote>c</blockquote>", ["> p a", "> > p b", "> p c"]],
    [
      "code",
      "<pre class='syntaxhighlighter-pre' data-syntaxhighlighter-params='brush: sql; gutter: false'>a\n  b</pre>",
      ["code sql: a⏎  b"],
    ],
    ["code of an unknown language", "<pre data-syntaxhighlighter-params='brush: java'>a</pre>", ["code a"]],
    ["a rule", "a<hr/>b", ["p a", "rule", "p b"]],
    ["an empty heading", "<h2></h2><h2><br/></h2><p>a</p>", ["p a"]],
    [
      "a tip of 5.x",
      '<div class="aui-message success shadowed information-macro"><p class="title">T</p><p>a</p></div>',
      ["(tip) p **T**", "(tip) p a"],
    ],
    ["a warning of 5.x", '<div class="aui-message problem shadowed information-macro"><p>a</p></div>', ["(warning) p a"]],
    ["a note of 5.x", '<div class="aui-message warning shadowed information-macro"><p>a</p></div>', ["(note) p a"]],
    ["a warning of 2.x", "<table class='warningMacro'><tr><td>!</td><td>a</td></tr></table>", ["(warning) p !", "(warning) p a"]],
    [
      "columns of old",
      '<table class="sectionMacro"><tr><td class="columnMacro">a</td><td class="columnMacro">b</td></tr></table>',
      ["p a", "p b"],
    ],
    [
      "page properties",
      '<div class="plugin-tabmeta-details"><table><tr><th>Chair</th><td>Ilse</td></tr></table></div>',
      ["table, 0 header rows", "| Chair | Ilse |"],
    ],
    ["text that is not shown", "<p>a<span style='display: none'>b</span><script>c</script><style>d</style></p>", ["p a"]],
  ])("%s", (_, html, expected) => {
    expect(outline(read(html))).toEqual(expected);
  });
});

describe("tables", () => {
  test("merged cells stand in every place that they cover", () => {
    const document = read(
      "<table><tr><th rowspan=2>a</th><th colspan=2>b</th></tr><tr><th>c</th><th>d</th></tr><tr><td>e</td><td>f</td></tr></table>",
    );
    const table = document.blocks[0];
    if (table?.type !== "table") throw new Error("no table");
    expect(table.grid).toEqual([
      [0, 1, 1],
      [0, 2, 3],
      [4, 5, -1],
    ]);
    expect(table.headerRows).toBe(2);
    expect(columnHeaders(table)).toEqual(["a", "b", "b"]);
    expect(table.text).toBe("a\tb\tb\na\tc\td\ne\tf\t");
  });

  test("a cell to the end of the table", () => {
    const table = read("<table><tr><td rowspan=0>a</td><td>b</td></tr><tr><td>c</td></tr></table>").blocks[0];
    expect(table?.type === "table" && table.grid).toEqual([
      [0, 1],
      [0, 2],
    ]);
  });

  test("numbering columns do not hide the header", () => {
    const html =
      '<table><tr><th class="numberingColumn"></th><th>Name</th></tr><tr><td class="numberingColumn">1</td><td>Ilse</td></tr></table>';
    expect(outline(read(html))).toEqual(["table, 1 header row", "|  | Name |", "| 1 | Ilse |"]);
  });

  test("a table of nothing but headers names its columns once", () => {
    expect(outline(read("<table><tr><th>a</th></tr><tr><th>b</th></tr></table>"))[0]).toBe("table, 1 header row");
  });

  test("tables within tables keep their text, links and images", () => {
    const html = '<table><tr><td>a<table><tr><td><a href="x.html">b</a></td><td><img src="c.png"/></td></tr></table></td></tr></table>';
    const document = read(html);
    expect(document.blocks[0]?.text).toBe("a\nb\t");
    const cell = document.blocks[0]?.type === "table" ? document.blocks[0].cells[0] : undefined;
    expect(cell?.spans.map((span) => [span.kind, span.start, span.end])).toEqual([
      ["link", 2, 3],
      ["image", 4, 4],
    ]);
    expect(linksOf(document)).toEqual([{ text: "b", href: "x.html" }]);
  });

  test("what stands between the cells is not lost", () => {
    expect(outline(read("<table><caption>cap</caption>stray<tr><td>a</td><div>b</div></tr></table>"))).toEqual([
      "p cap",
      "p stray",
      "p b",
      "table, 0 header rows",
      "| a |",
    ]);
  });
});

describe("spans", () => {
  const spansOf = (html: string) =>
    read(html).blocks.flatMap((block) =>
      block.spans.map((span) => [span.kind, block.text.slice(span.start, span.end), span.href ?? span.value ?? null]),
    );

  test.each<[string, string, unknown[]]>([
    ["blanks at the border stand outside", "<p>a<b> b </b>c</p>", [["strong", "b", null]]],
    [
      "over blocks",
      '<a href="x"><div>a</div><div>b</div></a>',
      [
        ["link", "a", "x"],
        ["link", "b", "x"],
      ],
    ],
    ["within their own kind", "<p><b>a<b>b</b></b></p>", [["strong", "ab", null]]],
    [
      "a link around an image",
      '<p><a href="x"><img src="y" alt="z"></a></p>',
      [
        ["link", "", "x"],
        ["image", "", "y"],
      ],
    ],
    ["links to the page itself are text", '<p><a href="#a">a</a><a name="b">b</a><a href="">c</a></p>', []],
    [
      "an account of Cloud",
      '<p><a href="https://wiki.example.org/wiki/people/70121:82b30000-1111-4222-8333-444455556666?ref=x">a</a></p>',
      [["mention", "a", "https://wiki.example.org/wiki/people/70121:82b30000-1111-4222-8333-444455556666?ref=x"]],
    ],
    ["a day", '<p><time datetime="2020-01-02T10:00">Thursday</time></p>', [["date", "Thursday", "2020-01-02"]]],
    ["an emoji by its name", '<p><img class="emoticon emoticon-blue-star" alt="(blue star)" data-emoji-shortname=":lamp:"/></p>', []],
  ])("%s", (_, html, expected) => {
    expect(spansOf(html)).toEqual(expected);
  });

  test("emoji are text", () => {
    expect(
      read('<p>a <img class="emoticon" alt="(blue star)" data-emoji-shortname=":lamp:" data-emoji-fallback="🪔"/></p>').blocks[0]?.text,
    ).toBe("a 🪔");
    expect(read('<p><img class="emoticon" alt="(blue star)" data-emoji-shortname=":lamp:"/></p>').blocks[0]?.text).toBe(":lamp:");
    expect(read('<p><img class="emoticon" alt="(tick)"/></p>').blocks[0]?.text).toBe("(tick)");
  });
});

describe("what the model does not keep leaves its name", () => {
  test.each<[string, string, Record<string, number>]>([
    ["macros by their name", '<div class="conf-macro output-block" data-macro-name="roadmap"><p>a</p></div>', { "macro roadmap": 1 }],
    ["macros that are understood", '<div class="conf-macro" data-macro-name="info"><p>a</p></div>', {}],
    ["apps", '<div class="ap-container"></div>', { "macro of an app": 1 }],
    ["issues of Jira", '<span class="jira-issue"><span>LAN-1</span></span>', { "macro jira": 1 }],
    [
      "placeholders",
      '<img src="plugins/servlet/confluence/placeholder/unknown-macro"/><img src="/plugins/servlet/confluence/placeholder/unknown-attachment"/>',
      { "macro unknown": 1, "attachment unknown": 1 },
    ],
    [
      "videos",
      '<video><source src="a.mp4"/></video><object><param name="movie" value="b.swf"/></object>',
      { "embedded video": 1, "embedded object": 1 },
    ],
    [
      "failures",
      "<p>Error rendering macro 'chart' : null</p><p>Unable to render {include} Page not found</p><p>Unable to locate Jira server for this macro.</p>",
      { "macro chart": 1, "macro include": 1, "macro jira": 1 },
    ],
    ["page trees", '<div class="plugin_pagetree"><p>Loading…</p></div>', { "macro pagetree": 1 }],
  ])("%s", (_, html, expected) => {
    expect(Object.fromEntries(read(html).losses)).toEqual(expected);
  });

  test("what is embedded keeps its address", () => {
    expect(
      linksOf(read('<iframe src="https://videos.example.org/1"></iframe><video><source src="a.mp4"/></video>')).map((link) => link.href),
    ).toEqual(["https://videos.example.org/1", "a.mp4"]);
  });
});

describe("contents and streams that Confluence adds", () => {
  test("a list of links to the page's own headings is left out", () => {
    const contents = '<ul><li><a href="#x-A">A</a><ul><li>1.1 <a href="#x-B">b </a></li></ul></li></ul>';
    expect(outline(read(`${contents}<h1>A</h1><h2>B</h2>`))).toEqual(["h1 A", "h2 B"]);
  });

  test("a list of links that says more is kept", () => {
    const kept = '<ul><li><a href="#x-A">A</a>, read this</li><li><a href="#x-B">B</a></li></ul>';
    expect(outline(read(`${kept}<h1>A</h1><h2>B</h2>`)).slice(0, 2)).toEqual(["- A, read this", "- B"]);
    const others = '<ul><li><a href="#p">Plan</a></li><li><a href="#q">Past</a></li></ul>';
    expect(outline(read(`${others}<h1>A</h1>`)).slice(0, 2)).toEqual(["- Plan", "- Past"]);
  });

  test("a stream ends at the next heading of its level, or with its layout cell", () => {
    expect(outline(read("<h2>Recent space activity</h2><p>a</p><h3>b</h3><p>c</p><h2>d</h2><p>e</p>"))).toEqual(["h2 d", "p e"]);
    expect(outline(read('<div class="cell"><h2>Space contributors</h2><p>a</p></div><div class="cell"><p>b</p></div>'))).toEqual(["p b"]);
  });
});

test("headings over a block", () => {
  const document = read("<h1>a</h1><h3>b</h3><p>c</p><h2>d</h2><table><tr><td><h4>e</h4><p>f</p></td></tr></table><h1>g</h1><p>h</p>");
  const over = [...allBlocks(document.blocks)]
    .filter((block) => block.type === "paragraph")
    .map((block) => [block.text, headingsOver(document, block).map((heading) => heading.text)]);
  expect(over.filter(([text]) => text !== "f")).toEqual([
    ["c", ["a", "b"]],
    ["h", ["g"]],
  ]);
});
