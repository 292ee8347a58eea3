// The whole step under a simulated runner: a repository with its origin, files of the runner, the payload of an event.
import { readFileSync } from "node:fs";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { moveBranch } from "./support/repository.ts";
import { mainPayload } from "./support/runner.ts";
import { commandsIn, config, github, sample, stage } from "./support/stage.ts";

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

  test("gives each output that action.yml names, and no other", async () => {
    const { step } = await stage();
    const named = parse(readFileSync(new URL("../../action.yml", import.meta.url), "utf8")) as { outputs: Record<string, unknown> };
    expect(Object.keys((await step()).outputs).sort()).toEqual(Object.keys(named.outputs).sort());
    expect(Object.keys((await step({ command: "nothing" })).outputs).sort()).toEqual(Object.keys(named.outputs).sort());
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
    expect(log.split("\n").filter((line) => line.startsWith('input "'))).toHaveLength(2);
  });

  test("since a variable is not set says which", async () => {
    const wiki = `${config}  - { id: wiki, type: confluence, baseUrl: "https://wiki.example.org", space: LAN, auth: { token: "\${NO_SUCH_TOKEN}" } }\n`;
    const { step } = await stage({}, { "minutebook.yaml": wiki });
    const { code, log } = await step();
    expect([code, log]).toEqual([1, expect.stringContaining("NO_SUCH_TOKEN is not set")]);
  });
});
