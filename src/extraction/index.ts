import type { Document } from "../pages/document.ts";
import type { RawEnvelope } from "../pages/raw.ts";
import { isCanceled } from "./canceled.ts";
import { readCourses } from "./courses.ts";
import { readLinkedCourses } from "./courses-linked.ts";
import { readListedCourses } from "./courses-listed.ts";
import { readRunTogetherCourses } from "./courses-run-together.ts";
import { firstDay } from "./dates.ts";
import type { CourseFacts, PageFacts } from "./facts.ts";
import { readGroups } from "./groups.ts";
import { groupsOfTerms } from "./groups-of-terms.ts";
import { readLog, readMeeting } from "./meetings.ts";
import { pageKindOf } from "./page-kind.ts";
import { readRecordings } from "./recordings.ts";
import { readReport } from "./reports.ts";
import { RuleRuns } from "./rule-runs.ts";
import { pageTime, readStatements } from "./statements/index.ts";
import { readTalk } from "./talks.ts";
import { readTerms } from "./terms.ts";
import { type PageView, viewOf } from "./view.ts";

export type * from "./facts.ts";
export { bareGroupName, groupKindOf, innerGroupKind } from "./group-names.ts";
export { defaultLexicon } from "./lexicon/index.ts";
export { isPlural, type ListedKind, listedKind, listedName } from "./listed-groups.ts";
export { nameKey, type PersonName } from "./people.ts";
export { isTranscript, readTranscript } from "./transcripts.ts";
export { readVideo, type VideoFacts } from "./videos.ts";

/** Pass 1: what one page says, read without any other page. A rule that throws is counted by name and reads nothing. */
export function readFacts(page: RawEnvelope, document: Document): PageFacts {
  const runs = new RuleRuns();
  const run: RuleRuns["run"] = (rule, absent, read) => runs.run(rule, absent, read);
  const view = viewOf(page, document);
  const { kind, rule } = run("page kind", { kind: "other" as const, rule: "failed" }, () => pageKindOf(view));
  const report = kind === "report" ? run("report", null, () => readReport(view)) : null;
  const meetings = run("meetings", [], () => meetingsOf(view, kind, rule));
  const time = pageTime(meetings.length === 1 ? (meetings[0]?.date ?? null) : null, report);
  const terms = run("terms", [], () => readTerms(view, kind));
  return {
    kind,
    kindRule: rule,
    report,
    meetings,
    recordings: run("recordings", [], () => readRecordings(view)),
    talk: kind === "report" || kind === "log" || kind === "index" ? null : run("talk", null, () => readTalk(view, kind)),
    courses: firstOfEach([
      ...run("courses", [], () => readCourses(view)),
      ...run("courses run together", [], () => readRunTogetherCourses(view)),
      ...run("listed courses", [], () => readListedCourses(view)),
      ...run("linked courses", [], () => readLinkedCourses(view)),
    ]),
    groups: run("groups", [], () => [...readGroups(view, kind), ...groupsOfTerms(terms, view, kind)]),
    terms,
    statements: run("statements", [], () =>
      readStatements(view, kind, time, report?.authors.length === 1 ? (report.authors[0] ?? null) : null),
    ),
    failures: runs.failures,
  };
}

/** A course that a table lists is not read again from its link. */
function firstOfEach(courses: readonly CourseFacts[]): CourseFacts[] {
  const seen = new Set<string>();
  return courses.filter(({ url, witness }) => {
    const isNew = url === null || !seen.has(url) || witness.rule !== "link to a course";
    if (url !== null) seen.add(url);
    return isNew;
  });
}

function meetingsOf(view: PageView, kind: PageFacts["kind"], rule: string): PageFacts["meetings"] {
  if (kind === "log") return readLog(view);
  if (kind === "meeting") return [readMeeting(view)];
  // A canceled meeting is a record too: it matters to the cadence. Its page holds no meeting, so its kind is `other`.
  if (rule === "canceled meeting" && isCanceled(view) && firstDay(view.page.title, view.words)) {
    const facts = readMeeting(view);
    return [{ ...facts, status: "canceled" }];
  }
  return [];
}
