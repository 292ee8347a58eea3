import { mkdir, rmdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { z } from "zod";
import { ArchiveError, InternalError, RecordInvalidError } from "../errors.ts";
import { bodyForms, type RawPage, rawEnvelope } from "../pages/raw.ts";
import { canonicalJson, plainJson } from "../records/canonical-json.ts";
import {
  type Collection,
  collectionOf,
  collections,
  kindOfCollection,
  type MinutebookRecord,
  type recordSchemas,
} from "../records/index.ts";
import { fixedFiles, type IndexFacts, indexFile, type RootFacts, rootFile } from "./derived-files.ts";
import { onDisk } from "./disk.ts";
import { byId, type IndexEntry, indexEntryOf } from "./index-entry.ts";
import { carryOut, healInterrupted, type Step, writeJournal } from "./journal.ts";
import { type Lock, takeLock } from "./lock.ts";
import { idFault, indexPath, isFreePath, pagePlace, rawBodyPath, rawEnvelopePath, recordPath, rootPath, workFolder } from "./paths.ts";
import { type Plan, planOf, writesOf } from "./plan.ts";
import { type ArchiveReader, openToWrite } from "./reader.ts";
import { Staging } from "./staging.ts";

export interface WritingOptions {
  /** Told after each step that touches the disk; for progress, and for tests that kill the process there. */
  readonly onStep?: Step;
  /** Told of a lock that was taken over. */
  readonly onNotice?: (message: string) => void;
}

type RecordInput<K extends MinutebookRecord["kind"]> = z.input<(typeof recordSchemas)[K]>;

/**
 * One run that writes: everything is staged, `plan` tells what would change, then either `apply` or `discard`. The new index of a
 * collection is what this run wrote and what the old index listed and this run neither wrote, redirected nor removed. The order of
 * the calls does not matter; a run that wants what is already there touches no file.
 */
export interface ArchiveWriter {
  /** @throws RecordInvalidError when the record does not fit its schema or its id does not fit its kind */
  record<K extends MinutebookRecord["kind"]>(kind: K, record: RecordInput<K>): Promise<void>;
  /** What a source gave for the page of this id (`pages/<space>/<pageId>`), in place of what was there in whatever form. */
  rawPage(id: string, page: RawPage): Promise<void>;
  /** A file below raw/, state/, feeds/ or files/. */
  file(path: string, data: string | Uint8Array): Promise<void>;
  removeFile(path: string): Promise<void>;
  /** Two records were found to be one: `from` leaves the index, and its file leads to `to`. */
  redirect(from: string, to: string): Promise<void>;
  /** Deletes a record that was never published: a link to a published id must never break, use `redirect`. */
  remove(id: string): Promise<void>;
  /** Ids of the old index that this run has not named yet, sorted; what stays unnamed is kept as it is. */
  unwritten(collection: Collection): string[];
  /** To be called once, after everything was written. */
  plan(facts: RootFacts): Promise<Plan>;
  /**
   * Makes the plan true and ends the run. Killed before the journal is in place, nothing has happened; after it, readers see the
   * new archive at once, and the next run finishes the moving.
   */
  apply(): Promise<void>;
  /** Ends the run without a trace. Safe to call at any time, also after `apply`. */
  discard(): Promise<void>;
}

/**
 * Takes the lock of the archive in `dir` (made where there is none) and finishes or drops what an interrupted run left.
 * @throws ArchiveError when another run writes, when a newer minutebook wrote the archive, or when its root or an index is broken
 */
export async function startWriting(dir: string, options: WritingOptions = {}): Promise<ArchiveWriter> {
  const onStep = options.onStep ?? (() => undefined);
  const work = join(dir, workFolder);
  const firstMade = await onDisk("make the folder", work, () => mkdir(work, { recursive: true }));
  const lock = await takeLock(dir, options.onNotice);
  try {
    onStep("locked");
    await healInterrupted(dir, onStep);
    onStep("healed");
    const reader = await openToWrite(dir);
    const old = new Map<Collection, readonly IndexEntry[]>();
    for (const collection of collections) old.set(collection, await reader.index(collection));
    return new StagingWriter({ dir, lock, onStep, reader, old, firstMade });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

interface Start {
  readonly dir: string;
  readonly lock: Lock;
  readonly onStep: Step;
  readonly reader: ArchiveReader;
  readonly old: ReadonlyMap<Collection, readonly IndexEntry[]>;
  /** The uppermost folder that this run made, so that giving up leaves no empty folders. */
  readonly firstMade: string | undefined;
}

class StagingWriter implements ArchiveWriter {
  readonly #start: Start;
  readonly #staging: Staging;
  readonly #entries = new Map<string, IndexEntry>();
  readonly #redirects = new Map<string, string>();
  readonly #removed = new Set<string>();
  #phase: "writing" | "planned" | "ended" = "writing";
  #changes = 0;

  constructor(start: Start) {
    this.#start = start;
    this.#staging = new Staging(start.dir, start.onStep);
  }

  async record<K extends MinutebookRecord["kind"]>(kind: K, record: RecordInput<K>): Promise<void> {
    this.#assertPhase("writing", "record");
    const text = canonicalJson(kind, record);
    // canonicalJson has just held it to its schema.
    const valid = record as MinutebookRecord;
    assertId(valid.id);
    const collection = collectionOf(valid.id);
    if (collection === null || kindOfCollection[collection] !== kind)
      throw new RecordInvalidError(`a ${kind} cannot have the id ${valid.id}`);
    this.#entries.set(valid.id, indexEntryOf(valid, await this.#staging.put(recordPath(valid.id), text)));
  }

  async rawPage(id: string, page: RawPage): Promise<void> {
    this.#assertPhase("writing", "rawPage");
    assertId(id);
    const envelope = rawEnvelope.safeParse(page.envelope);
    const { space, pageId } = pagePlace(id);
    if (!envelope.success || collectionOf(id) !== "pages")
      throw new RecordInvalidError(`what was read of ${id} does not fit the raw store`, { cause: envelope.error });
    await this.#staging.put(rawEnvelopePath(space, pageId), plainJson(envelope.data));
    await this.#staging.put(rawBodyPath(space, pageId, envelope.data.form), page.body);
    for (const form of bodyForms) {
      const path = rawBodyPath(space, pageId, form);
      if (form !== envelope.data.form && (await this.#staging.wasThere(path))) await this.#staging.remove(path);
    }
  }

  async file(path: string, data: string | Uint8Array): Promise<void> {
    this.#assertPhase("writing", "file");
    assertFreePath(path);
    await this.#staging.put(path, data);
  }

  async removeFile(path: string): Promise<void> {
    this.#assertPhase("writing", "removeFile");
    assertFreePath(path);
    await this.#staging.remove(path);
  }

  async redirect(from: string, to: string): Promise<void> {
    this.#assertPhase("writing", "redirect");
    assertId(from);
    assertId(to);
    await this.#staging.put(recordPath(from), canonicalJson("redirect", { kind: "redirect", id: from, to }));
    this.#redirects.set(from, to);
  }

  async remove(id: string): Promise<void> {
    this.#assertPhase("writing", "remove");
    assertId(id);
    await this.#staging.remove(recordPath(id));
    this.#removed.add(id);
  }

  unwritten(collection: Collection): string[] {
    return this.#kept(collection).map((entry) => entry.id);
  }

  async plan(facts: RootFacts): Promise<Plan> {
    this.#assertPhase("writing", "plan");
    await this.#assertRedirectsLead();
    const texts = new Map<Collection, IndexFacts>();
    const kept = new Map<Collection, number>();
    for (const collection of collections) {
      const old = this.#kept(collection);
      const written = [...this.#entries.values()].filter((entry) => collectionOf(entry.id) === collection);
      const entries = [...old, ...written].sort(byId);
      const pieces = indexFile(collection, entries);
      texts.set(collection, { count: entries.length, sha256: await this.#staging.put(indexPath(collection), pieces) });
      kept.set(collection, old.length);
    }
    for (const [path, text] of await fixedFiles(this.#start.reader)) await this.#staging.put(path, text);
    const asOf = await this.#putRoot(facts, texts);
    const outcomes = await this.#staging.outcomes();
    this.#phase = "planned";
    const listedBefore = new Set([...this.#start.old.values()].flatMap((entries) => entries.map((entry) => entry.id)));
    const plan = planOf({ asOf, outcomes, listedBefore, redirected: new Set(this.#redirects.keys()), kept });
    this.#changes = plan.writes.length;
    return plan;
  }

  async apply(): Promise<void> {
    this.#assertPhase("planned", "apply");
    if (this.#changes === 0) return this.discard();
    this.#phase = "ended";
    const { dir, lock, onStep } = this.#start;
    // The indexes are written: nobody asks for their entries again.
    this.#entries.clear();
    try {
      const journal = await this.#staging.seal();
      onStep("flushed");
      await lock.assertHeld();
      await writeJournal(dir, journal, onStep);
      await carryOut(dir, journal, onStep);
    } finally {
      await lock.release();
    }
    onStep("unlocked");
  }

  async discard(): Promise<void> {
    if (this.#phase === "ended") return;
    this.#phase = "ended";
    try {
      await this.#staging.drop();
    } finally {
      await this.#start.lock.release();
    }
    if (this.#start.firstMade !== undefined) await removeEmpty(join(this.#start.dir, workFolder), this.#start.firstMade);
  }

  /** `asOf` is written only together with another change: it stays where the root would else be the same. */
  async #putRoot(facts: RootFacts, texts: ReadonlyMap<Collection, IndexFacts>): Promise<string> {
    const old = this.#start.reader.root();
    const sameDate = rootFile({ ...facts, asOf: old?.asOf ?? facts.asOf, sources: withDaysOf(old, facts.sources) }, texts);
    const isQuiet = writesOf(await this.#staging.outcomes()).length === 0 && sameDate === (await this.#start.reader.text(rootPath));
    await this.#staging.put(rootPath, isQuiet ? sameDate : rootFile(facts, texts));
    return isQuiet && old !== null ? old.asOf : facts.asOf;
  }

  #kept(collection: Collection): IndexEntry[] {
    const entries = this.#start.old.get(collection) ?? [];
    return entries.filter(({ id }) => !this.#entries.has(id) && !this.#redirects.has(id) && !this.#removed.has(id)).sort(byId);
  }

  /** A link to an id never breaks: a redirect must end at a record. */
  async #assertRedirectsLead(): Promise<void> {
    for (const [from, first] of this.#redirects) {
      const seen = new Set([from]);
      let to = first;
      for (let next = this.#redirects.get(to); next !== undefined && !seen.has(to); next = this.#redirects.get(to)) {
        seen.add(to);
        to = next;
      }
      const isThere = this.#entries.has(to) || (!seen.has(to) && !this.#removed.has(to) && (await this.#start.reader.read(to)) !== null);
      if (!isThere) throw new InternalError(`the redirect from ${from} to ${first} leads to no record`, { file: recordPath(from) });
    }
  }

  #assertPhase(wanted: "writing" | "planned", call: string): void {
    if (this.#phase !== wanted) throw new InternalError(`${call}() of the archive's writer while the run is ${this.#phase}, not ${wanted}`);
  }
}

function assertId(id: string): void {
  const fault = idFault(id);
  if (fault !== null) throw new RecordInvalidError(`the id ${JSON.stringify(id)} ${fault}`);
}

function assertFreePath(path: string): void {
  if (isFreePath(path)) return;
  throw new ArchiveError(
    `${JSON.stringify(path)} cannot be a file of the archive: expected raw/…, state/…, feeds/… or files/… of letters, digits and _ . ~ -`,
    { file: path },
  );
}

/** Removes folders from `from` up to `upTo` as long as they are empty. */
async function removeEmpty(from: string, upTo: string): Promise<void> {
  const last = resolve(upTo);
  for (let folder = resolve(from); folder.length >= last.length; folder = dirname(folder)) {
    try {
      await rmdir(folder);
    } catch {
      return;
    }
  }
}

/** The sources with the days of before: a day later they are the same. */
function withDaysOf(old: ReturnType<ArchiveReader["root"]>, sources: RootFacts["sources"]): RootFacts["sources"] {
  const days = new Map((old?.sources ?? []).map(({ id, space, asOf }) => [`${id} ${space}`, asOf]));
  return sources.map((source) => ({ ...source, asOf: days.get(`${source.id} ${source.space}`) ?? source.asOf }));
}
