import { readFile } from "node:fs/promises";
import { describe, expect, test, vi } from "vitest";
import { contentsOf, minutebook, timesOf } from "../../support/command-line.ts";
import { ann, desk, guildWiki, minutes } from "../support.ts";
import { altered, askedFor, askedPages, edit, planOf, servedPages } from "./support.ts";

describe("the first sync of public pages", () => {
  test("reads pages and posts with people, places, labels, files and comments, and says how", async () => {
    const confluence = await servedPages();
    const { sync, page, archive } = await desk(confluence);
    const outcome = await sync();
    expect(outcome.code, outcome.stderr).toBe(0);
    expect(outcome.stderr).toMatch(/REST is refused to anonymous readers; public pages are read instead/);
    const meeting = await page("5002");
    expect(meeting).toMatchObject({
      pageKind: "meeting",
      version: 1,
      modifiedAt: null,
      modifiedOn: "2024-03-20",
      createdOn: "2024-03-20",
      createdBy: { name: "Ilse Brandvold", id: "people/ilse-brandvold" },
      ancestors: [
        { title: "Lantern Guild", id: "pages/LAN/5000" },
        { title: "Meetings", id: "pages/LAN/5001" },
      ],
      attachments: [{ name: "minutes.vtt", url: expect.stringContaining("/download/attachments/5002/minutes.vtt") }],
      url: `${confluence.baseUrl}/pages/viewpage.action?pageId=5002`,
    });
    expect(meeting.markdown).toContain("redacted: phone");
    expect(await page("5004")).toMatchObject({ labels: ["howto", "lamps"], commentCount: 1 });
    expect(await page("5005")).toMatchObject({ pageKind: "post", title: "Spring is here" });
    const contents = await contentsOf(archive);
    expect([...contents.values()].join("")).not.toContain("555 0143");
    expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
    expect((await minutebook("rebuild", "--archive", archive)).stdout).toMatch(/nothing to write/);
  });

  test("asks for each page once", async () => {
    const confluence = await servedPages();
    const { sync } = await desk(confluence);
    await sync();
    for (const page of [/Lamp\+Care$/, /2024-03-20\+Meeting$/, /pageId=5003$|2024-04-17\+Meeting$/, /Spring\+is\+here$|pageId=5005$/])
      expect(askedFor(confluence, page)).toBe(1);
    expect(askedFor(confluence, /viewpageattachments/)).toBe(1);
  });

  test.each(["403", "404", "login"] as const)("where REST answers %s", async (restAnswer) => {
    const confluence = await servedPages({ quirks: { restAnswer } });
    const { hurry, page } = await desk(confluence);
    await hurry();
    expect((await page("5004")).markdown).toBe("Oil first.");
  });

  test("below a context path", async () => {
    const confluence = await servedPages({ context: "/confluence" });
    const { sync, page } = await desk(confluence);
    expect((await sync()).code).toBe(0);
    expect((await page("5002")).attachments[0]?.url).toBe(
      `${confluence.baseUrl}/download/attachments/5002/minutes.vtt?version=1&modificationDate=1710961200000&cacheVersion=1&api=v2`,
    );
  });

  test("finds pages that stand outside of the tree, over all pieces of the alphabetical list", async () => {
    const wiki = guildWiki(5000, "page");
    for (let index = 0; index < 65; index += 1)
      wiki.addPage({
        id: String(6000 + index),
        space: "LAN",
        title: `Lamp ${String(index).padStart(2, "0")}`,
        parentId: index % 2 === 0 ? null : "5004",
        storage: "<p>On.</p>",
        authorId: ann,
        at: "2024-03-01T10:00:00.000Z",
      });
    const confluence = await servedPages({ wiki });
    const { hurry, page } = await desk(confluence);
    expect((await hurry()).pages.read).toBe(71);
    expect((await page("6064")).ancestors).toEqual([]);
    expect((await page("6063")).ancestors.map(({ title }) => title)).toEqual(["Lantern Guild", "Lamp Care"]);
  });

  test("is refused where pages are closed too, with what the interface said", async () => {
    const confluence = await servedPages({ access: { isRequired: true } });
    const { hurry } = await desk(confluence);
    await expect(hurry()).rejects.toThrow(/no Confluence that answers|REST may be turned off|login page/);
  });

  test("is not tried where there are credentials", async () => {
    vi.stubEnv("GUILD_TOKEN", "t0ken");
    const confluence = await servedPages();
    const { sync } = await desk(confluence, { auth: { token: `${"$"}{GUILD_TOKEN}` } } as never);
    const outcome = await sync();
    vi.unstubAllEnvs();
    expect([outcome.code, outcome.stderr]).toEqual([1, expect.stringMatching(/403.*REST may be turned off/)]);
    expect(askedFor(confluence, /\/display\/|robots/)).toBe(0);
  });
});

describe("a run that finds nothing new", () => {
  test("asks the feed, looks at the newest pages again, and writes nothing", async () => {
    const confluence = await servedPages();
    const { sync, archive } = await desk(confluence);
    await sync();
    const before = await timesOf(archive);
    confluence.resetLog();
    const outcome = await sync("--as-of", "2024-05-04");
    expect(outcome.stdout).toMatch(/nothing to write/);
    expect(outcome.stderr).toMatch(/public pages are read instead/);
    expect(askedPages(confluence).sort()).toEqual(["/createrssfeed.action", "/display/LAN/2024-04-17+Meeting", "/robots.txt"]);
    expect(await timesOf(archive)).toEqual(before);
  });

  test("looks at each page once in a complete listing, and reads none", async () => {
    const confluence = await servedPages();
    const { sync, archive } = await desk(confluence);
    await sync();
    const before = await timesOf(archive);
    confluence.resetLog();
    const outcome = await sync("--full", "--json");
    expect(planOf(outcome)).toMatchObject({ listing: "complete", listed: 6, fetch: 0, touch: 0 });
    expect(askedFor(confluence, /Lamp\+Care/)).toBe(1);
    expect(askedFor(confluence, /viewpageattachments/)).toBe(0);
    expect(await timesOf(archive)).toEqual(before);
  });
});

describe("a run after changes", () => {
  test("reads what the feed names", async () => {
    const confluence = await servedPages();
    const { sync, page } = await desk(confluence);
    await sync();
    confluence.wiki.edit("5004", "<p>Oil last.</p>", edit);
    const at = "2024-05-15T18:00:00.000Z";
    confluence.wiki.addPage({
      id: "5010",
      space: "LAN",
      title: "2024-05-15 Meeting",
      parentId: "5001",
      storage: minutes,
      authorId: ann,
      at,
    });
    confluence.resetLog();
    const outcome = await sync("--json");
    expect(planOf(outcome)).toMatchObject({ listing: "changes", fetch: 2 });
    expect(askedFor(confluence, /Lamp\+Care/)).toBe(1);
    expect(await page("5004")).toMatchObject({
      markdown: "Oil last.",
      version: 2,
      createdOn: "2024-02-01",
      modifiedOn: "2024-04-20",
      modifiedBy: { name: "Tomás Arriaga" },
    });
    expect((await page("5010")).ancestors.map(({ title }) => title)).toEqual(["Lantern Guild", "Meetings"]);
  });

  test("sees two changes of one day", async () => {
    const confluence = await servedPages();
    const { sync, page } = await desk(confluence);
    confluence.wiki.edit("5004", "<p>Oil second.</p>", edit);
    await sync();
    confluence.wiki.edit("5004", "<p>Oil last.</p>", { ...edit, at: "2024-04-20T11:00:00.000Z" });
    await sync("--as-of", "2024-05-02");
    expect(await page("5004")).toMatchObject({ markdown: "Oil last.", version: 3 });
  });

  test("sees moves, labels, files and comments by a complete listing, without reading bodies", async () => {
    const confluence = await servedPages();
    const { sync, page } = await desk(confluence);
    await sync();
    confluence.wiki.move("5003", "5004");
    confluence.wiki.label("5004", "lamps", "old");
    confluence.wiki.addComment("5004", { createdAt: edit.at, authorId: ann, storage: "<p>And soot.</p>" });
    const file = { title: "wick.csv", mediaType: "text/csv", bytes: Buffer.from("a"), createdAt: edit.at, authorId: ann };
    confluence.wiki.addAttachment("5004", file);
    const outcome = await sync("--full", "--as-of", "2024-05-02", "--json");
    expect(planOf(outcome)).toMatchObject({ fetch: 0, touch: 2 });
    expect((await page("5003")).ancestors.map(({ title }) => title)).toEqual(["Lantern Guild", "Lamp Care"]);
    expect(await page("5004")).toMatchObject({ labels: ["lamps", "old"], commentCount: 2, attachments: [{ name: "wick.csv" }] });
  });

  test("lists everything where the feed does not go back far enough", async () => {
    const confluence = await servedPages();
    const { sync, page } = await desk(confluence);
    await sync();
    for (let index = 0; index < 12; index += 1) {
      const at = `2024-05-0${1 + (index % 9)}T18:00:00.000Z`;
      confluence.wiki.addPage({ id: String(5100 + index), space: "LAN", title: `Lamp ${index}`, parentId: "5000", authorId: ann, at });
    }
    for (const id of ["5000", "5001", "5002", "5003", "5005"])
      confluence.wiki.edit(id, "<p>New.</p>", { ...edit, at: "2024-05-03T10:00:00.000Z" });
    confluence.wiki.edit("5004", "<p>Oil last.</p>", { ...edit, at: "2024-05-02T10:00:00.000Z" });
    const outcome = await sync("--json", "--as-of", "2024-05-06");
    expect(planOf(outcome)).toMatchObject({ listing: "complete", listed: 18 });
    expect((await page("5004")).markdown).toBe("Oil last.");
  });
});

test("a wiki that hides its versions is read in each complete listing", async () => {
  const confluence = await servedPages();
  const { sync, page } = await desk(await altered(confluence, /./, (text) => text.replace(/<a class='last-modified'[^>]*>/, "<a>")));
  confluence.wiki.edit("5004", "<p>Oil second.</p>", edit);
  await sync();
  expect((await page("5004")).version).toBeNull();
  confluence.wiki.edit("5004", "<p>Oil last.</p>", edit);
  const outcome = await sync("--full", "--json");
  expect(planOf(outcome)).toMatchObject({ fetch: 1 });
  expect(await page("5004")).toMatchObject({ markdown: "Oil last.", version: null });
});

test("a page outside of the tree stays where the alphabetical list is no longer given", async () => {
  let isGiven = true;
  const confluence = await servedPages();
  const at = "2024-03-01T10:00:00.000Z";
  confluence.wiki.addPage({ id: "5010", space: "LAN", title: "Stray Lamp", storage: "<p>On.</p>", authorId: ann, at });
  const { sync, page } = await desk(await altered(confluence, /listpages-alphaview/, (text) => (isGiven ? text : "")));
  await sync();
  isGiven = false;
  const outcome = await sync("--full", "--json");
  expect(planOf(outcome)).toMatchObject({ listed: 7, gone: {} });
  expect(outcome.stdout).not.toMatch(/not listed and yet there/);
  expect((await page("5010")).status.value).toBe("current");
});

describe("pages that are no longer listed", () => {
  test.each([
    ["hidden", "trashed", (wiki: ReturnType<typeof guildWiki>) => wiki.trash("5004")],
    ["hidden", "restricted", (wiki: ReturnType<typeof guildWiki>) => wiki.restrict("5004")],
    ["moved", "moved", (wiki: ReturnType<typeof guildWiki>) => wiki.moveToSpace("5004", "TIDE")],
  ])("stay, as %s, when %s", async (value, _, happen) => {
    const confluence = await servedPages();
    confluence.wiki.addSpace({ key: "TIDE", name: "Tide", createdAt: "2024-01-02T08:00:00.000Z", authorId: ann });
    const { sync, page, archive } = await desk(confluence);
    await sync();
    happen(confluence.wiki);
    expect((await sync("--full", "--as-of", "2024-05-02")).code).toBe(0);
    expect(await page("5004")).toMatchObject({ status: { value, since: "2024-05-02" }, markdown: "Oil first." });
    expect((await minutebook("rebuild", "--archive", archive)).stdout).toMatch(/nothing to write/);
    await sync("--full", "--as-of", "2024-05-03");
    expect(await page("5004")).toMatchObject({ status: { value, since: "2024-05-02" } });
  });

  test("are moved posts too, which no list names", async () => {
    const confluence = await servedPages();
    confluence.wiki.addSpace({ key: "TIDE", name: "Tide", createdAt: "2024-01-02T08:00:00.000Z", authorId: ann });
    const { sync, page } = await desk(confluence);
    await sync();
    confluence.wiki.moveToSpace("5005", "TIDE");
    await sync("--full", "--as-of", "2024-05-02");
    expect((await page("5005")).status).toEqual({ value: "moved", since: "2024-05-02" });
  });

  test("come back", async () => {
    const confluence = await servedPages();
    const { sync, page } = await desk(confluence);
    await sync();
    confluence.wiki.trash("5004");
    await sync("--full", "--as-of", "2024-05-02");
    confluence.wiki.restore("5004");
    await sync("--full", "--as-of", "2024-05-03");
    expect((await page("5004")).status).toEqual({ value: "current", since: "2024-05-03" });
  });
});

test("older versions are read from the list of versions", async () => {
  const confluence = await servedPages();
  confluence.wiki.edit("5004", "<p>Oil second. Call +1 202 555 0143.</p>", edit);
  confluence.wiki.edit("5004", "<p>Oil last.</p>", edit);
  const { config, archive } = await desk(confluence);
  const outcome = await minutebook("backfill", "--config", config, "--history", "--as-of", "2024-05-01");
  expect(outcome.stdout, outcome.stderr).toContain("older versions: 2");
  expect(await readFile(`${archive}/raw/LAN/5004/v2.view.html`, "utf8")).toBe("<p>Oil second. Call [redacted: phone].</p>");
  expect(askedFor(confluence, /viewpreviousversions/)).toBe(1);
  expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
});
