import { laterDay, plusDays } from "../../records/days.ts";
import type { MeetingRecord, RecordingRecord, ReportRecord } from "../../records/index.ts";
import { byCodeUnits } from "../../records/order.ts";
import type { ChangeEvent } from "../types.ts";
import { toldOn } from "./join.ts";
import type { CameReport } from "./report-calendar.ts";
import { type Sign, signsByGroup } from "./signs.ts";
import { gapsOf, type Silence } from "./silences.ts";
import type { Inferable, InferenceContext, Named, ToldCadence } from "./types.ts";

/** What the dates of one group are. */
export interface FactsOfGroup {
  readonly signs: readonly Sign[];
  /** The last day on which it is known to have met. */
  readonly lastOn: string | null;
  /** Until when its sources are known; null where one was not read completely. */
  readonly until: string | null;
  readonly gaps: readonly Silence[];
  readonly meetings: readonly MeetingRecord[];
  readonly reports: readonly CameReport[];
}

/** The records of each group, and until when what they come from is known. */
export class FactsOfGroups {
  readonly #context: InferenceContext;
  readonly #meetings: ReadonlyMap<string | null, readonly MeetingRecord[]>;
  readonly #recordings: ReadonlyMap<string | null, readonly RecordingRecord[]>;
  readonly #reports: ReadonlyMap<string | null, readonly ReportRecord[]>;
  readonly #signs: ReadonlyMap<string, readonly Sign[]>;

  constructor(records: Inferable, context: InferenceContext) {
    this.#context = context;
    this.#meetings = Map.groupBy(records.meetings, ({ group }) => group);
    this.#recordings = Map.groupBy(records.recordings, ({ group }) => group);
    this.#reports = Map.groupBy(records.reports, ({ group }) => group);
    this.#signs = signsByGroup(records.meetings, records.recordings, context.asOf);
  }

  of(group: Named, stated: readonly ChangeEvent[]): FactsOfGroup {
    const { asOf, declared, publishedOn } = this.#context;
    const meetings = this.#meetings.get(group.id) ?? [];
    const signs = this.#signs.get(group.id) ?? [];
    const reports = (this.#reports.get(group.id) ?? []).flatMap((report): CameReport[] => {
      const on = publishedOn(report);
      return on !== null && on > asOf ? [] : [{ report, on }];
    });
    const lastOn = signs.findLast(({ kind }) => kind !== "canceled")?.day ?? null;
    const until = this.#untilOf(group, signs.at(-1)?.day ?? "");
    const habits = { declared: declared(group), told: toldCadences(reports) };
    const gaps = until === null ? [] : gapsOf(withRestarts(signs, stated, until), until, habits);
    return { signs, lastOn, until, gaps, meetings, reports };
  }

  /** What comes from an export is known until the day on which that was made, unless something newer shows the group alive. */
  #untilOf(group: Named, lastSign: string): string | null {
    const sources = new Set<string>();
    for (const list of [this.#meetings.get(group.id), this.#recordings.get(group.id), this.#reports.get(group.id)])
      for (const { evidence } of list ?? []) for (const { source } of evidence) sources.add(source);
    const known = this.#context.knownUntil(sources, group);
    return known === null ? null : laterDay(known, lastSign);
  }
}

/** Days on which a page says that the group is active again, among its signs. */
function withRestarts(signs: readonly Sign[], stated: readonly ChangeEvent[], until: string): Sign[] {
  const days = new Set(signs.map(({ day }) => day));
  const told = stated.flatMap((event): Sign[] => {
    const day = event.type === "group.reactivated" ? toldOn(event) : "";
    return day === "" || day > until || days.has(day) ? [] : [{ day, kind: "told", evidence: null }];
  });
  return [...signs, ...told].sort((a, b) => byCodeUnits(a.day, b.day));
}

/** What reports say about the cadence, the earliest first. */
function toldCadences(reports: readonly CameReport[]): ToldCadence[] {
  return reports
    .flatMap(({ report, on }) => {
      const day = report.period?.end ?? on;
      return report.meetingCadence === null || day === null ? [] : [{ on: day, cadence: report.meetingCadence }];
    })
    .sort((a, b) => byCodeUnits(a.on, b.on) || byCodeUnits(a.cadence, b.cadence));
}

/**
 * The day of a group's end, which is stated and not taken back, or follows from a silence that goes on. Who has ended owes no reports.
 */
export function endOf(group: Named, stated: readonly ChangeEvent[], { gaps, reports, lastOn }: FactsOfGroup): string | null {
  const turns = stated
    .filter(({ type }) => type === "group.inactive" || type === "group.disbanded" || type === "group.reactivated")
    .sort((a, b) => byCodeUnits(toldOn(a), toldOn(b)) || byCodeUnits(a.type, b.type));
  const last = turns.at(-1);
  const open = gaps.at(-1);
  const isSilent = open !== undefined && open.days > open.rhythm.inactiveAfterDays;
  const silentOn = isSilent ? plusDays(open.countsFrom, open.rhythm.inactiveAfterDays) : null;
  // A mark has no day: it has ended by what it did last.
  const lastDone = [lastOn, ...reports.map(({ report, on }) => report.period?.end ?? on)].reduce<string>(
    (a, b) => (b !== null && b > a ? b : a),
    "",
  );
  if (last === undefined || last.type === "group.reactivated") return group.isEnded ? lastDone : silentOn;
  const told = toldOn(last);
  if (told === "") return group.isEnded ? lastDone : silentOn;
  // Who met after the end that was told has not ended.
  return open !== undefined && open.last.day > plusDays(told, 14) ? silentOn : told;
}

/** Stated ends that no silence shows, with the day on which a page says that the group went on. */
export function endsWithoutSilence(stated: readonly ChangeEvent[], silences: readonly Silence[]): { on: string; until: string | null }[] {
  const turns = stated
    .map((event) => ({ on: toldOn(event), type: event.type }))
    .sort((a, b) => byCodeUnits(a.on, b.on) || byCodeUnits(a.type, b.type));
  return turns.flatMap(({ on, type }, index) => {
    if (type !== "group.inactive" || on === "") return [];
    const isShown = silences.some(({ last, next }) => on >= plusDays(last.day, -45) && (next === null || on <= next.day));
    const until = turns
      .slice(index + 1)
      .find((turn) => turn.type === "group.inactive" || turn.type === "group.reactivated" || turn.type === "group.disbanded");
    return isShown ? [] : [{ on, until: until?.on ?? null }];
  });
}
