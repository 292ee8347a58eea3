import { describe, expect, test } from "vitest";
import { readFacts } from "../../src/extraction/index.ts";
import { documentFromBody } from "../../src/pages/from-body.ts";
import { toMarkdown } from "../../src/pages/to-markdown.ts";
import { envelope } from "../extraction/support.ts";

const names: Readonly<Record<string, string>> = { "5e:ann": "Ann Lee", bo: "Bo Chen" };
const context = { space: "DUNE", pageId: "1001", nameOf: (account: string) => names[account] ?? null };
const read = (xml: string) => documentFromBody(xml, "storage.xml", context);
const shown = (xml: string) => toMarkdown(read(xml)).trim();
const macro = (name: string, inside = "") => `<ac:structured-macro ac:name="${name}" ac:schema-version="1">${inside}</ac:structured-macro>`;
const parameter = (name: string, value: string) => `<ac:parameter ac:name="${name}">${value}</ac:parameter>`;
const rich = (html: string) => `<ac:rich-text-body>${html}</ac:rich-text-body>`;

describe("people", () => {
  test.each([
    ["an account of Cloud", '<ri:user ri:account-id="5e:ann" />', "Ann Lee", "5e:ann"],
    ["a user of a server", '<ri:user ri:username="bo"/>', "Bo Chen", "bo"],
    ["a text of the link's own", '<ri:user ri:userkey="ff80"/><ac:link-body>Cy Dee</ac:link-body>', "Cy Dee", "ff80"],
  ])("%s", (_, inside, name, account) => {
    const [block] = read(`<p>Led by <ac:link>${inside}</ac:link></p>`).blocks;
    expect(block?.text).toBe(`Led by ${name}`);
    expect(block?.spans).toEqual([expect.objectContaining({ kind: "mention", start: 7, end: 7 + name.length, value: account })]);
  });

  test("nobody's id becomes a name; what cannot be read is counted", () => {
    const document = read('<p>Led by <ac:link><ri:user ri:account-id="5e:unknown"/></ac:link></p>');
    expect(document.blocks[0]?.text).toBe("Led by");
    expect(document.losses.get("macro mention without a name")).toBe(1);
  });
});

describe("links", () => {
  const href = (xml: string) => read(`<p>${xml}</p>`).blocks[0]?.spans.find((span) => span.kind === "link")?.href;
  test.each([
    ["a page of the same space", '<ac:link><ri:page ri:content-title="Sand &amp; Sea"/></ac:link>', "/display/DUNE/Sand+%26+Sea"],
    ["a page of another space", '<ac:link><ri:page ri:space-key="TIDE" ri:content-title="Home"/></ac:link>', "/display/TIDE/Home"],
    [
      "a blog post",
      '<ac:link><ri:blog-post ri:posting-day="2024/05/06" ri:content-title="News"/></ac:link>',
      "/display/DUNE/2024/05/06/News",
    ],
    ["a file of the page", '<ac:link><ri:attachment ri:filename="dunes 1.mp4"/></ac:link>', "/download/attachments/1001/dunes%201.mp4"],
    ["a place on a page", '<ac:link ac:anchor="Top"><ri:page ri:content-title="Home"/></ac:link>', "/display/DUNE/Home#Top"],
    ["a page by id", '<ac:link><ri:content-entity ri:content-id="77"/></ac:link>', "/pages/viewpage.action?pageId=77"],
  ])("%s", (_, xml, target) => expect(href(xml)).toBe(target));

  test("show their own text, else the title", () => {
    expect(shown('<p><ac:link><ri:page ri:content-title="Home"/></ac:link></p>')).toBe("[Home](/display/DUNE/Home)");
    expect(
      shown(
        '<p><ac:link><ri:page ri:content-title="Home"/><ac:plain-text-link-body><![CDATA[the <home>]]></ac:plain-text-link-body></ac:link></p>',
      ),
    ).toBe("[the &lt;home&gt;](/display/DUNE/Home)");
  });
});

describe("macros", () => {
  test.each([
    [
      "code",
      macro("code", `${parameter("language", "ts")}<ac:plain-text-body><![CDATA[if (a < b) {}]]></ac:plain-text-body>`),
      "```ts\nif (a < b) {}\n```",
    ],
    ["status", `<p>It is ${macro("status", parameter("title", "ACTIVE"))}</p>`, "It is ACTIVE"],
    ["excerpt", macro("excerpt", rich("<p>Sand</p>")), "Sand"],
    ["table of contents", `${macro("toc")}<p>Sand</p>`, "Sand"],
  ])("%s", (_, xml, markdown) => expect(shown(xml)).toBe(markdown));

  test.each(["info", "note", "tip", "warning", "panel"])("%s is a panel with its title", (name) => {
    const { blocks } = read(macro(name, parameter("title", "Mind") + rich("<p>the tide</p>")));
    expect(blocks.map((block) => [block.text, block.panel])).toEqual([
      ["Mind", name],
      ["the tide", name],
    ]);
  });

  test("expand: the title plays a heading, what it hides is content", () => {
    const { blocks } = read(macro("expand", parameter("title", "Notes of May") + rich("<p>Sand moved.</p>")));
    expect(blocks.map((block) => block.text)).toEqual(["Notes of May", "Sand moved."]);
  });

  test.each(["children", "attachments", "include", "jira", "tide-chart"])(
    "%s leaves a named trace, and what was written into it",
    (name) => {
      const document = read(macro(name, rich("<p>kept</p>")));
      expect(document.losses.get(`macro ${name}`)).toBe(1);
      expect(document.blocks[0]?.text).toBe("kept");
    },
  );

  test("a file that a macro shows stays linked", () => {
    expect(shown(macro("view-file", parameter("name", '<ri:attachment ri:filename="plan.pdf"/>')))).toBe(
      "[plan.pdf](/download/attachments/1001/plan.pdf)",
    );
  });

  test("a video in a widget stays linked", () => {
    expect(read(macro("widget", parameter("url", '<ri:url ri:value="https://youtu.be/AAAAAAAAAAA"/>'))).blocks[0]?.spans[0]?.href).toBe(
      "https://youtu.be/AAAAAAAAAAA",
    );
  });
});

test("tasks, dates, layouts, emoji and the content of the Cloud editor", () => {
  const xml = `
    <ac:layout><ac:layout-section ac:type="two_equal"><ac:layout-cell>
      <ac:task-list><ac:task><ac:task-id>7</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>Dig by <time datetime="2024-03-04" /></ac:task-body></ac:task></ac:task-list>
    </ac:layout-cell><ac:layout-cell>
      <ac:adf-extension><ac:adf-node type="panel"><ac:adf-content><p>ignored</p></ac:adf-content></ac:adf-node><ac:adf-fallback><p>shown <ac:emoticon ac:name="smile" ac:emoji-fallback="🙂"/></p></ac:adf-fallback></ac:adf-extension>
    </ac:layout-cell></ac:layout-section></ac:layout>`;
  const { blocks } = read(xml);
  expect(blocks[0]).toMatchObject({ type: "item", done: true, text: "Dig by 04 Mar 2024" });
  expect(blocks[0]?.spans).toContainEqual(expect.objectContaining({ kind: "date", value: "2024-03-04" }));
  expect(blocks[1]?.text).toBe("shown 🙂");
});

test("nothing that a browser would run comes along, however deep it is nested", () => {
  const deep = `${"<div>".repeat(900)}<script>alert(1)</script>deep${"</div>".repeat(900)}`;
  const markdown = shown(`${macro("html", "<ac:plain-text-body><![CDATA[<script>alert(1)</script>]]></ac:plain-text-body>")}${deep}`);
  expect(markdown).not.toMatch(/^[^`]*<script/);
  expect(markdown).toContain("deep");
});

test("a page in storage and the same page as shown give the same facts", () => {
  const storage = `<h2>Attendees</h2><ul><li><ac:link><ri:user ri:account-id="5e:ann"/></ac:link></li><li>Bo Chen</li></ul>
    <h2>Recording</h2><p><ac:link><ri:attachment ri:filename="call.mp4"/></ac:link></p>
    <table><tbody><tr><th>Course</th><th>Provider</th><th>Cost</th></tr><tr><td>Tides for All</td><td>Dune School</td><td>$10</td></tr></tbody></table>`;
  const view = `<h2>Attendees</h2><ul><li><a class="confluence-userlink user-mention" data-account-id="5e:ann">Ann Lee</a></li><li>Bo Chen</li></ul>
    <h2>Recording</h2><p><a href="/download/attachments/1001/call.mp4">call.mp4</a></p>
    <table><tbody><tr><th>Course</th><th>Provider</th><th>Cost</th></tr><tr><td>Tides for All</td><td>Dune School</td><td>$10</td></tr></tbody></table>`;
  const page = envelope({ title: "2022-04-13 Meeting" });
  expect(readFacts(page, read(storage))).toEqual(readFacts(page, documentFromBody(view, "view.html")));
});

test("a file of the page is named as its export names it, where the wiki listed it", () => {
  const known = { ...context, fileNamed: (name: string) => (name === "dunes 1.mp4" ? "attachments/1001/77.mp4" : null) };
  const links = (xml: string) => documentFromBody(xml, "storage.xml", known).blocks[0]?.spans.map(({ href }) => href);
  expect(links('<p><ac:link><ri:attachment ri:filename="dunes 1.mp4"/></ac:link></p>')).toEqual(["attachments/1001/77.mp4"]);
  expect(
    links('<p><ac:link><ri:attachment ri:filename="dunes 1.mp4"><ri:page ri:content-title="Home"/></ri:attachment></ac:link></p>'),
  ).toEqual(["/display/DUNE/Home?preview=dunes%201.mp4"]);
});
