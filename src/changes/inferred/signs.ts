import { isDay } from "../../records/edtf.ts";
import type { Evidence, MeetingRecord, RecordingRecord } from "../../records/index.ts";
import { byCodeUnits } from "../../records/order.ts";

/** A day on which a group shows that it is alive. */
export interface Sign {
  readonly day: string;
  /** `canceled`: a meeting that was not held, but would have been. `told`: a page says that the group began again. */
  readonly kind: "meeting" | "recording" | "canceled" | "told";
  readonly evidence: Evidence | null;
}

/** One sign a day, the strongest: a meeting, a recording of one, a canceled one. */
const strength: readonly Sign["kind"][] = ["canceled", "recording", "meeting"];

/**
 * The days on which each group met, or would have met, until a day. Only whole days count, and no plans: a page that was written for a meeting to
 * come is no meeting, and the day of an upload is not that of a meeting.
 */
export function signsByGroup(
  meetings: readonly MeetingRecord[],
  recordings: readonly RecordingRecord[],
  until: string,
): Map<string, Sign[]> {
  const found = new Map<string, Map<string, Sign>>();
  const add = (group: string | null, date: string | null, kind: Sign["kind"], evidence: Evidence | undefined): void => {
    if (group === null || date === null || !isDay(date) || date > until) return;
    const days = found.get(group) ?? new Map<string, Sign>();
    found.set(group, days);
    const known = days.get(date);
    if (known === undefined || strength.indexOf(kind) > strength.indexOf(known.kind))
      days.set(date, { day: date, kind, evidence: evidence ?? null });
  };
  for (const { group, date, status, evidence } of [...meetings].sort((a, b) => byCodeUnits(a.id, b.id)))
    if (status !== "planned") add(group, date, status === "canceled" ? "canceled" : "meeting", evidence[0]);
  for (const { group, date, dateBasis, meetings: joined, evidence } of [...recordings].sort((a, b) => byCodeUnits(a.id, b.id)))
    if (joined.length === 0 && dateBasis !== "published" && dateBasis !== "scheduled start") add(group, date, "recording", evidence[0]);
  return new Map([...found].map(([group, days]) => [group, [...days.values()].sort((a, b) => byCodeUnits(a.day, b.day))]));
}
