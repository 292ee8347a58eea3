import type { PageFacts, Witness } from "../extraction/index.ts";
import type { RawEnvelope } from "../pages/raw.ts";
import type {
  ChangeRecord,
  CourseRecord,
  Evidence,
  GroupRecord,
  MeetingRecord,
  PersonRecord,
  RecordingRecord,
  ReportRecord,
} from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";

/** What pass 2 knows of a page: metadata and facts, never a body. */
export interface PageEntry {
  /** Full id, `pages/DUNE/123`. */
  readonly id: string;
  readonly envelope: RawEnvelope;
  readonly facts: PageFacts;
  /** What its older versions say of leaders, the oldest first; absent where none is known. */
  readonly earlier?: readonly EarlierState[];
}

/** Who led, as a page listed it before it was edited. */
export interface EarlierState {
  readonly version: number;
  /** The day on which it was written; null where its wiki prints none. */
  readonly on: string | null;
  readonly terms: PageFacts["terms"];
}

/** What is left to know of a page when its facts have become records. */
export interface PageOutline {
  readonly id: string;
  readonly envelope: RawEnvelope;
  readonly kind: PageFacts["kind"];
}

/** The records of the archive as it was; ids are taken from them. */
export interface PreviousRecords {
  readonly groups: readonly GroupRecord[];
  readonly people: readonly PersonRecord[];
  readonly reports: readonly ReportRecord[];
  readonly meetings: readonly MeetingRecord[];
  readonly recordings: readonly RecordingRecord[];
  readonly courses: readonly CourseRecord[];
  readonly changes: readonly ChangeRecord[];
}

export interface ResolvedRecords {
  readonly groups: readonly GroupRecord[];
  readonly people: readonly PersonRecord[];
  readonly reports: readonly ReportRecord[];
  readonly meetings: readonly MeetingRecord[];
  readonly recordings: readonly RecordingRecord[];
  readonly courses: readonly CourseRecord[];
  readonly changes: readonly ChangeRecord[];
}

/** Something that pass 2 left out on purpose, counted by reason in the run report. */
export interface LeftOut {
  readonly what: string;
  readonly count: number;
}

export function evidenceOf(entry: Pick<PageEntry, "envelope">, witness: Witness | null, fields: readonly string[] = []): Evidence {
  const { source, pageId, url, version } = entry.envelope;
  return {
    source,
    pageId,
    ...(version === null ? {} : { version }),
    url,
    ...(witness?.heading ? { heading: witness.heading } : {}),
    ...(witness?.quote ? { quote: witness.quote } : {}),
    ...(fields.length > 0 ? { fields: [...fields] } : {}),
  };
}

/** The record's own page first, then by source, page, version, heading; each once. */
export function sortedEvidence(items: readonly Evidence[], ownPageId: string | null): Evidence[] {
  const key = (item: Evidence): string =>
    [
      item.pageId === ownPageId && ownPageId !== null ? "0" : "1",
      item.source,
      item.pageId ?? "",
      String(item.version ?? "").padStart(8, "0"),
      item.heading ?? "",
      item.quote ?? "",
      (item.fields ?? []).join(),
    ].join("\u0000");
  const unique = new Map(items.map((item) => [key(item), item]));
  return [...unique].sort(([a], [b]) => byCodeUnits(a, b)).map(([, item]) => item);
}
