import type { ArchiveReader } from "../archive/index.ts";
import { daysBetween } from "../records/days.ts";
import { intervalOf } from "../records/edtf.ts";
import type { GroupRecord, Term } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import { groupNamed } from "./groups.ts";

export interface Leaders {
  readonly group: GroupRecord;
  readonly asOf: string;
  /** Terms that ran on that day, as far as pages tell. */
  readonly leading: readonly Term[];
  /** Terms that may have run: the day is before the first page that lists somebody, or years after the last one. */
  readonly perhaps: readonly Term[];
  /** Terms that were over. */
  readonly before: readonly Term[];
}

/** A list of leaders that nobody has renewed for so long proves little. */
const listHoldsDays = 730;

/**
 * Who led a group on a day, as far as pages tell: a term without a start counts from the first page that lists it, one without an end for two years after
 * the last sign of it. That somebody comes to meetings is a sign only as long as no list of the group's leaders leaves the person out for so long.
 * @throws ConfigError where no group, or several, have such a name
 */
export async function leadersOf(reader: ArchiveReader, written: string, day: string | null): Promise<Leaders> {
  const group = await groupNamed(reader, written);
  const asOf = day ?? reader.root()?.asOf ?? "9999-12-31";
  const isOver = ({ end }: Term): boolean => endOf(end) < asOf;
  const running = runningOn(group, asOf);
  return {
    group,
    asOf,
    leading: running.filter((term) => isProven(term, group, asOf)),
    perhaps: running.filter((term) => !isProven(term, group, asOf)),
    before: sorted(group.leadership.filter(isOver)),
  };
}

/** Those who led on a day, those whose terms began last first. */
export function leadingOn(group: GroupRecord, day: string): Term[] {
  return runningOn(group, day).filter((term) => isProven(term, group, day));
}

function runningOn(group: GroupRecord, day: string): Term[] {
  return sorted(group.leadership.filter(({ start, end }) => startOf(start) <= day && endOf(end) >= day));
}

/** Archives of before do not know when somebody was listed: there every term that may run counts. */
function isProven(term: Term, { leadership }: GroupRecord, day: string): boolean {
  const { start, end, listedFrom = null, lastSeenOn = null } = term;
  if (start === null && listedFrom !== null && day < listedFrom) return false;
  const named = lastNamed(term, "9999-12-31");
  const isLeftOut = leadership.some((other) => {
    const later = lastNamed(other, day);
    return named !== "" && later !== "" && daysBetween(named, later) > listHoldsDays;
  });
  const sign = isLeftOut ? named : latest(named, lastSeenOn ?? "");
  return end !== null || sign === "" || daysBetween(sign, day) <= listHoldsDays;
}

/** The last day until another one on which a page names the person as a leader. */
function lastNamed({ start, listedFrom = null, listedUntil = null }: Term, until: string): string {
  const began = start === null || endOf(start) > until ? "" : endOf(start);
  const listed = listedFrom === null || listedFrom > until ? "" : (listedUntil ?? "");
  return latest(began, listed > until ? until : listed);
}

function latest(...days: readonly string[]): string {
  return [...days].sort(byCodeUnits).at(-1) ?? "";
}

/** The first day that a date may mean. */
function startOf(date: string | null): string {
  return date === null ? "" : (intervalOf(date)?.start ?? date);
}

/** The last day that a date may mean. */
function endOf(date: string | null): string {
  return date === null ? "9999-12-31" : (intervalOf(date)?.end ?? date);
}

function sorted(terms: readonly Term[]): Term[] {
  return [...terms].sort((a, b) => byCodeUnits(startOf(b.start), startOf(a.start)));
}
