import type { ChangeType, Evidence, PersonRef, Role } from "../records/index.ts";

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
}
