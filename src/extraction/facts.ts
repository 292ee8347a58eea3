import type { Cadence, Cost, GroupKind, GroupStatus, MeetingStatus, PageKind, Platform, Role, SectionKey } from "../records/index.ts";
import type { PersonName } from "./people.ts";
import type { StatementFacts } from "./statements/types.ts";
import type { TranscriptFacts } from "./transcripts.ts";

export type { StatementFacts } from "./statements/types.ts";

/** Where on a page a claim stands. */
export interface Witness {
  /** Verbatim, at most 240 characters. */
  readonly quote: string | null;
  readonly heading: string | null;
  /** The rule that read it. */
  readonly rule: string;
}

/** A value with its witness. */
export interface Finding<T> {
  readonly value: T;
  readonly witness: Witness;
}

export interface ReportFacts {
  readonly period: { readonly label: string; readonly start: string; readonly end: string } | null;
  readonly periodWitness: Witness | null;
  readonly authors: readonly PersonName[];
  readonly authorsWitness: Witness | null;
  readonly publishedOn: string | null;
  readonly publishedWitness: Witness | null;
  readonly sections: readonly { readonly key: SectionKey; readonly heading: string; readonly markdown: string }[];
  readonly averageAttendance: Finding<number> | null;
  readonly meetingCadence: Finding<Cadence> | null;
  /** Names of the group as the page itself gives them, strongest first. */
  readonly groupHints: readonly string[];
}

export interface MeetingFacts {
  /** 0 where the page is one meeting; else the place of the section on the page, from 1. */
  readonly ordinal: number;
  readonly title: string;
  readonly date: string | null;
  readonly dateWitness: Witness | null;
  readonly status: MeetingStatus;
  readonly attendees: readonly PersonName[];
  readonly attendeesWitness: Witness | null;
  readonly presenters: readonly PersonName[];
  readonly agenda: readonly string[];
  readonly actionItems: readonly {
    readonly text: string;
    readonly owner: PersonName | null;
    readonly due: string | null;
    readonly done: boolean | null;
  }[];
  readonly recordings: readonly string[];
}

export interface RecordingFacts {
  readonly platform: Platform;
  readonly key: string;
  readonly url: string;
  readonly title: string | null;
  readonly date: string | null;
  readonly dateBasis: string | null;
  readonly presenters: readonly PersonName[];
  /** Link target of the page that the same line names: the announcement of the talk. */
  readonly about: string | null;
  readonly witness: Witness;
}

/** What the announcement of a talk, or the page of one, says of it. */
export interface TalkFacts {
  readonly date: string | null;
  readonly presenters: readonly PersonName[];
  /** Keys of the recordings that the page shows as the talk's own. */
  readonly recordings: readonly string[];
}

export interface CourseFacts {
  readonly title: string;
  readonly provider: string | null;
  readonly url: string | null;
  readonly cost: Cost | null;
  readonly updatedOn: string | null;
  readonly notes: string | null;
  readonly available: boolean | null;
  readonly witness: Witness;
}

/** A group as a page names it. */
export interface GroupMention {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: GroupKind;
  /** Link target where the name is a link. */
  readonly href: string | null;
  /** How much the form says that this is a group: 3 its own page, 2 an entry of a list of groups, 1 a heading or a phrase. */
  readonly strength: 1 | 2 | 3;
  readonly status: GroupStatus | null;
  readonly witness: Witness;
}

/** A role that a page gives to a person. `group` is null where the page means its own group. */
export interface TermFacts {
  readonly group: string | null;
  readonly person: PersonName;
  readonly role: Role;
  readonly start: string | null;
  readonly end: string | null;
  readonly witness: Witness;
}

/** A rule that threw: counted by name, never taken for an absent value. */
export interface RuleFailure {
  readonly rule: string;
  readonly message: string;
}

/** What one page says, read without knowing any other page. Small: no body is kept. */
export interface PageFacts {
  readonly kind: PageKind;
  readonly kindRule: string;
  readonly report: ReportFacts | null;
  readonly meetings: readonly MeetingFacts[];
  readonly recordings: readonly RecordingFacts[];
  readonly talk: TalkFacts | null;
  readonly courses: readonly CourseFacts[];
  readonly groups: readonly GroupMention[];
  readonly terms: readonly TermFacts[];
  readonly statements: readonly StatementFacts[];
  /** Of the attached files of captions; absent where there are none. `file` is where the bytes are, `files/…`, else the address that the page gives. */
  readonly transcripts?: readonly (TranscriptFacts & { readonly name: string; readonly file: string })[];
  readonly failures: readonly RuleFailure[];
}
