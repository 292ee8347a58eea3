import { describe, expect, test } from "vitest";
import { contentsOf, minutebook, reportOf, timesOf } from "../support/command-line.ts";
import { addLamps, ann, asked, bo, bodiesAsked, desk, guildWiki, minutes, served } from "./support.ts";

const edit = { authorId: bo, at: "2024-04-20T10:00:00.000Z" };

describe("the first sync", () => {
  test("reads pages and posts with people, places, labels, files and comments", async () => {
    const confluence = await served();
    const { sync, page, archive } = await desk(confluence);
    const outcome = await sync();
    expect(outcome.code, outcome.stderr).toBe(0);
    const meeting = await page("5002");
    expect(meeting).toMatchObject({
      pageKind: "meeting",
      version: 1,
      modifiedAt: "2024-03-20T18:00:00.000Z",
      createdBy: { name: "Ilse Brandvold", id: "people/ilse-brandvold" },
      ancestors: [
        { title: "Lantern Guild", id: "pages/LAN/5000" },
        { title: "Meetings", id: null },
      ],
      attachments: [
        { name: "minutes.vtt", mediaType: "text/vtt", bytes: 6, url: expect.stringContaining("/download/attachments/5002/minutes.vtt") },
      ],
      url: `${confluence.baseUrl}/pages/viewpage.action?pageId=5002`,
    });
    expect(meeting.markdown).toContain("redacted: phone");
    expect(await page("5004")).toMatchObject({ labels: ["howto", "lamps"], commentCount: 1 });
    expect(await page("5005")).toMatchObject({ pageKind: "post", title: "Spring is here" });
    const contents = await contentsOf(archive);
    expect(contents.get("meetings/lantern-guild/2024/2024-03-20-5002.json")).toContain("people/tomas-arriaga");
    expect([...contents.values()].join("")).not.toContain("555 0143");
    expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
    expect((await minutebook("rebuild", "--archive", archive)).stdout).toMatch(/nothing to write/);
  });

  test("asks once for each name, and keeps it when the account goes", async () => {
    const confluence = await served();
    const { sync, page } = await desk(confluence);
    await sync();
    expect(confluence.requests.filter(({ path }) => path.endsWith("users-bulk"))).toHaveLength(1);
    confluence.wiki.deleteUser(ann);
    confluence.wiki.edit("5004", "<p>Oil last.</p>", edit);
    await sync();
    expect(await page("5004")).toMatchObject({ markdown: "Oil last.", createdBy: { name: "Ilse Brandvold" } });
  });

  test("tells what it would ask for, and asks for no body, on a dry run", async () => {
    const confluence = await served();
    const { sync, archive } = await desk(confluence);
    const outcome = await sync("--dry-run", "--json");
    expect(reportOf(outcome).sources).toEqual([
      expect.objectContaining({ id: "wiki", plan: expect.objectContaining({ listing: "complete", listed: 5, fetch: 5, requests: 5 }) }),
    ]);
    expect(bodiesAsked(confluence)).toEqual([]);
    await expect(contentsOf(archive)).rejects.toThrow(/ENOENT/);
  });
});

describe("a run that finds nothing new", () => {
  test("asks at most four times and writes nothing", async () => {
    const confluence = await served();
    const { sync, archive } = await desk(confluence);
    await sync();
    const before = await timesOf(archive);
    confluence.resetLog();
    const outcome = await sync("--as-of", "2024-05-04");
    expect(outcome.stdout).toMatch(/nothing to write/);
    expect(confluence.requests.length).toBeLessThanOrEqual(4);
    expect(await timesOf(archive)).toEqual(before);
  });

  test("lists everything again when the last complete listing is old, or when asked", async () => {
    const confluence = await served();
    const { sync } = await desk(confluence);
    await sync();
    confluence.resetLog();
    await sync("--as-of", "2024-05-08");
    expect(asked(confluence).filter((path) => /spaces\/\d+\/pages/.test(path))).toHaveLength(1);
    expect(confluence.requests.find(({ path }) => path.endsWith("/pages"))?.query).toContain("sort=id");
    confluence.resetLog();
    await sync("--as-of", "2024-05-09");
    expect(confluence.requests.find(({ path }) => path.endsWith("/pages"))?.query).toContain("sort=-modified-date");
    confluence.resetLog();
    await sync("--as-of", "2024-05-09", "--full");
    expect(confluence.requests.find(({ path }) => path.endsWith("/pages"))?.query).toContain("sort=id");
    expect(bodiesAsked(confluence)).toEqual([]);
  });
});

describe("a run after changes", () => {
  test("asks for the bodies of pages that changed, and of no other", async () => {
    const confluence = await served();
    const { sync, page } = await desk(confluence);
    await sync();
    confluence.wiki.edit("5004", "<p>Oil last.</p>", edit);
    confluence.wiki.addPage({
      id: "5010",
      space: "LAN",
      title: "2024-05-15 Meeting",
      parentId: "5001",
      storage: minutes,
      authorId: ann,
      at: "2024-05-15T18:00:00.000Z",
    });
    confluence.resetLog();
    await sync();
    expect(bodiesAsked(confluence)).toEqual(["5004", "5010"]);
    expect(await page("5004")).toMatchObject({ markdown: "Oil last.", version: 2, modifiedBy: { name: "Tomás Arriaga" } });
    expect((await page("5010")).ancestors.map(({ title }) => title)).toEqual(["Lantern Guild", "Meetings"]);
  });

  test("shows a new title above all pages below it", async () => {
    const confluence = await served();
    const { sync, page } = await desk(confluence);
    await sync();
    confluence.wiki.rename("5000", "Guild of Lanterns", edit);
    confluence.resetLog();
    await sync();
    expect(bodiesAsked(confluence)).toEqual(["5000"]);
    expect((await page("5002")).ancestors.map(({ title }) => title)).toEqual(["Guild of Lanterns", "Meetings"]);
  });

  test("sees moves, labels and the archive by a complete listing, without bodies", async () => {
    const confluence = await served();
    const { sync, page } = await desk(confluence);
    await sync();
    confluence.wiki.move("5003", "5004");
    confluence.wiki.label("5004", "lamps", "old");
    confluence.wiki.archive("5002");
    confluence.resetLog();
    await sync("--full", "--as-of", "2024-05-02");
    expect(bodiesAsked(confluence)).toEqual([]);
    expect((await page("5003")).ancestors.map(({ title }) => title)).toEqual(["Lantern Guild", "Lamp Care"]);
    expect((await page("5004")).labels).toEqual(["lamps", "old"]);
    expect((await page("5002")).status).toEqual({ value: "archived", since: "2024-05-02" });
  });
});

describe("pages that are no longer listed", () => {
  test.each([
    ["trashed", (wiki: ReturnType<typeof guildWiki>) => wiki.trash("5004")],
    ["hidden", (wiki: ReturnType<typeof guildWiki>) => wiki.restrict("5004")],
    ["moved", (wiki: ReturnType<typeof guildWiki>) => wiki.moveToSpace("5004", "TIDE")],
  ])("stay, as %s", async (value, happen) => {
    const confluence = await served();
    confluence.wiki.addSpace({ key: "TIDE", name: "Tide", createdAt: "2024-01-02T08:00:00.000Z", authorId: ann });
    const { sync, page, archive } = await desk(confluence);
    await sync();
    happen(confluence.wiki);
    expect((await sync("--full", "--as-of", "2024-05-02")).code).toBe(0);
    expect(await page("5004")).toMatchObject({ status: { value, since: "2024-05-02" }, markdown: "Oil first." });
    expect((await minutebook("rebuild", "--archive", archive)).stdout).toMatch(/nothing to write/);
    confluence.resetLog();
    await sync("--full", "--as-of", "2024-05-03");
    expect(await page("5004")).toMatchObject({ status: { value, since: "2024-05-02" } });
  });

  test("come back", async () => {
    const confluence = await served();
    const { sync, page } = await desk(confluence);
    await sync();
    confluence.wiki.trash("5004");
    await sync("--full", "--as-of", "2024-05-02");
    confluence.wiki.restore("5004");
    await sync("--full", "--as-of", "2024-05-03");
    expect((await page("5004")).status).toEqual({ value: "current", since: "2024-05-03" });
  });

  test("are held back where they are many, until somebody accepts", async () => {
    const wiki = guildWiki();
    addLamps(wiki, 20);
    const confluence = await served({ wiki });
    const { sync, page, archive } = await desk(confluence);
    await sync();
    const before = await timesOf(archive);
    for (let index = 0; index < 7; index += 1) wiki.trash(String(6000 + index));
    confluence.resetLog();
    const held = await sync("--full");
    expect(held.code).toBe(3);
    expect(held.stderr).toMatch(/7 of 25 pages are no longer listed.*"Lamp 0" \(6000\).*--accept-removals 7/);
    expect(await timesOf(archive)).toEqual(before);
    expect(asked(confluence)).not.toContain("api/v2/pages/6000");
    expect((await sync("--full", "--accept-removals", "7")).code).toBe(0);
    expect((await page("6006")).status.value).toBe("trashed");
  });
});

test("after a migration pages keep their records under their new ids", async () => {
  const before = await served();
  const first = await desk(before);
  await first.sync();
  const moved = guildWiki(900_000);
  moved.rename("900004", "Care of lamps", edit);
  const after = await served({ wiki: moved });
  const second = await desk(after);
  const outcome = await second.sync("--archive", first.archive);
  expect(outcome.code, outcome.stderr).toBe(0);
  expect(await first.page("5002")).toMatchObject({
    pageId: "5002",
    status: { value: "current" },
    url: `${after.baseUrl}/pages/viewpage.action?pageId=900002`,
    ancestors: [{ id: "pages/LAN/5000" }, { title: "Meetings" }],
  });
  expect(await first.page("5004")).toMatchObject({ pageId: "5004", status: { value: "current" } });
  expect(outcome.stderr).toMatch(/5004: "Lamp Care" was not found under a new id/);
  const contents = await contentsOf(first.archive);
  expect([...contents.keys()].filter((path) => /^pages\/LAN\/9/.test(path))).toEqual(["pages/LAN/900004.json"]);
  expect([...contents.keys()].filter((path) => path.startsWith("meetings/lantern"))).toHaveLength(2);
  expect((await minutebook("check", "--archive", first.archive)).stdout).toMatch(/no faults/);
  after.resetLog();
  await second.sync("--archive", first.archive, "--full");
  expect(bodiesAsked(after)).toEqual([]);
});

test("a wiki that moved as a whole and kept its numbers is followed, without bodies", async () => {
  const wiki = guildWiki();
  const first = await desk(await served({ wiki }));
  await first.sync();
  const elsewhere = await served({ wiki });
  const second = await desk(elsewhere);
  expect((await second.sync("--archive", first.archive)).code).toBe(0);
  expect(bodiesAsked(elsewhere)).toEqual([]);
  expect((await first.page("5004")).url).toBe(`${elsewhere.baseUrl}/pages/viewpage.action?pageId=5004`);
  wiki.trash("5004");
  await second.sync("--archive", first.archive, "--full");
  expect((await first.page("5004")).status.value).toBe("trashed");
});

test("links lead to pages in all forms that wikis have, also at addresses where the wiki was before", async () => {
  const wiki = guildWiki();
  const old = "https://wiki.old.example";
  const big = "20342569060";
  wiki.addPage({ id: big, space: "LAN", title: "Übersicht & more", storage: "<p>x</p>", authorId: ann, at: "2024-03-01T10:00:00.000Z" });
  const tiny = Buffer.alloc(8);
  tiny.writeBigUInt64LE(BigInt(big));
  const code = tiny
    .toString("base64")
    .replace(/[A=]+$/, "")
    .replaceAll("/", "-")
    .replaceAll("+", "_");
  const links = [
    `${old}/display/LAN/Lamp+Care`,
    `${old}/pages/viewpage.action?spaceKey=LAN&amp;title=Lamp+Care`,
    `/wiki/x/${code}`,
    `/wiki/spaces/LAN/pages/5004/Lamp+Care`,
    `/wiki/pages/viewpage.action?pageId=5004`,
    `/wiki/spaces/LAN/blog/2024/03/21/5005/Spring`,
  ];
  wiki.edit("5000", `<p>${links.map((href, index) => `<a href="${href}">${index}</a>`).join(" ")}</p>`, edit);
  wiki.edit("5003", '<p><ac:link><ri:page ri:content-title="Übersicht &amp; more"/></ac:link></p>', edit);
  const { sync, page } = await desk(await served({ wiki }), { formerBaseUrls: [`${old}/`] });
  await sync();
  const targets = (await page("5000")).links.map((link) => link.page);
  expect(targets).toEqual(["pages/LAN/5004", "pages/LAN/5004", `pages/LAN/${big}`, "pages/LAN/5004", "pages/LAN/5004", "pages/LAN/5005"]);
  expect((await page("5003")).links.map((link) => link.page)).toEqual([`pages/LAN/${big}`]);
});

test("an archive is the same whether answers fail or not", async () => {
  const confluence = await served();
  const [calm, stormy] = [await desk(confluence), await desk(confluence)];
  await calm.hurry();
  confluence.setFaults({ share: 0.3, kinds: ["429", "500", "503", "reset", "truncate", "login"], seed: 7, retryAfter: "zero" });
  const report = await stormy.hurry();
  expect(report.sources[0]?.spent?.retries).toBeGreaterThan(0);
  expect(await contentsOf(stormy.archive)).toEqual(await contentsOf(calm.archive));
});
