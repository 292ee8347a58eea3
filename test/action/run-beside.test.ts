// What a step does beside the sync: issues, masks, other commands. Under a simulated runner, with GitHub on the loopback interface.
import { mkdir, readFile, realpath, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { spaceOfExport, startConfluence } from "../support/confluence/index.ts";
import { commandsIn, github, sample, stage } from "./support/stage.ts";

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
    onTestFinished(confluence.close);
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
