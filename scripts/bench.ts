// Time, memory and start of the program as ratios, measured in one run on invented exports: docs/performance.md. Fails when a limit is exceeded.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { cli } from "./bench/child.ts";
import { measureIngest } from "./bench/ingest.ts";
import { measureMemory } from "./bench/memory.ts";
import { type Judged, judge, tableOf } from "./bench/result.ts";
import { measureStartup } from "./bench/startup.ts";
import { measureSync, measureSyncMemory } from "./bench/sync.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values: options } = parseArgs({ options: { json: { type: "boolean", default: false } } });
const machine = `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}`;

/** A build older than the source would measure a program that is no more. */
function needsBuild(): boolean {
  if (!existsSync(cli)) return true;
  const sources = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const newest = sources.reduce((most, entry) => Math.max(most, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
  return statSync(cli).mtimeMs < newest;
}

if (needsBuild()) execFileSync("npm", ["run", "-s", "build"], { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
if (!options.json) console.error(machine);

const work = await mkdtemp(join(tmpdir(), "minutebook-bench-"));
const results: Judged[] = [];
try {
  const tell = (what: string): void => {
    if (!options.json) console.error(`measuring ${what} …`);
  };
  tell("the start");
  results.push(judge(measureStartup()));
  for (const form of ["html", "markdown"] as const) {
    tell(`the ingest of ${form}`);
    results.push(judge(await measureIngest(work, form, 1_000)));
  }
  for (const form of ["html", "markdown"] as const) {
    tell(`the memory for ${form}`);
    results.push(judge(await measureMemory(work, form, 5_000, 500)));
  }
  tell("the first sync of a wiki");
  for (const result of await measureSync(work, 5_000, 50)) results.push(judge(result));
  tell("the memory of a sync");
  results.push(judge(await measureSyncMemory(work, 20_000, 1_000)));
} finally {
  await rm(work, { recursive: true, force: true });
}
const ok = results.every((result) => result.ok);
console.log(options.json ? JSON.stringify({ machine, ok, results }, null, 2) : tableOf(results).trimEnd());
process.exitCode = ok ? 0 : 1;
