import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { createSource, sourceTypes } from "../../src/sources/registry.ts";
import { emptyContext } from "../sources/support/settings.ts";

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
    emptyContext(),
  );
  expect([source.id, source.type]).toEqual(["old-wiki", "confluence-export"]);
});
