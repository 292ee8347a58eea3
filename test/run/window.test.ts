import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isWithin } from "../../src/sources/window.ts";
import { addLamps, ann, bodiesAsked, desk, guildWiki, served } from "../sources/confluence/support.ts";
import { contentsOf, minutebook } from "../sources/support/command-line.ts";
import { folderOf, htmlPage, indexPage, tempFolder } from "../sources/support/export-folder.ts";

async function pagesIn(archive: string, space = "LAN"): Promise<string[]> {
  const names = await readdir(join(archive, "pages", space)).catch(() => []);
  return names.map((name) => name.replace(".json", "")).sort();
}

describe("days", () => {
  test.each<[string | null, string | null, string | null, string | null, boolean]>([
    ["2024-01-01", null, "2023-01-01", "2023-12-31", false],
    ["2024-01-01", null, "2023-01-01", "2024-01-01T00:00:00.000Z", true],
    [null, "2023-12-31", "2024-01-01", "2024-02-01", false],
    [null, "2023-12-31", "2023-12-31T23:00:00.000Z", "2024-02-01", true],
    ["2024-01-01", "2024-12-31", null, null, true],
    ["2024-01-01", null, null, "2023-05-01", false],
    [null, "2024-01-01", "2024-05-01", null, false],
  ])("since %s, until %s: made %s, changed %s", (since, until, created, modified, within) => {
    expect(isWithin({ since, until }, { created, modified })).toBe(within);
  });
});

test("a living wiki is read in portions, each page once, and in the end all of it is there", async () => {
  const wiki = await served();
  const [whole, parts] = [await desk(wiki), await desk(wiki)];
  const backfill = (config: string, ...args: string[]) => minutebook("backfill", "--config", config, "--as-of", "2024-05-01", ...args);
  expect((await backfill(whole.config)).code).toBe(0);
  wiki.resetLog();
  const first = await backfill(parts.config, "--since", "2024-03-21");
  expect([first.code, first.stderr]).toEqual([0, expect.stringContaining("2 pages are older or newer than what was asked for")]);
  expect(await pagesIn(parts.archive)).toEqual(["5000", "5003", "5005"]);
  expect((await backfill(parts.config, "--until", "2024-02-29")).code).toBe(0);
  expect(await pagesIn(parts.archive)).toEqual(["5000", "5003", "5004", "5005"]);
  // What is left, and nothing twice.
  expect((await parts.sync()).code).toBe(0);
  expect(bodiesAsked(wiki)).toEqual(["5000", "5002", "5003", "5004", "5005"]);
  // Ids of meetings are made of what is known when they are first read: they alone may differ.
  const read = async (archive: string) =>
    [...(await contentsOf(archive))].filter(([path]) => /^(?:raw|pages|groups|people|state)\//.test(path));
  expect(await read(parts.archive)).toEqual(await read(whole.archive));
  expect((await minutebook("check", "--archive", parts.archive)).stdout).toContain("no faults");
});

test("a page that the archive has is kept up to date, and older versions are read of the pages that it has alone", async () => {
  const guild = guildWiki();
  guild.edit("5004", "<p>Oil last.</p>", { authorId: ann, at: "2024-02-03T12:00:00.000Z" });
  guild.edit("5003", "<p>Fog.</p>", { authorId: ann, at: "2024-04-18T12:00:00.000Z" });
  const wiki = await served({ wiki: guild });
  const { config, archive } = await desk(wiki);
  const backfill = (...args: string[]) => minutebook("backfill", "--config", config, "--as-of", "2024-05-01", "--history", ...args);
  expect((await backfill("--since", "2024-04-01")).code).toBe(0);
  expect([...(await contentsOf(archive)).keys()].filter((path) => /\/v\d/.test(path))).toEqual([
    "raw/LAN/5003/v1.json",
    "raw/LAN/5003/v1.storage.xml",
  ]);
  expect((await minutebook("check", "--archive", archive)).stdout).toContain("no faults");
});

test("an export is read in portions too; what is in the archive stays", async () => {
  const page = (title: string, day: string): string =>
    htmlPage({ title, line: `Created by <span class='author'> Ilse Brandvold</span> on ${day}` });
  const path = await folderOf({
    "index.html": indexPage,
    "Home_5000.html": page("Home", "Jan 02, 2024"),
    "Fog_5001.html": page("Fog", "Mar 20, 2024"),
  });
  const archive = join(await tempFolder(), "archive");
  const backfill = (...args: string[]) => minutebook("backfill", "--from", path, "--archive", archive, ...args);
  const first = await backfill("--since", "2024-03-01");
  expect([first.code, first.stdout]).toEqual([0, expect.stringContaining("Left out: 1 pages older or newer than what was asked for")]);
  expect(await pagesIn(archive)).toEqual(["5001"]);
  expect((await backfill("--until", "2024-02-01")).code).toBe(0);
  expect(await pagesIn(archive)).toEqual(["5000", "5001"]);
});

test("days in the wrong order are told", async () => {
  const outcome = await minutebook(
    "backfill",
    "--from",
    "/nowhere",
    "--archive",
    "/nowhere-else",
    "--since",
    "2024-02-01",
    "--until",
    "2024-01-01",
  );
  expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringContaining("--since 2024-02-01 is after --until 2024-01-01")]);
});

describe("--space, several times", () => {
  const indexOf = (key: string): string => indexPage.replaceAll("LAN", key);
  async function export3(): Promise<string> {
    const files = ["FOG", "OIL", "WIC"].flatMap((key, at) => [
      [`${key}/index.html`, indexOf(key)],
      [`${key}/Home_${5000 + at}.html`, htmlPage({ title: "Home" })],
    ]);
    return folderOf(Object.fromEntries(files));
  }

  test("takes these spaces of an export", async () => {
    const from = await export3();
    const archive = join(await tempFolder(), "archive");
    const outcome = await minutebook("backfill", "--from", from, "--archive", archive, "--space", "FOG", "--space", "WIC");
    expect(outcome.code).toBe(0);
    expect((await readdir(join(archive, "pages"))).sort()).toEqual(["FOG", "WIC", "index.json"]);
  });

  test("takes these spaces of a configuration", async () => {
    const from = await export3();
    const file = join(await tempFolder(), "guilds.yaml");
    const sources = ["FOG", "OIL", "WIC"].map((space) => ({
      id: space.toLowerCase(),
      type: "confluence-export",
      path: join(from, space),
      space,
    }));
    await writeFile(file, JSON.stringify({ title: "Guilds", archive: "./archive", sources }));
    const archive = join(file, "../archive");
    expect((await minutebook("backfill", "--config", file, "--space", "oil", "--space", "WIC")).code).toBe(0);
    expect((await readdir(join(archive, "pages"))).sort()).toEqual(["OIL", "WIC", "index.json"]);
    const unknown = await minutebook("backfill", "--config", file, "--space", "TAR");
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringMatching(/no source of the space TAR: expected one of FOG, OIL, WIC/)]);
  });
});

test("before a long run, and in a dry run, it is told what it will cost", async () => {
  // Half of the pages are known: the others are asked for one by one.
  const wiki = await served({ wiki: addLamps(guildWiki(), 150) });
  const { sync } = await desk(wiki, { limits: { concurrency: 4, requestsPerSecond: 2 } as never });
  const dry = await sync("--dry-run");
  expect(dry.stdout).toMatch(/wiki: 155 pages to read: about \d+ requests, \d+ s at the configured rate, 2\.3 MB of disk/);
});
