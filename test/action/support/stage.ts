// A step of the action in a test: a checkout with its origin, a runner, and what the step left behind.
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { runAction } from "../../../src/action/run.ts";
import { type GitHubOptions, type GitHubStandIn, startGitHub } from "../../support/github/index.ts";
import { makeRepository, type Repository } from "./repository.ts";
import { type RunnerWanted, type SimulatedRunner, simulateRunner } from "./runner.ts";

export const sample = fileURLToPath(new URL("../../../config/sample/", import.meta.url));
export const config = `title: Tidewater Foundation
archive: ./archive
sources:
  - { id: reefwg, type: confluence-export, path: ./REEFWG, space: REEFWG, baseUrl: "https://tidewater.example.org/wiki" }
`;

export interface Stage {
  readonly runner: SimulatedRunner;
  readonly repository: Repository;
  readonly archive: string;
  /** Runs a step with these inputs beside those of the stage. */
  step(inputs?: Readonly<Record<string, string>>): Promise<{ code: number; log: string; outputs: Record<string, string>; summary: string }>;
}

export async function stage(
  wanted: RunnerWanted = {},
  files: Readonly<Record<string, string>> = { "minutebook.yaml": config },
): Promise<Stage> {
  const runner = await simulateRunner(wanted);
  onTestFinished(runner.remove);
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

export async function github(options: GitHubOptions = {}): Promise<GitHubStandIn> {
  const api = await startGitHub(options);
  onTestFinished(api.close);
  return api;
}

/** Commands of the runner that a log holds, without those that open and close groups. */
export const commandsIn = (log: string): string[] =>
  log.split("\n").filter((line) => /^\s*::|##\[/.test(line) && !/^::(?:end)?group::/.test(line));
