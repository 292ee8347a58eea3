import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentsOf } from "../support/command-line.ts";
import { bodiesAsked, desk, guildWiki, served } from "./support.ts";

test.each([
  ["cloud", "storage.xml", []],
  ["cloud", "storage.xml", ["--full"]],
  ["server", "storage.xml", []],
  ["web", "view.html", []],
] as const)("a body that the archive lost is read again, and no other one: %s %s %s", async (flavour, form, args) => {
  const confluence = await served({ flavour, wiki: guildWiki(5000, "page") });
  const { sync, archive } = await desk(confluence);
  await sync();
  const before = await contentsOf(archive);
  await rm(join(archive, `raw/LAN/5004.${form}`));
  confluence.resetLog();
  const outcome = await sync(...args);
  expect(outcome.code, outcome.stderr).toBe(0);
  if (flavour !== "web") expect(bodiesAsked(confluence)).toEqual(["5004"]);
  expect(await contentsOf(archive)).toEqual(before);
});

test("a body that was lost of a page that is gone is named, run after run, and asked for no more", async () => {
  const confluence = await served();
  const { sync, archive } = await desk(confluence);
  await sync();
  confluence.wiki.trash("5004");
  await sync("--full");
  await rm(join(archive, "raw/LAN/5004.storage.xml"));
  confluence.resetLog();
  const outcome = await sync();
  expect([outcome.code, bodiesAsked(confluence)]).toEqual([3, []]);
  expect(outcome.stderr).toContain("pages/LAN/5004");
});
