import { afterEach, describe, expect, test } from "vitest";
import { type FindingsWanted, findingsOf } from "../../src/action/findings.ts";
import { planIssues } from "../../src/action/issue-plan.ts";
import { IssueTracker } from "../../src/action/issue-tracker.ts";
import { DeliveryError } from "../../src/errors.ts";
import { findingIn, findingText } from "../../src/publish/finding-text.ts";
import type { ChangeRecord } from "../../src/records/index.ts";
import { change } from "../publish/support.ts";
import { type GitHubOptions, type GitHubStandIn, startGitHub } from "../support/github/index.ts";

const open: (GitHubStandIn | IssueTracker)[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const wanted = (over: Partial<FindingsWanted> = {}): FindingsWanted => ({
  types: ["leadership", "group.inactive", "report.overdue", "recording.unavailable", "page.removed"],
  asOf: "2024-11-20",
  days: 90,
  lastReports: new Map(),
  acknowledged: new Map(),
  available: new Set(),
  ...over,
});
const only = (one: ChangeRecord, others: readonly ChangeRecord[] = [], over: Partial<FindingsWanted> = {}) =>
  findingsOf([...others, one], wanted(over)).at(-1);
const old = change({ detectedOn: "2023-01-01", at: "2022" });

describe("a change is news", () => {
  test.each<[string, Partial<ChangeRecord>, boolean]>([
    ["of a kind that is wanted", {}, true],
    ["of no type that is wanted", { type: "report.published" }, false],
    ["that is a guess", { confidence: "low" }, false],
    ["that happened long ago, found only now", { at: "2019" }, false],
    ["that was found long ago", { detectedOn: "2024-01-02", at: "2024-01" }, false],
    ["that nobody dated, found long ago", { at: null, detectedOn: "2024-03-01" }, false],
    ["of a quarter whose end is near enough", { at: "2024-35" }, true],
    ["that nobody dated, found after the first run", { at: null }, true],
  ])("or not: one %s", (_, over, isNews) => {
    expect(only(change(over), [old])?.isNews).toBe(isNews);
  });

  test("that nobody dated is none in the first run, which reads years", () => {
    expect(only(change({ at: null }))?.isNews).toBe(false);
  });
});

describe("a finding is resolved", () => {
  const inactive = () => change({ type: "group.inactive", at: "2024-06", subjects: ["groups/lantern-guild"] });
  const overdue = () => change({ type: "report.overdue", at: "2024-10-31", subjects: ["groups/lantern-guild"] });

  test("by a correction", () => {
    expect(only(change({ correctedBy: "changes/2024/x" }))?.resolution).toBe("corrected by changes/2024/x");
  });

  test("by a group that meets again later, and not by one that did before, nor by another", () => {
    const again = (over: Partial<ChangeRecord>) => change({ type: "group.reactivated", ...over });
    expect(only(inactive(), [again({ at: "2024-09" })])?.resolution).toMatch(/^the group is active again \(changes\//);
    expect(only(inactive(), [again({ at: "2024-03" })])?.resolution).toBeNull();
    expect(only(inactive(), [again({ at: "2024-09", group: "groups/other" })])?.resolution).toBeNull();
    expect(only(inactive(), [again({ at: "2024-09", correctedBy: "changes/2024/x" })])?.resolution).toBeNull();
  });

  test("by somebody who acknowledged it, until the day", () => {
    const late = overdue();
    const known = (until: string) => ({ acknowledged: new Map([[late.id, { until, reason: "They report in spring." }]]) });
    expect(only(late, [], known("2024-11-20"))?.resolution).toBe("acknowledged until 2024-11-20: They report in spring.");
    expect(only(late, [], known("2024-11-19"))?.resolution).toBeNull();
  });

  test("by a report that came at last", () => {
    expect(only(overdue(), [change({ type: "report.published", at: "2024-11-12" })])?.resolution).toMatch(/^a report was published/);
    expect(only(overdue(), [], { lastReports: new Map([["groups/lantern-guild", "2024-11-12"]]) })?.resolution).toBe(
      "a report of 2024-11-12 is there",
    );
    expect(only(overdue(), [], { lastReports: new Map([["groups/lantern-guild", "2024-05-12"]]) })?.resolution).toBeNull();
  });

  test("by the very page or recording that is there again, not by another one of the group", () => {
    const lost = change({ type: "page.removed", at: "2024-10", subjects: ["groups/lantern-guild", "pages/LAN/7"] });
    const back = (page: string) => change({ type: "page.restored", at: "2024-11", subjects: ["groups/lantern-guild", page] });
    expect(only(lost, [back("pages/LAN/7")])?.resolution).toMatch(/^the page is there again/);
    expect(only(lost, [back("pages/LAN/8")])?.resolution).toBeNull();
    const recording = change({ type: "recording.unavailable", at: "2024-10", subjects: ["recordings/youtube/a"] });
    expect(only(recording, [], { available: new Set(["recordings/youtube/a"]) })?.resolution).toBe("the recording is there again");
  });
});

const pace = { wait: async () => undefined, random: () => 0, requestsPerSecond: 1000 };
async function github(options: GitHubOptions = {}): Promise<{ api: GitHubStandIn; tracker: IssueTracker }> {
  const api = await startGitHub(options);
  const tracker = new IssueTracker({
    apiUrl: api.apiUrl,
    repository: "tidewater/minutes",
    token: "a-token-of-the-test",
    label: "minutebook",
    pace,
  });
  open.push(tracker, api);
  return { api, tracker };
}
const names = new Map([["groups/lantern-guild", "Lantern Guild"]]);
async function tell(tracker: IssueTracker, changes: readonly ChangeRecord[], limit = 10, over: Partial<FindingsWanted> = {}) {
  const plan = planIssues(findingsOf(changes, wanted(over)), await tracker.all(), names, limit);
  for (const [number, patch] of [...plan.closes, ...plan.updates]) await tracker.change(number, patch);
  for (const { title, body } of plan.creates) await tracker.create(title, body);
  return plan;
}

describe("issues at GitHub", () => {
  test("are opened once for each finding, and left alone while nothing changes", async () => {
    const { api, tracker } = await github();
    const changes = [change(), change({ type: "group.inactive", summary: "Reef Circle became inactive." })];
    await tell(tracker, changes);
    expect(api.issues.map(({ title, labels, body }) => [title, labels, findingIn(body)])).toEqual(
      changes.map(({ summary, id }) => [summary, ["minutebook"], id]),
    );
    const seen = api.seen.length;
    await tell(tracker, changes);
    expect(api.seen.slice(seen)).toEqual(["GET /repos/tidewater/minutes/issues"]);
  });

  test("are updated with new evidence, around what people wrote", async () => {
    const { api, tracker } = await github();
    const one = change();
    await tell(tracker, [one]);
    const issue = api.issues[0];
    if (issue) issue.body = `${issue.body}\nAsked Ruy.`;
    await tell(tracker, [{ ...one, evidence: [...one.evidence, { source: "wiki", url: null, quote: "Ruy is our chair now." }] }]);
    expect(api.issues).toHaveLength(1);
    expect(issue?.body).toContain("“Ruy is our chair now.”");
    expect(issue?.body).toMatch(/<!-- \/minutebook -->\nAsked Ruy\.$/);
    expect(issue?.title).toBe(one.summary);
  });

  test("are closed when the finding is resolved, with the reason, in one request", async () => {
    const { api, tracker } = await github();
    const overdue = change({ type: "report.overdue", at: "2024-10-31" });
    await tell(tracker, [overdue]);
    const seen = api.seen.length;
    await tell(tracker, [overdue, change({ type: "report.published", at: "2024-11-12" })]);
    expect(api.issues.map(({ state, state_reason }) => [state, state_reason])).toEqual([["closed", "completed"]]);
    expect(api.issues[0]?.body).toContain("**Resolved**: a report was published");
    expect(api.seen.slice(seen)).toEqual(["GET /repos/tidewater/minutes/issues", "PATCH /repos/tidewater/minutes/issues/1"]);
  });

  test("that somebody closed stay closed, and are opened for no finding that is resolved already", async () => {
    const { api, tracker } = await github();
    const one = change();
    await tell(tracker, [one]);
    Object.assign(api.issues[0] ?? {}, { state: "closed" });
    await tell(tracker, [one, change({ correctedBy: "changes/2024/x" })]);
    expect(api.issues.map(({ state }) => state)).toEqual(["closed"]);
  });

  test("are no more than the limit in one run, what is settled first; the next run goes on", async () => {
    const { api, tracker } = await github();
    const first = change({ type: "report.overdue", at: "2024-10-31" });
    await tell(tracker, [first]);
    const changes = [...Array.from({ length: 5 }, () => change()), change({ type: "report.published", at: "2024-11-12" }), first];
    const plan = await tell(tracker, changes, 3);
    expect([plan.closes.length, plan.creates.length, plan.left]).toEqual([1, 2, 3]);
    await tell(tracker, changes, 3);
    expect(api.issues.filter(({ state }) => state === "open")).toHaveLength(5);
  });

  test("are found among hundreds, open or closed", async () => {
    const { api, tracker } = await github();
    const one = change();
    api.plant({ labels: ["minutebook"], body: findingText(one, null, null), state: "closed" });
    for (let index = 0; index < 250; index += 1) api.plant({ labels: ["minutebook"] });
    await tell(tracker, [one]);
    expect(api.issues).toHaveLength(251);
    expect(api.seen.filter((request) => request.startsWith("GET"))).toHaveLength(3);
  });

  test("of people without rights, who cannot set the label, and pull requests plant no finding", async () => {
    const { api, tracker } = await github();
    const one = change();
    api.plant({ labels: [], body: findingText(one, null, null), state: "closed" });
    api.plant({ labels: ["minutebook"], body: findingText(one, null, null), state: "closed", isPullRequest: true });
    await tell(tracker, [one]);
    expect(api.issues).toHaveLength(3);
    expect(api.issues[2]).toMatchObject({ state: "open", labels: ["minutebook"] });
  });

  test("of one finding that are two: the older is it", async () => {
    const { api, tracker } = await github();
    const one = change({ correctedBy: "changes/2024/x" });
    for (let index = 0; index < 2; index += 1) api.plant({ labels: ["minutebook"], body: findingText(one, null, null) });
    await tell(tracker, [one]);
    expect(api.issues.map(({ state }) => state)).toEqual(["closed", "open"]);
  });
});

describe("a GitHub that is in the way", () => {
  const failure = async (promise: Promise<unknown>): Promise<Error> =>
    promise.then(
      () => expect.fail("it went through"),
      (error: unknown) => error as Error,
    );

  test("that limits is asked again later", async () => {
    const { api, tracker } = await github({ limitedFirst: 2 });
    await tell(tracker, [change()]);
    expect(api.issues).toHaveLength(1);
  });

  test("that breaks after it opened an issue is not asked to open it twice; the next run finds it", async () => {
    const { api, tracker } = await github({ brokenWrites: 1 });
    const one = change();
    const error = await failure(tell(tracker, [one]));
    expect(error).toBeInstanceOf(DeliveryError);
    expect(error.message).toContain("GitHub answered 502 to a request to open issues (Server Error): the next run does it again");
    expect(api.seen.filter((request) => request.startsWith("POST"))).toHaveLength(1);
    await tell(tracker, [one]);
    expect(api.issues).toHaveLength(1);
  });

  test("that breaks while an issue is changed is asked again: twice is once there", async () => {
    const { api, tracker } = await github({ brokenWrites: 1 });
    const one = change({ correctedBy: "changes/2024/x" });
    api.plant({ labels: ["minutebook"], body: findingText(one, null, null) });
    await tell(tracker, [one]);
    expect(api.issues[0]?.state).toBe("closed");
  });

  test.each<[string, GitHubOptions, RegExp]>([
    ["the token is no good", { token: "another" }, /answered 401 .*the token is wrong or has expired; see the input "token"/],
    [
      "issues are turned off",
      { hasIssues: false },
      /answered 410 .*\(Issues are disabled for this repo\): see that the repository has issues turned on/,
    ],
    ["the token may only read", { rights: "read" }, /answered 403 to a request to open issues .*give the job "permissions: issues: write"/],
    ["the token may not label", { rights: "unlabelled" }, /opened an issue without the label "minutebook"/],
  ])("tells what to do where %s", async (_, options, message) => {
    const { tracker } = await github(options);
    const error = await failure(tell(tracker, [change()]));
    expect(error).toBeInstanceOf(DeliveryError);
    expect(error.message).toMatch(message);
    expect(`${error.message} ${error.stack}`).not.toContain("a-token-of-the-test");
  });
});
