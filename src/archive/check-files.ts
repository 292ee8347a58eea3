import { sha256Of } from "../records/canonical-json.ts";
import {
  type Collection,
  collectionOf,
  type IndexRecord,
  type MinutebookRecord,
  type RootRecord,
  schemaVersion,
} from "../records/index.ts";
import { type Checking, restoreIt } from "./checking.ts";
import { schemaFiles } from "./derived-files.ts";
import { type IndexEntry, indexEntryOf } from "./index-entry.ts";
import { idFault, indexPath, recordPath, rootPath } from "./paths.ts";

/** The root where it can be relied on; "other version" where nothing else can be judged. */
export async function checkRoot(checking: Checking): Promise<RootRecord | "other version" | null> {
  checking.known.add(rootPath);
  const file = await checking.json(rootPath);
  if (file === null)
    checking.report(
      rootPath,
      "root",
      `expected the archive's root, found no such file: is this the archive's folder? If so, restore it from a backup`,
    );
  if (file === null || file === undefined) return null;
  const { value } = file;
  const version = typeof value === "object" && value !== null && "schemaVersion" in value ? value.schemaVersion : undefined;
  if (version !== schemaVersion) {
    const isNewer = typeof version === "number" && version > schemaVersion;
    const advice = isNewer ? "a newer minutebook wrote the archive: check it with that one" : restoreIt;
    checking.report(
      rootPath,
      "schema-version",
      `expected schemaVersion ${schemaVersion}, found ${JSON.stringify(version) ?? "none"}: ${advice}`,
    );
    if (isNewer) return "other version";
  }
  return checking.fits(rootPath, "minutebook", file) ? (value as RootRecord) : null;
}

/** Compares an index with the root and within itself, and takes down the records that it lists. */
export async function checkIndex(checking: Checking, collection: Collection, root: RootRecord | null): Promise<void> {
  const path = indexPath(collection);
  checking.known.add(path);
  const file = await checking.json(path);
  if (file === null) checking.report(path, "index", `expected the index of ${collection}, found no such file: restore it from a backup`);
  if (file === null || file === undefined) return;
  const listed = root?.collections[collection];
  const hash = sha256Of(file.bytes);
  if (listed !== undefined && listed.sha256 !== hash) {
    checking.report(path, "hash", `expected the sha256 ${listed.sha256} that ${rootPath} lists, found ${hash}: ${restoreIt}`);
  }
  if (!checking.fits(path, "index", file)) return;
  const index = file.value as IndexRecord;
  if (index.of !== collection) checking.report(path, "index", `expected "of" to be ${collection}, found ${index.of}: ${restoreIt}`);
  if (listed !== undefined && listed.count !== index.records.length) {
    checking.report(
      path,
      "index",
      `expected ${listed.count} records as ${rootPath} counts them, found ${index.records.length}: ${restoreIt}`,
    );
  }
  checkOrder(checking, path, index.records);
  for (const entry of index.records) {
    const fault = collectionOf(entry.id) === collection ? idFault(entry.id) : `does not begin with ${collection}/`;
    if (fault === null) checking.entries.set(entry.id, entry);
    else checking.report(path, "id", `the id ${JSON.stringify(entry.id)} ${fault}: ${restoreIt}`);
  }
}

function checkOrder(checking: Checking, path: string, entries: readonly IndexEntry[]): void {
  for (const [position, entry] of entries.entries()) {
    const before = entries[position - 1];
    if (before === undefined || before.id < entry.id) continue;
    const found = before.id === entry.id ? `${entry.id} twice` : `${entry.id} after ${before.id}`;
    checking.report(path, "index-order", `expected each id once, sorted by code units, found ${found}: ${restoreIt}`);
  }
}

/** The record of a listed id where it can be read as one. */
export async function checkRecordFile(checking: Checking, id: string, kind: MinutebookRecord["kind"]): Promise<MinutebookRecord | null> {
  const path = recordPath(id);
  checking.known.add(path);
  const entry = checking.entries.get(id);
  const file = await checking.json(path);
  if (file === null) checking.report(path, "missing", `expected the record that its index lists, found no such file: ${restoreIt}`);
  if (file === null || file === undefined || entry === undefined) return null;
  const hash = sha256Of(file.bytes);
  if (hash !== entry.sha256)
    checking.report(path, "hash", `expected the sha256 ${entry.sha256} that the index lists, found ${hash}: ${restoreIt}`);
  if (!checking.fits(path, kind, file)) return null;
  const record = file.value as MinutebookRecord;
  if (record.id !== id) checking.report(path, "id", `expected the id ${id} of its path, found ${record.id}: ${restoreIt}`);
  const told = indexEntryOf(record, entry.sha256);
  for (const field of ["title", "group", "date"] as const) {
    if (told[field] === entry[field]) continue;
    const found = JSON.stringify(entry[field]);
    checking.report(
      path,
      "index-entry",
      `expected the index to give ${field} as ${JSON.stringify(told[field])}, found ${found}: ${restoreIt}`,
    );
  }
  return record;
}

export async function checkSchemaFiles(checking: Checking): Promise<void> {
  const advice = "run any command that writes, such as `minutebook rebuild`, with this version";
  for (const [path, text] of schemaFiles()) {
    checking.known.add(path);
    const bytes = await checking.read(path);
    if (bytes === null) checking.report(path, "schema-file", `expected the JSON Schema, found no such file: ${advice}`);
    else if (bytes !== undefined && bytes.toString("utf8") !== text) {
      checking.report(path, "schema-file", `expected the JSON Schema that this version writes, found another one: ${advice}`);
    }
  }
}
