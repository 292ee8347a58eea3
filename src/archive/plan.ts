import { type Collection, collectionOf, collections } from "../records/index.ts";
import { byCodeUnits } from "../records/order.ts";
import type { PlannedWrite } from "./staging.ts";

/** Files by what becomes of them. */
export interface FileCounts {
  added: number;
  changed: number;
  unchanged: number;
  removed: number;
}

/** Records: `kept` were in the index and not named by this run; `redirected` and `removed` leave the index. */
export interface RecordCounts extends FileCounts {
  kept: number;
  redirected: number;
}

/** What a run is going to do to the archive, as data. Nothing is done before it is applied. */
export interface Plan {
  /** The as-of date that `minutebook.json` will carry: the old one where nothing changes. */
  readonly asOf: string;
  readonly collections: Readonly<Record<Collection, Readonly<RecordCounts>>>;
  readonly raw: Readonly<FileCounts>;
  /** Indexes, schemas, state, feeds, the root. */
  readonly other: Readonly<FileCounts>;
  /** What changes, by path; empty where the archive already is as the run wants it. */
  readonly writes: readonly PlannedWrite[];
}

interface PlanInput {
  readonly asOf: string;
  readonly outcomes: readonly PlannedWrite[];
  /** Ids that the old index listed. */
  readonly listedBefore: ReadonlySet<string>;
  readonly redirected: ReadonlySet<string>;
  readonly kept: ReadonlyMap<Collection, number>;
}

export function planOf(input: PlanInput): Plan {
  const counts = Object.fromEntries(collections.map((name) => [name, noRecords(input.kept.get(name) ?? 0)])) as Record<
    Collection,
    RecordCounts
  >;
  const raw = noFiles();
  const other = noFiles();
  for (const outcome of input.outcomes) {
    const id = outcome.path.slice(0, -".json".length);
    const collection = outcome.path.endsWith("/index.json") ? null : collectionOf(outcome.path);
    if (collection === null) count(outcome.path.startsWith("raw/") ? raw : other, outcome);
    else if (input.redirected.has(id)) counts[collection].redirected += outcome.before === outcome.after ? 0 : 1;
    // A file that no index listed is not a record that changed: for the index it is new.
    else if (outcome.after !== null && !input.listedBefore.has(id)) counts[collection].added += 1;
    else count(counts[collection], outcome);
  }
  return { asOf: input.asOf, collections: counts, raw, other, writes: writesOf(input.outcomes) };
}

export function writesOf(outcomes: readonly PlannedWrite[]): PlannedWrite[] {
  return outcomes.filter((outcome) => outcome.before !== outcome.after).sort((one, two) => byCodeUnits(one.path, two.path));
}

function count(into: FileCounts, outcome: PlannedWrite): void {
  if (outcome.before === outcome.after) into.unchanged += 1;
  else if (outcome.before === null) into.added += 1;
  else if (outcome.after === null) into.removed += 1;
  else into.changed += 1;
}

function noFiles(): FileCounts {
  return { added: 0, changed: 0, unchanged: 0, removed: 0 };
}

function noRecords(kept: number): RecordCounts {
  return { ...noFiles(), kept, redirected: 0 };
}
