import { intervalOf } from "../records/edtf.ts";
import type { ChangeRecord, ChangeType } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";

/** A change that somebody may have to do something about. */
export interface Finding {
  readonly change: ChangeRecord;
  /** Why nothing is left to do, in words, or null. */
  readonly resolution: string | null;
  /** Whether it is worth a new issue: of a type that is wanted, lately found, lately happened, and not a guess. */
  readonly isNews: boolean;
}

export interface FindingsWanted {
  /** Types of changes, or their kinds. */
  readonly types: readonly string[];
  readonly asOf: string;
  /** How long ago a change may have happened, and been found. */
  readonly days: number;
  /** Group → day of its newest report. */
  readonly lastReports: ReadonlyMap<string, string>;
  /** Recordings that can be seen. */
  readonly available: ReadonlySet<string>;
  /** Id of a change → why nobody needs to act, and until when. */
  readonly acknowledged: ReadonlyMap<string, { readonly until: string; readonly reason: string }>;
}

/** What takes a change back when it comes later, of the same group or of the same record. */
const endings: Readonly<
  Partial<Record<ChangeType, { readonly by: ChangeType; readonly of: "group" | "subject"; readonly words: string }>>
> = {
  "group.inactive": { by: "group.reactivated", of: "group", words: "the group is active again" },
  "group.disbanded": { by: "group.reactivated", of: "group", words: "the group is active again" },
  "report.overdue": { by: "report.published", of: "group", words: "a report was published" },
  "recording.unavailable": { by: "recording.published", of: "subject", words: "the recording is there again" },
  "page.removed": { by: "page.restored", of: "subject", words: "the page is there again" },
  "course.removed": { by: "course.added", of: "subject", words: "the course is listed again" },
};

/** Every change of the log as a finding. Those that are resolved or no news are there too: an issue may be open that tells of them. */
export function findingsOf(changes: readonly ChangeRecord[], wanted: FindingsWanted): Finding[] {
  const firstRun = [wanted.asOf, ...changes.map(({ detectedOn }) => detectedOn)].sort(byCodeUnits)[0] ?? wanted.asOf;
  return changes.map((change) => ({
    change,
    resolution: resolutionOf(change, changes, wanted),
    isNews: isWanted(change, wanted.types) && change.confidence !== "low" && isLate(change, wanted, firstRun),
  }));
}

function isWanted({ type }: ChangeRecord, types: readonly string[]): boolean {
  return types.includes(type) || types.includes(type.slice(0, type.indexOf(".")));
}

/** Years of pages are read in the first run: what happened long ago, or nobody knows when, is no news there. */
function isLate({ at, detectedOn }: ChangeRecord, { asOf, days }: FindingsWanted, firstRun: string): boolean {
  const since = dayBefore(asOf, days);
  if (detectedOn < since) return false;
  return at === null ? detectedOn > firstRun : (intervalOf(at)?.end ?? at) >= since;
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

function resolutionOf(change: ChangeRecord, changes: readonly ChangeRecord[], wanted: FindingsWanted): string | null {
  if (change.correctedBy !== null) return `corrected by ${change.correctedBy}`;
  const known = wanted.acknowledged.get(change.id);
  if (known !== undefined && known.until >= wanted.asOf) return `acknowledged until ${known.until}: ${known.reason}`;
  const reported = change.type === "report.overdue" && change.group !== null ? wanted.lastReports.get(change.group) : undefined;
  if (reported !== undefined && reported > startOf(change)) return `a report of ${reported} is there`;
  if (change.type === "recording.unavailable" && change.subjects.some((id) => wanted.available.has(id)))
    return "the recording is there again";
  const ending = endings[change.type];
  if (ending === undefined) return null;
  const later = changes.find(
    (other) => other.type === ending.by && other.correctedBy === null && isSame(change, other, ending.of) && isAfter(other, change),
  );
  return later === undefined ? null : `${ending.words} (${later.id})`;
}

function isSame(one: ChangeRecord, other: ChangeRecord, what: "group" | "subject"): boolean {
  if (what === "group") return one.group !== null && one.group === other.group;
  return one.subjects.some((id) => id !== one.group && other.subjects.includes(id));
}

function isAfter(other: ChangeRecord, change: ChangeRecord): boolean {
  const [a, b] = [startOf(other), startOf(change)];
  return a > b || (a === b && other.detectedOn > change.detectedOn);
}

/** The first day on which it may have happened. */
function startOf({ at, detectedOn }: ChangeRecord): string {
  return at === null ? detectedOn : (intervalOf(at)?.start ?? at);
}
