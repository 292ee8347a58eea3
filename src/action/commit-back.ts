import { realpath } from "node:fs/promises";
import { relative, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DeliveryError } from "../errors.ts";
import { type Answered, type Git, saidBy } from "./git.ts";

export interface CommitWanted {
  /** Folder of the archive: nothing else is committed. */
  readonly archive: string;
  readonly subject: string;
  readonly body: string;
  /** Days without a commit on the branch after which one that changes nothing says that somebody still looks; 0 for never. */
  readonly heartbeatDays: number;
  readonly heartbeatSubject: string;
  readonly now: Date;
  /** For tests. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

export interface Committed {
  readonly branch: string;
  /** Null where there was nothing to commit. */
  readonly sha: string | null;
  readonly isHeartbeat: boolean;
}

const mostPushes = 5;
const dayMs = 86_400_000;

/**
 * Brings the archive's folder into the branch that is checked out, as one commit, if it is another than before. Where the branch moved meanwhile, the commit
 * is put on top of it; never by force, and never over an archive that somebody else wrote.
 * @throws DeliveryError that tells what to do
 */
export async function commitBack(anywhere: Git, wanted: CommitWanted): Promise<Committed> {
  const top = await topOf(anywhere.in(wanted.archive), wanted.archive);
  const git = anywhere.in(top);
  const branch = await branchOf(git);
  const place = (relative(top, await realpath(wanted.archive)) || ".").split(sep).join("/");
  const base = await git.run(["rev-parse", "HEAD"]);
  const isHeartbeat = !(await commitPlace(git, place, wanted));
  if (isHeartbeat && !(await commitHeartbeat(git, wanted))) return { branch, sha: null, isHeartbeat: false };
  return { branch, isHeartbeat, sha: await push(git, { branch, place, base, wait: wanted.wait ?? sleep }) };
}

/**
 * Goes on from what the branch holds by now: a run that waited for another one was checked out as the branch was before it. Where that cannot be, nothing
 * happens here; what is in the way is told when it matters, at the push.
 * @returns whether there was something newer
 */
export async function catchUp(anywhere: Git): Promise<boolean> {
  const head = await anywhere.try(["symbolic-ref", "--quiet", "--short", "HEAD"]);
  if (head.code !== 0) return false;
  const before = await anywhere.try(["rev-parse", "HEAD"]);
  const fetched = await anywhere.try(["fetch", "--quiet", "--no-tags", "origin", `refs/heads/${head.stdout.trim()}`]);
  if (fetched.code !== 0) return false;
  await anywhere.try(["merge", "--quiet", "--ff-only", "FETCH_HEAD"]);
  return (await anywhere.try(["rev-parse", "HEAD"])).stdout !== before.stdout;
}

async function topOf(git: Git, archive: string): Promise<string> {
  const top = await git.try(["rev-parse", "--show-toplevel"]);
  if (top.code === 0) return realpath(top.stdout.trim());
  throw new DeliveryError(
    `${archive} lies in no git repository (${saidBy(top)}): check out the repository before this step (actions/checkout), or set "commit: false"`,
    { file: archive },
  );
}

async function branchOf(git: Git): Promise<string> {
  const head = await git.try(["symbolic-ref", "--quiet", "--short", "HEAD"]);
  if (head.code === 0) return head.stdout.trim();
  throw new DeliveryError(
    'no branch is checked out, so that nothing can be committed to one: give actions/checkout a branch as "ref", or set "commit: false"',
  );
}

/** @returns whether there was something to commit */
async function commitPlace(git: Git, place: string, { subject, body }: CommitWanted): Promise<boolean> {
  const added = await git.try(["add", "--all", "--", place]);
  if (added.code !== 0)
    throw new DeliveryError(`git does not take the archive ${place}: ${saidBy(added)}; see that no .gitignore above it names it`, {
      file: place,
    });
  if ((await git.try(["diff", "--cached", "--quiet", "HEAD", "--", place])).code === 0) return false;
  // What somebody else staged stays staged.
  await git.run(["commit", "--quiet", "--cleanup=whitespace", "--file=-", "--only", "--", place], `${subject}\n\n${body}\n`);
  return true;
}

/** GitHub turns a schedule off where 60 days pass without a commit, and an archive of quiet groups may well have such days. */
async function commitHeartbeat(git: Git, { heartbeatDays, heartbeatSubject, now }: CommitWanted): Promise<boolean> {
  if (heartbeatDays === 0) return false;
  const last = Number(await git.run(["log", "-1", "--format=%ct"])) * 1000;
  if (now.getTime() - last < heartbeatDays * dayMs) return false;
  await git.run(["commit", "--quiet", "--allow-empty", "--only", "--file=-"], `${heartbeatSubject}\n`);
  return true;
}

interface Pushing {
  readonly branch: string;
  readonly place: string;
  readonly base: string;
  readonly wait: (ms: number) => Promise<unknown>;
}

/** @returns the commit as it stands on the branch, or null where somebody had committed the same */
async function push(git: Git, { branch, place, base, wait }: Pushing): Promise<string | null> {
  let below = base;
  let refused: Answered | null = null;
  for (let number = 1; number <= mostPushes; number += 1) {
    const pushed = await git.try(["push", "--porcelain", "origin", `HEAD:refs/heads/${branch}`]);
    if (pushed.code === 0) return git.run(["rev-parse", "HEAD"]);
    refused = pushed;
    const why = refusalOf(pushed);
    if (why !== null) throw new DeliveryError(`${whyInWords(why, branch)} (${saidBy(pushed)})`);
    if (number === mostPushes) break;
    await wait(500 * number);
    const tip = await putOnTop(git, branch, place, below);
    if (tip === null) return null;
    below = tip;
  }
  throw new DeliveryError(
    `the branch ${branch} did not take the commit in ${mostPushes} tries (${refused === null ? "" : saidBy(refused)}): the next run does it again; see that jobs that write it share a concurrency group`,
  );
}

/** @returns the tip of the branch, on which our one commit now stands; null where its archive is ours already */
async function putOnTop(git: Git, branch: string, place: string, base: string): Promise<string | null> {
  const fetched = await git.try(["fetch", "--quiet", "--no-tags", "origin", `refs/heads/${branch}`]);
  // What is a fault of the moment is one of the next push too.
  if (fetched.code !== 0) return base;
  const tip = await git.run(["rev-parse", "FETCH_HEAD"]);
  if (tip === base) return base;
  if ((await git.try(["diff", "--quiet", "HEAD", tip, "--", place])).code === 0) return null;
  if ((await git.try(["diff", "--quiet", base, tip, "--", place])).code !== 0)
    throw new DeliveryError(
      `another commit on ${branch} changed the archive ${place} while this run read the sources: two archives cannot be merged line by line, and nothing was pushed; the next run goes on from the other one. Give jobs that write it one concurrency group`,
    );
  // Only our own commit moves: a shallow clone does not know what lies below.
  const rebased = await git.try(["rebase", "--quiet", "--autostash", "--onto", tip, base]);
  if (rebased.code === 0) return tip;
  await git.try(["rebase", "--abort"]);
  throw new DeliveryError(
    `the commit cannot be put on top of ${branch}, which moved meanwhile: ${saidBy(rebased)}; the next run does it again`,
  );
}

type Refusal = "protected" | "forbidden" | "unknown";

/** Null where the next attempt may be taken: the branch moved, or the way to the server was cut. Read from git's own words, in English by `LC_ALL`. */
function refusalOf({ stdout, stderr }: Answered): Refusal | null {
  const said = `${stdout}\n${stderr}`;
  if (/GH006|GH013|protected branch|rule violations|hook declined/i.test(said)) return "protected";
  if (/permission to \S+ denied|authentication failed|could not read username|returned error: 40[13]|access denied|read-only/i.test(said))
    return "forbidden";
  if (/\[rejected\]|fetch first|non-fast-forward|cannot lock ref|failed to update ref|incorrect old value/i.test(said)) return null;
  return /could not resolve|timed out|connection|hung up|early eof|unable to access|returned error: 5\d\d|rpc failed/i.test(said)
    ? null
    : "unknown";
}

function whyInWords(why: Refusal, branch: string): string {
  switch (why) {
    case "protected":
      return `the branch ${branch} is protected and does not take commits of this job: let the app of the token push there (rulesets and branch protection have a list of who may bypass them), or check out a branch of its own for the archive; nothing was pushed`;
    case "forbidden":
      return `the token may not push to ${branch}: give the job "permissions: contents: write", or a token that may; nothing was pushed`;
    case "unknown":
      return `git could not push to ${branch}; nothing was pushed`;
  }
}
