// Writes the JSON Schemas of the archive's files into schema/. A test pins them: run this after a change of src/records.
import { mkdir, writeFile } from "node:fs/promises";
import { plainJson } from "../src/records/canonical-json.ts";
import { type FileKind, fileSchemas } from "../src/records/index.ts";
import { jsonSchemaOf } from "../src/records/json-schema.ts";

const folder = new URL("../schema/", import.meta.url);
await mkdir(folder, { recursive: true });
for (const kind of Object.keys(fileSchemas) as FileKind[]) {
  await writeFile(new URL(`${kind}.schema.json`, folder), plainJson(jsonSchemaOf(kind)));
}
