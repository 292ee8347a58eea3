import { describe, expect, test } from "vitest";
import { SourceError } from "../../../src/errors.ts";
import { PageComments } from "../../../src/sources/confluence/comments.ts";
import type { Flavour, Wiki } from "../../support/confluence/index.ts";
import { contentsOf, minutebook, timesOf } from "../support/command-line.ts";
import { listedPage } from "./made-pages.ts";
import { inFrontOf } from "./proxy.ts";
import { ann, asked, bo, bodiesAsked, desk, guildWiki, served } from "./support.ts";

const mention = `<ac:link><ri:user ri:account-id="${ann}"/></ac:link>`;

/** The guild, with a thread below "Lamp Care", a settled comment on its words, and one comment elsewhere. */
function talkingWiki(): Wiki {
  const wiki = guildWiki(5000, "page");
  wiki.content("5004").comments.splice(0);
  const first = { createdAt: "2024-02-02T10:00:00.000Z", authorId: bo, storage: `<p>Wick too, ${mention}? Call +1 202 555 0143.</p>` };
  wiki.addComment("5004", { id: "7001", ...first });
  const answer = { createdAt: "2024-02-03T10:00:00.000Z", authorId: ann, storage: "<p>Yes, <strong>always</strong>.</p>" };
  wiki.addComment("5004", { id: "7002", parentId: "7001", ...answer });
  wiki.addComment("5004", {
    id: "7003",
    place: "inline",
    selection: "Oil first",
    isResolved: true,
    createdAt: "2024-02-04T10:00:00.000Z",
    authorId: ann,
    storage: "<p>Which oil?</p>",
  });
  wiki.addComment("5003", { id: "7004", createdAt: "2024-04-18T10:00:00.000Z", authorId: bo, storage: "<p>Thanks.</p>" });
  return wiki;
}

const wick = {
  id: "7001",
  answers: null,
  place: "footer",
  quote: null,
  resolved: null,
  author: { name: "Tomás Arriaga", id: "people/tomas-arriaga" },
  on: "2024-02-02",
  markdown: expect.stringMatching(/^Wick too, @?Ilse Brandvold\? Call \\?\[redacted: phone\\?\]\.$/),
};
const yes = {
  id: "7002",
  answers: "7001",
  place: "footer",
  quote: null,
  resolved: null,
  author: { name: "Ilse Brandvold", id: "people/ilse-brandvold" },
  on: "2024-02-03",
  markdown: "Yes, **always**.",
};
const oil = {
  ...yes,
  id: "7003",
  answers: null,
  place: "inline",
  quote: "Oil first",
  resolved: true,
  on: "2024-02-04",
  markdown: "Which oil?",
};

const commentsAsked = (paths: readonly string[]): string[] => paths.filter((path) => /comment/.test(path));

async function talking(flavour: Flavour, over: Record<string, unknown> = { comments: true }) {
  const confluence = await served({ flavour, wiki: talkingWiki() });
  const place = await desk(confluence, over);
  const first = await place.sync();
  expect(first.code, first.stderr).toBe(0);
  confluence.resetLog();
  return { confluence, wiki: confluence.wiki, ...place };
}

describe("comments are read where the configuration says so", () => {
  test.each(["cloud", "server"] as const)("with answers, and those on words of the page: %s", async (flavour) => {
    const { page, archive } = await talking(flavour);
    expect(await page("5004")).toMatchObject({ comments: [wick, yes, oil], commentCount: 2 });
    expect(await page("5002")).toMatchObject({ comments: [], commentCount: 0 });
    expect([...(await contentsOf(archive)).values()].join("")).not.toContain("555 0143");
    expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
    expect((await minutebook("rebuild", "--archive", archive)).stdout).toMatch(/nothing to write/);
  });

  test("as readers see them on public pages: without those on words", async () => {
    const { page, archive } = await talking("web");
    // A mention is a link there.
    const asShown = { ...wick, markdown: expect.stringMatching(/^Wick too, .*Ilse Brandvold.*redacted: phone/) };
    expect(await page("5004")).toMatchObject({ comments: [asShown, yes], commentCount: 1 });
    expect((await minutebook("rebuild", "--archive", archive)).stdout).toMatch(/nothing to write/);
  });

  test.each(["cloud", "server", "web"] as const)("and only counted else, without a request for them: %s", async (flavour) => {
    const { page, confluence, sync } = await talking(flavour, {});
    await sync();
    confluence.wiki.edit("5004", "<p>Oil last.</p>", { authorId: bo, at: "2024-04-20T10:00:00.000Z" });
    await sync("--full");
    expect(await page("5004")).toMatchObject({ comments: [], commentCount: flavour === "web" ? 1 : 2, markdown: "Oil last." });
    expect(confluence.requests.filter(({ path, query }) => /comment/.test(path) && /storage/.test(query))).toEqual([]);
    expect(confluence.requests.filter(({ query }) => /type\+?%3D\+?comment|type\+=\+comment|resolution/.test(query))).toEqual([]);
  });

  test("nobody is asked for answers that the search does not know", async () => {
    const confluence = await served({ wiki: talkingWiki() });
    await (await desk(confluence, { comments: true })).sync();
    expect(commentsAsked(asked(confluence)).sort()).toEqual([
      "api/v2/footer-comments/7001/children",
      "api/v2/pages/5003/footer-comments",
      "api/v2/pages/5003/inline-comments",
      "api/v2/pages/5004/footer-comments",
      "api/v2/pages/5004/inline-comments",
    ]);
  });
});

describe("a run that finds nothing new", () => {
  test.each(["cloud", "server"] as const)("asks four times at most: %s", async (flavour) => {
    const { sync, archive, confluence } = await talking(flavour);
    const before = await timesOf(archive);
    expect((await sync("--as-of", "2024-05-04")).stdout).toMatch(/nothing to write/);
    expect(confluence.requests.length).toBeLessThanOrEqual(4);
    expect(await timesOf(archive)).toEqual(before);
  });

  test.each(["cloud", "server", "web"] as const)("asks for no comment in a complete listing: %s", async (flavour) => {
    const { sync, archive, confluence } = await talking(flavour);
    const before = await timesOf(archive);
    await sync("--full");
    expect(commentsAsked(asked(confluence))).toEqual([]);
    expect(await timesOf(archive)).toEqual(before);
  });
});

describe("comments change no version of their page, and yet are noticed", () => {
  const fresh = { createdAt: "2024-04-25T10:00:00.000Z", authorId: bo, storage: "<p>And the glass.</p>" };

  test.each(["cloud", "server"] as const)("a new one and an edited one, by the next run, without a body of a page: %s", async (flavour) => {
    const { sync, page, confluence, wiki } = await talking(flavour);
    wiki.addComment("5002", { id: "7010", ...fresh });
    wiki.editComment("5004", "7002", { storage: "<p>Sometimes.</p>", changedAt: "2024-04-25T11:00:00.000Z" });
    await sync();
    expect(await page("5002")).toMatchObject({ comments: [{ id: "7010", markdown: "And the glass." }], commentCount: 1 });
    expect((await page("5004")).comments.map(({ markdown }) => markdown)).toContain("Sometimes.");
    expect(bodiesAsked(confluence).filter((id) => /^5\d\d\d$/.test(id))).toEqual([]);
    confluence.resetLog();
    await sync();
    expect(confluence.requests.length).toBeLessThanOrEqual(4);
  });

  test.each(["cloud", "server"] as const)("one that was settled or taken away, by a complete listing: %s", async (flavour) => {
    const { sync, page, wiki } = await talking(flavour);
    wiki.editComment("5004", "7003", { isResolved: false });
    wiki.removeComment("5003", "7004");
    await sync("--full");
    expect((await page("5004")).comments.map(({ resolved }) => resolved)).toEqual([null, null, false]);
    expect(await page("5003")).toMatchObject({ comments: [], commentCount: 0 });
  });

  test("new and edited ones on public pages, by a complete listing", async () => {
    const { sync, page, wiki } = await talking("web");
    wiki.addComment("5002", { id: "7010", ...fresh });
    wiki.editComment("5004", "7002", { storage: "<p>Sometimes.</p>" });
    await sync("--full");
    expect(await page("5002")).toMatchObject({ comments: [{ id: "7010", markdown: "And the glass." }], commentCount: 1 });
    expect((await page("5004")).comments.map(({ markdown }) => markdown)).toContain("Sometimes.");
  });

  test("those of before the configuration asked for them, by a complete listing", async () => {
    const { confluence, archive, sync } = await talking("cloud", {});
    const asking = await desk(confluence, { comments: true });
    await asking.sync("--archive", archive, "--full");
    const after = await contentsOf(archive);
    expect(after.get("pages/LAN/5004.json")).toContain("Which oil?");
    await sync("--full");
    expect(await contentsOf(archive)).toEqual(after);
  });
});

describe("comments that are not given", () => {
  const edit = { authorId: bo, at: "2024-04-20T10:00:00.000Z" };

  test("cost neither the page nor those that are known; the next run asks again", async () => {
    const { hurry, sync, page, confluence, wiki } = await talking("cloud");
    wiki.edit("5004", "<p>Oil last.</p>", edit);
    wiki.addComment("5004", { id: "7010", createdAt: edit.at, authorId: bo, storage: "<p>Why?</p>" });
    confluence.setFaults({ share: 1, kinds: ["500"], only: /footer-comments/, mostInARow: 99 });
    const report = await hurry();
    expect(report.exitCode).toBe(3);
    expect(report.skipped).toEqual([expect.objectContaining({ file: "wiki: 5004", weight: "fault" })]);
    expect(await page("5004")).toMatchObject({ markdown: "Oil last.", comments: [wick, yes, oil] });
    confluence.setFaults(null);
    await sync();
    expect((await page("5004")).comments.map(({ id }) => id)).toEqual(["7001", "7002", "7003", "7010"]);
  });

  test.each([403, 404])("because of %d, stay as they are", async (status) => {
    const wiki = { commentsOf: () => Promise.reject(new SourceError("refused", "for members alone", { status })) };
    const comments = new PageComments(wiki as never, true, (text) => ({ text, counts: { phone: 0, email: 0, passcode: 0, secret: 0 } }));
    expect(await comments.of(listedPage(), null, undefined)).toBeNull();
  });

  test("by a search that is refused, are asked for with each page that is read, and below each comment", async () => {
    const confluence = await served({ wiki: talkingWiki() });
    const refusing = await inFrontOf(confluence, (url) => (url.includes("/rest/api/content/search") ? { status: 403 } : null));
    const { sync, page } = await desk(refusing, { comments: true });
    await sync();
    expect(await page("5004")).toMatchObject({ comments: [wick, yes, oil], commentCount: 2 });
    expect(asked(confluence)).toContain("api/v2/inline-comments/7003/children");
  });
});
