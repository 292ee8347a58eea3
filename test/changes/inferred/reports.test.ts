import { describe, expect, test } from "vitest";
import { plusDays } from "../../../src/records/days.ts";
import type { ChangeRecord, ReportRecord } from "../../../src/records/index.ts";
import { every, infer, meeting, report, statement, told } from "./support.ts";

const q = (year: number, quarter: number, publishedOn: string | null, over: Partial<ReportRecord> = {}): ReportRecord => {
  const first = quarter * 3 - 2;
  const start = `${year}-${String(first).padStart(2, "0")}-01`;
  const end = new Date(Date.UTC(year, first + 2, 0)).toISOString().slice(0, 10);
  return report(`${year}-Q${quarter}`, start, end, publishedOn, over);
};

const year = [q(2021, 1, "2021-04-10"), q(2021, 2, "2021-07-08"), q(2021, 3, "2021-10-30"), q(2021, 4, "2022-01-12")];
const states = (asOf: string, reports: readonly ReportRecord[] = year) =>
  (infer({ reports, asOf }).calendar?.periods ?? []).map(({ period, dueOn, state }) => `${period} ${dueOn} ${state}`);

describe("reports that are due", () => {
  test("follow the length and the habit of those that came", () => {
    expect(states("2022-02-01")).toEqual([
      "2021-Q1 2021-04-15 on-time",
      "2021-Q2 2021-07-15 on-time",
      "2021-Q3 2021-10-15 on-time",
      "2021-Q4 2022-01-10 on-time",
      "2022-Q1 2022-04-12 expected",
    ]);
    expect(infer({ reports: year, asOf: "2022-02-01" }).calendar?.nextDue).toBe("2022-04-12");
  });

  test("of one period are one, which came with the first of them", () => {
    const others = [
      q(2021, 3, "2021-12-24", { id: "reports/lantern-guild/2021-Q3-b" }),
      q(2021, 3, null, { id: "reports/lantern-guild/2021-Q3-c" }),
    ];
    const asOf = "2022-02-01";
    expect(states(asOf, [...others, ...year])).toEqual(states(asOf));
    const { log } = infer({ reports: [...year, ...others], asOf });
    expect(infer({ reports: [...year, ...others], asOf, reported: log }).log).toEqual(log);
  });

  test("are overdue after a month, and missing when the next one is overdue too", () => {
    expect(states("2022-05-12").slice(4)).toEqual(["2022-Q1 2022-04-12 expected", "2022-Q2 2022-07-12 expected"]);
    expect(states("2022-05-13").slice(4)).toEqual(["2022-Q1 2022-04-12 overdue", "2022-Q2 2022-07-12 expected"]);
    expect(states("2022-08-13").slice(4, 6)).toEqual(["2022-Q1 2022-04-12 missing", "2022-Q2 2022-07-12 overdue"]);
    expect(states("2021-11-13", [...year.slice(0, 2), q(2021, 3, "2021-11-13")])).toContain("2021-Q3 2021-10-15 on-time");
    expect(states("2021-12-01", [...year.slice(0, 2), q(2021, 3, "2021-12-01")])).toContain("2021-Q3 2021-10-15 late");
  });

  test("are told of once, until reports come again", () => {
    const log = infer({ reports: year, asOf: "2022-06-01" }).log;
    expect(log).toMatchObject([
      {
        type: "report.overdue",
        at: "2022-05-13",
        basis: "silence",
        from: ["2022-Q1"],
        summary: "Lantern Guild: no report for 2022-Q1 has come; it was due on 2022-04-12.",
        evidence: [{ pageId: "2021-Q4", basis: "silence" }],
      },
    ]);
    expect(infer({ reports: year, asOf: "2023-06-01", reported: log }).log).toEqual(log);
    const again = [...year, q(2022, 4, "2023-01-10")];
    expect(told(infer({ reports: again, asOf: "2023-06-01", reported: log }).log)).toEqual([
      "report.overdue 2022-05-13 silence",
      "report.overdue 2023-05-11 silence",
    ]);
  });

  test("are told of when they have been overdue for a week, for a page may be read late", () => {
    const on = (asOf: string, reports = year) => told(infer({ reports, asOf }).log);
    expect([on("2022-05-19"), on("2022-05-20")]).toEqual([[], ["report.overdue 2022-05-13 silence"]]);
    // Nobody looked since.
    expect(infer({ reports: year, asOf: "2022-08-01", knownUntil: "2022-05-19" }).log).toEqual([]);
    expect(infer({ reports: year, asOf: "2022-08-01", knownUntil: null })).toMatchObject({ log: [], calendar: null });
  });

  test("that came late were missing until then: a run every night and one at the end tell the same", () => {
    const days = ["2022-04-20", "2022-05-14", "2022-05-20", "2022-05-21", "2022-07-01"];
    const outcomes = days.map((came) => {
      const reports = [...year, q(2022, 1, came)];
      let nightly: readonly ChangeRecord[] = [];
      for (let day = "2022-04-01"; day <= "2022-07-20"; day = plusDays(day, 1))
        nightly = infer({ reports: reports.filter(({ publishedOn }) => (publishedOn ?? "") <= day), asOf: day, reported: nightly }).log;
      const once = infer({ reports, asOf: "2022-07-20" }).log;
      expect(told(once)).toEqual(told(nightly));
      expect(infer({ reports, asOf: "2022-07-20", reported: nightly }).log).toEqual(nightly);
      return once.map(({ summary }) => summary);
    });
    expect(outcomes).toEqual([
      [],
      [],
      [],
      ["Lantern Guild: the report for 2022-Q1 was due on 2022-04-12 and came on 2022-05-21."],
      ["Lantern Guild: the report for 2022-Q1 was due on 2022-04-12 and came on 2022-07-01."],
    ]);
  });

  test("keep their day although the habit changes; one that had come in time is a correction", () => {
    const reported = infer({ reports: year, asOf: "2022-06-01" }).log;
    const slower = [...year, q(2022, 2, "2022-08-20"), q(2022, 3, "2022-11-15")];
    expect(told(infer({ reports: slower, asOf: "2022-12-01", reported }).log)).toEqual(["report.overdue 2022-05-13 silence"]);
    const found = infer({ reports: [...year, q(2022, 1, "2022-04-09")], asOf: "2022-06-02", reported }).log;
    expect(found).toMatchObject([{ correctedBy: found[1]?.id }, { type: "report.published", corrects: reported[0]?.id, at: "2022-04-09" }]);
  });

  test("are expected of nobody who never showed a habit, or has ended", () => {
    expect(infer({ reports: year.slice(0, 1), asOf: "2023-01-01" }).calendar?.periods).toEqual([]);
    expect(infer({ reports: year.slice(0, 1), declared: { reportsEveryMonths: 3 }, asOf: "2021-09-01" }).log).toMatchObject([
      { from: ["2021-Q2"] },
    ]);
    const ended = infer({ reports: year, stated: [statement("group.disbanded", "2022-02-01")], asOf: "2023-01-01" });
    expect([ended.calendar?.nextDue, told(ended.log)]).toEqual([null, ["group.disbanded 2022-02-01 stated"]]);
  });

  test("are owed by nobody whose pages mark it as ended, though they do not say when", () => {
    const { calendar, log } = infer({ reports: year, asOf: "2023-01-01", isEnded: true });
    expect([calendar?.nextDue, calendar?.periods.length, log]).toEqual([null, 4, []]);
  });

  test("two reports years apart are no habit", () => {
    expect(infer({ reports: [q(2020, 1, "2020-04-10"), q(2021, 4, "2022-01-10")], asOf: "2022-12-01" }).log).toEqual([]);
  });

  test("that tell of a part of a longer period leave no gap in it, and do not undo the habit", () => {
    const halves = [
      report("2021-H2", "2021-07-01", "2021-12-31", "2022-01-10"),
      report("2022-H1", "2022-01-01", "2022-06-30", "2022-07-10"),
    ];
    const { calendar } = infer({ reports: [...halves, q(2022, 4, "2023-01-10")], asOf: "2023-02-01" });
    expect(calendar?.periods.map(({ period, state }) => `${period} ${state}`)).toEqual([
      "2021-H2 on-time",
      "2022-H1 on-time",
      "2022-Q4 on-time",
      "2023-H1 expected",
    ]);
  });

  test("that were missed are taken back by a report that covers them", () => {
    const reported = infer({ reports: year, asOf: "2022-06-01" }).log;
    const half = report("2022-H1", "2022-01-01", "2022-06-30", "2022-07-05");
    const { log, calendar } = infer({ reports: [...year, half], asOf: "2022-07-10", reported });
    expect(log).toMatchObject([{ correctedBy: log[1]?.id }, { type: "report.published", to: ["2022-H1"], corrects: reported[0]?.id }]);
    expect(calendar?.nextDue).not.toBeNull();
    expect(infer({ reports: [...year, half], asOf: "2022-07-11", reported: log }).log).toEqual(log);
    // Some forms of pages do not tell when they came.
    const undated = [...year, report("2022-H1", "2022-01-01", "2022-06-30", null)];
    const taken = infer({ reports: undated, asOf: "2022-07-10", reported }).log;
    expect(taken).toMatchObject([{ correctedBy: taken[1]?.id }, { at: null, to: ["2022-H1"], corrects: reported[0]?.id }]);
    expect(infer({ reports: undated, asOf: "2022-07-11", reported: taken }).log).toEqual(taken);
  });

  test("one that is longer covers what it covers", () => {
    const both = report("2022-Q1--2022-Q2", "2022-01-01", "2022-06-30", "2022-07-05");
    expect(states("2022-09-01", [...year.slice(0, 3), q(2021, 4, "2022-01-12"), both, q(2022, 3, "2022-10-02")])).not.toContain(
      expect.stringContaining("missing"),
    );
  });
});

describe("attendance", () => {
  const people = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `Person ${index}` }));
  const counted = (counts: readonly number[]) =>
    every(14, counts.length, "2021-01-06").map((one, index) => meeting(one.date ?? "", { attendees: people(counts[index] ?? 0) }));
  const shifts = (counts: readonly number[]) =>
    infer({ meetings: counted(counts), asOf: "2022-12-01" }).log.filter(({ type }) => type === "attendance.changed");

  test("falls when six meetings in a row stand out from the spread of those before", () => {
    const [change, ...rest] = shifts([14, 15, 13, 16, 14, 15, 14, 13, 7, 8, 6, 7, 8, 7]);
    expect(rest).toEqual([]);
    expect(change).toMatchObject({
      at: "2021-04-28",
      basis: "observed",
      from: [14],
      to: [7],
      summary: "Lantern Guild: attendance fell from 14 to 7 (the median of 6 meetings is 7, that of the 8 before was 14).",
    });
  });

  test("is no news of one meeting, of a wide spread, or of two people", () => {
    expect(shifts([14, 15, 13, 16, 14, 15, 14, 13, 14, 15, 3, 14, 13, 15])).toEqual([]);
    expect(shifts([4, 25, 8, 30, 12, 22, 6, 18, 9, 5, 14, 7, 10, 6])).toEqual([]);
    expect(shifts([5, 5, 5, 5, 5, 5, 5, 5, 3, 3, 3, 3, 3, 3])).toEqual([]);
    // Two large meetings among small ones are no fall, although each differs.
    expect(shifts([13, 14, 13, 14, 13, 14, 13, 14, 12, 12, 13, 13, 24, 25])).toEqual([]);
  });

  test("of reports is compared where pages of meetings do not tell it", () => {
    const averages = (list: readonly number[]) =>
      list.map((averageAttendance, index) => q(2020 + Math.floor(index / 4), (index % 4) + 1, null, { averageAttendance }));
    const log = (list: readonly number[]) => infer({ reports: averages(list), asOf: "2021-07-20" }).log;
    expect(log([12, 14, 13, 12, 6, 5])).toMatchObject([{ type: "attendance.changed", from: [12.5], to: [5.5] }]);
    expect(log([12, 14, 13, 12, 6, 13])).toEqual([]);
  });

  test("falls twice in a season: two changes, each with its day", () => {
    const weekly = [20, 13, 8].flatMap((level) => Array.from({ length: 8 }, () => level));
    const meetings = every(7, weekly.length, "2021-01-06").map((one, index) =>
      meeting(one.date ?? "", { attendees: people(weekly[index] ?? 0) }),
    );
    const reported = infer({ meetings: meetings.slice(0, 16), asOf: "2021-05-01" }).log;
    const { log } = infer({ meetings, asOf: "2021-08-01", reported });
    const told = log.filter(({ type }) => type === "attendance.changed").map(({ at, from, to }) => [at, ...from, ...to]);
    expect(told).toEqual([
      ["2021-03-03", 20, 13],
      ["2021-04-28", 13, 8],
    ]);
  });

  test("is told of once, also where a meeting of before is found later", () => {
    const counts = [14, 15, 13, 16, 14, 15, 14, 13, 7, 8, 6, 7, 8, 7];
    const reported = shifts(counts);
    const more = [meeting("2020-12-30", { attendees: people(15) }), ...counted(counts), meeting("2021-05-05", { attendees: people(8) })];
    const { log } = infer({ meetings: more, asOf: "2021-08-01", reported });
    expect(log.filter(({ type }) => type === "attendance.changed").map(({ id }) => id)).toEqual(reported.map(({ id }) => id));
  });
});
