// What actionlint (in `npm run lint`) does not ask of workflows: that what they run is pinned, and that they may do no more than they need.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}.github/workflows/`;
const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
const permission = z.record(z.string(), z.enum(["read", "write", "none"]));
const step = z.strictObject({
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
  env: z.record(z.string(), z.unknown()).optional(),
});
const workflow = z.strictObject({
  name: z.string(),
  on: z.record(z.string(), z.unknown()),
  permissions: z.strictObject({}),
  concurrency: z.strictObject({ group: z.string(), "cancel-in-progress": z.union([z.boolean(), z.string()]) }),
  jobs: z.record(
    z.string(),
    z.strictObject({
      name: z.string().optional(),
      if: z.string().optional(),
      needs: z.string().optional(),
      "runs-on": z.literal("ubuntu-24.04"),
      "timeout-minutes": z.number().max(360),
      permissions: permission,
      strategy: z.unknown().optional(),
      steps: z.array(step).min(1),
    }),
  ),
});
const textOf = (name: string): string => readFileSync(`${folder}${name}`, "utf8");
const read = (name: string) => workflow.parse(parse(textOf(name)));
const inputsOfAction = Object.keys(
  z.object({ inputs: z.record(z.string(), z.unknown()) }).parse(parse(readFileSync(`${root}action.yml`, "utf8"))).inputs,
);

test("the workflows are there", () => {
  expect(names.sort()).toEqual(["backfill.yml", "ci.yml", "release.yml", "sync.yml"]);
});

describe.each(names)("%s", (name) => {
  const steps = Object.values(read(name).jobs).flatMap((job) => job.steps);

  test("names nothing that it does not know, takes no rights for all jobs, and ends in time", () => {
    expect(() => read(name)).not.toThrow();
  });

  test("pins each action to a commit, with its version beside it", () => {
    const used = [...textOf(name).matchAll(/^\s*- uses: (.+)$/gm)].map((match) => match[1] ?? "");
    expect(used.length).toBe(steps.filter(({ uses }) => uses !== undefined).length);
    for (const one of used) expect(one).toMatch(/^\.\/$|^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("leaves no credentials behind after the checkout", () => {
    for (const one of steps)
      if (one.uses?.startsWith("actions/checkout@")) expect(one.with).toMatchObject({ "persist-credentials": false });
  });

  test("puts nothing from outside into a script", () => {
    for (const { run } of steps) expect(run ?? "").not.toContain("${{");
  });

  test("is started by nobody who may not", () => {
    expect(Object.keys(read(name).on).filter((event) => /^(?:pull_request_target|workflow_run|issue)/.test(event))).toEqual([]);
  });

  test("gives the action inputs that it has", () => {
    for (const one of steps) if (one.uses === "./") expect(inputsOfAction).toEqual(expect.arrayContaining(Object.keys(one.with ?? {})));
  });
});

describe("jobs that write the archive", () => {
  const [sync, backfill] = [read("sync.yml"), read("backfill.yml")];

  test("wait for each other, and are not cut off", () => {
    expect(sync.concurrency).toEqual({ group: expect.stringMatching(/^archive-/), "cancel-in-progress": false });
    expect(backfill.concurrency).toEqual(sync.concurrency);
  });

  test("may do what they do, and no more", () => {
    expect(sync.jobs.sync?.permissions).toEqual({ contents: "write", issues: "write" });
    expect(backfill.jobs.backfill?.permissions).toEqual({ contents: "write" });
  });

  test("run at an odd minute, and keep their schedule alive", () => {
    const [{ cron }] = z.tuple([z.object({ cron: z.string() })]).parse(sync.on.schedule);
    expect(Number(cron.split(" ")[0]) % 5).not.toBe(0);
    expect(sync.on).toHaveProperty("workflow_dispatch");
    const heartbeat = Number(sync.jobs.sync?.steps.find(({ uses }) => uses === "./")?.with?.["heartbeat-days"]);
    expect(heartbeat).toBeGreaterThan(0);
    expect(heartbeat).toBeLessThan(60);
  });
});

test("CI checks both Node versions, and that the bundle is what the sources make", () => {
  expect(read("ci.yml").jobs.check?.strategy).toMatchObject({ matrix: { node: ["24", "22.20"] } });
  expect(textOf("ci.yml")).toContain("bash .ci/run");
  expect(readFileSync(`${root}.ci/run`, "utf8")).toMatch(/^npm run -s bundle -- --check$/m);
});

test("a release has its provenance", () => {
  const { publish } = read("release.yml").jobs;
  expect(publish?.permissions).toEqual({ contents: "read", "id-token": "write" });
  expect(publish?.steps.at(-1)?.run).toBe("npm publish --provenance --access public");
});
