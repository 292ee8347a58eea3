import type { Plan } from "./archive/index.ts";
import type { RedactionKind } from "./pages/redaction/index.ts";
import type { LeftOut } from "./resolution/index.ts";
import type { FetchPlan, Skip, Spent } from "./sources/types.ts";

export type { FetchPlan, Spent } from "./sources/types.ts";

/** What a run did, for people and for `--json`. Nothing that was left out is missing here. */
export interface RunReport {
  readonly command: string;
  readonly archive: string;
  readonly dryRun: boolean;
  readonly asOf: string;
  readonly sources: readonly SourceReport[];
  readonly pages: { readonly read: number; readonly fromArchive: number; readonly versions: number };
  readonly videos: { readonly read: number; readonly fromArchive: number };
  readonly redactions: Readonly<Record<RedactionKind, number>>;
  /** Places of texts that somebody took out of this archive for good. */
  readonly takenOut: number;
  readonly skipped: readonly Skip[];
  readonly leftOut: readonly LeftOut[];
  /** Rules that threw, by name, with how many pages they failed on. */
  readonly failedRules: Readonly<Record<string, number>>;
  /** Parts of pages that the document model could not keep, by name. */
  readonly losses: Readonly<Record<string, number>>;
  readonly plan: Plan;
  readonly seconds: number;
  /** In the order of the run. */
  readonly stages: readonly StageTime[];
  readonly exitCode: 0 | 3;
}

/** What a plan will cost, for people; null where nobody can tell. */
export function estimateText(plan: FetchPlan | null | undefined): string | null {
  if (!plan?.estimate || plan.fetch === 0) return null;
  const { seconds, bytes } = plan.estimate;
  const time = seconds < 90 ? `${Math.max(1, Math.round(seconds))} s` : `${Math.round(seconds / 60)} min`;
  return `${plan.fetch} pages to read: about ${plan.requests} requests, ${time} at the configured rate, ${Math.max(0.1, bytes / 1e6).toFixed(1)} MB of disk`;
}

export interface StageTime {
  /** `sources` with what they give, `archive` the pages and videos that no source gave, `records` those of groups, people and so on, and of pages. */
  readonly name: "sources" | "archive" | "records" | "plan" | "apply";
  readonly seconds: number;
}

export interface SourceReport {
  readonly id: string;
  readonly space: string;
  readonly pages: number;
  readonly videos: number;
  /** Why the source gave nothing, or null. */
  readonly failure: string | null;
  /** What a live source was going to do, and what it cost; null for others. */
  readonly plan: FetchPlan | null;
  readonly spent: Spent | null;
  readonly seconds: number;
}
