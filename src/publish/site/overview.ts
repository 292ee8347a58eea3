import type { ChangeRecord, CourseRecord } from "../../records/index.ts";
import type { GroupLine } from "../job-summary.ts";
import { changeLog } from "./changes.ts";
import { escaped, linked, section, table } from "./page.ts";

/** How a group is, with its id. */
export interface OverviewLine extends GroupLine {
  readonly group: string;
  readonly reportsOwed: readonly string[];
}

export interface Overview {
  readonly asOf: string;
  readonly groups: readonly OverviewLine[];
  /** The newest first. */
  readonly changes: readonly ChangeRecord[];
  readonly courses: readonly CourseRecord[];
  readonly counts: readonly (readonly [collection: string, count: number])[];
}

const mostChanges = 60;

/** The first page: how each group is, what changed, which courses pages list. */
export function overviewPage({ asOf, groups, changes, courses, counts }: Overview): string {
  const shown = changes.slice(0, mostChanges);
  const rest = changes.length - shown.length;
  const more = rest > 0 ? `<p class="soft">and ${rest} more, in <a href="tables/changes.csv">changes.csv</a></p>\n` : "";
  const all = counts.map(([collection, count]) => `${count} ${collection}`).join(", ");
  return [
    `<p class="soft">As of ${escaped(asOf)}: ${escaped(all)}.</p>\n`,
    section("Groups", table(["Group", "State", "Last meeting", "Last report", "Next report due", "Leaders"], groups.map(groupRow))),
    section("What changed", `${changeLog(shown)}${more}`),
    section("Courses", table(["Course", "Provider", "Cost"], courses.map(courseRow))),
    section(
      "Tables",
      `<p>For spreadsheets: ${["changes", "meetings", "reports", "recordings", "courses"].map((name) => `<a href="tables/${name}.csv">${name}.csv</a>`).join(", ")}. For readers of feeds: <a href="feeds/changes.json">JSON Feed</a>, <a href="feeds/changes.atom">Atom</a>.</p>\n`,
    ),
  ].join("");
}

export function groupPath(id: string): string {
  return `${id}.html`;
}

function groupRow({
  group,
  name,
  status,
  activity,
  lastMeetingOn,
  lastReportOn,
  nextReportDue,
  reportsOwed,
  leaders,
}: OverviewLine): string[] {
  const state = activity.value === "unknown" || activity.value === status.value ? status.value : `${status.value}, ${activity.value}`;
  return [
    `<a href="${escaped(groupPath(group))}">${escaped(name)}</a>`,
    escaped(state),
    `<span class="date">${escaped(lastMeetingOn ?? "–")}</span>`,
    `<span class="date">${escaped(lastReportOn ?? "–")}</span>`,
    escaped([nextReportDue ?? "–", ...reportsOwed.map((period) => `${period} missing`)].join(", ")),
    escaped(leaders.map((leader) => `${leader.name} (${leader.role})`).join(", ") || "–"),
  ];
}

function courseRow({ title, provider, url, cost, available }: CourseRecord): string[] {
  return [
    linked(url, title),
    escaped(provider ?? "–"),
    escaped([cost?.text ?? "–", ...(available === false ? ["unavailable"] : [])].join(", ")),
  ];
}
