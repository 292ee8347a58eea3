import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig } from "../../src/config/index.ts";
import { tempFolder } from "../sources/support/export-folder.ts";

async function sourceOf(over: Record<string, unknown>) {
  const file = join(await tempFolder(), "guild.yaml");
  const source = { id: "wiki", type: "confluence", baseUrl: "https://guild.example.org/wiki", space: "LAN", ...over };
  // JSON is YAML.
  await writeFile(file, JSON.stringify({ title: "Lantern Guild", archive: "./archive", sources: [source] }));
  const [read] = (await loadConfig(file)).sources;
  return read?.type === "confluence" ? { limits: read.attachmentLimits, comments: read.comments } : null;
}

test("limits of files and the reading of comments are the usual ones unless they are configured", async () => {
  expect(await sourceOf({})).toEqual({ limits: { fileMegabytes: null, runMegabytes: null }, comments: false });
  expect(await sourceOf({ attachmentLimits: { fileMegabytes: 0.5 }, comments: true })).toEqual({
    limits: { fileMegabytes: 0.5, runMegabytes: null },
    comments: true,
  });
});

test.each([{ fileMegabytes: 0 }, { fileMegabytes: 201 }, { runMegabytes: "much" }, { files: 1 }])(
  "wrong limits are named: %j",
  async (attachmentLimits) => {
    await expect(sourceOf({ attachmentLimits })).rejects.toThrow(/attachmentLimits/);
  },
);
