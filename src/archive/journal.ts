import { renameSync } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ArchiveError, messageOf } from "../errors.ts";
import { sha256Of } from "../records/canonical-json.ts";
import { sha256 } from "../records/fields.ts";
import { codeOf, flushFolder, onDisk, readIfThere } from "./disk.ts";
import { forEachBounded } from "./in-flight.ts";
import { isSafePath, rootPath, workFolder } from "./paths.ts";

const journalFile = `${workFolder}/journal.json`;
const stagingFolder = `${workFolder}/staging`;
const parallel = 16;

// A journal may come with a foreign archive: it must not reach outside of it.
const path = z.string().refine(isSafePath, "not a path inside the archive");
const journalSchema = z.strictObject({
  kind: z.literal("journal"),
  /** The folder below `.minutebook/staging` that holds this run's files. */
  staging: z.string().regex(/^[0-9a-f]{12}$/),
  moves: z.array(z.strictObject({ path, staged: z.string().regex(/^\d+$/), sha256 })),
  removals: z.array(z.strictObject({ path, sha256 })),
});

/** What a run has decided to do to the archive. From the moment it is on the disk, the archive is the new one. */
export type Journal = z.infer<typeof journalSchema>;

export type Step = (step: string) => void;

export function stagedFile(dir: string, staging: string, name: string): string {
  return join(dir, stagingFolder, staging, name);
}

/** The journal of a run that was interrupted while applying (or is applying right now), or null. */
export async function readJournal(dir: string): Promise<Journal | null> {
  const file = join(dir, journalFile);
  const bytes = await readIfThere(file);
  if (bytes === null) return null;
  try {
    return journalSchema.parse(JSON.parse(bytes.toString("utf8")));
  } catch (cause) {
    throw new ArchiveError(
      `${file} is not a journal that this version can read (${messageOf(cause)}): if a newer minutebook was interrupted, run that one; ` +
        "else delete the file, run `minutebook check`, and restore what it names from a backup or with `minutebook rebuild`",
      { cause, file },
    );
  }
}

/** The point of no return: before the rename the archive is the old one, after it the new one. */
export async function writeJournal(dir: string, journal: Journal, onStep: Step): Promise<void> {
  const file = join(dir, journalFile);
  await onDisk("write", file, async () => {
    const handle = await open(`${file}.new`, "w");
    try {
      await handle.writeFile(journalText(journal));
      await handle.sync();
    } finally {
      await handle.close();
    }
    onStep("wrote the journal beside its place");
    await rename(`${file}.new`, file);
    await flushFolder(join(dir, workFolder));
  });
  onStep("journal in place");
}

/** The journal as JSON in pieces: of a large run it is megabytes, at the moment when the run needs most memory. */
function* journalText({ kind, staging, moves, removals }: Journal): Generator<string, void, undefined> {
  yield `${JSON.stringify({ kind, staging }).slice(0, -1)},"moves":[`;
  yield* listText(moves);
  yield '],"removals":[';
  yield* listText(removals);
  yield "]}";
}

const perPiece = 500;

function* listText(items: readonly unknown[]): Generator<string, void, undefined> {
  for (let at = 0; at < items.length; at += perPiece) {
    const piece = JSON.stringify(items.slice(at, at + perPiece)).slice(1, -1);
    yield at === 0 ? piece : `,${piece}`;
  }
}

/** Does what the journal says, the root last, and then removes the journal. May be called again after any interruption. */
export async function carryOut(dir: string, journal: Journal, onStep: Step): Promise<void> {
  const folders = foldersOf(journal);
  await forEachBounded(leafFolders(folders), parallel, async (folder) => {
    await onDisk("make the folder", join(dir, folder), () => mkdir(join(dir, folder), { recursive: true }));
  });
  const isRoot = (move: { path: string }): boolean => move.path === rootPath;
  const move = (entry: Journal["moves"][number]): Promise<void> => moveIntoPlace(dir, journal.staging, entry, onStep);
  await forEachBounded(
    journal.moves.filter((entry) => !isRoot(entry)),
    parallel,
    move,
  );
  await forEachBounded(journal.removals, parallel, async (entry) => {
    await onDisk("delete", join(dir, entry.path), () => rm(join(dir, entry.path), { force: true }));
    onStep(`removed ${entry.path}`);
  });
  await forEachBounded(journal.moves.filter(isRoot), 1, move);
  // Else a power loss could leave the journal's deletion on the disk, but not what the journal asked for.
  await forEachBounded(folders, parallel, (folder) => onDisk("flush", join(dir, folder), () => flushFolder(join(dir, folder))));
  await onDisk("delete", join(dir, journalFile), () => rm(join(dir, journalFile), { force: true }));
  onStep("journal removed");
  await dropStaging(dir);
  onStep("staging removed");
}

/**
 * Leaves the archive as if no run had ever been interrupted: a journal is carried out, staged files without a journal are dropped.
 * @throws ArchiveError, before anything is touched, when a file is neither staged nor in place as the journal wants it
 */
export async function healInterrupted(dir: string, onStep: Step): Promise<void> {
  const journal = await readJournal(dir);
  if (journal === null) {
    await dropStaging(dir);
    return;
  }
  await forEachBounded(journal.moves, parallel, (entry) => verifyMove(dir, journal.staging, entry));
  await forEachBounded(journal.removals, parallel, (entry) => verifyRemoval(dir, entry));
  await carryOut(dir, journal, onStep);
}

export async function dropStaging(dir: string): Promise<void> {
  const folder = join(dir, stagingFolder);
  await onDisk("delete", folder, async () => {
    await rm(folder, { recursive: true, force: true });
    await rm(join(dir, `${journalFile}.new`), { force: true });
  });
}

async function moveIntoPlace(dir: string, staging: string, entry: Journal["moves"][number], onStep: Step): Promise<void> {
  const target = join(dir, entry.path);
  await onDisk("move a new file to", target, async () => {
    try {
      renameSync(stagedFile(dir, staging, entry.staged), target);
    } catch (error) {
      if (codeOf(error) !== "ENOENT") throw error;
      // Gone from staging: it was moved before an interruption, or somebody took it.
      await verifyMove(dir, staging, entry);
    }
  });
  onStep(`moved ${entry.path}`);
}

async function verifyMove(dir: string, staging: string, entry: Journal["moves"][number]): Promise<void> {
  const staged = stagedFile(dir, staging, entry.staged);
  const target = join(dir, entry.path);
  const waiting = await readIfThere(staged);
  const bytes = waiting ?? (await readIfThere(target));
  if (bytes !== null && sha256Of(bytes) === entry.sha256) return;
  const found = bytes === null ? "is missing" : `has other content in ${waiting === null ? target : staged}`;
  throw cannotFinish(dir, entry.path, `its new version (sha256 ${entry.sha256}) ${found}`);
}

async function verifyRemoval(dir: string, entry: Journal["removals"][number]): Promise<void> {
  const bytes = await readIfThere(join(dir, entry.path));
  if (bytes === null || sha256Of(bytes) === entry.sha256) return;
  throw cannotFinish(dir, entry.path, "it was to be deleted, but has been changed since");
}

function cannotFinish(dir: string, file: string, why: string): ArchiveError {
  return new ArchiveError(
    `an interrupted run cannot be finished because of ${file}: ${why}. Nothing was touched. Put that file right, or give the run up: ` +
      `delete ${join(dir, workFolder)}, run \`minutebook check\`, and restore what it names from a backup or with \`minutebook rebuild\``,
    { file },
  );
}

/** Every folder in which an entry appears or goes, up to the archive itself ("."), which also gets new sub-folders. */
function foldersOf(journal: Journal): string[] {
  const folders = new Set<string>(["."]);
  for (const entry of [...journal.moves, ...journal.removals]) {
    for (let end = entry.path.lastIndexOf("/"); end > 0; end = entry.path.lastIndexOf("/", end - 1)) {
      const folder = entry.path.slice(0, end);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return [...folders];
}

/** Folders that no other one lies below: making these makes all. */
function leafFolders(folders: readonly string[]): string[] {
  const parents = new Set(folders.map((folder) => folder.slice(0, Math.max(folder.lastIndexOf("/"), 0))));
  return folders.filter((folder) => folder !== "." && !parents.has(folder));
}
