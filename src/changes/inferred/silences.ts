import { daysBetween, laterDay } from "../../records/days.ts";
import { silenceCountsFrom } from "./pauses.ts";
import { type Rhythm, rhythmOf } from "./rhythm.ts";
import type { Sign } from "./signs.ts";
import type { Declared, ToldCadence } from "./types.ts";

/** A time without a sign of a group that is longer than its rhythm allows. */
export interface Silence {
  readonly last: Sign;
  /** The sign that ended it; null where it goes on. */
  readonly next: Sign | null;
  readonly rhythm: Rhythm;
  /** The day of the last sign, or that on which a page said that the group began again. */
  readonly since: string;
  /** From when on it counts: later where a pause was to be expected. */
  readonly countsFrom: string;
  /** How many days it has lasted, or lasted, from then on. */
  readonly days: number;
  /** Meetings before it. */
  readonly meetings: number;
}

/** More signs than a rhythm is learned from are not looked at: a group may have hundreds. */
const learningWindow = 14;

/**
 * All gaps between the signs of a group, each judged by the rhythm that the group had when it began, and the one since its last sign. A canceled meeting
 * is a sign of a group that meets, and none of one that stopped. `restarts` are days on which a page says that the group is active again.
 */
export function gapsOf(signs: readonly Sign[], until: string, habits: Habits, restarts: readonly string[]): Silence[] {
  const kept: Sign[] = [];
  const gaps: Silence[] = [];
  const close = (end: string, next: Sign | null): Silence | null => {
    const last = kept.at(-1);
    if (last === undefined) return null;
    const rhythm = rhythmOf(kept.slice(-learningWindow), habits.declared, habits.told);
    const restart = restarts.findLast((day) => day > last.day && day < end);
    // Only what is longer than usual may be a pause: most gaps are not, and a group may have hundreds.
    const isLong = daysBetween(last.day, end) > rhythm.quietAfterDays;
    const pause = isLong ? silenceCountsFrom(kept, rhythm.expectedEveryDays, habits.declared) : last.day;
    const since = restart ?? last.day;
    const countsFrom = laterDay(since, pause);
    return { last, next, rhythm, since, countsFrom, days: daysBetween(countsFrom, end), meetings: kept.length };
  };
  for (const sign of signs) {
    const gap = close(sign.day, sign);
    if (gap !== null && sign.kind === "canceled" && gap.days > gap.rhythm.inactiveAfterDays) continue;
    if (gap !== null) gaps.push(gap);
    kept.push(sign);
  }
  const open = close(until, null);
  return open === null ? gaps : [...gaps, open];
}

/** How a group is said to meet. */
export interface Habits {
  readonly declared: Declared;
  readonly told: readonly ToldCadence[];
}
