/** Words of change: who came and left, what became of a group, when it meets, and which meeting did not take place. */
export interface ChangeWords {
  /** Verbs and phrases of change; each rule of `statements/` names the one that a sentence must hold. */
  readonly changes: {
    /** A quick look at a block: without a hit no sentence of it is read. Holds a part of every verb below. */
    readonly trigger: RegExp;
    /** Plans, proposals, hypotheticals, questions and template text are no changes. */
    readonly noChange: RegExp;
    /** Future tense is a plan, except where it announces what was decided. */
    /** Of all the groups of the list that follows: they ended. */
    readonly theseEnded: RegExp;
    /** A clause about somebody who stays: what other clauses tell still counts. */
    readonly staysInOffice: RegExp;
    readonly future: RegExp;
    /** "This call", "our group": the group of the page itself can be meant. */
    readonly ownThing: RegExp;
    readonly roleWord: RegExp;
    /** Found in every sentence that a rule about leaders can read, and quickly. */
    readonly aboutLeaders: RegExp;
    /** The same for rules about cadences. */
    readonly aboutMeetings: RegExp;
    readonly leftAndCame: RegExp;
    readonly isSucceededBy: RegExp;
    readonly succeeds: RegExp;
    readonly byAcclamation: RegExp;
    readonly ledUntil: RegExp;
    readonly tookOverFrom: RegExp;
    readonly handsOverTo: RegExp;
    readonly leadershipPassed: RegExp;
    readonly leadershipChanged: RegExp;
    readonly isTheNew: RegExp;
    readonly came: RegExp;
    /** Active: who follows was elected, appointed or named by somebody. */
    readonly elects: RegExp;
    readonly congratulates: RegExp;
    /** A motion about an office that carried, an offer that was accepted. */
    readonly carried: RegExp;
    readonly electionHeld: RegExp;
    readonly electionResult: RegExp;
    readonly outgoingOrIncoming: RegExp;
    readonly disbanded: RegExp;
    /** Somebody decided its end: the sentence says when, by whom or why. Without that "was closed" is a state. */
    readonly wasClosed: RegExp;
    readonly mandateEnded: RegExp;
    readonly stoppedMeeting: RegExp;
    readonly movedToAState: RegExp;
    readonly merged: RegExp;
    readonly finalMeeting: RegExp;
    readonly endedBehindName: RegExp;
    readonly markedInactive: RegExp;
    readonly backAgain: RegExp;
    readonly wasApproved: RegExp;
    readonly wasFormed: RegExp;
    readonly wasApprovedAsGroup: RegExp;
    /** Stands in every sentence that introduces a group, see `groups.introduced`. */
    readonly introducesGroup: RegExp;
    readonly newGroup: RegExp;
    /** Active: somebody formed a group, or decided to; the pattern says that the object is a group. */
    readonly formsAGroup: RegExp;
    readonly approvesGroup: RegExp;
    readonly renamed: RegExp;
    /** From a day on meetings are held in another way: an announcement, though in future tense. */
    readonly fromADayOn: RegExp;
    readonly endsACall: RegExp;
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
    /** Somebody new is looked for; something else than a person is new ("new chair election"). */
    readonly seeksNew: RegExp;
    readonly newOfEvent: RegExp;
    /** Behind an office, the group that it is one of. */
    readonly ofGroup: RegExp;
    /** A nomination decides nothing. */
    readonly nominated: RegExp;
    /** Between those who were elected and their office. */
    readonly asOffice: RegExp;
    readonly beforeOffice: RegExp;
    /** Behind a congratulation: whom, group 1, on which office, group 2. */
    readonly congratulatedOn: readonly RegExp[];
    /** Who, group 1, got which office, group 2. */
    readonly carriedMotion: readonly RegExp[];
    /** Behind an election that was held: who, group 1, leads what, group 2. */
    readonly afterElection: readonly RegExp[];
    readonly election: RegExp;
    readonly resultWords: RegExp;
    readonly ofBoard: RegExp;
    /** Behind a verb of leaving: a body whose members lead. */
    readonly fromSeat: RegExp;
    /** What is handed over, where it is an office, and what ends it. */
    readonly handedOffice: RegExp;
    readonly endsHandedThing: RegExp;
    readonly chaired: RegExp;
    /** Who led, group 1, as what, group 2, until who came, group 3. */
    readonly ledUntil: readonly RegExp[];
    /** Between who came and who had left before. */
    readonly because: RegExp;
    /** What is handed over for an office: the gavel, the reins. */
    readonly badge: RegExp;
    /** From whom, group 1, to whom, group 2; and what was passed. */
    readonly passedFromTo: readonly RegExp[];
    readonly passedOffice: RegExp;
    readonly leadership: RegExp;
    readonly outgoing: RegExp;
    /** The office behind "outgoing", and what stands between a person and that word. */
    readonly officeBeside: RegExp;
    readonly besideOffice: RegExp;
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
    /** Stands behind the name of a group whose name has no kind. */
    readonly endeavour: RegExp;
    /** Stands before the name of a group: "Working Group on", "groupe de travail". */
    readonly kindBeforeName: RegExp;
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
    /** Not the group but its name stands before the verb. */
    readonly nameChanged: RegExp;
    /** Between a group and the one it went into. */
    readonly mergedInto: RegExp;
    readonly disbanded: RegExp;
    readonly notDisbanded: RegExp;
    /** Between a group and the verb of its end: what it had done before. */
    readonly finished: RegExp;
    /** Between a group and its verb, set off by commas. */
    readonly apposition: RegExp;
    /** Holds for one meeting. */
    readonly onlyOnce: RegExp;
    /** The new name, group 1. */
    readonly renamedTo: readonly RegExp[];
    readonly notCreated: RegExp;
    /** One group was formed: a kind of group that may be; a first meeting; a name whose kind is left out. */
    readonly aboutNewOne: RegExp;
    readonly kickOff: RegExp;
    readonly nameWasFormed: RegExp;
    /** The verb of forming has an object. */
    readonly formsOther: RegExp;
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
    /** Says that a meeting comes again ("Thursdays", "the weekly call"), and that only one is meant. */
    readonly recurring: RegExp;
    readonly manyMeetings: RegExp;
    readonly onlyOneMeeting: RegExp;
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
