import { daysBetween, plusDays } from "../../records/days.ts";
import { medianOf } from "./median.ts";
import { type Declared, daysOfCadence, type ToldCadence } from "./types.ts";

/** How often a group is expected to meet, and how long it may be silent before it is called so. */
export interface Rhythm {
  readonly expectedEveryDays: number | null;
  /** What the expectation rests on, in words; null where nothing is known. */
  readonly learnedFrom: string | null;
  readonly quietAfterDays: number;
  readonly inactiveAfterDays: number;
  readonly dormantAfterDays: number;
  readonly confidence: "high" | "medium" | "low";
}

/** How a group is said to meet. */
export interface Habits {
  readonly declared: Declared;
  readonly told: readonly ToldCadence[];
}

/** As many of the last gaps between meetings are learned from: about a year of monthly meetings, half a year of biweekly ones. */
const gapsLearnedFrom = 12;

/** Fewer gaps show no rhythm. */
const fewestGaps = 3;

/** What a report says about the cadence holds as long as reports usually are apart; it may come some weeks after the last meeting of which it tells. */
const toldHoldsDays = 400;
const toldAfterDays = 45;

/**
 * The rhythm of a group on the day of its last sign, from the gaps between its signs before: what is declared in the configuration, else what a report of the last months says, else the median
 * of the last gaps. A holiday or a missed meeting moves a median little, and a group that often pauses is given the time of its second longest pause
 * twice: the longest may have been an accident.
 */
export function rhythmOf(gaps: readonly number[], on: string, { declared, told }: Habits): Rhythm {
  const sorted = gaps.slice(-gapsLearnedFrom).sort((a, b) => a - b);
  const usual = sorted.length >= fewestGaps ? (sorted.at(-2) ?? 0) : 0;
  if (declared.meetsEveryDays !== null) return rhythm(declared.meetsEveryDays, usual, `declared: ${declared.meets}`, "high");
  const report = told.findLast((item) => item.on <= plusDays(on, toldAfterDays) && daysOfCadence[item.cadence] !== null);
  const toldDays = report && daysBetween(report.on, on) <= toldHoldsDays ? daysOfCadence[report.cadence] : null;
  if (report && toldDays !== null) return rhythm(toldDays, usual, `a report of ${report.on}: ${report.cadence}`, "high");
  if (sorted.length < fewestGaps) return vague(sorted);
  const median = medianOf(sorted);
  const confidence = sorted.length >= gapsLearnedFrom / 2 ? "high" : "medium";
  return rhythm(median, usual, `the last ${sorted.length} gaps between meetings: median ${days(median)}`, confidence);
}

function rhythm(expected: number, usual: number, learnedFrom: string, confidence: Rhythm["confidence"]): Rhythm {
  const expectedEveryDays = Math.max(1, Math.round(expected));
  const quietAfterDays = Math.max(2 * expectedEveryDays, expectedEveryDays + 14, Math.round(1.25 * usual));
  const inactiveAfterDays = Math.max(4 * expectedEveryDays, 60, 2 * usual, quietAfterDays + 14);
  return {
    expectedEveryDays,
    learnedFrom,
    quietAfterDays,
    inactiveAfterDays,
    dormantAfterDays: dormantAfter(inactiveAfterDays),
    confidence,
  };
}

/** One to three meetings show no rhythm: half a year of silence means something for any group that is no committee of the year. */
function vague(gaps: readonly number[]): Rhythm {
  const longest = gaps.at(-1) ?? 0;
  const inactiveAfterDays = Math.max(180, 3 * longest);
  return {
    expectedEveryDays: null,
    learnedFrom: gaps.length === 0 ? null : `${gaps.length + 1} meetings: too few for a rhythm`,
    quietAfterDays: Math.max(90, Math.round(1.5 * longest)),
    inactiveAfterDays,
    dormantAfterDays: dormantAfter(inactiveAfterDays),
    confidence: "low",
  };
}

/** Who was said to begin again is given twice the time. */
export function withPatience(usual: Rhythm): Rhythm {
  const inactiveAfterDays = 2 * usual.inactiveAfterDays;
  return { ...usual, inactiveAfterDays, dormantAfterDays: dormantAfter(inactiveAfterDays) };
}

/** A year without a sign is more than a long pause. */
function dormantAfter(inactiveAfterDays: number): number {
  return Math.max(365, 2 * inactiveAfterDays);
}

function days(count: number): string {
  return `${count} ${count === 1 ? "day" : "days"}`;
}
