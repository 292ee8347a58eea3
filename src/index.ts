// The library: what a site or a script needs to read an archive, with types.
export type { RecordOf } from "./archive/reader.ts";
export { ArchiveError, MinutebookError } from "./errors.ts";
export { type Archive, type IndexEntry, openArchive, type RecordFilter } from "./library/index.ts";
export { intervalOf } from "./records/edtf.ts";
export * from "./records/index.ts";
export { jsonSchemaOf } from "./records/json-schema.ts";
