import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Document } from "../../src/pages/document.ts";
import { documentFromBody } from "../../src/pages/from-body.ts";
import { documentFromHtml } from "../../src/pages/from-html.ts";
import { readExport } from "../support/confluence/content/read-export.ts";
import { inventSpace, spaceOfExport, startConfluence, type Wiki } from "../support/confluence/index.ts";

const sample = fileURLToPath(new URL("../../config/sample/COASTSIG", import.meta.url));

const textsOf = (document: Document): string[] => document.blocks.map(({ type, text }) => `${type} ${text}`);
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
    const expected = textsOf(documentFromHtml(body, { flattensTables: false }));
    expect(textsOf(documentFromBody(storage, "storage.xml", context))).toEqual(expected);
    const response = await fetch(`${confluence.baseUrl}/api/v2/pages/${id}?body-format=view`);
    const { body: shown } = (await response.json()) as { body: { view: { value: string } } };
    expect(textsOf(documentFromBody(shown.view.value, "view.html"))).toEqual(expected);
  }
  expect([...wiki.contents.values()].filter(({ id }) => listsItsChildren(storageOf(wiki, id)))).toHaveLength(6);
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
