import type { ConfluenceSourceConfig, ExportSourceConfig, SourceConfig, YoutubeSourceConfig } from "../config/index.ts";
import { confluence } from "./confluence/index.ts";
import { confluenceExport } from "./confluence-export/index.ts";
import type { Source, SourceContext } from "./types.ts";
import { youtube } from "./youtube/index.ts";

/** Every kind of source by the `type` of its configuration; the folders beside this file are named alike. */
export const sourceTypes = {
  confluence: (config: ConfluenceSourceConfig, context: SourceContext): Source => confluence(config, context),
  "confluence-export": (config: ExportSourceConfig, context: SourceContext): Source => confluenceExport(config, context.redact),
  youtube: (config: YoutubeSourceConfig, context: SourceContext): Source => youtube(config, context),
} as const;

export function createSource(config: SourceConfig, context: SourceContext): Source {
  switch (config.type) {
    case "confluence":
      return sourceTypes.confluence(config, context);
    case "confluence-export":
      return sourceTypes["confluence-export"](config, context);
    case "youtube":
      return sourceTypes.youtube(config, context);
  }
}
