import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { contentsOf, minutebook } from "../support/command-line.ts";
import { inFrontOf } from "./proxy.ts";
import { bo, desk, guildWiki, served } from "./support.ts";

function editedWiki() {
  const wiki = guildWiki();
  const by = (day: string) => ({ authorId: bo, at: `2024-04-${day}T10:00:00.000Z` });
  wiki.edit("5000", "<p>Chair: nobody. Call +1 202 555 0143.</p>", by("01"));
  wiki.edit("5000", "<p>Chair: Tomás Arriaga</p>", by("02"));
  wiki.edit("5004", "<p>Oil last.</p>", by("03"));
  return wiki;
}

const versionsOf = async (archive: string): Promise<string[]> =>
  [...(await contentsOf(archive)).keys()].filter((path) => /\/v\d+\.json$/.test(path));
const asksOf = (requests: readonly { query: string }[]): number => requests.filter(({ query }) => /(?:^|&)version=\d/.test(query)).length;

describe.each(["cloud", "server"] as const)("the history of pages of a %s", (flavour) => {
  test("is read once, without its secrets", async () => {
    const confluence = await served({ wiki: editedWiki(), flavour });
    const { config, archive } = await desk(confluence);
    const outcome = await minutebook("backfill", "--config", config, "--history", "--as-of", "2024-05-01");
    expect(outcome.code, outcome.stderr).toBe(0);
    expect(outcome.stdout).toContain("older versions: 3");
    expect(await versionsOf(archive)).toEqual(["raw/LAN/5000/v1.json", "raw/LAN/5000/v2.json", "raw/LAN/5004/v1.json"]);
    expect(JSON.parse(await readFile(`${archive}/raw/LAN/5000/v2.json`, "utf8"))).toMatchObject({
      version: 2,
      modifiedAt: "2024-04-01T10:00:00.000Z",
      modifiedBy: { name: "Tomás Arriaga" },
    });
    expect(await readFile(`${archive}/raw/LAN/5000/v2.storage.xml`, "utf8")).toBe("<p>Chair: nobody. Call [redacted: phone].</p>");
    expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
    confluence.resetLog();
    await minutebook("backfill", "--config", config, "--history", "--as-of", "2024-05-01");
    expect(asksOf(confluence.requests)).toBe(0);
  });

  test("stops when its requests are spent, and goes on in the next run", async () => {
    const confluence = await served({ wiki: editedWiki(), flavour });
    const { config, archive, sync } = await desk(confluence);
    await sync();
    confluence.resetLog();
    const full = await minutebook("backfill", "--config", config, "--as-of", "2024-05-01");
    expect(full.code).toBe(0);
    const budget = String(confluence.requests.length + 2);
    const short = await minutebook("backfill", "--config", config, "--history", "--max-requests", budget, "--as-of", "2024-05-01");
    expect([short.code, short.stderr]).toEqual([3, expect.stringMatching(/requests are spent.*What was read of older versions is kept/)]);
    const some = await versionsOf(archive);
    expect(some.length).toBeLessThan(3);
    await minutebook("backfill", "--config", config, "--history", "--as-of", "2024-05-01");
    expect(await versionsOf(archive)).toEqual(expect.arrayContaining([...some, "raw/LAN/5004/v1.json"]));
  });
});

test("only of the page kinds that are asked for", async () => {
  const confluence = await served({ wiki: editedWiki() });
  const { config, archive, sync } = await desk(confluence);
  await sync();
  await minutebook("backfill", "--config", config, "--history", "home", "--as-of", "2024-05-01");
  expect(await versionsOf(archive)).toEqual(["raw/LAN/5000/v1.json", "raw/LAN/5000/v2.json"]);
});

test("a version that was purged is asked for once", async () => {
  const confluence = await served({ wiki: editedWiki(), flavour: "server" });
  const { config, archive } = await desk(confluence);
  confluence.wiki.content("5000").versions.shift();
  const read = () => minutebook("backfill", "--config", config, "--history", "--as-of", "2024-05-01");
  const first = await read();
  expect([first.code, first.stderr]).toEqual([0, expect.stringMatching(/5000: version 1 is not given any more/)]);
  expect(JSON.parse(await readFile(`${archive}/raw/LAN/5000/v1.json`, "utf8"))).toEqual({ pageId: "5000", version: 1, gone: true });
  confluence.resetLog();
  expect((await read()).stdout).toMatch(/nothing to write/);
  expect(asksOf(confluence.requests)).toBe(0);
  expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
});

test("a version that is refused this time is asked for again", async () => {
  const confluence = await served({ wiki: editedWiki(), flavour: "server" });
  const refusing = await inFrontOf(confluence, (url) => (/version=1&/.test(url) ? { status: 403 } : null));
  const { config, archive } = await desk(refusing);
  await minutebook("backfill", "--config", config, "--history", "--as-of", "2024-05-01");
  expect(await versionsOf(archive)).toEqual(["raw/LAN/5000/v2.json"]);
});
