// Reads every export that a configuration names into its archive. Usage: node jobs/backfill.ts [config/sample.yaml]
import { backfill, readPlaces } from "../src/backfill.ts";
import { stopOnSignals } from "../src/cli/signals.ts";
import { summaryOf } from "../src/cli/summary.ts";
import { loadConfig } from "../src/config/index.ts";
import { recordRun } from "../src/run-file.ts";

const config = await loadConfig(process.argv[2] ?? new URL("../config/sample.yaml", import.meta.url).pathname);
const { signal } = stopOnSignals((message) => console.error(message));
const report = await recordRun(
  { command: "backfill", archive: config.archive, reads: readPlaces(config.sources), file: null, dryRun: false },
  () => backfill({ from: null, config, archive: null, space: null, baseUrl: null, asOf: null, dryRun: false, signal }),
);
for (const skip of report.skipped) console.error(`${skip.file}: ${skip.reason}`);
console.log(summaryOf(report));
process.exitCode = report.exitCode;
