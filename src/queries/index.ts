// What people ask of an archive. Reads it, and changes nothing.

export { openExisting } from "../archive/index.ts";
export { changesOf } from "./changes.ts";
export { type Coverage, coverageOf } from "./coverage.ts";
export { type Health, healthOf } from "./health.ts";
export { leadersOf } from "./who.ts";
export { changesWritten } from "./written.ts";
