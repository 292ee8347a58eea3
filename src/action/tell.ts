import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countsInWords, headlineOf } from "../publish/change-words.ts";
import { jobSummary } from "../publish/job-summary.ts";
import { type ChangeRecord, type Collection, collections } from "../records/index.ts";
import type { RunReport } from "../run-report.ts";
import type { Ended } from "./ended.ts";
import type { Context } from "./inputs.ts";
import type { Runner } from "./runner.ts";

/** Summary, annotations and outputs: of every step, also of one that failed. */
export async function tell(ended: Ended, context: Context, runner: Runner): Promise<void> {
  const { state, command, title, asOf, report, changes, groups, problems, notes, committed, issues } = ended;
  const counts = report?.plan.collections ?? null;
  const isChanged = report !== null && !report.dryRun && report.plan.writes.length > 0;
  const headline =
    state === "failed" ? "failed" : report === null || isChanged || report.plan.writes.length > 0 ? headlineIn(ended) : "nothing new";
  const markdown = jobSummary({
    title,
    command,
    state,
    headline,
    asOf,
    counts: counts === null ? null : countsInWords(counts),
    changes,
    groups,
    problems,
    notes,
  });
  const folder = context.temp ?? tmpdir();
  const summary = join(folder, `minutebook-${randomUUID()}.md`);
  await writeFile(summary, markdown);
  await runner.summary(markdown);
  runner.annotate(problems);
  await runner.output("state", state);
  await runner.output("changed", String(isChanged));
  await runner.output("headline", headline);
  await runner.output("counts", JSON.stringify(countsByKind(report)));
  for (const what of ["added", "changed", "removed"] as const)
    await runner.output(`records-${what}`, String(counts === null ? 0 : collections.reduce((sum, name) => sum + counts[name][what], 0)));
  await runner.output("changes", String(changes.length));
  await runner.output("changes-by-type", JSON.stringify(byType(changes)));
  await runner.output("commit", committed?.sha ?? "");
  await runner.output("issues", JSON.stringify(issues ?? { opened: 0, updated: 0, closed: 0, left: 0 }));
  await runner.output("summary", summary);
  await runner.output("report", report === null ? "" : await writeReport(folder, report));
}

function headlineIn({ report, changes, groups }: Ended): string {
  return report === null ? "checked" : headlineOf({ changes, groups, counts: report.plan.collections });
}

/** Outside of the archive: it tells of the clock. */
async function writeReport(folder: string, report: RunReport): Promise<string> {
  const file = join(folder, `minutebook-${randomUUID()}.json`);
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
}

function countsByKind(report: RunReport | null): Partial<Record<Collection, { added: number; changed: number; removed: number }>> {
  if (report === null) return {};
  return Object.fromEntries(
    collections.map((name) => {
      const { added, changed, removed } = report.plan.collections[name];
      return [name, { added, changed, removed }];
    }),
  );
}

function byType(changes: readonly ChangeRecord[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type } of changes) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
