import { plusDays } from "../../records/days.ts";
import { intervalOf } from "../../records/edtf.ts";
import { byCodeUnits } from "../../records/order.ts";
import type { ChangeEvent } from "../types.ts";
import type { SilenceEvents } from "./silence-events.ts";
import type { Silence } from "./silences.ts";

/** A group may be said to have ended some weeks before its last meeting, and to have begun again some weeks after the first one. */
const leewayDays = 45;

/** A new beginning is told again in reports of the year that follows. */
const retoldDays = 365;

/**
 * Of one group. One event, many witnesses: where a page says what a silence shows, the silence is evidence of what is stated. A declared end beats an inferred one;
 * but when a page only tells that a group is inactive, and not since when, its last meeting does. A new beginning that is told when the group has met
 * again is that one, as long as it has not stopped since.
 */
export function joinSilences(stated: readonly ChangeEvent[], silences: readonly SilenceEvents[]): ChangeEvent[] {
  const events = new Set([...stated].sort(compare));
  const join = (event: ChangeEvent, isSame: (other: ChangeEvent) => boolean): void => {
    const told = [...events].filter((other) => other.witnesses.length > 0 && other.inferred === null && isSame(other));
    const [first, ...again] = [...told.filter(isPrinted), ...told.filter((other) => !isPrinted(other))];
    // Two printed dates are two beginnings; one that is only told again is not.
    const retold = event.type === "group.reactivated" ? again.filter((other) => !isPrinted(other)) : [];
    for (const other of retold) events.delete(other);
    if (first !== undefined) events.delete(first);
    events.add(first === undefined ? event : joined(first, retold, event));
  };
  const inOrder = [...silences].sort((a, b) => byCodeUnits(a.silence.last.day, b.silence.last.day));
  for (const { silence, events: inferred } of inOrder)
    for (const event of inferred) if (event.type !== "group.reactivated") join(event, (other) => isSameEnd(other, silence));
  // What is told late is told of the last beginning before.
  const ends = [...events].filter(isEnd);
  // What takes something back is a change of its own.
  for (const { silence, events: inferred } of inOrder.reverse())
    for (const event of inferred.filter(({ type }) => type === "group.reactivated"))
      if (event.inferred?.corrects === undefined) join(event, (other) => isSameBeginning(other, silence, ends));
      else events.add(event);
  return [...events];
}

function compare(a: ChangeEvent, b: ChangeEvent): number {
  const words = ({ witnesses }: ChangeEvent): string => witnesses[0]?.evidence.quote ?? "";
  return byCodeUnits(toldOn(a), toldOn(b)) || byCodeUnits(a.at ?? "", b.at ?? "") || byCodeUnits(words(a), words(b));
}

export function isEnd({ type }: Pick<ChangeEvent, "type">): boolean {
  return type === "group.inactive" || type === "group.disbanded";
}

function isSameEnd(stated: ChangeEvent, { last, next }: Silence): boolean {
  if (!isEnd(stated)) return false;
  const on = toldOn(stated);
  if (on === "") return next === null;
  return on >= plusDays(last.day, -leewayDays) && (next === null || on <= next.day);
}

function isSameBeginning(stated: ChangeEvent, { last, next }: Silence, ends: readonly ChangeEvent[]): boolean {
  if (stated.type !== "group.reactivated") return false;
  const [on, met] = [toldOn(stated), next?.day ?? last.day];
  if (on <= last.day) return false;
  if (on <= plusDays(met, leewayDays)) return true;
  return on <= plusDays(met, retoldDays) && !ends.some((end) => toldOn(end) >= met && toldOn(end) <= on);
}

/** The last day that its date may mean; where it has none, the day on which it was first told. */
export function toldOn({ at, witnesses }: ChangeEvent): string {
  const interval = at === null ? null : intervalOf(at);
  return interval?.end ?? witnesses.map((witness) => witness.toldOn).sort()[0] ?? "";
}

function isPrinted({ witnesses }: ChangeEvent): boolean {
  return witnesses.some(({ isDated }) => isDated);
}

function joined(stated: ChangeEvent, retold: readonly ChangeEvent[], { at, inferred }: ChangeEvent): ChangeEvent {
  const isDated = isPrinted(stated) || stated.type === "group.disbanded";
  return { ...stated, at: isDated ? stated.at : at, witnesses: [stated, ...retold].flatMap(({ witnesses }) => witnesses), inferred };
}
