import type { PageFacts } from "../extraction/index.ts";
import type { RawEnvelope } from "../pages/raw.ts";

/**
 * What a page can have said on a day of the past. One that was last changed by then says what it says. Of one that was changed later, and whose state
 * of then nobody kept, the minutes and reports of before count as they are, since those are mended and not rewritten; of any other page only that it was there.
 */
export function factsKnownBy(facts: PageFacts, envelope: RawEnvelope, asOf: string): PageFacts {
  const changedOn = envelope.modifiedOn ?? envelope.createdOn;
  if (changedOn === null || changedOn <= asOf) return facts;
  const spokenOn = dayOfOwn(facts);
  const meetings = facts.meetings.filter(({ date }) => date === null || date <= asOf);
  if (spokenOn !== null && spokenOn <= asOf) return { ...facts, meetings };
  return {
    ...facts,
    report: spokenOn === null ? facts.report : null,
    meetings,
    recordings: facts.recordings.filter(({ date }) => date !== null && date <= asOf),
    courses: [],
    groups: facts.groups.map((mention) => ({ ...mention, status: null })),
    terms: [],
    statements: [],
  };
}

/** The day of the only meeting of a page, or that on which its report was given. */
function dayOfOwn({ meetings, report }: PageFacts): string | null {
  if (report !== null) return report.publishedOn ?? report.period?.end ?? null;
  return meetings.length === 1 ? (meetings[0]?.date ?? null) : null;
}
