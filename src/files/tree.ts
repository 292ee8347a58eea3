import { InputError } from "../errors.ts";
import { describeBytes, type FileLimits } from "./limits.ts";

export interface FileEntry {
  /** `/`-separated, relative to the root; as stored, not normalised to NFC. */
  readonly path: string;
  readonly bytes: number;
}

/** A file that is there but will not be read, and why. Whoever lists a tree must report these: a dropped file looks like a deleted page. */
export interface RefusedFile {
  readonly path: string;
  readonly reason: string;
}

export interface FileListing {
  readonly entries: FileEntry[];
  readonly refused: RefusedFile[];
}

/** A folder or a zip as it was when it was opened. Nothing is ever written, and nothing outside the root is read. */
export interface FileTree {
  /** What the user named. */
  readonly root: string;
  readonly kind: "folder" | "zip";
  /** Sorted by path (code units). Hidden files and what macOS adds to zips are left out. */
  list(): Promise<FileListing>;
  /** Throws `InputError` for a path that leaves the root, is absent, was refused, is damaged or exceeds the limits. */
  read(path: string): Promise<Buffer>;
  close(): Promise<void>;
}

export function isHidden(path: string): boolean {
  return path.split("/").some((segment) => segment.startsWith(".") || segment === "__MACOSX");
}

/** Why a relative path must not be followed, or null. `.` and empty segments are refused too: there is one spelling per file. */
export function explainUnsafePath(path: string): string | null {
  if (path === "") return "the path is empty";
  if (path.includes("\0")) return "the path contains a NUL character";
  if (path.includes("\\")) return "the path contains a backslash";
  if (path.startsWith("/") || /^[A-Za-z]:\//.test(path)) return "the path is absolute";
  if (path.split("/").some((segment) => segment === ".." || segment === "." || segment === ""))
    return "the path has an empty, `.` or `..` segment";
  return null;
}

/** Sorts by code units, so that the order does not depend on the locale, and refuses a tree without anything to read. */
export function finishListing(root: string, entries: FileEntry[], refused: RefusedFile[]): FileListing {
  const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
  entries.sort(byPath);
  refused.sort(byPath);
  if (entries.length === 0) {
    const first = refused[0];
    const why =
      first === undefined ? "it is empty" : `all ${refused.length} files were refused, the first, ${first.path}, because ${first.reason}`;
    throw new InputError(`${root} holds no readable files: ${why}. Name the folder or zip that contains the exported pages.`, {
      file: root,
    });
  }
  return { entries, refused };
}

export function fileTooBig(root: string, path: string, bytes: number, limits: FileLimits): InputError {
  return new InputError(
    `${path} in ${root} is too big: ${describeBytes(bytes)}, the limit for one file is ${describeBytes(limits.maxFileBytes)}. It was set aside; the others are still read.`,
    { file: path },
  );
}
