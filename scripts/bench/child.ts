import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const cli = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** A fresh process of the Node that runs this; its wall time in ms and peak resident memory in MB. */
export function runNode(args: readonly string[]): { ms: number; peakMb: number } {
  const start = performance.now();
  const child = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "pipe", "pipe"], maxBuffer: 64 * 1024 * 1024 });
  const ms = performance.now() - start;
  if (child.status !== 0)
    throw new Error(`node ${args.join(" ")} ended with ${child.status ?? child.signal}: ${child.stderr.toString().slice(-2000)}`);
  return { ms, peakMb: Number(child.output[3]?.toString() ?? "") / 1024 };
}

/** Loaded before the program: at its end the process writes its own peak, in kB, to the fourth pipe. */
const tellsPeak = 'import { writeSync } from "node:fs"; process.on("exit", () => writeSync(3, String(process.resourceUsage().maxRSS)));';
export const withPeak: readonly string[] = ["--import", `data:text/javascript,${encodeURIComponent(tellsPeak)}`];
