import type { Fetched } from "../archive/fetched.ts";
import type { ArchiveReader, IndexEntry } from "../archive/index.ts";
import { type RawEnvelope, type RawPage, rawEnvelope, rawVersion } from "../pages/raw.ts";
import { plainJson } from "../records/canonical-json.ts";
import type { PageVersion, SourcePage } from "../sources/types.ts";
import type { Run } from "./run.ts";

// What an interrupted run had fetched counts as the archive's own: so a source asks for none of it again, and the page is read from there as those are
// that did not change.

interface KeptVersion {
  readonly json: string;
  readonly path: string;
  readonly body: string;
}

/** The archive with what was fetched before laid over it. */
export function overlaid(reader: ArchiveReader, fetched: Fetched): ArchiveReader {
  if (fetched.size === 0) return reader;
  const page = async (space: string, pageId: string): Promise<RawPage | null> =>
    fetched.has(`pages/${space}/${pageId}`) ? ((await fetched.get(`pages/${space}/${pageId}`)) as RawPage) : null;
  return {
    root: () => reader.root(),
    index: (collection) => reader.index(collection),
    read: (id) => reader.read(id),
    records: (collection) => reader.records(collection),
    listed: (collection, entries) => reader.listed(collection, entries),
    rawPages: () => reader.rawPages(),
    names: (folder) => reader.names(folder),
    rawEnvelope: async (space, pageId) => (await page(space, pageId))?.envelope ?? reader.rawEnvelope(space, pageId),
    rawBody: async (space, pageId, form) => (await page(space, pageId))?.body ?? reader.rawBody(space, pageId, form),
    hasRawBody: async (space, pageId, form) => fetched.has(`pages/${space}/${pageId}`) || reader.hasRawBody(space, pageId, form),
    text: async (path) => (fetched.has(path) ? ((await fetched.get(path)) as KeptVersion).json : reader.text(path)),
  };
}

/** The index of pages, and those that were fetched before they were in it. */
export async function withFetched(known: readonly IndexEntry[], fetched: Fetched): Promise<Map<string, IndexEntry>> {
  const all = new Map(known.map((entry) => [entry.id, entry]));
  for (const key of fetched.keys()) {
    if (!key.startsWith("pages/") || all.has(key)) continue;
    const { envelope } = (await fetched.get(key)) as { envelope: RawEnvelope };
    all.set(key, { id: key, title: envelope.title, group: null, date: envelope.modifiedOn ?? envelope.createdOn, sha256: "" });
  }
  return all;
}

/** Keeps a page that cost somebody a request until the run has written it. */
export async function keepFetched(run: Run, id: string, { envelope, body, files = [] }: SourcePage): Promise<void> {
  if (run.options.dryRun) return;
  // The bytes of files are not kept: without their hashes they are asked for again.
  const fresh = new Set(files.map(({ sha256 }) => sha256));
  const attachments = envelope.attachments.map((file) => {
    if (file.sha256 === undefined || !fresh.has(file.sha256)) return file;
    const { sha256: _, ...without } = file;
    return without;
  });
  await run.fetched.add(id, { envelope: rawEnvelope.parse({ ...envelope, attachments }), body });
}

/** As `keepFetched`, for an older version; `path` is where its files go, without their endings. */
export async function keepFetchedVersion(run: Run, path: string, { version, body }: PageVersion): Promise<void> {
  if (run.options.dryRun) return;
  const kept: KeptVersion = { json: plainJson(version), path: `${path}.${version.form}`, body };
  await run.fetched.add(`${path}.json`, kept);
}

/** Older versions are no part of what is read of pages: those that were fetched before are written here. */
export async function writeFetchedVersions(run: Run): Promise<void> {
  for (const key of [...run.fetched.keys()]) {
    if (!key.startsWith("raw/")) continue;
    const { json, path, body } = (await run.fetched.get(key)) as KeptVersion;
    await run.writer.file(key, json);
    await run.writer.file(path, body);
    const version = rawVersion.safeParse(JSON.parse(json)).data;
    if (version !== undefined) await run.noteVersion(key.replace(/^raw\/(.*)\/v\d+\.json$/, "pages/$1"), version, body, false);
  }
}
