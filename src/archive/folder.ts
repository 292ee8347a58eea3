import { join } from "node:path";
import { ArchiveError, messageOf } from "../errors.ts";
import { byCodeUnits } from "../records/order.ts";
import { filesRightIn, isFile, readIfThere } from "./disk.ts";
import type { ArchiveFiles } from "./files.ts";
import { readJournal, stagedFile } from "./journal.ts";

/**
 * The files of an archive as they are once a pending journal is carried out. A run that was killed between two renames leaves
 * old and new files side by side; read through the journal they are entirely new, and before there is a journal entirely old.
 *
 * Who reads the folder with other tools while files are being moved sees each file whole, old or new, and may see an index whose
 * hashes run ahead of or behind the records; `minutebook.json` comes last, so a site that polls it builds from what it names.
 */
export class ArchiveFolder implements ArchiveFiles {
  readonly dir: string;
  /** Path → where its new bytes wait. */
  readonly pendingMoves: ReadonlyMap<string, string>;
  readonly pendingRemovals: ReadonlySet<string>;

  constructor(dir: string, moves: ReadonlyMap<string, string> = new Map(), removals: ReadonlySet<string> = new Set()) {
    this.dir = dir;
    this.pendingMoves = moves;
    this.pendingRemovals = removals;
  }

  static async open(dir: string): Promise<ArchiveFolder> {
    const journal = await readJournal(dir);
    if (journal === null) return new ArchiveFolder(dir);
    const moves = journal.moves.map((move) => [move.path, stagedFile(dir, journal.staging, move.staged)] as const);
    return new ArchiveFolder(dir, new Map(moves), new Set(journal.removals.map((removal) => removal.path)));
  }

  nameOf(path: string): string {
    return join(this.dir, path);
  }

  get isInterrupted(): boolean {
    return this.pendingMoves.size > 0 || this.pendingRemovals.size > 0;
  }

  /** The bytes of a file, or null where there is none. `path` must be safe. */
  async read(path: string): Promise<Buffer | null> {
    if (this.pendingRemovals.has(path)) return null;
    const staged = this.pendingMoves.get(path);
    const waiting = staged === undefined ? null : await readIfThere(staged);
    // Not in staging any more: it has been moved to its place, before the kill or by a run that goes on right now.
    return waiting ?? (await readIfThere(join(this.dir, path)));
  }

  /** Names of the files right in a folder, sorted; none where there is no such folder. `folder` must be safe. */
  async names(folder: string): Promise<string[]> {
    const found = new Set(await filesRightIn(join(this.dir, folder)));
    const inside = (path: string): string | null => {
      const name = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : "";
      return name === "" || name.includes("/") ? null : name;
    };
    for (const path of this.pendingMoves.keys()) found.add(inside(path) ?? "");
    for (const path of this.pendingRemovals) found.delete(inside(path) ?? "");
    found.delete("");
    return [...found].sort(byCodeUnits);
  }

  /** Without reading it. `path` must be safe. */
  async has(path: string): Promise<boolean> {
    if (this.pendingRemovals.has(path)) return false;
    return this.pendingMoves.has(path) || isFile(join(this.dir, path));
  }

  /** @throws ArchiveError naming the file, when it is not JSON */
  async readJson(path: string): Promise<unknown> {
    const bytes = await this.read(path);
    if (bytes === null) return undefined;
    try {
      return JSON.parse(bytes.toString("utf8"));
    } catch (cause) {
      const file = join(this.dir, path);
      throw new ArchiveError(`${file} is not JSON (${messageOf(cause)}): run \`minutebook check\`, and restore it from a backup`, {
        cause,
        file,
      });
    }
  }
}
