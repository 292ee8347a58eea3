import { messageOf } from "../errors.ts";
import { type Collection, collectionOf, collections, kindOfCollection, type MinutebookRecord } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import { checkIndex, checkRecordFile, checkRoot, checkSchemaFiles } from "./check-files.ts";
import { checkQuotes, type PageText, Quotes } from "./check-quotes.ts";
import { checkRawPage } from "./check-raw.ts";
import { checkRawVideos } from "./check-raw-videos.ts";
import { References } from "./check-references.ts";
import { checkWhatLiesAround } from "./check-strangers.ts";
import { Checking, type Fault } from "./checking.ts";
import { ArchiveFolder } from "./folder.ts";
import { readAhead } from "./in-flight.ts";

const ahead = 16;

export interface CheckOptions {
  /** The text of an archived page as quotes are taken from it, or null; without it quotes are not compared with pages. */
  readonly pageText?: PageText;
}

export interface CheckResult {
  /** How many files were read. */
  readonly checked: number;
  /** By path, then by rule. */
  readonly faults: readonly Fault[];
}

/**
 * Verifies an archive as `git fsck` does a repository: every file is what was written, and every id leads somewhere. A broken
 * archive is a list of faults, never an exception. An archive whose last run was interrupted is one fault, and is otherwise judged
 * as that run wanted it.
 */
export async function checkArchive(dir: string, options: CheckOptions = {}): Promise<CheckResult> {
  const checking = await openChecking(dir);
  try {
    const root = await checkRoot(checking);
    // Of another version of the format this one can judge nothing else.
    if (root !== "other version") {
      for (const collection of collections) await checkIndex(checking, collection, root);
      await checkSchemaFiles(checking);
      await checkRecords(checking, options.pageText);
      await checkRawVideos(checking);
      await checkWhatLiesAround(checking);
    }
  } catch (error) {
    checking.report(
      ".",
      "unreadable",
      `the check could not go on: ${messageOf(error)}; other faults may be hidden, put this right and check again`,
    );
  }
  const faults = checking.faults.sort((one, two) => byCodeUnits(one.path, two.path) || byCodeUnits(one.rule, two.rule));
  return { checked: checking.checked, faults };
}

async function openChecking(dir: string): Promise<Checking> {
  try {
    const checking = new Checking(await ArchiveFolder.open(dir));
    if (checking.folder.isInterrupted) {
      checking.report(
        ".minutebook/journal.json",
        "journal",
        "expected no journal, found that of a run that was interrupted while it moved files into place: run any command that writes, such as `minutebook rebuild`, which finishes it first",
      );
    }
    return checking;
  } catch (error) {
    const checking = new Checking(new ArchiveFolder(dir));
    checking.report(".minutebook/journal.json", "journal", messageOf(error));
    return checking;
  }
}

async function checkRecords(checking: Checking, pageText: PageText | undefined): Promise<void> {
  const references = new References(checking);
  const quotes = new Quotes();
  const read = async (id: string): Promise<MinutebookRecord | null> => checkRecordFile(checking, id, kindOf(id));
  for await (const record of readAhead(checking.entries.keys(), ahead, read)) {
    if (record === null) continue;
    await references.check(record);
    if (record.kind === "page") await checkRawPage(checking, record.id);
    if (pageText !== undefined) quotes.collect(record);
  }
  references.compareBothWays();
  if (pageText !== undefined) await checkQuotes(checking, quotes, pageText);
}

function kindOf(id: string): MinutebookRecord["kind"] {
  const collection: Collection = collectionOf(id) ?? "pages";
  return kindOfCollection[collection];
}
