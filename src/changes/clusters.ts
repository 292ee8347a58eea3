import { intervalOf, mayAgree } from "../records/edtf.ts";
import type { ChangeType, PersonRef } from "../records/index.ts";
import { isCadence } from "./inferred/types.ts";
import type { Candidate } from "./types.ts";

/** Handover, joined and left are one kind of event: pages tell more or less of it. */
export function familyOf(type: ChangeType): string {
  return type.startsWith("leadership.") ? "leadership" : type;
}

/** Sentences that say the same. What an edit shows is told once: a name that is listed again years later is another event. */
export function template(candidate: Candidate): string {
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

/**
 * Candidates of one group and kind that tell of one event, in the order that they are given in: each joins the first cluster to which it belongs. Only
 * clusters are asked that share a sentence, a person or a time with it: a group may have thousands of changes.
 */
export function clustersOf(sorted: readonly Candidate[]): Candidate[][] {
  const clusters: Candidate[][] = [];
  const places = new Map<string, Set<number>>();
  for (const candidate of sorted) {
    const found = placesToAsk(candidate, places, clusters.length).find((index) => belongs(candidate, clusters[index] ?? []));
    const place = found ?? clusters.length;
    if (found === undefined) clusters.push([candidate]);
    else clusters[found]?.push(candidate);
    for (const key of [...keysOf(candidate), ...monthsOf(candidate.at, 0)]) places.set(key, (places.get(key) ?? new Set()).add(place));
  }
  return clusters;
}

/** The clusters to which a candidate may belong, by number. */
function placesToAsk(candidate: Candidate, places: ReadonlyMap<string, ReadonlySet<number>>, count: number): number[] {
  // One without a date may agree with any, and a group is created once.
  const mayBeAny = familyOf(candidate.type) !== "leadership" && (candidate.at === null || happensOnce(candidate.type));
  if (mayBeAny) return Array.from({ length: count }, (_, index) => index);
  const keys = [...keysOf(candidate), ...monthsOf(candidate.at, retellingMonths), undated];
  return [...new Set(keys.flatMap((key) => [...(places.get(key) ?? [])]))].sort((a, b) => a - b);
}

function keysOf(candidate: Candidate): string[] {
  const people = [...candidate.from, ...candidate.to].flatMap(({ id, name }) => [
    `name ${name.toLowerCase()}`,
    ...(id === undefined ? [] : [`id ${id}`]),
  ]);
  return [`said ${template(candidate)}`, ...people];
}

/** The month of what has no date. */
export const undated = "undated";

/** The months that a date means, with some before and after. */
export function monthsOf(at: string | null, around: number): string[] {
  const interval = at === null ? null : intervalOf(at);
  if (interval === null) return [undated];
  const number = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const [first, last] = [number(interval.start) - around, number(interval.end) + around];
  return Array.from({ length: last - first + 1 }, (_, index) => `month ${first + index}`);
}

function belongs(candidate: Candidate, cluster: readonly Candidate[]): boolean {
  // Two edits of one page are two events: each says whom it names.
  if (cluster.some((other) => areTwoEdits(candidate, other))) return false;
  if (cluster.some((other) => template(other) === template(candidate))) return true;
  if (familyOf(candidate.type) === "leadership") return sharesPeople(candidate, cluster);
  // A group is created once, however many reports tell of it; it stays inactive until somebody says otherwise.
  if (happensOnce(candidate.type)) return true;
  if (cluster.some((other) => areTwoCadences(candidate, other))) return false;
  // A state without a date ("is no longer active") is the state that the others tell of.
  return cluster.every((other) => mayAgree(candidate.at, other.at));
}

function happensOnce(type: ChangeType): boolean {
  return type === "group.created" || type === "group.disbanded";
}

/** "Once a month" and "every two weeks" are two decisions, also of one day. */
function areTwoCadences({ toText: a }: Candidate, { toText: b }: Candidate): boolean {
  return a !== b && isCadence(a) && isCadence(b);
}

function areTwoEdits(a: Candidate, b: Candidate): boolean {
  return a.basis === "observed" && b.basis === "observed" && a.evidence.pageId === b.evidence.pageId && a.at !== b.at;
}

const yearMs = 365 * 24 * 3600 * 1000;

/** A change may be told again months later, in the next report. */
const retellingMs = 100 * 24 * 3600 * 1000;
const retellingMonths = 4;

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

export function samePerson(a: PersonRef, b: PersonRef): boolean {
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
