import { describe, expect, test } from "vitest";
import { untilKnown } from "../../../src/sources/confluence/until-known.ts";
import { addLamps, ann, asked, bodiesAsked, desk, guildWiki, served } from "./support.ts";

interface Item {
  readonly at: string | null;
  readonly isNew?: boolean;
}

const minute = (index: number): string => new Date(Date.UTC(2024, 2, 1, 10, 0) - index * 60_000).toISOString();
const items = (count: number, over: (index: number) => Partial<Item> = () => ({})): Item[] =>
  Array.from({ length: count }, (_, index) => ({ at: minute(index), ...over(index) }));

async function* listOf(all: readonly Item[]): AsyncGenerator<Item> {
  yield* all;
}

test.each<[string, Item[], number]>([
  ["known things are read as far as an index may lag", items(400), 50],
  ["what is new begins the count anew", items(400, (index) => ({ isNew: index === 40 })), 91],
  ["things of one time are in order", items(400, () => ({ at: minute(0) })), 50],
  ["a short list is read to its end", items(20), 20],
  ["a list that is in no order is read to its end", items(400, (index) => ({ at: minute(index === 7 ? -9 : index) })), 400],
  ["one whose times are told of some alone too", items(400, (index) => (index % 2 === 0 ? { at: null } : { at: minute(-index) })), 400],
  ["a list that tells no times is in the order that was asked for", items(400, () => ({ at: null })), 50],
])("%s", async (_, all, count) => {
  const read = untilKnown(listOf(all), { at: ({ at }) => at, isKnown: ({ isNew = false }) => !isNew });
  expect(await Array.fromAsync(read)).toHaveLength(count);
});

/** As after an import: nearly all pages, files and comments are of one hour. */
function importedWiki() {
  const wiki = addLamps(guildWiki(5000, "page"), 260);
  const createdAt = "2024-04-18T10:30:00.000Z";
  for (let index = 0; index < 260; index += 1) {
    wiki.edit(String(6000 + index), "<p>Off.</p>", { authorId: ann, at: new Date(Date.UTC(2024, 3, 18, 10, 0, index)).toISOString() });
    wiki.addAttachment(String(6000 + index), { title: "a.png", mediaType: "image/png", bytes: Buffer.from("0"), createdAt, authorId: ann });
    wiki.addComment(String(6000 + index), { createdAt, authorId: ann, storage: "<p>Seen.</p>" });
  }
  return wiki;
}

describe.each(["cloud", "server"] as const)("of a space that was imported in an hour, on %s,", (flavour) => {
  test("a run without changes asks four times at most, and one with some finds them", async () => {
    const wiki = importedWiki();
    const confluence = await served({ flavour, wiki });
    const { sync, page } = await desk(confluence, { comments: true });
    expect((await sync()).code).toBe(0);
    confluence.resetLog();
    expect((await sync()).code).toBe(0);
    expect(asked(confluence).length).toBeLessThanOrEqual(4);
    const at = "2024-04-19T10:00:00.000Z";
    wiki.edit("6123", "<p>On again.</p>", { authorId: ann, at });
    wiki.addAttachment("6200", { title: "a.png", mediaType: "image/png", bytes: Buffer.from("1"), createdAt: at, authorId: ann });
    wiki.addComment("6250", { createdAt: at, authorId: ann, storage: "<p>Again.</p>" });
    confluence.resetLog();
    expect((await sync()).code).toBe(0);
    expect(bodiesAsked(confluence)).toContain("6123");
    expect((await page("6123")).markdown).toMatch(/On again/);
    expect((await page("6200")).attachments[0]?.url).toMatch(/version=2/);
    expect((await page("6250")).comments.map(({ markdown }) => markdown.trim())).toEqual(["Seen.", "Again."]);
  });
});
