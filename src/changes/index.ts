export { mergeCandidates } from "./events.ts";
export { unknownActivity } from "./inferred/activity.ts";
export { archivedEvents, belowArchive } from "./inferred/archived.ts";
export { type Declared, type Inferred, type InferredGroup, inferChanges, nothingDeclared } from "./inferred/index.ts";
export { changeRecords, muted } from "./log.ts";
export { observedChanges, observedPageChange, type Surroundings } from "./observed.ts";
export type { Candidate, ChangeEvent } from "./types.ts";
