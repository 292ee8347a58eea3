import { readPlaces } from "../backfill.ts";
import { loadConfig } from "../config/index.ts";
import { recordFailure } from "../run-file.ts";
import { sync } from "../sync.ts";
import { type Common, recordOf, reported } from "./backfill.ts";
import type { Output } from "./output.ts";

export interface SyncArguments extends Common {
  readonly config: string;
  readonly archive?: string;
  readonly source?: readonly string[];
  readonly full: boolean;
  readonly asOf?: string;
  readonly acceptRemovals?: number;
}

export async function runSync(args: SyncArguments, output: Output): Promise<number> {
  const record = { ...args, command: "sync", archive: args.archive ?? null };
  const config = await recordFailure(recordOf(record), () => loadConfig(args.config));
  const reads = readPlaces(config.sources);
  return reported({ ...record, archive: args.archive ?? config.archive, reads }, output, (hooks) =>
    sync({
      config,
      archive: args.archive ?? null,
      only: args.source ?? [],
      full: args.full,
      acceptRemovals: args.acceptRemovals ?? null,
      asOf: args.asOf ?? null,
      dryRun: args.dryRun,
      ...hooks,
    }),
  );
}
