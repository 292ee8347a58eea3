import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, vi } from "vitest";
import type { YoutubeSourceConfig } from "../../../src/config/index.ts";
import { defaultRedactionPolicy } from "../../../src/pages/redaction/index.ts";
import { ingest } from "../../../src/pipeline.ts";
import type { RecordingRecord } from "../../../src/records/index.ts";
import type { RunReport } from "../../../src/run-report.ts";
import { youtube } from "../../../src/sources/youtube/index.ts";
import { type LoopbackTube, startYouTube, Tube, type YouTubeOptions } from "../../support/youtube/index.ts";
import { minutebook, type Outcome } from "../support/command-line.ts";
import { tempFolder } from "../support/export-folder.ts";

export const key = "AIzaSyLanternLanternLanternLanternLante";
export const channelId = "UClantern-guild-channelQ";
export const playlistId = "PLlantern-guild-playlist-0000000B";

export function videoId(index: number): string {
  return `Lamp${String(index).padStart(6, "0")}B`;
}

const hour = 3_600_000;

/** A guild's playlist of `count` calls, one a week from 3 January 2024 on, the newest first. */
export function guildTube(count: number): Tube {
  const tube = new Tube();
  tube.channel({ id: channelId, title: "Lantern Guild", handle: "lantern-guild" });
  tube.playlist({ id: playlistId, channel: channelId, title: "Lantern Guild calls" });
  for (let index = 0; index < count; index += 1) {
    const at = Date.parse("2024-01-03T17:00:00Z") + index * 7 * 24 * hour;
    tube.video({
      id: videoId(index),
      title: `Lantern Guild Call ${new Date(at).toISOString().slice(0, 10)}`,
      description: "Speaker: Ilse Brandvold\n\nDial in: +1 202 555 0143",
      publishedAt: new Date(at + 30 * hour).toISOString(),
      durationSeconds: 3_000 + index,
    });
    tube.add(playlistId, videoId(index), { position: 0 });
  }
  return tube;
}

const opened: LoopbackTube[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const one of opened.splice(0)) await one.close();
});

export async function served(tube: Tube, options: Partial<YouTubeOptions> = {}): Promise<LoopbackTube> {
  const made = await startYouTube({ tube, keys: [key], ...options });
  opened.push(made);
  return made;
}

export interface Desk {
  readonly archive: string;
  readonly config: string;
  sync(asOf: string, ...args: string[]): Promise<Outcome>;
  /** As `sync`, without the waits between attempts; a failure of the whole run is thrown. */
  hurry(asOf: string, archive?: string): Promise<RunReport>;
  recording(id: string): Promise<RecordingRecord>;
  json(path: string): Promise<unknown>;
}

/** A configuration of one playlist, and its archive. */
export async function desk(
  tube: Pick<LoopbackTube, "apiRoot" | "feedRoot">,
  over: Record<string, unknown> = {},
  others: readonly Record<string, unknown>[] = [],
): Promise<Desk> {
  const folder = await tempFolder();
  const config = join(folder, "guild.yaml");
  const archive = join(folder, "archive");
  const common = { apiRoot: tube.apiRoot, feedRoot: tube.feedRoot, limits: { concurrency: 4, requestsPerSecond: 1000 } };
  const source = { id: "videos", type: "youtube", playlist: playlistId, apiKey: key, group: "Lantern Guild", ...common, ...over };
  const written = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined));
  // JSON is YAML.
  const sources = [written, ...others].map((each) => withVariables(each));
  await writeFile(config, JSON.stringify({ title: "Lantern Guild", archive: "./archive", sources }));
  const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(join(archive, path), "utf8"));
  return {
    archive,
    config,
    sync: (asOf, ...args) => minutebook("sync", "--config", config, "--as-of", asOf, ...args),
    hurry: (asOf, other = archive) =>
      ingest({
        command: "sync",
        archive: other,
        title: "Lantern Guild",
        sources: (context) => [youtube(settingsOf(source), context, { random: () => 0, wait: async () => undefined })],
        policy: defaultRedactionPolicy,
        asOf,
        dryRun: false,
      }),
    recording: async (id) => (await json(`recordings/youtube/${id}.json`)) as RecordingRecord,
    json,
  };
}

const secretKeys = new Set(["apiKey", "clientSecret", "refreshToken"]);

/** A configuration holds no secret: each becomes a variable of the environment until the test ends. */
function withVariables(written: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(written).map(([name, value]) => {
      if (typeof value === "object" && value !== null && !Array.isArray(value)) return [name, withVariables({ ...value })];
      if (!secretKeys.has(name) || typeof value !== "string") return [name, value];
      const variable = `GUILD_${createHash("sha256").update(value).digest("hex").slice(0, 12).toUpperCase()}`;
      vi.stubEnv(variable, value);
      return [name, `\${${variable}}`];
    }),
  );
}

function settingsOf(source: Record<string, unknown>): YoutubeSourceConfig {
  const { apiKey, oauth } = source as { apiKey?: string; oauth?: object };
  const credentials = oauth ? { kind: "oauth", ...oauth } : apiKey === undefined ? { kind: "none" } : { kind: "key", secret: apiKey };
  return {
    channel: null,
    quotaUnits: 1000,
    allowPrivateHost: true,
    license: null,
    attribution: null,
    credentials,
    ...source,
    playlist: source.channel === undefined ? source.playlist : null,
  } as unknown as YoutubeSourceConfig;
}
