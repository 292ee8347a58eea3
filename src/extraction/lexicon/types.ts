import type { Cadence, GroupKind, GroupStatus, Role, SectionKey } from "../../records/index.ts";

/**
 * The wording of one language. Structure lives in the rules; a further language is one more file of this type.
 *
 * "Part" marks what is no pattern of its own: rules build it into theirs, so it holds neither anchors nor groups that capture. Patterns of which
 * rules read the groups stand in lists, since `combine` makes alternatives of all others.
 */
export interface Lexicon {
  readonly language: string;

  /** Month names and abbreviations, lower case, without dots → 1–12. */
  readonly months: Readonly<Record<string, number>>;
  /** Months that are other words too, and so no date before a mere number: "may 5". */
  readonly ambiguousMonths: readonly string[];
  /** Number words from two on, lower case. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Which quarter or half, lower case → 1–4. */
  readonly ordinals: Readonly<Record<string, number>>;
  /** Part: abbreviations whose dot ends no sentence, without that dot. */
  readonly abbreviations: RegExp;
  /** Season names → EDTF code. */
  readonly seasons: Readonly<Record<string, number>>;
  /** Part: the days of the week. */
  readonly weekday: RegExp;
  readonly periods: {
    /** Part: behind the number of a day. */
    readonly ordinalEnding: RegExp;
    /** Part: between a day, quarter or half and what it is of. */
    readonly of: RegExp;
    /** Part: behind "first half of". */
    readonly theYear: RegExp;
    /** Parts: a quarter and a half behind an ordinal ("third quarter"), and before a number ("Q3", "HY1"). */
    readonly quarter: RegExp;
    readonly half: RegExp;
    readonly quarterMark: RegExp;
    readonly halfMark: RegExp;
    /** Parts: between two quarters, and between two months. */
    readonly andQuarter: RegExp;
    readonly untilMonth: RegExp;
    /** What else in a title with a year says which half is meant, or the whole. */
    readonly firstHalf: RegExp;
    readonly secondHalf: RegExp;
    readonly wholeYear: RegExp;
    /** Parts: what in a sentence stands before a month, and before a year. */
    readonly beforeMonth: RegExp;
    readonly beforeYear: RegExp;
  };
  readonly cadences: readonly (readonly [Cadence, RegExp])[];
  /** Sentences of a report about how often a group meets. */
  readonly meets: {
    readonly says: RegExp;
    /** It is about a part of the group, surely or perhaps. */
    readonly ofSubgroup: RegExp;
    readonly ofPart: RegExp;
    readonly planned: RegExp;
    /** It tells a change, so it is the later cadence. */
    readonly later: RegExp;
  };

  /** Labels and headings, tested against the folded label (lower case, no colon). */
  readonly labels: {
    readonly attendees: RegExp;
    readonly notAttendees: RegExp;
    /** Headings within a list of attendees: "Staff", "Remote". */
    readonly partOfAttendees: RegExp;
    /** Tells readers to write down their names. */
    readonly instruction: RegExp;
    /** Ends a list of attendees even when nothing marks it. */
    readonly behindAttendees: RegExp;
    /** Lines within a list of attendees that are no attendees. */
    readonly besideAttendees: RegExp;
    /** Part: fields that may stand behind another field on its line. */
    readonly onOneLine: RegExp;
    readonly date: RegExp;
    /** When a talk is, on the page that announces it. */
    readonly timeOfTalk: RegExp;
    readonly agenda: RegExp;
    readonly minutes: RegExp;
    readonly recording: RegExp;
    readonly presenters: RegExp;
    readonly actions: RegExp;
    readonly subgroups: RegExp;
    /** Speaks of subgroups and heads no list of them. */
    readonly notSubgroups: RegExp;
    /** Part: what may stand around a state that heads a list of groups ("Currently active groups"). */
    readonly aroundState: RegExp;
    readonly status: RegExp;
    /** Who wrote a report: the label, and the one that counts where there is none. */
    readonly authors: RegExp;
    readonly submittedBy: RegExp;
    readonly published: RegExp;
    /** A line with a value that is a section of a report. */
    readonly reportField: RegExp;
    /** A label with its value, both in bold; tested as printed. */
    readonly boldField: RegExp;
    /** What stands below is not so yet; tested as printed. */
    readonly proposed: RegExp;
    /** Lines that are labels even when nothing marks them. */
    readonly plain: RegExp;
  };
  readonly titles: {
    readonly meeting: RegExp;
    /** Stands before the date of a meeting's title. */
    readonly beforeDate: RegExp;
    /** Words behind the group in a meeting's title, each by itself. */
    readonly behindGroup: RegExp;
    /** Open gatherings, announced to the public: no meeting of a group. */
    readonly gathering: RegExp;
    readonly news: RegExp;
    readonly report: RegExp;
    /** Calls itself a report, or reports. */
    readonly oneReport: RegExp;
    readonly reports: RegExp;
    /** All that a report's title says beside the name of its group; global, for `replace`. */
    readonly reportAndPeriod: RegExp;
    readonly template: RegExp;
    readonly roster: RegExp;
    /** Speaks to people instead of listing them: "For members". */
    readonly notRoster: RegExp;
    readonly charter: RegExp;
    readonly proposal: RegExp;
    /** Who would lead, not who leads. */
    readonly candidacy: RegExp;
    readonly resource: RegExp;
    readonly index: RegExp;
    /** A page that only sorts the pages below it. */
    readonly folder: RegExp;
    readonly archived: RegExp;
    /** The group of the page ended. */
    readonly ended: RegExp;
    readonly canceled: RegExp;
  };
  /** Canonical report sections in the order in which a heading is tested. */
  readonly sections: readonly (readonly [SectionKey, RegExp])[];
  /** Headers of columns, in lower case. `joined…` is for tables that lost their cells, whose headers stand run together, as printed. */
  readonly columns: {
    readonly people: {
      /** Who it is about, the likeliest first. */
      readonly name: readonly RegExp[];
      /** Says by marks who came, and who stood in for whom. */
      readonly present: RegExp;
      readonly proxy: RegExp;
      /** Parts: the header of names, and those behind it. */
      readonly joinedName: RegExp;
      readonly joinedOther: RegExp;
      /** Must be among them: addresses divide the rows. */
      readonly joinedAddress: RegExp;
    };
    readonly leaders: {
      readonly role: RegExp;
      readonly name: RegExp;
      /** Says both who and in which role: "Chair". */
      readonly office: RegExp;
      readonly group: RegExp;
      readonly since: RegExp;
      readonly until: RegExp;
      /** Holds the years of both. */
      readonly term: RegExp;
    };
    readonly talks: {
      readonly title: RegExp;
      readonly date: RegExp;
      readonly presenters: RegExp;
      /** Parts: a header, and what may follow on it. */
      readonly joined: RegExp;
      readonly behindJoined: RegExp;
      /** Where among them titles and people stand. */
      readonly joinedTitle: RegExp;
      readonly joinedPresenters: RegExp;
    };
    readonly courses: {
      readonly title: RegExp;
      readonly provider: RegExp;
      readonly cost: RegExp;
      /** Of a list of courses that tells neither who gives them nor what they cost. */
      readonly offer: RegExp;
      readonly updated: RegExp;
      readonly notes: RegExp;
      /** Part: a header. */
      readonly joined: RegExp;
      /** Both must be among them. */
      readonly joinedTitle: RegExp;
      readonly joinedCostOrProvider: RegExp;
    };
  };

  readonly people: {
    /** Part: between the last two people of a list. */
    readonly and: RegExp;
    /** Words that are no names in a list of people. */
    readonly notNames: RegExp;
    /** No name begins with these. */
    readonly notFirst: RegExp;
    /** Part: words behind a name that begin what is told about the person. */
    readonly endOfName: RegExp;
    readonly company: RegExp;
    /** Ends the name of a company; case counts. */
    readonly legalForm: RegExp;
    /** Part: in brackets behind the name of somebody who is not there. */
    readonly sentRegrets: RegExp;
    readonly salutation: RegExp;
    /** Titles behind a name, and the same as a whole "first name" of an account. */
    readonly titlesBehind: RegExp;
    readonly title: RegExp;
    /** How a wiki shows accounts without a name; the name is the group. */
    readonly namelessAccounts: readonly RegExp[];
    /** What a wiki adds to the name of an account; global, for `replace`. */
    readonly accountState: RegExp;
    /** Capital words of running text that are no part of a person's name; and what ends such a word. */
    readonly notInProse: RegExp;
    readonly notInProseEnd: RegExp;
    /** Accounts of nobody in particular, and of devices. */
    readonly notAPerson: RegExp;
    /** Part: between the owner of an action and the action. */
    readonly ownsAction: RegExp;
  };
  readonly attendance: {
    /** Marks of who came, of who did not, and of who stood in for somebody. */
    readonly here: RegExp;
    readonly notHere: RegExp;
    readonly byProxy: RegExp;
    /** The value of a label of attendees is their number only. */
    readonly count: RegExp;
    /** A line over a list of attendees says their number. */
    readonly countLine: RegExp;
    /** Found in every text that tells an average, and quickly; then in every sentence that does. */
    readonly hint: RegExp;
    readonly people: RegExp;
    /** An average or usual number: group 1, and group 2 where it is a range. */
    readonly averages: readonly RegExp[];
    /** The number of those who come regularly, unless the sentence is about more or fewer. */
    readonly regulars: readonly RegExp[];
    readonly notRegulars: RegExp;
  };

  /** Words that end the name of a group → its kind; global patterns, for `matchAll`. */
  readonly groupKinds: readonly (readonly [GroupKind, RegExp])[];
  /** Found in every text that one of `groupKinds` matches, and quickly. */
  readonly groupWord: RegExp;
  readonly groups: {
    /** Ends the title or heading of several groups. */
    readonly plural: RegExp;
    /** Looks so, but is one group. */
    readonly notPlural: RegExp;
    /** Begins a phrase about a group instead of its name; and words, as printed, that no name holds. */
    readonly beginsPhrase: RegExp;
    readonly notInName: RegExp;
    /** Words of a name that begin with a small letter. */
    readonly smallWords: readonly string[];
    /** Part: kinds behind which a dash and an abbreviation may stand. */
    readonly beforeAbbreviation: RegExp;
    /** One spelling of each kind, by which names are compared; global, for `replace`. Then the words that do not count. */
    readonly sameKinds: readonly (readonly [string, RegExp])[];
    readonly ignoredInKeys: readonly string[];
    /** Part: a kind, perhaps in small letters, that the name itself leaves out. */
    readonly kindBehindName: RegExp;
    /** Part: a kind in the header of a column that the names below it leave out. */
    readonly kindOfColumn: RegExp;
    /** Part: the kinds that most often stand behind small words. */
    readonly looseKind: RegExp;
    /** Part: kinds in small letters behind an abbreviation and what belongs to it. */
    readonly smallKind: RegExp;
    /** Parts: kinds that end a name in running text, case counts; first those that may be led, then the others. */
    readonly kindInName: RegExp;
    readonly otherKindInName: RegExp;
    /** Part: between the words of a name. */
    readonly withinName: RegExp;
    /** Begins a sentence, not a name. */
    readonly beforeName: RegExp;
    /** Small words that begin no name, and those that end none. */
    readonly notFirstInName: RegExp;
    readonly notLastInName: RegExp;
    /** Kinds that may be meant where a name leaves them out, the likeliest, a subgroup, first. */
    readonly kindsLeftOut: readonly string[];
    /** "New Tide Gauge Lead": the group, group 1, without its kind. */
    readonly ofNewLead: readonly RegExp[];
    /** Parts: subgroups before a list of their names, and what stands between. */
    readonly subgroups: RegExp;
    readonly behindSubgroups: RegExp;
    readonly subgroup: RegExp;
    /** Where a name stands without its kind; whether it is a group, the archive knows. The name is group 1. */
    readonly withoutKind: readonly RegExp[];
    /** Parts: a subgroup behind its name, case counts, and what stands before the name. */
    readonly subgroupInName: RegExp;
    readonly beforeSubgroup: RegExp;
    /** Parts: what was formed, case counts, and the words before its name. */
    readonly formedKind: RegExp;
    readonly hasFormed: RegExp;
    /** Is called a group, not only a team. */
    readonly saysGroup: RegExp;
  };
  /** What a field "Status" says, in the order in which it is tested. */
  readonly states: readonly (readonly [GroupStatus, RegExp])[];
  /** States that stand with the name of a group. */
  readonly marks: {
    /** Says that a state is not so yet. */
    readonly notYet: RegExp;
    readonly archived: RegExp;
    readonly saysArchive: RegExp;
    readonly inactive: RegExp;
    /** Part: states that are no remark behind a name. */
    readonly ended: RegExp;
    /** States that are no part of a name; global, for `replace`. */
    readonly inName: RegExp;
    /** The title of a page below which all is archived. */
    readonly archivePage: RegExp;
  };

  readonly roles: readonly (readonly [Role, RegExp])[];
  /** Who leads what. */
  readonly leaders: {
    /** A label that is nothing but a role. */
    readonly label: RegExp;
    /** It is the role of somebody who left it. */
    readonly former: RegExp;
    /** Parts: how the years of a term are written. */
    readonly term: { readonly to: RegExp; readonly now: RegExp; readonly since: RegExp; readonly until: RegExp };
    /** A parenthesis behind a name that is nothing but a role. */
    readonly behindName: RegExp;
    /** Parts: a role within a parenthesis behind a group, and how one may begin. */
    readonly office: RegExp;
    readonly officeBegins: RegExp;
    /** Where in "Tide Gauge Subgroup Lead" the role begins. */
    readonly behindGroup: RegExp;
    /** "Lead of the Tide Gauge Subgroup": the group is group 1. */
    readonly ofGroup: readonly RegExp[];
    /** What `roles` leaves of a role; global, for `replace`. */
    readonly leftOfRole: RegExp;
    /** The text ends in the role of the last person only. */
    readonly lastIsActing: RegExp;
    /** Capital words that make no person. */
    readonly notPeople: RegExp;
    /** Found in every text, and in every sentence, that gives a role to a person. */
    readonly hint: RegExp;
    readonly hintInSentence: RegExp;
    /** Past, wished-for and possible roles. */
    readonly notNow: RegExp;
    /** Part: a role in a sentence. */
    readonly role: RegExp;
    /** Sentences that give a role to a person. */
    readonly sentences: readonly LeaderSentence[];
    /** Before the date from which on somebody leads. */
    readonly since: RegExp;
  };

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
    /** A rhythm that `cadences` does not know. */
    /** Divides the new cadence from the old one. */
    readonly insteadOf: RegExp;
    readonly every: RegExp;
  };

  /** A line says, wherever it stands, that this meeting did not take place. */
  readonly notHeld: RegExp;
  /** The same in few words, which only near the top are about the meeting of the page. */
  readonly notHeldOnTop: RegExp;
  /** Where a word for "canceled" is about a meeting, and where about another one. */
  readonly cancels: { readonly aMeeting: RegExp; readonly another: RegExp };

  /** Lines around the link of a recording, and its text. */
  readonly recordings: {
    /** Says nothing beyond that there is a recording. */
    readonly generic: RegExp;
    readonly here: RegExp;
    readonly one: RegExp;
    readonly any: RegExp;
    /** A file that is no recording. */
    readonly otherFile: RegExp;
    /** A place with many recordings: said by a line, by its end and what stands behind the link, or by the link. */
    readonly collection: RegExp;
    readonly endsInMany: RegExp;
    readonly areThere: RegExp;
    readonly collectionLink: RegExp;
    readonly playlist: RegExp;
    /** Is of another event than the meeting of the page. */
    readonly ofAnother: RegExp;
    /** Begins a line whose link is the recording, before a dash. */
    readonly beginsLine: RegExp;
  };
  readonly costs: {
    /** No cost is given. */
    readonly unknown: RegExp;
    readonly perMonth: RegExp;
    readonly perYear: RegExp;
    readonly free: RegExp;
    /** There is more than the one amount. */
    readonly varies: RegExp;
    /** Parts: costs in words, and the time that they are for, where columns were run together. */
    readonly joined: RegExp;
    readonly joinedPerTime: RegExp;
  };
  readonly courses: {
    readonly says: RegExp;
    readonly exam: RegExp;
    /** No longer to be had. */
    readonly unavailable: RegExp;
    /** Link texts that name no course but say what to do. */
    readonly notATitle: RegExp;
    readonly sentence: RegExp;
    /** What stands before and behind the title itself. */
    readonly beforeTitle: RegExp;
    readonly behindTitle: RegExp;
    /** Before a colon: when a link was sent, not who offers the course. */
    readonly sentOn: RegExp;
    readonly free: RegExp;
    /** The price is group 1. */
    readonly prices: readonly RegExp[];
  };
}

/**
 * A sentence that gives a role to a person. In `says`, the source of a pattern, "{person}", "{people}", "{role}" and "{group}" stand for what has
 * their form; each may stand once.
 */
export interface LeaderSentence {
  readonly name: string;
  readonly says: string;
  /** The role, where the verb says it. */
  readonly role: Role | null;
}

/** What a further language adds: any part of a lexicon, joined with the others by `combine`. */
export type LexiconAddition = { readonly language: string } & Some<Omit<Lexicon, "language">>;

type Some<T> = { readonly [K in keyof T]?: T[K] extends RegExp | readonly unknown[] ? T[K] : Some<T[K]> };
