import type { TermFacts } from "../extraction/index.ts";
import { daysBetween, plusDays } from "../records/days.ts";
import type { PersonRef, Role } from "../records/index.ts";
import type { GroupFinder } from "./group-of-page.ts";
import type { ResolvedGroup } from "./groups.ts";
import type { People } from "./people.ts";
import type { EarlierState, PageEntry } from "./types.ts";

// Whom pages list as leaders, version by version.

export interface Seat {
  readonly person: PersonRef;
  readonly role: Role;
  readonly facts: TermFacts;
}

/** The leaders of one group on one page, from a day on. */
export interface LeaderList {
  readonly entry: PageEntry;
  readonly version: number;
  /** The day of the edit that wrote it. */
  readonly on: string | null;
  /** The day on which another one took its place; null for the present one. */
  readonly until: string | null;
  /** Whether the page said so when it was first seen: it may have said so since it was made. */
  readonly isFirst: boolean;
  readonly seats: readonly Seat[];
}

/** The lists of each group, page by page, the oldest of each page first. Versions that list nobody of the group are left out. */
export function leaderLists(entries: readonly PageEntry[], finder: GroupFinder, people: People): Map<ResolvedGroup, LeaderList[][]> {
  const found = new Map<ResolvedGroup, LeaderList[][]>();
  for (const entry of entries) {
    const ofPage = new Map<ResolvedGroup, LeaderList[]>();
    const states = statesOf(entry);
    for (const [index, state] of states.entries()) {
      const until = states[index + 1]?.on ?? null;
      for (const [group, seats] of seatsOf(state, entry, finder, people)) {
        const list = { entry, version: state.version, on: state.on, until, isFirst: index === 0, seats };
        ofPage.set(group, [...(ofPage.get(group) ?? []), list]);
      }
    }
    for (const [group, lists] of ofPage) found.set(group, [...(found.get(group) ?? []), lists]);
  }
  return found;
}

function statesOf({ earlier = [], envelope: { version, modifiedOn, createdOn }, facts: { terms } }: PageEntry): EarlierState[] {
  return [...earlier, { version: version ?? 0, on: modifiedOn ?? createdOn, terms }];
}

/** Seats that the page gives without an end. */
function seatsOf({ terms }: EarlierState, entry: PageEntry, finder: GroupFinder, people: People): Map<ResolvedGroup, Seat[]> {
  const { space } = entry.envelope;
  const found = new Map<ResolvedGroup, Seat[]>();
  for (const facts of terms) {
    const group = facts.group === null ? finder.ofPage(entry) : finder.byName(facts.group, space);
    if (group === null || facts.end !== null) continue;
    found.set(group, [...(found.get(group) ?? []), { person: people.ref(facts.person, space), role: facts.role, facts }]);
  }
  return found;
}

export function keyOfPerson({ id, name }: PersonRef): string {
  return id ?? name;
}

export function keyOfSeat({ person, role }: Pick<Seat, "person" | "role">): string {
  return `${role}\n${keyOfPerson(person)}`;
}

/** A version that was replaced so soon by one with other leaders was a draft. */
const draftDays = 2;

/** Who is missing from a list for so long has left it: two looks a week apart stand for two runs. */
const absenceDays = 7;

/** Lists of one page without drafts, each with other leaders than the one before: what was written only now may be a draft. */
export function lastingLists(lists: readonly LeaderList[], asOf: string): LeaderList[] {
  // Edits of other parts of the page are none of the list.
  const edits = withoutRepeats(lists);
  const lasting = edits.filter(({ on, until }) => on === null || daysBetween(on, until ?? asOf) >= draftDays);
  return withoutRepeats(withoutShortAbsences(withoutRepeats(lasting), asOf));
}

function withoutRepeats(lists: readonly LeaderList[]): LeaderList[] {
  const found: LeaderList[] = [];
  for (const list of lists) {
    const before = found.at(-1);
    if (before !== undefined && listed(before) === listed(list)) found[found.length - 1] = { ...before, until: list.until };
    else found.push(list);
  }
  return found;
}

function listed({ seats }: LeaderList): string {
  return seats.map(keyOfSeat).sort().join("\n\n");
}

/** Who is missing for some days, with nobody in the place, is taken for listed: rows are lost and put back. */
function withoutShortAbsences(lists: readonly LeaderList[], asOf: string): LeaderList[] {
  const filled = [...lists];
  for (let index = 1; index < filled.length; index += 1) {
    const [before, list] = [filled[index - 1], filled[index]];
    if (before === undefined || list === undefined || list.on === null) continue;
    const { on } = list;
    const now = new Set(list.seats.map(keyOfSeat));
    const old = new Set(before.seats.map(keyOfSeat));
    const came = new Set(list.seats.flatMap((seat) => (old.has(keyOfSeat(seat)) ? [] : [seat.role])));
    const missing = before.seats.filter((seat) => {
      if (now.has(keyOfSeat(seat)) || came.has(seat.role)) return false;
      const back = filled.slice(index + 1).find(({ seats }) => seats.some((other) => keyOfSeat(other) === keyOfSeat(seat)));
      return daysBetween(on, back?.on ?? asOf) < absenceDays;
    });
    if (missing.length > 0) filled[index] = { ...list, seats: [...list.seats, ...missing] };
  }
  return filled;
}

/** A list may be taken from one page some days before it is put on another one, or after. */
const moveDays = 30;

/** Whether another page lists somebody in a role after a day, and was written not long before it: the list has moved, or tells more. */
export function isListedAfter(seat: Seat, on: string, others: readonly LeaderList[]): boolean {
  return others.some((list) => (list.on ?? "") >= plusDays(on, -moveDays) && (list.until ?? "9999-12-31") > on && holds(list, seat));
}

/** Whether another page said by a day, and not before `since`, that these people hold the role, and those do not, and said so still not long before `on`. */
export function wasKnownBefore(
  { by, since, on }: { readonly by: string; readonly since: string; readonly on: string },
  { role, came, left }: { readonly role: Role; readonly came: readonly Seat[]; readonly left: readonly Seat[] },
  others: readonly LeaderList[],
): boolean {
  return others.some((list) => {
    const from = list.isFirst ? (list.entry.envelope.createdOn ?? list.on ?? "") : (list.on ?? "");
    const isThen = from < by && (list.until ?? "9999-12-31") >= plusDays(on, -moveDays) && (list.on ?? "") > since;
    return (
      isThen &&
      list.seats.some((seat) => seat.role === role) &&
      came.every((seat) => holds(list, seat)) &&
      !left.some((seat) => holds(list, seat))
    );
  });
}

function holds({ seats }: LeaderList, seat: Seat): boolean {
  return seats.some((other) => keyOfSeat(other) === keyOfSeat(seat));
}
