import { plusDays } from "../../records/days.ts";
import { intervalOf } from "../../records/edtf.ts";
import type { ChangeEvent } from "../types.ts";
import type { SilenceEvents } from "./silence-events.ts";

/** A group may be said to have ended some weeks before its last meeting, and to have begun again some weeks after the first one. */
const leewayDays = 45;

/**
 * One event, many witnesses: where a page says what a silence shows, the silence is evidence of what is stated. A declared end beats an inferred one;
 * but when a page only tells that a group is inactive, and not since when, its last meeting does.
 */
export function joinSilences(stated: readonly ChangeEvent[], silences: readonly SilenceEvents[]): ChangeEvent[] {
  const events = [...stated];
  for (const { silence, events: inferred } of silences) {
    for (const event of inferred) {
      const index = events.findIndex((other) => other.witnesses.length > 0 && other.inferred === null && isSame(other, event, silence));
      const known = events[index];
      if (known === undefined) events.push(event);
      else events[index] = joined(known, event);
    }
  }
  return events;
}

function isSame(stated: ChangeEvent, inferred: ChangeEvent, { last, next }: SilenceEvents["silence"]): boolean {
  if (stated.group !== inferred.group) return false;
  const on = toldOn(stated);
  if (inferred.type === "group.inactive") {
    const isEnd = stated.type === "group.inactive" || stated.type === "group.disbanded";
    if (!isEnd || on === "") return isEnd && next === null;
    return on >= plusDays(last.day, -leewayDays) && (next === null || on <= next.day);
  }
  const until = plusDays(next?.day ?? last.day, leewayDays);
  return stated.type === inferred.type && on > last.day && on <= until;
}

/** The last day that its date may mean; where it has none, the day on which it was first told. */
export function toldOn({ at, witnesses }: ChangeEvent): string {
  const interval = at === null ? null : intervalOf(at);
  return interval?.end ?? witnesses.map((witness) => witness.toldOn).sort()[0] ?? "";
}

function joined(stated: ChangeEvent, { at, inferred }: ChangeEvent): ChangeEvent {
  const isPrinted = stated.witnesses.some(({ isDated }) => isDated);
  return { ...stated, at: stated.type === "group.inactive" && !isPrinted ? at : stated.at, inferred };
}
