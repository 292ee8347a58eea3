import { ArchiveError, messageOf } from "../errors.ts";
import { plainJson } from "../records/canonical-json.ts";
import { type FileKind, fileSchemas } from "../records/index.ts";
import type { ArchiveFolder } from "./folder.ts";
import type { IndexEntry } from "./index-entry.ts";
import { issuesInWords, openIssues } from "./open-schema.ts";
import { rootPath } from "./paths.ts";

/** What `checkArchive` looks for, by the name that a fault carries. */
export const rules = [
  "unreadable", // the disk does not give the file
  "json", // not JSON
  "schema", // a known field is missing or of a wrong type
  "canonical", // other bytes than the ones that would be written
  "root", // minutebook.json is missing
  "schema-version", // written by another version of the format
  "journal", // a run was interrupted
  "index", // an index is missing, or not what the root says
  "index-order", // not sorted, or an id twice
  "index-entry", // an index tells something else than the record
  "missing", // a listed file is not there
  "hash", // a file is not the one whose hash is listed
  "id", // an id that does not fit its path or kind
  "reference", // an id that leads to no record
  "redirect", // a redirect that leads nowhere
  "former-id", // a former id that does not redirect to its record
  "recording-meeting", // only one of the two knows of the other
  "raw", // a page without what it was read from
  "schema-file", // schema/ is not what this version writes
  "stranger", // a file that nothing lists
  "case", // two paths that differ in upper and lower case only
  "quote", // not a verbatim piece of the page, or too long
] as const;
export type FaultRule = (typeof rules)[number];

/** `message`: what was expected, what came, what to do. `path` is relative to the archive. */
export interface Fault {
  readonly path: string;
  readonly rule: FaultRule;
  readonly message: string;
}

export const restoreIt = "restore it from a backup, or run `minutebook rebuild`";

/** No command can write without knowing what there is: that must come from somewhere else. */
function remedyFor(path: string): string {
  return path === rootPath || path.endsWith("/index.json") ? "restore it from a backup, such as the archive's git history" : restoreIt;
}

interface JsonFile {
  readonly bytes: Buffer;
  readonly value: unknown;
}

/** What the checks of one archive share. */
export class Checking {
  readonly folder: ArchiveFolder;
  readonly faults: Fault[] = [];
  /** Every record that an index lists. */
  readonly entries = new Map<string, IndexEntry>();
  /** Files that something accounts for; any other one is a stranger. */
  readonly known = new Set<string>();
  checked = 0;

  constructor(folder: ArchiveFolder) {
    this.folder = folder;
  }

  report(path: string, rule: FaultRule, message: string): void {
    this.faults.push({ path, rule, message });
  }

  /** Null: no such file; undefined: it cannot be read, which has been reported. */
  async read(path: string): Promise<Buffer | null | undefined> {
    try {
      const bytes = await this.folder.read(path);
      if (bytes !== null) this.checked += 1;
      return bytes;
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      this.report(path, "unreadable", `the file cannot be read: ${messageOf(error.cause)}; see to its permissions, or ${remedyFor(path)}`);
      return undefined;
    }
  }

  /** As `read`; what is no JSON is reported too. */
  async json(path: string): Promise<JsonFile | null | undefined> {
    const bytes = await this.read(path);
    if (bytes === null || bytes === undefined) return bytes;
    try {
      return { bytes, value: JSON.parse(bytes.toString("utf8")) };
    } catch (error) {
      this.report(path, "json", `expected JSON, found something else (${messageOf(error)}): ${remedyFor(path)}`);
      return undefined;
    }
  }

  /** Whether a file can be read as `kind`. Unknown fields and values are of a later version, and no fault. */
  fits(path: string, kind: FileKind, file: JsonFile): boolean {
    const issues = openIssues(fileSchemas[kind], file.value);
    const longQuotes = issues.filter((issue) => /(^|\.)evidence\.\d+\.quote$/.test(issue.path));
    const others = issues.filter((issue) => !longQuotes.includes(issue));
    for (const issue of longQuotes)
      this.report(path, "quote", `expected a quote of at most 240 characters at ${issue.path} (${issue.message}): ${restoreIt}`);
    if (others.length > 0)
      this.report(path, "schema", `expected a ${kind} of schema version 1, found: ${issuesInWords(others)}; ${remedyFor(path)}`);
    this.#checkBytes(path, kind, file);
    return others.length === 0;
  }

  #checkBytes(path: string, kind: FileKind, file: JsonFile): void {
    const expected = Buffer.from(canonicalAsFar(kind, file.value));
    if (expected.equals(file.bytes)) return;
    const at = expected.findIndex((byte, position) => byte !== file.bytes[position]);
    const where = at < 0 ? expected.length : at;
    this.report(
      path,
      "canonical",
      `expected two-space JSON with the keys in the schema's order and one newline at the end, found other bytes from byte ${where} on: ${restoreIt}`,
    );
  }
}

/** The place of a field that only a later version knows is not ours to judge: there the order is taken as found. */
function canonicalAsFar(kind: FileKind, value: unknown): string {
  const known = fileSchemas[kind].safeParse(value);
  try {
    return plainJson(known.success ? known.data : value);
  } catch {
    // Nested so deeply that JSON.stringify gives up: nothing that was ever written.
    return "";
  }
}
