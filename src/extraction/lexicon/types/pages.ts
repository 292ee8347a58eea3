import type { SectionKey } from "../../../records/index.ts";

/** Words of labels, titles, headings and columns: how a page is divided, and what it is. */
export interface PageWords {
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
    /** Who speaks, on a page where another label says about what. */
    readonly whoSpeaks: RegExp;
    readonly whatIsTold: RegExp;
    readonly actions: RegExp;
    /** Begins a line that is one action. */
    readonly action: RegExp;
    /** Until when something is to be done: the words behind, group 1. */
    readonly due: readonly RegExp[];
    readonly subgroups: RegExp;
    /** Speaks of subgroups and heads no list of them. */
    readonly notSubgroups: RegExp;
    /** Part: what may stand around a state that heads a list of groups ("Currently active groups"). */
    readonly aroundState: RegExp;
    readonly status: RegExp;
    /** The field of a form that names what the page is about. */
    readonly projectName: RegExp;
    /** Who wrote a report: the label, and the one that counts where there is none. */
    readonly authors: RegExp;
    readonly submittedBy: RegExp;
    /** A line in words, the authors are group 1. */
    readonly submittedByLine: readonly RegExp[];
    readonly published: RegExp;
    /** Stands before the day in a sentence. */
    readonly publishedLine: RegExp;
    /** Counts where nothing says more of when a report was published. */
    readonly dateOfReport: RegExp;
    /** A line with a value that is a section of a report. */
    readonly reportField: RegExp;
    /** A label with its value, both in bold; tested as printed. */
    readonly boldField: RegExp;
    /** A heading of which the value stands behind its colon. */
    readonly headingField: RegExp;
    /** Names the time that a report tells of. */
    readonly reportingPeriod: RegExp;
    /** A heading that calls the page a report. */
    readonly calledReport: RegExp;
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
    readonly endsInReport: RegExp;
    readonly reports: RegExp;
    /** All that a report's title says beside the name of its group; global, for `replace`. */
    readonly reportAndPeriod: RegExp;
    readonly template: RegExp;
    readonly roster: RegExp;
    /** Speaks to people instead of listing them: "For members". */
    readonly notRoster: RegExp;
    readonly charter: RegExp;
    readonly proposal: RegExp;
    /** Stands between a word such as "Terms of Reference" and whose they are. */
    readonly ofGroup: RegExp;
    /** The title of one meeting that a number, not a day, tells from the others. */
    readonly numberedMeeting: RegExp;
    /** What the title of a proposed group's page says beside its name. */
    readonly proposedGroup: RegExp;
    /** A title that says that a proposed group was approved; its name is group 1. */
    readonly approvedGroup: readonly RegExp[];
    /** What the title of a page of proposals says beside the kind. */
    readonly proposals: RegExp;
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
    /** What is to do, who does it, and until when. */
    readonly actions: { readonly task: RegExp; readonly owner: RegExp; readonly due: RegExp };
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
      /** Only counts the rows. */
      readonly number: RegExp;
      /** Says both who and in which role: "Chair". */
      readonly office: RegExp;
      readonly group: RegExp;
      readonly since: RegExp;
      readonly until: RegExp;
      /** Holds the years of both. */
      readonly term: RegExp;
      /** Parts: headers that a conversion ran together, among them those of the person and of the office. */
      readonly joined: RegExp;
      readonly joinedName: RegExp;
      readonly joinedRole: RegExp;
    };
    /** Tables of groups, beside what `groups.listKinds` reads. */
    readonly groups: {
      /** Counts the rows; the column that names the groups may follow it. */
      readonly number: RegExp;
      /** Names something; that it is groups, the names must say. */
      readonly name: RegExp;
      /** Says the kind of each. */
      readonly type: RegExp;
      readonly state: RegExp;
      /** Tells something of a group. */
      readonly about: RegExp;
      /** The header of such a table where its cells were run together; as printed. */
      readonly joined: RegExp;
      /** Ends the row of such a table with the state of the group. */
      readonly saysState: RegExp;
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
}
