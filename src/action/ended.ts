import { ConfigError, DeliveryError, MinutebookError, messageOf } from "../errors.ts";
import type { Brought } from "../publish/change-words.ts";
import type { GroupLine, JobState, Problem } from "../publish/job-summary.ts";
import type { ChangeRecord } from "../records/index.ts";
import type { RunReport } from "../run-report.ts";
import type { Committed } from "./commit-back.ts";
import type { IssuesTold } from "./tell-issues.ts";

/** What the step knows in the end, whatever happened on the way. */
export interface Ended {
  state: JobState;
  command: string;
  title: string;
  asOf: string | null;
  report: RunReport | null;
  changes: readonly ChangeRecord[];
  groups: readonly (GroupLine & Brought["groups"][number])[];
  readonly problems: Problem[];
  readonly notes: string[];
  committed: Committed | null;
  issues: IssuesTold | null;
}

/** Nothing is known yet: so a step that breaks at once tells of itself too. */
export function justBegun(): Ended {
  return {
    state: "failed",
    command: "minutebook",
    title: "Minutebook",
    asOf: null,
    report: null,
    changes: [],
    groups: [],
    problems: [],
    notes: [],
    committed: null,
    issues: null,
  };
}

/** What broke the step, as problems of it, and in lines; what to do stands in the messages of our own errors. */
export function failed(ended: Ended, error: unknown): readonly string[] {
  ended.state = "failed";
  const isOurs = error instanceof MinutebookError;
  const what = error instanceof DeliveryError ? "commit" : error instanceof ConfigError ? "configuration" : ended.command;
  const why = isOurs ? error.message : `${messageOf(error)}: a bug of minutebook, please report it with the log of this step`;
  const lines = why.split("\n");
  ended.problems.unshift(...lines.map((line): Problem => ({ weight: "error", what, why: line })));
  return lines;
}
