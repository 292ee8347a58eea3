import { communityOf, hooksOf, noticesOf, policyOf, readPlaces } from "./backfill.ts";
import { type Config, redactionKey } from "./config/index.ts";
import { ConfigError } from "./errors.ts";
import { ingest, type RunHooks } from "./pipeline.ts";
import { takeOutWhatIsListed } from "./redact.ts";
import type { RunReport } from "./run-report.ts";
import { createSource } from "./sources/registry.ts";

export interface SyncOptions extends RunHooks {
  readonly config: Config;
  /** Overrides the configuration's. */
  readonly archive: string | null;
  /** Ids of the sources to read; none for all. */
  readonly only: readonly string[];
  /** Lists living wikis completely, although it is not due. */
  readonly full: boolean;
  readonly acceptRemovals: number | null;
  readonly asOf: string | null;
  readonly dryRun: boolean;
}

/**
 * The scheduled job: what changed at the sources since the archive was written, into the archive.
 * @throws ConfigError where a source is asked for that the configuration does not name
 */
export async function sync(options: SyncOptions): Promise<RunReport> {
  const { config, only } = options;
  const unknown = only.filter((id) => !config.sources.some((source) => source.id === id));
  if (unknown.length > 0)
    throw new ConfigError(
      `${config.file} names no source ${unknown.map((id) => `"${id}"`).join(", ")}: expected one of ${config.sources.map(({ id }) => id).join(", ")}`,
      { file: config.file },
    );
  const sources = config.sources.filter(({ id }) => only.length === 0 || only.includes(id));
  const archive = options.archive ?? config.archive;
  const policy = policyOf(config);
  const community = await communityOf(config);
  await takeOutWhatIsListed({ archive, policy, dryRun: options.dryRun, ...community, ...hooksOf(options) });
  return ingest({
    command: "sync",
    archive,
    title: config.title,
    sources: (context) => sources.map((source) => createSource(source, context)),
    reads: readPlaces(sources),
    notices: noticesOf(sources),
    policy,
    ...community,
    asOf: options.asOf ?? config.asOf,
    full: options.full,
    acceptRemovals: options.acceptRemovals,
    redactionKey: redactionKey(),
    dryRun: options.dryRun,
    ...hooksOf(options),
  });
}
