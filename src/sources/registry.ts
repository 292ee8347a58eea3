import type { ExportSourceConfig } from "../config/index.ts";
import { confluenceExport } from "./confluence-export/index.ts";
import type { Redactor, Source } from "./types.ts";

/** Every kind of source by the `type` of its configuration; the folders beside this file are named alike. */
export const sourceTypes = {
  "confluence-export": (config: ExportSourceConfig, redact: Redactor): Source => confluenceExport(config, redact),
} as const;

export function createSource(config: ExportSourceConfig, redact: Redactor): Source {
  return sourceTypes[config.type](config, redact);
}
