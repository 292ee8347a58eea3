import { rm } from "node:fs/promises";
import { join } from "node:path";
import { cli, runNode, withPeak } from "./child.ts";
import { type ExportForm, makeExport } from "./make-export.ts";
import { median, type Result } from "./result.ts";

const rounds = 3;
const limit = 1.5;

/** Peak resident memory of the built program while it reads a large and a small export into an empty folder, each time in a fresh process. */
export async function measureMemory(work: string, form: ExportForm, many: number, few: number): Promise<Result> {
  const values = await peaksOf(work, form, many);
  const baselines = await peaksOf(work, form, few);
  return {
    name: `peak memory, ${many.toLocaleString("en")} pages of ${form === "html" ? "HTML" : "Markdown"}`,
    unit: "MB",
    value: median(values),
    baseline: median(baselines),
    baselineName: `${few.toLocaleString("en")} pages`,
    limit,
    values,
    baselines,
  };
}

async function peaksOf(work: string, form: ExportForm, pages: number): Promise<number[]> {
  const from = join(work, `export-${form}-${pages}`);
  const archive = join(work, "archive");
  await makeExport(from, pages, form);
  const peaks: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    peaks.push(runNode([...withPeak, cli, "backfill", "--from", from, "--archive", archive]).peakMb);
    await rm(archive, { recursive: true });
  }
  await rm(from, { recursive: true });
  return peaks;
}
