import { load } from "cheerio/slim";
import fc from "fast-check";
import { expect, test } from "vitest";
import { changeFeeds } from "../../src/publish/feeds.ts";
import type { ChangeRecord } from "../../src/records/index.ts";

function change(over: Partial<ChangeRecord>): ChangeRecord {
  return {
    kind: "change",
    id: "changes/2024/lantern-guild-group-inactive-00000000",
    title: "The Wick Subgroup became inactive.",
    type: "group.inactive",
    group: "groups/wick-subgroup",
    subjects: ["groups/wick-subgroup"],
    at: "2024-04",
    detectedOn: "2024-05-01",
    from: [],
    to: [],
    basis: "stated",
    confidence: "high",
    summary: "The Wick Subgroup became inactive.",
    corrects: null,
    correctedBy: null,
    formerIds: [],
    evidence: [{ source: "wiki", pageId: "1", url: "https://wiki.example.org/x?a=1&b=2", quote: "It no longer meets <sic> & rests." }],
    ...over,
  };
}

function feedsOf(changes: readonly ChangeRecord[]) {
  const [[, json], [, atom]] = changeFeeds("Guild & Friends", changes) as [[string, string], [string, string]];
  return { json: JSON.parse(json), jsonText: json, atom, $: load(atom, { xml: true }) };
}

test("both feeds tell the same, the newest first", () => {
  const later = change({ id: "changes/2024/b", detectedOn: "2024-05-08", summary: "Later." });
  const { json, $ } = feedsOf([change({}), later]);
  expect(json.version).toBe("https://jsonfeed.org/version/1.1");
  expect(json.items.map((item: { title: string }) => item.title)).toEqual(["Later.", "The Wick Subgroup became inactive."]);
  expect($("feed > updated").text()).toBe("2024-05-08T00:00:00.000Z");
  expect(
    $("entry > id")
      .toArray()
      .map((element) => $(element).text()),
  ).toEqual(json.items.map((item: { id: string }) => item.id));
});

test("an item says what happened, in the words of its page, and leads there", () => {
  const { json, $ } = feedsOf([change({})]);
  expect(json.items[0]).toEqual({
    id: "urn:minutebook:changes:2024:lantern-guild-group-inactive-00000000",
    url: "https://wiki.example.org/x?a=1&b=2",
    title: "The Wick Subgroup became inactive.",
    content_text: "The Wick Subgroup became inactive.\nstated, confidence high\n“It no longer meets <sic> & rests.”",
    date_published: "2024-05-01T00:00:00Z",
    tags: ["group.inactive", "stated", "groups/wick-subgroup"],
  });
  expect($("entry > link").attr("href")).toBe("https://wiki.example.org/x?a=1&b=2");
  // What is HTML in Atom must not be what a page wrote.
  expect($("entry > content").text()).toContain("no longer meets &lt;sic&gt; &amp; rests.");
});

test("the order of changes and the clock do not matter", () => {
  const all = [change({}), change({ id: "changes/2024/b" }), change({ id: "changes/2024/c", detectedOn: "2024-05-08" })];
  expect(changeFeeds("T", all)).toEqual(changeFeeds("T", [...all].reverse()));
});

test("without an address there is no link, and without changes there is a feed", () => {
  const { json, atom } = feedsOf([change({ evidence: [{ source: "wiki", url: null }] })]);
  expect([json.items[0].url, atom.includes("<link")]).toEqual([undefined, false]);
  expect(feedsOf([]).$("feed > updated").text()).toBe("1970-01-01T00:00:00.000Z");
});

test("whatever a page says, the feed is XML", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const { $, atom } = feedsOf([change({ summary: text, evidence: [{ source: "wiki", url: null, quote: text }] })]);
      expect($("entry")).toHaveLength(1);
      expect(atom).not.toMatch(/[^\t\n\r\u0020-\u{10ffff}]/u);
      expect($("feed > title").text()).toBe("Guild & Friends: changes");
    }),
  );
});
