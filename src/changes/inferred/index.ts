import type { ChangeRecord } from "../../records/index.ts";
import type { ChangeEvent } from "../types.ts";
import { type Activity, activityOf, unknownActivity, withoutNews } from "./activity.ts";
import { attendanceEvents } from "./attendance.ts";
import { endOf, endsWithoutSilence, type FactsOfGroup, FactsOfGroups } from "./facts-of-groups.ts";
import { joinSilences } from "./join.ts";
import { overdueEvents } from "./overdue.ts";
import { noCalendar, type ReportCalendar, reportCalendarOf } from "./report-calendar.ts";
import { resumptionsOf, type SilenceEvents, silenceEvents } from "./silence-events.ts";
import type { Inferable, InferenceContext, Named } from "./types.ts";

export { type Declared, nothingDeclared } from "./types.ts";

/** What the dates say of one group. */
export interface InferredGroup {
  readonly activity: Activity;
  readonly calendar: ReportCalendar;
  /** False where one of the group's sources was not read: then nothing is said of its reports. */
  readonly isHeard: boolean;
}

export interface Inferred {
  readonly byGroup: ReadonlyMap<string, InferredGroup>;
  /** What pages state and what the dates say, joined. */
  readonly events: readonly ChangeEvent[];
}

interface OfGroup extends InferredGroup {
  readonly silences: readonly SilenceEvents[];
  readonly others: readonly ChangeEvent[];
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
    Map.groupBy(context.reported, ({ group }) => group),
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
  const joined = joinSilences(
    stated,
    found.flatMap(([, { silences }]) => silences),
  );
  return { byGroup: new Map(found), events: [...joined, ...found.flatMap(([, { others }]) => others)] };
}

interface Known {
  readonly before: Activity | null;
  readonly reported: readonly ChangeRecord[];
  readonly context: InferenceContext;
}

function inferGroup(group: Named, facts: FactsOfGroup, stated: readonly ChangeEvent[], { before, reported, context }: Known): OfGroup {
  const { signs, until, gaps, lastOn } = facts;
  if (until === null)
    return { activity: before ?? unknownActivity(lastOn), calendar: noCalendar, isHeard: false, silences: [], others: [] };
  const last = gaps.at(-1);
  const activity = last === undefined ? unknownActivity(null) : activityOf(last, lastOn, until);
  // A second run of the same day is no second look.
  const isEarlier = before !== null && before.asOf !== null && before.asOf < until;
  const wasInactive = isEarlier && (before.value === "inactive" || before.value === "dormant");
  const silences = silenceEvents(group, gaps, { wasInactiveSince: wasInactive ? before.lastOn : null, reported });
  const calendar = reportCalendarOf(facts.reports, context.declared(group), until, endOf(group, stated, facts));
  const ends = endsWithoutSilence(
    stated,
    silences.map(({ silence }) => silence),
  );
  return {
    activity: withoutNews(activity, before),
    calendar,
    isHeard: true,
    silences,
    others: [
      ...resumptionsOf(group, signs, ends),
      ...overdueEvents(group, calendar, reported),
      ...attendanceEvents(group, facts, until, reported),
    ],
  };
}
