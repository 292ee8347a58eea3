import { canonicalJson, plainJson } from "../records/canonical-json.ts";
import { type Collection, type FileKind, fileSchemas, type SourceEntry, schemaVersion } from "../records/index.ts";
import { jsonSchemaOf } from "../records/json-schema.ts";
import type { IndexEntry } from "./index-entry.ts";
import { gitignorePath, schemaPath, workFolder } from "./paths.ts";
import type { ArchiveReader } from "./reader.ts";

// Files whose content follows from the records, or from this version of the program.

/** What `minutebook.json` says beside the counts and hashes. */
export interface RootFacts {
  readonly title: string;
  /** Written only together with another change. */
  readonly asOf: string;
  /** In the order of the configuration; without secrets. */
  readonly sources: readonly SourceEntry[];
}

export type IndexFacts = { readonly count: number; readonly sha256: string };

const perPiece = 500;
/** What closes a list in a record file. */
const close = "\n  ]";

/** The text of an index in pieces: as one text, with its copies on the way, that of 20,000 pages took 20 MB just when a run holds most. */
export function indexFile(collection: Collection, entries: readonly IndexEntry[]): readonly string[] {
  const empty = textOf(collection, []);
  const head = empty.slice(0, empty.lastIndexOf("]"));
  const tail = empty.slice(head.length + 1);
  if (entries.length === 0) return [empty];
  const pieces = [head];
  for (let at = 0; at < entries.length; at += perPiece) {
    const text = textOf(collection, entries.slice(at, at + perPiece));
    pieces.push(`${at === 0 ? "" : ","}${text.slice(head.length, -(close.length + tail.length))}`);
  }
  return [...pieces, `${close}${tail}`];
}

function textOf(collection: Collection, entries: readonly IndexEntry[]): string {
  // Kept entries may come from a later version: only the fields that this one knows are written again.
  const records = entries.map(({ id, title, group, date, sha256 }) => ({ id, title, group, date, sha256 }));
  return canonicalJson("index", { kind: "index", of: collection, records });
}

export function rootFile(facts: RootFacts, indexes: ReadonlyMap<Collection, IndexFacts>): string {
  return canonicalJson("minutebook", {
    kind: "minutebook",
    schemaVersion,
    title: facts.title,
    asOf: facts.asOf,
    sources: [...facts.sources],
    // canonicalJson refuses a map that lacks a collection.
    collections: Object.fromEntries(indexes) as Record<Collection, IndexFacts>,
  });
}

export function schemaFiles(): [path: string, text: string][] {
  const kinds = Object.keys(fileSchemas) as FileKind[];
  return kinds.map((kind) => [schemaPath(kind), plainJson(jsonSchemaOf(kind))]);
}

/** The schemas and `.gitignore`, in which lines that people added are kept. */
export async function fixedFiles(reader: ArchiveReader): Promise<[path: string, text: string][]> {
  const old = (await reader.text(gitignorePath)) ?? "";
  const hasLine = old.split(/\r?\n/).includes(`${workFolder}/`);
  const start = old === "" || old.endsWith("\n") ? old : `${old}\n`;
  return [...schemaFiles(), [gitignorePath, hasLine ? old : `${start}${workFolder}/\n`]];
}
