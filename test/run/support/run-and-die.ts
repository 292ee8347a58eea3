// Usage: node run-and-die.ts CONFIG sync|backfill STEP SIGNAL: a run that signals its own process at a step, which is its number from 1 or how it begins
// (`journal in place`), and ends well where it never comes to it.
import { flushCompileCache } from "node:module";
import { stopOnSignals } from "../../../src/cli/signals.ts";
import { loadConfig } from "../../../src/config/index.ts";
import { InterruptedError } from "../../../src/errors.ts";
import { type JobName, runOf } from "./jobs-to-kill.ts";

const [file = "", job = "sync", wanted = "", signal = "SIGKILL"] = process.argv.slice(2);
let steps = 0;

function at(step: string): void {
  steps += 1;
  if (wanted === String(steps) || (wanted !== "" && step.startsWith(wanted))) process.kill(process.pid, signal);
}

// It is killed before it would do so by itself.
flushCompileCache();
const stop = stopOnSignals(() => undefined);
try {
  await runOf(job as JobName, await loadConfig(file), at, stop.signal);
} catch (error) {
  if (!(error instanceof InterruptedError)) throw error;
  process.exitCode = 1;
}
