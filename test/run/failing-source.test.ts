import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ann, guildWiki, served } from "../sources/confluence/support.ts";
import { contentsOf, timesOf } from "../sources/support/command-line.ts";
import { tempFolder } from "../sources/support/export-folder.ts";
import { type Loopback, Wiki } from "../support/confluence/index.ts";
import { hurry } from "./support.ts";

// Two wikis, one of which stops giving pages in the middle of its space.

const at = "2024-04-20T10:00:00.000Z";

function shipWiki(): Wiki {
  const wiki = new Wiki();
  wiki.addUser({ accountId: ann, displayName: "Ilse Brandvold" });
  wiki.addSpace({ key: "SHIP", name: "Ship Guild", createdAt: "2024-01-02T08:00:00.000Z", authorId: ann });
  for (let index = 0; index < 20; index += 1)
    wiki.addPage({
      id: String(6000 + index),
      space: "SHIP",
      title: `Hull ${index}`,
      storage: "<p>Tar.</p>",
      authorId: ann,
      at: "2024-03-01T10:00:00.000Z",
    });
  return wiki;
}

const never = { share: 1, kinds: ["500"], mostInARow: 1000 } as const;
/** How the pages of a space were listed: all of them, or what changed. */
const listings = ({ requests }: Loopback): string[] =>
  requests.flatMap(({ path, query }) => (path.endsWith("/pages") ? [/sort=id/.test(query) ? "complete" : "changes"] : []));

async function twoWikis() {
  const [lamps, ships] = [await served({ wiki: guildWiki() }), await served({ wiki: shipWiki() })];
  const archive = join(await tempFolder(), "archive");
  const run = () => {
    lamps.resetLog();
    ships.resetLog();
    return hurry(archive, [
      ["lamps", lamps, "LAN"],
      ["ships", ships, "SHIP"],
    ]);
  };
  const has = (id: string): boolean => existsSync(join(archive, `state/${id}.json`));
  const hull = async (id: number) => JSON.parse((await contentsOf(archive)).get(`pages/SHIP/${id}.json`) ?? "{}") as { markdown?: string };
  return { lamps, ships, archive, run, has, hull };
}

describe("a source that stops in the middle", () => {
  test("keeps what it gave, is told, and is listed completely by the next run; the others go on as ever", async () => {
    const { lamps, ships, run, has, hull } = await twoWikis();
    expect((await run()).exitCode).toBe(0);
    expect([has("lamps"), has("ships")]).toEqual([true, true]);
    for (let id = 6000; id < 6020; id += 1) ships.wiki.edit(String(id), "<p>Pitch.</p>", { authorId: ann, at });
    lamps.wiki.edit("5004", "<p>Oil last.</p>", { authorId: ann, at });
    ships.setFaults({ ...never, only: /pages\/601\d\?/ });
    const report = await run();
    expect(report).toMatchObject({
      exitCode: 3,
      sources: [
        { id: "lamps", pages: 1, failure: null },
        { id: "ships", failure: expect.stringMatching(/answered 500/) },
      ],
    });
    expect([listings(lamps), listings(ships)]).toEqual([["changes"], ["changes"]]);
    expect(report.sources[1]?.pages).toBeGreaterThan(0);
    expect([has("lamps"), has("ships")]).toEqual([true, false]);
    expect([(await hull(6000)).markdown, (await hull(6019)).markdown]).toEqual(["Pitch.", "Tar."]);
    ships.setFaults(null);
    expect((await run()).exitCode).toBe(0);
    expect([listings(lamps), listings(ships)]).toEqual([["changes"], ["complete"]]);
    expect([has("lamps"), has("ships")]).toEqual([true, true]);
    for (let id = 6000; id < 6020; id += 1) expect((await hull(id)).markdown).toBe("Pitch.");
  });

  test("before it gave a page leaves what it knew, and the archive, as they were", async () => {
    const { ships, archive, run } = await twoWikis();
    await run();
    const before = await timesOf(archive);
    ships.setFaults(never);
    expect(await run()).toMatchObject({ exitCode: 3, sources: [{ failure: null }, { pages: 0, failure: expect.stringMatching(/500/) }] });
    expect(await timesOf(archive)).toEqual(before);
    ships.setFaults(null);
    await run();
    expect(listings(ships)).toEqual(["changes"]);
  });
});

test("a wiki whose connections break is asked as often as one address may be, and not looked for elsewhere", async () => {
  const { ships, archive, run } = await twoWikis();
  await run();
  const before = await timesOf(archive);
  ships.setFaults({ ...never, kinds: ["reset"] });
  expect(await run()).toMatchObject({
    exitCode: 3,
    sources: [{ failure: null }, { failure: expect.stringMatching(/no answer in 6 tries/) }],
  });
  expect(ships.requests.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => null));
  expect(new Set(ships.requests.map(({ path, query }) => `${path}?${query}`)).size).toBe(1);
  expect(await timesOf(archive)).toEqual(before);
});

test("a connection that breaks is made again", async () => {
  const { ships, run } = await twoWikis();
  ships.setFaults({ ...never, kinds: ["reset"], mostInARow: 2 });
  expect((await run()).exitCode).toBe(0);
  expect(ships.requests.filter(({ status }) => status === null).length).toBeGreaterThan(2);
});
