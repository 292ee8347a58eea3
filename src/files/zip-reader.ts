import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import yauzl from "yauzl";

const blockBytes = 256 * 1024;

/**
 * Reads the zip's bytes for yauzl, ahead and synchronously: a table of contents is thousands of reads of some ten bytes each,
 * and one by one through the thread pool they took ten times as long (5,000 entries: 600 ms).
 */
export class ReadAheadFile extends yauzl.RandomAccessReader {
  readonly bytes: number;
  readonly #descriptor: number;
  #block: Buffer = Buffer.alloc(0);
  #blockStart = 0;

  constructor(path: string) {
    super();
    this.#descriptor = openSync(path, "r");
    this.bytes = fstatSync(this.#descriptor).size;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    let copied: number;
    try {
      copied = this.#copy(buffer, offset, length, position);
    } catch (error) {
      callback(error as Error); // what `readSync` throws
      return;
    }
    callback(null, copied);
  }

  /** Fewer bytes than asked for when the file ends before. */
  readRange(position: number, length: number): Buffer {
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, this.#readFully(buffer, 0, length, position));
  }

  override close(callback: (error: Error | null) => void): void {
    closeSync(this.#descriptor);
    callback(null);
  }

  #copy(buffer: Buffer, offset: number, length: number, position: number): number {
    if (length > blockBytes) return this.#readFully(buffer, offset, length, position);
    const inside = position >= this.#blockStart && position + length <= this.#blockStart + this.#block.length;
    if (!inside) {
      const block = Buffer.alloc(blockBytes);
      this.#block = block.subarray(0, this.#readFully(block, 0, blockBytes, position));
      this.#blockStart = position;
    }
    const from = position - this.#blockStart;
    return this.#block.copy(buffer, offset, from, from + length);
  }

  #readFully(buffer: Buffer, offset: number, length: number, position: number): number {
    let filled = 0;
    while (filled < length) {
      const bytes = readSync(this.#descriptor, buffer, offset + filled, length - filled, position + filled);
      if (bytes === 0) break;
      filled += bytes;
    }
    return filled;
  }
}
