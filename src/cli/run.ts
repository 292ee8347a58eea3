import { Command, CommanderError, Option } from "commander";
import { ConfigError, type ConfigProblem, InputError, MinutebookError, messageOf } from "../errors.ts";
import { createLog } from "../log.ts";
import { common, listed, parseCount, parseDay, parseList, parseSpace, parseUrl, running, spaceListed } from "./options.ts";
import type { Output } from "./output.ts";
import { version } from "./version.ts";

interface CommonOptions {
  readonly json?: boolean;
  readonly log: "text" | "json";
}

interface RunOptions extends CommonOptions {
  readonly runReport?: string;
}

interface BackfillArguments extends RunOptions {
  readonly from?: string;
  readonly config?: string;
  readonly archive?: string;
  readonly space?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly baseUrl?: string;
  readonly asOf?: string;
  readonly dryRun?: boolean;
  /** `true` where no kinds are named. */
  readonly history?: true | readonly string[];
  readonly maxRequests?: number;
}

interface SyncArguments extends RunOptions {
  readonly config: string;
  readonly archive?: string;
  readonly source?: readonly string[];
  readonly full?: boolean;
  readonly dryRun?: boolean;
  readonly asOf?: string;
  readonly acceptRemovals?: number;
}

interface ChangesArguments extends CommonOptions {
  readonly archive: string;
  readonly since?: string;
  readonly group?: string;
  readonly type?: string;
  readonly basis?: string;
  readonly config?: string;
}

interface DetectArguments extends RunOptions {
  readonly archive: string;
  readonly config?: string;
  readonly asOf?: string;
  readonly out?: string;
  readonly dryRun?: boolean;
}

interface ArchiveArguments extends RunOptions {
  readonly archive: string;
  readonly dryRun?: boolean;
}

interface RedactOptions extends CommonOptions {
  readonly archive?: string;
  readonly config?: string;
  readonly text?: readonly string[];
  readonly account?: readonly string[];
  readonly page?: readonly string[];
  readonly dryRun?: boolean;
}

interface InitOptions extends CommonOptions {
  readonly url?: string;
  readonly space?: string;
  readonly playlist?: string;
  readonly title?: string;
  readonly archive?: string;
  readonly out?: string;
  readonly allowPrivateHost?: boolean;
  readonly force?: boolean;
}

/**
 * Runs the command line and gives the exit code: 0 done, also with nothing to do; 1 failed; 2 wrong usage or configuration;
 * 3 done in part. Commands load what they need when they run, so that `--help` starts at once.
 */
export async function run(args: readonly string[], output: Output): Promise<number> {
  let exitCode = 0;
  let usage = "";
  const log = wantsJsonLog(args) ? await createLog("json", output.stderr) : null;
  const told: Output = log === null ? output : { ...output, stderr: { write: (text) => (usage += text) } };
  const program = programFor(output, told, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (usage.trim() !== "") log?.error(usage.trim(), { error: "usage" });
      return error.exitCode === 0 ? 0 : 2;
    }
    if (args.includes("--json")) output.stdout.write(`${JSON.stringify(failureOf(error), null, 2)}\n`);
    if (log === null) output.stderr.write(`minutebook: ${describe(error)}\n`);
    else log.error(describe(error), { error: error instanceof Error ? error.name : "unknown", ...fileOf(error) });
    return error instanceof ConfigError || error instanceof InputError ? 2 : 1;
  }
}

/** What `--json` prints where there is no report: scripts read one document either way. */
function failureOf(error: unknown): { error: string; message: string; file?: string; problems?: readonly ConfigProblem[] } {
  const problems = error instanceof ConfigError && error.problems.length > 0 ? { problems: error.problems } : {};
  return { error: error instanceof Error ? error.name : "unknown", message: messageOf(error), ...fileOf(error), ...problems };
}

/** Asked before the arguments are parsed: what is wrong with them is told in the same form. */
function wantsJsonLog(args: readonly string[]): boolean {
  return args.includes("--log=json") || args.some((arg, index) => arg === "--log" && args[index + 1] === "json");
}

function describe(error: unknown): string {
  if (error instanceof MinutebookError) return error.message;
  return `${error instanceof Error ? (error.stack ?? error.message) : messageOf(error)}\nThis is a bug in minutebook: please report it with the command you ran.`;
}

function fileOf(error: unknown): { file?: string } {
  return error instanceof MinutebookError && error.file !== undefined ? { file: error.file } : {};
}

/** `told` gets what is wrong with the arguments. */
function programFor(output: Output, told: Output, done: (code: number) => void): Command {
  const program = new Command("minutebook")
    .description("The minute book of open communities: reads wikis and recordings into a versioned JSON archive")
    .version(version, "-V, --version", "print the version")
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.stdout.write(text), writeErr: (text) => told.stderr.write(text) })
    .showHelpAfterError("(add --help for the options)");

  running(program.command("backfill"))
    .description("read a space export (HTML or Markdown, folder or zip) into an archive")
    .option("--from <path>", "the export: a folder or a zip")
    .option("--config <file>", "read the exports that this configuration names")
    .option("--archive <dir>", "folder of the archive")
    .option("--space <key>", "of an export or a configuration of several spaces this one; may be given again", spaceListed)
    .option("--since <day>", "pages that changed on this day or later", parseDay)
    .option("--until <day>", "pages that were there on this day or before", parseDay)
    .option("--base-url <url>", "of the wiki, to give pages their address", parseUrl)
    .option("--as-of <day>", "the day on which the archive is true (default: the day of the export)", parseDay)
    .option("--history [kinds]", "read older versions of pages too: of all, or of page kinds such as roster,home", parseList)
    .option("--max-requests <count>", "stop at a live source after so many requests; the next run goes on", parseCount)
    .option("--dry-run", "print the plan and write nothing")
    .action(async ({ history, ...options }: BackfillArguments) => {
      const { runBackfill } = await import("./backfill.ts");
      const wanted = history === undefined ? {} : { history: history === true ? null : history };
      done(await runBackfill({ ...options, ...wanted, json: options.json === true, dryRun: options.dryRun === true }, output));
    });

  running(program.command("sync"))
    .description("read every source of a configuration and write what changed into its archive")
    .requiredOption("--config <file>", "the configuration")
    .option("--archive <dir>", "folder of the archive (default: the configuration's)")
    .option("--source <id>", "read this source alone; may be given again", listed)
    .option("--full", "list living wikis completely, although it is not due")
    .option("--dry-run", "print what would be asked for and written, and do neither")
    .option("--as-of <day>", "the day on which the archive is true (default: today in UTC)", parseDay)
    .option("--accept-removals <count>", "so many pages may vanish in this run", parseCount)
    .action(async (options: SyncArguments) => {
      const { runSync } = await import("./sync.ts");
      const { full = false, dryRun = false, json = false } = options;
      done(await runSync({ ...options, full, dryRun, json }, output));
    });

  running(program.command("rebuild"))
    .description("make all records of an archive anew from its raw pages")
    .requiredOption("--archive <dir>", "folder of the archive")
    .option("--dry-run", "print the plan and write nothing")
    .action(async (options: ArchiveArguments) => {
      const { runRebuild } = await import("./backfill.ts");
      done(await runRebuild({ ...options, json: options.json === true, dryRun: options.dryRun === true }, output));
    });

  running(program.command("detect"))
    .description("look for changes in what an archive holds; for a day of the past, tell what would have been told then")
    .requiredOption("--archive <dir>", "folder of the archive")
    .option("--config <file>", "the configuration that declares how groups meet and report")
    .option("--as-of <day>", "on this day (default: that of the archive); one before it leaves the archive alone", parseDay)
    .option("--out <dir>", "where a look into the past is written, as an archive of its own")
    .option("--dry-run", "print the plan and write nothing")
    .action(async (options: DetectArguments) => {
      const { runDetect } = await import("./detect.ts");
      done(await runDetect({ ...options, json: options.json === true, dryRun: options.dryRun === true }, output));
    });

  common(program.command("changes"))
    .description("what changed, the newest first, each with the words that say so")
    .requiredOption("--archive <dir>", "folder of the archive")
    .option("--since <day>", "found on this day or later", parseDay)
    .option("--group <name>", "of one group, by its name, an alias or its id")
    .option("--type <type>", "of one type, such as leadership.handover, or one kind, such as leadership")
    .addOption(new Option("--basis <basis>", "what it rests on").choices(["stated", "observed", "silence"]))
    .option("--config <file>", "a configuration: says of each change whether it is acknowledged beside it")
    .action(async (options: ChangesArguments) => {
      const { runChanges } = await import("./queries.ts");
      done(await runChanges({ ...options, json: options.json === true }, output));
    });

  common(program.command("who"))
    .description("who led a group, and how that is known")
    .argument("<group>", "its name, an alias or its id")
    .requiredOption("--archive <dir>", "folder of the archive")
    .option("--as-of <day>", "on this day (default: that of the archive)", parseDay)
    .action(async (group: string, options: ArchiveArguments & { readonly asOf?: string }) => {
      const { runWho } = await import("./queries.ts");
      done(await runWho({ ...options, group, json: options.json === true }, output));
    });

  common(program.command("health"))
    .description("a line for each group: how it is, when it last met and reported, who leads it")
    .requiredOption("--archive <dir>", "folder of the archive")
    .action(async (options: ArchiveArguments) => {
      const { runHealth } = await import("./queries.ts");
      done(await runHealth({ ...options, json: options.json === true }, output));
    });

  common(program.command("publish"))
    .description("write an archive as a small static site, feeds and tables")
    .requiredOption("--archive <dir>", "folder of the archive")
    .requiredOption("--out <dir>", "folder of the site")
    .action(async (options: ArchiveArguments & { readonly out: string }) => {
      const { runPublish } = await import("./publish.ts");
      done(await runPublish({ ...options, json: options.json === true }, output));
    });

  common(program.command("check"))
    .description("verify an archive: schemas, references, hashes, file names, quotes")
    .requiredOption("--archive <dir>", "folder of the archive")
    .option("--report", "name meetings without a recording, and recordings without a meeting's page")
    .action(async (options: ArchiveArguments & { readonly report?: boolean }) => {
      const { runCheck } = await import("./check.ts");
      done(await runCheck({ ...options, json: options.json === true, report: options.report === true }, output));
    });
  common(program.command("doctor"))
    .description("look whether a run would do: configuration, sources, clock, disk, git, archive, lock; what is wrong, and what to do")
    .requiredOption("--config <file>", "the configuration")
    .option("--archive <dir>", "folder of the archive (default: the configuration's)")
    .action(async (options: CommonOptions & { readonly config: string; readonly archive?: string }) => {
      const { runDoctor } = await import("./doctor.ts");
      done(await runDoctor({ ...options, json: options.json === true }, output));
    });
  common(program.command("init"))
    .description("write a configuration: asks for what no option tells, looks at the sources, and proposes the groups that it finds")
    .option("--url <address>", "of the wiki, or of any page of it")
    .option("--space <key>", "key of the space, where the address does not say", parseSpace)
    .option("--playlist <playlist>", "id or address of a playlist on YouTube, or handle of a channel")
    .option("--title <text>", "of the archive (default: the name of the space)")
    .option("--archive <dir>", "folder of the archive (default: archive, beside the file or its folder config)")
    .option("--out <file>", "the file to write (default: named by the title)")
    .option("--allow-private-host", "the wiki is on this machine or an intranet")
    .option("--force", "overwrite the file")
    .action(async (options: InitOptions) => {
      const { runInit } = await import("./init.ts");
      done(await runInit({ ...options, json: options.json === true }, output));
    });
  common(program.command("redact"))
    .description("take a person, a text or a page out of an archive for good: later runs leave it out too")
    .argument("[what...]", "names of people, and numbers or ids of pages")
    .option("--archive <dir>", "folder of the archive (default: the configuration's)")
    .option("--config <file>", "the configuration, whose redactions.yaml remembers it for all its archives")
    .option("--text <text>", "such as a phone number or a name; - reads it from the standard input; may be given again", listed)
    .option("--account <id>", "an account id, user key or user name; may be given again", listed)
    .option("--page <id>", "a page, by its number or its id, with what is derived of it; may be given again", listed)
    .option("--dry-run", "print what would change and write nothing")
    .action(async (what: readonly string[], options: RedactOptions) => {
      const { runRedact } = await import("./redact.ts");
      done(await runRedact({ ...options, what, json: options.json === true, dryRun: options.dryRun === true }, output));
    });
  return program;
}
