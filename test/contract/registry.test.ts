import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createSource, sourceTypes } from "../../src/sources/registry.ts";

const folder = fileURLToPath(new URL("../../src/sources/", import.meta.url));
const folders = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

test("every folder of sources is registered, and nothing else", () => {
  expect(Object.keys(sourceTypes).sort()).toEqual(folders.sort());
});

test("every folder of a source offers itself in index.ts", () => {
  for (const name of folders) expect(readdirSync(`${folder}${name}`), name).toContain("index.ts");
});

test("a source knows its type and its id", () => {
  const source = createSource(
    { id: "old-wiki", type: "confluence-export", path: "/nowhere", space: null, baseUrl: null, license: null, attribution: null },
    {
      redact: (text) => ({ text, counts: { phone: 0, email: 0, passcode: 0, secret: 0 } }),
      asOf: "2024-05-01",
      full: false,
      acceptRemovals: null,
      knownPages: async () => [],
      knownVideo: async () => null,
      knownPlaylist: async () => null,
      spentAccounts: new Set<string>(),
      pagesElsewhere: async () => [],
      stateOf: async () => null,
      kindOf: async () => null,
      hasVersion: async () => false,
      mostRequests: null,
    },
  );
  expect([source.id, source.type]).toEqual(["old-wiki", "confluence-export"]);
});
