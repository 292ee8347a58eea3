// The runner of GitHub, as far as a step sees it: environment, files, the payload of an event, and what it reads back.
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

export interface SimulatedRunner {
  readonly folder: string;
  readonly workspace: string;
  readonly environment: Readonly<Record<string, string>>;
  outputs(): Promise<Record<string, string>>;
  summary(): Promise<string>;
  /** Empties the files, as the runner does for each step. */
  nextStep(): Promise<void>;
  remove(): Promise<void>;
}

export interface RunnerWanted {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: { readonly name: string; readonly payload: unknown };
  readonly apiUrl?: string;
  readonly branch?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export const mainPayload = { repository: { full_name: "tidewater/minutes", default_branch: "main" }, schedule: "17 4 * * 1" };

export async function simulateRunner(wanted: RunnerWanted = {}): Promise<SimulatedRunner> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "minutebook-runner-")));
  const workspace = join(folder, "work");
  await mkdir(workspace);
  const at = (name: string): string => join(folder, name);
  const { name, payload } = wanted.event ?? { name: "schedule", payload: mainPayload };
  await writeFile(at("event.json"), JSON.stringify(payload));
  const nextStep = async (): Promise<void> => {
    await writeFile(at("output"), "");
    await writeFile(at("summary"), "");
  };
  await nextStep();
  return {
    folder,
    workspace,
    environment: {
      PATH: process.env.PATH ?? "",
      HOME: folder,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      GITHUB_ACTIONS: "true",
      GITHUB_API_URL: wanted.apiUrl ?? "http://127.0.0.1:9",
      GITHUB_SERVER_URL: "https://github.example.org",
      GITHUB_REPOSITORY: "tidewater/minutes",
      GITHUB_RUN_ID: "42",
      GITHUB_EVENT_NAME: name,
      GITHUB_EVENT_PATH: at("event.json"),
      GITHUB_REF_NAME: wanted.branch ?? "main",
      GITHUB_REF_TYPE: "branch",
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: at("output"),
      GITHUB_STEP_SUMMARY: at("summary"),
      RUNNER_TEMP: folder,
      ...Object.fromEntries(Object.entries(wanted.inputs ?? {}).map(([input, value]) => [`INPUT_${input.toUpperCase()}`, value])),
      ...wanted.environment,
    },
    outputs: async () => outputsIn(await readFile(at("output"), "utf8")),
    summary: () => readFile(at("summary"), "utf8"),
    nextStep,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Reads GITHUB_OUTPUT as the runner does: what it would refuse is thrown. */
export function outputsIn(text: string): Record<string, string> {
  const lines = text.split("\n");
  const found: Record<string, string> = {};
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === "") continue;
    const [, name, delimiter] = z.tuple([z.string(), z.string(), z.string()]).parse(/^([^=<]+)<<(.+)$/.exec(line) ?? []);
    const end = lines.indexOf(delimiter);
    if (end < 0) throw new Error(`the value of ${name} does not end`);
    found[name] = lines.splice(0, end).join("\n");
    lines.shift();
  }
  return found;
}
