/** Words around recordings, courses and their costs. */
export interface MediaWords {
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
  readonly speakers: {
    /** Stand right before those who speak. */
    readonly before: readonly RegExp[];
    /** Stands before a name and is none. */
    readonly title: RegExp;
    /** Before the people of a sentence, and behind them: that they speak. */
    readonly inTheTalk: RegExp;
    readonly speaks: RegExp;
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
    /** A heading, folded, over a list of courses. */
    readonly listed: RegExp;
    /** Before who offers a course. */
    readonly offeredBy: RegExp;
    /** No longer to be had. */
    readonly unavailable: RegExp;
    /** Link texts that name no course but say what to do. */
    readonly notATitle: RegExp;
    readonly sentence: RegExp;
    /** What stands before and behind the title itself. */
    readonly beforeTitle: RegExp;
    readonly behindTitle: RegExp;
    /** A link text that names a course within a sentence; the name is group 1. */
    readonly newCourse: readonly RegExp[];
    /** The same in the sentence before a link that only invites. */
    readonly namedInSentence: readonly RegExp[];
    /** Domains of sites that hold the courses of many schools, and what the sites are called. */
    readonly platforms: readonly (readonly [string, string])[];
    /** Before a colon: when a link was sent, not who offers the course. */
    readonly sentOn: RegExp;
    readonly free: RegExp;
    /** The price is group 1. */
    readonly prices: readonly RegExp[];
  };
}
