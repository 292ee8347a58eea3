import type { Cadence, GroupKind, GroupStatus, Role, SectionKey } from "../../records/index.ts";

/** The wording of one language. Structure lives in the rules; a further language is one more file of this type. */
export interface Lexicon {
  readonly language: string;
  /** Month names and abbreviations, lower case, without dots → 1–12. */
  readonly months: Readonly<Record<string, number>>;
  /** Number words from two on, lower case. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Season names → EDTF code. */
  readonly seasons: Readonly<Record<string, number>>;
  /** Labels and headings, tested against the folded label (lower case, no colon). */
  readonly labels: {
    readonly attendees: RegExp;
    readonly notAttendees: RegExp;
    readonly date: RegExp;
    readonly agenda: RegExp;
    readonly minutes: RegExp;
    readonly recording: RegExp;
    readonly presenters: RegExp;
    readonly actions: RegExp;
    readonly subgroups: RegExp;
    /** Lines that are labels even when nothing marks them. */
    readonly plain: RegExp;
  };
  readonly titles: {
    readonly meeting: RegExp;
    /** Open gatherings, announced to the public: no meeting of a group. */
    readonly gathering: RegExp;
    readonly news: RegExp;
    readonly report: RegExp;
    readonly template: RegExp;
    readonly roster: RegExp;
    readonly charter: RegExp;
    readonly resource: RegExp;
    readonly index: RegExp;
    /** A page that only sorts the pages below it. */
    readonly folder: RegExp;
    readonly archived: RegExp;
    readonly canceled: RegExp;
  };
  /** Canonical report sections in the order in which a heading is tested. */
  readonly sections: readonly (readonly [SectionKey, RegExp])[];
  readonly cadences: readonly (readonly [Cadence, RegExp])[];
  /** Words that end the name of a group → its kind; global patterns, for `matchAll`. */
  readonly groupKinds: readonly (readonly [GroupKind, RegExp])[];
  /** Found in every text that one of `groupKinds` matches, and quickly. */
  readonly groupWord: RegExp;
  readonly roles: readonly (readonly [Role, RegExp])[];
  /** Verbs and phrases of change; each rule of `statements/rules.ts` names the one that a sentence must hold. */
  readonly changes: {
    /** A quick look at a block: without a hit no sentence of it is read. Holds a part of every verb below. */
    readonly trigger: RegExp;
    /** Plans, proposals, hypotheticals, questions and template text are no changes. */
    readonly noChange: RegExp;
    /** Future tense is a plan, except where it announces what was decided. */
    readonly future: RegExp;
    /** "This call", "our group": the group of the page itself can be meant. */
    readonly ownThing: RegExp;
    readonly roleWord: RegExp;
    /** Found in every sentence that a rule about leaders can read, and quickly. */
    readonly aboutLeaders: RegExp;
    /** The same for rules about cadences. */
    readonly aboutMeetings: RegExp;
    readonly leftAndCame: RegExp;
    readonly succeeds: RegExp;
    readonly byAcclamation: RegExp;
    readonly tookOverFrom: RegExp;
    readonly handsOverTo: RegExp;
    readonly leadershipChanged: RegExp;
    readonly isTheNew: RegExp;
    readonly came: RegExp;
    readonly disbanded: RegExp;
    readonly stoppedMeeting: RegExp;
    readonly movedToAState: RegExp;
    readonly merged: RegExp;
    readonly finalMeeting: RegExp;
    readonly markedInactive: RegExp;
    readonly backAgain: RegExp;
    readonly wasApproved: RegExp;
    readonly wasFormed: RegExp;
    readonly cadenceFromTo: RegExp;
    readonly decidedACadence: RegExp;
    readonly meetsAtAnotherTime: RegExp;
    readonly nowMeets: RegExp;
  };
  readonly courseColumns: {
    readonly title: RegExp;
    readonly provider: RegExp;
    readonly cost: RegExp;
    readonly updated: RegExp;
    readonly notes: RegExp;
  };
  /** What a field "Status" says, in the order in which it is tested. */
  readonly states: readonly (readonly [GroupStatus, RegExp])[];
  /** A line says, wherever it stands, that this meeting did not take place. */
  readonly notHeld: RegExp;
  /** The same in few words, which only near the top are about the meeting of the page. */
  readonly notHeldOnTop: RegExp;
  readonly inactive: RegExp;
  /** Words that are no names in a list of people. */
  readonly notNames: RegExp;
}

/** What a further language adds: any part of a lexicon, joined with the others by `combine`. */
export type LexiconAddition = {
  readonly [K in Exclude<keyof Lexicon, "language" | "labels" | "titles" | "changes" | "courseColumns">]?: Lexicon[K];
} & {
  readonly language: string;
  readonly labels?: Partial<Lexicon["labels"]>;
  readonly titles?: Partial<Lexicon["titles"]>;
  readonly changes?: Partial<Lexicon["changes"]>;
  readonly courseColumns?: Partial<Lexicon["courseColumns"]>;
};
