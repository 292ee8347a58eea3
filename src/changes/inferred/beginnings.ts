import { laterDay } from "../../records/days.ts";
import type { ChangeRecord } from "../../records/index.ts";
import type { ChangeEvent } from "../types.ts";
import { inferredEvent } from "./events.ts";
import type { Sign } from "./signs.ts";
import { bare, isSilence } from "./silence-events.ts";
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
  for (const { id, at, met } of falseBeginnings(signs, reported)) {
    if (events.some((event) => begins(event, at))) continue;
    const isReported = reported.some((change) => begins(change, met.day));
    const index = isReported ? -1 : events.findIndex((event) => begins(event, met.day) && event.inferred?.corrects === undefined);
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

function falseBeginnings(signs: readonly Sign[], reported: readonly ChangeRecord[]): FalseBeginning[] {
  const ends = reported.flatMap((change) =>
    change.type === "group.inactive" && change.at !== null && isSilence(change) ? [change.at] : [],
  );
  return reported.flatMap(({ id, type, basis, at, corrects, correctedBy }) => {
    const isOpen = type === "group.reactivated" && basis === "silence" && corrects === null && correctedBy === null;
    if (!isOpen || at === null) return [];
    const end = ends.filter((day) => day < at).reduce(laterDay, "");
    const met = end === "" ? undefined : signs.find(({ day, kind }) => kind !== "canceled" && day > end);
    return met === undefined || met.day >= at ? [] : [{ id, at, met }];
  });
}
