import { describe, expect, test } from "vitest";
import { ownFilesIn, PageExtras } from "../../../src/sources/confluence/extras.ts";
import type { Extras, ListedAttachment, ListedPage, Wiki, WikiSpace } from "../../../src/sources/confluence/types.ts";
import { fetchedPage, listedPage } from "./made-pages.ts";

const space: WikiSpace = { id: "9", key: "LAN", name: null, homePageId: null };
const fileNamed = (name: string): ListedAttachment => ({ id: name, name, mediaType: null, url: null, bytes: 1 });
const having = (...names: readonly string[]): Extras => ({ labels: [], attachments: names.map(fileNamed), comments: 0 });
const image = (name: string): string => `<ac:image><ri:attachment ri:filename="${name}" /></ac:image>`;

/** What the search finds, what pages say of themselves, and the ids of the pages that were asked. */
async function learned(
  found: ReadonlyMap<string, Extras> | null,
  ofPage: (pageId: string) => Extras,
  ids: readonly string[],
  flavour = "cloud",
) {
  const asked: string[] = [];
  const wiki = {
    flavour,
    extras: async () => found,
    extrasOf: async ({ pageId }: ListedPage) => {
      asked.push(pageId);
      return ofPage(pageId);
    },
  };
  const extras = new PageExtras(wiki as unknown as Wiki, 4);
  await extras.learnSpace(space, new Map(ids.map((pageId) => [pageId, listedPage({ pageId })])));
  return { extras, asked };
}

const idsUpTo = (count: number): string[] => Array.from({ length: count }, (_, index) => String(1000 + index));
const withoutFiles = (ids: readonly string[]): Map<string, Extras> => new Map(ids.map((id) => [id, having()]));

test("what is told of a page is let go when it is given, and the search's own answer stays as it is", async () => {
  const found = new Map([
    ["1", having("lamp.png")],
    ["2", having("wick.png")],
  ]);
  const { extras } = await learned(found, () => having(), ["1", "2"]);
  expect(await extras.of(fetchedPage("", { pageId: "1" }))).toEqual(having("lamp.png"));
  expect(extras.known("1")).toBeNull();
  expect(extras.known("2")).toEqual(having("wick.png"));
  expect(found.size).toBe(2);
});

describe("the search is believed about a page", () => {
  const found = new Map([
    ["1", having("lamp.png")],
    ["2", having()],
  ]);
  const told = having("lamp.png", "wick.png");

  test.each([
    ["where its body names no file", "<p>Oil first.</p>", []],
    ["where it knows the files that the body names", image("lamp.png"), []],
    ["not where the body names one that it does not know", image("lamp.png") + image("wick.png"), ["1"]],
    ["but for a file of another page", `<ri:attachment ri:filename="wick.png"><ri:page ri:content-title="Wicks"/></ri:attachment>`, []],
  ])("%s", async (_, body, pages) => {
    const { extras, asked } = await learned(found, () => told, ["1", "2"]);
    expect(await extras.of(fetchedPage(body, { pageId: "1" }))).toEqual(pages.length > 0 ? told : having("lamp.png"));
    expect(asked).toEqual(pages);
  });

  test("not where it knows nothing of the page", async () => {
    const { extras, asked } = await learned(found, () => told, ["1", "2", "3"]);
    expect(await extras.of(fetchedPage("<p>Oil.</p>", { pageId: "3" }))).toEqual(told);
    expect(asked).toEqual(["3"]);
  });
});

describe("a search that finds no file in a whole space", () => {
  test("is checked against each page of a space that is not large", async () => {
    const ids = idsUpTo(60);
    const { extras, asked } = await learned(withoutFiles(ids), (id) => having(...(id === "1031" ? ["lamp.png"] : [])), ids);
    expect([...asked].sort()).toEqual(ids);
    expect([extras.known("1031"), extras.known("1032")]).toEqual([having("lamp.png"), having()]);
  });

  test("is checked against some pages of a large one, from its beginning to its end", async () => {
    const ids = idsUpTo(1000);
    const { extras, asked } = await learned(withoutFiles(ids), () => having(), ids);
    expect(asked.length).toBeLessThan(100);
    for (const part of [0, 250, 500, 750]) expect(asked.some((id) => Number(id) >= 1000 + part && Number(id) < 1250 + part)).toBe(true);
    expect(extras.known("1999")).toEqual(having());
  });

  test("is believed about no page of a large one, where one of those has a file", async () => {
    const ids = idsUpTo(1000);
    const { extras, asked } = await learned(withoutFiles(ids), (id) => having(...(id === "1000" ? ["lamp.png"] : [])), ids);
    expect(ids.filter((id) => extras.known(id) !== null)).toEqual([]);
    const before = asked.length;
    expect(await extras.of(fetchedPage("<p>Oil.</p>", { pageId: "1999" }))).toEqual(having());
    expect(asked.slice(before)).toEqual(["1999"]);
  });

  test("is believed where it is what the pages themselves say", async () => {
    const { asked } = await learned(withoutFiles(["1"]), () => having("lamp.png"), ["1"], "pages");
    expect(asked).toEqual([]);
  });
});

test("a search that finds one file asks no page", async () => {
  const ids = idsUpTo(20);
  const { asked } = await learned(withoutFiles(ids).set("1003", having("lamp.png")), () => having(), ids);
  expect(asked).toEqual([]);
});

test("names of files are read as they are written, each once", () => {
  expect(ownFilesIn(image("a &amp; b&#39;s.png") + image("a &amp; b&#39;s.png") + image("c.png"))).toEqual(["a & b's.png", "c.png"]);
});
