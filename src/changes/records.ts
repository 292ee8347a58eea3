import { intervalOf } from "../records/edtf.ts";
import { shortHash } from "../records/ids.ts";
import type { ChangeRecord, Evidence, PersonRef } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import { familyOf } from "./events.ts";
import type { ChangeEvent } from "./types.ts";

const maxEvidence = 40;

/**
 * The change log after a run: every change that was reported stays as it was, with evidence added; only an event that matches none of them gets
 * an id. `detectedOn` is the as-of date of the run that found it.
 */
export function changeRecords(events: readonly ChangeEvent[], reported: readonly ChangeRecord[], asOf: string): ChangeRecord[] {
  const log = new Map(reported.map((record) => [record.id, record]));
  const taken = new Set<string>();
  const fresh: ChangeEvent[] = [];
  for (const event of events) {
    const known =
      [...log.values()].find((record) => !taken.has(record.id) && hasIdentity(record, event)) ??
      [...log.values()].find((record) => !taken.has(record.id) && matches(record, event));
    if (!known) {
      fresh.push(event);
      continue;
    }
    taken.add(known.id);
    log.set(known.id, { ...known, evidence: mergedEvidence(known.evidence, event) });
  }
  for (const event of fresh) {
    const record = recordOf(event, asOf);
    if (!log.has(record.id)) log.set(record.id, record);
  }
  return [...log.values()];
}

function identityOf(event: ChangeEvent): string {
  const ids = (people: readonly PersonRef[]): string =>
    people
      .map((person) => person.id ?? person.name)
      .sort()
      .join(",");
  const first =
    event.at === null && event.from.length === 0 && event.to.length === 0
      ? `${event.witnesses[0]?.evidence.pageId ?? ""} ${event.witnesses[0]?.evidence.quote ?? ""}`
      : "";
  return [event.group, familyOf(event.type), event.at ?? "", ids(event.from), ids(event.to), first].join("\n");
}

function idOf(event: ChangeEvent, detectedOn: string): string {
  const group = event.group.slice(event.group.indexOf("/") + 1).slice(0, 60);
  return `changes/${detectedOn.slice(0, 4)}/${group}-${event.type.replace(".", "-")}-${shortHash(identityOf(event))}`;
}

function hasIdentity(record: ChangeRecord, event: ChangeEvent): boolean {
  return record.id.endsWith(`-${shortHash(identityOf(event))}`) && record.group === event.group;
}

/** Same group and kind, dates that overlap, people that do not contradict. */
function matches(record: ChangeRecord, event: ChangeEvent): boolean {
  if (record.group !== event.group || familyOf(record.type) !== familyOf(event.type)) return false;
  const a = record.at === null ? null : intervalOf(record.at);
  const b = event.at === null ? null : intervalOf(event.at);
  if (a && b && (a.start > b.end || b.start > a.end)) return false;
  return agree(record.from, event.from) && agree(record.to, event.to);
}

function agree(reported: ChangeRecord["from"], now: readonly PersonRef[]): boolean {
  const names = reported.flatMap((side) => (typeof side === "object" ? [side.id ?? side.name] : []));
  return names.length === 0 || now.length === 0 || now.some((person) => names.includes(person.id ?? person.name));
}

function evidenceOf(event: ChangeEvent): Evidence[] {
  return [...event.witnesses]
    .sort(
      (a, b) =>
        byCodeUnits(a.toldOn, b.toldOn) ||
        byCodeUnits(a.evidence.pageId ?? "", b.evidence.pageId ?? "") ||
        byCodeUnits(a.evidence.quote ?? "", b.evidence.quote ?? ""),
    )
    .map((witness) => ({ ...witness.evidence, basis: "stated" as const }));
}

function mergedEvidence(known: readonly Evidence[], event: ChangeEvent): Evidence[] {
  const key = (item: Evidence): string => `${item.pageId ?? ""}\n${item.quote ?? ""}`;
  const have = new Set(known.map(key));
  return [...known, ...unique(evidenceOf(event)).filter((item) => !have.has(key(item)))].slice(0, maxEvidence);
}

function unique(items: readonly Evidence[]): Evidence[] {
  return [...new Map(items.map((item) => [`${item.pageId ?? ""}\n${item.quote ?? ""}`, item])).values()];
}

function recordOf(event: ChangeEvent, asOf: string): ChangeRecord {
  const summary = summaryOf(event);
  const isLeadership = event.type.startsWith("leadership.");
  return {
    kind: "change",
    id: idOf(event, asOf),
    title: summary,
    type: event.type,
    group: event.group,
    subjects: [event.group, ...[...event.from, ...event.to].flatMap((person) => person.id ?? [])],
    at: event.at,
    detectedOn: asOf,
    from: isLeadership ? [...event.from] : event.fromText === null ? [] : [event.fromText],
    to: isLeadership ? [...event.to] : event.toText === null ? [] : [event.toText],
    basis: "stated",
    confidence: confidenceOf(event),
    summary,
    corrects: null,
    correctedBy: null,
    formerIds: [],
    evidence: unique(evidenceOf(event)).slice(0, maxEvidence),
  };
}

function confidenceOf(event: ChangeEvent): ChangeRecord["confidence"] {
  const isExplicit = event.witnesses.some((witness) => witness.isExplicit);
  const hasMatter = !event.type.startsWith("leadership.") || event.from.length + event.to.length > 0;
  return isExplicit && hasMatter && event.at !== null ? "high" : isExplicit || hasMatter ? "medium" : "low";
}

/** One English sentence. */
function summaryOf(event: ChangeEvent): string {
  const names = (people: readonly PersonRef[]): string => people.map((person) => person.name).join(", ");
  const when = event.at === null ? "" : ` (${event.at})`;
  const { groupName } = event;
  switch (event.type) {
    case "leadership.handover":
      if (event.from.length > 0) return `${groupName}: leadership passed from ${names(event.from)} to ${names(event.to)}${when}.`;
      return event.to.length > 0
        ? `${groupName}: leadership passed to ${names(event.to)}${when}.`
        : `${groupName}: leadership changed hands${when}.`;
    case "leadership.joined":
      return `${groupName}: ${names(event.to)} joined the leadership${when}.`;
    case "leadership.left":
      return `${groupName}: ${names(event.from)} left the leadership${when}.`;
    case "group.created":
      return `${groupName} was created${when}.`;
    case "group.renamed":
      return `${groupName} was renamed${event.toText === null ? "" : ` to ${event.toText}`}${when}.`;
    case "group.inactive":
      return `${groupName} became inactive${when}.`;
    case "group.reactivated":
      return `${groupName} became active again${when}.`;
    case "group.disbanded":
      return `${groupName} was disbanded${when}.`;
    case "cadence.changed":
      return `${groupName}: the meeting cadence changed${event.fromText === null ? "" : ` from ${event.fromText}`}${event.toText === null ? "" : ` to ${event.toText}`}${when}.`;
    default:
      return `${groupName}: ${event.type}${when}.`;
  }
}
