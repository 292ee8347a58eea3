// The only reader of the runner's environment: everything else of the action gets values.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { ConfigError } from "../errors.ts";
import { changeTypes } from "../records/change.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

export const commands = ["sync", "backfill", "detect", "rebuild", "check"] as const;
export type CommandOfAction = (typeof commands)[number];

export interface Inputs {
  readonly command: CommandOfAction;
  readonly config: string;
  /** Null for the configuration's. */
  readonly archive: string | null;
  readonly sources: readonly string[];
  readonly full: boolean;
  readonly asOf: string | null;
  readonly acceptRemovals: number | null;
  /** Kinds of pages, null for all; undefined for none. */
  readonly history: readonly string[] | null | undefined;
  readonly maxRequests: number | null;
  readonly dryRun: boolean;
  readonly commit: boolean;
  readonly commitName: string;
  readonly commitEmail: string;
  /** 0 for none. */
  readonly heartbeatDays: number;
  /** Types of changes, or kinds of them; none for no issues. */
  readonly openIssues: readonly string[];
  readonly issueLabel: string;
  readonly issueLimit: number;
  readonly issueDays: number;
  readonly failOn: "failed" | "partial";
  /** Empty where there is none. */
  readonly token: string;
}

/** What wants somebody's attention; what is merely news stands in the feed. */
const usualFindings = [
  "leadership.handover",
  "leadership.left",
  "group.inactive",
  "group.disbanded",
  "report.overdue",
  "recording.unavailable",
];

/**
 * The inputs of `action.yml`, as the runner gives them.
 * @throws ConfigError with every problem at once
 */
export function readInputs(environment: Environment): Inputs {
  const given = new GivenInputs(environment);
  const inputs: Inputs = {
    command: given.oneOf("command", commands, "sync"),
    config: given.text("config") ?? "minutebook.yaml",
    archive: given.text("archive"),
    sources: given.list("source"),
    full: given.flag("full", false),
    asOf: given.fitting("as-of", /^\d{4}-\d{2}-\d{2}$/, "a day such as 2024-11-26"),
    acceptRemovals: given.count("accept-removals"),
    history: historyOf(given.list("history")),
    maxRequests: given.count("max-requests"),
    dryRun: given.flag("dry-run", false),
    commit: given.flag("commit", true),
    commitName: given.text("commit-name") ?? "github-actions[bot]",
    commitEmail: given.text("commit-email") ?? "41898282+github-actions[bot]@users.noreply.github.com",
    heartbeatDays: given.count("heartbeat-days") ?? 0,
    openIssues: given.findings("open-issues"),
    issueLabel: given.text("issue-label") ?? "minutebook",
    issueLimit: given.count("issue-limit") ?? 10,
    issueDays: given.count("issue-days") ?? 90,
    failOn: given.oneOf("fail-on", ["failed", "partial"] as const, "failed"),
    token: given.text("token") ?? "",
  };
  given.refuse();
  return inputs;
}

/** `false` and `true` are what a workflow hands on of a check box. */
function historyOf(kinds: readonly string[]): readonly string[] | null | undefined {
  if (kinds.length === 0 || kinds[0] === "false") return undefined;
  return kinds[0] === "all" || kinds[0] === "true" ? null : kinds;
}

class GivenInputs {
  readonly #environment: Environment;
  readonly #problems: string[] = [];

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  text(name: string): string | null {
    const value = this.#environment[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`]?.trim() ?? "";
    return value === "" ? null : value;
  }

  list(name: string): string[] {
    return (this.text(name) ?? "").split(/[\s,]+/).filter((part) => part !== "");
  }

  fitting(name: string, pattern: RegExp, expected: string): string | null {
    const value = this.text(name);
    if (value !== null && !pattern.test(value)) this.#problem(name, value, expected);
    return value;
  }

  count(name: string): number | null {
    const value = this.fitting(name, /^\d{1,7}$/, "a whole number");
    return value === null ? null : Number(value);
  }

  oneOf<T extends string>(name: string, values: readonly T[], usual: T): T {
    const value = this.text(name) ?? usual;
    const found = values.find((known) => known === value);
    if (found === undefined) this.#problem(name, value, `one of ${values.join(", ")}`);
    return found ?? usual;
  }

  flag(name: string, usual: boolean): boolean {
    const value = (this.text(name) ?? String(usual)).toLowerCase();
    if (value !== "true" && value !== "false") this.#problem(name, value, "true or false");
    return value === "true";
  }

  findings(name: string): readonly string[] {
    const [first, ...others] = this.list(name);
    if (first === undefined || (first.toLowerCase() === "false" && others.length === 0)) return [];
    if (first.toLowerCase() === "true" && others.length === 0) return usualFindings;
    const kinds = new Set<string>(changeTypes.flatMap((type) => [type, type.slice(0, type.indexOf("."))]));
    const unknown = [first, ...others].filter((part) => !kinds.has(part));
    if (unknown.length > 0) this.#problem(name, unknown.join(", "), `true, false, or types of changes such as ${[...kinds].join(", ")}`);
    return [first, ...others];
  }

  refuse(): void {
    if (this.#problems.length > 0) throw new ConfigError(this.#problems.join("\n"));
  }

  #problem(name: string, value: string, expected: string): void {
    this.#problems.push(`input "${name}" is ${JSON.stringify(value.slice(0, 80))}: expected ${expected}`);
  }
}

/** Where and why the step runs. */
export interface Context {
  /** `owner/name`, or null outside of a repository of GitHub. */
  readonly repository: string | null;
  /** Without a slash at its end. */
  readonly apiUrl: string;
  readonly serverUrl: string;
  /** Where the log of this run stands. */
  readonly runUrl: string | null;
  readonly isPullRequest: boolean;
  /** Whether what is checked out is known to be another branch than the main one. */
  readonly isSideBranch: boolean;
  readonly temp: string | null;
  readonly outputFile: string | null;
  readonly summaryFile: string | null;
  /** For git: the way to programs and homes, and no secret of ours. */
  readonly gitEnvironment: Readonly<Record<string, string>>;
}

const eventPayload = z.object({ repository: z.object({ default_branch: z.string().optional() }).optional() });

export function readContext(environment: Environment): Context {
  const value = (name: string): string | null => {
    const text = environment[name]?.trim() ?? "";
    return text === "" ? null : text;
  };
  const serverUrl = (value("GITHUB_SERVER_URL") ?? "https://github.com").replace(/\/+$/, "");
  const repository = value("GITHUB_REPOSITORY");
  const runId = value("GITHUB_RUN_ID");
  const mainBranch = mainBranchOf(value("GITHUB_EVENT_PATH"));
  const branch = value("GITHUB_REF_TYPE") === "tag" ? null : value("GITHUB_REF_NAME");
  return {
    repository,
    apiUrl: (value("GITHUB_API_URL") ?? "https://api.github.com").replace(/\/+$/, ""),
    serverUrl,
    runUrl: repository === null || runId === null ? null : `${serverUrl}/${repository}/actions/runs/${runId}`,
    isPullRequest: /^pull_request(?:_target)?$/.test(value("GITHUB_EVENT_NAME") ?? ""),
    isSideBranch: mainBranch !== null && branch !== null && branch !== mainBranch,
    temp: value("RUNNER_TEMP"),
    outputFile: value("GITHUB_OUTPUT"),
    summaryFile: value("GITHUB_STEP_SUMMARY"),
    gitEnvironment: Object.fromEntries(
      Object.entries(environment).flatMap(([name, text]) => (text !== undefined && neededByGit.test(name) ? [[name, text]] : [])),
    ),
  };
}

const neededByGit =
  /^(?:PATH|HOME|USER|LOGNAME|TMPDIR|TEMP|TMP|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA|PROGRAMDATA|SYSTEMROOT|COMSPEC|PATHEXT|SSH_AUTH_SOCK|XDG_\w+|GIT_(?:SSH|SSL|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM))\w*|(?:https?|no|all)_proxy)$/i;

/** The payload is read for what it is sure to tell; one that cannot be read tells nothing. */
function mainBranchOf(file: string | null): string | null {
  if (file === null) return null;
  try {
    return eventPayload.parse(JSON.parse(readFileSync(file, "utf8"))).repository?.default_branch ?? null;
  } catch {
    return null;
  }
}
