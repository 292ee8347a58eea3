import { closeSync, constants, type Dirent, fstatSync, lstatSync, openSync, read, readSync, realpathSync, type Stats } from "node:fs";
import { lstat, readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { InputError, messageOf } from "../errors.ts";
import type { FileLimits } from "./limits.ts";
import {
  explainUnsafePath,
  type FileEntry,
  type FileListing,
  type FileTree,
  fileTooBig,
  finishListing,
  isHidden,
  type RefusedFile,
} from "./tree.ts";

/** Folders read and files measured at the same time: more than libuv's four threads gain nothing, a few waiting ones keep them busy. */
const parallel = 32;
const readInThread = promisify(read);

export async function openFolder(root: string, limits: FileLimits): Promise<FileTree> {
  const realRoot = await realpath(root);
  const listing = await listFolder(root, realRoot, limits);
  return {
    root,
    kind: "folder",
    list: async () => ({ entries: [...listing.entries], refused: [...listing.refused] }),
    read: (path) => readInside(root, realRoot, path, limits),
    close: async () => {},
  };
}

async function listFolder(root: string, realRoot: string, limits: FileLimits): Promise<FileListing> {
  const paths: string[] = [];
  const refused: RefusedFile[] = [];
  let level = [""];
  while (level.length > 0) {
    const below: string[] = [];
    await inBatches(level, async (folder) => {
      const children = await readChildren(realRoot, folder, refused);
      for (const child of children) {
        const path = folder === "" ? child.name : `${folder}/${child.name}`;
        if (isHidden(child.name)) continue;
        const reason = explainRefusal(child, path);
        if (reason !== null) refused.push({ path, reason });
        else if (child.isDirectory()) below.push(path);
        else paths.push(path);
      }
      if (paths.length > limits.maxFiles) {
        throw new InputError(`${root} holds more than ${limits.maxFiles} files. Name the export's own folder, not one above it.`, {
          file: root,
        });
      }
    });
    level = below;
  }
  const entries: FileEntry[] = [];
  await inBatches(paths, async (path) => {
    try {
      entries.push({ path, bytes: (await lstat(join(realRoot, path))).size });
    } catch (error) {
      // Also what a name that is not UTF-8 comes to: decoding it lost the bytes that would find it.
      refused.push({ path, reason: `it cannot be found under this name (${messageOf(error)})` });
    }
  });
  return finishListing(root, entries, refused);
}

async function readChildren(realRoot: string, folder: string, refused: RefusedFile[]): Promise<Dirent[]> {
  try {
    return await readdir(join(realRoot, folder), { withFileTypes: true });
  } catch (cause) {
    if (folder === "")
      throw new InputError(`${realRoot} cannot be listed: ${messageOf(cause)}. Check its permissions.`, { cause, file: realRoot });
    refused.push({ path: folder, reason: `the folder cannot be listed (${messageOf(cause)})` });
    return [];
  }
}

function explainRefusal(child: Dirent, path: string): string | null {
  if (child.isSymbolicLink()) return "it is a symbolic link, which could lead out of the export";
  if (!child.isFile() && !child.isDirectory()) return "it is neither a file nor a folder";
  return explainUnsafePath(path);
}

/**
 * Looks before and after it opens: a folder on the way may have been swapped for a link since the listing, so what was opened must be what the
 * honest path leads to. Synchronous up to the read, because on a local disk these calls take microseconds and the thread pool ten times as long.
 */
async function readInside(root: string, realRoot: string, path: string, limits: FileLimits): Promise<Buffer> {
  const unsafe = explainUnsafePath(path);
  if (unsafe !== null) throw new InputError(`refused to read ${JSON.stringify(path)} in ${root}: ${unsafe}.`, { file: path });
  const full = join(realRoot, path);
  const descriptor = openUnfollowed(root, path, full);
  try {
    const opened = fstatSync(descriptor);
    if (!opened.isFile()) throw new InputError(`${path} in ${root} is not a file.`, { file: path });
    if (!isWhatPathLeadsTo(full, opened)) {
      throw new InputError(`refused to read ${path} in ${root}: a symbolic link on the way leads elsewhere.`, { file: path });
    }
    if (opened.size > limits.maxFileBytes) throw fileTooBig(root, path, opened.size, limits);
    return await readFully(descriptor, opened.size);
  } finally {
    closeSync(descriptor);
  }
}

function openUnfollowed(root: string, path: string, full: string): number {
  // Without following a link, and without waiting for a writer should a pipe have taken the file's place. Windows knows neither flag.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  try {
    return openSync(full, flags);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === "ELOOP") throw new InputError(`refused to read ${path} in ${root}: it is a symbolic link.`, { cause, file: path });
    const what = code === "ENOENT" || code === "ENOTDIR" ? "does not exist" : `cannot be opened (${code ?? messageOf(cause)})`;
    throw new InputError(`${path} in ${root} ${what}.`, { cause, file: path });
  }
}

function isWhatPathLeadsTo(full: string, opened: Stats): boolean {
  try {
    if (realpathSync.native(full) !== full) return false;
    const there = lstatSync(full);
    return there.ino === opened.ino && there.dev === opened.dev;
  } catch {
    return false; // gone in between
  }
}

async function readFully(descriptor: number, size: number): Promise<Buffer> {
  const buffer = Buffer.alloc(size);
  let filled = 0;
  while (filled < size) {
    const left = size - filled;
    // A page at once; attachments without holding up everything else.
    const bytes =
      left <= 1024 * 1024
        ? readSync(descriptor, buffer, filled, left, filled)
        : (await readInThread(descriptor, buffer, filled, left, filled)).bytesRead;
    if (bytes === 0) break;
    filled += bytes;
  }
  return buffer.subarray(0, filled);
}

async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const item = items[next] as T; // in range: checked on the line above, and nothing awaits in between
      next += 1;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallel, items.length) }, worker));
}
