import { text as textOf } from "node:stream/consumers";
import { loadConfig } from "../config/index.ts";
import { ConfigError } from "../errors.ts";
import { type Redaction, takeOutOfArchive } from "../redact.ts";
import type { Output } from "./output.ts";
import { counted } from "./text.ts";

export interface RedactArguments {
  /** Names of people and numbers or ids of pages. */
  readonly what: readonly string[];
  readonly archive?: string;
  readonly config?: string;
  /** `-` stands for the standard input: what is typed as an option lands in the shell's history. */
  readonly text?: readonly string[];
  readonly account?: readonly string[];
  readonly page?: readonly string[];
  readonly dryRun: boolean;
  readonly json: boolean;
}

export async function runRedact(args: RedactArguments, output: Output): Promise<number> {
  const { what, text = [], account = [], page = [], dryRun, json } = args;
  const config = args.config === undefined ? null : await loadConfig(args.config);
  const archive = args.archive ?? config?.archive;
  if (archive === undefined) throw new ConfigError("no archive given: add --archive DIR, or --config FILE with an archive");
  const isPage = (given: string): boolean => /^(?:pages\/.+|\d+)$/.test(given);
  const texts: string[] = [];
  for (const given of [...what.filter((one) => !isPage(one)), ...text])
    texts.push(given === "-" ? (await textOf(process.stdin)).trim() : given);
  const pages = [...what.filter(isPage), ...page];
  const redaction = await takeOutOfArchive({ archive, config, texts, accounts: account, pages, dryRun });
  const { report, changed, left } = redaction;
  if (json) {
    const { takenOut: places, skipped } = report;
    output.stdout.write(`${JSON.stringify({ archive, dryRun, places, found: redaction.found, changed, left, skipped }, null, 2)}\n`);
  } else output.stdout.write(told(redaction, archive, config?.redactionsFile ?? null));
  return left.length > 0 ? 3 : report.exitCode;
}

function told({ report, changed, left, found }: Redaction, archive: string, list: string | null): string {
  const { takenOut, dryRun, skipped } = report;
  const lines = changed.map(({ path, isRemoved }) => `  ${isRemoved ? "removed" : "changed"}  ${path}`);
  const verb = dryRun ? "would be" : "were";
  return [
    ...lines,
    ...(found.people > 0
      ? [
          `Known of who was named: ${counted(found.people, "record")}, ${counted(found.names, "name")}, ${counted(found.accounts, "account")}`,
        ]
      : []),
    `${counted(takenOut, "place")} ${verb} taken out, ${counted(changed.length, "file")} ${verb} changed or removed`,
    ...skipped.map(({ file, reason }) => `not looked at: ${file}: ${reason}`),
    ...(left.length > 0
      ? ["It still stands in these files, which no rule could change; see docs/operating.md:", ...left.map((path) => `  ${path}`)]
      : []),
    ...(dryRun
      ? []
      : [
          `Commit this${list === null ? "" : ` and ${list}`}. The git history of ${archive} still holds what was taken out: docs/operating.md says how to rewrite it.`,
        ]),
    "",
  ].join("\n");
}
