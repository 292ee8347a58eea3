import { shortHash } from "../records/ids.ts";
import type { ChangeRecord, ChangeType, CourseRecord, Evidence, PageRecord, RecordingRecord, ReportRecord } from "../records/index.ts";
import { isGone } from "../records/recording.ts";

// What two states of the archive show: nobody said it, but it was otherwise before. Pure.

/** The records of one state that are compared. */
export interface Observable {
  readonly reports: readonly ReportRecord[];
  readonly recordings: readonly RecordingRecord[];
  readonly courses: readonly CourseRecord[];
}

/** What is known beside the records. */
export interface Surroundings {
  /** As-of day of the archive before. */
  readonly before: string;
  readonly asOf: string;
  readonly groupName: (id: string) => string;
  /** A page as it is now, by its page id; null where the archive does not have it. */
  readonly page: (
    pageId: string,
  ) => { readonly createdOn: string | null; readonly isCurrent: boolean; readonly hasChanged: boolean } | null;
}

interface Observation {
  readonly type: ChangeType;
  readonly group: string | null;
  readonly subject: string;
  readonly at: string | null;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly confidence: ChangeRecord["confidence"];
  /** Without the group and without the point. */
  readonly told: string;
  readonly evidence: readonly Evidence[];
}

/** What came, went or became otherwise between two states. What only other rules read otherwise is no change: its page must have been edited. */
export function observedChanges(before: Observable, after: Observable, around: Surroundings): ChangeRecord[] {
  const found = [...ofRecordings(before, after, around), ...ofReports(before, after, around), ...ofCourses(before, after, around)];
  return found.map((observation) => changeOf(observation, around));
}

/** A page that left, or came back. */
export function observedPageChange(
  before: PageRecord["status"],
  page: PageRecord,
  group: string | null,
  around: Pick<Surroundings, "asOf" | "groupName">,
): ChangeRecord | null {
  const [was, is] = [before.value, page.status.value];
  if ((was === "current") === (is === "current")) return null;
  const isGone = is !== "current";
  const observation: Observation = {
    type: isGone ? "page.removed" : "page.restored",
    group,
    subject: page.id,
    at: page.status.since,
    from: [was],
    to: [is],
    confidence: is === "missing" || is === "hidden" ? "medium" : "high",
    told: isGone ? `the page "${page.title}" ${fates[is] ?? "is gone"}` : `the page "${page.title}" is back`,
    evidence: page.evidence.slice(0, 1),
  };
  return changeOf(observation, around);
}

const fates: Readonly<Record<string, string>> = {
  archived: "was archived",
  trashed: "was put into the trash",
  deleted: "was deleted",
  moved: "was moved to another space",
  hidden: "is hidden",
  missing: "is missing",
};

function ofRecordings(before: Observable, after: Observable, around: Surroundings): Observation[] {
  const known = byId(before.recordings);
  return after.recordings.flatMap((recording): Observation[] => {
    const old = known.get(recording.id);
    const { id: subject, group, title, availability } = recording;
    const evidence = recording.evidence.slice(0, 1);
    if (old === undefined) {
      const on = recording.publishedAt?.slice(0, 10) ?? recording.date;
      if (!isNews(on, around)) return [];
      const told = `the recording "${title}" was published`;
      return [{ type: "recording.published", group, subject, at: on, from: [], to: [], confidence: "high", told, evidence }];
    }
    if (isGone(old.availability) || !isGone(availability)) return [];
    const told = `the recording "${title}" ${availability.value === "unknown" ? "is not there any more" : `is ${availability.value}`}`;
    const [from, to] = [[old.availability.value], [availability.value]];
    const confidence = availability.value === "unknown" ? "medium" : "high";
    return [{ type: "recording.unavailable", group, subject, at: availability.since, from, to, confidence, told, evidence }];
  });
}

/** What a source that was added knows of before is no news, nor is what a calendar tells of the future. */
function isNews(on: string | null, { before, asOf }: Surroundings): on is string {
  return on !== null && on >= before && on <= asOf;
}

function ofReports(before: Observable, after: Observable, around: Surroundings): Observation[] {
  const known = byId(before.reports);
  return after.reports.flatMap((report): Observation[] => {
    const pageId = report.page.slice(report.page.lastIndexOf("/") + 1);
    const on = report.publishedOn ?? around.page(pageId)?.createdOn ?? null;
    if (known.has(report.id) || !isNews(on, around)) return [];
    const told = `the report "${report.title}" was published`;
    const evidence = report.evidence.slice(0, 1);
    return [
      { type: "report.published", group: report.group, subject: report.id, at: on, from: [], to: [], confidence: "high", told, evidence },
    ];
  });
}

function ofCourses(before: Observable, after: Observable, around: Surroundings): Observation[] {
  const old = byId(before.courses);
  const now = byId(after.courses);
  const isEdited = ({ evidence }: CourseRecord): boolean =>
    evidence.some(({ pageId }) => {
      const page = pageId === undefined ? null : around.page(pageId);
      return page?.isCurrent === true && page.hasChanged;
    });
  const common = { group: null, confidence: "medium" } as const;
  const added = after.courses.flatMap((course): Observation[] => {
    const was = old.get(course.id);
    const evidence = course.evidence.slice(0, 1);
    if (!isEdited(course)) return [];
    const told = `the course "${course.title}"`;
    if (was === undefined)
      return [
        {
          ...common,
          type: "course.added",
          subject: course.id,
          at: course.updatedOn,
          from: [],
          to: costs(course),
          told: `${told} was added`,
          evidence,
        },
      ];
    const [from, to] = [costs(was), costs(course)];
    if (from.join() === to.join()) return [];
    const words = `${told} changed from ${from.join(", ") || "no price"} to ${to.join(", ") || "no price"}`;
    return [{ ...common, type: "course.changed", subject: course.id, at: course.updatedOn, from, to, told: words, evidence }];
  });
  const removed = before.courses.flatMap((course): Observation[] =>
    now.has(course.id) || !isEdited(course)
      ? []
      : [
          {
            ...common,
            type: "course.removed",
            subject: course.id,
            at: null,
            from: costs(course),
            to: [],
            told: `the course "${course.title}" is listed no more`,
            evidence: course.evidence.slice(0, 1),
          },
        ],
  );
  return [...added, ...removed];
}

/** What a reader compares: the price, and whether the course can be taken. */
function costs({ cost, available }: CourseRecord): string[] {
  return [...(cost === null ? [] : [cost.text]), ...(available === false ? ["unavailable"] : [])];
}

function changeOf(observation: Observation, { asOf, groupName }: Pick<Surroundings, "asOf" | "groupName">): ChangeRecord {
  const { type, group, subject, at, from, to, told } = observation;
  const identity = [type, subject, at ?? asOf, ...to].join("\n");
  const place = group === null ? "unassigned" : group.slice(group.indexOf("/") + 1);
  const when = at === null ? "" : ` (${at})`;
  const summary = `${group === null ? upperFirst(told) : `${groupName(group)}: ${told}`}${when}.`;
  return {
    kind: "change",
    id: `changes/${asOf.slice(0, 4)}/${place.slice(0, 60)}-${type.replace(".", "-")}-${shortHash(identity)}`,
    title: summary,
    type,
    group,
    subjects: [...(group === null ? [] : [group]), subject],
    at,
    detectedOn: asOf,
    from: [...from],
    to: [...to],
    basis: "observed",
    confidence: observation.confidence,
    summary,
    corrects: null,
    correctedBy: null,
    formerIds: [],
    evidence: observation.evidence.map((item) => ({ ...item, basis: "observed" as const })),
  };
}

function upperFirst(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function byId<T extends { readonly id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}
