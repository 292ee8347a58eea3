import { daysBetween } from "../../records/days.ts";
import { isDay } from "../../records/edtf.ts";
import type { ChangeRecord, Evidence, MeetingRecord, ReportRecord } from "../../records/index.ts";
import { byCodeUnits } from "../../records/order.ts";
import type { ChangeEvent } from "../types.ts";
import { inferredEvent } from "./events.ts";
import { medianOf } from "./median.ts";
import type { Named } from "./types.ts";

/** How many came to one meeting, or on average in the period of one report. */
interface Count {
  readonly day: string;
  readonly people: number;
  readonly evidence: Evidence | null;
}

/** A lasting drop or rise. */
interface AttendanceShift {
  /** Day of the first meeting of the new level. */
  readonly at: string;
  readonly from: number;
  readonly to: number;
  /** What was compared, in words. */
  readonly test: string;
  readonly evidence: readonly Evidence[];
}

const recentMeetings = 6;
const fewestBefore = 8;
/** More of the past than about two years says nothing about today, and costs with every meeting. */
const mostBefore = 50;
const recentReports = 2;
const fewestReports = 4;

/** Fewer people more or less are chance, whatever the spread. */
const leastDifference = 3;
const leastShare = 0.3;

const deviations = 2;

/**
 * Shifts of a group's attendance. Test: the last six meetings against the median of those since the last shift (eight to fifty): all but one of the
 * six must differ by more than two of their median absolute deviations (scaled to a standard deviation, 1.4826), by three people and by 30 %. So neither
 * one meeting nor two can make one. Reports that give averages are tested in the same way where fewer meetings tell who came: the
 * last two against four at least, each outside of all that was before.
 */
function attendanceShifts(meetings: readonly MeetingRecord[], reports: readonly ReportRecord[], until: string): AttendanceShift[] {
  const counted = ofMeetings(meetings, until);
  if (counted.length >= recentMeetings + fewestBefore) return shiftsOf(counted, recentMeetings, fewestBefore, "meetings", standsOut);
  return shiftsOf(ofReports(reports, until), recentReports, fewestReports, "reports", isOutside);
}

function ofMeetings(meetings: readonly MeetingRecord[], until: string): Count[] {
  return meetings
    .flatMap(({ date, attendees, status, evidence }) =>
      date !== null && isDay(date) && date <= until && attendees.length > 1 && status !== "canceled" && status !== "planned"
        ? [{ day: date, people: attendees.length, evidence: evidence[0] ?? null }]
        : [],
    )
    .sort(byDay);
}

function ofReports(reports: readonly ReportRecord[], until: string): Count[] {
  return reports
    .flatMap(({ period, averageAttendance, evidence }) => {
      if (period === null || averageAttendance === null || period.end > until) return [];
      const told = evidence.find(({ fields }) => fields?.includes("averageAttendance")) ?? evidence[0] ?? null;
      return [{ day: period.end, people: averageAttendance, evidence: told }];
    })
    .sort(byDay);
}

function byDay(a: Count, b: Count): number {
  return byCodeUnits(a.day, b.day) || a.people - b.people;
}

/** Goes through the series as it grew: what was found of its beginning is found whatever comes later. */
function shiftsOf(
  series: readonly Count[],
  window: number,
  fewest: number,
  what: string,
  differs: (before: readonly number[], recent: readonly number[]) => boolean,
): AttendanceShift[] {
  const found: AttendanceShift[] = [];
  let begin = 0;
  for (let end = fewest + window; end <= series.length; end += 1) {
    if (end - window - begin < fewest) continue;
    const before = series.slice(Math.max(begin, end - window - mostBefore), end - window).map(({ people }) => people);
    const recent = series.slice(end - window, end);
    const people = recent.map((count) => count.people);
    if (!differs(before, people)) continue;
    // The window may begin with the last meetings of the old level.
    const [old, level] = [medianOf(before), medianOf(people)];
    const onset = recent.findIndex((count) => Math.abs(count.people - level) < Math.abs(count.people - old));
    const since = recent.slice(onset);
    const to = medianOf(since.map((count) => count.people));
    const test = `the median of ${since.length} ${what} is ${to}, that of the ${before.length} before was ${old}`;
    const evidence = since.flatMap((count) => count.evidence ?? []);
    found.push({ at: since[0]?.day ?? "", from: old, to, test, evidence });
    begin = end - since.length;
  }
  return found;
}

function isLarge(from: number, to: number): boolean {
  return Math.abs(to - from) >= leastDifference && Math.abs(to - from) >= leastShare * from;
}

/** All but one of the meetings must do so, and to the same side: a window that is half of the old level says nothing yet. */
function standsOut(before: readonly number[], recent: readonly number[]): boolean {
  const from = medianOf(before);
  const spread = 1.4826 * medianOf(before.map((people) => Math.abs(people - from)));
  const sorted = [...recent].sort((a, b) => a - b);
  const isDrop = medianOf(recent) < from;
  const weakest = isDrop ? sorted.at(-2) : sorted[1];
  if (weakest === undefined || weakest < from !== isDrop) return false;
  return isLarge(from, weakest) && Math.abs(weakest - from) > deviations * spread;
}

function isOutside(before: readonly number[], recent: readonly number[]): boolean {
  const isBeyond = recent.every((people) => people < Math.min(...before)) || recent.every((people) => people > Math.max(...before));
  return isBeyond && isLarge(medianOf(before), medianOf(recent));
}

/** A shift that was reported keeps its day, although meetings of before it may have become known since. */
const sameShiftDays = 120;

export function attendanceEvents(group: Named, facts: Attended, until: string, reported: readonly ChangeRecord[]): ChangeEvent[] {
  const told = reported.filter(({ type }) => type === "attendance.changed");
  const shifts = attendanceShifts(
    facts.meetings,
    facts.reports.map(({ report }) => report),
    until,
  );
  return shifts.map(({ at, from, to, test, evidence }) => {
    const isAlike = ({ from: [was], to: [is] }: ChangeRecord): boolean =>
      typeof was === "number" && typeof is === "number" && is > was === to > from;
    const near = told
      .flatMap((change) => (change.at !== null && isAlike(change) ? [{ change, days: Math.abs(daysBetween(change.at, at)) }] : []))
      .sort((a, b) => a.days - b.days);
    const known = near.find(({ days }) => days <= sameShiftDays)?.change;
    // Two shifts are two, however near they are.
    if (known !== undefined) told.splice(told.indexOf(known), 1);
    const summary = `${group.name}: attendance ${to > from ? "rose" : "fell"} from ${from} to ${to} (${test}).`;
    return inferredEvent("attendance.changed", group, known?.at ?? at, {
      basis: "observed",
      confidence: "medium",
      summary,
      from: [from],
      to: [to],
      subjects: [],
      evidence: evidence.map((item) => ({ ...item, basis: "observed" as const })),
    });
  });
}

interface Attended {
  readonly meetings: readonly MeetingRecord[];
  readonly reports: readonly { readonly report: ReportRecord }[];
}
