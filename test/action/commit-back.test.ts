import { mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Committed, type CommitWanted, commitBack } from "../../src/action/commit-back.ts";
import { Git, saidBy } from "../../src/action/git.ts";
import { DeliveryError } from "../../src/errors.ts";
import { makeRepository, moveBranch, type Repository, write } from "./support/repository.ts";

let folder = "";
let repository: Repository;
const waits: number[] = [];
const environment = { PATH: process.env.PATH ?? "", HOME: "/nonexistent", GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" };

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "minutebook-test-")));
  repository = makeRepository(folder, join(folder, "work"), { "archive/minutebook.json": "1\n", "archive/old.json": "old\n" });
  waits.length = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function deliver(over: Partial<CommitWanted> = {}, token = ""): Promise<Committed> {
  const git = new Git({
    folder,
    environment,
    author: { name: "Bot", email: "bot@example.org" },
    token,
    serverUrl: "https://github.example.org",
  });
  return commitBack(git, {
    archive: join(repository.work, "archive"),
    subject: "2 reports, 1 chair handover",
    body: "As of 2024-11-20.",
    heartbeatDays: 0,
    heartbeatSubject: "nothing new",
    now: new Date("2024-11-20T04:17:00Z"),
    wait: async (ms) => void waits.push(ms),
    ...over,
  });
}
const refusal = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    () => expect.fail("it was delivered"),
    (error: unknown) => error as Error,
  );
const tip = () => repository.onOrigin("rev-parse", "main");
const changed = () => write(repository.work, { "archive/minutebook.json": "2\n", "archive/new.json": "new\n" });

describe("what a run wrote", () => {
  test("is one commit on the branch, with its message and its author", async () => {
    changed();
    await rm(join(repository.work, "archive/old.json"));
    const before = tip();
    const { sha, branch, isHeartbeat } = await deliver();
    expect([sha, branch, isHeartbeat]).toEqual([tip(), "main", false]);
    expect(repository.onOrigin("log", "-1", "--format=%P|%an <%ae>|%cn|%s|%b", "main")).toBe(
      `${before}|Bot <bot@example.org>|Bot|2 reports, 1 chair handover|As of 2024-11-20.`,
    );
    expect(repository.onOrigin("show", "--format=", "--name-status", "main").split("\n")).toEqual([
      "M\tarchive/minutebook.json",
      "A\tarchive/new.json",
      "D\tarchive/old.json",
    ]);
  });

  test("is not committed where nothing changed", async () => {
    const before = tip();
    expect(await deliver()).toEqual({ branch: "main", sha: null, isHeartbeat: false });
    expect(tip()).toBe(before);
  });

  test("is the archive's folder alone: what else lies there or is staged stays", async () => {
    changed();
    write(repository.work, { "README.md": "edited\n", "notes.txt": "left over\n", "staged.txt": "staged\n" });
    repository.git("add", "staged.txt");
    await deliver();
    expect(repository.onOrigin("show", "--format=", "--name-only", "main").split("\n")).toEqual([
      "archive/minutebook.json",
      "archive/new.json",
    ]);
    expect(repository.git("status", "--porcelain").split("\n")).toEqual(["M README.md", "A  staged.txt", "?? notes.txt"]);
  });

  test("is its folder by name, also where git would read the name as a pattern", async () => {
    write(repository.work, { "README.md": "edited\n", ":!archive/minutebook.json": "1\n" });
    await deliver({ archive: join(repository.work, ":!archive") });
    expect(repository.onOrigin("show", "--format=", "--name-only", "main")).toBe(":!archive/minutebook.json");
  });

  test("may be the whole repository", async () => {
    write(repository.work, { "minutebook.json": "1\n" });
    await deliver({ archive: repository.work });
    expect(repository.onOrigin("show", "--format=", "--name-only", "main")).toBe("minutebook.json");
  });
});

describe("a branch that moved", () => {
  test("gets the commit on top of what somebody else pushed", async () => {
    changed();
    write(repository.work, { "README.md": "edited here\n" });
    repository.elsewhere({ "docs/a.md": "a\n" });
    const theirs = tip();
    const { sha } = await deliver();
    expect(tip()).toBe(sha);
    expect(repository.onOrigin("rev-parse", "main^")).toBe(theirs);
    expect(repository.onOrigin("show", "--format=", "--name-only", "main").split("\n")).toEqual([
      "archive/minutebook.json",
      "archive/new.json",
    ]);
    expect(await readFile(join(repository.work, "README.md"), "utf8")).toBe("edited here\n");
  });

  test("to a history that was rewritten gets our commit alone, and nothing back that was taken out", async () => {
    changed();
    repository.rewrite("README.md");
    const theirs = tip();
    await deliver();
    expect(repository.onOrigin("rev-parse", "main^")).toBe(theirs);
    expect(repository.onOrigin("ls-tree", "--name-only", "main")).toBe("archive");
  });

  test("and goes on moving is tried again, and given up in the end without force", async () => {
    changed();
    // The server moves the branch under each push, as a fast sequence of others would.
    repository.hook(`${moveBranch}; exit 0`);
    const before = tip();
    const error = await refusal(deliver());
    expect(error).toBeInstanceOf(DeliveryError);
    expect(error.message).toMatch(/the branch main did not take the commit in 5 tries .*the next run does it again/);
    expect(waits).toEqual([500, 1000, 1500, 2000]);
    expect(repository.onOrigin("rev-list", "--count", `${before}..main`)).toBe("5");
    expect(repository.onOrigin("log", "--format=%s", `${before}..main`)).not.toContain("report");
  });

  test("with another archive is left as it is: two archives cannot be merged", async () => {
    changed();
    repository.elsewhere({ "archive/theirs.json": "theirs\n" });
    const theirs = tip();
    const error = await refusal(deliver());
    expect(error).toBeInstanceOf(DeliveryError);
    expect(error.message).toContain("another commit on main changed the archive archive while this run read the sources");
    expect(tip()).toBe(theirs);
  });

  test("by the very same archive needs nothing more", async () => {
    changed();
    repository.elsewhere({ "archive/minutebook.json": "2\n", "archive/new.json": "new\n" });
    const theirs = tip();
    expect((await deliver()).sha).toBeNull();
    expect(tip()).toBe(theirs);
  });

  test("before a heartbeat needs none any more", async () => {
    const now = new Date(Number(repository.git("log", "-1", "--format=%ct")) * 1000 + 46 * 86_400_000);
    repository.elsewhere({ "docs/a.md": "a\n" });
    const theirs = tip();
    expect((await deliver({ heartbeatDays: 45, now })).sha).toBeNull();
    expect(tip()).toBe(theirs);
  });
});

describe("a branch that takes no commits", () => {
  test("since it is protected is told as that, once, with what to do", async () => {
    changed();
    repository.hook('echo "error: GH006: Protected branch update failed for refs/heads/main." >&2; echo asked >> asked; exit 1');
    const before = tip();
    const error = await refusal(deliver());
    expect(error).toBeInstanceOf(DeliveryError);
    expect(error.message).toMatch(/^the branch main is protected .*nothing was pushed \(.*GH006: Protected branch update failed/);
    expect(await readFile(join(repository.origin, "asked"), "utf8")).toBe("asked\n");
    expect([tip(), waits]).toEqual([before, []]);
  });

  test("is not there: no branch is checked out", async () => {
    changed();
    repository.git("checkout", "--quiet", "--detach");
    expect((await refusal(deliver())).message).toContain(
      'no branch is checked out, so that nothing can be committed to one: give actions/checkout a branch as "ref"',
    );
  });

  test("is not there: the archive lies in no repository", async () => {
    write(folder, { "elsewhere/minutebook.json": "1\n" });
    expect((await refusal(deliver({ archive: join(folder, "elsewhere") }))).message).toContain("lies in no git repository");
  });

  test("since a .gitignore names the archive is told", async () => {
    write(repository.work, { ".gitignore": "hidden/\n", "hidden/minutebook.json": "1\n" });
    expect((await refusal(deliver({ archive: join(repository.work, "hidden") }))).message).toMatch(
      /git does not take the archive hidden: .*see that no \.gitignore/,
    );
  });

  test("since the origin is gone is told without the password in its address", async () => {
    changed();
    repository.git("remote", "set-url", "origin", "http://x-access-token:s3cr3t@127.0.0.1:9/nowhere.git");
    const error = await refusal(deliver());
    expect(error.message).toContain("did not take the commit in 5 tries");
    expect(error.message).not.toContain("s3cr3t");
  });
});

describe("the heartbeat", () => {
  const now = () => new Date(Number(repository.git("log", "-1", "--format=%ct")) * 1000 + 46 * 86_400_000);

  test("is a commit without content where there was none for long", async () => {
    const before = tip();
    const { sha, isHeartbeat } = await deliver({ heartbeatDays: 45, now: now() });
    expect([sha, isHeartbeat]).toEqual([tip(), true]);
    expect(repository.onOrigin("log", "-1", "--format=%P %s", "main")).toBe(`${before} nothing new`);
    expect(repository.onOrigin("diff", "--name-only", before, "main")).toBe("");
  });

  test("takes nothing with it that lies there", async () => {
    write(repository.work, { "README.md": "edited\n", "staged.txt": "staged\n" });
    repository.git("add", "staged.txt");
    await deliver({ heartbeatDays: 45, now: now() });
    expect(repository.onOrigin("show", "--format=", "--name-only", "main")).toBe("");
  });

  test("waits for its days, and is off where nobody asked for it", async () => {
    const before = tip();
    expect((await deliver({ heartbeatDays: 47, now: now() })).sha).toBeNull();
    expect((await deliver({ heartbeatDays: 0, now: now() })).sha).toBeNull();
    expect(tip()).toBe(before);
  });

  test("is not needed where the archive changed", async () => {
    changed();
    expect((await deliver({ heartbeatDays: 45, now: now() })).isHeartbeat).toBe(false);
  });
});

test("what git said is told without hints, prefixes and passwords", () => {
  const stderr =
    "remote: error: no\nhint: try this\nfatal: unable to access 'https://x-access-token:s3cr3t@github.example.org/a.git/': 500\n";
  expect(saidBy({ code: 1, stdout: "", stderr })).toBe("error: no; fatal: unable to access 'https://***@github.example.org/a.git/': 500");
});

test("the token goes to the server of the repository alone, in place of what the checkout left", async () => {
  const git = new Git({
    folder: repository.work,
    environment,
    author: { name: "Bot", email: "b@example.org" },
    token: "t0ken",
    serverUrl: "https://github.example.org",
  });
  repository.git("config", "http.https://github.example.org/.extraheader", "AUTHORIZATION: basic b2xk");
  const headers = async (url: string) => (await git.try(["config", "--get-urlmatch", "http.extraheader", url])).stdout.trim();
  expect(await headers("https://github.example.org/tidewater/minutes")).toBe(
    `AUTHORIZATION: basic ${Buffer.from("x-access-token:t0ken").toString("base64")}`,
  );
  expect(await headers("https://elsewhere.example.org/tidewater/minutes")).toBe("");
  const all = (await git.run(["config", "--get-all", "http.https://github.example.org/.extraheader"])).split("\n");
  // An empty one takes back those before it.
  expect(all.slice(-2)).toEqual(["", expect.stringContaining("AUTHORIZATION: basic ")]);
});
