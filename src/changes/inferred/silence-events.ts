import { plusDays } from "../../records/days.ts";
import type { ChangeRecord, Evidence } from "../../records/index.ts";
import { byCodeUnits } from "../../records/order.ts";
import type { ChangeEvent, Inference } from "../types.ts";
import { inferredEvent } from "./events.ts";
import type { Sign } from "./signs.ts";
import { certainAfterDays, type Silence } from "./silences.ts";
import type { Named } from "./types.ts";

/** What is already known of a group, beside its dates. */
export interface Known {
  /** Whether the run before found the group inactive since the same meeting. */
  readonly wasInactiveSince: string | null;
  /** Reported changes of the group. */
  readonly reported: readonly ChangeRecord[];
}

export interface SilenceEvents {
  readonly silence: Silence;
  readonly events: readonly ChangeEvent[];
}

/**
 * Silences as changes: a group became inactive on the day of its last meeting, and active again on that of the next one. What was reported is told again
 * as it was; where a meeting is known by now that lay in a reported silence, a correction says so.
 */
export function silenceEvents(group: Named, gaps: readonly Silence[], known: Known): SilenceEvents[] {
  const told = known.reported.filter((change) => change.type === "group.inactive" && isSilence(change));
  const found = gaps.filter((gap) => isTold(gap, known, told));
  const restarts = known.reported.flatMap(({ type, at }) => (type === "group.reactivated" && at !== null ? [at] : [])).sort(byCodeUnits);
  const restartAfter = (change: ChangeRecord): string => restarts.find((at) => at > (change.at ?? "")) ?? "9999-12-31";
  // What pages tell too is theirs to take back.
  const alone = told.filter(({ basis, correctedBy }) => basis === "silence" && correctedBy === null);
  const wrong = alone.flatMap((change) => {
    const isRight = change.at === null || found.some(({ last }) => last.day === change.at);
    const isNews = ({ last }: Silence): boolean =>
      last.day > (change.at ?? "") && last.day <= change.detectedOn && last.day < restartAfter(change);
    const met = isRight ? undefined : gaps.find((gap) => gap.last.kind !== "told" && isNews(gap));
    return met === undefined ? [] : [{ change, met }];
  });
  const correctedBy = (silence: Silence): ChangeRecord | undefined =>
    wrong.find(({ change, met }) => met.last.day <= silence.last.day && silence.last.day <= change.detectedOn)?.change;
  const silences = found.map((silence) => {
    const inactive = inferredEvent("group.inactive", group, silence.last.day, inactivityOf(group, silence, correctedBy(silence)));
    const { next } = silence;
    if (next === null) return { silence, events: [inactive] };
    return { silence, events: [inactive, inferredEvent("group.reactivated", group, next.day, reactivationOf(group, silence.last, next))] };
  });
  const corrected = new Set(found.map(correctedBy));
  const filled = wrong.filter(({ change }) => !corrected.has(change)).map(({ change, met }) => filledEvents(group, change, met));
  return [...silences, ...filled];
}

/** Whether the dates showed it, be it that a page tells of it too. */
function isSilence({ evidence, basis }: ChangeRecord): boolean {
  return basis === "silence" || evidence.some((item) => item.basis === "silence");
}

/** What was taken for a silence had a meeting in it. */
function filledEvents(group: Named, change: ChangeRecord, met: Silence): SilenceEvents {
  const { day } = met.last;
  const summary = `${group.name} had not stopped meeting after ${change.at}: it met on ${day}.`;
  const inference: Inference = { ...reactivationOf(group, met.last, met.last), confidence: "high", summary, corrects: change.id };
  return { silence: met, events: [inferredEvent("group.reactivated", group, day, inference)] };
}

const seenTwiceAfterDays = 2;

function isTold({ last, next, rhythm, days }: Silence, known: Known, told: readonly ChangeRecord[]): boolean {
  // It was reported, and nothing is known by now that came before the report.
  if (told.some(({ at, detectedOn }) => at === last.day && (next === null || next.day > detectedOn))) return true;
  // One meeting shows no habit that could be broken.
  const limit = rhythm.inactiveAfterDays;
  if (rhythm.learnedFrom === null || days <= limit) return false;
  // Runs of every night would have seen it on two days before it ended.
  if (next !== null) return days > limit + seenTwiceAfterDays;
  return days > limit + certainAfterDays || known.wasInactiveSince === last.day;
}

function inactivityOf(group: Named, { last, rhythm, countsFrom }: Silence, corrected: ChangeRecord | undefined): Inference {
  const usual = rhythm.expectedEveryDays === null ? "" : `, although it usually met every ${everyDays(rhythm.expectedEveryDays)}`;
  const pause = countsFrom === last.day ? "" : `, with nothing to expect until ${countsFrom}`;
  const summary = `${group.name} stopped meeting after ${last.day}${pause}${usual}: more than ${rhythm.inactiveAfterDays} days without a sign.`;
  return { ...bare(rhythm.confidence, summary, last), ...(corrected ? { corrects: corrected.id } : {}) };
}

function everyDays(count: number): string {
  return count === 1 ? "day" : `${count} days`;
}

function reactivationOf(group: Named, last: Sign, next: Sign): Inference {
  return bare("high", `${group.name} met again on ${next.day}, for the first time since ${last.day}.`, next);
}

export function bare(confidence: Inference["confidence"], summary: string, sign: Sign): Inference {
  return { basis: "silence", confidence, summary, from: [], to: [], subjects: [], evidence: evidenceOf(sign) };
}

function evidenceOf({ evidence }: Sign): Evidence[] {
  return evidence === null ? [] : [{ ...evidence, basis: "silence" }];
}

/** Who is said to have stopped may meet once more within so many days. */
export const lastDays = 14;

/** A stated end after which the group met at least twice: it is active again, although nobody wrote so. */
export function resumptionsOf(
  group: Named,
  signs: readonly Sign[],
  ends: readonly { readonly on: string; readonly until: string | null }[],
): ChangeEvent[] {
  return ends.flatMap(({ on, until }) => {
    const later = signs.filter(({ day, kind }) => kind !== "canceled" && day > plusDays(on, lastDays) && (until === null || day <= until));
    const [first] = later;
    if (first === undefined || later.length < 2) return [];
    const summary = `${group.name} met again on ${first.day}, after it was said to have stopped.`;
    return [inferredEvent("group.reactivated", group, first.day, bare("medium", summary, first))];
  });
}
