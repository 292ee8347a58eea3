import { describe, expect, test } from "vitest";
import { planSync } from "../../../src/sources/confluence/plan.ts";
import { PageTree } from "../../../src/sources/confluence/tree.ts";
import type { Extras, ListedPage } from "../../../src/sources/confluence/types.ts";
import { type KnownPage, wikiIdOf } from "../../../src/sources/types.ts";
import { knownPage, listedPage } from "./made-pages.ts";

interface Situation {
  readonly isComplete?: boolean;
  readonly extras?: Extras;
  readonly lacksFiles?: boolean;
}

/** What is to be done, by page id. */
function planned(known: readonly KnownPage[], listed: readonly ListedPage[], { isComplete = true, extras, lacksFiles }: Situation = {}) {
  const tree = new PageTree((title) => title);
  tree.addKnown(known);
  tree.addListed(listed);
  const plan = planSync({
    known: new Map(known.map((page) => [wikiIdOf(page), page])),
    listed: new Map(listed.map((page) => [page.pageId, page])),
    isComplete,
    tree,
    extras: () => extras ?? null,
    homePageId: null,
    redact: (text) => ({ text, counts: { phone: 0, email: 0, passcode: 0, secret: 0 } }),
    lacksFiles: () => lacksFiles ?? false,
  });
  return {
    fetch: plan.fetch.map(({ pageId }) => pageId),
    touch: plan.touch.map(({ listed: page }) => page.pageId),
    absent: plan.absent.map(({ envelope }) => envelope.pageId),
    older: plan.older.map(({ pageId }) => pageId),
  };
}

const nothing = { fetch: [], touch: [], absent: [], older: [] };
const later = "2024-03-01T12:00:05.000Z";

describe("the body of a page", () => {
  test.each<[string, Partial<KnownPage["envelope"]>, Partial<ListedPage>, boolean]>([
    ["of a newer version is asked for", {}, { version: 4, modifiedAt: later }, true],
    ["of the same version and time is not", {}, {}, false],
    ["of the same version and another time is: live pages are written without a new version", {}, { modifiedAt: later }, true],
    ["of which an export told no version is", { version: null, modifiedAt: null }, {}, true],
    ["of which the wiki tells no version is", {}, { version: null }, true],
    [
      "of the same version and day is not, where the wiki tells days alone",
      { modifiedAt: null },
      { modifiedAt: null, modifiedOn: "2024-03-01" },
      false,
    ],
    ["of the same version and another day is", { modifiedAt: null }, { modifiedAt: null, modifiedOn: "2024-03-02" }, true],
    ["is not asked for where a day stands against an instant", {}, { modifiedAt: null, modifiedOn: "2024-03-02" }, false],
  ])("%s", (_, before, now, isAsked) => {
    expect(planned([knownPage(before)], [listedPage(now)])).toEqual({ ...nothing, fetch: isAsked ? ["5004"] : [] });
  });

  test("of a page that nobody knows is asked for, the oldest page first", () => {
    expect(planned([], [listedPage({ pageId: "10000" }), listedPage({ pageId: "900" })])).toEqual({ ...nothing, fetch: ["900", "10000"] });
  });
});

test("a version older than the archive's changes nothing, whatever else it shows", () => {
  const restored = listedPage({ version: 2, modifiedAt: "2024-02-20T12:00:00.000Z", title: "Care", labels: ["old"] });
  expect(planned([knownPage()], [restored])).toEqual({ ...nothing, older: ["5004"] });
});

describe("what stands around a body", () => {
  const extras: Extras = { labels: [], attachments: [], comments: 0 };
  const file = { id: "7", name: "wick.csv", mediaType: null, url: null, bytes: 3 };

  test.each<[string, Partial<ListedPage>, Extras | undefined]>([
    ["title", { title: "Care of Lamps" }, undefined],
    ["place", { parentId: "5000" }, undefined],
    ["status", { status: "archived" }, undefined],
    ["labels", { labels: ["howto"] }, undefined],
    ["labels that the search tells", { labels: null }, { ...extras, labels: ["howto"] }],
    ["files", {}, { ...extras, attachments: [file] }],
    ["comments", {}, { ...extras, comments: 2 }],
  ])("is written anew without the body: %s", (_, now, told) => {
    const known = [knownPage(), knownPage({ pageId: "5000", title: "Lantern Guild" })];
    const listed = [listedPage(now), listedPage({ pageId: "5000", title: "Lantern Guild" })];
    const given = told === undefined ? {} : { extras: told };
    const { touch, ...rest } = planned(known, listed, given);
    expect(touch).toContain("5004");
    expect(rest).toEqual({ fetch: [], absent: [], older: [] });
  });

  test("is left where nothing is told of it, although files are lacking", () => {
    expect(planned([knownPage()], [listedPage({ labels: null })], { lacksFiles: true })).toEqual(nothing);
    expect(planned([knownPage()], [listedPage()], { lacksFiles: true, extras })).toEqual({ ...nothing, touch: ["5004"] });
  });
});

describe("a page that is not listed", () => {
  const parents = [{ title: "Lantern Guild", href: null, pageId: "5000" }];
  const below = knownPage({ parents });

  test.each(["current", "archived"] as const)("is absent from a complete listing where it was %s", (status) => {
    expect(planned([knownPage({ status })], [])).toEqual({ ...nothing, absent: ["5004"] });
  });

  test.each(["trashed", "deleted", "moved", "hidden", "missing"] as const)("is not missed again where it was %s", (status) => {
    expect(planned([knownPage({ status })], [])).toEqual(nothing);
  });

  test("is only unchanged where changes alone are listed", () => {
    expect(planned([knownPage()], [], { isComplete: false })).toEqual(nothing);
  });

  test("gets the new title of the page above it", () => {
    const home = knownPage({ pageId: "5000", title: "Lantern Guild" });
    const renamed = listedPage({ pageId: "5000", title: "Guild of Lanterns", version: 4 });
    expect(planned([home, below], [renamed], { isComplete: false })).toEqual({ ...nothing, fetch: ["5000"], touch: ["5004"] });
  });
});
