import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { PageRecord } from "../../src/records/index.ts";
import { ann, bo, bodiesAsked, guildWiki, served } from "../sources/confluence/support.ts";
import { contentsOf, minutebook } from "../sources/support/command-line.ts";
import type { Loopback, Wiki } from "../support/confluence/index.ts";
import { type Desk, deskOf, liveSource } from "./support.ts";

/** The guild, and a space of tides beside it. */
function twoSpaces(): Wiki {
  const wiki = guildWiki(5000, "page");
  wiki.addSpace({ key: "TIDE", name: "Tide Guild", createdAt: "2024-01-02T08:00:00.000Z", authorId: ann });
  wiki.addPage({ id: "6000", space: "TIDE", title: "Tide Guild", storage: "<p>Tides.</p>", authorId: ann, at: "2024-01-03T09:00:00.000Z" });
  return wiki;
}

const page = async ({ archive }: Desk, id: string): Promise<PageRecord> =>
  JSON.parse(await readFile(join(archive, `pages/${id}.json`), "utf8")) as PageRecord;

const recordsOf = (contents: ReadonlyMap<string, string>, pageId: string): string[] =>
  [...contents.keys()].filter((path) => path.startsWith("pages/") && path.endsWith(`/${pageId}.json`));

async function readBoth(order: readonly ("LAN" | "TIDE")[], confluence: Loopback): Promise<Desk> {
  const desk = await deskOf(...order.map((space) => liveSource(space.toLowerCase(), confluence, space)));
  const first = await desk.sync();
  expect(first.code, first.stderr).toBe(0);
  confluence.resetLog();
  return desk;
}

describe.each([[["LAN", "TIDE"]], [["TIDE", "LAN"]]] as const)("a page that moves between two spaces that are read: %s", (order) => {
  test("keeps its one record, which names the space where it is now", async () => {
    const confluence = await served({ wiki: twoSpaces() });
    const desk = await readBoth(order, confluence);
    confluence.wiki.moveToSpace("5001", "TIDE", "6000");
    const outcome = await desk.sync("--full");
    expect(outcome.code, outcome.stderr).toBe(0);
    expect(bodiesAsked(confluence)).toEqual([]);
    const contents = await contentsOf(desk.archive);
    for (const id of ["5001", "5002", "5003"]) expect(recordsOf(contents, id)).toEqual([`pages/LAN/${id}.json`]);
    expect(await page(desk, "LAN/5002")).toMatchObject({
      space: "TIDE",
      status: { value: "current" },
      ancestors: [{ id: "pages/TIDE/6000" }, { id: "pages/LAN/5001" }],
    });
    expect((await minutebook("check", "--archive", desk.archive)).stdout).toMatch(/no faults/);
    expect((await minutebook("rebuild", "--archive", desk.archive)).stdout).toMatch(/nothing to write/);
    for (const args of [[], ["--full"]]) expect((await desk.sync(...args)).stdout).toMatch(/nothing to write/);
  });

  test("is followed there: edited, and gone in the end", async () => {
    const confluence = await served({ wiki: twoSpaces() });
    const desk = await readBoth(order, confluence);
    confluence.wiki.moveToSpace("5004", "TIDE", "6000");
    confluence.wiki.edit("5004", "<p>Oil last.</p>", { authorId: bo, at: "2024-04-20T10:00:00.000Z" });
    await desk.sync();
    expect(await page(desk, "LAN/5004")).toMatchObject({ space: "TIDE", markdown: "Oil last.", status: { value: "current" } });
    await desk.sync("--full");
    expect(await page(desk, "LAN/5004")).toMatchObject({ space: "TIDE", status: { value: "current" } });
    confluence.wiki.trash("5004");
    await desk.sync("--full");
    expect((await page(desk, "LAN/5004")).status.value).toBe("trashed");
    expect(recordsOf(await contentsOf(desk.archive), "5004")).toEqual(["pages/LAN/5004.json"]);
  });
});

test("the order of the sources does not matter", async () => {
  const confluence = await served({ wiki: twoSpaces() });
  const desks = [await readBoth(["LAN", "TIDE"], confluence), await readBoth(["TIDE", "LAN"], confluence)];
  confluence.wiki.moveToSpace("5001", "TIDE", "6000");
  for (const desk of desks) await desk.sync("--full");
  const [one, other] = await Promise.all(desks.map(({ archive }) => contentsOf(archive)));
  expect(other).toEqual(one);
});

test("a page that moved before its new space was read is found again there", async () => {
  const confluence = await served({ wiki: twoSpaces() });
  const lan = await deskOf(liveSource("lan", confluence));
  await lan.sync();
  confluence.wiki.moveToSpace("5004", "TIDE", "6000");
  await lan.sync("--full");
  expect((await page(lan, "LAN/5004")).status.value).toBe("moved");
  const both = await deskOf(liveSource("lan", confluence), liveSource("tide", confluence, "TIDE"));
  await both.sync("--archive", lan.archive);
  expect(await page(lan, "LAN/5004")).toMatchObject({ space: "TIDE", status: { value: "current" } });
  expect(recordsOf(await contentsOf(lan.archive), "5004")).toEqual(["pages/LAN/5004.json"]);
});

test("a page of another wiki that has the same number is another page", async () => {
  const [here, there] = [await served({ wiki: guildWiki() }), await served({ wiki: twoSpaces() })];
  there.wiki.addPage({ id: "5004", space: "TIDE", title: "Ebb", storage: "<p>Low.</p>", authorId: ann, at: "2024-02-01T12:00:00.000Z" });
  const desk = await deskOf(liveSource("lan", here), liveSource("tide", there, "TIDE"));
  await desk.sync();
  await desk.sync("--full");
  expect(recordsOf(await contentsOf(desk.archive), "5004")).toEqual(["pages/LAN/5004.json", "pages/TIDE/5004.json"]);
  expect((await page(desk, "TIDE/5004")).title).toBe("Ebb");
  expect((await page(desk, "LAN/5004")).space).toBe("LAN");
});
