import { edtfInWords, mayAgree } from "../records/edtf.ts";
import { shortHash } from "../records/ids.ts";
import type { ChangeRecord, Evidence, PersonRef } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import { familyOf } from "./events.ts";
import type { ChangeEvent } from "./types.ts";

const maxEvidence = 40;

/**
 * The change log after a run: every change that was reported stays as it was, with evidence added; only an event that matches none of them gets
 * an id. `detectedOn` is the as-of date of the run that found it. What is learnt otherwise of a reported change is a change of its own that corrects it.
 */
export function changeRecords(events: readonly ChangeEvent[], reported: readonly ChangeRecord[], asOf: string): ChangeRecord[] {
  const log = new Map(reported.map((record) => [record.id, record]));
  const known = matchesOf(events, reported);
  for (const event of events) {
    const record = known.get(event);
    if (record === undefined) add(log, recordOf(event, asOf));
    else {
      log.set(record.id, withEvidence(record, event));
      if (differs(record, event)) add(log, { ...recordOf(event, asOf), corrects: record.id });
    }
  }
  return [...log.values()];
}

/** What the dates alone say again of a group, of the kind of a change that somebody acknowledged. What pages state is told in any case. */
export function isMuted(event: ChangeEvent, reported: readonly ChangeRecord[], acknowledged: ReadonlySet<string>): boolean {
  if (event.witnesses.length > 0 || acknowledged.size === 0 || event.inferred?.corrects !== undefined) return false;
  const alike = reported.filter(({ group, type }) => group === event.group && type === event.type);
  return alike.some(({ id }) => acknowledged.has(id)) && !alike.some((record) => hasIdentity(record, event));
}

/** An id is given once. What is corrected says by what, the first time. */
function add(log: Map<string, ChangeRecord>, record: ChangeRecord): void {
  if (log.has(record.id)) return;
  log.set(record.id, record);
  const corrected = record.corrects === null ? undefined : log.get(record.corrects);
  if (corrected !== undefined && corrected.correctedBy === null) log.set(corrected.id, { ...corrected, correctedBy: record.id });
}

/** The reported change that each event is: the surest tokens first, so that no event takes what is another one's. */
function matchesOf(events: readonly ChangeEvent[], reported: readonly ChangeRecord[]): Map<ChangeEvent, ChangeRecord> {
  const found = new Map<ChangeEvent, ChangeRecord>();
  const taken = new Set<ChangeRecord>();
  const byGroup = Map.groupBy(reported, ({ group }) => group);
  for (const isSame of [hasIdentity, sharesWords, matches]) {
    for (const event of events) {
      if (found.has(event)) continue;
      const record = byGroup.get(event.group)?.find(
        (known) =>
          !taken.has(known) &&
          familyOf(known.type) === familyOf(event.type) &&
          // What was corrected is what it was; the event is what the correction says.
          (known.correctedBy === null || isSame === hasIdentity) &&
          isSame(known, event),
      );
      if (record === undefined) continue;
      found.set(event, record);
      taken.add(record);
    }
  }
  return found;
}

/**
 * Whether something is known by now that the reported change does not say, and that its group would want to know: another person, or a date that a page
 * prints where none was known or another one. A date that is only that of the page proves nothing: pages are edited.
 */
function differs(record: ChangeRecord, event: ChangeEvent): boolean {
  if (record.correctedBy !== null) return false;
  if (!event.witnesses.some(({ basis }) => basis === "stated")) return false;
  const isNew = (side: ChangeRecord["from"], people: readonly PersonRef[]): boolean =>
    people.some(
      ({ id, name }) =>
        !side.some((known) => typeof known === "object" && ((id !== undefined && known.id === id) || sameName(known.name, name))),
    );
  if (event.type.startsWith("leadership.") && (isNew(record.from, event.from) || isNew(record.to, event.to))) return true;
  const printed = event.witnesses.some(({ isDated, at }) => isDated && at === event.at);
  return printed && event.at !== null && (record.at === null || !mayAgree(record.at, event.at));
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
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
      : (event.inferred?.from ?? []).filter((value) => typeof value === "string").join();
  return [
    event.group,
    familyOf(event.type),
    event.at ?? "",
    ids(event.from),
    ids(event.to),
    first,
    ...(event.inferred?.corrects === undefined ? [] : [event.inferred.corrects]),
  ].join("\n");
}

function idOf(event: ChangeEvent, detectedOn: string): string {
  const group = event.group.slice(event.group.indexOf("/") + 1).slice(0, 60);
  return `changes/${detectedOn.slice(0, 4)}/${group}-${event.type.replace(".", "-")}-${shortHash(identityOf(event))}`;
}

function hasIdentity(record: ChangeRecord, event: ChangeEvent): boolean {
  return record.id.endsWith(`-${shortHash(identityOf(event))}`);
}

/** A sentence that was reported is the same change, whatever is read in it now. */
function sharesWords(record: ChangeRecord, event: ChangeEvent): boolean {
  return event.witnesses.some(({ evidence: { pageId, quote } }) =>
    record.evidence.some((item) => quote !== undefined && quote !== "" && item.pageId === pageId && item.quote === quote),
  );
}

/** Dates that overlap, people that do not contradict. */
function matches(record: ChangeRecord, event: ChangeEvent): boolean {
  if (!mayAgree(record.at, event.at)) return false;
  // A move that nobody dates is the same as no other event by its date.
  if (record.at === null && event.at !== null && record.basis === "observed") return false;
  return agree(record.from, event.from) && agree(record.to, event.to);
}

function agree(reported: ChangeRecord["from"], now: readonly PersonRef[]): boolean {
  const names = reported.flatMap((side) => (typeof side === "object" ? [side.id ?? side.name] : []));
  return names.length === 0 || now.length === 0 || now.some((person) => names.includes(person.id ?? person.name));
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
    from: values(event.from, event.fromText, inferred?.from ?? []),
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
      return `${groupName}: the meeting cadence changed${event.fromText === null ? "" : ` from ${event.fromText}`}${event.toText === null ? "" : ` to ${event.toText}`}${when}.`;
    default:
      return `${groupName}: ${event.type}${when}.`;
  }
}
