import { daysBetween, plusDays, plusMonths } from "../../records/days.ts";
import type { Evidence, GroupRecord, ReportRecord } from "../../records/index.ts";
import { byCodeUnits } from "../../records/order.ts";
import type { Declared } from "./types.ts";

export type DueReport = GroupRecord["reportCalendar"][number];
type Period = NonNullable<ReportRecord["period"]>;

/** A report with the day on which it came, where that is known. */
export interface CameReport {
  readonly report: ReportRecord;
  readonly on: string | null;
}

export interface ReportCalendar {
  /** Every period from the first one reported to the one that is expected next. */
  readonly periods: readonly DueReport[];
  /** Of the report before each period, to say what the expectation rests on. */
  readonly basis: ReadonlyMap<DueReport, Evidence>;
  readonly nextDue: string | null;
  /** How long a period is. */
  readonly months: number;
  readonly isDeclared: boolean;
}

export const noCalendar: ReportCalendar = { periods: [], basis: new Map(), nextDue: null, months: 0, isDeclared: false };

/** Days after the due day until a report is overdue, by the months of a period: who reports once a year is late by weeks. */
const graceDays: Readonly<Record<number, number>> = { 1: 14, 3: 30, 6: 45, 12: 60 };

/** Without a habit a report is due two weeks after its period. */
const usualLag = 15;
const longestLag = 60;

/**
 * The periods for which a group owed a report until a day: a period follows the last one that was reported, as long as the group's reports usually
 * cover. A report is due when those of the group usually came, and overdue after a time of grace; it is missing when the next one is overdue too.
 * Who has ended owes none for the time after. No calendar where neither a configuration nor two reports of one length tell how often a group reports.
 */
export function reportCalendarOf(came: readonly CameReport[], declared: Declared, until: string, endedOn: string | null): ReportCalendar {
  const dated = came
    .flatMap(({ report, on }) => (report.period !== null && report.period.start <= until ? [{ report, on, period: report.period }] : []))
    .sort((a, b) => byCodeUnits(a.period.end, b.period.end) || byCodeUnits(a.report.id, b.report.id));
  const months = declared.reportsEveryMonths ?? learnedMonths(dated.map(({ period }) => period));
  const [first] = dated;
  if (months === null || first === undefined) return noCalendar;
  const lag = lagOf(dated);
  const periods: DueReport[] = [];
  const basis = new Map<DueReport, Evidence>();
  let end = plusDays(first.period.start, -1);
  let evidence: Evidence | undefined;
  const owe = (): void => {
    const next = { start: plusDays(end, 1), end: plusDays(plusMonths(plusDays(end, 1), months), -1) };
    const due = { period: labelOf(next), dueOn: plusDays(next.end, lag), state: "expected" as const, report: null, publishedOn: null };
    periods.push(due);
    if (evidence) basis.set(due, evidence);
    end = next.end;
  };
  for (const { report, on, period } of dated) {
    // A gap of more than half a period before the next report is a period that nobody reported.
    while (daysBetween(end, period.start) - 1 > months * 15) owe();
    periods.push({ period: period.label, dueOn: plusDays(period.end, lag), state: "on-time", report: report.id, publishedOn: on });
    if (period.end > end) end = period.end;
    evidence = report.evidence[0];
  }
  const isOver = (): boolean => endedOn !== null && plusDays(plusMonths(plusDays(end, 1), months), -1) > endedOn;
  while (!isOver() && (periods.at(-1)?.report !== null || (periods.at(-1)?.dueOn ?? until) <= until)) owe();
  const grace = graceDays[months] ?? months * 6;
  const settled = periods.map((due, index) => {
    const state = stateOf(due, periods[index + 1] ?? null, grace, until);
    const known = { ...due, state };
    const rest = basis.get(due);
    if (rest) basis.set(known, rest);
    return known;
  });
  const nextDue = settled.find(({ state }) => state === "expected")?.dueOn ?? null;
  return { periods: settled, basis, nextDue, months, isDeclared: declared.reportsEveryMonths !== null };
}

function stateOf(due: DueReport, next: DueReport | null, grace: number, until: string): DueReport["state"] {
  const last = plusDays(due.dueOn, grace);
  if (due.report !== null) return due.publishedOn !== null && due.publishedOn > last ? "late" : "on-time";
  if (until <= last) return "expected";
  return next !== null && (next.report !== null || until > plusDays(next.dueOn, grace)) ? "missing" : "overdue";
}

/** The day on which a missing report is overdue. */
export function overdueOn({ dueOn }: DueReport, months: number): string {
  return plusDays(dueOn, (graceDays[months] ?? months * 6) + 1);
}

/** The length of the last period, where one of the two before it is as long. */
export function learnedMonths(periods: readonly Period[]): number | null {
  const lengths = periods.map(monthsOf);
  const last = lengths.at(-1);
  return last !== undefined && last in graceDays && lengths.slice(-3, -1).includes(last) ? last : null;
}

/** Whole months of a period; four and five count as half a year that began late or ended early. */
function monthsOf({ start, end }: Period): number {
  const [from = 0, to = 0] = [start, end].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  const months = to - from + 1;
  return months === 4 || months === 5 ? 6 : months;
}

/** How long after its period a report of the group usually comes. */
function lagOf(dated: readonly (CameReport & { readonly period: Period })[]): number {
  const lags = dated
    .flatMap(({ on, period }) => (on === null ? [] : [daysBetween(period.end, on)]))
    .slice(-6)
    .sort((a, b) => a - b);
  if (lags.length < 3) return usualLag;
  return Math.min(longestLag, Math.max(0, lags[Math.floor(lags.length / 2)] ?? usualLag));
}

/** As periods of reports are called: `2022-Q3`, `2022-H1`, `2022-04`, `2022-02--2022-06`. */
function labelOf({ start, end }: { readonly start: string; readonly end: string }): string {
  const year = start.slice(0, 4);
  const [from, to] = [Number(start.slice(5, 7)), Number(end.slice(5, 7))];
  if (year === end.slice(0, 4)) {
    if (from === to) return start.slice(0, 7);
    if (to - from === 5 && (from === 1 || from === 7)) return `${year}-H${from === 1 ? 1 : 2}`;
    if (to - from === 2 && from % 3 === 1) return `${year}-Q${(from + 2) / 3}`;
  }
  return `${start.slice(0, 7)}--${end.slice(0, 7)}`;
}
