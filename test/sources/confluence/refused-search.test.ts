import { describe, expect, test } from "vitest";
import { inFrontOf } from "./proxy.ts";
import { addLamps, ann, asked, bodiesAsked, desk, guildWiki, served } from "./support.ts";

async function withoutSearch(lamps: number, flavour: "cloud" | "server" = "cloud") {
  const confluence = await served({ flavour, wiki: addLamps(guildWiki(5000, "page"), lamps) });
  const refusing = await inFrontOf(confluence, (url) => (url.includes("/content/search") ? { status: 403 } : null));
  const place = await desk(refusing, { fullListingDays: 1 });
  const first = await place.hurry();
  const file = {
    title: "wick.txt",
    mediaType: "text/plain",
    bytes: Buffer.from("wick"),
    createdAt: "2024-04-25T10:00:00.000Z",
    authorId: ann,
  };
  confluence.wiki.label("5004", "lamps", "old");
  confluence.wiki.addAttachment("5003", file);
  confluence.resetLog();
  return { confluence, first, ...place };
}

describe("where the search is refused", () => {
  test.each(["cloud", "server"] as const)("a complete listing asks each page of a small space: %s", async (flavour) => {
    const { confluence, sync, page, first } = await withoutSearch(0, flavour);
    expect(first.exitCode).toBe(0);
    expect((await sync("--full")).code).toBe(0);
    expect((await page("5004")).labels).toEqual(["lamps", "old"]);
    expect((await page("5003")).attachments.map(({ name }) => name)).toEqual(["wick.txt"]);
    expect(bodiesAsked(confluence)).toEqual([]);
  });

  test("in a large one nothing is asked, and the report says what may be older", async () => {
    const { confluence, sync, page } = await withoutSearch(110);
    const outcome = await sync("--full");
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).toMatch(/search: the wiki refuses the search, and 116 pages are too many.*labels, files and comments/);
    expect((await page("5004")).labels).toEqual(["howto", "lamps"]);
    expect(asked(confluence).filter((path) => path.endsWith("/labels"))).toEqual([]);
  });
});
