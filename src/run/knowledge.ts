import { earlierDay, laterDay, latestKnown } from "../records/days.ts";
import type { SourceEntry } from "../records/index.ts";
import type { Terms } from "../resolution/index.ts";
import type { Run } from "./run.ts";

/**
 * Until which day a group's sources are known: silence means nothing where nobody listened. A living source is known until the day on which it
 * was last read, an export until it was made; of a space the one that knows most counts. Null where a source failed.
 */
export function knownUntilOf(run: Run, asOf: string): Terms["knownUntil"] {
  const before = run.reader.root();
  const failed = new Set(run.sourceReports.flatMap(({ id, failure }) => (failure === null ? [] : [id])));
  const read = new Set(run.sourceEntries.map(keyOf));
  const rest = (before?.sources ?? []).filter((source) => !read.has(keyOf(source)));
  // Who looks at what the archive holds, and names a later day, means that day.
  const isAskedFor = run.sourceReports.length === 0 && run.options.asOf !== null;
  const day = (source: SourceEntry): string | null => {
    if (failed.has(source.id)) return null;
    if (source.type === "confluence-export") return source.asOf ?? newestDayOf(run, source);
    return isAskedFor ? asOf : (source.asOf ?? before?.asOf ?? asOf);
  };
  // What an earlier run knew, one that reads a portion of the years knows too.
  const earlier = new Map((before?.sources ?? []).map((source) => [keyOf(source), source.asOf]));
  const entries = run.sourceEntries.map((source) => ({ ...source, asOf: latestKnown(source.asOf, earlier.get(keyOf(source)) ?? null) }));
  const known = [...entries, ...rest].map((source) => ({ source, until: day(source) }));
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
