import { describe, expect, test } from "vitest";
import { usableState } from "../../../src/sources/confluence/state.ts";
import { contentsOf, minutebook, reportOf } from "../support/command-line.ts";
import { folderOf, htmlPage, indexPage } from "../support/export-folder.ts";
import { inFrontOf } from "./proxy.ts";
import { addLamps, ann, bo, desk, guildWiki, served } from "./support.ts";

const edit = { authorId: bo, at: "2024-04-20T10:00:00.000Z" };
const namesOf = (contents: ReadonlyMap<string, string>, text: string): string[] =>
  [...contents].filter(([, content]) => content.includes(text)).map(([path]) => path);

describe("a page that is gone", () => {
  test("stays so when what was above it is renamed", async () => {
    const confluence = await served();
    const { sync, page } = await desk(confluence);
    await sync();
    confluence.wiki.trash("5004");
    await sync("--full", "--as-of", "2024-05-02");
    confluence.wiki.rename("5000", "Guild of Lanterns", edit);
    await sync("--as-of", "2024-05-03");
    expect((await page("5004")).status).toEqual({ value: "trashed", since: "2024-05-02" });
  });

  test("stays so although an export of before has it, run after run", async () => {
    const confluence = await served();
    const { sync, page, archive } = await desk(confluence);
    confluence.wiki.edit("5004", "<p>Oil last.</p>", { ...edit, at: "2024-04-28T10:00:00.000Z" });
    await sync();
    confluence.wiki.trash("5004");
    await sync("--full", "--as-of", "2024-05-02");
    const earlier = await folderOf({
      "index.html": indexPage,
      "Lamp-Care_5004.html": htmlPage({ title: "Lamp Care", body: "<p>Oil first.</p>" }),
    });
    const read = () => minutebook("backfill", "--from", earlier, "--archive", archive, "--space", "LAN");
    // The root names the new source; nothing else is new.
    expect([(await read()).code, (await page("5004")).status.value]).toEqual([0, "trashed"]);
    expect((await read()).stdout).toMatch(/nothing to write/);
  });

  test("is not looked for by its number after a migration", async () => {
    const old = await served();
    const first = await desk(old);
    await first.sync();
    const moved = guildWiki(900_000);
    moved.rename("900004", "Care of lamps", edit);
    const second = await desk(await served({ wiki: moved }));
    await second.sync("--archive", first.archive);
    const outcome = await second.sync("--archive", first.archive, "--full", "--as-of", "2024-05-09");
    expect((await first.page("5004")).status.value).toBe("current");
    expect(outcome.stderr).toMatch(/"Lamp Care" was read at another address and is not here/);
  });
});

describe("one part that fails stops no other", () => {
  test("a page whose comments are not told", async () => {
    const confluence = await inFrontOf(await served(), (url) =>
      /content\/search/.test(url) ? { status: 403 } : /pages\/5002\/footer-comments/.test(url) ? { status: 404 } : null,
    );
    expect(await (await desk(confluence)).hurry()).toMatchObject({ exitCode: 0, pages: { read: 5 } });
  });

  test("a search that is broken: the run is done in part, and the next one lists everything", async () => {
    let isBroken = true;
    const confluence = await inFrontOf(await served(), (url) => (isBroken && /content\/search/.test(url) ? { status: 500 } : null));
    const { hurry, page, archive } = await desk(confluence);
    const report = await hurry();
    expect(report).toMatchObject({ exitCode: 3, pages: { read: 5 } });
    expect(report.skipped).toEqual([expect.objectContaining({ file: "wiki: search", weight: "fault" })]);
    expect((await page("5002")).attachments).toHaveLength(1);
    expect((await contentsOf(archive)).has("state/wiki.json")).toBe(false);
    isBroken = false;
    expect(await hurry()).toMatchObject({ exitCode: 0, sources: [{ plan: { listing: "complete", fetch: 0 } }] });
  });

  test("a list with bodies that breaks off: the pages are asked for one by one", async () => {
    const wiki = guildWiki();
    addLamps(wiki, 40);
    const confluence = await inFrontOf(await served({ wiki }), (url) =>
      /spaces\/\d+\/pages.*body-format/.test(url) ? { status: 500 } : null,
    );
    const report = await (await desk(confluence)).hurry();
    expect(report).toMatchObject({ exitCode: 0, pages: { read: 45 } });
  });

  test("a file that is never given, and one without an address", async () => {
    const cloud = await inFrontOf(await served(), (url) => (/download/.test(url) ? { status: 500 } : null));
    const report = await (await desk(cloud, { attachments: "text" })).hurry();
    expect(report).toMatchObject({ exitCode: 3, pages: { read: 5 }, sources: [{ failure: null }] });
    const server = await inFrontOf(await served({ flavour: "server" }), (url) =>
      /content\/search|child\/attachment/.test(url) ? (body) => body.replace(/"download":"[^"]*"/g, '"x":"y"') : null,
    );
    expect(await (await desk(server, { attachments: "text" })).hurry()).toMatchObject({ pages: { read: 5 }, sources: [{ failure: null }] });
  });

  test("an item of a list that does not fit is a fault, not a page that is gone", async () => {
    const confluence = await inFrontOf(await served(), (url) =>
      /spaces\/\d+\/pages/.test(url) ? (body) => body.replace(/"title":"Lamp Care"/, '"title":null') : null,
    );
    const report = await (await desk(confluence)).hurry();
    expect(report).toMatchObject({ exitCode: 3, pages: { read: 4 } });
    expect(report.skipped[0]).toMatchObject({ file: "wiki: pages: 5004", weight: "fault" });
  });
});

test("a server that sends whoever asks for another interface to its login is found all the same", async () => {
  const confluence = await inFrontOf(await served({ flavour: "server" }), (url) =>
    url.startsWith("/api/v2") ? { status: 302, headers: { location: "/login.action?os_destination=x" } } : null,
  );
  expect(await (await desk(confluence)).hurry()).toMatchObject({ exitCode: 0, pages: { read: 5 } });
});

describe("names and letters", () => {
  test("a user name that is an e-mail address is written nowhere, and the name stays", async () => {
    const wiki = guildWiki();
    wiki.addUser({ accountId: "zed", displayName: "Zed Zoll", username: "zed@guild.example", userKey: "zed@guild.example" });
    wiki.edit("5004", '<p>By <ac:link><ri:user ri:username="zed@guild.example"/></ac:link>.</p>', { ...edit, authorId: "zed" });
    const { sync, page, archive } = await desk(await served({ flavour: "server", wiki }));
    await sync();
    expect(namesOf(await contentsOf(archive), "zed@guild.example")).toEqual([]);
    expect(await page("5004")).toMatchObject({ markdown: "By Zed Zoll.", modifiedBy: { name: "Zed Zoll" } });
    expect((await minutebook("rebuild", "--archive", archive)).stdout).toMatch(/nothing to write/);
  });

  test("an account of an unlucky name is an account", async () => {
    const wiki = guildWiki();
    wiki.edit(
      "5004",
      `<p><ac:link><ri:user ri:account-id="constructor"/></ac:link> and <ac:link><ri:user ri:account-id="${ann}"/></ac:link></p>`,
      edit,
    );
    const { sync, page } = await desk(await served({ wiki }));
    expect((await sync()).code).toBe(0);
    expect((await page("5004")).markdown).toContain("and Ilse Brandvold");
  });

  test("half a letter does not come back otherwise", async () => {
    const wiki = guildWiki();
    wiki.edit("5004", '<p>Lamp \ud83d cut. <ac:link><ri:page ri:content-title="Lamp \ud83d"/></ac:link></p>', edit);
    const { sync, archive } = await desk(await served({ wiki }));
    expect((await sync()).code).toBe(0);
    expect((await minutebook("rebuild", "--archive", archive)).stdout).toMatch(/nothing to write/);
  });

  test("text in whatever encoding is searched for secrets", async () => {
    const wiki = guildWiki();
    const at = { mediaType: "text/csv", createdAt: "2024-03-20T19:00:00.000Z", authorId: ann };
    wiki.addAttachment("5004", { title: "list.csv", bytes: Buffer.from("\ufeffZed,zed@guild.example\r\n", "utf16le"), ...at });
    wiki.addAttachment("5004", { title: "latin.txt", bytes: Buffer.from("Caf\u00e9", "latin1"), ...at });
    const { sync, archive } = await desk(await served({ wiki }), { attachments: "text" });
    await sync();
    const kept = [...(await contentsOf(archive))]
      .filter(([path]) => path.startsWith("files/"))
      .map(([, bytes]) => Buffer.from(bytes, "latin1").toString());
    expect(kept).toEqual(expect.arrayContaining(["Zed,[redacted: email]\r\n", "Caf\u00e9"]));
  });
});

test("the search and a page may write the address of a file in two ways: that is no change", async () => {
  const plain = await served();
  const confluence = await inFrontOf(plain, (url) =>
    /content\/search/.test(url) ? (body) => body.replaceAll("&cacheVersion=1&api=v2", "") : null,
  );
  const { sync, page } = await desk(confluence);
  await sync();
  plain.wiki.edit("5002", "<p>Fog.</p>", edit);
  await sync();
  expect((await page("5002")).attachments[0]?.url).toContain("api=v2");
  expect(reportOf(await sync("--full", "--json")).sources).toEqual([
    expect.objectContaining({ plan: expect.objectContaining({ listing: "complete", fetch: 0, touch: 0 }) }),
  ]);
});

describe("a complete listing notices", () => {
  test("a folder of another name", async () => {
    const confluence = await served();
    const { sync, page } = await desk(confluence);
    await sync();
    confluence.wiki.rename("5001", "Assemblies", edit);
    await sync("--full");
    expect((await page("5002")).ancestors.map(({ title }) => title)).toEqual(["Lantern Guild", "Assemblies"]);
  });

  test("another home page", async () => {
    const confluence = await served();
    const { sync, page } = await desk(confluence);
    await sync();
    confluence.wiki.space("LAN").homepageId = "5004";
    confluence.wiki.revision += 1;
    await sync("--full");
    expect((await page("5004")).pageKind).toBe("home");
  });

  test("a file replaced by one of the same size", async () => {
    const confluence = await served();
    const { sync, archive } = await desk(confluence, { attachments: "text" });
    await sync();
    confluence.wiki.addAttachment("5002", {
      title: "minutes.vtt",
      mediaType: "text/vtt",
      bytes: Buffer.from("WEBVTX"),
      createdAt: "2024-04-25T19:00:00.000Z",
      authorId: ann,
    });
    await sync("--full");
    expect([...(await contentsOf(archive)).values()]).toContain("WEBVTX");
  });
});

test("a state is used for the space and the place that it was made for", async () => {
  const config = { baseUrl: "https://wiki.example.org", space: "LAN", auth: { kind: "none" } } as const;
  const state = {
    schemaVersion: 1,
    flavour: "cloud",
    siteUrl: config.baseUrl,
    asked: "LAN",
    apiUrl: config.baseUrl,
    space: { id: "9", key: "LAN", name: null, homePageId: null },
    fullListingOn: "2024-05-01",
    listed: 5,
  };
  const gateway = "https://api.atlassian.com/ex/confluence/1/wiki";
  expect(usableState(state, config)).not.toBeNull();
  expect(usableState({ ...state, asked: "TIDE" }, config)).toBeNull();
  expect(usableState({ ...state, siteUrl: "https://other.example" }, config)).toBeNull();
  expect(usableState({ ...state, apiUrl: gateway }, config)).toBeNull();
  const atlassian = "https://guild.atlassian.net/wiki";
  expect(usableState({ ...state, siteUrl: atlassian, apiUrl: gateway }, { ...config, baseUrl: atlassian })).not.toBeNull();
});

describe("a configuration that would do harm", () => {
  test.each([
    ["a password in an address", { baseUrl: "https://ann:s3cr3t@wiki.example.org" }, /without user and password: give them under "auth"/],
    ["an address that is none", { baseUrl: "wiki.example.org" }, /expected an address/],
  ])("%s", async (_, over, message) => {
    const { sync } = await desk(await served(), over as never);
    const outcome = await sync();
    expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringMatching(message)]);
    expect(outcome.stderr).not.toContain("s3cr3t");
  });
});

test("licence and attribution of a source stand in the root, for those who show its pages", async () => {
  const { sync, archive } = await desk(await served(), { license: "CC-BY-4.0", attribution: "Lantern Guild" });
  await sync();
  expect(JSON.parse((await contentsOf(archive)).get("minutebook.json") ?? "").sources).toEqual([
    expect.objectContaining({ id: "wiki", license: "CC-BY-4.0", attribution: "Lantern Guild" }),
  ]);
});
