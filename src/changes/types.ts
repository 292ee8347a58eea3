import type { ChangeRecord, ChangeType, Evidence, PersonRef, Role } from "../records/index.ts";

/** One witness of a change: what one sentence of one page says, with its group and people known. */
export interface Candidate {
  readonly type: ChangeType;
  /** Full id. */
  readonly group: string;
  readonly groupName: string;
  readonly at: string | null;
  /** Whether the sentence prints its date; a date taken from the page is only when it was told. */
  readonly isDated: boolean;
  readonly from: readonly PersonRef[];
  readonly to: readonly PersonRef[];
  readonly fromRole: Role | null;
  readonly toRole: Role | null;
  readonly fromText: string | null;
  readonly toText: string | null;
  readonly evidence: Evidence;
  /** Day of the page, to tell which witness spoke first. */
  readonly toldOn: string;
  /** Whether the sentence itself names the group; else its place on the page does. */
  readonly isExplicit: boolean;
  /** `observed`: two versions of the page differ; nobody needs to have said it. */
  readonly basis: "stated" | "observed";
}

/** What the dates tell of a change, in no words of a page. */
export interface Inference {
  /** The day that the dates give, whatever pages say of it. */
  readonly day?: string;
  readonly basis: "observed" | "silence";
  readonly confidence: ChangeRecord["confidence"];
  /** One English sentence with the arithmetic. */
  readonly summary: string;
  readonly from: readonly (string | number)[];
  readonly to: readonly (string | number)[];
  readonly subjects: readonly string[];
  readonly evidence: readonly Evidence[];
  /** The reported change that turned out otherwise. */
  readonly corrects?: string;
}

/** What several witnesses tell of one change. */
export interface ChangeEvent {
  readonly type: ChangeType;
  readonly group: string;
  readonly groupName: string;
  /** The narrowest date that the witnesses agree on. */
  readonly at: string | null;
  readonly from: readonly PersonRef[];
  readonly to: readonly PersonRef[];
  readonly fromRole: Role | null;
  readonly toRole: Role | null;
  readonly fromText: string | null;
  readonly toText: string | null;
  readonly witnesses: readonly Candidate[];
  /** Null where pages alone tell of it; with no witnesses, the dates alone do. */
  readonly inferred: Inference | null;
}
