import type { ArchiveReader } from "../archive/index.ts";

/** A file of the archive as JSON; null where it is missing, or is none. */
export async function jsonIn(reader: Pick<ArchiveReader, "text">, path: string): Promise<unknown> {
  const text = await reader.text(path);
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
