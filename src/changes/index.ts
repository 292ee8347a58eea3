export { mergeCandidates } from "./events.ts";
export { changeRecords } from "./records.ts";
export type { Candidate, ChangeEvent } from "./types.ts";
