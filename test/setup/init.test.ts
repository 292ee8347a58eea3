import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, describe, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { runInit } from "../../src/cli/init.ts";
import { loadConfig, parseConfig } from "../../src/config/index.ts";
import { parseWikiAddress, playlistKey } from "../../src/setup/answers.ts";
import { configText, type Draft } from "../../src/setup/config-text.ts";
import { propose } from "../../src/setup/index.ts";
import { ann, bodiesAsked, guildWiki, served as servedWiki } from "../sources/confluence/support.ts";
import { minutebook } from "../sources/support/command-line.ts";
import { tempFolder } from "../sources/support/export-folder.ts";
import { guildTube, key, playlistId, served as servedTube } from "../sources/youtube/support.ts";
import type { Wiki } from "../support/confluence/index.ts";

afterEach(() => vi.unstubAllEnvs());

const patience = { random: () => 0, wait: async (): Promise<void> => undefined };
const nothing = { url: null, space: null, playlist: null, title: null, allowPrivateHost: true };

/** The guild, with a branch of its own for the wick makers, and minutes of meetings there. */
function wikiWithBranch(meetings: "folder" | "page" = "folder"): Wiki {
  const wiki = guildWiki(5000, meetings);
  const add = (id: string, title: string, parentId: string): void =>
    void wiki.addPage({
      id,
      space: "LAN",
      title,
      parentId,
      storage: "<p>Wicks.</p>",
      authorId: ann,
      at: "2024-02-05T10:00:00.000Z",
    });
  add("5100", "Wick Makers Subgroup", "5000");
  for (const [index, day] of ["2024-01-11", "2024-02-08", "2024-03-14"].entries())
    add(String(5101 + index), `${day} Wick Makers Meeting`, "5100");
  return wiki;
}

describe("with options, nobody is asked", () => {
  test("the file names what was found, with the line for editors, and a sync takes it", async () => {
    const wiki = await servedWiki({ wiki: wikiWithBranch() });
    const out = join(await tempFolder(), "config/guild.yaml");
    const outcome = await minutebook("init", "--url", `${wiki.baseUrl}/spaces/LAN/overview`, "--out", out, "--allow-private-host");
    expect([outcome.code, outcome.stdout]).toEqual([0, expect.stringContaining(`${out} is written, with 2 groups`)]);
    const text = await readFile(out, "utf8");
    expect(text).toMatch(/^# yaml-language-server: \$schema=\S+\/config\/schema\.json\n/);
    expect(text).toContain("# Confluence Cloud: the space Lantern Guild, ");
    const config = await loadConfig(out);
    expect(config).toMatchObject({ title: "Lantern Guild", archive: join(dirname(out), "../archive") });
    expect(config.sources).toMatchObject([
      { id: "wiki", baseUrl: wiki.baseUrl, space: "LAN", auth: { kind: "none" }, allowPrivateHost: true },
    ]);
    const written = parse(text) as { groups: { name: string }[] };
    expect(written.groups.map(({ name }) => name)).toEqual(["Lantern Guild", "Wick Makers Subgroup"]);
    // One body, that of the home page.
    expect(bodiesAsked(wiki)).toEqual(["5000"]);
    expect((await minutebook("sync", "--config", out, "--as-of", "2024-05-01")).code).toBe(0);
    const groups = JSON.parse(await readFile(join(config.archive, "groups/index.json"), "utf8")) as { records: { title: string }[] };
    expect(groups.records.map(({ title }) => title).sort()).toEqual(["Lantern Guild", "Wick Makers Subgroup"]);
  });

  test("a schema beside it is found by the path in the file", async () => {
    const out = join(await tempFolder(), "guild.yaml");
    const wiki = await servedWiki();
    await minutebook("init", "--url", wiki.baseUrl, "--space", "LAN", "--out", out, "--allow-private-host");
    const [, path = ""] = /\$schema=(\S+)/.exec(await readFile(out, "utf8")) ?? [];
    expect(JSON.parse(await readFile(join(dirname(out), path), "utf8"))).toMatchObject({ $id: "urn:minutebook:schema:1:config" });
    expect((await loadConfig(out)).archive).toBe(join(dirname(out), "archive"));
  });

  test("a file that is there is not overwritten, and nobody is asked for it, unless it is said so", async () => {
    const out = join(await tempFolder(), "guild.yaml");
    await writeFile(out, "mine");
    const wiki = await servedWiki();
    const args = ["init", "--url", wiki.baseUrl, "--space", "LAN", "--out", out, "--allow-private-host"];
    const refused = await minutebook(...args);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(/is there already: .*--force/)]);
    expect([await readFile(out, "utf8"), wiki.requests]).toEqual(["mine", []]);
    expect((await minutebook(...args, "--force")).code).toBe(0);
    expect(await readFile(out, "utf8")).toContain("Lantern Guild");
  });

  test("variables that are set become its credentials, by name alone", async () => {
    vi.stubEnv("CONFLUENCE_EMAIL", "ilse@guild.example.org");
    vi.stubEnv("CONFLUENCE_TOKEN", "lantern-token");
    const wiki = await servedWiki({ access: { basic: { user: "ilse@guild.example.org", secret: "lantern-token" }, isRequired: true } });
    const out = join(await tempFolder(), "guild.yaml");
    const outcome = await minutebook("init", "--url", wiki.baseUrl, "--space", "LAN", "--out", out, "--allow-private-host");
    const text = await readFile(out, "utf8");
    expect(text).toMatch(/^ {4}auth: \{ email: "\$\{CONFLUENCE_EMAIL\}", token: "\$\{CONFLUENCE_TOKEN\}" \}/m);
    expect(text + outcome.stdout + outcome.stderr).not.toMatch(/lantern-token|ilse@/);
  });

  test("without anything to read, and a space that nobody named, the options are told", async () => {
    const neither = await minutebook("init", "--json");
    expect([neither.code, neither.stderr]).toEqual([2, expect.stringMatching(/--url.*--playlist/)]);
    const wiki = await servedWiki();
    const spaceless = await minutebook("init", "--url", wiki.baseUrl, "--out", join(await tempFolder(), "a.yaml"));
    expect([spaceless.code, spaceless.stderr]).toEqual([2, expect.stringMatching(/--space/)]);
  });

  test("a wiki that does not answer leaves no file", async () => {
    const wiki = await servedWiki();
    const out = join(await tempFolder(), "guild.yaml");
    const outcome = await minutebook("init", "--url", wiki.baseUrl, "--space", "OIL", "--out", out, "--allow-private-host");
    expect([outcome.code, outcome.stderr]).toEqual([1, expect.stringContaining('no space "OIL"')]);
    await expect(readFile(out)).rejects.toThrow("ENOENT");
  });

  test("--json is one document", async () => {
    const wiki = await servedWiki();
    const out = join(await tempFolder(), "guild.yaml");
    const outcome = await minutebook("init", "--url", wiki.baseUrl, "--space", "LAN", "--out", out, "--allow-private-host", "--json");
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      file: out,
      title: "Lantern Guild",
      videos: null,
      groups: [{ name: "Lantern Guild" }],
    });
  });
});

test("at a terminal each answer is asked for, with what was found as the proposed one", async () => {
  const wiki = await servedWiki({ wiki: wikiWithBranch() });
  const out = join(await tempFolder(), "guild.yaml");
  const input = new PassThrough();
  // Address, space (the proposed one), no playlist, the second group alone, another title, the file.
  input.end(`${wiki.baseUrl}/spaces/LAN/pages/5004/Lamp+Care\n\n\n2\nLamps of all kinds\n${out}\n`);
  let asked = "";
  const stderr = { write: (text: string) => (asked += text) };
  const code = await runInit(
    { json: false, allowPrivateHost: true },
    { stdout: { write: () => true }, stderr },
    { input, output: new PassThrough() },
  );
  expect(code).toBe(0);
  expect(asked).toContain("Key of the space [LAN]: ");
  expect(asked).toContain("1. Lantern Guild\n2. Wick Makers Subgroup\n");
  expect(asked).toContain("Title of the archive [Lantern Guild]: ");
  expect(asked).toContain("File to write [lamps-of-all-kinds.yaml]: ");
  expect(parse(await readFile(out, "utf8"))).toMatchObject({ title: "Lamps of all kinds", groups: [{ name: "Wick Makers Subgroup" }] });
});

test("a wiki whose pages alone are public is looked at by its home page", async () => {
  const pages = wikiWithBranch("page");
  const storage = "<h2>Subgroups</h2><ul><li>Wick Makers Subgroup</li><li>Oil Working Group</li></ul>";
  pages.edit("5000", storage, { authorId: ann, at: "2024-03-01T10:00:00.000Z" });
  const wiki = await servedWiki({ flavour: "web", wiki: pages, context: "/wiki" });
  const { draft, groups } = await propose({ ...nothing, url: `${wiki.baseUrl}/display/LAN/Home` }, "2024-05-01", patience);
  expect([draft.wiki?.baseUrl, draft.wiki?.space, draft.title]).toEqual([wiki.baseUrl, "LAN", "Lantern Guild"]);
  expect(groups.map(({ name }) => name)).toEqual(["Oil Working Group", "Wick Makers Subgroup"]);
  expect(wiki.requests.length).toBeLessThan(12);
});

test("a base URL without its path gets it where the wiki answers there", async () => {
  const wiki = await servedWiki();
  const { draft } = await propose({ ...nothing, url: new URL(wiki.baseUrl).origin, space: "LAN" }, "2024-05-01", patience);
  expect(draft.wiki?.baseUrl).toBe(wiki.baseUrl);
});

describe("a playlist", () => {
  test("is of the group whose wiki it stands beside, and keeps its key out of the file", async () => {
    vi.stubEnv("YOUTUBE_API_KEY", key);
    const [wiki, tube] = [await servedWiki(), await servedTube(guildTube(20))];
    const roots = { apiRoot: tube.apiRoot, feedRoot: tube.feedRoot };
    const { draft, videos } = await propose(
      { ...nothing, url: wiki.baseUrl, space: "LAN", playlist: playlistId, roots },
      "2024-05-01",
      patience,
    );
    expect(videos).toMatch(/^playlist "Lantern Guild calls", 20 videos/);
    const text = configText(draft);
    const [, source] = parseConfig(text, "guild.yaml").sources;
    expect(source).toMatchObject({ type: "youtube", playlist: playlistId, group: "Lantern Guild", apiKey: `${"$"}{YOUTUBE_API_KEY}` });
    expect(text).not.toContain(key);
  });

  test("alone, without a key, is read by its feed and names the archive", async () => {
    const tube = await servedTube(guildTube(3));
    const { draft } = await propose({ ...nothing, playlist: playlistId, roots: { feedRoot: tube.feedRoot } }, "2024-05-01", patience);
    expect(draft.title).toBe("Lantern Guild calls");
    expect(parseConfig(configText(draft), "guild.yaml").sources).toMatchObject([{ type: "youtube" }]);
    expect(configText(draft)).toContain('    # apiKey: "');
  });
});

describe("an address", () => {
  test.each<[string, string[], string | null]>([
    ["https://guild.atlassian.net/wiki/spaces/LAN/overview", ["https://guild.atlassian.net/wiki"], "LAN"],
    ["https://guild.atlassian.net/wiki/spaces/LAN/pages/5004/Lamp+Care", ["https://guild.atlassian.net/wiki"], "LAN"],
    ["guild.atlassian.net", ["https://guild.atlassian.net/wiki"], null],
    ["https://wiki.example.org/display/LAN/Lamp+Care", ["https://wiki.example.org", "https://wiki.example.org/wiki"], "LAN"],
    ["https://wiki.example.org/confluence/display/~ilse", ["https://wiki.example.org/confluence"], "~ilse"],
    ["https://wiki.example.org/wiki/pages/viewpage.action?spaceKey=LAN&title=Home", ["https://wiki.example.org/wiki"], "LAN"],
    ["https://wiki.example.org/pages/viewpage.action?pageId=5004", ["https://wiki.example.org", "https://wiki.example.org/wiki"], null],
    ["https://wiki.example.org/wiki/", ["https://wiki.example.org/wiki"], null],
  ])("%s", (text, bases, space) => {
    expect(parseWikiAddress(text)).toEqual({ bases, space });
  });

  test("that is none is refused", () => {
    expect(() => parseWikiAddress("the wiki")).toThrow("no address of a wiki");
  });

  test.each([
    ["PL0lantern", "playlist"],
    ["https://www.youtube.com/playlist?list=PL0lantern", "playlist"],
    ["https://www.youtube.com/watch?v=x&list=PL0lantern", "playlist"],
    ["@lantern-guild", "channel"],
    ["https://www.youtube.com/@lantern-guild/videos", "channel"],
    ["https://www.youtube.com/channel/UClantern-guild-channelQ", "channel"],
  ])("%s is a %s", (text, kind) => {
    expect(playlistKey(text)).toBe(kind);
  });
});

test("what a wiki says cannot leave its place in the file", () => {
  const hostile = 'Guild: "x"\n  evil: true # ';
  const draft: Draft = {
    schema: "./schema.json",
    title: hostile,
    archive: "./archive",
    wiki: { baseUrl: "https://wiki.example.org", space: "LAN", allowPrivateHost: false, auth: "none", found: `${hostile}\nsources: []` },
    videos: null,
    groups: [{ name: hostile, aliases: ["a]: b", "- c"], meetings: null, reports: null, isWhole: true }],
  };
  const written = parseConfig(configText(draft), "guild.yaml");
  expect(written.sources).toHaveLength(1);
  expect(written.groups?.[0]).toMatchObject({ name: 'Guild: "x" evil: true #', aliases: ["a]: b", "- c"] });
  expect(configText({ ...draft, groups: [] })).toContain("# groups:");
});
