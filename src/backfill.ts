import { acknowledgedIn, type Config, redactionKey, redactionsIn, type SourceConfig } from "./config/index.ts";
import { ConfigError } from "./errors.ts";
import { defaultRedactionPolicy, type RedactionPolicy } from "./pages/redaction/index.ts";
import { type IngestOptions, ingest, type RunHooks } from "./pipeline.ts";
import { takeOutWhatIsListed } from "./redact.ts";
import type { RunReport } from "./run-report.ts";
import { createSource } from "./sources/registry.ts";

export interface BackfillOptions extends RunHooks {
  /** A folder or zip, or null where a configuration names the sources. */
  readonly from: string | null;
  readonly config: Config | null;
  /** Overrides the configuration's. */
  readonly archive: string | null;
  /** Keys of spaces: of an export that holds several, or of the configuration's sources; null for all. Of an export that tells none, its key. */
  readonly space: string | readonly string[] | null;
  /** Pages are read that were there, and still changed, between these days; null for no bound. */
  readonly since?: string | null;
  readonly until?: string | null;
  readonly baseUrl: string | null;
  readonly asOf: string | null;
  readonly dryRun: boolean;
  /** Older versions of pages too: of these kinds, or of all (`null`). */
  readonly history?: readonly string[] | null;
  /** Of each live source; null for no limit. */
  readonly mostRequests?: number | null;
}

/**
 * Years of pages into an archive: from one export, or from every source that a configuration names, completely.
 * @throws ConfigError where the options do not say what to read or where to write
 */
export async function backfill(options: BackfillOptions): Promise<RunReport> {
  const { config } = options;
  const archive = options.archive ?? config?.archive;
  if (archive === undefined) throw new ConfigError("no archive given: add --archive DIR, or --config FILE with an archive");
  const sources = sourcesOf(options);
  const policy = policyOf(config);
  const community = await communityOf(config);
  await takeOutWhatIsListed({ archive, policy, dryRun: options.dryRun, ...community, ...hooksOf(options) });
  return ingest({
    command: "backfill",
    archive,
    title: config?.title ?? null,
    sources: (context) => sources.map((source) => createSource(source, context)),
    full: true,
    ...(options.history === undefined ? {} : { history: options.history }),
    mostRequests: options.mostRequests ?? null,
    ...windowOf(options),
    notices: noticesOf(sources),
    reads: readPlaces(sources),
    policy,
    ...community,
    asOf: options.asOf ?? config?.asOf ?? null,
    redactionKey: redactionKey(),
    dryRun: options.dryRun,
    ...hooksOf(options),
  });
}

/** All records of an archive anew from its raw pages: after an update of minutebook, or to prove that nothing else is needed. */
export async function rebuild(options: { archive: string; dryRun: boolean } & RunHooks): Promise<RunReport> {
  return ingest({
    command: "rebuild",
    title: null,
    sources: () => [],
    policy: defaultRedactionPolicy,
    asOf: null,
    redactionKey: redactionKey(),
    ...options,
  });
}

function windowOf({ since = null, until = null }: BackfillOptions): Pick<IngestOptions, "window"> {
  if (since === null && until === null) return {};
  if (since !== null && until !== null && since > until)
    throw new ConfigError(`--since ${since} is after --until ${until}: expected the earlier day first`);
  return { window: { since, until } };
}

function sourcesOf(options: BackfillOptions): readonly SourceConfig[] {
  const { from: path, baseUrl, space: asked } = options;
  const spaces = typeof asked === "string" ? [asked] : (asked ?? []);
  if (path !== null) {
    const common = { id: "export", type: "confluence-export", path, baseUrl, license: null, attribution: null } as const;
    return (spaces.length === 0 ? [null] : spaces).map((space) => ({ ...common, space }));
  }
  if (options.config === null)
    throw new ConfigError("nothing to read: add --from PATH (a folder or zip of a space export) or --config FILE");
  return ofSpaces(options.config, spaces);
}

/** The sources of these spaces; a playlist has none, and is read with all of them alone. */
function ofSpaces({ sources, file }: Config, spaces: readonly string[]): readonly SourceConfig[] {
  if (spaces.length === 0) return sources;
  const keyOf = (source: SourceConfig): string | null => (source.type === "youtube" ? null : (source.space?.toUpperCase() ?? null));
  const known = sources.flatMap((source) => keyOf(source) ?? []);
  const unknown = spaces.filter((space) => !known.includes(space.toUpperCase()));
  if (unknown.length > 0)
    throw new ConfigError(`${file} names no source of the space ${unknown.join(", ")}: expected one of ${known.join(", ") || "none"}`, {
      file,
    });
  const wanted = new Set(spaces.map((space) => space.toUpperCase()));
  return sources.filter((source) => wanted.has(keyOf(source) ?? ""));
}

export function hooksOf({ onProgress, onNotice, onStep, signal }: RunHooks): RunHooks {
  return {
    ...(onProgress ? { onProgress } : {}),
    ...(onNotice ? { onNotice } : {}),
    ...(onStep ? { onStep } : {}),
    ...(signal ? { signal } : {}),
  };
}

/** The files and folders that sources read. */
export function readPlaces(sources: readonly SourceConfig[]): readonly string[] {
  return sources.flatMap((source) => (source.type === "confluence-export" ? [source.path] : []));
}

/** Source id → licence and attribution, as downstream sites show them. */
export function noticesOf(sources: readonly SourceConfig[]): NonNullable<IngestOptions["notices"]> {
  return Object.fromEntries(sources.map(({ id, license, attribution }) => [id, { license, attribution }]));
}

export function policyOf(config: Config | null): RedactionPolicy {
  if (config === null) return defaultRedactionPolicy;
  const { phones, emails, passcodes, keepEmailDomains } = config.privacy;
  return { phones, emails, passcodes, keepEmailDomains: [...defaultRedactionPolicy.keepEmailDomains, ...keepEmailDomains] };
}

/** What people say of a community beside its pages: nothing new where there is no configuration. */
export async function communityOf(
  config: Config | null,
): Promise<Pick<IngestOptions, "groups" | "formerUrls" | "acknowledged" | "redactions">> {
  if (config === null) return {};
  const formerUrls = config.sources.flatMap((source) => (source.type === "confluence" ? source.formerBaseUrls : []));
  return {
    groups: config.groups,
    formerUrls: [...new Set(formerUrls)].sort(),
    acknowledged: await acknowledgedIn(config),
    redactions: await redactionsIn(config),
  };
}
