import { z } from "zod";
import { day, edtf, recordId, sha256 } from "./fields.ts";

/** The version of the archive's format. A new field or value keeps it; renaming or dropping one needs a new version and a migration. */
export const schemaVersion = 1;

/** The collections, in the order in which they are listed everywhere. */
export const collections = ["groups", "people", "reports", "meetings", "recordings", "courses", "changes", "pages"] as const;
export type Collection = (typeof collections)[number];

const sourceEntry = z.strictObject({
  id: z.string(),
  type: z.string(),
  space: z.string().nullable(),
  url: z.string().nullable(),
  license: z.string().nullable(),
  attribution: z.string().nullable(),
  /** Until when it is known: the day on which an export was made, or on which a living source was last read; written only together with another change. */
  asOf: day.nullable().default(null),
});
export type SourceEntry = z.infer<typeof sourceEntry>;

const collectionEntry = z.strictObject({ count: z.number().int().nonnegative(), sha256 });

/** `minutebook.json`: changes when any record changes, so that a site polls one file. */
export const rootRecord = z.strictObject({
  kind: z.literal("minutebook"),
  schemaVersion: z.literal(schemaVersion),
  title: z.string(),
  asOf: day,
  sources: z.array(sourceEntry),
  collections: z.strictObject({
    groups: collectionEntry,
    people: collectionEntry,
    reports: collectionEntry,
    meetings: collectionEntry,
    recordings: collectionEntry,
    courses: collectionEntry,
    changes: collectionEntry,
    pages: collectionEntry,
  }),
});
export type RootRecord = z.infer<typeof rootRecord>;

/** `<collection>/index.json`: static hosting cannot list a folder. `sha256` is of the record file's bytes. */
export const indexRecord = z.strictObject({
  kind: z.literal("index"),
  of: z.enum(collections),
  records: z.array(z.strictObject({ id: recordId, title: z.string(), group: recordId.nullable(), date: edtf.nullable(), sha256 })),
});
export type IndexRecord = z.infer<typeof indexRecord>;

/** Stands where a record was that turned out to be another one: a link to an id never breaks. */
export const redirectRecord = z.strictObject({ kind: z.literal("redirect"), id: recordId, to: recordId });
export type RedirectRecord = z.infer<typeof redirectRecord>;
