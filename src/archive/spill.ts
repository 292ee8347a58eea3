import type { FileHandle } from "node:fs/promises";
import { mkdir, open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { onDisk } from "./disk.ts";
import { workFolder } from "./paths.ts";

const chunk = 1 << 20;
const prefix = "spill-";

/** Where a value lies in the spill. */
export interface SpillPlace {
  readonly offset: number;
  readonly length: number;
}

/** One file that holds what is too large to keep in memory between two passes: written in order, read back at will, gone with the run. */
export class Spill {
  readonly #path: string;
  readonly #file: FileHandle;
  /** One buffer for the whole run, to write and to read: buffers that wait outlive the young generation, and their memory comes back late. */
  readonly #pending = Buffer.allocUnsafe(chunk);
  #pendingBytes = 0;
  #flushed = 0;

  private constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  /** Opens an empty spill in the archive's work folder. The caller holds the lock, so any other spill was left by a run that was killed. */
  static async open(archiveDir: string): Promise<Spill> {
    const folder = join(archiveDir, workFolder);
    await onDisk("make the folder", folder, () => mkdir(folder, { recursive: true }));
    for (const name of await onDisk("list", folder, () => readdir(folder)))
      if (name.startsWith(prefix)) await onDisk("delete", join(folder, name), () => rm(join(folder, name), { force: true }));
    const path = join(folder, `${prefix}${process.pid}-${process.hrtime.bigint().toString(36)}`);
    return new Spill(path, await onDisk("open", path, () => open(path, "wx+")));
  }

  /** To be awaited before the next call. */
  async add(value: unknown): Promise<SpillPlace> {
    const text = JSON.stringify(value);
    const length = Buffer.byteLength(text);
    if (this.#pendingBytes + length > chunk) await this.#flush();
    const place = { offset: this.#flushed + this.#pendingBytes, length };
    if (length > chunk) await this.#write(Buffer.from(text));
    else this.#pendingBytes += this.#pending.write(text, this.#pendingBytes);
    return place;
  }

  /** What was added at this place; values read back are as JSON keeps them. To be awaited before the next call. */
  async get(place: SpillPlace): Promise<unknown> {
    await this.#flush();
    // Nothing waits in the buffer by now.
    const bytes = place.length > chunk ? Buffer.allocUnsafe(place.length) : this.#pending.subarray(0, place.length);
    await onDisk("read", this.#path, () => this.#file.read(bytes, 0, place.length, place.offset));
    return JSON.parse(bytes.toString("utf8"));
  }

  async close(): Promise<void> {
    await this.#file.close();
    await rm(this.#path, { force: true });
  }

  async #flush(): Promise<void> {
    if (this.#pendingBytes === 0) return;
    await this.#write(this.#pending.subarray(0, this.#pendingBytes));
    this.#pendingBytes = 0;
  }

  async #write(bytes: Buffer): Promise<void> {
    // A full disk may take a part first and say so only at the next write.
    for (let written = 0; written < bytes.length; ) {
      const { bytesWritten } = await onDisk("write", this.#path, () =>
        this.#file.write(bytes, written, bytes.length - written, this.#flushed),
      );
      written += bytesWritten;
      this.#flushed += bytesWritten;
    }
  }
}
