import type { ChangeRecord, CourseRecord, MeetingRecord, RecordingRecord, ReportRecord } from "../records/index.ts";
import { csv } from "./csv.ts";

/** What is exported for spreadsheets, each in the order of its collection. */
export interface Exported {
  readonly changes: readonly ChangeRecord[];
  readonly meetings: readonly MeetingRecord[];
  readonly reports: readonly ReportRecord[];
  readonly recordings: readonly RecordingRecord[];
  readonly courses: readonly CourseRecord[];
}

/** Paths and texts of one CSV file a collection. */
export function tablesOf({ changes, meetings, reports, recordings, courses }: Exported): (readonly [path: string, text: string])[] {
  const names = (people: readonly { readonly name: string }[]): string => people.map(({ name }) => name).join("; ");
  const side = (values: ChangeRecord["from"]): string =>
    values.map((value) => (typeof value === "object" ? value.name : String(value))).join("; ");
  return [
    [
      "tables/changes.csv",
      csv(
        ["id", "type", "group", "at", "detected_on", "from", "to", "basis", "confidence", "summary"],
        changes.map((one) => [
          one.id,
          one.type,
          one.group,
          one.at,
          one.detectedOn,
          side(one.from),
          side(one.to),
          one.basis,
          one.confidence,
          one.summary,
        ]),
      ),
    ],
    [
      "tables/meetings.csv",
      csv(
        ["id", "group", "date", "status", "title", "attendees"],
        meetings.map((one) => [one.id, one.group, one.date, one.status, one.title, one.attendees.length]),
      ),
    ],
    [
      "tables/reports.csv",
      csv(
        ["id", "group", "period_start", "period_end", "published_on", "authors", "average_attendance", "title"],
        reports.map((one) => [
          one.id,
          one.group,
          one.period?.start ?? null,
          one.period?.end ?? null,
          one.publishedOn,
          names(one.authors),
          one.averageAttendance,
          one.title,
        ]),
      ),
    ],
    [
      "tables/recordings.csv",
      csv(
        ["id", "group", "date", "title", "presenters", "availability", "url"],
        recordings.map((one) => [one.id, one.group, one.date, one.title, names(one.presenters), one.availability.value, one.url]),
      ),
    ],
    [
      "tables/courses.csv",
      csv(
        ["id", "provider", "title", "cost", "amount", "currency", "available", "url"],
        courses.map((one) => [
          one.id,
          one.provider,
          one.title,
          one.cost?.text ?? null,
          one.cost?.amount ?? null,
          one.cost?.currency ?? null,
          one.available === null ? null : String(one.available),
          one.url,
        ]),
      ),
    ],
  ];
}
