import { plusDays } from "../../records/days.ts";
import type { GroupRecord } from "../../records/index.ts";
import type { Silence } from "./silences.ts";

export type Activity = GroupRecord["activity"];

/** Nothing is known of when the group met, or its sources were not read completely. */
export function unknownActivity(lastOn: string | null): Activity {
  return {
    value: "unknown",
    since: null,
    asOf: null,
    lastOn,
    expectedEveryDays: null,
    learnedFrom: null,
    quietAfterDays: null,
    inactiveAfterDays: null,
    dormantAfterDays: null,
  };
}

/**
 * What the dates say on a day: `active` while the silence since the last sign is usual, `quiet` when it is longer, `inactive` when it is so long that the
 * group has stopped, `dormant` after a year or more. The thresholds stand in the record, with the day on which the present one was passed.
 */
export function activityOf({ rhythm, countsFrom, days }: Silence, lastOn: string | null, asOf: string): Activity {
  const { expectedEveryDays, learnedFrom, quietAfterDays, inactiveAfterDays, dormantAfterDays } = rhythm;
  const [value, passed] =
    days <= quietAfterDays
      ? (["active", null] as const)
      : days <= inactiveAfterDays
        ? (["quiet", quietAfterDays] as const)
        : days <= dormantAfterDays
          ? (["inactive", inactiveAfterDays] as const)
          : (["dormant", dormantAfterDays] as const);
  const since = passed === null ? null : plusDays(countsFrom, passed + 1);
  return { value, since, asOf, lastOn, expectedEveryDays, learnedFrom, quietAfterDays, inactiveAfterDays, dormantAfterDays };
}

/** A day later with the same outcome is no news: the record keeps the day on which it was found. */
export function withoutNews(activity: Activity, before: Activity | null): Activity {
  if (before === null || before.asOf === null) return activity;
  const isSame = JSON.stringify({ ...activity, asOf: null }) === JSON.stringify({ ...before, asOf: null });
  return isSame ? before : activity;
}
