import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { openExisting } from "./archive/index.ts";
import { redactionKey } from "./config/index.ts";
import { ConfigError } from "./errors.ts";
import type { RedactionPolicy } from "./pages/redaction/index.ts";
import { bareText, takeOut } from "./pages/redaction/taken-out.ts";
import { ingest, type Progress } from "./pipeline.ts";
import type { RunReport } from "./run-report.ts";

export interface RedactOptions {
  readonly archive: string;
  readonly texts: readonly string[];
  /** Ids of page records, or numbers of pages. */
  readonly pages: readonly string[];
  readonly dryRun: boolean;
  readonly onProgress?: Progress;
}

export interface Redaction {
  readonly report: RunReport;
  /** Files of the archive in which a text still stands, or whose name tells it; empty in a dry run. */
  readonly left: readonly string[];
  /** Whether the hashes of texts were made with a key: without one, a short text can be guessed by trying all. */
  readonly isKeyed: boolean;
}

/** What the configuration had kept stays: it is not at hand here. */
const asItIs: RedactionPolicy = { phones: "keep", emails: "keep", passcodes: "keep", keepEmailDomains: [] };

/** Shorter texts stand in too many words. */
const shortest = 5;

/**
 * Takes texts and pages out of an archive, and has later runs leave them out.
 * @throws ConfigError where nothing is named, a text is too short to mean one thing, or a page is not there
 */
export async function takeOutOfArchive({ archive, texts, pages, dryRun, onProgress }: RedactOptions): Promise<Redaction> {
  if (texts.length + pages.length === 0) throw new ConfigError("nothing to take out: expected --text TEXT or --page ID");
  if (texts.some((text) => bareText(text).length < shortest))
    throw new ConfigError(`the text is too short: expected ${shortest} letters or digits or more, so that nothing else is meant`);
  const reader = await openExisting(archive);
  const known = (await reader.index("pages")).map(({ id }) => id);
  const ids = pages.map((page) => pageIdOf(page, known));
  const key = redactionKey();
  const report = await ingest({
    command: "redact",
    archive,
    title: null,
    sources: () => [],
    policy: asItIs,
    asOf: null,
    dryRun,
    redactionKey: key,
    takeOut: { texts, pages: ids },
    ...(onProgress ? { onProgress } : {}),
  });
  return { report, left: dryRun ? [] : await leftIn(archive, texts), isKeyed: key !== null };
}

function pageIdOf(page: string, known: readonly string[]): string {
  const found = known.filter((id) => id === page || id.endsWith(`/${page}`));
  const [only, second] = found;
  if (only !== undefined && second === undefined) return only;
  throw new ConfigError(
    only === undefined
      ? `the archive has no page ${page}: expected its id (pages/SPACE/NUMBER) or its number; a meeting or report names its page in "page"`
      : `${page} is the number of several pages: expected one of ${found.join(", ")}`,
  );
}

/** Looks for the texts as they stand, in every file that is text. */
async function leftIn(archive: string, texts: readonly string[]): Promise<string[]> {
  if (texts.length === 0) return [];
  const wanted = new Set(texts.map((text) => bareText(text)));
  const taken = { lengths: new Set([...wanted].map(({ length }) => length)), has: (bare: string) => wanted.has(bare) };
  const left: string[] = [];
  for (const entry of await readdir(archive, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(join(archive, "/").length);
    if (!entry.isFile() || /^\.(?:minutebook|git)\//.test(path)) continue;
    const bytes = await readFile(join(archive, path));
    // What holds a zero byte is no text.
    const text = bytes.includes(0) ? "" : bytes.toString("utf8");
    if (takeOut(`${path}\n\n\n\n\n\n\n\n\n\n${text}`, "plain", taken).count > 0) left.push(path);
  }
  return left.sort();
}
