import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { PageRecord } from "../../src/records/index.ts";
import { ann, guildWiki, served } from "../sources/confluence/support.ts";
import { contentsOf, minutebook } from "../sources/support/command-line.ts";
import { folderOf, htmlPage, indexPage } from "../sources/support/export-folder.ts";
import { deskOf, liveSource } from "./support.ts";

// Pages that still link to where their wiki was before.

const old = "https://wiki.old.example";
const link = (path: string, text: string): string => `<a href="${old}${path}">${text}</a>`;

/** `5004` is a number that another page bears by now. */
const body = `<p>${link("/display/LAN/Lamp+Care", "care")} ${link("/pages/viewpage.action?pageId=5004", "of then")}
  ${link("/x/jBM", "tiny")} ${link("/display/LAN/Snuffers", "gone")}</p>`;

async function linksOf(archive: string, pageId: string): Promise<(readonly [string, string | null])[]> {
  const page = JSON.parse(await readFile(join(archive, `pages/LAN/${pageId}.json`), "utf8")) as PageRecord;
  return page.links.map(({ text, page }) => [text, page] as const);
}

const byTitleAlone = [
  ["care", "pages/LAN/5004"],
  ["of then", null],
  ["tiny", null],
  ["gone", null],
];

test("mean pages by space and title, from the living wiki and from an export, in every run that follows", async () => {
  const wiki = guildWiki();
  wiki.edit("5003", body, { authorId: ann, at: "2024-04-18T18:00:00.000Z" });
  const exported = await folderOf({ "index.html": indexPage, "Old-Notes_77.html": htmlPage({ title: "Old Notes", body }) });
  const live = { ...liveSource("wiki", await served({ wiki })), formerBaseUrls: [`${old}/`] };
  const { sync, archive } = await deskOf(live, { id: "export", type: "confluence-export", path: exported });
  const outcome = await sync();
  expect(outcome.code, outcome.stdout + outcome.stderr).toBe(0);
  expect([await linksOf(archive, "5003"), await linksOf(archive, "77")]).toEqual([byTitleAlone, byTitleAlone]);
  const before = await contentsOf(archive);
  expect(JSON.parse(before.get("state/former-addresses.json") ?? "")).toEqual({ schemaVersion: 1, urls: [`${old}/`] });
  for (const args of [["rebuild"], ["detect"]]) {
    expect((await minutebook(...args, "--archive", archive)).code).toBe(0);
    expect(await contentsOf(archive), args[0]).toEqual(before);
  }
  expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
});

test("mean what the archive has by number where nobody says that they are of then", async () => {
  const wiki = guildWiki();
  wiki.edit("5003", body, { authorId: ann, at: "2024-04-18T18:00:00.000Z" });
  const { sync, archive } = await deskOf(liveSource("wiki", await served({ wiki })));
  expect((await sync()).code).toBe(0);
  expect(await linksOf(archive, "5003")).toEqual([
    ["care", "pages/LAN/5004"],
    ["of then", "pages/LAN/5004"],
    ["tiny", "pages/LAN/5004"],
    ["gone", null],
  ]);
  expect((await contentsOf(archive)).has("state/former-addresses.json")).toBe(false);
});

test("a recording of a page is one with the link to it at the former address", async () => {
  const wiki = guildWiki();
  const recorded = {
    title: "fog talk.mp4",
    mediaType: "video/mp4",
    bytes: Buffer.from("0"),
    createdAt: "2024-03-20T19:00:00.000Z",
    authorId: ann,
  };
  wiki.addAttachment("5002", recorded);
  wiki.edit("5003", `<p>Recording: ${link("/display/LAN/2024-03-20+Meeting?preview=/1/2/fog+talk.mp4", "fog talk")}</p>`, {
    authorId: ann,
    at: "2024-04-18T18:00:00.000Z",
  });
  const { sync, archive } = await deskOf({ ...liveSource("wiki", await served({ wiki })), formerBaseUrls: [old] });
  expect((await sync()).code).toBe(0);
  const paths = [...(await contentsOf(archive)).keys()].filter((path) => path.startsWith("recordings/confluence/"));
  expect(paths).toEqual([expect.stringMatching(/^recordings\/confluence\/5002-/)]);
});
