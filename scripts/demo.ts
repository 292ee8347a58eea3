// The main job on the built-in sample: reads two invented spaces into an archive, checks it, and says where to look.
import { rm } from "node:fs/promises";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../src/cli/run.ts";
import { loadConfig } from "../src/config/index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const config = fileURLToPath(new URL("../config/sample.yaml", import.meta.url));
const { archive } = await loadConfig(config);
const shown = relative(root, archive);
const output = { stdout: process.stdout, stderr: process.stderr };

// The demo begins with nothing, whatever an earlier one left.
await rm(archive, { recursive: true, force: true });
console.log(`$ minutebook backfill --config config/sample.yaml\n`);
const read = await run(["backfill", "--config", config], output);
console.log(`\n$ minutebook check --archive ${shown}\n`);
const checked = await run(["check", "--archive", archive], output);
console.log(`
Look into ${shown}/:
  groups/coastal-sensing-sig.json      who leads the group, its parts, when it last met
  reports/coastal-sensing-sig/         one file per report: authors, period, attendance, sections
  meetings/ recordings/ courses/       each with the evidence it was read from
  pages/COASTSIG/                      every page as Markdown, secrets taken out
  minutebook.json                      the root, which a site polls`);
process.exitCode = Math.max(read, checked);
