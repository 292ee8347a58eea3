import type { ArchiveReader } from "../archive/index.ts";
import { newestFirst } from "../records/change.ts";
import type { ChangeRecord } from "../records/index.ts";
import { groupNamed } from "./groups.ts";

export interface ChangesWanted {
  /** Found on this day or later. */
  readonly since: string | null;
  /** A group by id, name or alias. */
  readonly group: string | null;
  /** `leadership` for all of its kind, or one type. */
  readonly type: string | null;
  readonly basis: string | null;
}

/**
 * The change log, the newest first.
 * @throws ConfigError where no group, or several, have such a name
 */
export async function changesOf(reader: ArchiveReader, wanted: ChangesWanted): Promise<ChangeRecord[]> {
  const group = wanted.group === null ? null : (await groupNamed(reader, wanted.group)).id;
  const found: ChangeRecord[] = [];
  for await (const change of reader.records("changes")) {
    const isWanted =
      (wanted.since === null || change.detectedOn >= wanted.since) &&
      (group === null || change.group === group) &&
      (wanted.type === null || change.type === wanted.type || change.type.startsWith(`${wanted.type}.`)) &&
      (wanted.basis === null || change.basis === wanted.basis);
    if (isWanted) found.push(change);
  }
  return found.sort(newestFirst);
}
