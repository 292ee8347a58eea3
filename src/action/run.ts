import { dirname, resolve } from "node:path";
import { InputError, MinutebookError } from "../errors.ts";
import { countsInWords, headlineOf } from "../publish/change-words.ts";
import { inert } from "../publish/inert-text.ts";
import { changesWritten, healthOf, openExisting } from "../queries/index.ts";
import { type Committed, catchUp, commitBack } from "./commit-back.ts";
import { type Ended, failed, justBegun } from "./ended.ts";
import { Git } from "./git.ts";
import { type Context, type Environment, type Inputs, readContext, readInputs } from "./inputs.ts";
import type { Pace } from "./issue-tracker.ts";
import { type Ran, runJob } from "./jobs.ts";
import { logRun, progressIn } from "./log-run.ts";
import { Runner } from "./runner.ts";
import { base64 } from "./secrets.ts";
import { tell } from "./tell.ts";
import { tellIssues } from "./tell-issues.ts";

export interface ActionOptions {
  readonly environment: Environment;
  readonly write: (text: string) => void;
  readonly now: Date;
  /** For tests. */
  readonly pace?: Pace;
}

/** The whole step: inputs, command, commit, issues, outputs, summary. Gives the exit code. */
export async function runAction({ environment, write, now, pace = {} }: ActionOptions): Promise<number> {
  const context = readContext(environment);
  const runner = new Runner({ output: context.outputFile, summary: context.summaryFile }, write);
  const ended = justBegun();
  let failsOnPartial = false;
  try {
    const inputs = readInputs(environment);
    for (const secret of inputs.token === "" ? [] : [inputs.token, base64(`x-access-token:${inputs.token}`)]) runner.mask(secret);
    failsOnPartial = inputs.failOn === "partial";
    ended.command = inputs.command;
    await work({ inputs, context, runner, now, pace }, ended);
  } catch (error) {
    // The stack of a bug is for the log alone.
    if (!(error instanceof MinutebookError) && error instanceof Error) runner.log(error.stack ?? error.message);
    for (const line of failed(ended, error)) runner.log(line);
  }
  await tell(ended, context, runner);
  return ended.state === "failed" || (failsOnPartial && ended.state === "partial") ? 1 : 0;
}

interface Step extends Required<Pick<ActionOptions, "now" | "pace">> {
  readonly inputs: Inputs;
  readonly context: Context;
  readonly runner: Runner;
}

async function work(step: Step, ended: Ended): Promise<void> {
  const { inputs, context, runner } = step;
  const willCommit = inputs.commit && !inputs.dryRun && !context.isPullRequest && inputs.command !== "check";
  // Before the configuration is read: it may be newer too.
  if (willCommit && (await catchUp(gitIn(dirname(resolve(inputs.config)), step))))
    runner.log("the branch was ahead of the checkout: went on from there");
  const ran = await runner.group(`minutebook ${inputs.command}`, async () => {
    const done = await runJob(inputs, (secrets) => secrets.forEach((secret) => void runner.mask(secret)), progressIn(runner));
    logRun(done, runner);
    return done;
  });
  ended.state = ran.state;
  ended.problems.push(...ran.problems);
  ended.report = ran.report;
  await readBack(ran, ended);
  if (inputs.dryRun) return void ended.notes.push("Dry run: nothing was written");
  if (ran.report === null || ran.state === "failed") return;
  if (inputs.commit) await commit(step, ran, ended);
  if (inputs.openIssues.length > 0) await openIssues(step, ran, ended);
}

/** What the archive tells now. A dry run of the first sync leaves none. */
async function readBack({ archive, report }: Ran, ended: Ended): Promise<void> {
  ended.asOf = report?.plan.asOf ?? null;
  const reader = await openExisting(archive).catch((error: unknown) => {
    if (error instanceof InputError) return null;
    throw error;
  });
  if (reader === null) return;
  ended.title = reader.root()?.title ?? ended.title;
  ended.asOf ??= reader.root()?.asOf ?? null;
  if (report !== null && !report.dryRun) ended.changes = await changesWritten(reader, report.plan.writes);
  ended.groups = await healthOf(reader);
}

function gitIn(folder: string, { inputs, context }: Step): Git {
  const { token, commitName: name, commitEmail: email } = inputs;
  return new Git({ folder, environment: context.gitEnvironment, author: { name, email }, token, serverUrl: context.serverUrl });
}

async function commit(step: Step, { archive, report }: Ran, ended: Ended): Promise<void> {
  const { inputs, context, runner, now } = step;
  if (context.isPullRequest) return void ended.notes.push("Not committed: this is the run of a pull request");
  const { heartbeatDays } = inputs;
  const git = gitIn(archive, step);
  const counts = report === null ? null : countsInWords(report.plan.collections);
  const body = [
    `As of ${ended.asOf ?? "today"}${counts === null ? "" : `: ${counts}`}.`,
    ...(context.runUrl === null ? [] : ["", context.runUrl]),
  ];
  await runner.group("Commit", async () => {
    const committed = await commitBack(git, {
      archive,
      subject: headlineOf({ changes: ended.changes, groups: ended.groups, counts: report?.plan.collections ?? null }),
      body: body.join("\n"),
      heartbeatDays,
      heartbeatSubject: `nothing new for ${heartbeatDays} days; the archive is still kept`,
      now,
    });
    ended.committed = committed;
    const note = commitNote(committed, context);
    runner.log(note);
    ended.notes.push(note);
  });
}

function commitNote({ branch, sha, isHeartbeat }: Committed, { serverUrl, repository }: Context): string {
  if (sha === null) return "Nothing to commit: the archive is as it was";
  const short = sha.slice(0, 10);
  const shown = repository === null ? short : `[${short}](${serverUrl}/${repository}/commit/${sha})`;
  return `${isHeartbeat ? "Nothing changed for long: a commit without content keeps the schedule alive," : "Committed"} ${shown} to ${inert(branch)}`;
}

async function openIssues({ inputs, context, runner, pace }: Step, ran: Ran, ended: Ended): Promise<void> {
  const { repository, isPullRequest, isSideBranch } = context;
  if (repository === null || isPullRequest || isSideBranch)
    return void ended.notes.push(
      `No issues: ${repository === null ? "there is no repository" : "only runs on the main branch write them"}`,
    );
  await runner.group("Issues", async () => {
    try {
      const told = await tellIssues(ran, repository, inputs, context, pace);
      const { opened, updated, closed, left } = told;
      ended.issues = told;
      const note = `Issues: ${opened} opened, ${updated} updated, ${closed} closed${left > 0 ? `; ${left} wait for the next run ("issue-limit")` : ""}`;
      runner.log(note);
      ended.notes.push(note);
    } catch (error) {
      if (!(error instanceof MinutebookError)) throw error;
      // The archive is whole and committed; only the word of it did not get through.
      ended.state = "partial";
      ended.problems.unshift({ weight: "error", what: "issues", why: error.message });
      runner.log(error.message);
    }
  });
}
