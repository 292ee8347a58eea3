import { daysBetween } from "../../records/days.ts";
import { silenceCountsFrom } from "./pauses.ts";
import { type Habits, type Rhythm, rhythmOf, withPatience } from "./rhythm.ts";
import type { Sign } from "./signs.ts";

/** A time without a sign of a group, with what its rhythm allows. */
export interface Silence {
  /** The last meeting before it, or the day on which a page said that the group began again. */
  readonly last: Sign;
  /** What ended it; null where it goes on. */
  readonly next: Sign | null;
  readonly rhythm: Rhythm;
  /** From when on it counts: later where a meeting was canceled, or a pause was to be expected. */
  readonly countsFrom: string;
  /** How many days it has lasted, or lasted, from then on. */
  readonly days: number;
}

/** How long a silence must have been too long before it is told: two looks a week apart stand for two runs, so that a page that comes late is no alarm. */
export const certainAfterDays = 7;

/**
 * All gaps between the signs of a group, each judged by the rhythm that the group had when it began, and the one since its last sign. A canceled meeting
 * is a sign of a group that meets, and none of one that stopped.
 */
export function gapsOf(signs: readonly Sign[], until: string, habits: Habits): Silence[] {
  const kept: Sign[] = [];
  const learned = new LearnedGaps();
  const gaps: Silence[] = [];
  const gapUntil = (end: string, next: Sign | null): Silence | null => {
    const [latest, last] = [kept.at(-1), kept.findLast(({ kind }) => kind !== "canceled")];
    if (latest === undefined || last === undefined) return null;
    const usual = rhythmOf(learned.usual, latest.day, habits);
    const rhythm = latest.kind === "told" ? withPatience(usual) : usual;
    // Only what is longer than usual may be a pause: most gaps are not, and a group may have hundreds.
    const isLong = daysBetween(latest.day, end) > rhythm.quietAfterDays;
    const countsFrom = isLong ? silenceCountsFrom(kept, rhythm.expectedEveryDays, habits.declared) : latest.day;
    return { last, next, rhythm, countsFrom, days: daysBetween(countsFrom, end) };
  };
  for (const sign of signs) {
    const gap = gapUntil(sign.day, sign);
    if (sign.kind === "canceled" && (gap === null || gap.days > gap.rhythm.inactiveAfterDays)) continue;
    const before = kept.at(-1);
    if (gap !== null && before !== undefined && before.kind !== "told" && sign.kind !== "told")
      learned.add(
        daysBetween(before.day, sign.day),
        gap.days > gap.rhythm.inactiveAfterDays + certainAfterDays && gap.rhythm.confidence !== "low",
      );
    if (gap !== null && sign.kind !== "canceled") gaps.push(gap);
    kept.push(sign);
  }
  const open = gapUntil(until, null);
  return open === null ? gaps : [...gaps, open];
}

/** What a rhythm is learned from. A silence is no part of it, unless another one follows: then the group meets more seldom by now. */
class LearnedGaps {
  readonly usual: number[] = [];
  #wasSilence = false;

  add(days: number, isSilence: boolean): void {
    if (!isSilence || this.#wasSilence) this.usual.push(days);
    this.#wasSilence = isSilence;
  }
}
