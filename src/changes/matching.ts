import { intervalOf, mayAgree } from "../records/edtf.ts";
import { shortHash } from "../records/ids.ts";
import type { ChangeRecord, PersonRef } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import { familyOf, monthsOf, undated, withoutDates } from "./clusters.ts";
import { isCadence } from "./inferred/types.ts";
import type { ChangeEvent } from "./types.ts";

/** What the log has of an event. */
export interface Match {
  readonly record: ChangeRecord;
  /** It was reported, corrected since, and is told again: the record is the last correction. */
  readonly isReturn: boolean;
}

/** The reported change that each event is: the surest tokens first, so that no event takes what is another one's. */
export function matchesOf(events: readonly ChangeEvent[], reported: readonly ChangeRecord[], asOf: string): Map<ChangeEvent, Match> {
  const found = new Map<ChangeEvent, Match>();
  const taken = new Set<ChangeRecord>();
  const known = new ReportedChanges(reported.toSorted((a, b) => byCodeUnits(a.id, b.id)));
  const standing = (records: readonly ChangeRecord[], fits: (record: ChangeRecord) => boolean): Match[] =>
    records.filter((record) => record.correctedBy === null && fits(record)).map((record) => ({ record, isReturn: false }));
  const passes: readonly ((event: ChangeEvent) => readonly Match[])[] = [
    (event) => standing(known.withIdentity(event, asOf), () => true),
    (event) => known.withIdentity(event, asOf).flatMap((record) => returnsOf(record, known)),
    (event) => standing(known.withWords(event), (record) => isOfFamily(record, event)),
    (event) => standing(known.withWordsButDates(event), (record) => isOfFamily(record, event)),
    (event) => standing(known.withDay(event), (record) => hasDates(record, event)),
    (event) => standing(known.ofTime(event), (record) => known.isPresent(record, event) && matches(record, event)),
  ];
  for (const matchesLike of passes) {
    for (const event of events) {
      if (found.has(event)) continue;
      const match = matchesLike(event).find(({ record }) => !taken.has(record));
      if (match === undefined) continue;
      found.set(event, match);
      taken.add(match.record);
    }
  }
  return found;
}

/** What was corrected and is told again is what the last correction is about; where that is told too, both are, and the corrected one is what it was. */
function returnsOf(record: ChangeRecord, known: ReportedChanges): Match[] {
  const last = known.lastCorrectionOf(record);
  const itself = { record, isReturn: false };
  return last !== record && familyOf(last.type) === familyOf(record.type) ? [{ record: last, isReturn: true }, itself] : [itself];
}

/** Whether a record was made of an event, or of one that says the same. */
export function hasIdentity(record: ChangeRecord, event: ChangeEvent, asOf: string): boolean {
  return hashIn(record) === identityHash(event, asOf);
}

/** Eight hex digits of what identifies an event. A move that nobody dates is that of the day on which it was found: another day's is another one. */
export function identityHash(event: ChangeEvent, asOf: string, corrects = event.inferred?.corrects): string {
  const ids = (people: readonly PersonRef[]): string =>
    people
      .map((person) => person.id ?? person.name)
      .sort()
      .join(",");
  const isBare = event.at === null && event.from.length === 0 && event.to.length === 0;
  const [witness] = event.witnesses;
  const first = !isBare
    ? (event.inferred?.from ?? []).filter((value) => typeof value === "string").join()
    : witness === undefined
      ? asOf
      : `${witness.evidence.pageId ?? ""} ${witness.evidence.quote ?? ""}`;
  return shortHash(
    [
      event.group,
      familyOf(event.type),
      event.at ?? "",
      ids(event.from),
      ids(event.to),
      first,
      ...(event.type === "cadence.changed" && isCadence(event.toText) ? [event.toText] : []),
      ...(corrects === undefined ? [] : [corrects]),
    ].join("\n"),
  );
}

/** The log, by what events are looked up by: a group may have thousands of changes. */
class ReportedChanges {
  readonly #byId: ReadonlyMap<string, ChangeRecord>;
  readonly #byHash: ReadonlyMap<string, readonly ChangeRecord[]>;
  readonly #byDay: ReadonlyMap<string, readonly ChangeRecord[]>;
  readonly #byKind: ReadonlyMap<string, readonly ChangeRecord[]>;
  /** In the order of the log. */
  readonly #byMonth = new Map<string, Set<number>>();
  readonly #byWords = new Map<string, Set<ChangeRecord>>();
  readonly #lastTurns = new Map<string | null, ChangeRecord>();

  constructor(reported: readonly ChangeRecord[]) {
    this.#byId = new Map(reported.map((record) => [record.id, record]));
    this.#byHash = Map.groupBy(reported, hashIn);
    this.#byDay = Map.groupBy(reported, ({ group, at }) => `${group}\n${at}`);
    this.#byKind = Map.groupBy(reported, kindOf);
    for (const records of this.#byKind.values())
      for (const [place, record] of records.entries())
        for (const month of monthsOf(record.at, 0)) addTo(this.#byMonth, `${kindOf(record)}\n${month}`, place);
    for (const record of reported) {
      for (const { pageId, quote } of record.evidence) {
        if (quote === undefined || quote === "") continue;
        for (const words of [quote, withoutDates(quote)]) {
          addTo(this.#byWords, wordsKey(record.group, pageId, words), record);
        }
      }
      if (!isTurn(record)) continue;
      const last = this.#lastTurns.get(record.group);
      if (last === undefined || compareTurns(last, record) < 0) this.#lastTurns.set(record.group, record);
    }
  }

  /** Of the group, and of the day that the dates give. */
  withDay({ group, inferred }: ChangeEvent): readonly ChangeRecord[] {
    return inferred?.day === undefined ? [] : (this.#byDay.get(`${group}\n${inferred.day}`) ?? []);
  }

  /** Of the group and kind, and of a time that may be the event's. */
  ofTime(event: ChangeEvent): readonly ChangeRecord[] {
    const kind = kindOf(event);
    const records = this.#byKind.get(kind) ?? [];
    const months = monthsOf(event.at, 0);
    if (months.includes(undated)) return records;
    const places = new Set([...months, undated].flatMap((month) => [...(this.#byMonth.get(`${kind}\n${month}`) ?? [])]));
    return [...places].sort((a, b) => a - b).flatMap((place) => records[place] ?? []);
  }

  withIdentity(event: ChangeEvent, asOf: string): readonly ChangeRecord[] {
    return (this.#byHash.get(identityHash(event, asOf)) ?? []).filter(
      (record) => record.group === event.group && isOfFamily(record, event),
    );
  }

  /** A sentence that was reported is the same change, whatever is read in it now. */
  withWords(event: ChangeEvent): readonly ChangeRecord[] {
    return this.#withWords(event, (quote) => quote);
  }

  /** A sentence in which only a date is another one by now. */
  withWordsButDates(event: ChangeEvent): readonly ChangeRecord[] {
    return this.#withWords(event, withoutDates);
  }

  #withWords({ group, witnesses }: ChangeEvent, wordsOf: (quote: string) => string): readonly ChangeRecord[] {
    return witnesses.flatMap(({ basis, evidence: { pageId, quote } }) =>
      quote === undefined || (basis === "observed" && wordsOf === withoutDates)
        ? []
        : [...(this.#byWords.get(wordsKey(group, pageId, wordsOf(quote))) ?? [])],
    );
  }

  lastCorrectionOf(record: ChangeRecord): ChangeRecord {
    let last = record;
    for (let next = record.correctedBy; next !== null; ) {
      const correction = this.#byId.get(next);
      if (correction === undefined) break;
      last = correction;
      next = correction.correctedBy;
    }
    return last;
  }

  /** Who stopped, began again and stops now stops for the second time: a move that nobody dates is that of now. */
  isPresent(record: ChangeRecord, event: ChangeEvent): boolean {
    return event.at !== null || event.witnesses.length > 0 || this.#lastTurns.get(record.group) === record;
  }
}

function addTo<T>(map: Map<string, Set<T>>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}

function kindOf({ group, type }: Pick<ChangeRecord, "group" | "type"> | ChangeEvent): string {
  return `${group}\n${familyOf(type)}`;
}

function wordsKey(group: string | null, pageId: string | undefined, quote: string): string {
  return [group ?? "", pageId ?? "", quote].join("\n");
}

function hashIn({ id }: ChangeRecord): string {
  return id.slice(id.lastIndexOf("-") + 1);
}

function isOfFamily({ type }: ChangeRecord, event: ChangeEvent): boolean {
  return familyOf(type) === familyOf(event.type);
}

function isEnd(type: ChangeRecord["type"]): boolean {
  return type === "group.inactive" || type === "group.disbanded";
}

function isTurn({ type, correctedBy }: ChangeRecord): boolean {
  return correctedBy === null && (isEnd(type) || type === "group.reactivated");
}

function compareTurns(a: ChangeRecord, b: ChangeRecord): number {
  const dayOf = ({ at, detectedOn }: ChangeRecord): string => (at === null ? detectedOn : (intervalOf(at)?.end ?? detectedOn));
  return byCodeUnits(dayOf(a), dayOf(b)) || byCodeUnits(a.detectedOn, b.detectedOn) || byCodeUnits(a.id, b.id);
}

/** What a page tells now was told when the dates alone were known: an end, decided or not, or a new beginning. */
function hasDates(record: ChangeRecord, event: ChangeEvent): boolean {
  if (!record.evidence.some(({ basis }) => basis === "silence")) return false;
  return record.type === event.type || (isEnd(record.type) && isEnd(event.type));
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
