import fc from "fast-check";
import { marked } from "marked";
import { describe, expect, test } from "vitest";
import { inert, inertLink, onOneLine } from "../../src/publish/inert-text.ts";

const decoded = (html: string): string =>
  html
    .replaceAll("&#8203;", "")
    .replaceAll("\u200b", "")
    .replaceAll("&#36;", "$")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

describe("words of a page in Markdown", () => {
  test.each([
    ["HTML", "<img src=x onerror=alert(1)> <!-- minutebook:finding changes/2024/x --> <details open>"],
    ["mark-up", "*bold* _soft_ `code` ~~gone~~ [link](javascript:alert(1)) ![image](https://evil.example.org/pixel.png) [^1]"],
    ["cells and lists", "| a | b | - [ ] done"],
    ["mathematics", "$x^2$ and $$y$$"],
    ["addresses that link themselves", "https://evil.example.org www.evil.example.org ann@example.org"],
    ["a link by reference", "[a][b] [b]: https://evil.example.org"],
    ["an entity", "&lt;b&gt; &#64;ann &copy;"],
    ["backslashes", "\\*still not bold\\* \\\\"],
  ])("show %s and do not do it", (_, text) => {
    const html = marked.parse(`- ${inert(text)}`, { async: false, gfm: true });
    expect(html.replace(/^<ul>\n<li>|<\/li>\n<\/ul>\n$/g, "")).not.toMatch(/[<>]/);
    expect(decoded(html.replace(/^<ul>\n<li>|<\/li>\n<\/ul>\n$/g, ""))).toBe(text);
  });

  test("call nobody and refer to nothing", () => {
    const text = inert("ask @octocat or @tidewater/chairs, see #12, GH-13, tidewater/minutes#14 and https://github.com/a/b/issues/1");
    // What GitHub looks for in the text that is shown: a name right after the sign.
    const shown = decoded(marked.parseInline(text.replaceAll("&#8203;", "•"), { async: false }));
    expect(shown).not.toMatch(/@[\w-]|#\d|GH-\d|:\/\//i);
    expect(shown).toContain("@•octocat");
  });

  test("begin no mathematics: GitHub looks for its sign before it reads escapes", () => {
    expect(inert("from $5 to $7, \\$x$")).not.toContain("$");
  });

  test("are one line, whatever they bring", () => {
    expect(onOneLine("a\r\nb\u2028c\u0000d\u202ee\tf")).toBe("a b c d e f");
    expect(onOneLine("x".repeat(5_000))).toHaveLength(600);
    expect(onOneLine(`${"x".repeat(598)}😀😀`)).toBe(`${"x".repeat(598)}…`);
  });

  test("begin no list within a list", () => {
    for (const text of ["- a", "+ a", "1. a", "12) a", "# a", "> a", "=== a", "--- a", "``` a", "~~~ a", "    a"]) {
      const html = marked.parse(`- ${inert(text)}`, { async: false, gfm: true });
      expect(html.match(/<\w+/g), text).toEqual(["<ul", "<li"]);
    }
  });

  test("of any kind are shown as they are, in a list, a cell and a link", () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom("**", "__", "`", "](", "[", "<b>", "|", "\\", "http://a.b", "@x", "&amp;", "~~", "$", "\n", "- ", "1. "),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        const wanted = onOneLine(text);
        fc.pre(wanted !== "");
        const item = marked.parse(`- x ${inert(text)}`, { async: false, gfm: true });
        expect(decoded(item.replace(/^<ul>\n<li>x ?|<\/li>\n<\/ul>\n$/g, "")).trim()).toBe(wanted);
        const row = marked.parse(`| a |\n| --- |\n| x ${inert(text)} |`, { async: false, gfm: true });
        expect(row.match(/<td>/g)).toHaveLength(1);
        const link = marked.parseInline(inertLink(text, "https://wiki.example.org/a"), { async: false, gfm: true });
        expect(link.match(/<\w+/g)).toEqual(["<a"]);
      }),
      { seed: 7, numRuns: 2_000 },
    );
  });
});

describe("links", () => {
  test("lead to addresses of the web alone", () => {
    expect(inertLink("minutes", "https://wiki.example.org/x?a=1&b=2")).toBe("[minutes](<https://wiki.example.org/x?a=1&b=2>)");
    for (const url of [
      "javascript:alert(1)",
      "data:text/html,x",
      "file:///etc/passwd",
      "//evil.example.org",
      "not one",
      "https://a:b@evil.example.org/",
    ])
      expect(inertLink("minutes", url), url).toBe("minutes");
    expect(inertLink("minutes", null)).toBe("minutes");
  });

  test("to GitHub are not made: the other issue would be told", () => {
    expect(inertLink("minutes", "https://github.com/tidewater/other/issues/1")).toBe("minutes");
  });

  test("cannot be left by their address", () => {
    const link = inertLink("a", "https://wiki.example.org/>)[b](https://evil.example.org) <img src=x>|`@ann");
    const html = marked.parseInline(link, { async: false, gfm: true });
    expect(html.match(/<\w+/g)).toEqual(["<a"]);
    expect(link).not.toContain("@");
  });
});
