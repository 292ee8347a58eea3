import type { GroupKind, GroupStatus } from "../../../records/index.ts";

/** Words for groups, their kinds and their states. */
export interface GroupWords {
  /** Words that end the name of a group → its kind; global patterns, for `matchAll`. */
  readonly groupKinds: readonly (readonly [GroupKind, RegExp])[];
  /** Kinds before a name, as printed: "Committee on Tides". */
  readonly leadingKinds: readonly (readonly [GroupKind, RegExp])[];
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
    /** Part: the same before a name in running text. */
    readonly leadingInName: RegExp;
    readonly otherKindInName: RegExp;
    /** The short name of a body that has a number: "WP3". */
    readonly numbered: RegExp;
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
    /** Heads a list or a column of groups and says nothing but their kind; tested without what `aroundList` takes off, a word at a time. */
    readonly listKinds: readonly (readonly [GroupKind, RegExp])[];
    readonly aroundList: RegExp;
    /** What may stand behind a plural that heads a list. */
    readonly aroundListEnd: RegExp;
    /** Plurals beside `plural` that may head a list. */
    readonly pluralOnly: RegExp;
    /** Heads a column of groups without saying their kind. */
    readonly group: RegExp;
    /** Kinds that belong to a name even where a list leaves them out: "Marketing" below "Subcommittees". */
    readonly suffixed: RegExp;
    /** Entries of such a list that are no group. */
    readonly notListed: RegExp;
    /** Parts: subgroups before a list of their names, and what stands between. */
    /** Kinds of groups in the plural before an enumeration, each behind what it adds to the names. */
    readonly enumerated: readonly (readonly [string, RegExp])[];
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
    /** Announcements of a new group. */
    readonly introduced: {
      /** Found in every sentence that announces one. */
      readonly hint: RegExp;
      /** Part: kinds of groups, as announcements print them. */
      readonly kind: RegExp;
      /** Sentences with the forms `{name}`, `{kind}` and `{whose}` ("a new Dune lab"). */
      readonly patterns: readonly string[];
      /** Before the announcement: it is not there yet. */
      /** Never between "a new" and the kind: "the new lead for the Tide Subgroup" is no subgroup. */
      readonly notWhose: RegExp;
      readonly notYet: RegExp;
      /** Capital words that name no group. */
      readonly notAName: RegExp;
    };
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
}
