/** Words of change: who came and left, what became of a group, when it meets, and which meeting did not take place. */
export interface ChangeWords {
  /** Verbs and phrases of change; each rule of `statements/` names the one that a sentence must hold. */
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
  /** What a sentence of change says around its verb about leaders. */
  readonly leaderChanges: {
    /** The author of the page speaks; the role is group 1. */
    readonly authorSpeaks: readonly RegExp[];
    readonly leading: RegExp;
    readonly lead: RegExp;
    readonly newLeader: RegExp;
    /** The verb, not the role; global, for `replace`. */
    readonly toLead: RegExp;
    /** Behind a verb of handing over: to whom, group 1. */
    readonly toWhom: readonly RegExp[];
    /** Holds "lead", but names no office. */
    readonly notAnOffice: RegExp;
    readonly announced: RegExp;
    /** Comes beside the others, not for them. */
    readonly additional: RegExp;
    /** Leads something that is not the group of the page. */
    readonly newOfAnother: RegExp;
    readonly new: RegExp;
    /** The verb is a welcome; then who, group 1, as what, group 2. */
    readonly isWelcome: RegExp;
    readonly welcomedAs: readonly RegExp[];
    /** Stands before a person in a list. */
    readonly welcome: RegExp;
    /** Behind another verb of coming: as what. */
    readonly cameAs: RegExp;
    readonly successor: RegExp;
  };
  /** The same about groups. */
  readonly groupChanges: {
    /** The sentence is about one group, or about one or several. */
    readonly aboutOne: RegExp;
    readonly aboutAny: RegExp;
    /** Ends the subject of a sentence that is about a group. */
    readonly subject: RegExp;
    /** Ends a subject that only belongs to a group. */
    readonly notSubject: RegExp;
    /** Auxiliaries and adverbs between subject and verb; global, for `replace`. */
    readonly auxiliary: RegExp;
    /** A part is meant, not the whole. */
    readonly ofPart: RegExp;
    readonly callOfPart: RegExp;
    /** Means a group that was named before; and a name that says itself which. */
    readonly thisGroup: RegExp;
    readonly saysWhich: RegExp;
    /** The sentence begins with what it is about; on a home page also with what happened to it. */
    readonly beginsWithThis: RegExp;
    readonly beginsWithChange: RegExp;
    readonly article: RegExp;
    /** Who approved a group. */
    readonly approvedBy: RegExp;
    /** Between a group and the one it went into. */
    readonly mergedInto: RegExp;
    readonly disbanded: RegExp;
    readonly notDisbanded: RegExp;
    readonly notCreated: RegExp;
    /** One group was formed: a kind of group that may be; a first meeting; a name whose kind is left out. */
    readonly aboutNewOne: RegExp;
    readonly kickOff: RegExp;
    readonly nameWasFormed: RegExp;
  };
  /** The same about when a group meets. */
  readonly cadenceChanges: {
    /** From what, group 1, to what, group 2. */
    readonly fromTo: readonly RegExp[];
    readonly meeting: RegExp;
    readonly meetingOrCadence: RegExp;
    readonly meetingOrSchedule: RegExp;
    /** The verb is a note about the time, or a move of it; then an hour says enough. */
    readonly noteOfTime: RegExp;
    readonly moved: RegExp;
    readonly hour: RegExp;
    /** The verb says that something moved; then meetings must be its subject. */
    readonly movedTo: RegExp;
    readonly meetingsAsSubject: RegExp;
    readonly newMeetingTime: RegExp;
    readonly onWeekdays: RegExp;
    /** Divides the new cadence from the old one. */
    readonly insteadOf: RegExp;
    /** A rhythm that `cadences` does not know. */
    readonly every: RegExp;
  };
  /** A line says, wherever it stands, that this meeting did not take place. */
  readonly notHeld: RegExp;
  /** The same in few words, which only near the top are about the meeting of the page. */
  readonly notHeldOnTop: RegExp;
  /** Where a word for "canceled" is about a meeting, and where about another one. */
  readonly cancels: { readonly aMeeting: RegExp; readonly another: RegExp };
}
