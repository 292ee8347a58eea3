import { intervalOf, mayAgree } from "../records/edtf.ts";
import type { ChangeType, PersonRef } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import type { Candidate, ChangeEvent } from "./types.ts";

/** Handover, joined and left are one kind of event: pages tell more or less of it. */
export function familyOf(type: ChangeType): string {
  return type.startsWith("leadership.") ? "leadership" : type;
}

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
  return [...byGroup.values()].flatMap((list) => clusters(atFirstTelling(list).sort(compare)).map(eventOf));
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

/** Sentences that say the same. What an edit shows is told once: a name that is listed again years later is another event. */
function template(candidate: Candidate): string {
  if (candidate.basis === "observed") return `${candidate.evidence.pageId} ${candidate.at} ${candidate.evidence.quote}`;
  return withoutDates(candidate.evidence.quote ?? "");
}

/** A sentence whatever its dates and numbers are. */
export function withoutDates(quote: string): string {
  return quote
    .toLowerCase()
    .replace(/\d+/g, "#")
    .replace(/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun)\p{L}*\b/gu, "#")
    .replace(/\s+/g, " ")
    .trim();
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

function clusters(sorted: readonly Candidate[]): Candidate[][] {
  const found: Candidate[][] = [];
  for (const candidate of sorted) {
    const home = found.find((cluster) => belongs(candidate, cluster));
    if (home) home.push(candidate);
    else found.push([candidate]);
  }
  return found;
}

function belongs(candidate: Candidate, cluster: readonly Candidate[]): boolean {
  // Two edits of one page are two events: each says whom it names.
  if (cluster.some((other) => areTwoEdits(candidate, other))) return false;
  if (cluster.some((other) => template(other) === template(candidate))) return true;
  if (familyOf(candidate.type) === "leadership") return sharesPeople(candidate, cluster);
  // A group is created once, however many reports tell of it; it stays inactive until somebody says otherwise.
  if (candidate.type === "group.created" || candidate.type === "group.disbanded") return true;
  // A state without a date ("is no longer active") is the state that the others tell of.
  return cluster.every((other) => mayAgree(candidate.at, other.at));
}

function areTwoEdits(a: Candidate, b: Candidate): boolean {
  return a.basis === "observed" && b.basis === "observed" && a.evidence.pageId === b.evidence.pageId && a.at !== b.at;
}

const yearMs = 365 * 24 * 3600 * 1000;

/** A change may be told again months later, in the next report. */
const retellingMs = 100 * 24 * 3600 * 1000;

function sharesPeople(candidate: Candidate, cluster: readonly Candidate[]): boolean {
  const near = cluster.some((other) => distance(candidate.at, other.at) < retellingMs);
  const same = (side: "from" | "to"): boolean =>
    cluster.some((other) => other[side].some((person) => candidate[side].some((mine) => samePerson(mine, person))));
  // Who came in one and left in the other came, and left.
  const crosses = (mine: "from" | "to", theirs: "from" | "to"): boolean =>
    candidate[mine].some((person) => cluster.some((other) => other[theirs].some((one) => samePerson(one, person))));
  if (crosses("from", "to") || crosses("to", "from")) return false;
  if ((same("from") || same("to")) && near) return true;
  const isBare = candidate.from.length === 0 && candidate.to.length === 0;
  const contradicts = (side: "from" | "to"): boolean =>
    candidate[side].length > 0 && cluster.some((other) => other[side].length > 0) && !same(side);
  if (contradicts("from") || contradicts("to")) return false;
  // The date of the page is only when it was told: what another page dates may be the same.
  const agrees = cluster.some(
    (other) =>
      candidate.at !== null &&
      other.at !== null &&
      (mayAgree(candidate.at, other.at) || (!(candidate.isDated && other.isDated) && distance(candidate.at, other.at) < retellingMs)),
  );
  return agrees && (isBare || candidate.from.length === 0 || candidate.to.length === 0);
}

function samePerson(a: PersonRef, b: PersonRef): boolean {
  return a.id !== undefined && b.id !== undefined ? a.id === b.id : a.name.toLowerCase() === b.name.toLowerCase();
}

/** Time between two dates, 0 where they overlap or one is unknown. */
function distance(a: string | null, b: string | null): number {
  // Two years are a year apart, however near the end of one is to the start of the next: elections come yearly.
  if (a !== null && b !== null && /^\d{4}$/.test(a) && /^\d{4}$/.test(b)) return Math.abs(Number(a) - Number(b)) * yearMs;
  const x = a === null ? null : intervalOf(a);
  const y = b === null ? null : intervalOf(b);
  if (x === null || y === null || (x.start <= y.end && y.start <= x.end)) return 0;
  return x.start > y.end ? Date.parse(x.start) - Date.parse(y.end) : Date.parse(y.start) - Date.parse(x.end);
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
