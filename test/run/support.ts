import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { defaultRedactionPolicy } from "../../src/pages/redaction/index.ts";
import { ingest } from "../../src/pipeline.ts";
import type { RunReport } from "../../src/run-report.ts";
import { confluence } from "../../src/sources/confluence/index.ts";
import { minutebook, type Outcome } from "../sources/support/command-line.ts";
import { tempFolder } from "../sources/support/export-folder.ts";
import { confluenceSettings } from "../sources/support/settings.ts";
import type { Loopback } from "../support/confluence/index.ts";

const limits = { concurrency: 4, requestsPerSecond: 1000 };

/** As a configuration names a living wiki. */
export function liveSource(id: string, { baseUrl }: Loopback, space = "LAN") {
  return { id, type: "confluence", baseUrl, space, allowPrivateHost: true, limits };
}

export interface Desk {
  readonly archive: string;
  sync(...args: string[]): Promise<Outcome>;
}

/** A configuration of these sources, in this order, and its archive; on 1 May 2024. */
export async function deskOf(...sources: readonly object[]): Promise<Desk> {
  const folder = await tempFolder();
  const config = join(folder, "guild.yaml");
  // JSON is YAML.
  await writeFile(config, JSON.stringify({ title: "Lantern Guild", archive: "./archive", sources }));
  return {
    archive: join(folder, "archive"),
    sync: (...args) => minutebook("sync", "--config", config, "--as-of", "2024-05-01", ...args),
  };
}

/** A run over living wikis by id and space, without the waits between attempts. */
export function hurry(archive: string, sources: readonly (readonly [id: string, wiki: Loopback, space: string])[]): Promise<RunReport> {
  return ingest({
    command: "sync",
    archive,
    title: "Guilds",
    sources: (context) =>
      sources.map(([id, { baseUrl }, space]) => {
        const config = confluenceSettings({ id, baseUrl, space });
        return confluence(config, context, { random: () => 0, wait: async () => undefined });
      }),
    policy: defaultRedactionPolicy,
    asOf: "2024-05-01",
    dryRun: false,
  });
}
