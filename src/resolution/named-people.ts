import type { GroupRecord, PersonRecord } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import type { People } from "./people.ts";
import { evidenceOf, type PageEntry } from "./types.ts";

/** Notes everybody whom a page names. */
export function notePeople(entry: PageEntry, people: People): void {
  const { space, pageId, renamed } = entry.envelope;
  people.rename(renamed ?? {});
  const evidence = evidenceOf(entry, null);
  for (const editor of [entry.envelope.createdBy, entry.envelope.modifiedBy]) {
    if (editor) people.note([{ name: editor.name, account: editor.accountId }], space, pageId, evidence);
  }
  if (entry.facts.report) people.note(entry.facts.report.authors, space, pageId, evidence);
  for (const meeting of entry.facts.meetings) {
    people.note(meeting.attendees, space, pageId, evidence);
    people.note(meeting.presenters, space, pageId, evidence);
    people.note(
      meeting.actionItems.flatMap((item) => item.owner ?? []),
      space,
      pageId,
      evidence,
    );
  }
  for (const said of entry.facts.statements) people.note([...said.from, ...said.to], space, pageId, evidence);
  for (const recording of entry.facts.recordings) people.note(recording.presenters, space, pageId, evidence);
  for (const { speakers } of entry.facts.transcripts ?? []) people.note(speakers, space, pageId, evidence);
  if (entry.facts.talk) people.note(entry.facts.talk.presenters, space, pageId, evidence);
  const terms = [...entry.facts.terms, ...(entry.earlier ?? []).flatMap((state) => state.terms)];
  people.note(
    terms.map((term) => term.person),
    space,
    pageId,
    evidence,
  );
}

/** What groups say of people, at the people. */
export function withRoles(people: readonly PersonRecord[], groups: readonly GroupRecord[]): PersonRecord[] {
  const roles = new Map<string, PersonRecord["roles"]>();
  for (const group of groups) {
    for (const term of group.leadership) {
      if (term.person.id === undefined) continue;
      roles.set(term.person.id, [
        ...(roles.get(term.person.id) ?? []),
        { group: group.id, role: term.role, start: term.start, end: term.end },
      ]);
    }
  }
  return people.map((person) => ({
    ...person,
    roles: (roles.get(person.id) ?? []).sort(
      (a, b) => byCodeUnits(a.group, b.group) || byCodeUnits(a.role, b.role) || byCodeUnits(a.start ?? "", b.start ?? ""),
    ),
  }));
}
