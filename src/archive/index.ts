export { type CheckOptions, type CheckResult, checkArchive } from "./check.ts";
export type { PageText } from "./check-quotes.ts";
export type { Fault, FaultRule } from "./checking.ts";
export type { RootFacts } from "./derived-files.ts";
export type { IndexEntry } from "./index-entry.ts";
export type { FileCounts, Plan, RecordCounts } from "./plan.ts";
export { type ArchiveReader, openArchive, type RecordOf } from "./reader.ts";
export type { PlannedWrite } from "./staging.ts";
export { type ArchiveWriter, startWriting, type WritingOptions } from "./writer.ts";
