import { open, stat } from "node:fs/promises";
import { InputError } from "../errors.ts";
import { openFolder } from "./folder.ts";
import { defaultFileLimits, type FileLimits } from "./limits.ts";
import type { FileTree } from "./tree.ts";

export { decodeText } from "./decode.ts";
export type { FileLimits } from "./limits.ts";
export type { FileTree } from "./tree.ts";

/** Opens an export for reading. The listing is taken here, so an empty, damaged or hostile tree fails before anything is read from it. */
export async function openFileTree(path: string, limits: Partial<FileLimits> = {}): Promise<FileTree> {
  const bounds: FileLimits = { ...defaultFileLimits, ...limits };
  const kind = await detectKind(path);
  if (kind === "folder") return openFolder(path, bounds);
  const { openZip } = await import("./zip.ts");
  return openZip(path, bounds);
}

const expected = "Expected a folder or zip with the HTML or Markdown pages of a Confluence space export";

async function detectKind(path: string): Promise<"folder" | "zip"> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    const what =
      cause.code === "ENOENT" || cause.code === "ENOTDIR" ? "does not exist" : `cannot be opened (${cause.code ?? cause.message})`;
    throw new InputError(`${path} ${what}. ${expected}; check the path and its permissions.`, { cause, file: path });
  });
  if (found.isDirectory()) return "folder";
  if (!found.isFile()) throw new InputError(`${path} is neither a folder nor a file. ${expected}.`, { file: path });
  if (found.size === 0) throw new InputError(`${path} is empty (0 bytes). ${expected}; download the export again.`, { file: path });
  const head = await readHead(path);
  if (isZipStart(head)) return "zip";
  throw new InputError(
    `${path} is a file but not a zip: it begins with ${describeHead(head)}. ${expected}; unpack it, or name the folder that holds it.`,
    {
      file: path,
    },
  );
}

async function readHead(path: string): Promise<Buffer> {
  try {
    const handle = await open(path, "r");
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(16), 0, 16, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw new InputError(`${path} cannot be read. ${expected}; check its permissions.`, { cause, file: path });
  }
}

/** By content, not by name: a browser may have saved the zip under any ending. `PK` 3 4 is an entry, 5 6 an empty archive, 7 8 a split one. */
function isZipStart(head: Buffer): boolean {
  if (head.length < 4 || head[0] !== 0x50 || head[1] !== 0x4b) return false;
  return (head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6) || (head[2] === 7 && head[3] === 8);
}

function describeHead(head: Buffer): string {
  if (head[0] === 0x1f && head[1] === 0x8b) return "a gzip signature";
  if (head[0] === 0x37 && head[1] === 0x7a) return "a 7-Zip signature";
  if (head.subarray(0, 4).toString("latin1") === "%PDF") return "a PDF signature";
  const text = head.toString("latin1");
  return /^[\x20-\x7e\r\n\t]+$/.test(text) ? JSON.stringify(text) : `the bytes ${head.subarray(0, 8).toString("hex")}`;
}
