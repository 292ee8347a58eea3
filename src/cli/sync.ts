import { loadConfig } from "../config/index.ts";
import { sync } from "../sync.ts";
import { type Common, reported } from "./backfill.ts";
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
  const config = await loadConfig(args.config);
  return reported({ ...args, command: "sync", archive: args.archive ?? config.archive }, output, (hooks) =>
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
