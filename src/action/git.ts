import { spawn } from "node:child_process";
import { DeliveryError, messageOf } from "../errors.ts";
import { base64 } from "./secrets.ts";

export interface GitOptions {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly author: { readonly name: string; readonly email: string };
  /** Sent to this server only; empty for what the checkout left. */
  readonly token: string;
  readonly serverUrl: string;
}

export interface Answered {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const longestOutput = 1_000_000;

/** `git` in a folder, never through a shell: names of branches and folders are only ever arguments. */
export class Git {
  readonly #options: GitOptions;

  constructor(options: GitOptions) {
    this.#options = options;
  }

  in(folder: string): Git {
    return new Git({ ...this.#options, folder });
  }

  /** @throws DeliveryError where git cannot be started */
  async try(args: readonly string[], input = ""): Promise<Answered> {
    const { folder } = this.#options;
    return new Promise((done, fail) => {
      const child = spawn("git", ["--literal-pathspecs", ...args], { cwd: folder, env: environmentOf(this.#options), shell: false });
      let stdout = "";
      let stderr = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout = (stdout + text).slice(-longestOutput)));
      child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr = (stderr + text).slice(-longestOutput)));
      child.on("error", (cause) =>
        fail(new DeliveryError(`git does not start: ${messageOf(cause)}; the step needs git on its PATH`, { cause })),
      );
      child.on("close", (code) => done({ code: code ?? 1, stdout, stderr }));
      child.stdin.on("error", () => undefined);
      child.stdin.end(input);
    });
  }

  /** @throws DeliveryError with what git said */
  async run(args: readonly string[], input = ""): Promise<string> {
    const answered = await this.try(args, input);
    if (answered.code === 0) return answered.stdout.trim();
    throw new DeliveryError(`git ${args[0] ?? ""} failed: ${saidBy(answered)}`);
  }
}

function environmentOf({ environment, author, token, serverUrl }: GitOptions): Record<string, string> {
  return {
    ...environment,
    // What git says is read by program, and it must not wait for somebody to type a password.
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_COMMITTER_NAME: author.name,
    GIT_COMMITTER_EMAIL: author.email,
    ...settings(token, serverUrl),
  };
}

/** What git said first, for a message; an address may hold a password. */
export function saidBy({ stdout, stderr }: Answered): string {
  const lines = `${stderr}\n${stdout}`.split(/[\r\n]+/).map((line) => line.replace(/^remote:\s*/, "").trim());
  const told = lines.filter((line) => line !== "" && !/^hint:/.test(line));
  return told
    .slice(0, 12)
    .join("; ")
    .replace(/\/\/[^@/\s]*@/g, "//***@")
    .slice(0, 1_000);
}

/**
 * Settings of this process alone. A header that the checkout left for the same server is taken out first: two of them are refused. The owner of the folder
 * may be another user where the job runs in a container, and bytes must stay as they were written.
 */
function settings(token: string, serverUrl: string): Record<string, string> {
  const header = `http.${serverUrl}/.extraheader`;
  const wanted: (readonly [string, string])[] = [
    ["safe.directory", "*"],
    ["core.autocrlf", "false"],
    ["advice.detachedHead", "false"],
    ...(token === ""
      ? []
      : ([
          [header, ""],
          [header, `AUTHORIZATION: basic ${base64(`x-access-token:${token}`)}`],
        ] as const)),
  ];
  return Object.fromEntries([
    ["GIT_CONFIG_COUNT", String(wanted.length)],
    ...wanted.flatMap(([key, value], index) => [
      [`GIT_CONFIG_KEY_${index}`, key],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]),
  ]);
}
