import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach } from "vitest";
import type { ConfluenceSourceConfig } from "../../../src/config/index.ts";
import { defaultRedactionPolicy } from "../../../src/pages/redaction/index.ts";
import { ingest } from "../../../src/pipeline.ts";
import type { PageRecord } from "../../../src/records/index.ts";
import type { RunReport } from "../../../src/run-report.ts";
import { confluence } from "../../../src/sources/confluence/index.ts";
import { type ConfluenceOptions, type Loopback, startConfluence, Wiki } from "../../support/confluence/index.ts";
import { minutebook, type Outcome } from "../support/command-line.ts";
import { tempFolder } from "../support/export-folder.ts";
import { confluenceSettings } from "../support/settings.ts";

export const ann = "5e0f1a2b3c4d5e6f70819203";
export const bo = "557058:0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9";

const mention = (account: string): string => `<ac:link><ri:user ri:account-id="${account}"/></ac:link>`;

export const minutes = `<h2>Attendees</h2><ul><li>${mention(ann)}</li><li>${mention(bo)}</li></ul><h2>Agenda</h2><p>Fog. Call +1 202 555 0143.</p>`;

/**
 * A guild of lamp keepers: a home page, a folder of meetings with two of them, a page of advice, a post. `firstId` moves all ids. Only Cloud knows
 * folders: elsewhere the meetings stand below a page.
 */
export function guildWiki(firstId = 5000, meetings: "folder" | "page" = "folder"): Wiki {
  const wiki = new Wiki();
  wiki.addUser({ accountId: ann, displayName: "Ilse Brandvold" });
  wiki.addUser({ accountId: bo, displayName: "Tomás Arriaga" });
  wiki.addSpace({ key: "LAN", name: "Lantern Guild", createdAt: "2024-01-02T08:00:00.000Z", authorId: ann });
  const id = (offset: number): string => String(firstId + offset);
  const home = id(0);
  const add = (offset: number, title: string, parentId: string | null, storage: string, at: string, more = {}): void => {
    wiki.addPage({ id: id(offset), space: "LAN", title, parentId, storage, authorId: ann, at, ...more });
  };
  add(0, "Lantern Guild", null, `<p>Chair: ${mention(ann)}</p>`, "2024-01-02T09:00:00.000Z");
  add(1, "Meetings", home, "", "2024-01-02T09:30:00.000Z", { type: meetings });
  add(2, "2024-03-20 Meeting", id(1), minutes, "2024-03-20T18:00:00.000Z");
  add(3, "2024-04-17 Meeting", id(1), minutes, "2024-04-17T18:00:00.000Z");
  add(4, "Lamp Care", home, "<p>Oil first.</p>", "2024-02-01T12:00:00.000Z", { labels: ["howto", "lamps"] });
  add(5, "Spring is here", null, "<p>Days grow.</p>", "2024-03-21T10:00:00.000Z", { type: "blogpost", authorId: bo });
  const file = { title: "minutes.vtt", mediaType: "text/vtt", bytes: Buffer.from("WEBVTT") };
  wiki.addAttachment(id(2), { ...file, createdAt: "2024-03-20T19:00:00.000Z", authorId: ann });
  wiki.addComment(id(4), { createdAt: "2024-02-02T10:00:00.000Z", authorId: bo, storage: "<p>Wick too.</p>" });
  return wiki;
}

/** More pages below the home page, `6000` and up. */
export function addLamps(wiki: Wiki, count: number): Wiki {
  for (let index = 0; index < count; index += 1)
    wiki.addPage({
      id: String(6000 + index),
      space: "LAN",
      title: `Lamp ${index}`,
      parentId: "5000",
      storage: "<p>On.</p>",
      authorId: ann,
      at: "2024-03-01T10:00:00.000Z",
    });
  return wiki;
}

const opened: Loopback[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

export async function served(options: Partial<ConfluenceOptions> = {}): Promise<Loopback> {
  const made = await startConfluence({ flavour: "cloud", wiki: guildWiki(), ...options });
  opened.push(made);
  return made;
}

/** The paths that were asked for, without what stands before the interface. */
export function asked(confluence: Loopback): string[] {
  return confluence.requests.map(({ path }) => path.replace(/^.*?\/(?=api\/v2|rest\/)/, ""));
}

/** The ids of pages whose bodies were asked for, one by one. */
export function bodiesAsked(confluence: Loopback): string[] {
  return confluence.requests.flatMap(({ path, query }) => (/body/.test(query) ? [path.split("/").at(-1) ?? ""] : [])).sort();
}

export interface Desk {
  readonly archive: string;
  readonly config: string;
  /** On 1 May 2024, unless told otherwise. */
  sync(...args: string[]): Promise<Outcome>;
  /** As `sync`, without the waits between attempts. */
  hurry(): Promise<RunReport>;
  page(id: string): Promise<PageRecord>;
}

/** A configuration of one live source, and its archive. */
export async function desk(
  wiki: Pick<Loopback, "baseUrl">,
  over: Partial<ConfluenceSourceConfig> & Record<string, unknown> = {},
): Promise<Desk> {
  const folder = await tempFolder();
  const config = join(folder, "guild.yaml");
  const source = {
    id: "wiki",
    type: "confluence",
    baseUrl: wiki.baseUrl,
    space: "LAN",
    allowPrivateHost: true,
    limits: { concurrency: 4, requestsPerSecond: 1000 },
    ...over,
  };
  // JSON is YAML.
  await writeFile(config, JSON.stringify({ title: "Lantern Guild", archive: "./archive", sources: [source] }));
  const archive = join(folder, "archive");
  const settings = confluenceSettings(source as Parameters<typeof confluenceSettings>[0]);
  return {
    archive,
    config,
    sync: (...args) => minutebook("sync", "--config", config, ...(args.includes("--as-of") ? [] : ["--as-of", "2024-05-01"]), ...args),
    hurry: () =>
      ingest({
        command: "sync",
        archive,
        title: "Lantern Guild",
        sources: (context) => [confluence(settings, context, { random: () => 0, wait: async () => undefined })],
        policy: defaultRedactionPolicy,
        asOf: "2024-05-01",
        dryRun: false,
      }),
    page: async (id) => JSON.parse(await readFile(join(archive, `pages/LAN/${id}.json`), "utf8")) as PageRecord,
  };
}
