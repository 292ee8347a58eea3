import { laterDay, plusDays } from "../../records/days.ts";
import { intervalOf } from "../../records/edtf.ts";
import type { ChangeRecord } from "../../records/index.ts";
import type { ChangeEvent } from "../types.ts";
import { inferredEvent } from "./events.ts";
import type { OwedPeriod, ReportCalendar } from "./report-calendar.ts";
import { certainAfterDays } from "./silences.ts";
import type { Named } from "./types.ts";

/**
 * The first report of a row of missing ones: who stopped reporting is told of once, when the report has been overdue for a week, as runs of every night
 * would have told it although the report came later still. A report that came after all, and in time, corrects what was reported.
 */
export function overdueEvents(group: Named, calendar: ReportCalendar, until: string, reported: readonly ChangeRecord[]): ChangeEvent[] {
  const told = reported.filter(({ type, correctedBy }) => type === "report.overdue" && correctedBy === null);
  return [...missingReports(group, calendar, until, told), ...coveredReports(group, calendar, told)];
}

function missingReports(
  group: Named,
  { periods, isDeclared }: ReportCalendar,
  until: string,
  told: readonly ChangeRecord[],
): ChangeEvent[] {
  return periods.flatMap((due, index) => {
    const before = periods[index - 1];
    const wasTold = told.find(({ from }) => from[0] === due.period);
    if (before === undefined || before.report === null || !(wasTold !== undefined || wasNoted(due, before, until))) return [];
    if (due.state === "expected" || due.state === "on-time") return [];
    const summary =
      due.report === null
        ? `${group.name}: no report for ${due.period} has come; it was due on ${due.dueOn}.`
        : `${group.name}: the report for ${due.period} was due on ${due.dueOn} and came on ${due.publishedOn}.`;
    return [
      inferredEvent("report.overdue", group, wasTold?.at ?? due.overdueOn, {
        basis: "silence",
        confidence: isDeclared ? "high" : "medium",
        summary,
        from: [due.period],
        to: [],
        subjects: [],
        evidence: due.basis ? [{ ...due.basis, basis: "silence" }] : [],
      }),
    ];
  });
}

/** Whether there was a day on which the report was overdue for a week, and the one before it had come. */
function wasNoted({ overdueOn, report, publishedOn }: OwedPeriod, before: OwedPeriod, until: string): boolean {
  const notedOn = laterDay(plusDays(overdueOn, certainAfterDays), before.publishedOn ?? "");
  return report === null ? notedOn <= until : publishedOn !== null && notedOn < publishedOn;
}

/** A report by now, which had come in time or tells of a longer period, takes back that it was missing. One that came late does not, or nobody knows when. */
function coveredReports(group: Named, { periods }: ReportCalendar, told: readonly ChangeRecord[]): ChangeEvent[] {
  return told.flatMap((change) => {
    const label = change.from[0];
    const owed = typeof label === "string" ? rangeOf(label) : null;
    const due = periods.find(({ period, report, start, end, state }) => {
      if (report === null || owed === null || state !== "on-time") return false;
      return period === label || (start <= owed.start && end >= owed.end);
    });
    if (due === undefined || due.report === null || (due.publishedOn === null && due.period === label)) return [];
    const on = due.publishedOn === null ? "" : `, of ${due.publishedOn},`;
    const summary = `${group.name}: the report for ${due.period}${on} covers ${label}.`;
    return [
      inferredEvent("report.published", group, due.publishedOn, {
        basis: "observed",
        confidence: "high",
        summary,
        from: [],
        to: [due.period],
        subjects: [due.report],
        evidence: [],
        corrects: change.id,
      }),
    ];
  });
}

/** The days of a label such as `2022-Q1`, `2022-H2`, `2022-04`, `2022-02--2022-06`. */
function rangeOf(label: string): { start: string; end: string } | null {
  const codes: Readonly<Record<string, string>> = { Q1: "33", Q2: "34", Q3: "35", Q4: "36", H1: "40", H2: "41" };
  const [first = "", last = first] = label.split("--").map((part) => part.replace(/[QH]\d$/, (code) => codes[code] ?? code));
  const [from, to] = [intervalOf(first), intervalOf(last)];
  return from === null || to === null ? null : { start: from.start, end: to.end };
}
