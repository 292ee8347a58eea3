import type { ChangeRecord } from "../../records/index.ts";
import type { ChangeEvent } from "../types.ts";
import { inferredEvent } from "./events.ts";
import type { ReportCalendar } from "./report-calendar.ts";
import type { Named } from "./types.ts";

/**
 * The first report of a row of missing ones: who stopped reporting is told of once. A report that came after all, and in time, corrects what was
 * reported.
 */
export function overdueEvents(group: Named, calendar: ReportCalendar, reported: readonly ChangeRecord[]): ChangeEvent[] {
  const told = reported.filter(({ type, correctedBy }) => type === "report.overdue" && correctedBy === null);
  return calendar.periods.flatMap((due, index) => {
    const isMissing = due.state === "overdue" || due.state === "missing";
    const before = calendar.periods[index - 1];
    const wasTold = told.find(({ from }) => from[0] === due.period);
    if (isMissing && before !== undefined && before.report !== null) {
      const summary = `${group.name}: no report for ${due.period} has come; it was due on ${due.dueOn}.`;
      return [
        inferredEvent("report.overdue", group, wasTold?.at ?? due.overdueOn, {
          basis: "silence",
          confidence: calendar.isDeclared ? "high" : "medium",
          summary,
          from: [due.period],
          to: [],
          subjects: [],
          evidence: due.basis ? [{ ...due.basis, basis: "silence" }] : [],
        }),
      ];
    }
    if (wasTold === undefined || due.state !== "on-time" || due.report === null || due.publishedOn === null) return [];
    const summary = `${group.name}: the report for ${due.period} had come in time, on ${due.publishedOn}.`;
    return [
      inferredEvent("report.published", group, due.publishedOn, {
        basis: "observed",
        confidence: "high",
        summary,
        from: [],
        to: [due.period],
        subjects: [due.report],
        evidence: [],
        corrects: wasTold.id,
      }),
    ];
  });
}
