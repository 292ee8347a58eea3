import { promisify } from "node:util";
import { crc32, inflateRaw, inflateRawSync } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { InputError, InternalError, messageOf } from "../errors.ts";
import { decodeStrictUtf8 } from "./decode.ts";
import { describeBytes, type FileLimits } from "./limits.ts";
import { explainUnsafePath, type FileEntry, type FileTree, fileTooBig, finishListing, isHidden, type RefusedFile } from "./tree.ts";
import { ReadAheadFile } from "./zip-reader.ts";

const advice = "The file seems truncated or damaged; download or zip the export again.";

/** What the central directory says, checked; `entries` holds what may be inflated. */
interface Directory {
  readonly entries: Map<string, Entry>;
  readonly refused: RefusedFile[];
}

/** Loaded by `index.ts` only when there is a zip to open: yauzl is not for `--help` to pay for. */
export async function openZip(root: string, limits: FileLimits): Promise<FileTree> {
  const { file, zip } = await openArchive(root);
  try {
    const directory = await readDirectory(root, zip, limits);
    const listed: FileEntry[] = Array.from(directory.entries, ([path, entry]) => ({ path, bytes: entry.uncompressedSize }));
    const listing = finishListing(root, listed, directory.refused);
    return {
      root,
      kind: "zip",
      list: async () => ({ entries: [...listing.entries], refused: [...listing.refused] }),
      read: async (path) => {
        if (!zip.isOpen) throw new InternalError(`${path} was read after ${root} was closed`, { file: path });
        return unpack(root, file, zip, findEntry(root, directory, path, limits), path);
      },
      close: async () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function openArchive(root: string): Promise<{ file: ReadAheadFile; zip: ZipFile }> {
  let file: ReadAheadFile | undefined;
  try {
    file = new ReadAheadFile(root);
    // Names are decoded and checked here: yauzl would end at the first bad one with a bare Error.
    const zip = await yauzl.fromRandomAccessReaderPromise(file, file.bytes, { autoClose: false, decodeStrings: false });
    // An error of the file handle outside a call; without a listener it would end the process.
    zip.on("error", () => {});
    return { file, zip };
  } catch (cause) {
    file?.close(() => {});
    throw new InputError(`${root} begins like a zip but cannot be read as one: ${messageOf(cause)} ${advice}`, { cause, file: root });
  }
}

async function readDirectory(root: string, zip: ZipFile, limits: FileLimits): Promise<Directory> {
  if (zip.entryCount > limits.maxFiles) {
    throw new InputError(`${root} declares ${zip.entryCount} entries, the limit is ${limits.maxFiles}. Zip one space only.`, {
      file: root,
    });
  }
  const entries = new Map<string, Entry>();
  const refused: RefusedFile[] = [];
  const all: Entry[] = [];
  let declared = 0;
  for (const entry of await allEntries(root, zip)) {
    const path = decodeName(entry);
    refuseEscape(root, path, entry);
    all.push(entry);
    declared += entry.uncompressedSize;
    if (declared > limits.maxTotalBytes) {
      throw new InputError(
        `${root} would unpack to more than ${describeBytes(limits.maxTotalBytes)}, the limit for a zip: refused as a possible zip bomb. Unpack it yourself and name the folder if you trust it.`,
        { file: root },
      );
    }
    if (path.endsWith("/") || isHidden(path)) continue;
    const reason = entries.has(path) ? "the zip has an earlier entry of the same name" : explainRefusal(entry, limits);
    if (reason !== null) refused.push({ path, reason });
    else entries.set(path, entry);
  }
  refuseOverlap(root, all);
  return { entries, refused };
}

async function allEntries(root: string, zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch (cause) {
    throw new InputError(`the table of contents of ${root} cannot be read: ${messageOf(cause)}. ${advice}`, { cause, file: root });
  }
  return entries;
}

/** UTF-8 when it is valid, whatever the flag says: many tools write UTF-8 without saying so, and no CP437 name is valid UTF-8 by chance. */
function decodeName(entry: Entry): string {
  const hasUnicodeField = entry.extraFields.some((field) => field.id === 0x7075);
  const utf8 = hasUnicodeField ? null : decodeStrictUtf8(entry.fileNameRaw);
  const name = utf8 ?? yauzl.getFileNameLowLevel(0, entry.fileNameRaw, entry.extraFields, true);
  // Old Windows tools write backslashes, other tools a leading `./`: both name the same honest file.
  return name.replaceAll("\\", "/").replace(/^(?:\.\/)+(?=.)/, "");
}

/** An honest export has no such entry, so nothing else in the zip is to be trusted either. */
function refuseEscape(root: string, path: string, entry: Entry): void {
  const refuse = (reason: string): InputError =>
    new InputError(
      `${root} was refused: the entry ${JSON.stringify(path)} would leave the folder (${reason}). An honest export has no such entry; export again.`,
      { file: root },
    );
  const unsafe = explainUnsafePath(path.endsWith("/") ? path.slice(0, -1) : path);
  if (unsafe !== null) throw refuse(unsafe);
  if (unixFileType(entry) === 0o120000) throw refuse("it is a symbolic link");
}

function unixFileType(entry: Entry): number {
  return (entry.externalFileAttributes >>> 16) & 0o170000;
}

/** APPNOTE 4.4.5, as far as programs of today write them. */
const methodNames: Readonly<Record<number, string>> = { 9: "Deflate64", 12: "BZIP2", 14: "LZMA", 93: "Zstandard", 95: "XZ", 98: "PPMd" };

function explainRefusal(entry: Entry, limits: FileLimits): string | null {
  const type = unixFileType(entry);
  if (type !== 0 && type !== 0o100000 && type !== 0o040000) return "it is neither a file nor a folder";
  if (entry.isEncrypted()) return "it is encrypted: unpack the zip with its password and give the folder";
  if (!entry.canDecodeFileData()) {
    const method = methodNames[entry.compressionMethod];
    return `its compression method ${entry.compressionMethod}${method ? ` (${method})` : ""} is not supported: unpack the zip with the program that made it and give the folder`;
  }
  const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
  if (entry.uncompressedSize > limits.ratioFromBytes && ratio > limits.maxRatio) {
    return `it would unpack from ${describeBytes(entry.compressedSize)} to ${describeBytes(entry.uncompressedSize)}, more than ${limits.maxRatio} times its size: a possible zip bomb`;
  }
  return null;
}

/** Entries that share their bytes are how a small file becomes a bomb that keeps below every ratio. */
function refuseOverlap(root: string, entries: readonly Entry[]): void {
  const sorted = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of sorted) {
    const start = entry.relativeOffsetOfLocalHeader;
    if (start < end) throw new InputError(`${root} was refused: its entries overlap, as in a zip bomb. ${advice}`, { file: root });
    end = start + 30 + entry.fileNameLength + entry.compressedSize;
  }
}

function findEntry(root: string, directory: Directory, path: string, limits: FileLimits): Entry {
  const unsafe = explainUnsafePath(path);
  if (unsafe !== null) throw new InputError(`refused to read ${JSON.stringify(path)} in ${root}: ${unsafe}.`, { file: path });
  const entry = directory.entries.get(path);
  if (entry === undefined) {
    const reason = directory.refused.find((file) => file.path === path)?.reason;
    throw new InputError(reason === undefined ? `${path} does not exist in ${root}.` : `${path} in ${root} was refused: ${reason}.`, {
      file: path,
    });
  }
  const bytes = Math.max(entry.uncompressedSize, entry.compressedSize);
  if (bytes > limits.maxFileBytes) throw fileTooBig(root, path, bytes, limits);
  return entry;
}

const inflateInThread = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw);

/** Never more than the entry declares comes out, and all declared sizes together were within the limit: a lying header ends here. */
async function unpack(root: string, file: ReadAheadFile, zip: ZipFile, entry: Entry, path: string): Promise<Buffer> {
  let content: Buffer;
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const packed = file.readRange(fileDataStart, entry.compressedSize);
    content = entry.isCompressed() ? await inflate(packed, entry.uncompressedSize) : packed;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") {
      throw new InputError(
        `${path} in ${root} was refused: it unpacks to more than the ${describeBytes(entry.uncompressedSize)} that it declares, as in a zip bomb.`,
        {
          cause,
          file: path,
        },
      );
    }
    throw new InputError(`${path} in ${root} cannot be unpacked: ${messageOf(cause)}. ${advice}`, { cause, file: path });
  }
  if (content.length !== entry.uncompressedSize || crc32(content) !== entry.crc32) {
    throw new InputError(`${path} in ${root} is damaged: size or checksum do not match. ${advice}`, { file: path });
  }
  return content;
}

async function inflate(packed: Buffer, declared: number): Promise<Buffer> {
  const bounds = { maxOutputLength: Math.max(declared, 1) };
  // A page inflates faster than a thread can be asked to do it.
  return declared <= 1024 * 1024 ? inflateRawSync(packed, bounds) : inflateInThread(packed, bounds);
}
