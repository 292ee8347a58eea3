// The built-in sample end to end: what a careful reader takes out of it (config/sample/expected.json, labelled by hand) is what the archive holds.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ArchiveReader, openArchive } from "../src/archive/index.ts";
import { backfill } from "../src/backfill.ts";
import { check } from "../src/check.ts";
import { loadConfig } from "../src/config/index.ts";
import { nameKey } from "../src/extraction/index.ts";
import { intervalOf } from "../src/records/edtf.ts";
import type { RunReport } from "../src/run-report.ts";

const labels = z.object({
  pages: z.record(z.string(), z.string()),
  groups: z.array(z.object({ name: z.string(), parent: z.string().nullable() })),
  reports: z.array(
    z.object({
      pageId: z.string(),
      periodStart: z.string(),
      periodEnd: z.string(),
      authors: z.array(z.string()),
      publishedOn: z.string().nullable(),
      averageAttendance: z.number().nullable(),
      meetingCadence: z.string().nullable(),
    }),
  ),
  meetings: z.array(z.object({ pageId: z.string(), date: z.string(), attendees: z.array(z.string()) })),
  recordings: z.array(z.object({ key: z.string() })),
  courses: z.array(z.object({ title: z.string(), amount: z.number().nullable() })),
  leadership: z.array(z.object({ group: z.string(), person: z.string(), role: z.string() })),
  hostile: z.object({ pageId: z.string(), mustNotReach: z.array(z.string()), mustKeep: z.array(z.string()) }),
});

/** Labels keep account marks as printed; records have names without them. */
const nameWithoutMark = (name: string): string => nameKey(name.replace(/ \(deactivated\)/i, ""));

let dir = "";
let report: RunReport;
let archive: ArchiveReader;
let expected: z.infer<typeof labels>;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "minutebook-sample-"));
  const config = await loadConfig(fileURLToPath(new URL("../config/sample.yaml", import.meta.url)));
  report = await backfill({ from: null, config, archive: join(dir, "archive"), space: null, baseUrl: null, asOf: null, dryRun: false });
  archive = await openArchive(join(dir, "archive"));
  expected = labels.parse(JSON.parse(await readFile(new URL("../config/sample/expected.json", import.meta.url), "utf8")));
});

afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
});

test("the run is whole: nothing set aside, no rule failed, the archive checks out", async () => {
  expect(report.exitCode).toBe(0);
  expect(report.failedRules).toEqual({});
  expect((await check(join(dir, "archive"))).faults).toEqual([]);
});

test("a second run finds nothing to write, and a rebuild changes no byte", async () => {
  const config = await loadConfig(fileURLToPath(new URL("../config/sample.yaml", import.meta.url)));
  const again = await backfill({
    from: null,
    config,
    archive: join(dir, "archive"),
    space: null,
    baseUrl: null,
    asOf: null,
    dryRun: false,
  });
  expect(again.plan.writes).toEqual([]);
});

test("every page has the kind that a reader gives it, but for pages that are only resources", async () => {
  const kinds: Record<string, string> = {};
  for await (const page of archive.records("pages")) kinds[page.pageId] = page.pageKind;
  const wanted = Object.entries(expected.pages).filter(([, kind]) => kind !== "resource");
  expect(Object.fromEntries(wanted.map(([id]) => [id, kinds[id]]))).toEqual(Object.fromEntries(wanted));
});

test("groups with their parents", async () => {
  const groups = await Array.fromAsync(archive.records("groups"));
  const nameOf = new Map(groups.map((group) => [group.id, group.name]));
  const found = groups.map((group) => [group.name, group.parent === null ? null : (nameOf.get(group.parent) ?? null)]);
  expect(found.sort()).toEqual(expected.groups.map((group) => [group.name, group.parent]).sort());
});

test("reports with period, authors, day, attendance and cadence", async () => {
  const found = new Map((await Array.fromAsync(archive.records("reports"))).map((record) => [record.page.split("/").at(-1), record]));
  expect(found.size).toBe(expected.reports.length);
  for (const label of expected.reports) {
    const record = found.get(label.pageId);
    expect.soft(record?.period?.start, label.pageId).toBe(intervalOf(label.periodStart)?.start);
    expect.soft(record?.period?.end, label.pageId).toBe(intervalOf(label.periodEnd)?.end);
    expect
      .soft(
        record?.authors.map((person) => person.name),
        label.pageId,
      )
      .toEqual(label.authors);
    expect.soft(record?.publishedOn, label.pageId).toBe(label.publishedOn);
    expect.soft(record?.averageAttendance, label.pageId).toBe(label.averageAttendance);
    expect.soft(record?.meetingCadence, label.pageId).toBe(label.meetingCadence);
  }
});

test("meetings with everybody who came", async () => {
  const found = new Map<string, string[]>();
  for await (const record of archive.records("meetings")) {
    if (record.status !== "canceled")
      found.set(`${record.page.split("/").at(-1)} ${record.date}`, record.attendees.map((person) => nameKey(person.name)).sort());
  }
  expect(Object.fromEntries([...found].sort())).toEqual(
    Object.fromEntries(
      expected.meetings.map((label) => [`${label.pageId} ${label.date}`, label.attendees.map(nameWithoutMark).sort()] as const).sort(),
    ),
  );
});

test("courses with their amounts", async () => {
  const found = (await Array.fromAsync(archive.records("courses"))).map((record) => [record.title, record.cost?.amount ?? null]);
  expect(found.sort()).toEqual(expected.courses.map((label) => [label.title, label.amount]).sort());
});

test("everybody who leads is known to lead", async () => {
  const groups = await Array.fromAsync(archive.records("groups"));
  const found = new Set(groups.flatMap((group) => group.leadership.map((term) => `${group.name}: ${term.person.name} ${term.role}`)));
  for (const label of expected.leadership) expect.soft(found).toContain(`${label.group}: ${label.person} ${label.role}`);
});

describe("what must not be in the archive", () => {
  test("no secret and nothing that runs", async () => {
    for await (const page of archive.records("pages")) {
      expect(JSON.stringify(page)).not.toMatch(/\+1 ?\(?\d{3}\)? ?555|pwd=(?!redacted)|Passcode: \d/i);
      if (page.pageId !== expected.hostile.pageId) continue;
      const shown = page.markdown + page.links.map((link) => link.url).join(" ");
      for (const piece of expected.hostile.mustNotReach) expect.soft(shown).not.toContain(piece);
      for (const piece of expected.hostile.mustKeep)
        expect.soft(shown.replace(/\\|&lt;/g, (mark) => (mark === "&lt;" ? "<" : ""))).toContain(piece);
    }
    expect(report.redactions.phone).toBeGreaterThan(0);
    expect(report.redactions.email).toBeGreaterThan(0);
    expect(report.redactions.passcode).toBeGreaterThan(0);
  });
});
