import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import type { PageRecord } from "../../../src/records/index.ts";
import { contentsOf, minutebook } from "../support/command-line.ts";
import { ann, bodiesAsked, desk, guildWiki, served } from "./support.ts";

function wikiWithFiles() {
  const wiki = guildWiki();
  const at = { createdAt: "2024-03-20T19:00:00.000Z", authorId: ann };
  wiki.addAttachment("5002", {
    title: "call.vtt",
    mediaType: "text/vtt",
    bytes: Buffer.from("WEBVTT\n\nIlse: call +1 202 555 0143"),
    ...at,
  });
  wiki.addAttachment("5002", { title: "lamp.png", mediaType: "image/png", bytes: Buffer.from([1, 2, 3]), ...at });
  wiki.addAttachment("5002", { title: "big.txt", mediaType: "text/plain", bytes: Buffer.alloc(6 * 1024 * 1024, "x"), ...at });
  return wiki;
}

const filesOf = async (archive: string): Promise<string[]> =>
  [...(await contentsOf(archive)).keys()].filter((path) => path.startsWith("files/"));
const downloads = (requests: readonly { path: string }[]): number => requests.filter(({ path }) => /download/.test(path)).length;

test("files are recorded with their size, and none is asked for", async () => {
  const confluence = await served({ wiki: wikiWithFiles() });
  const { sync, page, archive } = await desk(confluence);
  await sync();
  expect((await page("5002")).attachments.map(({ name, bytes, sha256 }) => [name, bytes, sha256])).toEqual([
    ["big.txt", 6 * 1024 * 1024, null],
    ["call.vtt", 34, null],
    ["lamp.png", 3, null],
    ["minutes.vtt", 6, null],
  ]);
  expect([await filesOf(archive), downloads(confluence.requests)]).toEqual([[], 0]);
});

test("text is kept by its hash, without its secrets, and asked for once", async () => {
  const confluence = await served({ wiki: wikiWithFiles() });
  const { sync, page, archive } = await desk(confluence, { attachments: "text" });
  const outcome = await sync();
  expect(outcome.stderr).toMatch(/5002\/big\.txt: 6291456 bytes are more than one file may have/);
  const call = (await page("5002")).attachments.find(({ name }) => name === "call.vtt");
  const kept = await readFile(`${archive}/files/${call?.sha256?.slice(0, 2)}/${call?.sha256}`, "utf8");
  expect(kept).toBe("WEBVTT\n\nIlse: call [redacted: phone]");
  expect(await filesOf(archive)).toHaveLength(2);
  expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
  expect((await minutebook("rebuild", "--archive", archive)).stdout).toMatch(/nothing to write/);
  confluence.resetLog();
  confluence.wiki.label("5002", "minutes");
  await sync("--full");
  expect(downloads(confluence.requests)).toBe(0);
  expect((await page("5002")).attachments.find(({ name }) => name === "call.vtt")?.sha256).toBe(call?.sha256);
});

test("files come along when the configuration asks for more than before", async () => {
  const confluence = await served({ wiki: wikiWithFiles() });
  const { sync, archive } = await desk(confluence);
  await sync();
  const { sync: again } = await desk(confluence, { attachments: "all" });
  await again("--archive", archive, "--full");
  expect(await filesOf(archive)).toHaveLength(4);
});

describe("files that a page got, although it did not change itself, are noticed", () => {
  const file = { title: "wick.csv", mediaType: "text/csv", bytes: Buffer.from("a"), createdAt: "2024-04-20T19:00:00.000Z", authorId: ann };
  const namesOf = ({ attachments }: PageRecord): string[] => attachments.map(({ name }) => name);

  test("by the search, when little is listed", async () => {
    const confluence = await served({ wiki: wikiWithFiles() });
    const { sync, page } = await desk(confluence);
    await sync();
    confluence.wiki.addAttachment("5004", file);
    confluence.resetLog();
    await sync();
    expect(namesOf(await page("5004"))).toEqual(["wick.csv"]);
    expect(bodiesAsked(confluence)).toEqual([]);
    confluence.resetLog();
    await sync();
    expect(confluence.requests).toHaveLength(3);
  });

  test("by a complete listing", async () => {
    const confluence = await served({ wiki: wikiWithFiles() });
    const { sync, page } = await desk(confluence);
    await sync();
    confluence.wiki.addAttachment("5004", { ...file, createdAt: "2024-01-03T19:00:00.000Z" });
    await sync();
    expect(namesOf(await page("5004"))).toEqual([]);
    await sync("--full");
    expect(namesOf(await page("5004"))).toEqual(["wick.csv"]);
  });
});

describe("files that the search does not know", () => {
  test("are known to their pages, where it knows of none in the whole space", async () => {
    const wiki = guildWiki();
    wiki.unindex("5002");
    const { sync, page } = await desk(await served({ wiki }));
    await sync();
    expect((await page("5002")).attachments.map(({ name }) => name)).toEqual(["minutes.vtt"]);
  });

  test("are asked for where a body names them", async () => {
    const wiki = wikiWithFiles();
    wiki.addPage({
      id: "5020",
      space: "LAN",
      title: "Drawings",
      storage: '<p><ac:image><ri:attachment ri:filename="a &amp; b.png"/></ac:image></p>',
      authorId: ann,
      at: "2024-04-01T10:00:00.000Z",
    });
    wiki.addAttachment("5020", { title: "a & b.png", bytes: Buffer.from("x"), createdAt: "2024-04-01T10:00:00.000Z", authorId: ann });
    wiki.unindex("5020");
    const { sync, page } = await desk(await served({ wiki }));
    await sync();
    expect((await page("5020")).attachments.map(({ name }) => name)).toEqual(["a & b.png"]);
  });
});
