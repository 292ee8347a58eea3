import type { Candidate } from "../changes/index.ts";
import { plusDays } from "../records/days.ts";
import type { ChangeType, Evidence, PersonRef } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import type { GroupFinder } from "./group-of-page.ts";
import type { ResolvedGroup } from "./groups.ts";
import {
  isListedAfter,
  keyOfPerson,
  keyOfSeat,
  type LeaderList,
  lastingLists,
  leaderLists,
  type Seat,
  wasKnownBefore,
} from "./leader-lists.ts";
import { areLikelyOne } from "./like-names.ts";
import type { People } from "./people.ts";
import { type EarlierState, evidenceOf, type PageEntry } from "./types.ts";

// Who leads, as a page lists it in one version and in the next: nobody needs to have said that it changed.

/** Handovers, arrivals and departures between the versions of each page. */
export function observedLeaders(
  entries: readonly PageEntry[],
  finder: GroupFinder,
  idOfGroup: (group: ResolvedGroup) => string,
  people: People,
  asOf: string,
): Candidate[] {
  return [...leaderLists(entries, finder, people)].flatMap(([group, pages]) =>
    pages.flatMap((lists) => {
      const lasting = lists.length > 1 ? lastingLists(lists, asOf) : [];
      const others = lasting.length > 1 ? pages.filter((other) => other !== lists).flat() : [];
      return lasting.slice(1).flatMap((now, index) => {
        const before = lasting[index];
        return before === undefined || now.on === null ? [] : candidatesOf(group, { before, now, on: now.on, others }, idOfGroup);
      });
    }),
  );
}

/** Whom a state lists, to compare states by. */
export function leadersListed({ terms }: Pick<EarlierState, "terms">): string {
  return terms
    .map(({ group, role, person, end }) => [group, role, person.account ?? person.name, end].join("\t"))
    .sort(byCodeUnits)
    .join("\n");
}

interface Edit {
  readonly before: LeaderList;
  readonly now: LeaderList;
  readonly on: string;
  /** What other pages list of the group. */
  readonly others: readonly LeaderList[];
}

/** A handover may be told again on another page so long after; later than that it is only a page that was forgotten. */
const retoldDays = 90;

/**
 * One candidate for each role that somebody got or lost. A page that lists nobody of the group for a time, or any more, tells nothing of that: lists are
 * moved to other pages. Nor does a page that listed nobody before: it was written to say who leads, not to say that this is new. What another page lists
 * is no leaving, and what another one had listed before is no news.
 */
function candidatesOf(group: ResolvedGroup, edit: Edit, idOfGroup: (group: ResolvedGroup) => string): Candidate[] {
  const { before, now, on, others } = edit;
  const changed = changedSeats(before, now);
  const roles = [...new Set([...changed.came, ...changed.left].map(({ role }) => role))].sort();
  return roles.flatMap((role): Candidate[] => {
    const to = changed.came.filter((seat) => seat.role === role);
    const gone = changed.left.filter((seat) => seat.role === role);
    const from = to.length > 0 ? gone : gone.filter((seat) => !isListedAfter(seat, on, others));
    const [shown] = to.length > 0 ? to : from;
    const isHandover = from.length > 0 && to.length > 0;
    const times = { by: isHandover ? plusDays(on, -retoldDays) : on, since: from.length > 0 ? (before.on ?? "") : "", on };
    if (shown === undefined || wasKnownBefore(times, { role, came: to, left: from }, others)) return [];
    const type: ChangeType = isHandover ? "leadership.handover" : to.length > 0 ? "leadership.joined" : "leadership.left";
    const source = to.length > 0 ? now : before;
    const evidence = evidenceOf(now.entry, shown.facts.witness);
    return [
      {
        type,
        group: idOfGroup(group),
        groupName: group.name,
        at: on,
        isDated: false,
        from: peopleOf(from),
        to: peopleOf(to),
        fromRole: role,
        toRole: role,
        fromText: null,
        toText: null,
        evidence: isVersion(source.version) ? { ...evidence, version: source.version } : withoutVersion(evidence),
        toldOn: on,
        isExplicit: true,
        basis: "observed",
      },
    ];
  });
}

/** Who came and who left, without those who are only spelled otherwise by now. */
function changedSeats(before: LeaderList, now: LeaderList): { readonly came: Seat[]; readonly left: Seat[] } {
  const [was, is] = [before, now].map(({ seats }) => new Set(seats.map(keyOfSeat)));
  const came = now.seats.filter((seat) => !was?.has(keyOfSeat(seat)));
  const left = before.seats.filter((seat) => !is?.has(keyOfSeat(seat)));
  const stays = (seat: Seat, seats: readonly Seat[]): boolean =>
    seats.some(({ person }) => keyOfPerson(person) === keyOfPerson(seat.person));
  // Who is in both lists, be it in another role, is called so.
  const [fresh, lost] = [came.filter((seat) => !stays(seat, before.seats)), left.filter((seat) => !stays(seat, now.seats))];
  const respelled = new Set<Seat>();
  for (const seat of lost) {
    const [only, second] = fresh.filter((other) => mayBeOne(seat, other));
    if (only === undefined || second !== undefined || lost.filter((other) => mayBeOne(other, only)).length > 1) continue;
    respelled.add(seat).add(only);
  }
  return { came: came.filter((seat) => !respelled.has(seat)), left: left.filter((seat) => !respelled.has(seat)) };
}

function mayBeOne(a: Seat, b: Seat): boolean {
  const [one, other] = [a.facts.person, b.facts.person];
  if (a.role !== b.role || (one.account !== null && other.account !== null && one.account !== other.account)) return false;
  return areLikelyOne(one.name, other.name);
}

/** A state of an export goes by its day, and is no version that anybody could ask its wiki for. */
function isVersion(version: number): boolean {
  return version > 0 && version < 19_700_101;
}

function withoutVersion({ version: _, ...evidence }: Evidence): Evidence {
  return evidence;
}

function peopleOf(seats: readonly Seat[]): PersonRef[] {
  return [...new Map(seats.map(({ person }) => [keyOfPerson(person), person])).values()];
}
