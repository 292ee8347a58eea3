import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { ConfigError, type ConfigProblem } from "../errors.ts";
import type { DeclaredGroup } from "../records/declared-group.ts";
import { declaredGroups } from "./declared.ts";
import { plainValue, problemsOf, yamlFault } from "./problems.ts";
import { type WrittenConfig, writtenConfig } from "./schema.ts";
import { type Environment, filledIn, unsetVariables } from "./secrets.ts";

export { type Acknowledged, acknowledgedIn } from "./acknowledged.ts";
export { redactionsIn, writeRedactions } from "./redactions.ts";
export type { WrittenConfig } from "./schema.ts";

/** A configuration with nothing left open: paths absolute, defaults filled in. */
export interface Config {
  readonly file: string;
  readonly title: string;
  readonly archive: string;
  readonly asOf: string | null;
  readonly sources: readonly SourceConfig[];
  readonly groups: readonly DeclaredGroup[];
  /** It need not be there. */
  readonly acknowledgedFile: string;
  /** What was taken out for good; it need not be there. */
  readonly redactionsFile: string;
  readonly privacy: {
    readonly phones: "redact" | "keep";
    readonly emails: "redact" | "keep";
    readonly passcodes: "redact" | "keep";
    readonly keepEmailDomains: readonly string[];
  };
}

export interface ExportSourceConfig {
  readonly id: string;
  readonly type: "confluence-export";
  readonly path: string;
  readonly space: string | null;
  readonly baseUrl: string | null;
  readonly license: string | null;
  readonly attribution: string | null;
}

/** A space of a living wiki. */
export interface ConfluenceSourceConfig {
  readonly id: string;
  readonly type: "confluence";
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly formerBaseUrls: readonly string[];
  readonly space: string;
  readonly auth:
    | { readonly kind: "none" }
    | { readonly kind: "basic"; readonly user: string; readonly secret: string }
    | { readonly kind: "bearer"; readonly secret: string };
  readonly limits: { readonly concurrency: number; readonly requestsPerSecond: number };
  /** The same where the pages for readers are read: what is not configured is slower there. */
  readonly pageLimits: { readonly concurrency: number; readonly requestsPerSecond: number };
  readonly fullListingDays: number;
  readonly attachments: "none" | "text" | "all";
  /** Null: what is usual for `attachments`. */
  readonly attachmentLimits: { readonly fileMegabytes: number | null; readonly runMegabytes: number | null };
  /** Whether comments are read; they are counted in any case. */
  readonly comments: boolean;
  readonly allowPrivateHost: boolean;
  readonly license: string | null;
  readonly attribution: string | null;
}

/** A playlist of YouTube, or the uploads of a channel. */
export interface YoutubeSourceConfig {
  readonly id: string;
  readonly type: "youtube";
  /** As written; one of the two is there. */
  readonly playlist: string | null;
  readonly channel: string | null;
  readonly credentials:
    | { readonly kind: "none" }
    | { readonly kind: "key"; readonly secret: string }
    | {
        readonly kind: "oauth";
        readonly clientId: string;
        readonly clientSecret: string;
        readonly refreshToken: string;
        readonly tokenUri: string;
      };
  readonly group: string | null;
  readonly quotaUnits: number;
  readonly limits: { readonly concurrency: number; readonly requestsPerSecond: number };
  /** Both end with a slash. */
  readonly apiRoot: string;
  readonly feedRoot: string;
  readonly allowPrivateHost: boolean;
  readonly license: string | null;
  readonly attribution: string | null;
}

export type SourceConfig = ExportSourceConfig | ConfluenceSourceConfig | YoutubeSourceConfig;

/**
 * Reads a configuration file.
 * @throws ConfigError with every problem at once, each with its line
 */
export async function loadConfig(file: string): Promise<Config> {
  const path = resolve(file);
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new ConfigError(`cannot read the configuration ${file}: expected a YAML file; see config/sample.yaml`, { cause, file });
  });
  return configFrom(text, file);
}

/**
 * The configuration that a text means, as if it stood in `file`.
 * @throws ConfigError with every problem at once, each with its line
 */
export function configFrom(text: string, file: string): Config {
  return normalise(readWritten(text, file, process.env), resolve(file), process.env);
}

/** The key with which what was taken out of an archive is known again; null without one. */
export function redactionKey(): string | null {
  return process.env.MINUTEBOOK_REDACTION_KEY?.trim() || null;
}

export function isSetInEnvironment(name: string): boolean {
  return (process.env[name]?.trim() ?? "") !== "";
}

/** @throws ConfigError with every problem at once, each with its line */
export function parseConfig(text: string, file: string): WrittenConfig {
  return readWritten(text, file, null);
}

/** All secrets of a configuration, so that they can be kept out of what is printed. */
export function secretsOf({ sources }: Config): string[] {
  return sources
    .flatMap((source): string[] => {
      if (source.type === "confluence-export") return [];
      const held = source.type === "confluence" ? source.auth : source.credentials;
      if (held.kind === "none") return [];
      return held.kind === "oauth" ? [held.clientSecret, held.refreshToken] : [held.secret];
    })
    .filter((secret) => secret !== "");
}

/** `environment` is null where nobody asks whether the secrets are there. */
function readWritten(text: string, file: string, environment: Environment | null): WrittenConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors.map(
    (error): ConfigProblem => ({ file, line: lines.linePos(error.pos[0]).line, path: "(file)", message: yamlFault(error) }),
  );
  // A key that stands twice leaves the rest readable; other faults of YAML would show as faults that are none.
  const isReadable = document.errors.every(({ code }) => code === "DUPLICATE_KEY");
  const problems = [
    ...broken,
    ...(isReadable ? problemsOf(document, lines, file) : []),
    ...(isReadable && environment !== null ? unsetVariables(document, lines, file, environment) : []),
  ].sort((a, b) => a.line - b.line);
  if (problems.length === 0) return writtenConfig.parse(plainValue(document));
  const told = problems.map(({ line, path, message }) => `${file}:${line}: ${path}: ${message}`);
  throw new ConfigError(`the configuration ${isReadable ? "does not fit" : "is not YAML"}:\n${told.join("\n")}`, { file, problems });
}

function normalise(written: WrittenConfig, path: string, environment: Environment): Config {
  const folder = dirname(path);
  const privacy = written.privacy ?? {};
  const secrets = (text: string): string => filledIn(text, environment);
  return {
    file: path,
    title: written.title,
    archive: resolve(folder, written.archive),
    asOf: written.asOf ?? null,
    sources: written.sources.map((source) => sourceOf(source, folder, secrets)),
    groups: declaredGroups(written.groups),
    acknowledgedFile: resolve(folder, written.acknowledged ?? "acknowledged.yaml"),
    redactionsFile: resolve(folder, written.redactions ?? "redactions.yaml"),
    privacy: {
      phones: privacy.phones ?? "redact",
      emails: privacy.emails ?? "redact",
      passcodes: privacy.passcodes ?? "redact",
      keepEmailDomains: privacy.keepEmailDomains ?? [],
    },
  };
}

/** A text of the configuration with its variables filled in. */
type Secrets = (text: string) => string;

function sourceOf(source: WrittenConfig["sources"][number], folder: string, secrets: Secrets): SourceConfig {
  const license = source.license ?? null;
  const attribution = source.attribution ?? null;
  if (source.type === "confluence-export") {
    const { id, type, space = null, baseUrl = null } = source;
    return { id, type, path: resolve(folder, source.path), space, baseUrl, license, attribution };
  }
  if (source.type === "youtube") return youtubeOf(source, secrets);
  const { id, type, space, formerBaseUrls = [], auth, limits = {} } = source;
  return {
    id,
    type,
    baseUrl: source.baseUrl.replace(/\/+$/, ""),
    formerBaseUrls,
    space,
    auth: auth === undefined ? { kind: "none" } : credentialsOf(auth, secrets),
    limits: { concurrency: limits.concurrency ?? 4, requestsPerSecond: limits.requestsPerSecond ?? 10 },
    pageLimits: { concurrency: limits.concurrency ?? 2, requestsPerSecond: limits.requestsPerSecond ?? 2 },
    fullListingDays: source.fullListingDays ?? 7,
    attachments: source.attachments ?? "none",
    attachmentLimits: {
      fileMegabytes: source.attachmentLimits?.fileMegabytes ?? null,
      runMegabytes: source.attachmentLimits?.runMegabytes ?? null,
    },
    comments: source.comments ?? false,
    allowPrivateHost: source.allowPrivateHost ?? false,
    license,
    attribution,
  };
}

function youtubeOf(source: Extract<WrittenConfig["sources"][number], { type: "youtube" }>, secrets: Secrets): YoutubeSourceConfig {
  const { id, type, playlist = null, channel = null, group = null, apiKey, oauth, limits = {}, apiRoot, feedRoot } = source;
  const credentials =
    oauth !== undefined
      ? {
          kind: "oauth" as const,
          clientId: secrets(oauth.clientId),
          clientSecret: secrets(oauth.clientSecret),
          refreshToken: secrets(oauth.refreshToken),
          tokenUri: oauth.tokenUri ?? "https://oauth2.googleapis.com/token",
        }
      : apiKey !== undefined
        ? { kind: "key" as const, secret: secrets(apiKey) }
        : { kind: "none" as const };
  return {
    id,
    type,
    playlist,
    channel,
    credentials,
    group,
    quotaUnits: source.quotaUnits ?? 1000,
    limits: { concurrency: limits.concurrency ?? 2, requestsPerSecond: limits.requestsPerSecond ?? 10 },
    apiRoot: apiRoot ?? "https://youtube.googleapis.com/",
    feedRoot: feedRoot ?? "https://www.youtube.com/",
    // Who writes down another root means it: no page can name one.
    allowPrivateHost: source.allowPrivateHost ?? (apiRoot !== undefined || feedRoot !== undefined),
    license: source.license ?? null,
    attribution: source.attribution ?? null,
  };
}

function credentialsOf(auth: { email?: string | undefined; token: string }, secrets: Secrets): ConfluenceSourceConfig["auth"] {
  const secret = secrets(auth.token);
  return auth.email === undefined ? { kind: "bearer", secret } : { kind: "basic", user: secrets(auth.email), secret };
}
