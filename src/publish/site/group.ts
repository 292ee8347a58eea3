import { edtfInWords } from "../../records/edtf.ts";
import type { ChangeRecord, GroupRecord, MeetingRecord, RecordingRecord, ReportRecord, Term } from "../../records/index.ts";
import { changeLog } from "./changes.ts";
import { escaped, linked, section, table } from "./page.ts";

/** All that one page tells of a group, the newest first. */
export interface GroupFacts {
  readonly group: GroupRecord;
  readonly reports: readonly ReportRecord[];
  readonly meetings: readonly MeetingRecord[];
  readonly recordings: readonly RecordingRecord[];
  readonly changes: readonly ChangeRecord[];
  /** Full page id → its address. */
  readonly addressOf: (page: string) => string | null;
}

export function groupPage({ group, reports, meetings, recordings, changes, addressOf }: GroupFacts): string {
  return [
    `<p class="soft">${escaped(stateOf(group))}</p>\n`,
    section("Who leads it", table(["Who", "Role", "From", "To", "As it says"], group.leadership.map(termRow))),
    section("What changed", changeLog(changes)),
    section(
      "Reports",
      table(
        ["Report", "Period", "Published", "Authors"],
        reports.map((one) => [
          linked(addressOf(one.page), one.title),
          escaped(one.period?.label ?? "–"),
          when(one.publishedOn),
          escaped(namesOf(one.authors)),
        ]),
      ),
    ),
    section(
      "Reports that are due",
      table(
        ["Period", "Due", "State"],
        (group.reportCalendar ?? []).map((due) => [escaped(due.period), escaped(due.dueOn), escaped(due.state)]),
      ),
    ),
    section(
      "Meetings",
      table(
        ["Date", "Meeting", "State", "People"],
        meetings.map((one) => [
          when(one.date),
          linked(addressOf(one.page), one.title),
          escaped(one.status),
          String(one.attendees.length || "–"),
        ]),
      ),
    ),
    section(
      "Recordings",
      table(
        ["Date", "Recording", "Presenters", "To be seen"],
        recordings.map((one) => [
          when(one.date),
          linked(one.url, one.title),
          escaped(namesOf(one.presenters)),
          escaped(one.availability.value),
        ]),
      ),
    ),
  ].join("");
}

function stateOf({ groupKind, aliases, status, activity }: GroupRecord): string {
  const rhythm =
    activity.learnedFrom === null ? "" : `; expected every ${activity.expectedEveryDays ?? "?"} days (${activity.learnedFrom})`;
  const since = activity.since ? ` since ${activity.since}` : "";
  const names = aliases.length === 0 ? "" : ` Also called ${aliases.join(", ")}.`;
  return `${groupKind}; pages say ${status.value}, the dates say ${activity.value}${since}${rhythm}.${names}`;
}

function termRow({ person, role, start, end, evidence, review = null }: Term): string[] {
  const told = evidence.find(({ quote }) => quote !== undefined) ?? evidence[0];
  const said = told === undefined ? "" : linked(told.url, told.quote === undefined ? "the page" : `“${told.quote}”`);
  const note = review === null ? "" : `<div class="soft">For review: ${escaped(review)}</div>`;
  return [escaped(person.name), escaped(role), when(start), when(end), `${said}${note}`];
}

function when(date: string | null): string {
  return date === null ? "–" : `<span class="date">${escaped(edtfInWords(date))}</span>`;
}

function namesOf(people: readonly { readonly name: string }[]): string {
  return people.map(({ name }) => name).join(", ") || "–";
}
