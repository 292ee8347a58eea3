import { describe, expect, test } from "vitest";
import { extractAlphabetical } from "../../../../src/sources/confluence/pages/alphabetical.ts";
import { extractAttachments } from "../../../../src/sources/confluence/pages/attachment-list.ts";
import { extractFeed, reachesBackTo } from "../../../../src/sources/confluence/pages/feed.ts";
import { extractChildren } from "../../../../src/sources/confluence/pages/tree.ts";
import { extractVersions } from "../../../../src/sources/confluence/pages/version-list.ts";
import { readViewPage } from "../../../../src/sources/confluence/pages/view-page.ts";

const user = (name: string, shown: string): string =>
  `<a href="/wiki/display/~${name}" class="url fn confluence-userlink" data-username="${name}">${shown}</a>`;
const author = `<span class='author'>     ${user("ilse", "Ilse Brandvold")}</span>`;
const editor = `<span class='editor'>     ${user("tomas", "Tomás Arriaga")}</span>`;
const link = (day: string): string =>
  `<a class='last-modified' title='Show changes' href='/wiki/pages/diffpagesbyversion.action?pageId=81&amp;selectedPageVersions=8&amp;selectedPageVersions=9'>${day}</a>`;

function viewPage(line: string, { metas = "", rest = "" } = {}): string {
  return `<!DOCTYPE html><html><head><title>Lamp Care - Lantern Guild - Wiki</title>
<meta name="ajs-page-title" content="Lamp &amp; Oil"><meta name="ajs-page-id" content="81"><meta name="ajs-latest-page-id" content="81">
<meta name="ajs-space-key" content="LAN"><meta name="ajs-space-name" content="Lantern Guild"><meta name="ajs-parent-page-id" content="80">${metas}</head>
<body><div id="main"><div id="content" class="page view"><div class="page-metadata"><ul><li class="page-metadata-modification-info">
            ${line}
</li></ul></div><div id="main-content" class="wiki-content"><p>Oil <b>first</b>.</p></div>${rest}</div></div></body></html>`;
}

function seen(html: string) {
  const shown = readViewPage(html);
  if (shown.kind !== "page") return expect.fail(`read as ${shown.kind}`);
  return shown;
}

describe("a page", () => {
  test("its head, place and body", () => {
    expect(seen(viewPage(`Created by ${author} on Mar 05, 2024`))).toMatchObject({
      pageId: "81",
      type: "page",
      title: "Lamp & Oil",
      spaceKey: "LAN",
      spaceName: "Lantern Guild",
      parentId: "80",
      body: "<p>Oil <b>first</b>.</p>",
    });
  });

  const ilse = { id: "ilse", name: "Ilse Brandvold" };
  const tomas = { id: "tomas", name: "Tomás Arriaga" };
  test.each([
    ["new", `Created by ${author} on Mar 05, 2024`, [1, ilse, "2024-03-05", ilse, "2024-03-05"]],
    ["changed by its author", `Created by ${author}, last modified on ${link("Mar 07, 2024")}`, [9, ilse, null, ilse, "2024-03-07"]],
    [
      "changed by another",
      `Created by ${author}, last modified by ${editor} on ${link("Mar 07, 2024")}`,
      [9, ilse, null, tomas, "2024-03-07"],
    ],
    [
      "in German",
      `Erstellt von ${author}, zuletzt geändert von ${editor} am ${link("05. März 2024")}`,
      [9, ilse, null, tomas, "2024-03-05"],
    ],
    ["new, in German", `Erstellt von ${author} am 5. März 2024`, [1, ilse, "2024-03-05", ilse, "2024-03-05"]],
    ["changed lately", `Created by ${author}, last modified ${link("yesterday at 4:21 PM")}`, [9, ilse, null, ilse, null]],
    ["changed, without the link", `Created by ${author}, last modified on Mar 07, 2024`, [null, ilse, null, ilse, "2024-03-07"]],
    ["by nobody known", "Created by <span class='author'>Unknown User</span> on Mar 05, 2024", [1, null, "2024-03-05", null, "2024-03-05"]],
    ["without any line", "", [null, null, null, null, null]],
  ])("its history: %s", (_, line, expected) => {
    const { version, createdBy, createdOn, modifiedBy, modifiedOn } = seen(viewPage(line)).history;
    expect([version, createdBy, createdOn, modifiedBy, modifiedOn]).toEqual(expected);
  });

  test("an older version names the newest as its page", () => {
    const html = viewPage("").replace('name="ajs-page-id" content="81"', 'name="ajs-page-id" content="99"');
    expect([seen(html).pageId, seen(html).isNewest, seen(viewPage("")).isNewest]).toEqual(["81", false, true]);
  });

  test("a post, and a version in the head", () => {
    const metas = '<meta name="ajs-content-type" content="blogpost"><meta name="ajs-page-version" content="4">';
    const page = seen(viewPage(`Created by ${author}, last modified on Mar 07, 2024`, { metas }));
    expect([page.type, page.history.version]).toEqual(["blogpost", 4]);
  });

  test("labels, files and comments, where the wiki's theme shows them", () => {
    const files =
      '<a href="/pages/viewpageattachments.action?pageId=81" title="View 3 attachments" id="content-metadata-attachments">3</a>';
    const rest = `<div id="labels-section" class="pageSection group"><ul class="label-list"><li class="aui-label"><a class="aui-label-split-main" href="/label/LAN/oil" rel="tag">oil</a></li><li class="aui-label"><a rel="tag" href="/label/LAN/care">care</a></li></ul></div>
<div id="comments-section"><ol class="comment-threads top-level" id="page-comments"><li class="comment-thread">One<ol class="comment-threads"><li class="comment-thread">Answer</li></ol></li><li class="comment-thread">Two</li></ol></div>`;
    const { labels, attachments, comments } = seen(viewPage(`${files} Created by ${author} on Mar 05, 2024`, { rest }));
    expect({ labels, attachments, comments }).toEqual({ labels: ["care", "oil"], attachments: 3, comments: 2 });
    const bare = seen(viewPage("").replace("page-metadata", "other"));
    expect([bare.labels, bare.attachments, bare.comments]).toEqual([null, null, null]);
    expect(seen(viewPage("")).attachments).toBe(0);
  });

  test.each([
    ["gone", "<html><head><title>Page Not Found - Wiki</title></head><body><p>The page could not be found.</p></body></html>"],
    ["trashed", '<html><body><div id="main">This page is in the trash.</div></body></html>'],
    ["foreign", "<html><body><h1>Down for maintenance</h1></body></html>"],
  ])("in its place: %s", (kind, html) => {
    expect(readViewPage(html)).toEqual({ kind });
  });

  test("a page about what could not be found is one", () => {
    expect(seen(viewPage("", { rest: "<p>Page not found is what it said.</p>" })).kind).toBe("page");
  });
});

test("the children of a page in its tree, by the ids of their elements", () => {
  const child = (id: string, toggle: string, href: string, title: string, below = ""): string =>
    `<li><div class="plugin_pagetree_childtoggle_container">${toggle}</div><div class="plugin_pagetree_children_content"><span class="plugin_pagetree_children_span" id="childrenspan${id}-0"><a href="${href}">${title}</a></span></div><div id="children${id}-0" class="plugin_pagetree_children_container">${below}</div></li>`;
  const none = '<span class="no-children icon"></span>';
  const open = '<a class="plugin_pagetree_childtoggle aui-icon" href="" data-page-id="82"></a>';
  const inner = `<ul class="plugin_pagetree_children_list">${child("84", none, "/display/LAN/Wicks", "Wicks")}</ul>`;
  const html = `<ul class="plugin_pagetree_children_list" id="child_ul80-0">${child("82", open, "/display/LAN/Lamp+Care?src=contextnavpagetreemode", "Lamp Care", inner)}${child("83", none, "/pages/viewpage.action?pageId=83", "Fog &amp; Rain")}</ul>`;
  expect(extractChildren(html).map(({ pageId, title, isBranch }) => [pageId, title, isBranch])).toEqual([
    ["82", "Lamp Care", true],
    ["84", "Wicks", false],
    ["83", "Fog & Rain", false],
  ]);
  expect(extractChildren("")).toEqual([]);
});

test("a piece of the alphabetical list: pages, not what can be done to them", () => {
  const html = `<table class="tableview"><tr><td><a href="/display/LAN/Lamp+Care">Lamp Care</a></td><td><a href="/pages/editpage.action?pageId=82">Edit</a> <a href="/display/~ilse">Ilse Brandvold</a></td></tr></table>
<ol class="aui-nav"><li><a href="listpages-alphaview.action?key=LAN&amp;startIndex=30">2</a></li><li class="aui-nav-next"><a href="listpages-alphaview.action?key=LAN&amp;startIndex=30">Next</a></li></ol>`;
  expect(extractAlphabetical(html)).toEqual({
    pages: [{ title: "Lamp Care", href: "/display/LAN/Lamp+Care" }],
    next: "listpages-alphaview.action?key=LAN&startIndex=30",
  });
  expect(extractAlphabetical("<p>Nothing</p>")).toEqual({ pages: [], next: null });
});

test("the files of a page", () => {
  const html = `<table><tr id="attachment-91" data-attachment-id="91" data-attachment-filename="a &amp; b.vtt"><td><a class="filename" href="/wiki/download/attachments/81/a%20%26%20b.vtt?version=1&amp;api=v2">a &amp; b.vtt</a></td></tr>
<tr id="attachment-92"><td><a href="/wiki/download/attachments/81/lamp.png" data-mime-type="image/png">lamp.png</a></td></tr>
<tr class="attachment-row" data-attachment-id="93" data-attachment-filename="wick.csv"><td></td></tr></table>`;
  expect(extractAttachments(html, "https://guild.example.org/wiki")).toEqual({
    attachments: [
      {
        id: "91",
        name: "a & b.vtt",
        mediaType: null,
        bytes: null,
        url: "https://guild.example.org/wiki/download/attachments/81/a%20%26%20b.vtt?version=1&api=v2",
      },
      {
        id: "92",
        name: "lamp.png",
        mediaType: "image/png",
        bytes: null,
        url: "https://guild.example.org/wiki/download/attachments/81/lamp.png",
      },
      { id: "93", name: "wick.csv", mediaType: null, bytes: null, url: null },
    ],
    next: null,
  });
});

test("the older versions of a page, each under an id of its own", () => {
  const row = (id: string, shown: string): string =>
    `<tr><td><input></td><td><a href="/pages/viewpage.action?pageId=${id}">${shown}</a></td></tr>`;
  const html = `<table id="page-history-container">${row("81", "CURRENT")}${row("98", "v. 2")}${row("97", "v. 1")}</table>`;
  expect([...extractVersions(html)]).toEqual([
    [2, "98"],
    [1, "97"],
  ]);
});

describe("a feed of changes", () => {
  const entry = (id: string, updated: string): string =>
    `<entry><title>Lamp</title><link rel="alternate" href="https://guild.example.org/display/LAN/Lamp" /><id>tag:guild.example.org,2009:${id}</id><updated>${updated}</updated></entry>`;
  const feed = (...entries: string[]): string =>
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><updated>2024-05-01T00:00:00Z</updated>${entries.join("")}</feed>`;

  test("names pages and posts", () => {
    const text = feed(
      entry("page-81-9", "2024-03-05T09:15:30Z"),
      entry("blogpost-85-1", "2024-03-04T09:15:30+01:00"),
      entry("comment-3-1", "2024-03-04T09:15:30Z"),
    );
    expect(extractFeed(text)?.map(({ pageId, updated }) => [pageId, updated])).toEqual([
      ["81", "2024-03-05T09:15:30.000Z"],
      ["85", "2024-03-04T08:15:30.000Z"],
    ]);
    expect(extractFeed("<html><body>Log in</body></html>")).toBeNull();
  });

  test("is believed where it goes back beyond what is known, or where nothing can have been cut off", () => {
    const at = (updated: string, count: number) =>
      Array.from({ length: count }, (_, index) => ({ pageId: String(index), updated, href: null }));
    const since = "2024-03-05T00:00:00.000Z";
    expect(reachesBackTo(at("2024-03-06T00:00:00.000Z", 10), since)).toBe(false);
    expect(reachesBackTo(at("2024-03-06T00:00:00.000Z", 9), since)).toBe(true);
    expect(reachesBackTo([...at("2024-03-06T00:00:00.000Z", 10), ...at("2024-03-04T00:00:00.000Z", 1)], since)).toBe(true);
  });
});
