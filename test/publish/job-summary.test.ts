import { marked } from "marked";
import { describe, expect, test } from "vitest";
import { countsInWords, headlineOf } from "../../src/publish/change-words.ts";
import { type GroupLine, type JobFacts, jobSummary } from "../../src/publish/job-summary.ts";
import { type Collection, collections } from "../../src/records/index.ts";
import { change } from "./support.ts";

const counts = (over: Partial<Record<Collection, [added: number, changed: number, removed: number]>>) =>
  Object.fromEntries(
    collections.map((name) => {
      const [added, changed, removed] = over[name] ?? [0, 0, 0];
      return [name, { added, changed, removed }];
    }),
  ) as Record<Collection, { added: number; changed: number; removed: number }>;
const groups = [{ group: "groups/lantern-guild", leaders: [{ name: "Ruy Dantas", role: "chair" }] }];
const report = () =>
  change({ type: "report.published", from: [], to: ["2024-Q3"], summary: "Lantern Guild: the report 2024-Q3 was published." });

describe("the headline", () => {
  test("counts what changed, most of it first", () => {
    const brought = { changes: [change(), report(), report()], groups, counts: counts({ reports: [2, 0, 0], pages: [9, 0, 0] }) };
    expect(headlineOf(brought)).toBe("2 reports, 1 chair handover");
  });

  test("calls a handover one of the chair only where it is known to be", () => {
    const secretary = [{ group: "groups/lantern-guild", leaders: [{ name: "Ruy Dantas", role: "secretary" }] }];
    expect(headlineOf({ changes: [change()], groups: secretary, counts: null })).toBe("1 leadership handover");
    const elsewhere = [{ group: "groups/other", leaders: [{ name: "Ruy Dantas", role: "chair" }] }];
    expect(headlineOf({ changes: [change()], groups: elsewhere, counts: null })).toBe("1 leadership handover");
  });

  test("counts corrections as what they are", () => {
    expect(headlineOf({ changes: [change({ corrects: "changes/2023/x" })], groups, counts: null })).toBe("1 correction");
  });

  test("tells of records where no change was reported", () => {
    expect(headlineOf({ changes: [], groups, counts: counts({ meetings: [3, 1, 0], people: [1, 0, 0] }) })).toBe("1 person, 3 meetings");
    expect(headlineOf({ changes: [], groups, counts: counts({ pages: [0, 12, 1] }) })).toBe("12 pages changed, 1 page removed");
    expect(headlineOf({ changes: [], groups, counts: counts({}) })).toBe("state of the sources");
  });

  test("is no longer than the subject of a commit", () => {
    const types = [
      "group.created",
      "group.renamed",
      "group.inactive",
      "course.added",
      "course.changed",
      "page.removed",
      "page.restored",
    ] as const;
    const line = headlineOf({ changes: types.map((type) => change({ type })), groups, counts: null });
    expect(line.length).toBeLessThanOrEqual(72);
    expect(line).toMatch(/^1 new group, 1 renamed group, .* and \d more$/);
  });

  test("of counts names each", () => {
    expect(countsInWords(counts({ reports: [2, 0, 0], pages: [3, 4, 0] }))).toBe("2 reports, 3 pages added; 4 pages changed");
    expect(countsInWords(counts({}))).toBeNull();
  });
});

const group = (over: Partial<GroupLine> = {}): GroupLine => ({
  name: "Lantern Guild",
  status: { value: "active" },
  activity: { value: "active" },
  lastMeetingOn: "2024-11-12",
  lastReportOn: "2024-10-01",
  nextReportDue: "2025-01-01",
  leaders: [{ name: "Ruy Dantas", role: "chair" }],
  ...over,
});

const facts = (over: Partial<JobFacts> = {}): JobFacts => ({
  title: "Lantern Guild",
  command: "sync",
  state: "partial",
  headline: "2 reports, 1 chair handover",
  asOf: "2024-11-20",
  counts: "2 reports added",
  changes: [change()],
  groups: [group()],
  problems: [{ weight: "warning", what: "page 9", why: "the wiki never gave it" }],
  notes: ["Committed abc to main"],
  ...over,
});

describe("the summary of a job", () => {
  test("tells what changed with its words, how groups are, what failed and why", () => {
    const text = jobSummary(facts());
    expect(text).toContain("## ⚠️ Lantern Guild: 2 reports, 1 chair handover");
    expect(text).toContain("`sync` ended **partial**, as of 2024-11-20: 2 reports added.");
    expect(text).toContain("- ⚠️ **page 9**: the wiki never gave it");
    expect(text).toContain("> “Ruy took over from Ilse.” [Chairs](<https://wiki.example.org/spaces/LAN/pages/7>)");
    expect(text).toContain("| Lantern Guild | active, active | 2024-11-12 | 2024-10-01 (next due 2025-01-01) | Ruy Dantas (chair) |");
    expect(text.indexOf("What failed")).toBeLessThan(text.indexOf("What changed"));
    const html = marked.parse(text, { async: false, gfm: true });
    expect(html.match(/<table>/g)).toHaveLength(1);
    expect(html.match(/<blockquote>/g)).toHaveLength(1);
  });

  test("puts first the groups that want to be looked at, last those that are ended", () => {
    const text = jobSummary(
      facts({
        groups: [
          group({ name: "Ended", status: { value: "archived" }, activity: { value: "dormant" } }),
          group({ name: "Well" }),
          group({ name: "Silent", activity: { value: "dormant" } }),
          group({ name: "Late", activity: { value: "quiet" } }),
        ],
      }),
    );
    const rows = [...text.matchAll(/^\| (\w+) \|/gm)].map((match) => match[1]);
    expect(rows).toEqual(["group", "Silent", "Late", "Well", "Ended"]);
  });

  test("lets no word of a page act", () => {
    const evil = "<script>x</script> [go](https://evil.example.org) @octocat | **x**";
    const text = jobSummary(
      facts({
        title: evil,
        changes: [change({ summary: evil, evidence: [{ source: "wiki", url: "javascript:alert(1)", heading: evil, quote: evil }] })],
        groups: [group({ name: evil, leaders: [{ name: evil, role: "chair" }] })],
        problems: [{ weight: "error", what: evil, why: evil }],
      }),
    );
    const html = marked.parse(text, { async: false, gfm: true });
    expect(html).not.toMatch(/<script|<a |<strong>x/);
    expect(html.match(/<td>/g)).toHaveLength(5);
    expect(text).not.toMatch(/@octocat/);
  });

  test("stays below a number of bytes and counts what it leaves out", () => {
    const changes = Array.from({ length: 40 }, () => change({ summary: "ж".repeat(500) }));
    const text = jobSummary(facts({ changes, groups: Array.from({ length: 60 }, () => group()) }), 20_000);
    expect(Buffer.byteLength(text)).toBeLessThan(20_000);
    const shown = text.match(/^- \*\*Leadership handover/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(5);
    expect(text).toContain(`… and ${40 - shown} more changes.`);
  });

  test("of ten thousand of everything is below what GitHub takes, and names only the first", () => {
    const many = <T>(make: () => T): T[] => Array.from({ length: 10_000 }, make);
    const long = "&".repeat(2_000);
    const text = jobSummary(
      facts({
        changes: many(() => change({ summary: long })),
        groups: many(() => group({ name: long })),
        problems: many(() => ({ weight: "error" as const, what: long, why: long })),
      }),
    );
    expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
    expect(text).toContain("… and 9960 more changes.");
    expect(text).toContain("… and 9940 more groups.");
  });
});
