import type { Role } from "../../records/index.ts";
import type { Lexicon } from "../lexicon/index.ts";
import type { PersonName } from "../people.ts";
import type { PageView } from "../view.ts";
import type { StatedType } from "./types.ts";

/** What a rule reads out of one sentence; group and date come from the context. */
export interface Reading {
  readonly type: StatedType;
  readonly role?: Role | null;
  readonly toRole?: Role | null;
  readonly from?: readonly PersonName[];
  readonly to?: readonly PersonName[];
  readonly fromText?: string | null;
  readonly toText?: string | null;
  /** A state has no date of its own: "is no longer active". */
  readonly isState?: boolean;
  /** Where in the sentence those who came begin: linked people from there on are all of them. */
  readonly linkedFrom?: number;
  /** The group that it is about, where the rule knows. */
  readonly ofGroup?: string;
  /** Says nothing where nobody is named. */
  readonly needsPeople?: boolean;
}

export interface StatementRule {
  readonly name: string;
  /** Which verbs of the lexicon a sentence must hold to be read. */
  readonly verbs: keyof Lexicon["changes"];
  /** Reads sentences in future tense too: they announce what was decided. */
  readonly announces?: boolean;
  readonly read: (text: string, view: PageView) => Reading | null;
}
