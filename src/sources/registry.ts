import type { ConfluenceSourceConfig, ExportSourceConfig, SourceConfig, YoutubeSourceConfig } from "../config/index.ts";
import type { Patience } from "../http/client.ts";
import { confluence } from "./confluence/index.ts";
import { probeConfluence } from "./confluence/probe.ts";
import { confluenceExport } from "./confluence-export/index.ts";
import { probeExport } from "./confluence-export/probe.ts";
import type { Probe, Source, SourceContext } from "./types.ts";
import { youtube } from "./youtube/index.ts";
import { probeYoutube } from "./youtube/probe.ts";

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

/**
 * Asks a source, in a few requests, whether a run would get what it needs.
 * @throws SourceError, InputError and ConfigError as a run would
 */
export async function probeSource(config: SourceConfig, patience: Patience = {}): Promise<Probe> {
  switch (config.type) {
    case "confluence":
      return probeConfluence(config, patience);
    case "confluence-export":
      return probeExport(config);
    case "youtube":
      return probeYoutube(config, patience);
  }
}
