import type { IndexRecord, MinutebookRecord } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";

export type IndexEntry = IndexRecord["records"][number];

/** What `<collection>/index.json` tells about a record, so that a site can list records without reading each. */
export function indexEntryOf(record: MinutebookRecord, sha256: string): IndexEntry {
  return {
    id: record.id,
    title: record.kind === "group" || record.kind === "person" ? record.name : record.title,
    group: groupOf(record),
    date: dateOf(record),
    sha256,
  };
}

export function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return byCodeUnits(one.id, other.id);
}

function groupOf(record: MinutebookRecord): string | null {
  switch (record.kind) {
    case "group":
      return record.parent;
    case "person":
    case "page":
    case "course":
      return null;
    default:
      return record.group;
  }
}

function dateOf(record: MinutebookRecord): string | null {
  switch (record.kind) {
    case "report":
      return record.period?.start ?? null;
    case "meeting":
    case "recording":
      return record.date;
    case "course":
      return record.updatedOn;
    case "change":
      return record.at ?? record.detectedOn;
    case "page":
      return record.modifiedOn ?? record.createdOn;
    default:
      return null;
  }
}
