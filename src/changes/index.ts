export { mergeCandidates } from "./events.ts";
export { observedChanges, observedPageChange, type Surroundings } from "./observed.ts";
export { changeRecords } from "./records.ts";
export type { Candidate, ChangeEvent } from "./types.ts";
