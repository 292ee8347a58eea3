import { describe, expect, test } from "vitest";
import { type Observable, observedChanges, observedPageChange, type Surroundings } from "../../src/changes/observed.ts";
import { changeRecord } from "../../src/records/change.ts";
import type { CourseRecord, PageRecord, RecordingRecord, ReportRecord } from "../../src/records/index.ts";

const around: Surroundings = {
  before: "2024-05-01",
  asOf: "2024-05-08",
  groupName: () => "Lantern Guild",
  page: (pageId) => ({ createdOn: "2024-01-01", isCurrent: pageId !== "9", hasChanged: pageId === "1" }),
};

const nothing: Observable = { reports: [], recordings: [], courses: [] };

function recording(over: Partial<RecordingRecord>): RecordingRecord {
  return {
    id: "recordings/youtube/Lamp000000B",
    title: "Trimming wicks",
    group: "groups/lantern-guild",
    date: "2023-02-01",
    publishedAt: "2023-02-02T10:00:00Z",
    availability: { value: "public", since: null },
    evidence: [{ source: "videos", videoId: "Lamp000000B", url: null }],
    ...over,
  } as RecordingRecord;
}

function course(over: Partial<CourseRecord>): CourseRecord {
  return {
    id: "courses/dune-school/oil",
    title: "Oil",
    cost: { text: "$20", amount: 20, currency: "USD", per: null },
    available: null,
    updatedOn: "2024-05",
    evidence: [{ source: "wiki", pageId: "1", url: null }],
    ...over,
  } as CourseRecord;
}

const report = {
  id: "reports/lantern-guild/2024-Q1",
  title: "Q1 report",
  page: "pages/LAN/1",
  group: "groups/lantern-guild",
  publishedOn: "2024-05-03",
  evidence: [{ source: "wiki", pageId: "1", url: null }],
} as unknown as ReportRecord;

const seen = (before: Partial<Observable>, after: Partial<Observable>) =>
  observedChanges({ ...nothing, ...before }, { ...nothing, ...after }, around);

test("what is told fits the schema of changes, and says what it was and what it is", () => {
  const gone = recording({ availability: { value: "private", since: "2024-05-06" } });
  const [change] = seen({ recordings: [recording({})] }, { recordings: [gone] });
  expect(changeRecord.parse(change)).toMatchObject({
    type: "recording.unavailable",
    group: "groups/lantern-guild",
    subjects: ["groups/lantern-guild", "recordings/youtube/Lamp000000B"],
    at: "2024-05-06",
    detectedOn: "2024-05-08",
    from: ["public"],
    to: ["private"],
    basis: "observed",
    confidence: "high",
    summary: 'Lantern Guild: the recording "Trimming wicks" is private (2024-05-06).',
    evidence: [{ source: "videos", videoId: "Lamp000000B", basis: "observed" }],
  });
  expect(change?.id).toMatch(/^changes\/2024\/lantern-guild-recording-unavailable-[0-9a-f]{8}$/);
});

describe("recordings", () => {
  test("that stay as they are, or come back, are no loss", () => {
    const gone = recording({ availability: { value: "deleted", since: "2024-04-01" } });
    expect(seen({ recordings: [gone] }, { recordings: [gone] })).toEqual([]);
    expect(seen({ recordings: [gone] }, { recordings: [recording({})] })).toEqual([]);
    expect(
      seen({ recordings: [recording({})] }, { recordings: [recording({ availability: { value: "unlisted", since: "2024-05-02" } })] }),
    ).toEqual([]);
  });

  test("that nothing tells the fate of are gone, and that is less sure", () => {
    const gone = recording({ availability: { value: "unknown", since: "2024-05-06" } });
    expect(seen({ recordings: [recording({})] }, { recordings: [gone] })).toMatchObject([
      { type: "recording.unavailable", confidence: "medium" },
    ]);
  });

  test("are news when they were published since, not when a source was added that knows old ones", () => {
    expect(seen({}, { recordings: [recording({})] })).toEqual([]);
    expect(seen({}, { recordings: [recording({ publishedAt: "2024-06-02T10:00:00Z" })] })).toEqual([]);
    expect(seen({}, { recordings: [recording({ publishedAt: "2024-05-02T10:00:00Z" })] })).toMatchObject([
      { type: "recording.published", at: "2024-05-02" },
    ]);
  });
});

test("a report is news when it was published since", () => {
  expect(seen({}, { reports: [report] })).toMatchObject([{ type: "report.published", at: "2024-05-03" }]);
  expect(seen({ reports: [report] }, { reports: [report] })).toEqual([]);
  expect(seen({}, { reports: [{ ...report, publishedOn: "2024-04-03" }] })).toEqual([]);
});

describe("courses", () => {
  test("are added, changed and removed by who edits their page", () => {
    const dearer = course({ cost: { text: "$30", amount: 30, currency: "USD", per: null } });
    expect(seen({}, { courses: [course({})] })).toMatchObject([{ type: "course.added", to: ["$20"] }]);
    expect(seen({ courses: [course({})] }, { courses: [dearer] })).toMatchObject([
      { type: "course.changed", from: ["$20"], to: ["$30"], summary: 'The course "Oil" changed from $20 to $30 (2024-05).' },
    ]);
    expect(seen({ courses: [course({})] }, { courses: [course({ available: false })] })).toMatchObject([{ to: ["$20", "unavailable"] }]);
    expect(seen({ courses: [course({})] }, {})).toMatchObject([{ type: "course.removed", from: ["$20"], to: [] }]);
  });

  test("that only another rule reads otherwise did not change", () => {
    const evidence = [{ source: "wiki", pageId: "2", url: null }];
    expect(seen({}, { courses: [course({ evidence })] })).toEqual([]);
    expect(seen({ courses: [course({ evidence })] }, { courses: [course({ evidence, cost: null })] })).toEqual([]);
    expect(seen({ courses: [course({ evidence })] }, {})).toEqual([]);
  });

  test("of a page that is gone are not removed: the page is", () => {
    expect(seen({ courses: [course({ evidence: [{ source: "wiki", pageId: "9", url: null }] })] }, {})).toEqual([]);
  });
});

describe("a page", () => {
  const page = (value: PageRecord["status"]["value"]) =>
    ({
      id: "pages/LAN/1",
      title: "Lamp Care",
      status: { value, since: "2024-05-08" },
      evidence: [{ source: "wiki", pageId: "1", url: null }],
    }) as unknown as PageRecord;

  test.each([
    ["current", "trashed", "page.removed", 'Lantern Guild: the page "Lamp Care" was put into the trash (2024-05-08).'],
    ["current", "missing", "page.removed", 'Lantern Guild: the page "Lamp Care" is missing (2024-05-08).'],
    ["archived", "current", "page.restored", 'Lantern Guild: the page "Lamp Care" is back (2024-05-08).'],
  ] as const)("that was %s and is %s", (was, is, type, summary) => {
    expect(observedPageChange({ value: was, since: null }, page(is), "groups/lantern-guild", around)).toMatchObject({
      type,
      summary,
      from: [was],
      to: [is],
    });
  });

  test("whose fate is told more exactly was gone before", () => {
    expect(observedPageChange({ value: "missing", since: null }, page("trashed"), null, around)).toBeNull();
  });
});

test("the order of records does not matter to what is told of each", () => {
  const two = [recording({}), recording({ id: "recordings/youtube/Lamp000001B" })];
  const gone = two.map((one) => ({ ...one, availability: { value: "deleted" as const, since: "2024-05-06" } }));
  const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id).sort();
  expect(ids(seen({ recordings: two }, { recordings: gone }))).toEqual(
    ids(seen({ recordings: [...two].reverse() }, { recordings: [...gone].reverse() })),
  );
});
