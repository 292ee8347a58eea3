/** Where the files of an archive are read from: a folder, or a place on the web. Paths are safe, with "/" on every system. */
export interface ArchiveFiles {
  /** The whole name of a file, for messages. */
  nameOf(path: string): string;
  /** The bytes of a file, or null where there is none. */
  read(path: string): Promise<Buffer | null>;
  has(path: string): Promise<boolean>;
  /** Names of the files right in a folder, sorted. */
  names(folder: string): Promise<string[]>;
  /**
   * Undefined where there is no such file. `sha256` is what an index says of it: a place that may change while it is read compares it.
   * @throws ArchiveError naming the file, when it is not JSON, or another one by now
   */
  readJson(path: string, sha256?: string): Promise<unknown>;
}
