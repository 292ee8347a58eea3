import { describe, expect, test } from "vitest";
import { dayBefore, downloadUrl, quoted } from "../../../src/sources/confluence/search.ts";
import { ann, desk, guildWiki, served } from "./support.ts";

test.each([
  ["2024-05-02T00:30:59.000Z", "2024-05-01 00:30"],
  ["2024-03-01T12:00:00.000Z", "2024-02-29 12:00"],
  ["2024-01-01T00:00:00.000Z", "2023-12-31 00:00"],
])("times of a search are a day earlier, as accounts read them in their own zone: %s", (instant, text) => {
  expect(dayBefore(instant)).toBe(text);
});

test("a key is quoted for a search", () => {
  expect(quoted('a"b\\c')).toBe('"a\\"b\\\\c"');
});

test.each([
  ["https://wiki.example.org/wiki", "/wiki/download/a.txt", "https://wiki.example.org/wiki/download/a.txt"],
  ["https://wiki.example.org/wiki", "/download/a.txt", "https://wiki.example.org/wiki/download/a.txt"],
  ["https://wiki.example.org/wiki", "download/a.txt", "https://wiki.example.org/wiki/download/a.txt"],
  ["https://wiki.example.org", "/download/a.txt", "https://wiki.example.org/download/a.txt"],
  ["https://wiki.example.org", "https://files.example.org/a.txt", "https://files.example.org/a.txt"],
  ["https://wiki.example.org", undefined, null],
])("where a file lies: %s and %s", (siteUrl, link, url) => expect(downloadUrl(link, siteUrl)).toBe(url));

// The newest page of the guild is of 17 April, 18:00 UTC.
describe.each([-720, 0, 840])("on a wiki whose clock is %i minutes ahead of UTC", (offsetMinutes) => {
  const lateAt = "2024-04-16T20:00:00.000Z";

  test.each(["cloud", "server"] as const)("a page that the wiki shows late is noticed (%s)", async (flavour) => {
    const confluence = await served({ flavour, offsetMinutes, wiki: guildWiki(5000, "page") });
    const { sync, page } = await desk(confluence);
    await sync();
    confluence.wiki.addPage({ id: "5010", space: "LAN", title: "Wicks", storage: "<p>Trim.</p>", authorId: ann, at: lateAt });
    expect((await sync()).code).toBe(0);
    expect(await page("5010")).toMatchObject({ markdown: "Trim.", modifiedAt: lateAt });
  });

  test.each(["cloud", "server"] as const)("so is a file (%s)", async (flavour) => {
    const confluence = await served({ flavour, offsetMinutes, wiki: guildWiki(5000, "page") });
    const { sync, page } = await desk(confluence);
    await sync();
    confluence.wiki.addAttachment("5004", { title: "wick.csv", bytes: Buffer.from("a"), createdAt: lateAt, authorId: ann });
    expect((await sync()).code).toBe(0);
    expect((await page("5004")).attachments.map(({ name }) => name)).toEqual(["wick.csv"]);
  });
});
