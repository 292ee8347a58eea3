import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { plainJson, sha256Of } from "../../../src/records/canonical-json.ts";
import { collections } from "../../../src/records/index.ts";

export type Json = Record<string, unknown>;

/** Changes one JSON file and nothing else: hashes elsewhere no longer fit. */
export async function changeJson(dir: string, path: string, change: (value: Json) => unknown): Promise<void> {
  const file = join(dir, path);
  await writeFile(file, plainJson(change(JSON.parse(await readFile(file, "utf8")))));
}

/** Changes one JSON file and then makes every hash and count fit again, so that only this one damage is left. */
export async function changeSealed(dir: string, path: string, change: (value: Json) => unknown): Promise<void> {
  await changeJson(dir, path, change);
  await seal(dir);
}

export async function seal(dir: string): Promise<void> {
  const listed: Json = {};
  for (const collection of collections) {
    const path = `${collection}/index.json`;
    const index = JSON.parse(await readFile(join(dir, path), "utf8")) as { records: { id: string; sha256: string }[] };
    for (const entry of index.records) {
      const bytes = await readFile(join(dir, `${entry.id}.json`)).catch(() => null);
      if (bytes !== null) entry.sha256 = sha256Of(bytes);
    }
    await writeFile(join(dir, path), plainJson(index));
    listed[collection] = { count: index.records.length, sha256: sha256Of(plainJson(index)) };
  }
  await changeJson(dir, "minutebook.json", (root) => ({ ...root, collections: listed }));
}
