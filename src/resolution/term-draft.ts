import type { Evidence, PersonRef, Role, Term } from "../records/index.ts";

/** A term while pages are read. */
export interface Draft {
  readonly person: PersonRef;
  readonly role: Role;
  start: string | null;
  end: string | null;
  /** First and last day on which a page lists the person in the role. */
  firstSeen: string;
  lastSeen: string;
  /** Ids of the pages that do. */
  readonly listedOn: Set<string>;
  readonly evidence: Evidence[];
  readonly conflicts: Term["conflicts"];
}
