import type { ConfluenceSourceConfig, ExportSourceConfig, SourceConfig } from "../config/index.ts";
import { confluence } from "./confluence/index.ts";
import { confluenceExport } from "./confluence-export/index.ts";
import type { Source, SourceContext } from "./types.ts";

/** Every kind of source by the `type` of its configuration; the folders beside this file are named alike. */
export const sourceTypes = {
  confluence: (config: ConfluenceSourceConfig, context: SourceContext): Source => confluence(config, context),
  "confluence-export": (config: ExportSourceConfig, context: SourceContext): Source => confluenceExport(config, context.redact),
} as const;

export function createSource(config: SourceConfig, context: SourceContext): Source {
  return config.type === "confluence" ? sourceTypes.confluence(config, context) : sourceTypes["confluence-export"](config, context);
}
