// Writes the JSON Schemas of the archive's files into schema/, and that of the configuration beside those. Tests pin them: run this after a change of
// src/records or src/config/schema.ts.
import { mkdir, writeFile } from "node:fs/promises";
import { configSchema } from "../src/config/json-schema.ts";
import { plainJson } from "../src/records/canonical-json.ts";
import { type FileKind, fileSchemas } from "../src/records/index.ts";
import { jsonSchemaOf } from "../src/records/json-schema.ts";

const folder = new URL("../schema/", import.meta.url);
await mkdir(folder, { recursive: true });
for (const kind of Object.keys(fileSchemas) as FileKind[]) {
  await writeFile(new URL(`${kind}.schema.json`, folder), plainJson(jsonSchemaOf(kind)));
}
await writeFile(new URL("../config/schema.json", import.meta.url), plainJson(configSchema()));
