import { dirname, resolve } from "node:path";
import { type Config, loadConfig, type SourceConfig, secretsOf } from "../config/index.ts";
import { ConfigError, InputError, messageOf, SourceError, type SourceFault } from "../errors.ts";
import type { Patience } from "../http/client.ts";
import { probeSource } from "../sources/registry.ts";
import type { Probe } from "../sources/types.ts";
import { archiveFindings, diskFinding, lockFinding } from "./archive.ts";
import { clockFinding } from "./clock.ts";
import { type Finding, fail, ok } from "./finding.ts";
import { gitFindings } from "./git.ts";

export type { Finding } from "./finding.ts";

export interface DoctorOptions {
  readonly config: string;
  /** Overrides the configuration's. */
  readonly archive: string | null;
  /** Chance and waiting, for tests. */
  readonly patience?: Patience;
}

/** Everything that a run needs, looked at without writing anything, in the order in which it is put right. No secret is in what is found. */
export async function diagnose(options: DoctorOptions): Promise<readonly Finding[]> {
  const { config, findings } = await readConfig(options.config);
  const clocks: number[] = [];
  for (const source of config?.sources ?? []) {
    const seen = await sourceFindings(source, options.patience ?? {});
    findings.push(...seen.findings);
    if (seen.clockAheadMs !== null) clocks.push(seen.clockAheadMs);
  }
  if (clocks.length > 0) findings.push(clockFinding(clocks));
  const archive = options.archive ?? config?.archive ?? null;
  if (archive !== null) {
    findings.push(await diskFinding(archive), ...(await gitFindings(archive)), ...(await archiveFindings(archive)));
    findings.push(await lockFinding(archive));
  }
  return withoutSecrets(findings, config === null ? [] : secretsOf(config));
}

async function readConfig(file: string): Promise<{ config: Config | null; findings: Finding[] }> {
  try {
    const config = await loadConfig(file);
    return {
      config,
      findings: [
        ok("config", `${file}: "${config.title}", ${config.sources.length} ${config.sources.length === 1 ? "source" : "sources"}`),
      ],
    };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const told = error.problems.map(({ line, path, message }) => `${file}:${line}: ${path}: ${message}`);
    const remedy = `put it right in ${file}; config/schema.json completes and checks it in editors`;
    return { config: null, findings: (told.length > 0 ? told : [messageOf(error)]).map((message) => fail("config", message, remedy)) };
  }
}

const remedies: Readonly<Record<SourceFault, string>> = {
  refused: "give credentials that may read it: make a new token or key, and set the environment variables that the configuration names",
  absent: "compare address, space and playlist in the configuration with what a browser shows",
  broken: "see that the address is right and that this machine may reach it, then try again later",
  spent: "wait until the quota is given anew, or use another key",
};

async function sourceFindings(source: SourceConfig, patience: Patience): Promise<{ findings: Finding[] } & Pick<Probe, "clockAheadMs">> {
  const about = `source ${source.id}`;
  try {
    const { found, troubles, clockAheadMs } = await probeSource(source, patience);
    const failed = troubles.some(({ weight }) => weight === "fail");
    const told = troubles.map(({ weight, message, remedy }): Finding => ({ about, state: weight, message, remedy }));
    return { findings: [...(failed ? [] : [ok(about, found)]), ...told], clockAheadMs };
  } catch (error) {
    if (error instanceof SourceError) return { findings: [fail(about, messageOf(error), remedies[error.fault])], clockAheadMs: null };
    if (!(error instanceof InputError || error instanceof ConfigError)) throw error;
    const place = source.type === "confluence-export" ? dirname(resolve(source.path)) : null;
    const remedy =
      place === null ? "put it right in the configuration" : `put the export into ${place}, or name its path in the configuration`;
    return { findings: [fail(about, messageOf(error), remedy)], clockAheadMs: null };
  }
}

/** Nothing that is said above holds a secret; should a server's words or a library's ever do, they go no further. */
function withoutSecrets(findings: readonly Finding[], secrets: readonly string[]): Finding[] {
  const clean = (text: string): string => secrets.reduce((rest, secret) => rest.replaceAll(secret, "***"), text);
  return findings.map((finding) => ({
    ...finding,
    message: clean(finding.message),
    remedy: finding.remedy === null ? null : clean(finding.remedy),
  }));
}
