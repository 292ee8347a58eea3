import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig } from "../../src/config/index.ts";
import { tempFolder } from "../sources/support/export-folder.ts";

async function limitsOf(limits: Record<string, number> | undefined) {
  const file = join(await tempFolder(), "guild.yaml");
  const source = { id: "wiki", type: "confluence", baseUrl: "https://guild.example.org/wiki", space: "LAN", ...(limits ? { limits } : {}) };
  // JSON is YAML.
  await writeFile(file, JSON.stringify({ title: "Lantern Guild", archive: "./archive", sources: [source] }));
  const [read] = (await loadConfig(file)).sources;
  return read?.type === "confluence" ? [read.limits, read.pageLimits] : [];
}

test("pages for readers are asked for more slowly than interfaces, unless the configuration says how fast", async () => {
  expect(await limitsOf(undefined)).toEqual([
    { concurrency: 4, requestsPerSecond: 10 },
    { concurrency: 2, requestsPerSecond: 2 },
  ]);
  expect(await limitsOf({ requestsPerSecond: 5 })).toEqual([
    { concurrency: 4, requestsPerSecond: 5 },
    { concurrency: 2, requestsPerSecond: 5 },
  ]);
});
