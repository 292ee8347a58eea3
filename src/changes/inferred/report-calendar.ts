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

/** A period with what was expected of it when it began, whatever was learnt later. */
export interface OwedPeriod extends DueReport {
  readonly start: string;
  readonly end: string;
  /** The first day on which it is overdue. */
  readonly overdueOn: string;
  /** The report before it: what the expectation rests on. */
  readonly basis: Evidence | null;
}

export interface ReportCalendar {
  /** Every period from the first one reported to the one that is expected next. */
  readonly periods: readonly OwedPeriod[];
  readonly nextDue: string | null;
  readonly isDeclared: boolean;
}

const noCalendar: ReportCalendar = { periods: [], nextDue: null, isDeclared: false };

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
  const calendar = new Calendar(declared.reportsEveryMonths);
  for (const one of firstOfEachPeriod(dated)) calendar.came(one);
  calendar.oweUntil(until, endedOn);
  const periods = calendar.periods.map(
    (owed, index, all): OwedPeriod => ({ ...owed, state: stateOf(owed, all[index + 1] ?? null, until) }),
  );
  if (!calendar.hasHabit) return noCalendar;
  const nextDue = periods.find(({ state }) => state === "expected")?.dueOn ?? null;
  return { periods, nextDue, isDeclared: declared.reportsEveryMonths !== null };
}

interface DatedReport extends CameReport {
  readonly period: Period;
}

/** Several reports of one period (one by each member) are one: that period was reported when the first of them came. */
function firstOfEachPeriod(dated: readonly DatedReport[]): DatedReport[] {
  const first = new Map<string, DatedReport>();
  for (const one of dated) {
    const key = `${one.period.start}/${one.period.end}`;
    const known = first.get(key);
    if (!known || (one.on !== null && (known.on === null || one.on < known.on))) first.set(key, one);
  }
  return [...first.values()];
}

/** Goes through the reports as they came: what is owed follows from those before, not from those that came later. */
class Calendar {
  readonly periods: OwedPeriod[] = [];
  readonly #declared: number | null;
  readonly #seen: DatedReport[] = [];
  #learned: number | null = null;
  /** The last day that is reported or owed. */
  #end = "";

  constructor(declaredMonths: number | null) {
    this.#declared = declaredMonths;
  }

  /** Whether it is known how often the group reports. */
  get hasHabit(): boolean {
    return this.#months() !== null;
  }

  came(one: DatedReport): void {
    const { report, on, period } = one;
    const months = this.#months();
    // A whole period before that of the next report, give or take a fortnight, is one that nobody reported.
    if (months !== null) while (this.#end !== "" && daysBetween(this.#next(months).end, period.start) >= -14) this.#owe(months);
    const covered = months ?? monthsOf(period);
    this.#add(period, covered, { period: period.label, state: "on-time", report: report.id, publishedOn: on });
    this.#seen.push(one);
  }

  oweUntil(until: string, endedOn: string | null): void {
    const months = this.#months();
    if (months === null || this.#end === "") return;
    const isOver = (): boolean => endedOn !== null && this.#next(months).end > endedOn;
    const isOpen = (): boolean => this.periods.at(-1)?.report !== null || (this.periods.at(-1)?.dueOn ?? until) <= until;
    while (isOpen() && !isOver()) this.#owe(months);
  }

  /** One report of another length does not undo a habit. */
  #months(): number | null {
    this.#learned = learnedMonths(this.#seen.map(({ period }) => period)) ?? this.#learned;
    return this.#declared ?? this.#learned;
  }

  #next(months: number): { start: string; end: string } {
    const start = plusDays(this.#end, 1);
    return { start, end: plusDays(plusMonths(start, months), -1) };
  }

  #owe(months: number): void {
    const next = this.#next(months);
    this.#add(next, months, { period: labelOf(next), state: "expected", report: null, publishedOn: null });
  }

  #add(
    { start, end }: { readonly start: string; readonly end: string },
    months: number,
    due: Pick<DueReport, "period" | "state" | "report" | "publishedOn">,
  ): void {
    const dueOn = plusDays(end, lagOf(this.#seen));
    const { period, ...rest } = due;
    const overdueOn = plusDays(dueOn, (graceDays[months] ?? months * 6) + 1);
    this.periods.push({ period, start, end, dueOn, ...rest, overdueOn, basis: this.#seen.at(-1)?.report.evidence[0] ?? null });
    if (end > this.#end) this.#end = end;
  }
}

function stateOf({ report, publishedOn, overdueOn }: OwedPeriod, next: OwedPeriod | null, until: string): DueReport["state"] {
  if (report !== null) return publishedOn !== null && publishedOn >= overdueOn ? "late" : "on-time";
  if (until < overdueOn) return "expected";
  return next !== null && (next.report !== null || until >= next.overdueOn) ? "missing" : "overdue";
}

/** The length of the last period, where one of the two before it is as long and ended not long before: two reports years apart are no habit. */
function learnedMonths(periods: readonly Period[]): number | null {
  const last = periods.at(-1);
  const months = last === undefined ? 0 : monthsOf(last);
  if (last === undefined || !(months in graceDays)) return null;
  const isHabit = periods.slice(-3, -1).some((one) => monthsOf(one) === months && plusMonths(one.end, 2 * months) >= last.start);
  return isHabit ? months : null;
}

/** Whole months of a period; four and five count as half a year that began late or ended early. */
function monthsOf({ start, end }: Period): number {
  const [from = 0, to = 0] = [start, end].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  const months = to - from + 1;
  return months === 4 || months === 5 ? 6 : months;
}

/** How long after its period a report of the group usually comes. */
function lagOf(dated: readonly DatedReport[]): number {
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
