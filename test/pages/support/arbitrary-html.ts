import fc from "fast-check";

const tags =
  "p div span b i em strong a ul ol li table tr td th tbody thead caption pre code h1 h2 h3 blockquote br hr img del s time dl dt dd font u sub button".split(
    " ",
  );
const attributes = [
  "",
  ' href="x.html"',
  ' href="#a"',
  ' href="https://example.org/a_b*c"',
  ' href="javascript:alert(1)"',
  ' href="javascript&amp;colon;alert(1)"',
  ' href=" java\tscript:alert(1)"',
  ' href="data:text/html,x"',
  ' href="../../etc/hostname"',
  ' onclick="alert(1)"',
  ' class="panel"',
  ' class="toc-macro"',
  ' class="expand-control"',
  ' class="confluence-information-macro confluence-information-macro-note"',
  ' class="user-mention" data-username="ilse"',
  ' src="a.png"',
  " rowspan=2",
  ' colspan="3"',
  ' rowspan="0"',
  ' colspan="99999"',
  ' style="display:none"',
  ' data-inline-task-id="1" class="checked"',
  ' start="5"',
  ' value="-3"',
  ' alt="x"',
  " title='q\"'",
  ' datetime="2020-01-01"',
];
const texts = (
  "word|two words| |\n|\u00a0|&nbsp;|&amp;|&lt;b&gt;|*|_|**x**|`|``|# |## |- |1. |~|~~|[a](b)|![a](b)|<|<3|>|]|http://example.org/a_b|a_b@example.org|&copy;|&colon;|" +
  "<!-- c -->|<!--|<![CDATA[x]]>|\\|!|=|---|+ |2) |é|𝒳|。|\u200b|www.ex_ample.org|://|{x}|$itemLabel|:|.|,|(|)|<script>alert(1)</script>|<style>p{}</style>"
)
  .split("|")
  .concat("|");

const piece = fc.oneof(
  fc.tuple(fc.constantFrom(...tags), fc.constantFrom(...attributes)).map(([tag, attribute]) => `<${tag}${attribute}>`),
  fc.constantFrom(...tags).map((tag) => `</${tag}>`),
  fc.tuple(fc.constantFrom(...tags), fc.constantFrom(...attributes)).map(([tag, attribute]) => `<${tag}${attribute}/>`),
  fc.constantFrom(...texts),
);

/** Pieces of HTML as no author would write them: tags left open, closed twice, nested as they must not be, with text that looks like Markdown. */
export const brokenHtml = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
