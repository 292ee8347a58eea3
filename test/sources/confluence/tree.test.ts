import { describe, expect, test } from "vitest";
import { PageTree } from "../../../src/sources/confluence/tree.ts";
import { knownPage, listedPage } from "./made-pages.ts";

const treeOf = (...pages: readonly (readonly [id: string, title: string, parentId: string | null])[]): PageTree => {
  const tree = new PageTree((title) => title);
  for (const [id, title, parentId] of pages) tree.add(id, title, parentId);
  return tree;
};
const titlesAbove = (tree: PageTree, id: string): string[] => tree.parentsOf(id).map(({ title }) => title);

test("parents stand from the root down", () => {
  const tree = treeOf(["1", "Guild", null], ["2", "Meetings", "1"], ["3", "March", "2"]);
  expect(tree.parentsOf("3")).toEqual([
    { title: "Guild", href: null, pageId: "1" },
    { title: "Meetings", href: null, pageId: "2" },
  ]);
  expect(tree.parentsOf("1")).toEqual([]);
});

describe("a tree that is none comes to an end", () => {
  test("where two pages stand below each other", () => {
    const tree = treeOf(["1", "One", "2"], ["2", "Two", "1"]);
    expect(titlesAbove(tree, "1")).toEqual(["Two"]);
    expect(titlesAbove(tree, "2")).toEqual(["One"]);
    expect(tree.missingAbove("1")).toBeNull();
  });

  test("where a page stands below itself", () => {
    const tree = treeOf(["1", "One", "1"]);
    expect(titlesAbove(tree, "1")).toEqual([]);
    expect(tree.missingAbove("1")).toBeNull();
  });

  test("where a page stands below others that go in circles", () => {
    const tree = treeOf(["1", "One", "2"], ["2", "Two", "3"], ["3", "Three", "2"]);
    expect(titlesAbove(tree, "1")).toEqual(["Three", "Two"]);
    expect(tree.missingAbove("1")).toBeNull();
  });

  test("where it is deeper than any honest one", () => {
    const chain = Array.from(
      { length: 300 },
      (_, index) => [String(index), `Page ${index}`, index === 0 ? null : String(index - 1)] as const,
    );
    const above = titlesAbove(treeOf(...chain), "299");
    expect([above.length, above.at(-1)]).toEqual([100, "Page 298"]);
  });
});

test("the first that nobody told of is named, over however many that are known", () => {
  const tree = treeOf(["2", "Meetings", "900"], ["3", "March", "2"]);
  expect(tree.missingAbove("3")).toBe("900");
  expect(titlesAbove(tree, "3")).toEqual(["Meetings"]);
});

test("what is listed stands over what was known, and folders are known by their places", () => {
  const parents = [
    { title: "Guild", href: null, pageId: "1" },
    { title: "Folder", href: null, pageId: "800" },
  ];
  const page = knownPage({ pageId: "3", title: "March", parents });
  const tree = new PageTree((title) => title.replace("s3cret", "[redacted]"));
  tree.addKnown([knownPage({ pageId: "1", title: "Guild" }), page]);
  expect(titlesAbove(tree, "3")).toEqual(["Guild", "Folder"]);
  expect(tree.hasOtherParents(page)).toBe(false);
  const renamed = listedPage({ pageId: "1", title: "Guild s3cret" });
  tree.addListed([renamed]);
  expect(titlesAbove(tree, "3")).toEqual(["Guild [redacted]", "Folder"]);
  expect(tree.titleOf(renamed)).toBe("Guild [redacted]");
  expect(tree.hasOtherParents(page)).toBe(true);
});
