import type { Candidate } from "../changes/index.ts";
import type { TermFacts } from "../extraction/index.ts";
import { daysBetween } from "../records/days.ts";
import type { ChangeType, Evidence, PersonRef, Role } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import type { GroupFinder } from "./group-of-page.ts";
import type { ResolvedGroup } from "./groups.ts";
import type { People } from "./people.ts";
import { type EarlierState, evidenceOf, type PageEntry } from "./types.ts";

// Who leads, as a page lists it in one version and in the next: nobody needs to have said that it changed.

/** A version that was replaced so soon by one with other leaders was a draft. */
const draftDays = 2;

interface Seat {
  readonly group: ResolvedGroup;
  readonly person: PersonRef;
  readonly role: Role;
  readonly facts: TermFacts;
}

/** Handovers, arrivals and departures between the versions of each page. */
export function observedLeaders(
  entries: readonly PageEntry[],
  finder: GroupFinder,
  idOfGroup: (group: ResolvedGroup) => string,
  people: People,
  asOf: string,
): Candidate[] {
  return entries.flatMap((entry) => {
    const states = lastingStates(entry, asOf);
    return states.slice(1).flatMap((state, index) => {
      const before = states[index];
      if (before === undefined || state.on === null) return [];
      const [was, is] = [seatsOf(before, entry, finder, people), seatsOf(state, entry, finder, people)];
      return [...new Set(is.map(({ group }) => group))].flatMap((group) =>
        candidatesOf(group, { was, is, before, state, entry }, idOfGroup),
      );
    });
  });
}

/** All versions and the page itself, without drafts: what was written only now may be one. */
function lastingStates(entry: PageEntry, asOf: string): EarlierState[] {
  if (entry.earlier === undefined) return [];
  const { version, modifiedOn } = entry.envelope;
  const all = [...entry.earlier, { version: version ?? 0, on: modifiedOn, terms: entry.facts.terms }];
  // Edits of other parts of the page are none of the list.
  const lists = all.filter((state, index) => index === 0 || leadersListed(state) !== leadersListed(all[index - 1] ?? state));
  return lists.filter(({ on }, index) => {
    const end = lists[index + 1] === undefined ? asOf : (lists[index + 1]?.on ?? null);
    return on === null || end === null || daysBetween(on, end) >= draftDays;
  });
}

/** Whom a state lists, to compare states by. */
export function leadersListed({ terms }: Pick<EarlierState, "terms">): string {
  return terms
    .map(({ group, role, person, end }) => [group, role, person.account ?? person.name, end].join("\t"))
    .sort(byCodeUnits)
    .join("\n");
}

/** Seats that the page gives without an end. */
function seatsOf({ terms }: EarlierState, entry: PageEntry, finder: GroupFinder, people: People): Seat[] {
  const { space } = entry.envelope;
  return terms.flatMap((facts) => {
    const group = facts.group === null ? finder.ofPage(entry) : finder.byName(facts.group, space);
    return group === null || facts.end !== null ? [] : [{ group, person: people.ref(facts.person, space), role: facts.role, facts }];
  });
}

interface Edit {
  readonly was: readonly Seat[];
  readonly is: readonly Seat[];
  readonly before: EarlierState;
  readonly state: EarlierState;
  readonly entry: PageEntry;
}

/**
 * One candidate for each role that somebody got or lost. A page that lists nobody of the group any more tells nothing: lists are moved to other pages.
 * Nor does a page that listed nobody before: it was written to say who leads, not to say that this is new.
 */
function candidatesOf(
  group: ResolvedGroup,
  { was, is, before, state, entry }: Edit,
  idOfGroup: (group: ResolvedGroup) => string,
): Candidate[] {
  const [old, now] = [was.filter((seat) => seat.group === group), is.filter((seat) => seat.group === group)];
  if (old.length === 0) return [];
  const isIn = (seats: readonly Seat[], { person, role }: Seat): boolean =>
    seats.some((other) => other.role === role && (other.person.id ?? other.person.name) === (person.id ?? person.name));
  const came = now.filter((seat) => !isIn(old, seat));
  const left = old.filter((seat) => !isIn(now, seat));
  const roles = [...new Set([...came, ...left].map(({ role }) => role))].sort();
  return roles.flatMap((role): Candidate[] => {
    const [to, from] = [came.filter((seat) => seat.role === role), left.filter((seat) => seat.role === role)];
    const [shown] = to.length > 0 ? to : from;
    if (shown === undefined) return [];
    const type: ChangeType =
      from.length > 0 && to.length > 0 ? "leadership.handover" : to.length > 0 ? "leadership.joined" : "leadership.left";
    const source = to.length > 0 ? state : before;
    const evidence = evidenceOf(entry, shown.facts.witness);
    return [
      {
        type,
        group: idOfGroup(group),
        groupName: group.name,
        at: state.on,
        isDated: false,
        from: peopleOf(from),
        to: peopleOf(to),
        fromRole: role,
        toRole: role,
        fromText: null,
        toText: null,
        evidence: isVersion(source.version) ? { ...evidence, version: source.version } : withoutVersion(evidence),
        toldOn: state.on ?? "",
        isExplicit: true,
        basis: "observed",
      },
    ];
  });
}

/** A state of an export goes by its day, and is no version that anybody could ask its wiki for. */
function isVersion(version: number): boolean {
  return version > 0 && version < 19_700_101;
}

function withoutVersion({ version: _, ...evidence }: Evidence): Evidence {
  return evidence;
}

function peopleOf(seats: readonly Seat[]): PersonRef[] {
  return [...new Map(seats.map(({ person }) => [person.id ?? person.name, person])).values()];
}
