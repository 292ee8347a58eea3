import type { z } from "zod";
import { ArchiveError, InputError } from "../errors.ts";
import { type BodyForm, type RawEnvelope, rawEnvelope } from "../pages/raw.ts";
import {
  type ChangeRecord,
  type Collection,
  type CourseRecord,
  collectionOf,
  fileSchemas,
  type GroupRecord,
  indexRecord,
  kindOfCollection,
  type MeetingRecord,
  type MinutebookRecord,
  type PageRecord,
  type PersonRecord,
  type RecordingRecord,
  type RedirectRecord,
  type ReportRecord,
  type RootRecord,
  redirectRecord,
  rootRecord,
  schemaVersion,
} from "../records/index.ts";
import type { ArchiveFiles } from "./files.ts";
import { ArchiveFolder } from "./folder.ts";
import { readAhead } from "./in-flight.ts";
import type { IndexEntry } from "./index-entry.ts";
import { issuesInWords, openIssues } from "./open-schema.ts";
import { idFault, indexPath, isSafePath, pagePlace, rawBodyPath, rawEnvelopePath, recordPath, rootPath } from "./paths.ts";

const ahead = 16;
const maxRedirects = 20;

export interface RecordOf {
  groups: GroupRecord;
  people: PersonRecord;
  reports: ReportRecord;
  meetings: MeetingRecord;
  recordings: RecordingRecord;
  courses: CourseRecord;
  changes: ChangeRecord;
  pages: PageRecord;
}

/**
 * Reads an archive as it was when it was opened; where a killed run left a journal, as that run wanted it. A reader holds nothing
 * open: who keeps one while another run applies reads files of both, and opens a new one to be sure.
 *
 * Records are read leniently: fields that this version does not know are left in place, and a field with listed values may hold
 * another text (consumers treat it as `other`). Everything else that does not fit is an ArchiveError that names the file.
 */
export interface ArchiveReader {
  /** `minutebook.json`, or null where there is no archive yet. */
  root(): RootRecord | null;
  index(collection: Collection): Promise<readonly IndexEntry[]>;
  /** The record of an id, also of one that redirects (the record's own `id` tells); null where there is none. */
  read(id: string): Promise<MinutebookRecord | null>;
  /** Every record of a collection in the order of its index, one in memory at a time (and a few ahead). */
  records<C extends Collection>(collection: C): AsyncIterable<RecordOf[C]>;
  /** Those of a collection that an index lists, in this order. */
  listed<C extends Collection>(collection: C, entries: readonly IndexEntry[]): AsyncIterable<RecordOf[C]>;
  rawEnvelope(space: string, pageId: string): Promise<RawEnvelope | null>;
  rawBody(space: string, pageId: string, form: BodyForm): Promise<string | null>;
  /** Whether there is a body, without reading it. */
  hasRawBody(space: string, pageId: string, form: BodyForm): Promise<boolean>;
  /** The places of all pages' raw files, from the index of pages. */
  rawPages(): AsyncIterable<{ space: string; pageId: string }>;
  /** Any other text of the archive by its path, such as `state/wiki.json`; null where there is none. */
  text(path: string): Promise<string | null>;
  /** Names of the files right in a folder of the archive, sorted; none where there is no such folder. */
  names(folder: string): Promise<readonly string[]>;
}

/**
 * Opens the archive in `dir`; a folder that is missing or empty is an empty archive.
 * @throws ArchiveError when a newer minutebook wrote it, or when `minutebook.json` is broken
 */
export async function openArchive(dir: string): Promise<ArchiveReader> {
  return readerOf(await ArchiveFolder.open(dir));
}

/**
 * As `openArchive`, where there must be one.
 * @throws InputError where the folder holds none
 */
export async function openExisting(dir: string): Promise<ArchiveReader> {
  const reader = await openArchive(dir);
  if (reader.root() !== null) return reader;
  throw new InputError(`${dir} holds no archive (no minutebook.json): expected the folder of one; check the name after --archive`);
}

/**
 * As `openArchive`, for a run that will write: an archive whose log was taken away (`changes/` with its index) has an empty one, and the run finds anew
 * what pages state and dates say. Who only reads is told of it.
 */
export async function openToWrite(dir: string): Promise<ArchiveReader> {
  const files = await ArchiveFolder.open(dir);
  return new FilesReader(files, await readRoot(files), true);
}

/** As `openArchive`, wherever the files are. */
export async function readerOf(files: ArchiveFiles): Promise<ArchiveReader> {
  return new FilesReader(files, await readRoot(files));
}

class FilesReader implements ArchiveReader {
  readonly #files: ArchiveFiles;
  readonly #root: RootRecord | null;
  readonly #indexes = new Map<Collection, Promise<readonly IndexEntry[]>>();

  readonly #mayLackLog: boolean;

  constructor(files: ArchiveFiles, root: RootRecord | null, mayLackLog = false) {
    this.#files = files;
    this.#root = root;
    this.#mayLackLog = mayLackLog;
  }

  root(): RootRecord | null {
    return this.#root;
  }

  index(collection: Collection): Promise<readonly IndexEntry[]> {
    const known = this.#indexes.get(collection) ?? this.#readIndex(collection);
    this.#indexes.set(collection, known);
    return known;
  }

  async read(id: string): Promise<MinutebookRecord | null> {
    const trail: string[] = [];
    for (let at = id; ; ) {
      if (idFault(at) !== null) return null;
      if (trail.includes(at) || trail.length > maxRedirects) throw endless(this.#files, [...trail, at]);
      trail.push(at);
      const found = await this.#readHere(at);
      if (found?.kind !== "redirect") return found;
      at = found.to;
    }
  }

  async *records<C extends Collection>(collection: C): AsyncGenerator<RecordOf[C], void, undefined> {
    yield* this.listed(collection, await this.index(collection));
  }

  async *listed<C extends Collection>(_: C, entries: readonly IndexEntry[]): AsyncGenerator<RecordOf[C], void, undefined> {
    for await (const record of readAhead(entries, ahead, (entry) => this.#readListed(entry))) {
      // Its kind was compared with that of the collection.
      yield record as RecordOf[C];
    }
  }

  async rawEnvelope(space: string, pageId: string): Promise<RawEnvelope | null> {
    const path = rawEnvelopePath(space, pageId);
    if (!isSafePath(path)) return null;
    const value = await this.#files.readJson(path);
    return value === undefined ? null : this.#fitting<RawEnvelope>(path, rawEnvelope, value);
  }

  rawBody(space: string, pageId: string, form: BodyForm): Promise<string | null> {
    return this.text(rawBodyPath(space, pageId, form));
  }

  async hasRawBody(space: string, pageId: string, form: BodyForm): Promise<boolean> {
    const path = rawBodyPath(space, pageId, form);
    return isSafePath(path) && this.#files.has(path);
  }

  async *rawPages(): AsyncGenerator<{ space: string; pageId: string }, void, undefined> {
    for (const entry of await this.index("pages")) yield pagePlace(entry.id);
  }

  async text(path: string): Promise<string | null> {
    if (!isSafePath(path)) return null;
    return (await this.#files.read(path))?.toString("utf8") ?? null;
  }

  async names(folder: string): Promise<readonly string[]> {
    return isSafePath(folder) ? this.#files.names(folder) : [];
  }

  async #readIndex(collection: Collection): Promise<readonly IndexEntry[]> {
    if (this.#root === null) return [];
    const path = indexPath(collection);
    const value = await this.#files.readJson(path, this.#root.collections[collection].sha256);
    if (value === undefined && collection === "changes" && this.#mayLackLog) return [];
    if (value === undefined) throw missing(this.#files, path, "minutebook.json counts its records");
    const index = this.#fitting<{ records: IndexEntry[] }>(path, indexRecord, value);
    const wrong = index.records.find((entry) => collectionOf(entry.id) !== collection || idFault(entry.id) !== null);
    if (wrong === undefined) return index.records;
    throw broken(this.#files, path, `"${wrong.id}" is not the id of one of the ${collection}`);
  }

  async #readListed({ id, sha256 }: IndexEntry): Promise<MinutebookRecord> {
    const found = await this.#readHere(id, sha256);
    if (found === null) throw missing(this.#files, recordPath(id), "the index lists it");
    if (found.kind !== "redirect") return found;
    throw broken(this.#files, recordPath(id), "the index lists it as a record, but it is a redirect");
  }

  async #readHere(id: string, sha256?: string): Promise<MinutebookRecord | RedirectRecord | null> {
    const path = recordPath(id);
    const value = await this.#files.readJson(path, sha256);
    if (value === undefined) return null;
    const isRedirect = typeof value === "object" && value !== null && "kind" in value && value.kind === "redirect";
    const collection = collectionOf(id) ?? "pages";
    const schema = isRedirect ? redirectRecord : fileSchemas[kindOfCollection[collection]];
    const record = this.#fitting<MinutebookRecord | RedirectRecord>(path, schema, value);
    if (record.id === id) return record;
    throw broken(this.#files, path, `its id is "${record.id}", but its path means "${id}"`);
  }

  #fitting<T>(path: string, schema: z.ZodType, value: unknown): T {
    const issues = openIssues(schema, value);
    if (issues.length > 0) throw broken(this.#files, path, issuesInWords(issues));
    // Checked in the open manner: it has every field that T names, and perhaps more.
    return value as T;
  }
}

async function readRoot(files: ArchiveFiles): Promise<RootRecord | null> {
  const value = await files.readJson(rootPath);
  if (value === undefined) return null;
  assertVersion(files, value);
  const issues = openIssues(rootRecord, value);
  if (issues.length > 0) throw broken(files, rootPath, issuesInWords(issues));
  return value as RootRecord;
}

function assertVersion(files: ArchiveFiles, root: unknown): void {
  const version = typeof root === "object" && root !== null && "schemaVersion" in root ? root.schemaVersion : undefined;
  if (typeof version !== "number" || version <= schemaVersion) return;
  throw new ArchiveError(
    `${files.nameOf(rootPath)} has schemaVersion ${version}, this minutebook reads up to ${schemaVersion}: a newer minutebook wrote the archive; update this one`,
    { file: files.nameOf(rootPath) },
  );
}

function broken(files: ArchiveFiles, path: string, why: string): ArchiveError {
  return new ArchiveError(`${files.nameOf(path)} is not what was written: ${why}; run \`minutebook check\`, which names all faults`, {
    file: files.nameOf(path),
  });
}

function missing(files: ArchiveFiles, path: string, why: string): ArchiveError {
  return new ArchiveError(`${files.nameOf(path)} is missing, but ${why}: run \`minutebook check\`, which names all faults`, {
    file: files.nameOf(path),
  });
}

function endless(files: ArchiveFiles, trail: readonly string[]): ArchiveError {
  const [first = ""] = trail;
  return broken(files, recordPath(first), `its redirects lead nowhere (${trail.slice(0, 4).join(" → ")} …)`);
}
