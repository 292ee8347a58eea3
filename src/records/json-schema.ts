import { z } from "zod";
import { schemaVersion } from "./archive-files.ts";
import { type FileKind, fileSchemas } from "./index.ts";

/**
 * The JSON Schema (2020-12) of a kind of file, as consumers may rely on it: open. The writer's schemas are closed, so that we
 * never write a field by mistake; consumers must live with fields and values that a later version adds, therefore unknown
 * properties are allowed and enum values are listed as the known ones only.
 */
export function jsonSchemaOf(kind: FileKind): Record<string, unknown> {
  const generated = z.toJSONSchema(fileSchemas[kind], {
    target: "draft-2020-12",
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      if (Array.isArray(jsonSchema.enum)) {
        const known = jsonSchema.enum;
        delete jsonSchema.enum;
        jsonSchema.anyOf = [{ enum: known }, { type: "string" }];
        delete jsonSchema.type;
      }
    },
  });
  const { $schema, ...rest } = generated;
  return { $schema, $id: `urn:minutebook:schema:${schemaVersion}:${kind}`, title: kind, ...rest };
}
