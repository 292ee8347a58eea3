import { daysBetween, laterDay, plusDays, plusMonths } from "../../records/days.ts";
import type { Sign } from "./signs.ts";
import type { Declared } from "./types.ts";

/** A pause that comes again is expected to begin within so many days of the same date. */
const seasonSlackDays = 25;

/** In so many of the three years before, at least. */
const yearsOfHabit = 2;

/**
 * From when on a group's silence counts, after its last sign: the end of a pause that the configuration declares, or that the group took in two of the
 * three years before at that time of the year and came back from. Else the day of the last sign.
 */
export function silenceCountsFrom(signs: readonly Sign[], expectedEveryDays: number | null, declared: Declared): string {
  const last = signs.at(-1)?.day ?? "";
  if (last === "") return last;
  return laterDay(declaredEnd(last, expectedEveryDays ?? 30, declared), habitualEnd(signs, last, expectedEveryDays));
}

/** A declared pause that began before the next meeting was due. */
function declaredEnd(last: string, expectedEveryDays: number, { pauses }: Declared): string {
  const year = Number(last.slice(0, 4));
  let end = last;
  for (const { from, to } of pauses) {
    for (const begins of [year - 1, year, year + 1]) {
      const start = `${begins}-${from}`;
      const until = `${to < from ? begins + 1 : begins}-${to}`;
      if (start <= plusDays(end, expectedEveryDays + 7) && until > end) end = until;
    }
  }
  return end;
}

function habitualEnd(signs: readonly Sign[], last: string, expectedEveryDays: number | null): string {
  if (expectedEveryDays === null) return last;
  const isLong = Math.max(2 * expectedEveryDays, 21);
  const gaps = gapsBetween(signs);
  const ends = [1, 2, 3].flatMap((years) => {
    const found = gaps.findIndex((gap, index) => {
      const began = plusMonths(signs[index]?.day ?? last, 12 * years);
      return gap > isLong && gap <= 180 && Math.abs(daysBetween(began, last)) <= seasonSlackDays;
    });
    const back = signs[found + 1]?.day;
    return found < 0 || back === undefined ? [] : [plusMonths(back, 12 * years)];
  });
  return ends.length >= yearsOfHabit ? ends.reduce(laterDay, last) : last;
}

function gapsBetween(signs: readonly Sign[]): number[] {
  return signs.slice(1).map((sign, index) => daysBetween(signs[index]?.day ?? sign.day, sign.day));
}
