import { z } from "zod";
import { writtenConfig } from "./schema.ts";

/** The JSON Schema (2020-12) of a configuration file, for editors: `# yaml-language-server: $schema=…`. */
export function configSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(writtenConfig, { target: "draft-2020-12", io: "input" });
  return { $schema, $id: "urn:minutebook:schema:1:config", title: "A community's configuration of Minutebook", ...schema };
}
