import { fileURLToPath } from "node:url";
import { type ArchiveReader, openArchive as openFolder, type RecordOf, readerOf } from "../archive/reader.ts";
import { ArchiveError } from "../errors.ts";
import { intervalOf } from "../records/edtf.ts";
import type { Collection, IndexRecord, MinutebookRecord, RootRecord } from "../records/index.ts";

/** What `<collection>/index.json` tells of a record: enough to list it without reading it. */
export type IndexEntry = IndexRecord["records"][number];

/** Which records of a collection are wanted. Told from the index alone: what does not fit is not read. */
export interface RecordFilter {
  /**
   * Of this group: its id (`groups/tide-wg`), or the last part of it. Reports, meetings, recordings and changes name a group; of groups, the parts of it.
   * People, courses and pages name none, and none of them fits.
   */
  readonly group?: string;
  /** On this day or later. A vague date (`2022-33`, the third quarter) fits where some of its days do; a record without a date does not. */
  readonly since?: string;
  /** On this day or before. */
  readonly until?: string;
  /** By default in the order of the index, which is that of ids. Records without a date come last. */
  readonly order?: "id" | "newest" | "oldest";
}

/**
 * An archive as it was when it was opened. Records are read leniently: a field with listed values may hold another text, which a later version wrote
 * (treat it as `other`), and fields that this version does not know are left in place.
 */
export interface Archive {
  /** `minutebook.json`: title, as-of day, sources with licence and attribution, and the hash of each index. Null where there is no archive. */
  root(): RootRecord | null;
  index(collection: Collection): Promise<readonly IndexEntry[]>;
  /**
   * Each record that fits, one in memory at a time and a few ahead.
   * @throws ArchiveError that names the file, where something is not what was written
   */
  records<C extends Collection>(collection: C, filter?: RecordFilter): AsyncIterable<RecordOf[C]>;
  /** The record of an id, also of one that it had before: the record's own `id` tells. Null where there is none. */
  read(id: string): Promise<MinutebookRecord | null>;
  /** The record of an id of this collection, typed; null where there is none, or the id leads to a record of another collection. */
  get<C extends Collection>(collection: C, id: string): Promise<RecordOf[C] | null>;
}

/**
 * Opens the archive in a folder, or at the address under which a static host shows one. A folder that is missing or empty is an empty archive.
 *
 * @example
 * const archive = await openArchive("./archive");
 * for await (const meeting of archive.records("meetings", { group: "tide-wg", since: "2024-01-01" })) console.log(meeting.title);
 *
 * @throws ArchiveError where a newer minutebook wrote it, where `minutebook.json` is broken, and where an address shows no archive
 */
export async function openArchive(place: string | URL): Promise<Archive> {
  const address = place instanceof URL ? place.href : place;
  if (address.startsWith("file:")) return new OpenArchive(await openFolder(fileURLToPath(address)));
  return new OpenArchive(/^https?:\/\//i.test(address) ? await openOnTheWeb(address) : await openFolder(address));
}

async function openOnTheWeb(address: string): Promise<ArchiveReader> {
  // What opens sockets is loaded for those alone who ask for it.
  const [{ HttpClient }, { userAgent }, { WebFiles }] = await Promise.all([
    import("../http/client.ts"),
    import("../http/user-agent.ts"),
    import("./web-files.ts"),
  ]);
  const url = new URL(address);
  const base = `${url.origin}${url.pathname.replace(/(?:\/minutebook\.json|\/*)$/, "")}/`;
  const http = new HttpClient(base, {
    credentials: { kind: "none" },
    limits: { concurrency: 8, requestsPerSecond: 200 },
    // Who names the own machine means it; nobody else's answer leads there.
    allowPrivateHost: /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname),
    userAgent,
    mostRequests: null,
  });
  const reader = await readerOf(new WebFiles(base, http));
  if (reader.root() === null) throw new ArchiveError(`${base} shows no archive: expected minutebook.json there`, { file: base });
  return reader;
}

class OpenArchive implements Archive {
  readonly #reader: ArchiveReader;

  constructor(reader: ArchiveReader) {
    this.#reader = reader;
  }

  root(): RootRecord | null {
    return this.#reader.root();
  }

  index(collection: Collection): Promise<readonly IndexEntry[]> {
    return this.#reader.index(collection);
  }

  async *records<C extends Collection>(collection: C, filter: RecordFilter = {}): AsyncGenerator<RecordOf[C], void, undefined> {
    const entries = await this.#fitting(collection, filter);
    yield* this.#reader.listed(collection, entries);
  }

  read(id: string): Promise<MinutebookRecord | null> {
    return this.#reader.read(id);
  }

  async get<C extends Collection>(collection: C, id: string): Promise<RecordOf[C] | null> {
    const record = await this.#reader.read(id.startsWith(`${collection}/`) ? id : `${collection}/${id}`);
    // Its id says what it is.
    return record?.id.startsWith(`${collection}/`) ? (record as RecordOf[C]) : null;
  }

  async #fitting(collection: Collection, { group, since, until, order = "id" }: RecordFilter): Promise<readonly IndexEntry[]> {
    const wanted = group === undefined ? null : ((await this.get("groups", group))?.id ?? group);
    const fits = (entry: IndexEntry): boolean =>
      (wanted === null || entry.group === wanted) && ((since === undefined && until === undefined) || isBetween(entry.date, since, until));
    const entries = (await this.#reader.index(collection)).filter(fits);
    if (order === "id") return entries;
    const sign = order === "newest" ? -1 : 1;
    return entries.toSorted((a, b) => {
      const [one, other] = [startOf(a.date), startOf(b.date)];
      if (one === null || other === null) return Number(one === null) - Number(other === null);
      return one === other ? 0 : one < other ? -sign : sign;
    });
  }
}

function startOf(date: string | null): string | null {
  return date === null ? null : (intervalOf(date)?.start ?? null);
}

function isBetween(date: string | null, since: string | undefined, until: string | undefined): boolean {
  const days = date === null ? null : intervalOf(date);
  if (days === null) return false;
  const { start, end } = days;
  return (since === undefined || end >= since) && (until === undefined || start <= until);
}
