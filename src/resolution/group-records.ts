import { type ChangeEvent, type Inferred, type InferredGroup, unknownActivity } from "../changes/index.ts";
import { plusMonths } from "../records/days.ts";
import { isDay } from "../records/edtf.ts";
import type { Cadence, GroupRecord, MeetingRecord, ReportRecord, Term } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import { parentOf } from "./group-ids.ts";
import type { GroupFinder } from "./group-of-page.ts";
import { declaredStatus } from "./group-status.ts";
import type { ResolvedGroup } from "./groups.ts";
import { reviewed } from "./leader-review.ts";
import type { PageIndex } from "./page-index.ts";
import { evidenceOf, sortedEvidence } from "./types.ts";
import { evidenceOfPlaylist, type Videos } from "./videos.ts";

export interface GroupContext {
  readonly idOfGroup: (group: ResolvedGroup) => string;
  readonly pages: PageIndex;
  readonly finder: GroupFinder;
  readonly videos: Videos;
  readonly leadership: ReadonlyMap<ResolvedGroup, Term[]>;
  /** What pages state. */
  readonly events: readonly ChangeEvent[];
  /** What the dates say, by the group's id. */
  readonly inferred: Inferred["byGroup"];
  readonly reports: readonly ReportRecord[];
  readonly meetings: readonly MeetingRecord[];
  readonly previous: readonly GroupRecord[];
  readonly asOf: string;
}

const maxEvidence = 20;

export function finishGroups(groups: readonly ResolvedGroup[], context: GroupContext): GroupRecord[] {
  const old = new Map(context.previous.map((record) => [record.id, record]));
  return groups.map((group) => {
    const id = context.idOfGroup(group);
    const parent = parentOf(group, context.pages, context.finder);
    const reports = context.reports.filter((report) => report.group === id);
    const meetings = context.meetings.filter((meeting) => meeting.group === id);
    const lastMeetingOn = latest(
      meetings.filter((meeting) => meeting.status !== "canceled" && meeting.status !== "planned").map((meeting) => meeting.date),
      context.asOf,
    );
    const homeId = group.homePage === null ? null : (group.homePage.split("/").at(-1) ?? null);
    const before = old.get(id);
    const dates = context.inferred.get(id);
    const aliases = new Set([...group.aliases, ...(before ? [before.name, ...before.aliases] : [])]);
    aliases.delete(group.name);
    return {
      kind: "group",
      id,
      name: group.name,
      aliases: [...aliases].sort(byCodeUnits),
      groupKind: group.kind,
      parent: parent ? context.idOfGroup(parent) : null,
      homePage: group.homePage,
      status: declaredStatus(group, id, context.events),
      activity: dates?.activity ?? unknownActivity(lastMeetingOn),
      leadership: reviewed(context.leadership.get(group) ?? [], meetings, reports),
      meetingCadence: latestCadence(reports),
      reportCadence: reportCadenceOf(reports),
      lastMeetingOn,
      lastReportOn: latest(
        reports.map((report) => report.publishedOn ?? report.period?.end ?? null),
        context.asOf,
      ),
      ...calendarOf(dates, before, context.asOf),
      playlists: context.videos.playlistsOf(group).map(({ playlistId }) => playlistId),
      formerIds: before?.formerIds ?? [],
      evidence: [
        ...sortedEvidence(
          group.mentions.map(({ entry, mention }) => evidenceOf(entry, mention.witness)),
          homeId,
        ).slice(0, maxEvidence),
        ...context.videos.playlistsOf(group).map(evidenceOfPlaylist),
      ],
    };
  });
}

/** As it was where nobody listened: a report that nobody looked for is not missing, and one that came stays. */
function calendarOf(
  dates: InferredGroup | undefined,
  before: GroupRecord | undefined,
  asOf: string,
): Pick<GroupRecord, "nextReportDue" | "reportCalendar"> {
  if (dates?.isHeard === false) return { nextReportDue: before?.nextReportDue ?? null, reportCalendar: before?.reportCalendar ?? [] };
  return { nextReportDue: dates?.calendar.nextDue ?? null, reportCalendar: recentPeriods(dates?.calendar.periods ?? [], asOf) };
}

/** Those of the two years before the next one, and that one. */
function recentPeriods(periods: InferredGroup["calendar"]["periods"], asOf: string): GroupRecord["reportCalendar"] {
  // From the last of them on: that a day passes is no news.
  const since = plusMonths(periods.at(-1)?.dueOn ?? asOf, -24);
  return periods.flatMap(({ period, dueOn, state, report, publishedOn }) =>
    dueOn < since ? [] : [{ period, dueOn, state, report, publishedOn }],
  );
}

function latest(dates: readonly (string | null)[], asOf: string): string | null {
  return dates.reduce<string | null>(
    (most, date) => (date !== null && isDay(date) && date <= asOf && (most === null || date > most) ? date : most),
    null,
  );
}

function latestCadence(reports: readonly ReportRecord[]): Cadence | null {
  const dated = reports
    .filter((report) => report.meetingCadence !== null && report.period !== null)
    .sort((a, b) => byCodeUnits(a.period?.end ?? "", b.period?.end ?? ""));
  return dated.at(-1)?.meetingCadence ?? null;
}

/** From the length of the latest period: three months are a quarter, six a half. */
function reportCadenceOf(reports: readonly ReportRecord[]): GroupRecord["reportCadence"] {
  if (reports.length < 2) return null;
  const period = reports
    .flatMap((report) => report.period ?? [])
    .sort((a, b) => byCodeUnits(a.end, b.end))
    .at(-1);
  const months = period
    ? (Number(period.end.slice(0, 4)) - Number(period.start.slice(0, 4))) * 12 +
      Number(period.end.slice(5, 7)) -
      Number(period.start.slice(5, 7)) +
      1
    : 0;
  return months === 1
    ? "monthly"
    : months === 3
      ? "quarterly"
      : months >= 4 && months <= 6
        ? "semiannual"
        : months === 12
          ? "annual"
          : null;
}
