import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Path → content, of everything but `.minutebook/`. */
export async function contentsOf(dir: string): Promise<Map<string, string>> {
  const contents = new Map<string, string>();
  for (const path of await filesIn(dir)) if (!path.startsWith(".minutebook/")) contents.set(path, await readFile(join(dir, path), "utf8"));
  return contents;
}

/** Path → time of the last change in nanoseconds, of everything but `.minutebook/`. */
export async function timesOf(dir: string): Promise<Map<string, bigint>> {
  const times = new Map<string, bigint>();
  for (const path of await filesIn(dir)) {
    if (!path.startsWith(".minutebook/")) times.set(path, (await stat(join(dir, path), { bigint: true })).mtimeNs);
  }
  return times;
}

export async function filesIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
