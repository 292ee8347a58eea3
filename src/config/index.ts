import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { ConfigError } from "../errors.ts";
import { type DeclaredGroup, declaredGroups } from "./declared.ts";
import { type WrittenConfig, writtenConfig } from "./schema.ts";
import { ConfigSecrets } from "./secrets.ts";

export { type Acknowledged, acknowledgedIn } from "./acknowledged.ts";
export type { DeclaredGroup } from "./declared.ts";
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
  return normalise(parseConfig(text, file), path);
}

/** @throws ConfigError with every problem at once, each with its line */
export function parseConfig(text: string, file: string): WrittenConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => `${file}:${error.linePos?.[0].line ?? 1}: ${error.message.split("\n")[0]}`);
    throw new ConfigError(`the configuration is not YAML:\n${problems.join("\n")}`, { file });
  }
  const parsed = writtenConfig.safeParse(document.toJS());
  if (parsed.success) {
    const ids = parsed.data.sources.map((source) => source.id);
    const double = ids.find((id, index) => ids.indexOf(id) !== index);
    const spaces = parsed.data.sources.flatMap((source) => (source.type === "confluence" ? [source.space.toLowerCase()] : []));
    const twice = spaces.find((space, index) => spaces.indexOf(space) !== index);
    if (twice !== undefined)
      throw new ConfigError(
        `${file}: two sources of the type "confluence" read the space "${twice}": an archive names pages by space and number; give the second wiki an archive of its own`,
        { file },
      );
    if (double !== undefined) throw new ConfigError(`${file}: two sources have the id "${double}": give each its own`, { file });
    return parsed.data;
  }
  const problems = parsed.error.issues
    .flatMap((issue) => describe(issue))
    .map(({ path, message }) => {
      const node = nodeAt(document, path);
      const line = node === null ? 1 : lines.linePos(node).line;
      return `${file}:${line}: ${path.join(".") || "(file)"}: ${message}`;
    });
  throw new ConfigError(`the configuration does not fit:\n${problems.join("\n")}`, { file });
}

function describe(issue: z.core.$ZodIssue): { path: readonly PropertyKey[]; message: string }[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: "unknown key; check its spelling" }));
  return [{ path: issue.path, message: issue.message }];
}

/** Offset of the nearest node that exists on a path. */
function nodeAt(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)) return Number(node.range[0]);
  }
  return null;
}

function normalise(written: WrittenConfig, path: string): Config {
  const folder = dirname(path);
  const privacy = written.privacy ?? {};
  const secrets = new ConfigSecrets(process.env);
  const config: Config = {
    file: path,
    title: written.title,
    archive: resolve(folder, written.archive),
    asOf: written.asOf ?? null,
    sources: written.sources.map((source) => sourceOf(source, folder, secrets)),
    groups: declaredGroups(written.groups),
    acknowledgedFile: resolve(folder, written.acknowledged ?? "acknowledged.yaml"),
    privacy: {
      phones: privacy.phones ?? "redact",
      emails: privacy.emails ?? "redact",
      passcodes: privacy.passcodes ?? "redact",
      keepEmailDomains: privacy.keepEmailDomains ?? [],
    },
  };
  secrets.refuseMissing(path);
  return config;
}

function sourceOf(source: WrittenConfig["sources"][number], folder: string, secrets: ConfigSecrets): SourceConfig {
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

function youtubeOf(source: Extract<WrittenConfig["sources"][number], { type: "youtube" }>, secrets: ConfigSecrets): YoutubeSourceConfig {
  const { id, type, playlist = null, channel = null, group = null, apiKey, oauth, limits = {}, apiRoot, feedRoot } = source;
  const credentials =
    oauth !== undefined
      ? {
          kind: "oauth" as const,
          clientId: secrets.valueOf(oauth.clientId),
          clientSecret: secrets.valueOf(oauth.clientSecret),
          refreshToken: secrets.valueOf(oauth.refreshToken),
          tokenUri: oauth.tokenUri ?? "https://oauth2.googleapis.com/token",
        }
      : apiKey !== undefined
        ? { kind: "key" as const, secret: secrets.valueOf(apiKey) }
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

function credentialsOf(auth: { email?: string | undefined; token: string }, secrets: ConfigSecrets): ConfluenceSourceConfig["auth"] {
  const secret = secrets.valueOf(auth.token);
  return auth.email === undefined ? { kind: "bearer", secret } : { kind: "basic", user: secrets.valueOf(auth.email), secret };
}
