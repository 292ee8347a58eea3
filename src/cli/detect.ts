import { loadConfig } from "../config/index.ts";
import { detect, isReplay, replay } from "../detect.ts";
import { ConfigError } from "../errors.ts";
import { recordFailure } from "../run-file.ts";
import { type Common, recordOf, reported } from "./backfill.ts";
import type { Output } from "./output.ts";
import { runChanges } from "./queries.ts";

export interface DetectArguments extends Common {
  readonly archive: string;
  readonly config?: string;
  readonly asOf?: string;
  readonly out?: string;
}

/** Adds what changed to the archive; for a day of the past, prints what would have been told then. */
export async function runDetect(args: DetectArguments, output: Output): Promise<number> {
  const { config: file } = args;
  const record = recordOf({ ...args, command: "detect" });
  const config = await recordFailure(record, async () => (file === undefined ? null : loadConfig(file)));
  const options = { archive: args.archive, config, asOf: args.asOf ?? null, out: args.out ?? null, dryRun: args.dryRun };
  const { asOf } = options;
  const looksBack = asOf !== null && (await isReplay(options));
  if (!looksBack && args.out !== undefined)
    throw new ConfigError("--out is for a look into the past: expected a day before the archive's own after --as-of");
  if (asOf === null || !looksBack) return reported({ ...args, command: "detect" }, output, (hooks) => detect({ ...options, ...hooks }));
  if (args.out !== undefined)
    return reported({ ...args, command: "detect", archive: args.out }, output, (hooks) =>
      replay({ ...options, asOf, ...hooks }, async (_, report) => report),
    );
  return replay({ ...options, asOf }, async (folder, report) => {
    await runChanges({ archive: folder, json: args.json }, output);
    return report.exitCode;
  });
}
