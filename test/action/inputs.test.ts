import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { commands, readContext, readInputs } from "../../src/action/inputs.ts";
import { ConfigError } from "../../src/errors.ts";

const inputs = (given: Record<string, string>) =>
  readInputs(Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])));
const action = z
  .object({
    inputs: z.record(z.string(), z.strictObject({ description: z.string().min(10), default: z.string() })),
    outputs: z.record(z.string(), z.strictObject({ description: z.string().min(5) })),
    runs: z.strictObject({ using: z.literal("node24"), main: z.literal("dist-action/index.mjs") }),
  })
  .parse(parse(readFileSync(new URL("../../action.yml", import.meta.url), "utf8")));

describe("inputs", () => {
  test("that are not given are the usual ones", () => {
    expect(inputs({})).toMatchObject({
      command: "sync",
      config: "minutebook.yaml",
      archive: null,
      commit: true,
      openIssues: [],
      failOn: "failed",
    });
  });

  test("have the defaults that action.yml names", () => {
    const given = Object.fromEntries(
      Object.entries(action.inputs).map(([name, { default: value }]) => [name, name === "token" ? "" : value]),
    );
    expect(inputs(given)).toEqual(inputs({}));
  });

  test("are all read, and no others: each one of action.yml that is no good changes what is read, or is refused", () => {
    const asked = new Set<string>();
    readInputs(new Proxy({}, { get: (_, name) => void asked.add(String(name)) }));
    expect([...asked].sort()).toEqual(
      Object.keys(action.inputs)
        .map((name) => `INPUT_${name.toUpperCase()}`)
        .sort(),
    );
  });

  test("and outputs stand in the documentation", () => {
    const page = readFileSync(new URL("../../docs/github-action.md", import.meta.url), "utf8");
    const missing = [...Object.keys(action.inputs), ...Object.keys(action.outputs)].filter((name) => !page.includes(`\`${name}\``));
    expect(missing).toEqual([]);
  });

  test("are read in the forms that people write", () => {
    expect(inputs({ source: "wiki, videos\nexport", full: "True", "max-requests": "500", "open-issues": "TRUE" })).toMatchObject({
      sources: ["wiki", "videos", "export"],
      full: true,
      maxRequests: 500,
      openIssues: expect.arrayContaining(["leadership.handover", "report.overdue"]),
    });
    expect(inputs({ "open-issues": "leadership, group.inactive" }).openIssues).toEqual(["leadership", "group.inactive"]);
    expect(inputs({ "open-issues": "false" }).openIssues).toEqual([]);
    expect([inputs({}).history, inputs({ history: "all" }).history, inputs({ history: "roster,home" }).history]).toEqual([
      undefined,
      null,
      ["roster", "home"],
    ]);
    expect([inputs({ history: "false" }).history, inputs({ history: "true" }).history]).toEqual([undefined, null]);
  });

  test("that are wrong are told all at once, with what was expected", () => {
    const wrong = () =>
      inputs({ command: "synch", commit: "yes", "issue-limit": "many", "as-of": "today", "open-issues": "leaders", "fail-on": "no" });
    expect(wrong).toThrow(ConfigError);
    expect(wrong).toThrow(
      new RegExp(
        [
          `input "command" is "synch": expected one of ${commands.join(", ")}`,
          'input "as-of" is "today": expected a day',
          'input "commit" is "yes": expected true or false',
          'input "open-issues" is "leaders": expected true, false, or types of changes such as leadership.handover',
          'input "issue-limit" is "many": expected a whole number',
          'input "fail-on" is "no": expected one of failed, partial',
        ].join("[^]*"),
      ),
    );
  });
});

describe("where a step runs", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "minutebook-test-"));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const context = async (payload: string, over: Record<string, string> = {}) => {
    const file = join(folder, "event.json");
    await writeFile(file, payload);
    return readContext({
      GITHUB_EVENT_PATH: file,
      GITHUB_EVENT_NAME: "schedule",
      GITHUB_REF_NAME: "main",
      GITHUB_REF_TYPE: "branch",
      ...over,
    });
  };

  test("is a side branch where the event tells of another main one", async () => {
    const payload = JSON.stringify({ repository: { default_branch: "trunk" } });
    expect((await context(payload)).isSideBranch).toBe(true);
    expect((await context(payload, { GITHUB_REF_NAME: "trunk" })).isSideBranch).toBe(false);
    expect((await context("{}")).isSideBranch).toBe(false);
    expect((await context("not JSON")).isSideBranch).toBe(false);
    expect(readContext({}).isSideBranch).toBe(false);
  });

  test("may be a pull request", async () => {
    expect((await context("{}", { GITHUB_EVENT_NAME: "pull_request" })).isPullRequest).toBe(true);
    expect((await context("{}", { GITHUB_EVENT_NAME: "pull_request_target" })).isPullRequest).toBe(true);
    expect((await context("{}")).isPullRequest).toBe(false);
  });

  test("hands git no secret", () => {
    const { gitEnvironment } = readContext({
      PATH: "/bin",
      HOME: "/root",
      INPUT_TOKEN: "x",
      CONFLUENCE_TOKEN: "y",
      GIT_DIR: "/z",
      https_proxy: "p",
    });
    expect(gitEnvironment).toEqual({ PATH: "/bin", HOME: "/root", https_proxy: "p" });
  });
});
