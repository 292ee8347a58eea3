import { describe, expect, test } from "vitest";
import { contentsOf } from "../../support/command-line.ts";
import { ann, desk, guildWiki } from "../support.ts";
import { altered, askedFor, askedPages, edit, servedPages } from "./support.ts";

describe("robots.txt", () => {
  test("is asked for once, before any page", async () => {
    const confluence = await servedPages();
    const { sync } = await desk(confluence);
    await sync();
    expect(askedPages(confluence).filter((path) => !/^\/(?:rest|api)\//.test(path))[0]).toBe("/robots.txt");
    expect(askedFor(confluence, /robots/)).toBe(1);
  });

  test("that forbids the pages ends the run with its reason, and no page is asked for", async () => {
    const confluence = await servedPages({ quirks: { robots: "User-agent: *\nDisallow: /display/\n" } });
    const { sync } = await desk(confluence);
    const outcome = await sync();
    expect([outcome.code, outcome.stderr]).toEqual([
      1,
      expect.stringMatching(/REST may be turned off.*robots\.txt asks robots not to read \/display\/LAN/),
    ]);
    expect(askedFor(confluence, /\/display\/|viewpage/)).toBe(0);
  });

  test("that forbids what a page redirects to is kept to", async () => {
    const robots = "User-agent: *\nDisallow: /display/LAN/Lantern\n";
    const confluence = await servedPages({ quirks: { robots } });
    const { sync } = await desk(confluence);
    const outcome = await sync();
    expect([outcome.code, outcome.stderr]).toEqual([1, expect.stringMatching(/robots not to read \/display\/LAN\/Lantern/)]);
    expect(askedFor(confluence, /Lantern/)).toBe(0);
  });

  test("that forbids what lies below /pages/ leaves tree, feed and addresses by title", async () => {
    const confluence = await servedPages({ quirks: { robots: "User-agent: *\nDisallow: /pages/\n" } });
    const { sync, page } = await desk(confluence);
    const outcome = await sync();
    expect(outcome.code, outcome.stderr).toBe(0);
    for (const id of ["5000", "5001", "5002", "5003", "5004", "5005"]) expect((await page(id)).pageId).toBe(id);
    expect(askedFor(confluence, /^\/pages\//)).toBe(0);
  });

  test("that forbids the address of a page by its title leaves the one by its id", async () => {
    const confluence = await servedPages({ quirks: { robots: "User-agent: *\nDisallow: /display/LAN/Lamp\n" } });
    const { sync, page } = await desk(confluence);
    expect((await sync()).code).toBe(0);
    expect((await page("5004")).markdown).toBe("Oil first.");
    expect(askedFor(confluence, /Lamp/)).toBe(0);
  });

  test("that forbids lists is kept to, and the report says what is missing", async () => {
    const robots = "User-agent: *\nDisallow: /plugins/\nDisallow: /createrssfeed.action\nDisallow: /pages/viewpage\n";
    const confluence = await servedPages({ quirks: { robots } });
    const { sync, page } = await desk(confluence);
    const outcome = await sync();
    expect(outcome.code, outcome.stderr).toBe(0);
    expect(outcome.stderr).toMatch(/the page tree: .*robots\.txt asks robots not to read \/plugins/);
    expect(outcome.stderr).toMatch(/lists of attachments: .*robots\.txt/);
    expect(outcome.stderr).toMatch(/posts: .*some may be missing/);
    expect(askedFor(confluence, /plugins|createrssfeed|viewpage/)).toBe(0);
    expect(await page("5002")).toMatchObject({
      losses: [{ what: "attachments (not listed)" }],
      ancestors: [{ title: "Lantern Guild" }, { title: "Meetings" }],
    });
    confluence.wiki.edit("5004", "<p>Oil last.</p>", edit);
    confluence.wiki.trash("5002");
    const again = await sync("--as-of", "2024-05-02");
    expect(again.code, again.stderr).toBe(0);
    expect((await page("5004")).markdown).toBe("Oil last.");
    expect((await page("5002")).status.value).toBe("missing");
    expect(askedFor(confluence, /plugins|createrssfeed|viewpage/)).toBe(0);
  });
});

describe("what is not whole is not believed", () => {
  test.each([
    [
      "a notice of maintenance in place of a page",
      /Lamp\+Care/,
      "<html><body>Down for maintenance</body></html>",
      /shows no page of Confluence/,
    ],
    ["a page without its contents", /Lamp\+Care/, "bodiless", /shown without its contents/],
    ["a branch of the tree that is empty", /pageId=5001&treeId/, "", /page tree .* breaks off below 5001/],
    ["a list that ends before its end", /startIndex=30/, "<html><body></body></html>", /alphabetical list .* breaks off/],
  ])("%s", async (_, path, body, message) => {
    const wiki = guildWiki(5000, "page");
    const at = "2024-03-01T10:00:00.000Z";
    for (let index = 0; index < 30; index += 1)
      wiki.addPage({ id: String(6000 + index), space: "LAN", title: `Lamp ${index}`, authorId: ann, at });
    const confluence = await servedPages({ wiki });
    const head = '<meta name="ajs-page-id" content="5004"><meta name="ajs-space-key" content="LAN">';
    const { hurry, archive } = await desk(
      await altered(confluence, path, () => (body === "bodiless" ? `<html><head>${head}</head></html>` : body)),
    );
    if (/Lamp/.test(path.source)) {
      // One page that is not whole is set aside; nothing is written of it.
      const report = await hurry();
      expect(report).toMatchObject({
        exitCode: 3,
        skipped: expect.arrayContaining([expect.objectContaining({ weight: "fault", reason: expect.stringMatching(message) })]),
      });
      expect([...(await contentsOf(archive)).keys()]).not.toContain("pages/LAN/5004.json");
      return;
    }
    await expect(hurry()).rejects.toThrow(message);
    await expect(contentsOf(archive)).rejects.toThrow(/ENOENT/);
  });
});

test("an archive is the same whether answers fail or not", async () => {
  const confluence = await servedPages();
  const [calm, stormy] = [await desk(confluence), await desk(confluence)];
  await calm.hurry();
  confluence.setFaults({ share: 0.3, kinds: ["429", "500", "503", "reset", "truncate", "login"], seed: 7, retryAfter: "zero" });
  const report = await stormy.hurry();
  expect(report.sources[0]?.spent?.retries).toBeGreaterThan(0);
  expect(await contentsOf(stormy.archive)).toEqual(await contentsOf(calm.archive));
});

test("public pages have limits of their own", async () => {
  const proxy = await altered(await servedPages(), /./, (text) => text);
  const { hurry } = await desk(proxy, { pageLimits: { concurrency: 1, requestsPerSecond: 1000 } });
  await hurry();
  expect(proxy.crowd.most).toBe(1);
  const { hurry: hurryMore } = await desk(proxy, { pageLimits: { concurrency: 3, requestsPerSecond: 1000 } });
  await hurryMore();
  expect(proxy.crowd.most).toBeGreaterThan(1);
});
