import type { Progress } from "../pipeline.ts";
import { countsInWords } from "../publish/change-words.ts";
import type { Ran } from "./jobs.ts";
import type { Runner } from "./runner.ts";

const stages = { reading: "reading", resolving: "joining what was read", writing: "writing pages" } as const;

/** A line for each stage, and one every thousand pages or videos. */
export function progressIn(runner: Runner): Progress {
  let last = "";
  return (stage, done, total) => {
    if (stage !== last) runner.log(`${stages[stage]}${total ? ` (${total})` : ""}`);
    else if (done > 0 && done % 1000 === 0) runner.log(`${stages[stage]}: ${done}${total ? ` of ${total}` : ""}`);
    last = stage;
  };
}

/** What a command did, for who opens the log. */
export function logRun({ archive, report, problems }: Ran, runner: Runner): void {
  for (const { what, why } of problems) runner.log(`${what}: ${why}`);
  if (report === null) return;
  for (const { id, space, pages, videos, failure, spent } of report.sources)
    runner.log(
      `${id}${space ? ` (${space})` : ""}: ${failure === null ? `${pages} pages, ${videos} videos` : "failed"}${spent ? `, ${spent.requests} requests` : ""}`,
    );
  runner.log(`${archive} as of ${report.plan.asOf}: ${countsInWords(report.plan.collections) ?? "no record is another than before"}`);
  runner.log(`${report.plan.writes.length} files ${report.dryRun ? "would be written" : "written"} in ${report.seconds.toFixed(1)} s`);
}
