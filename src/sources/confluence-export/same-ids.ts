import { pageIdOfFile } from "../../pages/links.ts";
import type { RawEnvelope } from "../../pages/raw.ts";
import { withHash } from "../../records/ids.ts";
import { isSkip, type Skip, type SourcePage } from "../types.ts";

// Files of one export that carry the same page id: re-saved copies, stale pages of an older export, titles that make the same id.

/** Two files whose titles give the same id: what tells them apart is the file's name. */
export function withOwnId(page: SourcePage): SourcePage {
  const { pageId, file } = page.envelope;
  return { ...page, envelope: { ...page.envelope, pageId: withHash(pageId, file ?? "") } };
}

/** Files in their order, those with the same id in their name together. */
export function groupedById(files: readonly string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const key = pageIdOfFile(file) ?? file;
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  }
  return [...groups.values()];
}

/** The newest first. */
export function sortedByAge(reads: readonly Promise<SourcePage | Skip | null>[]): Promise<SourcePage | Skip | null>[] {
  const age = (item: SourcePage | Skip | null): string =>
    item === null || isSkip(item) ? "" : (item.envelope.modifiedOn ?? item.envelope.createdOn ?? "");
  const sorted = Promise.all(reads).then((items) => [...items].sort((a, b) => (age(b) > age(a) ? 1 : age(b) < age(a) ? -1 : 0)));
  return reads.map(async (_, index) => (await sorted)[index] ?? null);
}

export function duplicate(envelope: RawEnvelope, first: string): Skip {
  return {
    file: envelope.file ?? envelope.pageId,
    weight: "fault",
    reason: `has the page id ${envelope.pageId}, as ${first} has: expected one file a page; ${first} was kept, remove one of them`,
  };
}
