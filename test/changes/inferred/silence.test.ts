import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeCandidates } from "../../../src/changes/index.ts";
import type { ChangeEvent } from "../../../src/changes/types.ts";
import { plusDays } from "../../../src/records/days.ts";
import type { ChangeRecord, GroupRecord, MeetingRecord, RecordingRecord } from "../../../src/records/index.ts";
import { every, infer, meeting, report, statement, told } from "./support.ts";

const biweekly = every(14, 10, "2021-01-06"); // to 2021-05-12

describe("activity", () => {
  const on = (asOf: string) => infer({ meetings: biweekly, asOf }).activity;

  test("goes from active to dormant by thresholds that stand in the record", () => {
    expect(on("2021-05-20")).toEqual({
      value: "active",
      since: null,
      asOf: "2021-05-20",
      lastOn: "2021-05-12",
      expectedEveryDays: 14,
      learnedFrom: "the last 9 gaps between meetings: median 14 days",
      quietAfterDays: 28,
      inactiveAfterDays: 60,
      dormantAfterDays: 365,
    });
    expect([on("2021-06-09").value, on("2021-06-10").value, on("2021-06-10").since]).toEqual(["active", "quiet", "2021-06-10"]);
    expect([on("2021-07-11").value, on("2021-07-12").value, on("2021-07-12").since]).toEqual(["quiet", "inactive", "2021-07-12"]);
    expect([on("2022-05-12").value, on("2022-05-13").value]).toEqual(["inactive", "dormant"]);
  });

  test("is found anew only when something else than the day is new", () => {
    const before = on("2021-05-20");
    expect(infer({ meetings: biweekly, asOf: "2021-05-30", before }).activity).toEqual(before);
    expect(infer({ meetings: biweekly, asOf: "2021-06-20", before }).activity).toMatchObject({ value: "quiet", asOf: "2021-06-20" });
  });

  test("is unknown without a day, and stays as it was where a source was not read completely", () => {
    expect(infer({ asOf: "2021-05-20" }).activity.value).toBe("unknown");
    expect(infer({ meetings: biweekly, asOf: "2023-01-01", knownUntil: null }).activity).toMatchObject({
      value: "unknown",
      lastOn: "2021-05-12",
    });
    const before = on("2021-05-20");
    const failed = infer({ meetings: biweekly, asOf: "2023-01-01", knownUntil: null, before });
    expect([failed.activity, failed.log]).toEqual([before, []]);
  });

  test("ends with what its sources know: an old export is no silence", () => {
    const { activity, log } = infer({ meetings: biweekly, asOf: "2026-01-01", knownUntil: "2021-05-20" });
    expect([activity.value, activity.asOf, log]).toEqual(["active", "2021-05-20", []]);
  });

  test("a holiday and a missed meeting move the rhythm little; a group that often pauses is given the time", () => {
    const holiday = [...every(14, 6, "2020-10-01"), ...every(14, 6, "2021-01-14")];
    expect(infer({ meetings: holiday, asOf: "2021-04-01" }).activity).toMatchObject({ expectedEveryDays: 14, inactiveAfterDays: 60 });
    const pausing = ["2020-01-01", "2020-01-15", "2020-03-15", "2020-03-29", "2020-06-01", "2020-06-15"].map((day) => meeting(day));
    expect(infer({ meetings: pausing, asOf: "2020-07-01" }).activity).toMatchObject({ expectedEveryDays: 14, inactiveAfterDays: 120 });
  });

  test("what the configuration declares comes first, then a report of the last year", () => {
    const quarterly = report("2021-Q1", "2021-01-01", "2021-03-31", "2021-04-02", { meetingCadence: "monthly" });
    const told = infer({ meetings: biweekly, reports: [quarterly], asOf: "2021-05-20" }).activity;
    expect(told).toMatchObject({ expectedEveryDays: 30, learnedFrom: "a report of 2021-03-31: monthly" });
    const declared = { meetsEveryDays: 42, meets: "every 6 weeks" };
    expect(infer({ meetings: biweekly, reports: [quarterly], declared, asOf: "2021-05-20" }).activity).toMatchObject({
      expectedEveryDays: 42,
      learnedFrom: "declared: every 6 weeks",
    });
    const old = report("2019-Q1", "2019-01-01", "2019-03-31", "2019-04-02", { meetingCadence: "monthly" });
    expect(infer({ meetings: biweekly, reports: [old], asOf: "2021-05-20" }).activity.expectedEveryDays).toBe(14);
  });

  test("recordings show that a group meets, plans and uploads do not", () => {
    const recording = (date: string, dateBasis: string): RecordingRecord =>
      ({
        id: `recordings/youtube/${date}`,
        group: "groups/lantern-guild",
        date,
        dateBasis,
        meetings: [],
        evidence: [],
      }) as unknown as RecordingRecord;
    const last = (recordings: RecordingRecord[], meetings: MeetingRecord[] = biweekly) =>
      infer({ meetings, recordings, asOf: "2021-08-01" }).activity.lastOn;
    expect(last([recording("2021-07-01", "title")])).toBe("2021-07-01");
    expect(last([recording("2021-07-01", "published")])).toBe("2021-05-12");
    expect(last([], [...biweekly, meeting("2021-07-01", { status: "planned" })])).toBe("2021-05-12");
    expect(last([], [...biweekly, meeting("2021-07-01", { status: "canceled" })])).toBe("2021-05-12");
  });
});

describe("silence", () => {
  test("is told of when it was too long a week ago, or in the run before", () => {
    expect(told(infer({ meetings: biweekly, asOf: "2021-07-14" }).log)).toEqual([]);
    expect(told(infer({ meetings: biweekly, asOf: "2021-07-20" }).log)).toEqual(["group.inactive 2021-05-12 silence"]);
    const first = infer({ meetings: biweekly, asOf: "2021-07-13" });
    expect(infer({ meetings: biweekly, asOf: "2021-07-13", before: first.activity }).log).toEqual([]);
    const before = infer({ meetings: biweekly, asOf: "2021-07-13" }).activity;
    const [change] = infer({ meetings: biweekly, asOf: "2021-07-14", before }).log;
    expect(change).toMatchObject({
      type: "group.inactive",
      at: "2021-05-12",
      basis: "silence",
      confidence: "high",
      summary: "Lantern Guild stopped meeting after 2021-05-12, although it usually met every 14 days: more than 60 days without a sign.",
      evidence: [{ pageId: "20210512", basis: "silence", quote: "2021-05-12 Lantern Guild call" }],
    });
  });

  test("of a group that met every day is told in words", () => {
    const [change] = infer({ meetings: every(1, 12, "2021-01-06"), asOf: "2021-05-01" }).log;
    expect(change?.summary).toContain("although it usually met every day: more than 60 days without a sign");
  });

  test("ends when the group meets again", () => {
    const again = [...biweekly, ...every(14, 4, "2021-11-03")];
    expect(told(infer({ meetings: again, asOf: "2022-01-01" }).log)).toEqual([
      "group.inactive 2021-05-12 silence",
      "group.reactivated 2021-11-03 silence",
    ]);
  });

  test("is told of once, however often it is looked at, and is closed although the gap was hardly too long", () => {
    const first = infer({ meetings: biweekly, asOf: "2021-07-20" }).log;
    expect(infer({ meetings: biweekly, asOf: "2021-12-01", reported: first }).log).toEqual(first);
    const before = infer({ meetings: biweekly, asOf: "2021-07-12" }).activity;
    const early = infer({ meetings: biweekly, asOf: "2021-07-13", before }).log;
    const { log } = infer({ meetings: [...biweekly, meeting("2021-07-14")], asOf: "2021-07-15", reported: early });
    expect(told(log)).toEqual(["group.inactive 2021-05-12 silence", "group.reactivated 2021-07-14 silence"]);
  });

  test("a canceled meeting keeps a group alive that meets, and wakes up none that stopped", () => {
    const canceled = (day: string) => meeting(day, { status: "canceled" });
    expect(told(infer({ meetings: [...biweekly, canceled("2021-06-09")], asOf: "2021-08-01" }).log)).toEqual([]);
    expect(told(infer({ meetings: [...biweekly, canceled("2021-10-06")], asOf: "2021-12-01" }).log)).toEqual([
      "group.inactive 2021-05-12 silence",
    ]);
  });

  test("is dated by the last meeting that was held, not by one that was canceled", () => {
    const { log } = infer({ meetings: [...biweekly, meeting("2021-05-26", { status: "canceled" })], asOf: "2021-10-01" });
    expect(told(log)).toEqual(["group.inactive 2021-05-12 silence"]);
  });

  test("is no part of the rhythm, unless another one follows", () => {
    const again = [...biweekly, ...every(14, 4, "2021-11-03")]; // to 2021-12-15
    expect(infer({ meetings: again, asOf: "2021-12-20" }).activity).toMatchObject({ expectedEveryDays: 14, inactiveAfterDays: 60 });
    const seldom = [...biweekly, ...every(90, 5, "2021-08-11")];
    expect(infer({ meetings: seldom, asOf: "2022-08-20" }).activity.inactiveAfterDays).toBe(180);
  });

  test("one meeting shows no habit; two show little, and are given half a year", () => {
    expect(infer({ meetings: [meeting("2021-01-06")], asOf: "2023-01-01" }).log).toEqual([]);
    const two = [meeting("2021-01-06"), meeting("2021-01-20")];
    expect(infer({ meetings: two, asOf: "2021-07-01" }).log).toEqual([]);
    expect(infer({ meetings: two, asOf: "2021-08-15" }).log).toMatchObject([
      { type: "group.inactive", at: "2021-01-20", confidence: "low" },
    ]);
  });

  test("a pause of every summer is none, nor is one that the configuration declares", () => {
    const year = (start: string) => every(14, 18, start); // to the middle of the year and on
    const seasonal = [...year("2018-09-05"), ...year("2019-09-04"), ...year("2020-09-02")]; // each to the end of April
    expect(told(infer({ meetings: seasonal, asOf: "2021-08-20" }).log).filter((line) => line.includes("2021"))).toEqual([]);
    const afterAll = told(infer({ meetings: seasonal, asOf: "2021-12-01" }).log);
    expect(afterAll.filter((line) => line.includes("2021"))).toEqual(["group.inactive 2021-04-28 silence"]);
    const once = year("2020-09-02");
    expect(infer({ meetings: once, asOf: "2021-08-20" }).log).toHaveLength(1);
    expect(infer({ meetings: once, asOf: "2021-08-20", declared: { pauses: [{ from: "05-01", to: "08-31" }] } }).log).toEqual([]);
  });
});

const frozenOf = (change: ChangeRecord | undefined) => ({
  id: change?.id,
  type: change?.type,
  at: change?.at,
  detectedOn: change?.detectedOn,
});

describe("what pages say of an end", () => {
  test("and a silence are one change, with both as its witnesses; the last meeting tells since when", () => {
    const { log } = infer({ meetings: biweekly, stated: [statement("group.inactive", "2021-12-31")], asOf: "2022-01-15" });
    expect(log).toMatchObject([{ type: "group.inactive", at: "2021-05-12", basis: "stated" }]);
    expect(log[0]?.evidence.map(({ basis, pageId }) => [basis, pageId])).toEqual([
      ["stated", "900"],
      ["silence", "20210512"],
    ]);
  });

  test("that is decided beats a silence; a printed day stays", () => {
    const disbanded = statement("group.disbanded", "2021-06-01", { isDated: true });
    expect(told(infer({ meetings: biweekly, stated: [disbanded], asOf: "2022-01-15" }).log)).toEqual(["group.disbanded 2021-06-01 stated"]);
    const printed = statement("group.inactive", "2021-06", { isDated: true });
    expect(told(infer({ meetings: biweekly, stated: [printed], asOf: "2022-01-15" }).log)).toEqual(["group.inactive 2021-06 stated"]);
  });

  test("after its silence was reported is evidence of that change", () => {
    const first = infer({ meetings: biweekly, asOf: "2021-09-01" }).log;
    const { log } = infer({ meetings: biweekly, stated: [statement("group.inactive", "2021-12-31")], asOf: "2022-01-15", reported: first });
    expect(log).toHaveLength(1);
    expect(log[0]).toMatchObject({ id: first[0]?.id, at: "2021-05-12", detectedOn: "2021-09-01", basis: "stated" });
    expect(log[0]?.evidence).toHaveLength(2);
  });

  test("with a day of its own corrects the silence that was reported; so does a decision to end", () => {
    const first = infer({ meetings: biweekly, asOf: "2021-09-01" }).log;
    for (const said of [
      statement("group.inactive", "2021-07", { toldOn: "2021-12-31", isDated: true }),
      statement("group.disbanded", "2021-12-31"),
    ]) {
      const once = infer({ meetings: biweekly, stated: [said], asOf: "2022-01-15" }).log;
      expect(told(once)).toEqual([`${said.type} ${said.at} stated`]);
      const { log } = infer({ meetings: biweekly, stated: [said], asOf: "2022-01-15", reported: first });
      expect(log).toMatchObject([
        { ...frozenOf(first[0]), correctedBy: log[1]?.id },
        { type: said.type, at: said.at, basis: "stated", corrects: first[0]?.id },
      ]);
      expect(infer({ meetings: biweekly, stated: [said], asOf: "2022-01-16", reported: log }).log).toEqual(log);
    }
  });

  test("of a new beginning is told of the one that the dates showed, until the group stops again", () => {
    const again = [...biweekly, ...every(14, 12, "2021-11-03")]; // to 2022-04-06
    const first = infer({ meetings: again, asOf: "2022-03-01" }).log;
    const both = ["group.inactive 2021-05-12 silence", "group.reactivated 2021-11-03 silence"];
    expect(told(first)).toEqual(both);
    const late = [
      statement("group.reactivated", "2022-40", { toldOn: "2022-07-10", quote: "The guild has rebooted." }),
      statement("group.reactivated", "2022-03-09", { quote: "The guild is active again." }),
    ];
    const once = infer({ meetings: again, stated: late, asOf: "2022-04-10" }).log;
    expect(told(once)).toEqual([both[0], "group.reactivated 2021-11-03 stated"]);
    const { log } = infer({ meetings: again, stated: late, asOf: "2022-04-10", reported: first });
    expect(log).toMatchObject([{ type: "group.inactive" }, { ...frozenOf(first[1]), basis: "stated", correctedBy: null }]);
    expect(log[1]?.evidence.map(({ quote }) => quote)).toContain("The guild has rebooted.");
    const printed = statement("group.reactivated", "2022-01", { toldOn: "2022-03-09", isDated: true });
    const corrected = infer({ meetings: again, stated: [printed], asOf: "2022-04-10", reported: first }).log;
    expect(corrected).toMatchObject([{}, { at: "2021-11-03", correctedBy: corrected[2]?.id }, { at: "2022-01", corrects: first[1]?.id }]);
    const stopped = statement("group.inactive", "2022-01-10");
    expect(told(infer({ meetings: again, stated: [stopped, ...late.slice(1)], asOf: "2022-04-10" }).log)).toContain(
      "group.reactivated 2022-03-09 stated",
    );
  });

  test("is over when the group meets twice again", () => {
    const stated = [statement("group.inactive", "2021-03-01")];
    const later = [...every(14, 4, "2021-01-06"), ...every(14, 3, "2021-03-24")];
    expect(told(infer({ meetings: later, stated, asOf: "2021-04-25" }).log)).toEqual([
      "group.inactive 2021-03-01 stated",
      "group.reactivated 2021-03-24 silence",
    ]);
    expect(told(infer({ meetings: later.slice(0, 5), stated, asOf: "2021-04-25" }).log)).toEqual(["group.inactive 2021-03-01 stated"]);
  });

  test("and of a new beginning: the clock starts there", () => {
    const stated = [statement("group.reactivated", "2021-08-01", { quote: "The guild is active again." })];
    const { log } = infer({ meetings: biweekly, stated, asOf: "2021-09-01" });
    expect(told(log)).toEqual(["group.inactive 2021-05-12 silence", "group.reactivated 2021-08-01 stated"]);
    expect(infer({ meetings: biweekly, stated, asOf: "2021-11-20" }).log).toHaveLength(2);
    expect(told(infer({ meetings: biweekly, stated, asOf: "2022-01-01" }).log)).toContain("group.inactive 2021-08-01 silence");
  });
});

describe("what comes later", () => {
  test("a meeting that lay in a reported silence is a correction that refers to it", () => {
    const reported = infer({ meetings: biweekly, asOf: "2021-09-01" }).log;
    const late = infer({ meetings: [...biweekly, meeting("2021-05-26")], asOf: "2021-09-02", reported }).log;
    expect(late.map(({ type, at, corrects, correctedBy }) => [type, at, corrects, correctedBy])).toEqual([
      ["group.inactive", "2021-05-12", null, late[1]?.id],
      ["group.inactive", "2021-05-26", reported[0]?.id, null],
    ]);
    const filled = every(14, 18, "2021-01-06");
    const taken = infer({ meetings: filled, asOf: "2021-09-02", reported }).log;
    expect(taken.map(({ type, at, corrects }) => [type, at, corrects])).toEqual([
      ["group.inactive", "2021-05-12", null],
      ["group.reactivated", "2021-05-26", reported[0]?.id],
    ]);
    expect(infer({ meetings: filled, asOf: "2021-09-03", reported: taken }).log).toEqual(taken);
  });

  test("a beginning that was none is corrected by the meeting that went before", () => {
    const [before, after] = [biweekly, every(14, 6, "2022-01-05")];
    const reported = infer({ meetings: [...before, ...after], asOf: "2022-04-01" }).log;
    expect(told(reported)).toEqual(["group.inactive 2021-05-12 silence", "group.reactivated 2022-01-05 silence"]);
    const short = (log: readonly ChangeRecord[]) =>
      log.map(({ type, at, corrects, correctedBy }) => [
        type,
        at,
        corrects === null ? null : "corrects",
        correctedBy === null ? null : "corrected",
      ]);
    // The end stays, and was over sooner.
    const partly = [...before, ...every(14, 6, "2021-10-27"), ...after];
    const sooner = infer({ meetings: partly, asOf: "2022-04-02", reported }).log;
    expect(short(sooner)).toEqual([
      ["group.inactive", "2021-05-12", null, null],
      ["group.reactivated", "2022-01-05", null, "corrected"],
      ["group.reactivated", "2021-10-27", "corrects", null],
    ]);
    expect(infer({ meetings: partly, asOf: "2022-04-03", reported: sooner }).log).toEqual(sooner);
    // There was none.
    const all = [...before, ...every(14, 17, "2021-05-26"), ...after];
    const filled = infer({ meetings: all, asOf: "2022-04-02", reported }).log;
    expect(short(filled)).toEqual([
      ["group.inactive", "2021-05-12", null, "corrected"],
      ["group.reactivated", "2022-01-05", null, "corrected"],
      ["group.reactivated", "2021-05-26", "corrects", null],
      ["group.reactivated", "2021-05-26", "corrects", null],
    ]);
    expect(infer({ meetings: all, asOf: "2022-04-03", reported: filled }).log).toEqual(filled);
  });

  test("what is only judged otherwise by now, as by a cadence that is declared, was told of what was known", () => {
    const meetings = [...biweekly, ...every(14, 6, "2021-08-04")];
    const reported = infer({ meetings, asOf: "2021-12-01" }).log;
    expect(reported).toHaveLength(2);
    const declared = { meetsEveryDays: 42, meets: "every 6 weeks" };
    expect(infer({ meetings, declared, asOf: "2021-12-02", reported }).log).toEqual(reported);
  });

  const days = fc.uniqueArray(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 40 }).map((list) => list.sort((a, b) => a - b));
  const meetingsOn = (list: readonly number[]) => list.map((day) => meeting(plusDays("2020-01-01", day)));

  test("the order of the input, and a second run, do not matter; one run finds what many found", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1200 }), (list, at) => {
        const asOf = plusDays("2020-01-01", at);
        const meetings = meetingsOn(list);
        const { log } = infer({ meetings, asOf });
        expect(infer({ meetings: [...meetings].reverse(), asOf }).log).toEqual(log);
        expect(infer({ meetings: [...meetings, ...meetings], asOf }).log).toEqual(log);
        expect(infer({ meetings, asOf, reported: log }).log).toEqual(log);
      }),
    );
  });

  test("a run every night finds what one run at the end does", () => {
    const nights = (meetings: readonly MeetingRecord[], until: string) => {
      let [log, before]: [readonly ChangeRecord[], GroupRecord["activity"] | undefined] = [[], undefined];
      for (let day = "2020-01-02"; day <= until; day = plusDays(day, 1)) {
        const known = meetings.filter(({ date }) => (date ?? "") <= day);
        const run = infer({ meetings: known, asOf: day, reported: log, ...(before ? { before } : {}) });
        expect(infer({ meetings: known, asOf: day, reported: run.log, before: run.activity })).toEqual(run);
        [log, before] = [run.log, run.activity];
      }
      return told(log);
    };
    const gaps = fc.array(
      fc.oneof({ weight: 6, arbitrary: fc.constantFrom(7, 14) }, { weight: 1, arbitrary: fc.integer({ min: 15, max: 120 }) }),
      {
        minLength: 5,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(gaps, (list) => {
        let at = 0;
        const meetings = meetingsOn(list.map((gap) => (at += gap)));
        const last = plusDays("2020-01-01", at);
        // One look at the end is as sure as many a week after the threshold.
        const until = plusDays(last, (infer({ meetings, asOf: last }).activity.inactiveAfterDays ?? 0) + 10);
        expect(nights(meetings, until)).toEqual(told(infer({ meetings, asOf: until }).log));
      }),
      { numRuns: 15 },
    );
  });

  const said = fc
    .record({
      type: fc.constantFrom("group.inactive" as const, "group.reactivated" as const, "group.disbanded" as const),
      on: fc.integer({ min: 0, max: 950 }),
      late: fc.integer({ min: 0, max: 60 }),
      printed: fc.constantFrom("day", "month", null),
    })
    .map(({ type, on, late, printed }) => {
      const day = plusDays("2020-01-01", on);
      const [toldOn, quote] = [
        printed === null ? day : plusDays(day, late),
        `${type} ${on} of the guild.`.replace(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? ""),
      ];
      return statement(type, printed === "month" ? day.slice(0, 7) : day, { toldOn, isDated: printed !== null, quote });
    });

  const merged = (pages: readonly ChangeEvent[]) => mergeCandidates(pages.flatMap(({ witnesses }) => witnesses));

  test("pages and meetings that come later, in any order, correct what they contradict once, and no more on the next day", () => {
    fc.assert(
      fc.property(
        days,
        days,
        fc.array(said, { maxLength: 4 }),
        fc.nat(4),
        fc.integer({ min: 300, max: 1000 }),
        (list, more, pages, read, at) => {
          const asOf = plusDays("2020-01-01", at);
          const known = pages.slice(0, read).filter(({ witnesses }) => (witnesses[0]?.toldOn ?? "") <= asOf);
          const first = infer({ meetings: meetingsOn(list), stated: merged(known), asOf });
          const meetings = meetingsOn([...new Set([...list, ...more])]);
          const next = { meetings, stated: merged(pages), asOf: plusDays(asOf, 30), before: first.activity };
          const { log } = infer({ ...next, reported: first.log });
          const sorted = (one: readonly ChangeRecord[]) => [...one].sort((a, b) => (a.id < b.id ? -1 : 1));
          expect(infer({ ...next, reported: log }).log).toEqual(log);
          const turned = infer({
            ...next,
            meetings: [...meetings].reverse(),
            stated: merged([...pages].reverse()).reverse(),
            reported: [...first.log].reverse(),
          });
          expect(sorted(turned.log)).toEqual(sorted(log));
          const byId = new Map(log.map((change) => [change.id, change]));
          for (const change of first.log) expect(byId.get(change.id)).toMatchObject(frozenOf(change));
          for (const { id, correctedBy } of log) if (correctedBy !== null) expect(byId.get(correctedBy)?.corrects).toBe(id);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("never alters what was reported", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1200 }), days, (list, at, more) => {
        const asOf = plusDays("2020-01-01", at);
        const reported = infer({ meetings: meetingsOn(list), asOf }).log;
        const { log } = infer({ meetings: meetingsOn([...new Set([...list, ...more])]), asOf: plusDays(asOf, 30), reported });
        const frozen = ({ id, type, group, subjects, at: on, from, to, detectedOn }: (typeof log)[number]) =>
          JSON.stringify([id, type, group, subjects, on, from, to, detectedOn]);
        const now = new Set(log.map(frozen));
        for (const change of reported) expect(now).toContain(frozen(change));
      }),
    );
  });
});
