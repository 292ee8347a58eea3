import { intervalOf } from "../records/edtf.ts";
import type { ChangeType, PersonRef } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import { clustersOf, familyOf, samePerson, template } from "./clusters.ts";
import { isCadence } from "./inferred/types.ts";
import type { Candidate, ChangeEvent } from "./types.ts";

/**
 * One event, many witnesses: candidates about the same group and kind are one event when they share a person, or when their dates overlap and
 * their people do not contradict each other. The order of the candidates does not matter.
 */
export function mergeCandidates(candidates: readonly Candidate[]): ChangeEvent[] {
  const byGroup = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = `${candidate.group}\n${familyOf(candidate.type)}`;
    const list = byGroup.get(key);
    if (list) list.push(candidate);
    else byGroup.set(key, [candidate]);
  }
  return [...byGroup.values()].flatMap((list) => withCadencesBefore(clustersOf(atFirstTelling(list).sort(compare)).map(eventOf)));
}

/** A group that meets as often as before, and is said to do so from now on, has moved to another day or hour. */
function withCadencesBefore(events: readonly ChangeEvent[]): ChangeEvent[] {
  if (events[0]?.type !== "cadence.changed") return [...events];
  const before = new Map<ChangeEvent, string>();
  let cadence: string | null = null;
  const inOrder = events.filter(({ at }) => at !== null).sort((a, b) => byCodeUnits(endOf(a.at), endOf(b.at)));
  for (const event of inOrder) {
    if (cadence !== null && event.toText === cadence) before.set(event, cadence);
    if (isCadence(event.toText)) cadence = event.toText;
  }
  return events.map((event) => ({ ...event, fromText: event.fromText ?? before.get(event) ?? null }));
}

function endOf(at: string | null): string {
  return at === null ? "" : (intervalOf(at)?.end ?? at);
}

/** The same sentence on later pages is the same statement: its date is that of the page that said it first. */
function atFirstTelling(list: readonly Candidate[]): Candidate[] {
  const first = new Map<string, Candidate>();
  for (const candidate of [...list].sort((a, b) => byCodeUnits(a.toldOn, b.toldOn) || byCodeUnits(identity(a), identity(b)))) {
    const key = template(candidate);
    if (!first.has(key)) first.set(key, candidate);
  }
  return list.map((candidate) => ({ ...candidate, at: first.get(template(candidate))?.at ?? candidate.at }));
}

/** The most telling first, so that vague witnesses join what clear ones describe. */
function compare(a: Candidate, b: Candidate): number {
  return weight(b) - weight(a) || byCodeUnits(a.toldOn, b.toldOn) || byCodeUnits(identity(a), identity(b));
}

function weight(candidate: Candidate): number {
  return (
    (candidate.from.length > 0 ? 4 : 0) +
    (candidate.to.length > 0 ? 4 : 0) +
    (candidate.at === null ? 0 : candidate.at.length === 10 ? 2 : 1)
  );
}

function identity(candidate: Candidate): string {
  return `${candidate.evidence.pageId ?? ""}\n${candidate.evidence.quote ?? ""}\n${candidate.type}`;
}

function eventOf(cluster: readonly Candidate[]): ChangeEvent {
  const first = cluster[0] as Candidate;
  const from = people(cluster, "from");
  const to = people(cluster, "to");
  return {
    type: familyOf(first.type) === "leadership" ? leadershipType(cluster, from, to) : first.type,
    group: first.group,
    groupName: first.groupName,
    at: narrowest(cluster),
    from,
    to,
    fromRole: cluster.find((witness) => witness.fromRole !== null)?.fromRole ?? null,
    toRole: cluster.find((witness) => witness.toRole !== null && witness.to.length > 0)?.toRole ?? first.toRole,
    fromText: cluster.find((witness) => witness.fromText !== null)?.fromText ?? null,
    toText: cluster.find((witness) => witness.toText !== null)?.toText ?? null,
    witnesses: cluster,
    inferred: null,
  };
}

function leadershipType(cluster: readonly Candidate[], from: readonly PersonRef[], to: readonly PersonRef[]): ChangeType {
  if (from.length > 0 && to.length > 0) return "leadership.handover";
  if (from.length > 0) return "leadership.left";
  return to.length > 0 && cluster.every((witness) => witness.type === "leadership.joined") ? "leadership.joined" : "leadership.handover";
}

function people(cluster: readonly Candidate[], side: "from" | "to"): PersonRef[] {
  const found: PersonRef[] = [];
  for (const witness of cluster)
    for (const person of witness[side]) if (!found.some((other) => samePerson(other, person))) found.push(person);
  return found;
}

/** The earliest date that sentences print, else the earliest on which one was told; narrowed by those that lie within it. */
function narrowest(cluster: readonly Candidate[]): string | null {
  const dates = cluster.flatMap((witness) => {
    const interval = witness.at === null ? null : intervalOf(witness.at);
    return interval && witness.at !== null ? [{ at: witness.at, isDated: witness.isDated, ...interval }] : [];
  });
  const printed = dates.filter((date) => date.isDated);
  const first = [...(printed.length > 0 ? printed : dates)].sort((a, b) => byCodeUnits(a.end, b.end) || byCodeUnits(a.at, b.at))[0];
  if (!first) return null;
  const length = (date: { start: string; end: string }): number => Date.parse(date.end) - Date.parse(date.start);
  const within = dates.filter((date) => date.start >= first.start && date.end <= first.end);
  return [...within, first].sort((a, b) => length(a) - length(b) || byCodeUnits(a.at, b.at))[0]?.at ?? null;
}
