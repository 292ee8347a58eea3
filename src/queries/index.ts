// What people ask of an archive. Reads it, and changes nothing.
import { type ArchiveReader, openArchive } from "../archive/index.ts";
import { InputError } from "../errors.ts";

export { changesOf } from "./changes.ts";
export { type Coverage, coverageOf } from "./coverage.ts";
export { healthOf } from "./health.ts";
export { leadersOf } from "./who.ts";
export { changesWritten } from "./written.ts";

/** @throws InputError where the folder holds no archive, ArchiveError where it cannot be read */
export async function archiveIn(dir: string): Promise<ArchiveReader> {
  const reader = await openArchive(dir);
  if (reader.root() === null)
    throw new InputError(`${dir} holds no archive (no minutebook.json): expected the folder of one; check the name after --archive`);
  return reader;
}
