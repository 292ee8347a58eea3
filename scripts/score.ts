// Scores the extraction against spaces that people have labelled: reads every labelled space in both forms, compares, pools, and prints the misses.
// Where the labels lie is given as a folder with `gold/`, `corpus/`, `corpus-html/` and `score/`; without them it says so and does nothing.
import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { backfill } from "../src/backfill.ts";

const run = promisify(execFile);
const labels = resolve(
  process.argv.slice(2).find((argument) => !argument.startsWith("--")) ?? fileURLToPath(new URL("../../shared", import.meta.url)),
);
const showMisses = !process.argv.includes("--no-misses");

if (!existsSync(join(labels, "gold"))) {
  console.log(`no labels in ${labels}: give the folder that holds gold/, corpus/, corpus-html/ and score/`);
} else {
  const dir = await mkdtemp(join(tmpdir(), "minutebook-score-"));
  try {
    const results: string[] = [];
    for (const file of readdirSync(join(labels, "gold")).filter((name) => name.endsWith(".json"))) {
      for (const form of ["corpus", "corpus-html"]) results.push(...(await scoreSpace(file.replace(".json", ""), form, dir)));
    }
    const pooled = await run(process.execPath, [join(labels, "score", "pool.mjs"), ...results]);
    console.log(`\nAll labelled spaces in all forms\n${pooled.stdout}`);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Reads one space in one form and scores it; gives the file with the counts. */
async function scoreSpace(space: string, form: string, dir: string): Promise<string[]> {
  const from = join(labels, form, space);
  if (!existsSync(from)) return [];
  const archive = join(dir, `${form}-${space}`);
  await backfill({ from, config: null, archive, space: null, baseUrl: null, asOf: null, dryRun: false });
  const scorer = [join(labels, "score", "score.mjs"), "--archive", archive, "--gold", join(labels, "gold", `${space}.json`)];
  const shown = await run(process.execPath, [...scorer, ...(showMisses ? ["--misses"] : [])], { maxBuffer: 1 << 26 });
  console.log(`${form}\n${shown.stdout}`);
  const counts = await run(process.execPath, [...scorer, "--json"], { maxBuffer: 1 << 26 });
  const file = join(dir, `${form}-${space}.json`);
  await writeFile(file, counts.stdout);
  return [file];
}
