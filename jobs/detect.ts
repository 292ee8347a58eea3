// What the archive of a configuration shows by a day, today in UTC where none is given. Usage: node jobs/detect.ts config/mine.yaml [2024-11-26]
import { stopOnSignals } from "../src/cli/signals.ts";
import { summaryOf } from "../src/cli/summary.ts";
import { loadConfig } from "../src/config/index.ts";
import { detect, isReplay } from "../src/detect.ts";
import { recordRun } from "../src/run-file.ts";

const config = await loadConfig(process.argv[2] ?? new URL("../config/sample.yaml", import.meta.url).pathname);
const { archive } = config;
const today = new Date().toISOString().slice(0, 10);
const asOf = process.argv[3] ?? today;
if (await isReplay({ archive, asOf })) {
  console.error(`${asOf} is before the archive's own day: "minutebook detect --as-of ${asOf}" tells of it and leaves the archive alone`);
  process.exit(2);
}
const { signal } = stopOnSignals((message) => console.error(message));
const report = await recordRun({ command: "detect", archive, file: null, dryRun: false }, () =>
  detect({ archive, config, asOf, out: null, dryRun: false, signal }),
);
console.log(summaryOf(report));
process.exitCode = report.exitCode;
