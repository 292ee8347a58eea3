import type { ChangeType, Role } from "../../records/index.ts";
import type { Witness } from "../facts.ts";
import type { PersonName } from "../people.ts";

export type StatedType = Extract<
  ChangeType,
  | "leadership.handover"
  | "leadership.joined"
  | "leadership.left"
  | "group.created"
  | "group.renamed"
  | "group.inactive"
  | "group.reactivated"
  | "group.disbanded"
  | "cadence.changed"
>;

/** A sentence of change as one page says it. */
export interface StatementFacts {
  readonly type: StatedType;
  /** Names of the groups that it is about, nearest first. */
  readonly groups: readonly string[];
  /** Whether it is about each of the groups ("subgroups A, B and C"), not about the first that is known. */
  readonly aboutAll: boolean;
  /** Whether the page's own group is meant where no name is known. */
  readonly mayMeanOwn: boolean;
  /** Whether only a part ("this subgroup") can be meant, not the group of the whole space. */
  readonly meansPart: boolean;
  readonly role: Role | null;
  /** Of those who came, where it is another: "from the Chair, and 4 new Co-Chairs". */
  readonly toRole: Role | null;
  readonly from: readonly PersonName[];
  readonly to: readonly PersonName[];
  /** Before and after of a cadence, in the page's words. */
  readonly fromText: string | null;
  readonly toText: string | null;
  /** EDTF, or null for a state whose beginning is not told. */
  readonly at: string | null;
  /** Whether the sentence prints its date; else it is that of the page or of the section. */
  readonly isDated: boolean;
  readonly witness: Witness;
}
