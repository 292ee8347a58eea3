import type { z } from "zod";
import { type Collection, collections, indexRecord, redirectRecord, rootRecord } from "./archive-files.ts";
import { type ChangeRecord, changeRecord } from "./change.ts";
import { type CourseRecord, courseRecord } from "./course.ts";
import { type GroupRecord, groupRecord } from "./group.ts";
import { type MeetingRecord, meetingRecord } from "./meeting.ts";
import { type PageRecord, pageRecord } from "./page.ts";
import { type PersonRecord, personRecord } from "./person.ts";
import { type RecordingRecord, recordingRecord } from "./recording.ts";
import { type ReportRecord, reportRecord } from "./report.ts";

export * from "./archive-files.ts";
export type { ChangeRecord, ChangeType } from "./change.ts";
export type { Cost, CourseRecord } from "./course.ts";
export type { Evidence, PersonRef } from "./fields.ts";
export type { Cadence, GroupKind, GroupRecord, GroupStatus, Role, Term } from "./group.ts";
export type { MeetingRecord, MeetingStatus } from "./meeting.ts";
export type { PageKind, PageRecord } from "./page.ts";
export type { PersonRecord } from "./person.ts";
export type { Platform, RecordingRecord } from "./recording.ts";
export type { ReportRecord, SectionKey } from "./report.ts";

export type MinutebookRecord =
  | GroupRecord
  | PersonRecord
  | ReportRecord
  | MeetingRecord
  | RecordingRecord
  | CourseRecord
  | ChangeRecord
  | PageRecord;

/** Every kind of record file in the archive, with the schema that the writer holds it to. */
export const recordSchemas = {
  group: groupRecord,
  person: personRecord,
  report: reportRecord,
  meeting: meetingRecord,
  recording: recordingRecord,
  course: courseRecord,
  change: changeRecord,
  page: pageRecord,
} as const satisfies Record<MinutebookRecord["kind"], z.ZodType>;

export const fileSchemas = { ...recordSchemas, minutebook: rootRecord, index: indexRecord, redirect: redirectRecord } as const;
export type FileKind = keyof typeof fileSchemas;

export const kindOfCollection: Readonly<Record<Collection, MinutebookRecord["kind"]>> = {
  groups: "group",
  people: "person",
  reports: "report",
  meetings: "meeting",
  recordings: "recording",
  courses: "course",
  changes: "change",
  pages: "page",
};

export function collectionOf(id: string): Collection | null {
  const first = id.slice(0, id.indexOf("/"));
  return collections.find((name) => name === first) ?? null;
}
