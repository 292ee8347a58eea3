// The whole step under a simulated runner: a repository with its origin, files of the runner, the payload of an event, GitHub on the loopback.
import { cp, mkdir, readFile, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { runAction } from "../../src/action/run.ts";
import { spaceOfExport, startConfluence } from "../support/confluence/index.ts";
import { type GitHubOptions, type GitHubStandIn, startGitHub } from "../support/github/index.ts";
import { makeRepository, moveBranch, type Repository } from "./support/repository.ts";
import { mainPayload, type RunnerWanted, type SimulatedRunner, simulateRunner } from "./support/runner.ts";

const sample = fileURLToPath(new URL("../../config/sample/", import.meta.url));
const config = `title: Tidewater Foundation
archive: ./archive
sources:
  - { id: reefwg, type: confluence-export, path: ./REEFWG, space: REEFWG, baseUrl: "https://tidewater.example.org/wiki" }
`;
const open: { close?: () => Promise<void>; remove?: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await (one.close ?? one.remove)?.();
});

interface Stage {
  readonly runner: SimulatedRunner;
  readonly repository: Repository;
  readonly archive: string;
  /** Runs a step with these inputs beside those of the stage. */
  step(inputs?: Readonly<Record<string, string>>): Promise<{ code: number; log: string; outputs: Record<string, string>; summary: string }>;
}

async function stage(wanted: RunnerWanted = {}, files: Readonly<Record<string, string>> = { "minutebook.yaml": config }): Promise<Stage> {
  const runner = await simulateRunner(wanted);
  open.push(runner);
  const repository = makeRepository(runner.folder, runner.workspace, files);
  // What is read lies beside the checkout, as an artefact of an earlier step would.
  await cp(join(sample, "REEFWG"), join(runner.workspace, "REEFWG"), { recursive: true });
  const step = async (inputs: Readonly<Record<string, string>> = {}) => {
    await runner.nextStep();
    let log = "";
    const code = await runAction({
      environment: {
        ...runner.environment,
        INPUT_CONFIG: join(runner.workspace, "minutebook.yaml"),
        ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      },
      write: (text) => {
        log += text;
      },
      now: new Date("2025-02-01T04:17:00Z"),
      pace: { wait: async () => undefined, random: () => 0, requestsPerSecond: 1000 },
    });
    return { code, log, outputs: await runner.outputs(), summary: await runner.summary() };
  };
  return { runner, repository, archive: join(runner.workspace, "archive"), step };
}

async function github(options: GitHubOptions = {}): Promise<GitHubStandIn> {
  const api = await startGitHub(options);
  open.push(api);
  return api;
}

/** Commands of the runner that a log holds, without those that open and close groups. */
const commandsIn = (log: string): string[] =>
  log.split("\n").filter((line) => /^\s*::|##\[/.test(line) && !/^::(?:end)?group::/.test(line));

describe("a scheduled sync", () => {
  test("writes the archive, commits it, and tells what it did", async () => {
    const { step, repository } = await stage();
    const { code, log, outputs, summary } = await step();
    expect([code, commandsIn(log)]).toEqual([0, []]);
    expect(outputs).toMatchObject({ state: "ok", changed: "true", commit: repository.onOrigin("rev-parse", "main") });
    expect(JSON.parse(outputs.counts ?? "").pages).toEqual({ added: 10, changed: 0, removed: 0 });
    expect(Number(outputs["records-added"])).toBeGreaterThan(10);
    const types = JSON.parse(outputs["changes-by-type"] ?? "") as Record<string, number>;
    expect(Object.values(types).reduce((sum, count) => sum + count, 0)).toBe(Number(outputs.changes));
    expect(repository.onOrigin("log", "-1", "--format=%s", "main")).toBe(outputs.headline);
    expect(outputs.headline).toMatch(/^\d+ leadership handovers?, /);
    expect(repository.onOrigin("log", "-1", "--format=%b", "main")).toMatch(
      /^As of 20.*10 pages added\.\n\nhttps:\/\/github\.example\.org\/tidewater\/minutes\/actions\/runs\/42$/,
    );
    expect(
      repository
        .onOrigin("show", "--format=", "--name-only", "main")
        .split("\n")
        .every((path) => path.startsWith("archive/")),
    ).toBe(true);
    expect(repository.onOrigin("ls-tree", "-r", "--name-only", "main")).not.toContain(".minutebook/");
    expect(summary).toContain(`## ✅ Tidewater Foundation: ${outputs.headline}`);
    expect(summary).toContain("| Reef Monitoring Working Group |");
    expect(summary).toContain("“Sung-min Baek stepped down as co-chair in March 2024.”");
    expect(await readFile(outputs.summary ?? "", "utf8")).toBe(summary);
    expect(JSON.parse(await readFile(outputs.report ?? "", "utf8"))).toMatchObject({ command: "sync", exitCode: 0 });
  });

  test("that finds nothing new commits nothing", async () => {
    const { step, repository } = await stage();
    await step();
    const tip = repository.onOrigin("rev-parse", "main");
    const { code, outputs, summary } = await step();
    expect([code, repository.onOrigin("rev-parse", "main")]).toEqual([0, tip]);
    expect(outputs).toMatchObject({
      state: "ok",
      changed: "false",
      headline: "nothing new",
      commit: "",
      changes: "0",
      "records-added": "0",
    });
    expect(summary).toContain("Nothing to commit: the archive is as it was");
  });

  test("commits on top of a branch that moved under it", async () => {
    const { step, repository } = await stage();
    // While the push is under way for the first time.
    repository.hook(`[ -e moved ] || { touch moved; ${moveBranch}; }; exit 0`);
    const { code, outputs } = await step();
    expect([code, outputs.state, repository.onOrigin("log", "-2", "--format=%s", "main").split("\n")[1]]).toEqual([0, "ok", "moving"]);
    expect(outputs.commit).toBe(repository.onOrigin("rev-parse", "main"));
  });

  test("that waited for another one goes on from what that one pushed", async () => {
    const { step, repository } = await stage();
    await step();
    const tip = repository.onOrigin("rev-parse", "main");
    // As it was checked out when it began to wait.
    repository.git("reset", "--quiet", "--hard", "HEAD~1");
    const { code, log, outputs } = await step();
    expect([code, outputs.changed, repository.onOrigin("rev-parse", "main")]).toEqual([0, "false", tip]);
    expect(log).toContain("the branch was ahead of the checkout");
  });

  test("fails with a clear word where the branch is protected", async () => {
    const { step, repository } = await stage();
    repository.hook('echo "error: GH013: Repository rule violations found for refs/heads/main." >&2; exit 1');
    const { code, log, outputs, summary } = await step();
    expect([code, outputs.state, outputs.commit, outputs.changed]).toEqual([1, "failed", "", "true"]);
    expect(commandsIn(log)).toEqual([
      expect.stringMatching(/^::error title=minutebook%3A commit::the branch main is protected and does not take commits/),
    ]);
    expect(summary).toContain("- ❌ **commit**: the branch main is protected");
    // What changed is told all the same.
    expect(summary).toContain("### What changed");
  });

  test("may leave the commit to somebody else", async () => {
    const { step, repository } = await stage();
    const tip = repository.onOrigin("rev-parse", "main");
    const { outputs } = await step({ commit: "false" });
    expect([outputs.changed, outputs.commit, repository.onOrigin("rev-parse", "main")]).toEqual(["true", "", tip]);
    expect(repository.git("status", "--porcelain", "archive/")).toBe("?? archive/");
  });

  test("of a pull request commits and opens nothing", async () => {
    const { apiUrl, seen } = await github();
    const { step, repository } = await stage({ apiUrl, event: { name: "pull_request", payload: { ...mainPayload, number: 7 } } });
    const tip = repository.onOrigin("rev-parse", "main");
    const { code, summary } = await step({ token: "a-token-of-the-test", "open-issues": "true", "issue-days": "9999" });
    expect([code, repository.onOrigin("rev-parse", "main"), seen]).toEqual([0, tip, []]);
    expect(summary).toContain("Not committed: this is the run of a pull request");
  });

  test("that is dry writes nothing", async () => {
    const { step, repository } = await stage();
    const { code, outputs, summary } = await step({ "dry-run": "true" });
    expect([code, outputs.changed, outputs.commit]).toEqual([0, "false", ""]);
    expect(Number(outputs["records-added"])).toBeGreaterThan(10);
    expect(summary).toContain("Dry run: nothing was written");
    expect(repository.git("status", "--porcelain", "archive/")).not.toContain("minutebook.json");
  });
});

describe("a run that could not read everything", () => {
  const withLost = `${config}  - { id: lost, type: confluence-export, path: ./not-there, space: LOST }\n`;

  test("is partial: what was read is committed, what was not is named", async () => {
    const { step, repository } = await stage({}, { "minutebook.yaml": withLost });
    const { code, log, outputs, summary } = await step();
    expect([code, outputs.state, outputs.changed]).toEqual([0, "partial", "true"]);
    expect(outputs.commit).toBe(repository.onOrigin("rev-parse", "main"));
    expect(commandsIn(log)).toEqual([expect.stringMatching(/^::error title=minutebook%3A source lost::/)]);
    expect(summary).toMatch(/^## ⚠️ /);
    expect(summary).toContain("- ❌ **source lost**: ");
  });

  test("fails the step where that is wanted, after the commit", async () => {
    const { step, repository } = await stage({}, { "minutebook.yaml": withLost });
    const { code, outputs } = await step({ "fail-on": "partial" });
    expect([code, outputs.state, outputs.commit]).toEqual([1, "partial", repository.onOrigin("rev-parse", "main")]);
  });

  test("names a file without doing what its name says", async () => {
    const { step, runner } = await stage();
    const space = join(runner.workspace, "REEFWG");
    await cp(join(sample, "COASTSIG"), space, { recursive: true, force: true });
    await writeFile(join(space, "a\n::error::planted_41290999.html"), "<html><body>");
    await writeFile(join(space, "<b>@octocat_41290998.html"), "<html><body>");
    const { log, summary } = await step({ archive: join(runner.folder, "fresh"), commit: "false" });
    expect(commandsIn(log).filter((line) => !/^::warning title=minutebook%3A /.test(line))).toEqual([]);
    expect(log).toContain("planted");
    expect(summary).toContain("planted");
    expect(summary).toContain("octocat");
    expect(summary).not.toMatch(/<b>|@octocat/);
  });
});

describe("a run that fails", () => {
  test("for want of a configuration tells so in every place", async () => {
    const { step, repository } = await stage({}, {});
    const tip = repository.onOrigin("rev-parse", "main");
    const { code, log, outputs, summary } = await step();
    expect([code, outputs.state, outputs.changed, repository.onOrigin("rev-parse", "main")]).toEqual([1, "failed", "false", tip]);
    expect(commandsIn(log)).toEqual([expect.stringMatching(/^::error title=minutebook%3A configuration::cannot read the configuration/)]);
    expect(summary).toContain("❌");
  });

  test("for wrong inputs names each", async () => {
    const { step } = await stage();
    const { code, log } = await step({ command: "publish", commit: "maybe" });
    expect(code).toBe(1);
    expect(commandsIn(log)).toEqual([
      expect.stringContaining('input "command" is "publish": expected one of'),
      expect.stringContaining('input "commit" is "maybe": expected true or false'),
    ]);
  });

  test("since a variable is not set says which", async () => {
    const wiki = `${config}  - { id: wiki, type: confluence, baseUrl: "https://wiki.example.org", space: LAN, auth: { token: "\${NO_SUCH_TOKEN}" } }\n`;
    const { step } = await stage({}, { "minutebook.yaml": wiki });
    const { code, log } = await step();
    expect([code, log]).toEqual([1, expect.stringContaining("NO_SUCH_TOKEN is not set")]);
  });
});

describe("issues", () => {
  const inputs = { token: "a-token-of-the-test", "open-issues": "leadership", "issue-days": "9999", "issue-limit": "2" };

  test("tell of findings, so many a run, once each", async () => {
    const api = await github();
    const { step } = await stage({ apiUrl: api.apiUrl });
    await step({ commit: "false" });
    const { code, outputs, summary } = await step(inputs);
    expect(code).toBe(0);
    const told = JSON.parse(outputs.issues ?? "") as { opened: number; left: number };
    expect(told).toMatchObject({ opened: 2, updated: 0, closed: 0 });
    expect(api.issues.map(({ title }) => title)).toEqual([
      expect.stringContaining("Reef Monitoring Working Group: "),
      expect.stringContaining("Reef"),
    ]);
    expect(summary).toContain("Issues: 2 opened, 0 updated, 0 closed");
    await step({ ...inputs, "issue-limit": "50" });
    expect(new Set(api.issues.map(({ body }) => /finding (\S+)/.exec(body ?? "")?.[1])).size).toBe(api.issues.length);
    expect(api.issues).toHaveLength(2 + told.left);
  });

  test("that GitHub does not take leave the commit as it is, and the run partial", async () => {
    const api = await github({ hasIssues: false });
    const { step, repository } = await stage({ apiUrl: api.apiUrl });
    const { code, outputs, summary } = await step(inputs);
    expect([code, outputs.state, outputs.commit]).toEqual([0, "partial", repository.onOrigin("rev-parse", "main")]);
    expect(summary).toContain("**issues**: GitHub answered 410");
  });

  test("are written by runs on the main branch alone", async () => {
    const api = await github();
    const { step } = await stage({ apiUrl: api.apiUrl, branch: "attempt" });
    const { summary } = await step(inputs);
    expect(api.seen).toEqual([]);
    expect(summary).toContain("No issues: only runs on the main branch write them");
  });
});

describe("secrets", () => {
  test("of the configuration are masked before anything else is told, in each form, and stand nowhere else", async () => {
    const wiki = await spaceOfExport(join(sample, "COASTSIG"));
    const confluence = await startConfluence({
      flavour: "cloud",
      wiki,
      access: { basic: { user: "amara@example.org", secret: "a-secret-of-the-wiki" } },
    });
    open.push(confluence);
    process.env.MINUTEBOOK_TEST_TOKEN = "a-secret-of-the-wiki";
    const yaml = `title: T\narchive: ./archive\nsources:\n  - { id: wiki, type: confluence, baseUrl: "${confluence.baseUrl}", space: COASTSIG, allowPrivateHost: true, auth: { email: amara@example.org, token: "\${MINUTEBOOK_TEST_TOKEN}" } }\n`;
    const { step } = await stage({}, { "minutebook.yaml": yaml });
    const { log, outputs, summary } = await step({ token: "a-token-of-github", commit: "false", "as-of": "2025-01-15" });
    delete process.env.MINUTEBOOK_TEST_TOKEN;
    const base64 = (text: string) => Buffer.from(text).toString("base64");
    const secrets = [
      "a-token-of-github",
      base64("x-access-token:a-token-of-github"),
      "a-secret-of-the-wiki",
      base64("amara@example.org:a-secret-of-the-wiki"),
    ];
    const lines = log.split("\n");
    expect(lines.filter((line) => line.startsWith("::add-mask::"))).toEqual(secrets.map((secret) => `::add-mask::${secret}`));
    expect(lines.findIndex((line) => !/^::(?:add-mask|group)::/.test(line))).toBe(5);
    const told = [
      log.replace(/^::add-mask::.*$/gm, ""),
      summary,
      JSON.stringify(outputs),
      await readFile(outputs.report || outputs.summary || "", "utf8"),
    ].join("\n");
    for (const secret of secrets) expect(told).not.toContain(secret);
  });
});

describe("other commands", () => {
  test("rebuild changes nothing of an archive just written, check finds nothing", async () => {
    const { step, archive } = await stage();
    await step();
    const rebuilt = await step({ command: "rebuild", archive });
    expect([rebuilt.code, rebuilt.outputs.changed, rebuilt.outputs.headline]).toEqual([0, "false", "nothing new"]);
    const checked = await step({ command: "check" });
    expect([checked.code, checked.outputs.state, checked.outputs.report, checked.outputs.headline]).toEqual([0, "ok", "", "checked"]);
  });

  test("check names at most ten faults as annotations, and all in the summary", async () => {
    const { step, archive, repository } = await stage();
    await step();
    const tip = repository.onOrigin("rev-parse", "main");
    const people = JSON.parse(await readFile(join(archive, "people/index.json"), "utf8")) as { records: { id: string }[] };
    for (const { id } of people.records) await writeFile(join(archive, `${id}.json`), "{}\n");
    const { code, log, outputs, summary } = await step({ command: "check" });
    expect([code, outputs.state, repository.onOrigin("rev-parse", "main")]).toEqual([1, "failed", tip]);
    expect(commandsIn(log)).toHaveLength(10);
    expect(commandsIn(log).at(-1)).toMatch(/^::warning title=minutebook::\d+ more: see the summary of the job$/);
    expect(summary.match(/^- ❌/gm)?.length).toBeGreaterThan(10);
  });

  test("backfill reads everything", async () => {
    const { step } = await stage();
    const { code, outputs } = await step({ command: "backfill" });
    expect([code, outputs.state]).toEqual([0, "ok"]);
    expect(JSON.parse(await readFile(outputs.report ?? "", "utf8"))).toMatchObject({ command: "backfill" });
  });
});

test("a step outside of a runner works too", async () => {
  const { runner, step } = await stage({
    environment: { GITHUB_OUTPUT: "", GITHUB_STEP_SUMMARY: "", GITHUB_EVENT_PATH: "", GITHUB_REPOSITORY: "" },
  });
  await mkdir(join(runner.folder, "elsewhere"));
  const { code, outputs } = await step({
    archive: join(await realpath(runner.folder), "elsewhere"),
    commit: "false",
    "open-issues": "true",
  });
  expect([code, outputs]).toEqual([0, {}]);
});
