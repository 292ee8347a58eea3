import { laterDay, plusDays } from "../../records/days.ts";
import { intervalOf, mayAgree } from "../../records/edtf.ts";
import type { ChangeRecord } from "../../records/index.ts";
import type { ChangeEvent } from "../types.ts";
import { inferredEvent } from "./events.ts";
import { isEnd } from "./join.ts";
import type { Sign } from "./signs.ts";
import { bare, lastDays } from "./silence-events.ts";
import type { Named } from "./types.ts";

/**
 * What is found of a group, with what takes back reported beginnings that were none: a meeting is known by now that lies between the end before and the
 * day on which the group was said to have met again. Where that meeting is a beginning itself, it is the correction.
 */
export function withTrueBeginnings(
  group: Named,
  found: readonly ChangeEvent[],
  signs: readonly Sign[],
  reported: readonly ChangeRecord[],
): ChangeEvent[] {
  const events = [...found];
  const begins = ({ type, at }: Pick<ChangeEvent, "type" | "at">, day: string): boolean => type === "group.reactivated" && at === day;
  for (const { id, at, met } of falseBeginnings(signs, found, reported)) {
    // A page that tells of a new beginning at that time bears it out.
    if (
      events.some(
        (event) => event.type === "group.reactivated" && (event.at === at || (event.witnesses.length > 0 && mayAgree(event.at, at))),
      )
    )
      continue;
    const isReported = reported.some((change) => begins(change, met.day));
    const index = isReported ? -1 : events.findIndex((event) => begins(event, met.day) && isSilent(event));
    const [known] = events.slice(index, index + 1);
    if (index >= 0 && known?.inferred) events[index] = { ...known, inferred: { ...known.inferred, corrects: id } };
    else {
      const summary = `${group.name} did not begin again on ${at}: it had met on ${met.day}.`;
      events.push(inferredEvent("group.reactivated", group, met.day, { ...bare("high", summary, met), corrects: id }));
    }
  }
  return events;
}

interface FalseBeginning {
  readonly id: string;
  readonly at: string;
  /** The first meeting after the end that was reported before. */
  readonly met: Sign;
}

function isSilent({ witnesses, inferred }: ChangeEvent): boolean {
  return witnesses.length === 0 && inferred !== null && inferred.corrects === undefined;
}

function falseBeginnings(signs: readonly Sign[], found: readonly ChangeEvent[], reported: readonly ChangeRecord[]): FalseBeginning[] {
  const ends = [...found, ...reported].flatMap((one) => (isEnd(one) && one.at !== null ? [intervalOf(one.at)?.end ?? one.at] : []));
  const silent = new Set([...found.filter(isSilent), ...reported.filter(({ basis }) => basis === "silence")].map(({ at }) => at));
  return reported.flatMap(({ id, type, basis, at, corrects, correctedBy }) => {
    const isOpen = type === "group.reactivated" && basis === "silence" && corrects === null && correctedBy === null;
    if (!isOpen || at === null) return [];
    const end = ends.filter((day) => day < at).reduce(laterDay, "");
    if (end === "") return [];
    const since = silent.has(end) ? end : plusDays(end, lastDays);
    const met = signs.find(({ day, kind }) => kind !== "canceled" && day > since);
    return met === undefined || met.day >= at ? [] : [{ id, at, met }];
  });
}
