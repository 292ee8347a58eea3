import { edtfInWords, mayAgree } from "../records/edtf.ts";
import type { ChangeRecord, Evidence, PersonRef } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import { isCadence } from "./inferred/types.ts";
import { hasIdentity, identityHash, matchesOf } from "./matching.ts";
import type { ChangeEvent } from "./types.ts";

const maxEvidence = 40;

/**
 * The change log after a run: every change that was reported stays as it was, with evidence added; only an event that matches none of them gets
 * an id. `detectedOn` is the as-of date of the run that found it. What is learnt otherwise of a reported change is a change of its own that corrects it.
 */
export function changeRecords(events: readonly ChangeEvent[], reported: readonly ChangeRecord[], asOf: string): ChangeRecord[] {
  const log = new Map(reported.map((record) => [record.id, record]));
  const known = matchesOf(events, reported, asOf);
  for (const event of events) {
    const match = known.get(event);
    if (match === undefined) add(log, recordOf(event, asOf));
    else {
      const { record, isReturn } = match;
      const isOtherwise = record.correctedBy === null && (isReturn ? contradicts(record, event) : differs(record, event));
      if (isOtherwise) add(log, correctionOf(record, event, log, asOf));
      // What takes a correction back is no evidence of it.
      if (!isOtherwise || !isReturn) log.set(record.id, withEvidence(log.get(record.id) ?? record, event));
    }
  }
  return [...log.values()];
}

/**
 * Whether the dates alone say an event again of a group, of the kind of a change that somebody acknowledged. What pages state is told in any case, and
 * what was reported stays.
 */
export function muted(reported: readonly ChangeRecord[], acknowledged: ReadonlySet<string>, asOf: string): (event: ChangeEvent) => boolean {
  const kindOf = ({ group, type }: Pick<ChangeRecord, "group" | "type"> | ChangeEvent): string => `${group}\n${type}`;
  const kinds = new Set(reported.flatMap((record) => (acknowledged.has(record.id) ? [kindOf(record)] : [])));
  const alike = Map.groupBy(
    reported.filter((record) => kinds.has(kindOf(record))),
    kindOf,
  );
  return (event) => {
    if (event.witnesses.length > 0 || event.inferred?.corrects !== undefined) return false;
    const known = alike.get(kindOf(event));
    return known !== undefined && !known.some((record) => hasIdentity(record, event, asOf));
  };
}

/** An id is given once. What is corrected says by what, the first time. */
function add(log: Map<string, ChangeRecord>, record: ChangeRecord): void {
  if (log.has(record.id)) return;
  log.set(record.id, record);
  const corrected = record.corrects === null ? undefined : log.get(record.corrects);
  if (corrected !== undefined && corrected.correctedBy === null) log.set(corrected.id, { ...corrected, correctedBy: record.id });
}

/** What is told back and forth gets an id each time. */
function correctionOf(record: ChangeRecord, event: ChangeEvent, log: ReadonlyMap<string, ChangeRecord>, asOf: string): ChangeRecord {
  const made = recordOf(event, asOf);
  return { ...made, id: log.has(made.id) ? idOf(event, asOf, record.id) : made.id, corrects: record.id };
}

/**
 * Whether something is known by now that the reported change does not say, and that its group would want to know: another person, a date that a page
 * prints where none was known or another one, or that an end was decided. A date that is only that of the page proves nothing: pages are edited.
 */
function differs(record: ChangeRecord, event: ChangeEvent): boolean {
  if (!event.witnesses.some(({ basis }) => basis === "stated")) return record.basis === "observed" && showsOthers(record, event);
  if (namesOthers(record, event)) return true;
  if (record.type === "group.inactive" && event.type === "group.disbanded") return true;
  const printed = event.witnesses.some(({ isDated, at }) => isDated && at === event.at);
  return printed && event.at !== null && (record.at === null || !mayAgree(record.at, event.at));
}

/** Whether two states show another person on a side than those that were compared when the change was reported: one of between has come to light. */
function showsOthers(record: ChangeRecord, event: ChangeEvent): boolean {
  const isOther = (side: ChangeRecord["from"], people: readonly PersonRef[]): boolean =>
    side.length > 0 && people.length > 0 && !people.some((person) => isNamed(side, person));
  return isOther(record.from, event.from) || isOther(record.to, event.to);
}

function contradicts(record: ChangeRecord, event: ChangeEvent): boolean {
  return namesOthers(record, event) || !mayAgree(record.at, event.at);
}

function namesOthers(record: ChangeRecord, event: ChangeEvent): boolean {
  const isNew = (side: ChangeRecord["from"], people: readonly PersonRef[]): boolean => people.some((person) => !isNamed(side, person));
  return event.type.startsWith("leadership.") && (isNew(record.from, event.from) || isNew(record.to, event.to));
}

function isNamed(side: ChangeRecord["from"], { id, name }: PersonRef): boolean {
  return side.some((known) => typeof known === "object" && ((id !== undefined && known.id === id) || sameName(known.name, name)));
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function idOf(event: ChangeEvent, detectedOn: string, corrects?: string): string {
  const group = event.group.slice(event.group.indexOf("/") + 1).slice(0, 60);
  return `changes/${detectedOn.slice(0, 4)}/${group}-${event.type.replace(".", "-")}-${identityHash(event, detectedOn, corrects)}`;
}

function evidenceOf(event: ChangeEvent): Evidence[] {
  const told = [...event.witnesses]
    .sort(
      (a, b) =>
        byCodeUnits(a.toldOn, b.toldOn) ||
        byCodeUnits(a.evidence.pageId ?? "", b.evidence.pageId ?? "") ||
        byCodeUnits(a.evidence.quote ?? "", b.evidence.quote ?? ""),
    )
    .map((witness): Evidence => ({ ...witness.evidence, basis: witness.basis }));
  return unique([...told, ...(event.inferred?.evidence ?? [])]);
}

/** The strongest basis of all witnesses may be another one by now. */
function withEvidence(record: ChangeRecord, event: ChangeEvent): ChangeRecord {
  const have = new Set(record.evidence.map(keyOf));
  const added = evidenceOf(event).filter((item) => !have.has(keyOf(item)));
  if (added.length === 0) return record;
  const evidence = [...record.evidence, ...added].slice(0, maxEvidence);
  return { ...record, evidence, basis: strongest([record.basis, basisOf(event)]) };
}

function keyOf({ pageId, videoId, quote, basis }: Evidence): string {
  return [pageId ?? videoId ?? "", quote ?? "", basis === "silence" ? "silence" : ""].join("\n");
}

function unique(items: readonly Evidence[]): Evidence[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

const bases = ["stated", "observed", "silence"] as const;

function strongest(found: readonly ChangeRecord["basis"][]): ChangeRecord["basis"] {
  return bases.find((basis) => found.includes(basis)) ?? "silence";
}

function basisOf(event: ChangeEvent): ChangeRecord["basis"] {
  return strongest([...event.witnesses.map(({ basis }) => basis), ...(event.inferred ? [event.inferred.basis] : [])]);
}

function recordOf(event: ChangeEvent, asOf: string): ChangeRecord {
  const { inferred } = event;
  const isInferred = inferred !== null && event.witnesses.length === 0;
  const summary = isInferred ? inferred.summary : summaryOf(event);
  const isLeadership = event.type.startsWith("leadership.");
  const values = (people: readonly PersonRef[], text: string | null, inferredValues: readonly (string | number)[]): ChangeRecord["from"] =>
    isLeadership ? [...people] : isInferred ? [...inferredValues] : text === null ? [] : [text];
  return {
    kind: "change",
    id: idOf(event, asOf),
    title: summary,
    type: event.type,
    group: event.group,
    subjects: [event.group, ...[...event.from, ...event.to].flatMap((person) => person.id ?? []), ...(inferred?.subjects ?? [])],
    at: event.at,
    detectedOn: asOf,
    from: values(event.from, event.fromText === event.toText ? null : event.fromText, inferred?.from ?? []),
    to: values(event.to, event.toText, inferred?.to ?? []),
    basis: basisOf(event),
    confidence: isInferred ? inferred.confidence : confidenceOf(event),
    summary,
    corrects: inferred?.corrects ?? null,
    correctedBy: null,
    formerIds: [],
    evidence: evidenceOf(event).slice(0, maxEvidence),
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
  const when = event.at === null ? "" : ` (${edtfInWords(event.at)})`;
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
      return `${groupName}: ${cadenceChange(event)}${when}.`;
    default:
      return `${groupName}: ${event.type}${when}.`;
  }
}

/** What is no cadence, such as an hour, stands in the quote. */
function cadenceChange({ fromText, toText }: ChangeEvent): string {
  if (!isCadence(toText)) return fromText === null ? "the meeting times changed" : `the meeting times changed from ${fromText}`;
  if (fromText === toText) return `the meeting times changed, still ${toText}`;
  return `the meeting cadence changed${fromText === null ? "" : ` from ${fromText}`} to ${toText}`;
}
