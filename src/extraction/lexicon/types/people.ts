import type { Role } from "../../../records/index.ts";

/** Words around names of people: who came, and who leads what. */
export interface PeopleWords {
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
    /** A line that says who came; the list is group 1. */
    readonly sentence: readonly RegExp[];
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
  readonly roles: readonly (readonly [Role, RegExp])[];
  /** Who leads what. */
  readonly leaders: {
    /** A label that is nothing but a role. */
    readonly label: RegExp;
    /** Presides over an assembly; only a label says so: in a table it may be what somebody is elsewhere. */
    readonly presiding: readonly (readonly [Role, RegExp])[];
    /** Leads where the page of a group says it; in minutes it is who led that meeting. */
    readonly facilitating: RegExp;
    /** Hosts the meetings of the group whose page says it. */
    readonly hosting: RegExp;
    /** It is the role of somebody who left it. */
    readonly former: RegExp;
    /** Parts: how the years of a term are written. */
    readonly term: { readonly to: RegExp; readonly now: RegExp; readonly since: RegExp; readonly chosen: RegExp; readonly until: RegExp };
    /** Says of a proposed group that it came to be, and what says that it may. */
    readonly accepted: RegExp;
    readonly notAccepted: RegExp;
    /** A label over those who would lead it. */
    readonly proposedOffice: RegExp;
    /** A sentence that proposes them; their names are group 1. */
    readonly whoIsProposed: readonly RegExp[];
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
    /** Wished-for and possible roles: such a sentence gives none. */
    readonly notNow: RegExp;
    /** Makes a role behind it a past one. */
    readonly past: RegExp;
    /** Part: a role in a sentence. */
    readonly role: RegExp;
    /** Sentences that give a role to a person. */
    readonly sentences: readonly LeaderSentence[];
    /** Before the date from which on somebody leads. */
    readonly since: RegExp;
    /** "After two years of serving as": how many years the role has lasted, captured. */
    readonly forYears?: RegExp;
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
