import type { ChangeRecord } from "../../records/index.ts";
import { byCodeUnits } from "../../records/order.ts";
import type { ChangeEvent } from "../types.ts";
import { type Activity, activityOf, unknownActivity, withoutNews } from "./activity.ts";
import { attendanceEvents } from "./attendance.ts";
import { withTrueBeginnings } from "./beginnings.ts";
import { endOf, endsWithoutSilence, type FactsOfGroup, FactsOfGroups } from "./facts-of-groups.ts";
import { isEnd, joinSilences } from "./join.ts";
import { overdueEvents } from "./overdue.ts";
import { type ReportCalendar, reportCalendarOf } from "./report-calendar.ts";
import { resumptionsOf, silenceEvents } from "./silence-events.ts";
import type { Inferable, InferenceContext, Named } from "./types.ts";

export { type Declared, nothingDeclared } from "./types.ts";

/** What the dates say of one group. */
export interface InferredGroup {
  readonly activity: Activity;
  /** Null where a source was not read completely: what was owed stays as it was. */
  readonly calendar: ReportCalendar | null;
}

export interface Inferred {
  readonly byGroup: ReadonlyMap<string, InferredGroup>;
  /** What pages state and what the dates say, joined. */
  readonly events: readonly ChangeEvent[];
}

interface OfGroup extends InferredGroup {
  readonly events: readonly ChangeEvent[];
}

/**
 * What the dates of meetings, recordings and reports say of each group: how active it is, which reports it owes, and what that means for what changed.
 * Pure: the same records, day and log give the same. A group whose sources were not read completely stays as it was.
 */
export function inferChanges(
  groups: readonly Named[],
  records: Inferable,
  stated: readonly ChangeEvent[],
  context: InferenceContext,
): Inferred {
  const facts = new FactsOfGroups(records, context);
  const [previous, reported] = [
    new Map(context.previous.map((group) => [group.id, group])),
    Map.groupBy(context.reported.toSorted(byId), ({ group }) => group),
  ];
  const statedOf = Map.groupBy(stated, ({ group }) => group);
  const found = groups.map((group) => {
    const ofGroup = statedOf.get(group.id) ?? [];
    const before = previous.get(group.id)?.activity ?? null;
    return [
      group.id,
      inferGroup(group, facts.of(group, ofGroup), ofGroup, { before, reported: reported.get(group.id) ?? [], context }),
    ] as const;
  });
  return { byGroup: new Map(found), events: found.flatMap(([, { events }]) => events) };
}

function byId(a: ChangeRecord, b: ChangeRecord): number {
  return byCodeUnits(a.id, b.id);
}

interface Known {
  readonly before: Activity | null;
  readonly reported: readonly ChangeRecord[];
  readonly context: InferenceContext;
}

function inferGroup(group: Named, facts: FactsOfGroup, stated: readonly ChangeEvent[], { before, reported, context }: Known): OfGroup {
  const { signs, until, gaps, lastOn } = facts;
  if (until === null) return { activity: before ?? unknownActivity(lastOn), calendar: null, events: stated };
  const last = gaps.at(-1);
  const activity = last === undefined ? unknownActivity(null) : activityOf(last, lastOn, until);
  // A second run of the same day is no second look.
  const isEarlier = before !== null && before.asOf !== null && before.asOf < until;
  const wasInactive = isEarlier && (before.value === "inactive" || before.value === "dormant");
  const silences = silenceEvents(group, gaps, { wasInactiveSince: wasInactive ? before.lastOn : null, reported });
  const calendar = reportCalendarOf(facts.reports, context.declared(group), until, endOf(group, stated, facts));
  // What only takes a silence back is none.
  const told = silences.filter(({ events }) => events.some(isEnd));
  const ends = endsWithoutSilence(
    stated,
    told.map(({ silence }) => silence),
  );
  const turns = [...joinSilences(stated, silences), ...resumptionsOf(group, signs, ends)];
  return {
    activity: withoutNews(activity, before),
    calendar,
    events: [
      ...withTrueBeginnings(group, turns, signs, reported),
      ...overdueEvents(group, calendar, until, reported),
      ...attendanceEvents(group, facts, until, reported),
    ],
  };
}
