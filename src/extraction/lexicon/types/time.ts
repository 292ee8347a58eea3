import type { Cadence } from "../../../records/index.ts";

/** Words for dates, periods and rhythms. */
export interface TimeWords {
  /** Month names and abbreviations, lower case, without dots → 1–12. */
  readonly months: Readonly<Record<string, number>>;
  /** Months that are other words too, and so no date before a mere number: "may 5". */
  readonly ambiguousMonths: readonly string[];
  /** Number words from two on, lower case. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Part: abbreviations whose dot ends no sentence, without that dot. */
  readonly abbreviations: RegExp;
  /** Which quarter or half, lower case → 1–4. */
  readonly ordinals: Readonly<Record<string, number>>;
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
    /** A year that need not begin in January. */
    readonly financialYear: RegExp;
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
}
