import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { messageOf } from "../errors.ts";
import { nearestFolder } from "./archive.ts";
import { type Finding, fail, ok, warn } from "./finding.ts";

const run = promisify(execFile);
const timeoutMs = 30_000;

/**
 * Whether the archive lies in a repository whose state lets a run commit. Looks only: no lock is taken, and no program that the repository's own
 * configuration names is started.
 */
export async function gitFindings(archive: string): Promise<Finding[]> {
  const folder = await nearestFolder(archive);
  const git = async (...args: string[]): Promise<string | null> => ask(folder, args);
  try {
    if ((await git("rev-parse", "--is-inside-work-tree")) !== "true")
      return [warn("git", `${folder} is in no git repository: what pages said before would be lost`, `run \`git init ${folder}\``)];
    const path = resolve(archive);
    if ((await git("check-ignore", "--", path)) !== null)
      return [warn("git", `git ignores ${path}: nothing of it would be kept`, "take it out of .gitignore, or name another folder")];
    const status = await git("status", "--porcelain=v2", "--branch", "--", path);
    if (status === null) return [fail("git", "git cannot tell the state of the repository", `run \`git -C ${folder} status\``)];
    return [
      stateFinding(status, folder),
      ...endingsFinding(await git("config", "core.autocrlf"), await git("check-attr", "text", "--", "minutebook.json")),
    ];
  } catch (error) {
    return [warn("git", `git cannot be asked (${messageOf(error)})`, "install git, or ignore this where the archive is kept otherwise")];
  }
}

/** What git prints; null where it ends with an error of its own. */
async function ask(folder: string, args: readonly string[]): Promise<string | null> {
  const quiet = ["--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"];
  try {
    const { stdout } = await run("git", ["-C", folder, ...quiet, ...args], { timeout: timeoutMs, maxBuffer: 64 * 1024 * 1024 });
    return stdout.trimEnd();
  } catch (error) {
    // A number is git's exit code; a word is why it did not start.
    if (error instanceof Error && "code" in error && typeof error.code === "number") return null;
    throw error;
  }
}

/** Of `git status --porcelain=v2 --branch`: https://git-scm.com/docs/git-status#_porcelain_format_version_2 */
export function stateFinding(status: string, folder: string): Finding {
  const lines = status.split("\n");
  const branch = lines.find((line) => line.startsWith("# branch.head "))?.slice("# branch.head ".length) ?? "";
  const [, ahead = 0, behind = 0] = (/^# branch\.ab \+(\d+) -(\d+)$/m.exec(status) ?? []).map(Number);
  const unmerged = lines.filter((line) => line.startsWith("u ")).length;
  const changed = lines.filter((line) => /^[12?] /.test(line)).length;
  if (unmerged > 0)
    return fail("git", `${counted(unmerged, "file")} with conflicts of a merge or rebase`, `finish it: see \`git -C ${folder} status\``);
  if (branch === "(detached)")
    return warn("git", "no branch is checked out: a commit would belong to none", `run \`git -C ${folder} switch BRANCH\``);
  if (behind > 0)
    return warn(
      "git",
      `the branch ${branch} is ${counted(behind, "commit")} behind its upstream${ahead > 0 ? ` and ${ahead} ahead` : ""}`,
      `run \`git -C ${folder} pull --rebase\` before the next run`,
    );
  if (changed > 0)
    return warn(
      "git",
      `not committed: ${counted(changed, "file")} of the archive`,
      `run \`git -C ${folder} add -A . && git -C ${folder} commit\``,
    );
  return ok("git", `branch ${branch}, all committed${ahead > 0 ? `, ${counted(ahead, "commit")} not pushed` : ""}`);
}

/** Files are what their hashes say, byte for byte: git must not turn line endings. */
function endingsFinding(autocrlf: string | null, attribute: string | null): Finding[] {
  if (autocrlf === null || autocrlf === "false" || autocrlf === "" || attribute?.endsWith(": unset")) return [];
  return [
    warn(
      "git",
      `core.autocrlf is ${autocrlf}: git may turn line endings, and the archive's hashes would not fit`,
      "put a file .gitattributes with the line `* -text` into the archive",
    ),
  ];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
