import { type Config, redactionKey, type SourceConfig } from "./config/index.ts";
import { ConfigError } from "./errors.ts";
import { defaultRedactionPolicy, type RedactionPolicy } from "./pages/redaction/index.ts";
import { type IngestOptions, ingest, type RunHooks } from "./pipeline.ts";
import type { RunReport } from "./run-report.ts";
import { createSource } from "./sources/registry.ts";

export interface BackfillOptions extends RunHooks {
  /** A folder or zip, or null where a configuration names the sources. */
  readonly from: string | null;
  readonly config: Config | null;
  /** Overrides the configuration's. */
  readonly archive: string | null;
  readonly space: string | null;
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
  return ingest({
    command: "backfill",
    archive,
    title: config?.title ?? null,
    sources: (context) => sources.map((source) => createSource(source, context)),
    full: true,
    ...(options.history === undefined ? {} : { history: options.history }),
    mostRequests: options.mostRequests ?? null,
    notices: noticesOf(sources),
    reads: readPlaces(sources),
    policy: policyOf(config),
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

function sourcesOf(options: BackfillOptions): readonly SourceConfig[] {
  if (options.from !== null) {
    return [
      {
        id: "export",
        type: "confluence-export",
        path: options.from,
        space: options.space,
        baseUrl: options.baseUrl,
        license: null,
        attribution: null,
      },
    ];
  }
  if (options.config === null)
    throw new ConfigError("nothing to read: add --from PATH (a folder or zip of a space export) or --config FILE");
  return options.config.sources;
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
