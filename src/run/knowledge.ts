import { earlierDay, laterDay } from "../records/days.ts";
import type { SourceEntry } from "../records/index.ts";
import type { Terms } from "../resolution/index.ts";
import type { Run } from "./run.ts";

/**
 * Until which day a group's sources are known: silence means nothing where nobody listened. A living source that was read is known until the run's
 * day, an export until it was made; of a space the one that knows most counts. Null where a source failed, or was left out of the run.
 */
export function knownUntilOf(run: Run, asOf: string): Terms["knownUntil"] {
  // A window leaves out pages on purpose: what they do not say proves nothing.
  if (run.options.window) return () => null;
  const before = run.reader.root();
  const failed = new Set(run.sourceReports.flatMap(({ id, failure }) => (failure === null ? [] : [id])));
  const read = new Set(run.sourceEntries.map(keyOf));
  const rest = (before?.sources ?? []).filter((source) => !read.has(keyOf(source)));
  const isReading = run.sourceReports.length > 0;
  const day = (source: SourceEntry, live: string | null): string | null => {
    if (failed.has(source.id)) return null;
    return source.type === "confluence-export" ? (source.asOf ?? newestDayOf(run, source)) : live;
  };
  const known = [
    ...run.sourceEntries.map((source) => ({ source, until: day(source, asOf) })),
    ...rest.map((source) => ({ source, until: day(source, isReading ? null : asOf) })),
  ];
  return (sources, space) => {
    if (known.length === 0) return asOf;
    const wikis = known.filter(({ source }) => source.space !== null && source.space === space);
    const videos = known.filter(({ source }) => source.space === null && sources.has(source.id));
    // Of a space it is enough that one source was read; who fails may have known more.
    const isUnheard = wikis.length > 0 && wikis.every(({ until }) => until === null);
    const isLost =
      isUnheard ||
      videos.some(({ until }) => until === null) ||
      [...sources, ...wikis.map(({ source }) => source.id)].some((id) => failed.has(id));
    if (isLost) return null;
    const days = [wikis.flatMap(({ until }) => until ?? []).reduce(laterDay, ""), ...videos.flatMap(({ until }) => until ?? [])];
    return days.filter((until) => until !== "").reduce(earlierDay, asOf);
  };
}

function keyOf({ id, space }: SourceEntry): string {
  return `${id} ${space ?? ""}`;
}

/** Of an export whose footer was cut off: the last day of which its pages tell. */
function newestDayOf(run: Run, source: SourceEntry): string | null {
  const days = run.entries.flatMap(({ envelope }) =>
    envelope.source === source.id && envelope.space === source.space ? (envelope.modifiedOn ?? envelope.createdOn ?? []) : [],
  );
  return days.length === 0 ? null : days.reduce(laterDay);
}
