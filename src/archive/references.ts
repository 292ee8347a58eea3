import type { ChangeRecord, Collection, MinutebookRecord, PersonRef } from "../records/index.ts";

/** One id that a record names. */
export interface Reference {
  readonly field: string;
  readonly id: string;
  /** Where it must lead; null: to a record of any collection. */
  readonly into: Collection | null;
}

/** Every id that a record names, except `formerIds`, which lead the other way. */
export function referencesOf(record: MinutebookRecord): Reference[] {
  const found = byKind(record);
  return found.flatMap(({ field, id, into }) => (id === null || id === undefined ? [] : [{ field, id, into }]));
}

interface Candidate {
  readonly field: string;
  readonly id: string | null | undefined;
  readonly into: Collection | null;
}

function byKind(record: MinutebookRecord): Candidate[] {
  switch (record.kind) {
    case "group":
      return [
        one("parent", "groups", record.parent),
        one("homePage", "pages", record.homePage),
        ...people(
          "leadership",
          record.leadership.map((term) => term.person),
        ),
        // An archive of before reports were expected has none.
        ...(record.reportCalendar ?? []).map((due, at) => one(`reportCalendar.${at}.report`, "reports", due.report)),
      ];
    case "person":
      return record.roles.map((role, at) => one(`roles.${at}.group`, "groups", role.group));
    case "report":
      return [one("page", "pages", record.page), one("group", "groups", record.group), ...people("authors", record.authors)];
    case "meeting":
      return [
        one("page", "pages", record.page),
        one("group", "groups", record.group),
        ...many("recordings", "recordings", record.recordings),
        ...people("attendees", record.attendees),
        ...people("presenters", record.presenters),
        ...people(
          "actionItems",
          record.actionItems.map((item) => item.owner),
        ),
      ];
    case "recording":
      return [
        one("group", "groups", record.group),
        ...many("meetings", "meetings", record.meetings),
        // An archive of an earlier version has none.
        ...(record.joins ?? []).map((join, at) => one(`joins.${at}.record`, null, join.record)),
        ...people("presenters", record.presenters),
        ...people(
          "transcripts",
          record.transcripts.flatMap((transcript) => transcript.speakers),
        ),
      ];
    case "course":
      return record.history.map((item, at) => one(`history.${at}.page`, "pages", item.page));
    case "change":
      return ofChange(record);
    case "page":
      return [
        ...record.ancestors.map((ancestor, at) => one(`ancestors.${at}.id`, "pages", ancestor.id)),
        ...record.links.map((link, at) => one(`links.${at}.page`, "pages", link.page)),
        ...people("createdBy", [record.createdBy]),
        ...people("modifiedBy", [record.modifiedBy]),
        ...people(
          "comments",
          // An archive of before comments were read has no such field.
          (record.comments ?? []).map(({ author }) => author),
        ),
      ];
  }
}

function ofChange(record: ChangeRecord): Candidate[] {
  const named = (side: ChangeRecord["from"]): PersonRef[] => side.filter((item) => typeof item === "object");
  return [
    one("group", "groups", record.group),
    ...many("subjects", null, record.subjects),
    one("corrects", "changes", record.corrects),
    one("correctedBy", "changes", record.correctedBy),
    ...people("from", named(record.from)),
    ...people("to", named(record.to)),
  ];
}

function one(field: string, into: Collection | null, id: string | null): Candidate {
  return { field, id, into };
}

function many(field: string, into: Collection | null, ids: readonly string[]): Candidate[] {
  return ids.map((id) => ({ field, id, into }));
}

function people(field: string, refs: readonly (PersonRef | null)[]): Candidate[] {
  return refs.map((ref) => ({ field, id: ref?.id, into: "people" }));
}
