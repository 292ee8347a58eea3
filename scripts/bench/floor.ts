import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Parser } from "htmlparser2";
import { Marked } from "marked";
import type { ExportForm } from "./make-export.ts";

/** A file that the ingest wrote. */
export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
}

export function writtenFiles(dir: string): WrittenFile[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((full) => ({ path: full.slice(dir.length + 1), bytes: statSync(full).size }));
}

/**
 * The least that any ingest must do: read the files, parse each once, write as many bytes to as many files in the same folders. Nothing is
 * kept, built, checked or flushed; the calls are synchronous, which for small files on a local disk is the fastest way that Node has.
 */
export function runFloor(from: string, form: ExportForm, files: readonly WrittenFile[], into: string): void {
  const marked = new Marked({ gfm: true, async: false });
  for (const name of readdirSync(from)) {
    const text = readFileSync(join(from, name), "utf8");
    const html = form === "markdown" ? (marked.parse(text) as string) : text;
    new Parser({}).end(html);
  }
  const bytes = Buffer.alloc(
    files.reduce((most, file) => Math.max(most, file.bytes), 0),
    "minutes ",
  );
  const made = new Set<string>();
  for (const file of files) {
    const target = join(into, file.path);
    const folder = dirname(target);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    writeFileSync(target, bytes.subarray(0, file.bytes));
  }
}
