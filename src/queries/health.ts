import type { ArchiveReader } from "../archive/index.ts";
import type { GroupRecord } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import { leadingOn } from "./who.ts";

/** How a group is, in one line. */
export interface Health {
  readonly group: string;
  readonly name: string;
  readonly parent: string | null;
  /** What pages say, and what the dates say. */
  readonly status: GroupRecord["status"];
  readonly activity: GroupRecord["activity"];
  readonly lastMeetingOn: string | null;
  readonly lastReportOn: string | null;
  readonly meetingCadence: GroupRecord["meetingCadence"];
  readonly nextReportDue: string | null;
  /** Periods of the last two years whose report did not come. */
  readonly reportsOwed: readonly string[];
  /** Of the reports that were due in the last two years; null where none was. */
  readonly reportsOnTime: { readonly onTime: number; readonly due: number } | null;
  readonly leaders: readonly { readonly name: string; readonly role: string }[];
}

/** A line for each group, by name. */
export async function healthOf(reader: ArchiveReader): Promise<Health[]> {
  const asOf = reader.root()?.asOf ?? "9999-12-31";
  const lines: Health[] = [];
  for await (const group of reader.records("groups")) {
    const { status, activity, lastMeetingOn, lastReportOn, meetingCadence, nextReportDue, parent } = group;
    // Archives of before have no calendar.
    const calendar = group.reportCalendar ?? [];
    const due = calendar.filter(({ state }) => state !== "expected");
    const leaders = leadingOn(group, asOf).map(({ person, role }) => ({ name: person.name, role }));
    lines.push({
      group: group.id,
      name: group.name,
      parent,
      status,
      activity,
      lastMeetingOn,
      lastReportOn,
      meetingCadence,
      nextReportDue,
      reportsOwed: calendar.flatMap(({ state, period }) => (state === "overdue" || state === "missing" ? [period] : [])),
      reportsOnTime: due.length === 0 ? null : { onTime: due.filter(({ state }) => state === "on-time").length, due: due.length },
      leaders: [...new Map(leaders.map((leader) => [`${leader.name} ${leader.role}`, leader])).values()],
    });
  }
  return lines.sort((a, b) => byCodeUnits(a.name, b.name));
}
