import type { ArchiveReader } from "../archive/index.ts";
import { intervalOf } from "../records/edtf.ts";
import type { GroupRecord, Term } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import { groupNamed } from "./groups.ts";

export interface Leaders {
  readonly group: GroupRecord;
  readonly asOf: string;
  /** Terms that may have been running on that day. */
  readonly leading: readonly Term[];
  /** Terms that were over. */
  readonly before: readonly Term[];
}

/**
 * Who led a group on a day, as far as pages tell: a term without a start may have begun at any time, one without an end runs on.
 * @throws ConfigError where no group, or several, have such a name
 */
export async function leadersOf(reader: ArchiveReader, written: string, day: string | null): Promise<Leaders> {
  const group = await groupNamed(reader, written);
  const asOf = day ?? reader.root()?.asOf ?? "9999-12-31";
  const isOver = ({ end }: Term): boolean => endOf(end) < asOf;
  return { group, asOf, leading: leadingOn(group, asOf), before: sorted(group.leadership.filter(isOver)) };
}

/** Terms that may have been running on a day, those that began last first. */
export function leadingOn(group: GroupRecord, day: string): Term[] {
  return sorted(group.leadership.filter(({ start, end }) => startOf(start) <= day && endOf(end) >= day));
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
