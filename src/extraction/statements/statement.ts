import type { Reading } from "./rule.ts";
import type { StatementFacts } from "./types.ts";

/** Where and when a sentence says what a rule reads in it. */
export interface Setting {
  readonly groups: readonly string[];
  readonly all: boolean;
  readonly own: boolean;
  /** "The subgroup", "this team": a part is meant, not the whole. */
  readonly part: boolean;
  readonly at: string | null;
  readonly dated: boolean;
  readonly rule: string;
  readonly quote: string;
  readonly heading: string | null;
}

/** What a rule has read, at its place. */
export function statement(reading: Reading, setting: Setting): StatementFacts {
  return {
    type: reading.type,
    groups: setting.groups,
    aboutAll: setting.all,
    mayMeanOwn: setting.own,
    meansPart: setting.part,
    role: reading.role ?? null,
    toRole: reading.toRole ?? null,
    from: reading.from ?? [],
    to: reading.to ?? [],
    fromText: reading.fromText ?? null,
    toText: reading.toText ?? null,
    at: setting.at,
    isDated: setting.dated,
    witness: { quote: setting.quote, heading: setting.heading, rule: setting.rule },
  };
}
