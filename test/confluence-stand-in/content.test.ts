import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { makeExport } from "../../scripts/bench/make-export.ts";
import type { Block, Document } from "../../src/pages/document.ts";
import { documentFromBody } from "../../src/pages/from-body.ts";
import { documentFromHtml } from "../../src/pages/from-html.ts";
import { readExport } from "../support/confluence/content/read-export.ts";
import { inventSpace, spaceOfExport, startConfluence, type Wiki } from "../support/confluence/index.ts";

const sample = fileURLToPath(new URL("../../config/sample/COASTSIG", import.meta.url));

/** Each block with what it is, its cells, and the people and dates in it. */
const readingOf = (document: Document): unknown[] => document.blocks.map(blockReading);

function blockReading(block: Block): unknown {
  const { type, text, spans, panel } = block;
  const marks = spans.filter(({ kind }) => kind === "mention" || kind === "date").map(({ kind, value }) => [kind, value]);
  const done = type === "item" ? block.done : null;
  const cells = type === "table" ? block.cells.map((cell) => [cell.header, cell.rowSpan, cell.colSpan, cell.blocks.map(blockReading)]) : [];
  return { type, text, marks, panel, done, cells };
}

const storageOf = (wiki: Wiki, id: string): string => wiki.content(id).versions.at(-1)?.storage ?? "";
const listsItsChildren = (storage: string): boolean => storage.includes('ac:name="children"');

test("the storage and the view of an exported page read as its export does", async () => {
  const wiki = await spaceOfExport(sample);
  const exported = await readExport(sample);
  const confluence = await startConfluence({ flavour: "cloud", wiki });
  for (const { id, body } of exported.pages) {
    const storage = storageOf(wiki, id);
    // What the wiki lists by itself is not in storage, here as there.
    if (listsItsChildren(storage)) continue;
    const context = { space: "COASTSIG", pageId: id, nameOf: (account: string) => wiki.users.get(account)?.displayName ?? null };
    const expected = readingOf(documentFromHtml(body, { flattensTables: false }));
    expect(readingOf(documentFromBody(storage, "storage.xml", context))).toEqual(expected);
    const response = await fetch(`${confluence.baseUrl}/api/v2/pages/${id}?body-format=view`);
    const { body: shown } = (await response.json()) as { body: { view: { value: string } } };
    expect(readingOf(documentFromBody(shown.view.value, "view.html"))).toEqual(expected);
  }
  expect([...wiki.contents.values()].filter(({ id }) => listsItsChildren(storageOf(wiki, id)))).toHaveLength(6);
  await confluence.close();
});

test.each([
  ["a page", "41287681", '<ac:link><ri:page ri:content-title="Archive"/><ac:link-body>archive</ac:link-body></ac:link>'],
  ["a page by its title", "41287681", '<ac:link><ri:page ri:content-title="Leads and Members"/></ac:link>'],
  ["a person", "41290903", '<li><p><ac:link><ri:user ri:account-id="70121:e81d5c04-9b3f-46a7-8d12-5f60c7a2e339"/></ac:link></p></li>'],
  ["a date", "41287911", '<p><time datetime="2023-01-18"/></p>'],
  ["a file of the page", "41288773", '<ac:link><ri:attachment ri:filename="CS-SIG 2023-09-13.vtt"/></ac:link>'],
  [
    "a file of another page",
    "41288411",
    '<ri:attachment ri:filename="CS-SIG 2023-09-13.mp4"><ri:page ri:content-title="2023-09-13 General Meeting"/></ri:attachment>',
  ],
  ["a picture", "41287681", '<ac:image ac:alt=""><ri:attachment ri:filename="cs-sig-banner.png"/></ac:image>'],
  [
    "code",
    "41288205",
    '<ac:plain-text-body><![CDATA[{ "station": "harbour-wall-1", "level_mm": 1432, "battery_mv": 3911 }\n]]></ac:plain-text-body>',
  ],
  ["a task", "41287911", "<ac:task><ac:task-id>1</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body><ac:link>"],
])("the storage of an exported page has %s", async (_, id, xml) => expect(storageOf(await spaceOfExport(sample), id)).toContain(xml));

test("a file of another page is linked where it lies", async () => {
  const wiki = await spaceOfExport(sample);
  const confluence = await startConfluence({ flavour: "server", wiki });
  const shown = await fetch(`${confluence.baseUrl}/rest/api/content/41288411?expand=body.view`).then((response) => response.text());
  expect(shown).toContain("/download/attachments/41288773/CS-SIG%202023-09-13.mp4?version=1");
  await confluence.close();
});

test("an exported space keeps its tree, people, dates and files", async () => {
  const wiki = await spaceOfExport(sample);
  expect(wiki.contents.size).toBe(41);
  const page = wiki.content("41287911");
  expect(wiki.ancestorsOf(page).map(({ title }) => title)).toEqual(["Coastal Sensing SIG", "General Meetings", "2023 Meetings"]);
  expect(wiki.space("COASTSIG").homepageId).toBe("41287681");
  expect(
    page.versions.map(({ number, createdAt, authorId }) => [number, createdAt.slice(0, 10), wiki.users.get(authorId)?.displayName]),
  ).toEqual([
    [1, "2023-01-18", "Amara Nwosu"],
    [2, "2023-01-19", "Oksana Berezhna"],
  ]);
  const files = [...wiki.contents.values()].flatMap(({ attachments }) => attachments);
  expect(files.find(({ id }) => id === "att41288792")).toMatchObject({
    mediaType: "text/vtt",
    bytes: expect.toSatisfy((bytes: Buffer) => bytes.length > 0),
  });
});

test.each([
  ["of an export", () => spaceOfExport(sample)],
  ["invented", async () => inventSpace(120, 3)],
])("storage is well-formed XHTML: %s", async (_, make) => {
  const wiki = await make();
  for (const id of wiki.contents.keys()) expect(openElements(storageOf(wiki, id))).toEqual([]);
});

/** What was not closed, or closed in the wrong order; attributes without quotes and bare signs count too. */
function openElements(xml: string): string[] {
  const open: string[] = [];
  const text = xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "");
  for (const [, end, name = "", self] of text.matchAll(/<(\/?)([a-z][\w:-]*)(?:\s+[\w:-]+="[^"<]*")*(\/?)>/g)) {
    if (end === "/") {
      if (open.pop() !== name) return [`</${name}>`];
    } else if (self !== "/") open.push(name);
  }
  const rest = text.replace(/<\/?[a-z][\w:-]*(?:\s+[\w:-]+="[^"<]*")*\/?>/g, "");
  return [...open, ...(rest.match(/[<>]|&(?!(?:amp|lt|gt|quot|nbsp);)/g) ?? [])];
}

test("an invented space is the same for the same seed, one tree, and changes at a different time for each page", () => {
  const [one, again, other] = [inventSpace(200, 5), inventSpace(200, 5), inventSpace(200, 6)];
  expect([...again.contents.values()]).toEqual([...one.contents.values()]);
  expect([...other.contents.keys()]).not.toEqual([...one.contents.keys()]);
  expect(one.contents.size).toBe(200);
  expect([...one.contents.values()].filter(({ parentId }) => parentId === null)).toHaveLength(1);
  expect(new Set([...one.contents.values()].map(({ createdAt }) => createdAt)).size).toBe(200);
});

test("an invented wiki holds what the invented export of as many pages holds, page by page", async () => {
  const dir = await mkdtemp(join(tmpdir(), "minutebook-invented-"));
  onTestFinished(() => rm(dir, { recursive: true }));
  await makeExport(dir, 120, "html");
  const wiki = inventSpace(120);
  const exported = await readExport(dir);
  expect(exported.pages.map(({ id }) => id).sort()).toEqual([...wiki.contents.keys()].sort());
  for (const { id, body } of exported.pages) {
    const context = { space: "BENCH", pageId: id, nameOf: (account: string) => wiki.users.get(account)?.displayName ?? null };
    const expected = readingOf(documentFromHtml(body, { flattensTables: false }));
    expect(readingOf(documentFromBody(storageOf(wiki, id), "storage.xml", context))).toEqual(expected);
  }
});
