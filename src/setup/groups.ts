import { readFacts } from "../extraction/index.ts";
import { resolveRecords } from "../resolution/index.ts";
import type { Survey } from "../sources/confluence/survey.ts";

/** A group that a first look at the pages found. */
export interface ProposedGroup {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly meetings: string | null;
  readonly reports: string | null;
  /** Whether the home page of the space is its own. */
  readonly isWhole: boolean;
}

const nothingBefore = { groups: [], people: [], reports: [], meetings: [], recordings: [], courses: [], changes: [] };

/** The groups that titles, the tree and the home page tell of; the rules are those of a run, which reads the other bodies too. */
export function proposeGroups({ pages }: Pick<Survey, "pages">, asOf: string): ProposedGroup[] {
  const entries = pages.map(({ envelope, document }) => ({
    id: `pages/${envelope.space}/${envelope.pageId}`,
    envelope,
    facts: readFacts(envelope, document),
  }));
  const homes = new Set(entries.flatMap(({ id, envelope }) => (envelope.isHome ? [id] : [])));
  const { records } = resolveRecords(entries, nothingBefore, asOf);
  return records.groups
    .filter(({ status }) => status.value !== "archived")
    .map((group) => ({
      name: group.name,
      // Without its body a report cannot tell which part of its title is the period.
      aliases: group.aliases.filter((alias) => alias !== group.name && !/\d{4}/.test(alias)),
      meetings: group.meetingCadence,
      reports: group.reportCadence,
      isWhole: group.homePage !== null && homes.has(group.homePage),
    }))
    .sort((a, b) => Number(b.isWhole) - Number(a.isWhole));
}
