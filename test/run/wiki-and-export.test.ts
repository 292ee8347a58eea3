import { describe, expect, test } from "vitest";
import { ann, guildWiki, served } from "../sources/confluence/support.ts";
import { contentsOf, minutebook, reportOf, timesOf } from "../sources/support/command-line.ts";
import { type Files, folderOf, htmlPage, indexPage } from "../sources/support/export-folder.ts";
import { deskOf, liveSource } from "./support.ts";

// One space, from its living wiki and from an export of it.

const exported: Files = {
  "index.html": indexPage,
  "2024-03-20-Meeting_5002.html": htmlPage({ title: "2024-03-20 Meeting", body: "<p>Fog, as exported.</p>" }),
  "Lamp-Care_5004.html": htmlPage({
    title: "Lamp Care",
    body: "<p>Oil, as exported.</p>",
    line: "Created by <span class='author'> Ilse Brandvold</span> on Feb 01, 2024",
  }),
};

const exportSource = async (files: Files = exported) => ({ id: "export", type: "confluence-export", path: await folderOf(files) });

/** The pages of an archive, and what one of them says. */
async function pagesOf(archive: string) {
  const contents = await contentsOf(archive);
  const ids = [...contents.keys()].flatMap((path) => /^pages\/LAN\/(\d+)\.json$/.exec(path)?.[1] ?? []);
  return { ids, lampCare: JSON.parse(contents.get("pages/LAN/5004.json") ?? "{}") as Record<string, unknown> };
}

const living = { version: 1, markdown: "Oil first.", modifiedAt: "2024-02-01T12:00:00.000Z" };
const ids = ["5000", "5002", "5003", "5004", "5005"];

describe("a page that a living wiki and an export give is one record, the wiki's", () => {
  test.each([
    ["the export is named first", true],
    ["the wiki is named first", false],
  ])("in one run where %s", async (_, isExportFirst) => {
    const [wiki, from] = [liveSource("wiki", await served()), await exportSource()];
    const { sync, archive } = await deskOf(...(isExportFirst ? [from, wiki] : [wiki, from]));
    const outcome = await sync("--json");
    expect(outcome.code, outcome.stdout + outcome.stderr).toBe(0);
    expect(reportOf(outcome).skipped).toEqual([
      expect.objectContaining({ weight: "note", reason: expect.stringMatching(/the living wiki told of this page in this run/) }),
      expect.objectContaining({ weight: "note", reason: expect.stringMatching(/the living wiki told of this page in this run/) }),
    ]);
    expect((reportOf(outcome).sources as { id: string; pages: number }[]).map(({ id, pages }) => [id, pages])).toEqual([
      ["wiki", 5],
      ["export", 0],
    ]);
    const { lampCare, ...rest } = await pagesOf(archive);
    expect([rest.ids, lampCare]).toEqual([ids, expect.objectContaining(living)]);
    const before = await timesOf(archive);
    for (const args of [[], ["--full"]]) {
      expect((await sync(...args)).code).toBe(0);
      expect(await timesOf(archive)).toEqual(before);
    }
    expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
  });

  test.each([
    ["the export first", ["export", "wiki"]],
    ["the wiki first", ["wiki", "export"]],
  ])("in two runs, %s", async (_, order) => {
    const { sync, archive } = await deskOf(await exportSource(), liveSource("wiki", await served()));
    for (const id of order) {
      const outcome = await sync("--source", id);
      expect(outcome.code, outcome.stderr).toBe(0);
    }
    const { lampCare, ...rest } = await pagesOf(archive);
    expect([rest.ids, lampCare]).toEqual([ids, expect.objectContaining(living)]);
    const before = await timesOf(archive);
    for (const id of [...order, ...order]) {
      expect((await sync("--source", id)).code).toBe(0);
      expect(await timesOf(archive)).toEqual(before);
    }
    expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
  });
});

test("what changed at a wiki is counted from its own newest page, not from an export's", async () => {
  const confluence = await served();
  const { sync, archive } = await deskOf(liveSource("wiki", confluence));
  await sync();
  // Of a page that the wiki does not have, days after all of the wiki's own.
  const line = "Created by <span class='author'> Ilse Brandvold</span>, last modified on Apr 28, 2024";
  const from = await folderOf({ "index.html": indexPage, "Wicks_5020.html": htmlPage({ title: "Wicks", line }) });
  expect((await minutebook("backfill", "--from", from, "--archive", archive, "--as-of", "2024-05-01")).code).toBe(0);
  confluence.wiki.edit("5004", "<p>Oil last.</p>", { authorId: ann, at: "2024-04-20T10:00:00.000Z" });
  const outcome = await sync();
  expect(outcome.code, outcome.stderr).toBe(0);
  expect((await pagesOf(archive)).lampCare).toMatchObject({ version: 2, markdown: "Oil last." });
});

test("a page that the wiki changed since it was exported is asked for, and the export does not bring it back", async () => {
  const wiki = guildWiki();
  wiki.edit("5004", "<p>Oil last.</p>", { authorId: ann, at: "2024-04-20T10:00:00.000Z" });
  const { sync, archive } = await deskOf(await exportSource(), liveSource("wiki", await served({ wiki })));
  await sync("--source", "export");
  for (const _ of [1, 2]) {
    expect((await sync()).code).toBe(0);
    expect((await pagesOf(archive)).lampCare).toMatchObject({ version: 2, markdown: "Oil last." });
  }
});
