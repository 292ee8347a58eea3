import type { FileHandle } from "node:fs/promises";
import { mkdir, open, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { onDisk } from "./disk.ts";
import { workFolder } from "./paths.ts";

const fileName = "fetched";
const headLength = 1024;
const smallestBuffer = 1 << 16;

const head = z.object({ key: z.string(), bytes: z.number().int().nonnegative() });

interface Place {
  readonly offset: number;
  readonly bytes: number;
}

/**
 * What a run has fetched and not yet written into the archive: one file in the work folder, so that a run that was stopped or killed repeats none of
 * it. Each value is kept as soon as it is whole; a last one that is not is dropped. The caller holds the archive's lock.
 */
export class Fetched {
  readonly #path: string;
  readonly #terms: string;
  readonly #places = new Map<string, Place>();
  #file: Promise<FileHandle> | null = null;
  #end = 0;
  /** For what is being written: a buffer for each page would lie between what stays until the next collection. */
  #buffer = Buffer.allocUnsafe(smallestBuffer);

  private constructor(dir: string, terms: string) {
    this.#path = join(dir, workFolder, fileName);
    this.#terms = terms;
  }

  /** What an earlier run left, if it was fetched under the same terms: what may be kept may be another today. */
  static async open(dir: string, terms: string): Promise<Fetched> {
    const fetched = new Fetched(dir, terms);
    const file = await open(fetched.#path, "r").catch(() => null);
    if (file === null) return fetched;
    try {
      await fetched.#index(file);
    } finally {
      await file.close();
    }
    return fetched;
  }

  get size(): number {
    return this.#places.size;
  }

  keys(): IterableIterator<string> {
    return this.#places.keys();
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  async get(key: string): Promise<unknown> {
    const place = this.#places.get(key);
    if (place === undefined) return null;
    const file = await this.#opened();
    const bytes = Buffer.allocUnsafe(place.bytes);
    await onDisk("read", this.#path, () => file.read(bytes, 0, place.bytes, place.offset));
    return JSON.parse(bytes.toString("utf8"));
  }

  /** To be awaited before the next call. */
  async add(key: string, value: unknown): Promise<void> {
    if (this.#end === 0) await this.#append("terms", this.#terms);
    this.#places.set(key, await this.#append(key, value));
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await (await file)?.close();
  }

  /** All of it is in the archive by now, or must not be used again. */
  async drop(): Promise<void> {
    await this.close();
    this.#places.clear();
    this.#end = 0;
    await rm(this.#path, { force: true });
  }

  async #append(key: string, value: unknown): Promise<Place> {
    const file = await this.#opened();
    const text = JSON.stringify(value);
    const bytes = Buffer.byteLength(text);
    const first = `${JSON.stringify({ key, bytes })}\n`;
    const length = Buffer.byteLength(first) + bytes + 1;
    if (length > this.#buffer.length) this.#buffer = Buffer.allocUnsafe(2 * length);
    this.#buffer.write(`${first}${text}\n`);
    for (let written = 0; written < length; ) {
      const { bytesWritten } = await onDisk("write", this.#path, () =>
        file.write(this.#buffer, written, length - written, this.#end + written),
      );
      written += bytesWritten;
    }
    const place = { offset: this.#end + length - bytes - 1, bytes };
    this.#end += length;
    return place;
  }

  #opened(): Promise<FileHandle> {
    this.#file ??= this.#openFile();
    return this.#file;
  }

  async #openFile(): Promise<FileHandle> {
    await onDisk("make the folder", dirname(this.#path), () => mkdir(dirname(this.#path), { recursive: true }));
    // What lies behind the last whole value is overwritten, and the rest cut off.
    const file = await onDisk("open", this.#path, () => open(this.#path, this.#end === 0 ? "w+" : "r+"));
    await onDisk("write", this.#path, () => file.truncate(this.#end));
    return file;
  }

  async #index(file: FileHandle): Promise<void> {
    const { size } = await file.stat();
    const buffer = Buffer.allocUnsafe(headLength);
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(buffer, 0, headLength, at);
      const line = buffer.subarray(0, bytesRead);
      const stop = line.indexOf("\n");
      const found = stop < 0 ? null : parseHead(line.subarray(0, stop).toString("utf8"));
      if (found === null) return;
      const offset = at + stop + 1;
      const end = offset + found.bytes + 1;
      if (end > size) return;
      if (at === 0 && !(await this.#fits(file, offset, found.bytes))) return;
      if (at > 0) this.#places.set(found.key, { offset, bytes: found.bytes });
      this.#end = end;
      at = end;
    }
  }

  async #fits(file: FileHandle, offset: number, length: number): Promise<boolean> {
    const bytes = Buffer.allocUnsafe(length);
    await file.read(bytes, 0, length, offset);
    return bytes.toString("utf8") === JSON.stringify(this.#terms);
  }
}

function parseHead(text: string): z.infer<typeof head> | null {
  try {
    return head.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
