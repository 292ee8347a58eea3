import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pageIdOfFile, parseFileLink, parsePageLink } from "../../src/pages/links.ts";

const byId = (pageId: string) => ({ by: "id", pageId }) as const;
const byNumberAndTitle = (pageId: string, space: string, title: string) => ({ by: "id", pageId, named: { space, title } }) as const;
const byTitle = (space: string, title: string) => ({ by: "title", space, title }) as const;
const byFile = (file: string) => ({ by: "file", file }) as const;

describe("forms of links to pages", () => {
  test.each([
    ["https://wiki.example.org/pages/viewpage.action?pageId=123", byId("123")],
    ["/wiki/pages/viewpage.action?pageId=123&focusedCommentId=9#comment-9", byId("123")],
    ["/pages/viewpage.action?spaceKey=LAN&title=Lamp+care+%28old%29", byTitle("LAN", "Lamp care (old)")],
    ["/pages/releaseview.action?pageId=123", byId("123")],
    ["/pages/resumedraft.action?draftId=123&draftShareId=a", byId("123")],
    ["/pages/viewpageattachments.action?pageId=123", byId("123")],
    ["https://wiki.example.org/wiki/spaces/LAN/pages/123/Lamp+care", byNumberAndTitle("123", "LAN", "Lamp care")],
    ["https://wiki.example.org/wiki/spaces/LAN/pages/123", byId("123")],
    ["/wiki/spaces/LAN/pages/edit-v2/123?draft=1", byId("123")],
    ["/wiki/spaces/LAN/blog/2020/01/02/123/Fog", byNumberAndTitle("123", "LAN", "Fog")],
    ["/wiki/spaces/~ilse/pages/123/Mine", byNumberAndTitle("123", "~ilse", "Mine")],
    ["null/spaces/LAN/pages/123/Lamp", byNumberAndTitle("123", "LAN", "Lamp")],
    ["https://wiki.example.org/display/LAN/Lamp+care+%28old%29", byTitle("LAN", "Lamp care (old)")],
    ["/wiki/display/LAN/Lamp+care?focusedCommentId=9", byTitle("LAN", "Lamp care")],
    ["/display/~ilse/My+lamps", byTitle("~ilse", "My lamps")],
    ["/display/LAN/2020/01/02/Fog", byTitle("LAN", "Fog")],
    ["/display/LAN/100%", byTitle("LAN", "100%")],
    ["https://wiki.example.org/x/AbCd", byId("10334209")],
    ["/wiki/x/AQ", byId("1")],
    ["/x/B", byId("4")],
    ["/pages/tinyurl.action?urlIdentifier=AQ", byId("1")],
    ["Lamp-Care_123.html", byFile("Lamp-Care_123.html")],
    ["./Lamp-Care_123.html#top", byFile("Lamp-Care_123.html")],
    ["EAGLE%2B-%2BFAQ.html", byFile("EAGLE%2B-%2BFAQ.html")],
    ["Lamp Care.html#a:b", byFile("Lamp Care.html")],
    ["notes.md", byFile("notes.md")],
  ])("%s", (href, expected) => {
    expect(parsePageLink(href)).toEqual(expected);
  });

  test.each([
    "https://example.org/",
    "https://example.org/index.html",
    "/index.html",
    "mailto:a@example.org",
    "#top",
    "",
    "attachments/1/2.html",
    "/display/~ilse",
    "/display/LAN",
    "/pages/createpage.action?spaceKey=LAN&title=Oil",
    "/pages/viewpage.action?pageId=abc",
    "/pages/viewpage.action",
    "https://x.example.org/a/x/AbCd",
    "/x/",
    "/x/AAAA",
  ])("%j is none", (href) => {
    expect(parsePageLink(href)).toBeNull();
  });
});

test.each([
  ["/download/attachments/123/minutes.pdf?version=1&api=v2", { pageId: "123", name: "minutes.pdf" }],
  ["https://wiki.example.org/wiki/download/thumbnails/123/Lamp%20one.png", { pageId: "123", name: "Lamp one.png" }],
  ["/download/attachments/embedded-page/LAN/Lamp/a.png", null],
  ["attachments/123/456.pdf", null],
])("the file behind %s", (href, expected) => {
  expect(parseFileLink(href)).toEqual(expected);
});

test("tiny links lead back to the id that they were made of", () => {
  const tinyOf = (id: bigint): string => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(id);
    return bytes.toString("base64").replaceAll("/", "-").replaceAll("+", "_").replace(/=+$/, "").replace(/A+$/, "");
  };
  fc.assert(
    fc.property(
      fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }),
      fc.constantFrom("", "/wiki", "https://wiki.example.org", "https://wiki.example.org/wiki"),
      (id, base) => {
        expect(parsePageLink(`${base}/x/${tinyOf(id)}`)).toEqual(byId(id.toString()));
      },
    ),
    {
      numRuns: 2000,
      examples: [
        [1n, ""],
        [2n ** 63n - 1n, ""],
        [4n, ""],
        [2n ** 62n, ""],
      ],
    },
  );
});

test("no link makes it fail", () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string({ unit: "binary" })), (href) => {
      parsePageLink(href);
      parsePageLink(`/display/${href}`);
      parsePageLink(`/pages/viewpage.action?${href}`);
    }),
  );
});

test.each([
  ["Lamp-Care_123.html", "123"],
  ["123.html", "123"],
  ["folder/A_b_456.md", "456"],
  ["Lamp-Care_123.HTML", "123"],
  ["Lamp_12.html", null],
  ["Lamp.html", null],
  ["12.html", null],
  ["123.html#a", "123"],
  ["123.txt", null],
])("the id in the file name %s", (file, expected) => {
  expect(pageIdOfFile(file)).toBe(expected);
});
