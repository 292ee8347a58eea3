import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test } from "vitest";
import { checkArchive } from "../../src/archive/index.ts";
import { type FileKind, fileSchemas } from "../../src/records/index.ts";
import { jsonSchemaOf } from "../../src/records/json-schema.ts";
import { newSampleArchive } from "./support/archives.ts";
import { contentsOf } from "./support/contents.ts";
import { changeSealed, type Json } from "./support/damage.ts";
import { change, group } from "./support/sample.ts";
import { writeLaterSample } from "./support/write-sample.ts";

function validators(schemaOf: (kind: FileKind) => unknown): (kind: string) => ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const compiled = new Map<string, ValidateFunction>();
  for (const kind of Object.keys(fileSchemas) as FileKind[]) compiled.set(kind, ajv.compile(schemaOf(kind) as object));
  return (kind) => {
    const validate = compiled.get(kind);
    if (validate === undefined) throw new Error(`no schema for ${kind}`);
    return validate;
  };
}

test("every file that is written fits the JSON Schema in the archive, which is ours", async () => {
  const dir = await newSampleArchive();
  await writeLaterSample(dir);
  const contents = await contentsOf(dir);
  const schemaOf = (kind: FileKind): unknown => JSON.parse(contents.get(`schema/${kind}.schema.json`) ?? "null");
  const validatorOf = validators(schemaOf);
  const seen = new Set<string>();
  for (const [path, text] of contents) {
    if (!path.endsWith(".json") || /^(raw|schema|state)\//.test(path)) continue;
    const value = JSON.parse(text) as { kind: string };
    const validate = validatorOf(value.kind);
    expect(validate(value), `${path}: ${JSON.stringify(validate.errors)}`).toBe(true);
    seen.add(value.kind);
  }
  // The later sample has taken its only course back.
  expect([...seen].sort()).toEqual(
    Object.keys(fileSchemas)
      .filter((kind) => kind !== "course")
      .sort(),
  );
  for (const kind of Object.keys(fileSchemas) as FileKind[]) expect(schemaOf(kind)).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf(kind))));
});

const laterVersions: [string, string, (value: Json) => Json][] = [
  ["a new field", "groups/orchard-sig.json", (value) => ({ ...value, motto: "Grow" })],
  ["a new field inside", "groups/orchard-sig.json", (value) => ({ ...value, status: { ...group().status, saidBy: "Mira" } })],
  ["a new value", "groups/orchard-sig.json", (value) => ({ ...value, groupKind: "guild" })],
  [
    "a new value inside",
    "groups/orchard-sig.json",
    (value) => ({ ...value, leadership: group().leadership.map((term) => ({ ...term, role: "steward" })) }),
  ],
  [
    "a new type of change",
    "changes/2022/orchard-sig-leadership.joined-1a2b3c4d.json",
    (value) => ({ ...value, type: "leadership.paused" }),
  ],
  [
    "a new field of a person in a change",
    "changes/2022/orchard-sig-leadership.joined-1a2b3c4d.json",
    (value) => ({ ...value, to: [{ ...Object(change().to[0]), pronouns: "she" }] }),
  ],
  [
    "a new field of evidence",
    "reports/orchard-sig/2022-H1.json",
    (value) => ({ ...value, evidence: [{ source: "wiki", url: null, paragraph: 3 }] }),
  ],
  ["a new field of an index", "groups/index.json", (value) => ({ ...value, next: null })],
  ["a new field of the root", "minutebook.json", (value) => ({ ...value, language: "en" })],
];

test.each(laterVersions)("of a later minor version: %s fits the schema and is no fault", async (_, path, later) => {
  const dir = await newSampleArchive();
  await changeSealed(dir, path, later);
  const value = JSON.parse(await readFile(join(dir, path), "utf8")) as { kind: string };
  const validate = validators(jsonSchemaOf)(value.kind);
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  expect((await checkArchive(dir)).faults).toEqual([]);
});
