import { findingIn, findingText, findingTitle, withFinding } from "../publish/finding-text.ts";
import type { Finding } from "./findings.ts";
import type { Issue, IssuePatch } from "./issue-tracker.ts";

export interface IssuePlan {
  readonly closes: readonly (readonly [number: number, patch: IssuePatch])[];
  readonly creates: readonly { readonly title: string; readonly body: string }[];
  readonly updates: readonly (readonly [number: number, patch: IssuePatch])[];
  /** What waits for the next run. */
  readonly left: number;
}

/**
 * What is to be done so that the issues tell what the archive tells: at most `limit` things, what is settled first. An issue that somebody closed stays
 * closed, and what people wrote around our part stays.
 */
export function planIssues(
  findings: readonly Finding[],
  issues: readonly Issue[],
  groupNames: ReadonlyMap<string, string>,
  limit: number,
): IssuePlan {
  const known = byFinding(issues);
  const closes: (readonly [number, IssuePatch])[] = [];
  const creates: { title: string; body: string }[] = [];
  const updates: (readonly [number, IssuePatch])[] = [];
  for (const { change, resolution, isNews } of findings) {
    const issue = known.get(change.id);
    const text = findingText(change, change.group === null ? null : (groupNames.get(change.group) ?? null), resolution);
    if (issue === undefined) {
      if (isNews && resolution === null) creates.push({ title: findingTitle(change), body: text });
      continue;
    }
    if (issue.state !== "open") continue;
    const body = withFinding(issue.body, text);
    if (resolution !== null) closes.push([issue.number, { body, state: "closed", state_reason: "completed" }]);
    else if (body.trim() !== (issue.body ?? "").replaceAll("\r\n", "\n").trim()) updates.push([issue.number, { body }]);
  }
  const [first, second, third] = [closes.slice(0, limit), creates, updates];
  const made = second.slice(0, Math.max(0, limit - first.length));
  const changed = third.slice(0, Math.max(0, limit - first.length - made.length));
  const left = closes.length + creates.length + updates.length - first.length - made.length - changed.length;
  return { closes: first, creates: made, updates: changed, left };
}

/** Where two tell of one finding, the older one is it. */
function byFinding(issues: readonly Issue[]): Map<string, Issue> {
  const found = new Map<string, Issue>();
  for (const issue of [...issues].sort((a, b) => a.number - b.number)) {
    const id = findingIn(issue.body);
    if (id !== null && !found.has(id)) found.set(id, issue);
  }
  return found;
}
