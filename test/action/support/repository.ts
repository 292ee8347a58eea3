// A repository with its bare origin, as a checkout leaves it, and somebody else who pushes to it.
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export interface Repository {
  /** The checkout of the job. */
  readonly work: string;
  readonly origin: string;
  git(...args: readonly string[]): string;
  /** What the origin's branch holds. */
  onOrigin(...args: readonly string[]): string;
  /** Somebody else commits files and pushes them. */
  elsewhere(files: Readonly<Record<string, string>>): void;
  /** Somebody else takes a file out of the last commit, and of history. */
  rewrite(without: string): void;
  /** A hook of the server that is asked at each push. */
  hook(script: string): void;
}

/** For a hook: somebody else's commit comes first, so that the branch is another one when the push is to take place. */
export const moveBranch =
  "unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY; export GIT_AUTHOR_NAME=x GIT_AUTHOR_EMAIL=x GIT_COMMITTER_NAME=x GIT_COMMITTER_EMAIL=x; " +
  'git update-ref refs/heads/main "$(git commit-tree -p "$(git rev-parse main)" -m moving "main^{tree}")"';

const environment = {
  PATH: process.env.PATH,
  HOME: "/nonexistent",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Ilse",
  GIT_AUTHOR_EMAIL: "ilse@example.org",
  GIT_COMMITTER_NAME: "Ilse",
  GIT_COMMITTER_EMAIL: "ilse@example.org",
};

function gitIn(folder: string, args: readonly string[], dated?: string): string {
  const env = dated === undefined ? environment : { ...environment, GIT_COMMITTER_DATE: dated, GIT_AUTHOR_DATE: dated };
  return execFileSync("git", args, { cwd: folder, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** `folder` gets `origin.git`, `work` (a shallow clone, as actions/checkout makes it) and `other`. */
export function makeRepository(folder: string, work: string, files: Readonly<Record<string, string>>, committedOn?: string): Repository {
  const origin = join(folder, "origin.git");
  const other = join(folder, "other");
  gitIn(folder, ["init", "--quiet", "--bare", "--initial-branch=main", origin]);
  gitIn(folder, ["clone", "--quiet", origin, other]);
  gitIn(other, ["checkout", "--quiet", "-b", "main"]);
  write(other, { "README.md": "Minutes\n" });
  gitIn(other, ["add", "--all"]);
  gitIn(other, ["commit", "--quiet", "-m", "first"], committedOn);
  write(other, files);
  gitIn(other, ["add", "--all"]);
  gitIn(other, ["commit", "--quiet", "--allow-empty", "-m", "second"], committedOn);
  gitIn(other, ["push", "--quiet", "origin", "main"]);
  gitIn(folder, ["clone", "--quiet", "--depth=1", `file://${origin}`, work]);
  return {
    work,
    origin,
    git: (...args) => gitIn(work, args),
    onOrigin: (...args) => gitIn(origin, args),
    elsewhere(changed) {
      gitIn(other, ["pull", "--quiet", "--rebase", "origin", "main"]);
      write(other, changed);
      gitIn(other, ["add", "--all"]);
      gitIn(other, ["commit", "--quiet", "-m", "somebody else"]);
      gitIn(other, ["push", "--quiet", "origin", "main"]);
    },
    rewrite(without) {
      gitIn(other, ["rm", "--quiet", without]);
      gitIn(other, ["commit", "--quiet", "--amend", "-m", "rewritten"]);
      gitIn(other, ["push", "--quiet", "--force", "origin", "main"]);
    },
    hook(script) {
      const file = join(origin, "hooks", "pre-receive");
      writeFileSync(file, `#!/bin/sh\n${script}\n`);
      chmodSync(file, 0o755);
    },
  };
}
