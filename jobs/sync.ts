// What changed at the sources of a configuration, into its archive. Usage: node jobs/sync.ts config/mine.yaml
import { readPlaces } from "../src/backfill.ts";
import { stopOnSignals } from "../src/cli/signals.ts";
import { summaryOf } from "../src/cli/summary.ts";
import { loadConfig } from "../src/config/index.ts";
import { recordRun } from "../src/run-file.ts";
import { sync } from "../src/sync.ts";

const config = await loadConfig(process.argv[2] ?? new URL("../config/sample.yaml", import.meta.url).pathname);
const { signal } = stopOnSignals((message) => console.error(message));
const report = await recordRun(
  { command: "sync", archive: config.archive, reads: readPlaces(config.sources), file: null, dryRun: false },
  () => sync({ config, archive: null, only: [], full: false, acceptRemovals: null, asOf: null, dryRun: false, signal }),
);
for (const skip of report.skipped) console.error(`${skip.file}: ${skip.reason}`);
for (const source of report.sources) if (source.failure !== null) console.error(`${source.id}: ${source.failure}`);
console.log(summaryOf(report));
process.exitCode = report.exitCode;
