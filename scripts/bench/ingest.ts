import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { backfill } from "../../src/backfill.ts";
import { runFloor, writtenFiles } from "./floor.ts";
import { type ExportForm, makeExport } from "./make-export.ts";
import { median, type Result } from "./result.ts";

const warmUps = 1;
const rounds = 7;
const limit = 3;

/** Ingest and floor by turns in this process, each into an empty folder; medians of the rounds after the first. */
export async function measureIngest(work: string, form: ExportForm, pages: number): Promise<Result> {
  const from = join(work, `export-${form}`);
  await makeExport(from, pages, form);
  const ingest = async (into: string): Promise<void> => {
    const report = await backfill({ from, config: null, archive: into, space: null, baseUrl: null, asOf: null, dryRun: false });
    if (report.pages.read !== pages || report.exitCode !== 0)
      throw new Error(`the ingest read ${report.pages.read} of ${pages} pages and ended with ${report.exitCode}: nothing to compare`);
  };
  const sample = join(work, `sample-${form}`);
  await ingest(sample);
  const files = writtenFiles(sample);
  const floor = async (into: string): Promise<void> => runFloor(from, form, files, into);
  const values: number[] = [];
  const baselines: number[] = [];
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const turns = [
      { run: ingest, name: "ingest", times: values },
      { run: floor, name: "floor", times: baselines },
    ];
    // Whatever the one leaves to the machine must not always meet the other.
    for (const { run, name, times } of round % 2 === 0 ? turns : turns.toReversed()) {
      settle();
      const start = performance.now();
      // Nothing is deleted between the runs: for half a minute ext4 walks over each deleted file whenever it makes a new one, which took
      // more time than the whole floor.
      await run(join(work, `${name}-${form}-${round}`));
      const took = performance.now() - start;
      if (round >= warmUps) times.push(took);
    }
  }
  return {
    name: `ingest, ${pages.toLocaleString("en")} pages of ${form === "html" ? "HTML" : "Markdown"}`,
    unit: "ms",
    value: median(values),
    baseline: median(baselines),
    baselineName: "floor",
    limit,
    values,
    baselines,
  };
}

/** Nobody pays for the garbage or the unwritten disk buffers of the run before. */
function settle(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  if (process.platform !== "win32") execFileSync("sync");
}
