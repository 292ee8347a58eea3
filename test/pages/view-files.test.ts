import { expect, test } from "vitest";
import { allBlocks } from "../../src/pages/document.ts";
import { documentFromBody } from "../../src/pages/from-body.ts";
import { linksOf } from "../../src/pages/page-links.ts";

const files: Readonly<Record<string, string>> = {
  "a b & c.vtt": "attachments/81/91.vtt",
  "call.mp4": "attachments/81/92.mp4",
  "1+1.csv": "attachments/81/93.csv",
};
const context = { space: "LAN", pageId: "81", currentId: "900", nameOf: () => null, fileNamed: (name: string) => files[name] ?? null };

const hrefsIn = (html: string): string[] => linksOf(documentFromBody(html, "view.html", context)).map(({ href }) => href);

test.each([
  ["with a query", "/wiki/download/attachments/81/call.mp4?version=1&amp;api=v2", "attachments/81/92.mp4"],
  ["in full", "https://guild.example.org/download/attachments/81/call.mp4", "attachments/81/92.mp4"],
  ["encoded", "/download/attachments/81/a%20b%20%26%20c.vtt", "attachments/81/91.vtt"],
  ["with a plus for a blank", "/download/attachments/81/a+b+%26+c.vtt", "attachments/81/91.vtt"],
  ["with a plus of its own", "/download/attachments/81/1+1.csv", "attachments/81/93.csv"],
  ["under the page's new id", "/download/attachments/900/call.mp4", "attachments/81/92.mp4"],
  ["of another page", "/download/attachments/82/call.mp4", "/download/attachments/82/call.mp4"],
  ["that nobody listed", "/download/attachments/81/gone.mp4", "/download/attachments/81/gone.mp4"],
  ["no file", "/display/LAN/call.mp4", "/display/LAN/call.mp4"],
])("a link to a file %s", (_, href, expected) => {
  expect(hrefsIn(`<p><a href="${href}">the file</a></p>`)).toEqual([expected]);
});

test("an element that says which attachment it means", () => {
  const marks = 'data-linked-resource-id="95" data-linked-resource-type="attachment"';
  expect(hrefsIn(`<p><a href="/download/attachments/82/talk.mp4" ${marks}>talk</a></p>`)).toEqual(["attachments/82/95.mp4"]);
  const image = documentFromBody(`<p><img src="/download/thumbnails/81/lamp.png?width=90" alt="lamp" ${marks}></p>`, "view.html", context);
  expect([...allBlocks(image.blocks)].flatMap(({ spans }) => spans.map(({ href }) => href))).toEqual(["attachments/81/95.png"]);
});
