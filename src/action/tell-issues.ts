import { changesOf, openExisting } from "../queries/index.ts";
import { findingsOf } from "./findings.ts";
import type { Context, Inputs } from "./inputs.ts";
import { planIssues } from "./issue-plan.ts";
import { IssueTracker, type Pace } from "./issue-tracker.ts";
import type { Ran } from "./jobs.ts";

export interface IssuesTold {
  readonly opened: number;
  readonly updated: number;
  readonly closed: number;
  readonly left: number;
}

/**
 * One issue for each finding that is wanted: opened, kept in step, closed.
 * @throws DeliveryError with what to do
 */
export async function tellIssues(
  { archive, acknowledged: known }: Pick<Ran, "archive" | "acknowledged">,
  repository: string,
  inputs: Inputs,
  context: Context,
  pace: Pace,
): Promise<IssuesTold> {
  const reader = await openExisting(archive);
  const changes = await changesOf(reader, { since: null, group: null, type: null, basis: null });
  const groupNames = new Map<string, string>();
  const lastReports = new Map<string, string>();
  for await (const { id, name, lastReportOn } of reader.records("groups")) {
    groupNames.set(id, name);
    if (lastReportOn !== null) lastReports.set(id, lastReportOn);
  }
  const available = new Set<string>();
  for await (const { id, availability } of reader.records("recordings")) if (availability.value === "public") available.add(id);
  const asOf = reader.root()?.asOf ?? "1970-01-01";
  const acknowledged = new Map(known.map((one) => [one.id, one]));
  const findings = findingsOf(changes, { types: inputs.openIssues, asOf, days: inputs.issueDays, lastReports, available, acknowledged });
  const tracker = new IssueTracker({ apiUrl: context.apiUrl, repository, token: inputs.token, label: inputs.issueLabel, pace });
  try {
    const plan = planIssues(findings, await tracker.all(), groupNames, inputs.issueLimit);
    for (const [number, patch] of [...plan.closes]) await tracker.change(number, patch);
    for (const { title, body } of plan.creates) await tracker.create(title, body);
    for (const [number, patch] of plan.updates) await tracker.change(number, patch);
    return { opened: plan.creates.length, updated: plan.updates.length, closed: plan.closes.length, left: plan.left };
  } finally {
    tracker.close();
  }
}
