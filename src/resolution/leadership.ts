import type { ChangeEvent } from "../changes/index.ts";
import { nameKey } from "../extraction/index.ts";
import { intervalOf, isDay, mayAgree } from "../records/edtf.ts";
import type { Evidence, PersonRef, Role, Term } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import type { GroupFinder } from "./group-of-page.ts";
import { dateOf, type ResolvedGroup } from "./groups.ts";
import type { People } from "./people.ts";
import type { Draft } from "./term-draft.ts";
import { joinSpellings } from "./term-spellings.ts";
import { evidenceOf, type PageEntry, sortedEvidence } from "./types.ts";

const maxEvidence = 40;

/** The first date stays; another one that a source prints, and that cannot be the same, is kept beside it. */
function date(draft: Draft, field: "start" | "end", value: string | null, evidence: Evidence | null, isPrinted: boolean): void {
  const known = draft[field];
  if (value === null || known === value) return;
  if (known === null) {
    draft[field] = value;
    return;
  }
  if (mayAgree(known, value) || !isPrinted || draft.conflicts.some((one) => one.field === field && one.value === value)) return;
  draft.conflicts.push({ field, value, evidence });
}

/** The terms of one group, by person and role. */
class Terms {
  readonly drafts: Draft[] = [];

  /** The term of a person in a role; one that ended before `from` is another one. */
  of(person: PersonRef, role: Role, from: string | null = null): Draft {
    const start = from === null ? null : intervalOf(from);
    const known = this.drafts.find(
      (draft) =>
        samePerson(draft.person, person) &&
        draft.role === role &&
        !(start && draft.end !== null && (intervalOf(draft.end)?.end ?? "") < start.start),
    );
    if (known) return known;
    const draft: Draft = {
      person,
      role,
      start: null,
      end: null,
      firstSeen: "",
      lastSeen: "",
      listedOn: new Set(),
      evidence: [],
      conflicts: [],
    };
    this.drafts.push(draft);
    return draft;
  }

  /** What an event says of those who came and those who left, and so of those whom they followed. */
  apply(event: ChangeEvent): void {
    const evidence = event.witnesses.map((witness) => witness.evidence);
    const isPrinted = event.witnesses.some(({ isDated }) => isDated);
    for (const person of event.to) {
      // "Elected as her successor" names no office: it is the one in which pages list the person.
      const listed = this.drafts.find((draft) => draft.end === null && samePerson(draft.person, person))?.role;
      const role = event.toRole ?? event.fromRole ?? listed ?? "lead";
      const draft = this.of(person, role, event.at);
      date(draft, "start", event.at, evidence[0] ?? null, isPrinted);
      draft.evidence.push(...evidence);
    }
    // Who takes another seat of the kind leaves the one before: a co-chair who becomes the chair.
    for (const person of event.to) {
      for (const draft of this.drafts) {
        const isOther =
          samePerson(draft.person, person) && draft.role !== (event.toRole ?? event.fromRole) && isSeat(draft.role, event.toRole);
        if (
          isOther &&
          draft.end === null &&
          draft.start !== null &&
          event.at !== null &&
          (intervalOf(draft.start)?.end ?? "") < (intervalOf(event.at)?.start ?? "")
        )
          draft.end = event.at;
      }
    }
    for (const person of event.from) {
      const ofPerson = this.drafts.filter((draft) => samePerson(draft.person, person) && isSeat(draft.role, event.fromRole));
      // Who led twice leaves the term that runs.
      const running = ofPerson.filter((draft) => draft.end === null);
      const held = running.length > 0 ? running : ofPerson;
      for (const draft of held.length > 0 ? held : [this.of(person, event.fromRole ?? "lead")]) {
        date(draft, "end", event.at, evidence[0] ?? null, isPrinted);
        draft.evidence.push(...evidence);
      }
    }
    if (event.from.length === 0 && event.to.length > 0 && event.type === "leadership.handover") this.#endPredecessors(event, evidence);
    if (event.from.length === 0 && event.to.length === 0) this.#dateSuccession(event, evidence);
  }

  /** "The group has formed a team led by Ann Lee": who is named in the sentence that tells of the beginning began with it. */
  begin(event: ChangeEvent): void {
    const first = event.witnesses.reduce<string | null>(
      (most, witness) => (most === null || witness.toldOn < most ? witness.toldOn : most),
      null,
    );
    const told = new Set(
      event.witnesses
        .filter((witness) => witness.toldOn === first)
        .map((witness) => `${witness.evidence.pageId}\n${witness.evidence.quote}`),
    );
    for (const draft of this.drafts) {
      if (draft.evidence.some((item) => told.has(`${item.pageId}\n${item.quote}`))) draft.start ??= event.at;
    }
  }

  /** With the group its seats end. */
  endAll(event: ChangeEvent): void {
    for (const draft of this.drafts) {
      if (draft.end !== null || event.at === null || draft.lastSeen > (intervalOf(event.at)?.end ?? "")) continue;
      draft.end = event.at;
      draft.evidence.push(...event.witnesses.slice(0, 1).map((witness) => witness.evidence));
    }
  }

  /** Who came took over: terms of the same kind of seat that began before end there; where nothing but listings is known, those of who were seen last, as many as came. */
  #endPredecessors(event: ChangeEvent, evidence: readonly Evidence[]): void {
    const start = event.at === null ? null : intervalOf(event.at);
    if (start === null || event.toRole === null || event.toRole === "other" || event.toRole === "vice-chair") return;
    const open = this.drafts.filter(
      (draft) =>
        draft.end === null &&
        isSeat(draft.role, event.toRole) &&
        !(draft.role === event.toRole && event.to.some((person) => samePerson(person, draft.person))),
    );
    const dated = open.filter((draft) => draft.start !== null && (intervalOf(draft.start)?.end ?? "") < start.start);
    const listed = open
      .filter((draft) => draft.start === null && draft.lastSeen !== "" && draft.lastSeen <= start.end)
      .sort((a, b) => byCodeUnits(b.lastSeen, a.lastSeen));
    for (const draft of [...dated, ...(dated.length === 0 ? listed.slice(0, event.to.length) : [])]) {
      draft.end = event.at;
      draft.evidence.push(...evidence);
    }
  }

  /** A handover without names lies between who was listed last before it and who was listed first after it. */
  #dateSuccession(event: ChangeEvent, evidence: readonly Evidence[]): void {
    const at = event.at === null ? null : intervalOf(event.at);
    if (at === null) return;
    const seat = this.drafts.filter((draft) => isSeat(draft.role, event.fromRole) && draft.lastSeen !== "");
    const before = seat
      .filter((draft) => draft.end === null && draft.firstSeen <= at.end && draft.lastSeen <= at.end)
      .sort((a, b) => byCodeUnits(b.lastSeen, a.lastSeen))[0];
    const after = seat
      .filter((draft) => draft.start === null && draft.firstSeen >= at.start)
      .sort((a, b) => byCodeUnits(a.firstSeen, b.firstSeen))[0];
    if (!before || !after || before === after) return;
    before.end = event.at;
    after.start = event.at;
    before.evidence.push(...evidence);
    after.evidence.push(...evidence);
  }
}

export function samePerson(a: PersonRef, b: PersonRef): boolean {
  return a.id !== undefined && b.id !== undefined ? a.id === b.id : nameKey(a.name) === nameKey(b.name);
}

/** Chair and co-chair are one kind of seat: who leaves "the chair" leaves either. */
function isSeat(role: Role, left: Role | null): boolean {
  const kind = (of: Role): string => (of === "co-chair" ? "chair" : of);
  return left === null || kind(role) === kind(left);
}

/** The terms of each group: what pages list, with the dates that sentences of change give. */
export function resolveLeadership(
  entries: readonly PageEntry[],
  events: readonly ChangeEvent[],
  finder: GroupFinder,
  people: People,
  groupOfId: (id: string) => ResolvedGroup | null,
): Map<ResolvedGroup, Term[]> {
  const found = new Map<ResolvedGroup, Terms>();
  const termsOf = (group: ResolvedGroup): Terms => {
    const terms = found.get(group) ?? new Terms();
    found.set(group, terms);
    return terms;
  };
  for (const entry of [...entries].sort((a, b) => byCodeUnits(dateOf(a), dateOf(b)) || byCodeUnits(a.id, b.id))) {
    for (const facts of entry.facts.terms) {
      const group = facts.group === null ? finder.ofPage(entry) : finder.byName(facts.group, entry.envelope.space);
      if (!group) continue;
      const terms = termsOf(group);
      const draft = terms.of(people.ref(facts.person, entry.envelope.space), facts.role);
      // "Active since June and led by …" is copied from report to report: the date is that of the first who is named with it.
      if (
        facts.start !== null &&
        !terms.drafts.some((other) => other !== draft && other.role === draft.role && other.start === facts.start)
      )
        date(draft, "start", facts.start, evidenceOf(entry, facts.witness), true);
      date(draft, "end", facts.end, evidenceOf(entry, facts.witness), true);
      const day = dateOf(entry);
      if (draft.firstSeen === "") draft.firstSeen = day;
      if (day > draft.lastSeen) draft.lastSeen = day;
      draft.listedOn.add(entry.id);
      draft.evidence.push(evidenceOf(entry, facts.witness));
    }
  }
  for (const event of [...events].sort((a, b) => byCodeUnits(a.at ?? "", b.at ?? ""))) {
    const group = groupOfId(event.group);
    if (!group) continue;
    if (event.type.startsWith("leadership.")) termsOf(group).apply(event);
    else if (event.type === "group.created") termsOf(group).begin(event);
    else if (event.type === "group.disbanded") termsOf(group).endAll(event);
  }
  const accounts = new Map(people.records().map(({ id, accountIds }) => [id, accountIds]));
  const accountsOf = (id: string): readonly string[] => accounts.get(id) ?? [];
  return new Map([...found].map(([group, { drafts }]) => [group, joinSpellings(drafts, accountsOf).map(finish).sort(compareTerms)]));
}

function finish(draft: Draft): Term {
  const { person, role, start, end, conflicts } = draft;
  const evidence = sortedEvidence(draft.evidence, null).slice(0, maxEvidence);
  const [listedFrom, listedUntil] = [draft.firstSeen, draft.lastSeen].map((on) => (isDay(on) ? on : null));
  return {
    person,
    role,
    start,
    end,
    evidence,
    conflicts,
    listedFrom: listedFrom ?? null,
    listedUntil: listedUntil ?? null,
    lastSeenOn: null,
    review: null,
  };
}

function compareTerms(a: Term, b: Term): number {
  return byCodeUnits(a.start ?? "", b.start ?? "") || byCodeUnits(a.role, b.role) || byCodeUnits(a.person.name, b.person.name);
}
