import type { MeetingFacts } from "../extraction/index.ts";
import type { MeetingRecord } from "../records/index.ts";
import type { GroupFinder } from "./group-of-page.ts";
import type { ResolvedGroup } from "./groups.ts";
import { IdBook } from "./id-book.ts";
import type { People } from "./people.ts";
import type { RecordingJoins } from "./recording-joins.ts";
import { evidenceOf, type PageEntry, sortedEvidence } from "./types.ts";

/** A meeting before it is joined with recordings. */
export interface MeetingDraft {
  readonly id: string;
  readonly entry: PageEntry;
  readonly facts: MeetingFacts;
  readonly group: ResolvedGroup | null;
}

export function draftMeetings(
  entries: readonly PageEntry[],
  finder: GroupFinder,
  idOfGroup: (group: ResolvedGroup) => string,
  previous: readonly MeetingRecord[],
): MeetingDraft[] {
  const drafts = entries.flatMap((entry) => {
    const group = finder.ofPage(entry);
    const perDate = new Map<string, number>();
    return entry.facts.meetings.map((facts) => {
      const date = facts.date ?? "undated";
      const count = (perDate.get(date) ?? 0) + 1;
      perDate.set(date, count);
      const folder = group ? idOfGroup(group).slice("groups/".length) : "unassigned";
      const year = /^\d{4}/.exec(date)?.[0] ?? "undated";
      const suffix = count > 1 ? `-${count}` : "";
      return {
        entry,
        facts,
        group,
        key: `${entry.id} ${date}${suffix}`,
        base: `meetings/${folder}/${year}/${date}-${entry.envelope.pageId}${suffix}`,
      };
    });
  });
  const onPage = new Map<string, number>();
  for (const record of previous) onPage.set(record.page, (onPage.get(record.page) ?? 0) + 1);
  const book = new IdBook(previous.map((record) => ({ id: record.id, keys: keysOf(record, onPage.get(record.page) ?? 0) })));
  const ids = book.assign(
    drafts.map((draft) => ({
      keys: draft.entry.facts.meetings.length === 1 ? [draft.key, draft.entry.id] : [draft.key],
      base: draft.base,
    })),
  );
  return drafts.map((draft, index) => ({ id: ids[index] ?? draft.base, entry: draft.entry, facts: draft.facts, group: draft.group }));
}

/** A page's only meeting keeps its id when its date is corrected. */
function keysOf(record: MeetingRecord, meetingsOnPage: number): string[] {
  const pageId = record.page.slice(record.page.lastIndexOf("/") + 1);
  const behind = record.id.slice(record.id.lastIndexOf(`-${pageId}`) + pageId.length + 1);
  const suffix = /^-\d{1,3}$/.test(behind) ? behind : "";
  const key = `${record.page} ${record.date ?? "undated"}${suffix}`;
  return meetingsOnPage === 1 ? [key, record.page] : [key];
}

export function finishMeetings(
  drafts: readonly MeetingDraft[],
  idOfGroup: (group: ResolvedGroup) => string,
  people: People,
  joins: RecordingJoins,
  asOf: string,
  previous: readonly MeetingRecord[],
): MeetingRecord[] {
  const old = new Map(previous.map((record) => [record.id, record]));
  return drafts.map(({ id, entry, facts, group }) => {
    const { space, pageId } = entry.envelope;
    const recordings = joins.ofMeeting(id);
    const evidence = [
      evidenceOf(entry, facts.dateWitness ?? { quote: null, heading: null, rule: "page" }, ["date"]),
      ...(facts.attendeesWitness ? [evidenceOf(entry, facts.attendeesWitness, ["attendees"])] : []),
    ];
    const isPlanned = facts.status === "unknown" && facts.date !== null && facts.date > asOf;
    return {
      kind: "meeting",
      id,
      title: facts.title,
      page: entry.id,
      group: group ? idOfGroup(group) : null,
      date: facts.date,
      status: isPlanned ? "planned" : facts.status === "unknown" && recordings.length > 0 ? "held" : facts.status,
      attendees: facts.attendees.map((person) => people.ref(person, space)),
      presenters: facts.presenters.map((person) => people.ref(person, space)),
      agenda: [...facts.agenda],
      recordings,
      actionItems: facts.actionItems.map((item) => ({ ...item, owner: item.owner === null ? null : people.ref(item.owner, space) })),
      formerIds: old.get(id)?.formerIds ?? [],
      evidence: sortedEvidence(evidence, pageId),
    };
  });
}
