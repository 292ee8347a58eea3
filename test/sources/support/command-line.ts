import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { run } from "../../../src/cli/run.ts";

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command as the program does, without a process. */
export async function minutebook(...args: string[]): Promise<Outcome> {
  let stdout = "";
  let stderr = "";
  const code = await run(args, {
    stdout: {
      write: (text: string) => {
        stdout += text;
      },
    },
    stderr: {
      write: (text: string) => {
        stderr += text;
      },
    },
  });
  return { code, stdout, stderr };
}

/** Path → content of every file of an archive, but for locks, caches and reports. */
export async function contentsOf(archive: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(archive, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(archive.length + 1);
    if (entry.isFile() && !name.startsWith(".minutebook")) found.set(name, await readFile(path, "latin1"));
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Path → when and where the file was written. */
export async function timesOf(archive: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const name of (await contentsOf(archive)).keys()) {
    const { mtimeNs, ino } = await lstat(join(archive, name), { bigint: true });
    found.set(name, `${mtimeNs} ${ino}`);
  }
  return found;
}

/** What `--json` prints: one document, and nothing else. */
export function reportOf(
  outcome: Outcome,
): Record<string, unknown> & { skipped: { file: string; weight: string; reason: string }[]; exitCode: number } {
  expect(outcome.stdout).toMatch(/^\{[\s\S]*\}\n$/);
  return JSON.parse(outcome.stdout);
}
