import type { ArchiveReader, PlannedWrite } from "../archive/index.ts";
import { newestFirst } from "../records/change.ts";
import type { ChangeRecord } from "../records/index.ts";

/** The changes that a run added to the log, the newest first. A reported one that only got more evidence is not among them. */
export async function changesWritten(reader: ArchiveReader, writes: readonly PlannedWrite[]): Promise<ChangeRecord[]> {
  const found: ChangeRecord[] = [];
  for (const { path, before, after } of writes) {
    if (before !== null || after === null || !path.startsWith("changes/") || path === "changes/index.json") continue;
    const record = await reader.read(path.slice(0, -".json".length));
    if (record?.kind === "change") found.push(record);
  }
  return found.sort(newestFirst);
}
