import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { isArchive, openExisting, workFolder } from "./archive/index.ts";
import { type Config, redactionKey, redactionsIn, writeRedactions } from "./config/index.ts";
import { ConfigError } from "./errors.ts";
import type { RedactionPolicy } from "./pages/redaction/index.ts";
import { takeOut } from "./pages/redaction/taken-out.ts";
import { bareText, type TakenOut } from "./pages/redaction/taken-words.ts";
import { type IngestOptions, ingest, type Progress } from "./pipeline.ts";
import { withAllOfPeople } from "./run/people-to-take-out.ts";
import { type ToTakeOut, Withheld } from "./run/withheld.ts";
import type { RunReport } from "./run-report.ts";

export interface RedactOptions {
  readonly archive: string;
  /** Beside it the entries are kept for all its archives; null for an archive that is its own. */
  readonly config: Pick<Config, "redactionsFile"> | null;
  /** Of a name of somebody whom the archive knows, all goes that tells of the person: aliases, accounts, and parts of the name that nobody else has. */
  readonly texts: readonly string[];
  /** Account ids, user keys, user names. */
  readonly accounts: readonly string[];
  /** Ids of page records, or numbers of pages. */
  readonly pages: readonly string[];
  readonly dryRun: boolean;
  readonly onProgress?: Progress;
}

export interface Redaction {
  readonly report: RunReport;
  /** Files that were, or would be, changed or removed; their names without what is taken out: they are printed. */
  readonly changed: readonly { readonly path: string; readonly isRemoved: boolean }[];
  /** Files of the archive in which a text still stands, or whose name tells it; empty in a dry run. */
  readonly left: readonly string[];
  /** What was known of the people who were named. */
  readonly found: Readonly<Record<"people" | "names" | "accounts", number>>;
}

/** What the configuration had kept stays: it is not at hand here. */
const asItIs: RedactionPolicy = { phones: "keep", emails: "keep", passcodes: "keep", keepEmailDomains: [] };

/** Shorter texts stand in too many words. */
const shortest = 5;
const shortestAccount = 3;
/** Names in scripts that have a word in each character are this long. */
const withoutBlanks = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;
const leastWithoutBlanks = 2;

/**
 * Takes people, texts and pages out of an archive, and has later runs leave them out.
 * @throws ConfigError where nothing is named, a text is too short to mean one thing, a page is not there, or there is no key to remember by
 */
export async function takeOutOfArchive(options: RedactOptions): Promise<Redaction> {
  const { archive, config, texts, accounts, pages, dryRun, onProgress } = options;
  if (texts.length + accounts.length + pages.length === 0)
    throw new ConfigError("nothing to take out: expected a name or a page, --text TEXT, --account ID or --page ID");
  refuseShort("text", texts, shortest);
  refuseShort("account", accounts, shortestAccount);
  const reader = await openExisting(archive);
  const known = (await reader.index("pages")).map(({ id }) => id);
  const key = redactionKey();
  const listed = config === null ? null : await redactionsIn(config);
  const before = await Withheld.read(reader, listed, key);
  const { wanted, people } = await withAllOfPeople(reader, { texts, accounts, pages: pages.map((page) => pageIdOf(page, known)) });
  const { list } = before.with(wanted);
  // Before anything goes: what is listed and still there, the next run takes out.
  if (config !== null && !dryRun) await writeRedactions(config, list);
  const report = await ingest({
    ...takingOut(archive, wanted),
    policy: asItIs,
    redactions: listed,
    dryRun,
    ...(onProgress ? { onProgress } : {}),
  });
  const found = { people, names: wanted.texts.length + wanted.givenNames.length, accounts: wanted.accounts.length };
  // What the last run said may name what is gone.
  if (!dryRun) await rm(join(archive, workFolder, "run.json"), { force: true });
  const asWritten = asTheyStand(wanted);
  const changed = report.plan.writes.map(({ path, after }) => ({
    path: takeOut(path, "plain", asWritten).text,
    isRemoved: after === null,
  }));
  return { report, changed, left: dryRun ? [] : await leftIn(archive, asWritten), found };
}

/**
 * Takes out of an archive what is listed beside its configuration since it was written: by hand, or for another archive. The report of the run, or null
 * where there was nothing to do.
 */
export async function takeOutWhatIsListed({
  archive,
  redactions = null,
  dryRun,
  ...options
}: Pick<IngestOptions, "archive" | "policy" | "redactions" | "dryRun" | "signal" | "onNotice">): Promise<void> {
  if (redactions === null || dryRun || !(await isArchive(archive))) return;
  const held = await Withheld.read(await openExisting(archive), null, redactionKey());
  if (!held.lacks(redactions)) return;
  options.onNotice?.("what is listed as taken out for good is taken out of this archive first");
  const nothingMore = { texts: [], givenNames: [], accounts: [], pages: redactions.pages };
  await ingest({ ...takingOut(archive, nothingMore), ...options, redactions, dryRun });
}

function takingOut(
  archive: string,
  wanted: ToTakeOut,
): Pick<IngestOptions, "command" | "archive" | "title" | "sources" | "asOf" | "redactionKey" | "takeOut"> {
  return { command: "redact", archive, title: null, sources: () => [], asOf: null, redactionKey: redactionKey(), takeOut: wanted };
}

function refuseShort(what: string, texts: readonly string[], least: number): void {
  const isShort = (bare: string): boolean => bare.length < (withoutBlanks.test(bare) ? leastWithoutBlanks : least);
  if (texts.some((text) => isShort(bareText(text))))
    throw new ConfigError(`the ${what} is too short: expected ${least} letters or digits or more, so that nothing else is meant`);
}

function pageIdOf(page: string, known: readonly string[]): string {
  const found = known.filter((id) => id === page || id.endsWith(`/${page}`));
  const [only, second] = found;
  if (only !== undefined && second === undefined) return only;
  throw new ConfigError(
    only === undefined
      ? `the archive has no page ${page}: expected its id (pages/SPACE/NUMBER) or its number; a meeting or report names its page in "page"`
      : `${page} is the number of several pages: expected one of ${found.join(", ")}`,
  );
}

/** Looks for all of it as it stands, in every file that is text. */
async function leftIn(archive: string, taken: TakenOut): Promise<string[]> {
  if (taken.lengths.size + taken.accountLengths.size === 0) return [];
  const left: string[] = [];
  for (const entry of await readdir(archive, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(join(archive, "/").length);
    if (!entry.isFile() || /^\.(?:minutebook|git)\//.test(path)) continue;
    const bytes = await readFile(join(archive, path));
    // What holds a zero byte is no text.
    const text = bytes.includes(0) ? "" : bytes.toString("utf8");
    if (takeOut(`${path}\n\n\n\n\n\n\n\n\n\n${text}`, "plain", taken).count > 0) left.push(path);
  }
  return left.sort();
}

function asTheyStand({ texts, givenNames, accounts }: ToTakeOut): TakenOut {
  const kinds = new Map([
    ...givenNames.map((name) => [bareText(name), "given"] as const),
    ...texts.map((text) => [bareText(text), "text"] as const),
  ]);
  const bareAccounts = new Set(accounts.flatMap((account) => [bareText(account), bareText(encodeURIComponent(account))]));
  return {
    lengths: new Set([...kinds.keys()].map(({ length }) => length)),
    has: (bare) => kinds.get(bare) ?? null,
    accountLengths: new Set([...bareAccounts].map(({ length }) => length)),
    hasAccount: (bare) => bareAccounts.has(bare),
  };
}
