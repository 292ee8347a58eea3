import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { cli, runNode, withPeak } from "./child.ts";
import { makeExport } from "./make-export.ts";
import { median, type Result } from "./result.ts";

const server = fileURLToPath(new URL("wiki.ts", import.meta.url));
const rounds = 3;
const concurrency = 8;

/** A wiki of invented pages that answers after `latencyMs`, in its own process. */
class BenchWiki {
  readonly baseUrl: string;
  readonly space: string;
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  private constructor(child: ChildProcess, lines: AsyncIterator<string>, told: { baseUrl: string; space: string }) {
    this.#child = child;
    this.#lines = lines;
    this.baseUrl = told.baseUrl;
    this.space = told.space;
  }

  static async start(pages: number, latencyMs: number): Promise<BenchWiki> {
    const child = spawn(process.execPath, [server, String(pages), String(latencyMs)], { stdio: ["pipe", "pipe", "inherit"] });
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
    return new BenchWiki(child, lines, JSON.parse((await lines.next()).value ?? "{}") as { baseUrl: string; space: string });
  }

  /** Since the last time that it was asked. */
  async requests(): Promise<number> {
    this.#child.stdin?.write("\n");
    return (JSON.parse((await this.#lines.next()).value ?? "{}") as { requests: number }).requests;
  }

  async stop(): Promise<void> {
    this.#child.stdin?.end();
    await once(this.#child, "exit");
  }

  async config(file: string, archive: string): Promise<void> {
    const limits = { concurrency, requestsPerSecond: 1000 };
    const source = { id: "wiki", type: "confluence", baseUrl: this.baseUrl, space: this.space, allowPrivateHost: true, limits };
    await writeFile(file, JSON.stringify({ title: "Bench", archive, sources: [source] }));
  }
}

/**
 * The first sync against the larger of two floors: a bare loop that downloads the same bodies with the same lists, and the ingest of the same pages
 * from an export. Then a sync of nothing new.
 */
export async function measureSync(work: string, pages: number, latencyMs: number): Promise<readonly Result[]> {
  const wiki = await BenchWiki.start(pages, latencyMs);
  const from = join(work, `export-html-${pages}`);
  const config = join(work, "sync.json");
  const values: number[] = [];
  const loops: number[] = [];
  const ingests: number[] = [];
  let quiet = 0;
  try {
    await makeExport(from, pages, "html");
    for (let round = 0; round < rounds; round += 1) {
      const archive = join(work, `synced-${round}`);
      await wiki.config(config, archive);
      values.push(runNode([...withPeak, cli, "sync", "--config", config]).ms);
      loops.push(await bareLoop(wiki));
      ingests.push(runNode([...withPeak, cli, "backfill", "--from", from, "--archive", join(work, `ingested-${round}`)]).ms);
      await wiki.requests();
      runNode([...withPeak, cli, "sync", "--config", config]);
      quiet = await wiki.requests();
    }
  } finally {
    await wiki.stop();
    await rm(from, { recursive: true, force: true });
  }
  const isLoopLarger = median(loops) > median(ingests);
  const baselines = isLoopLarger ? loops : ingests;
  const many = pages.toLocaleString("en");
  return [
    {
      name: `first sync, ${many} pages at ${latencyMs} ms`,
      unit: "ms",
      value: median(values),
      baseline: median(baselines),
      baselineName: isLoopLarger ? "bare loop" : "ingest of the export",
      limit: 1.3,
      values,
      baselines,
    },
    {
      name: `requests of a sync without changes, ${many} pages`,
      unit: "requests",
      value: quiet,
      baseline: 1,
      baselineName: "one request",
      limit: 4,
      values: [quiet],
      baselines: [1],
    },
  ];
}

/** All bodies by the lists that a sync walks, and nothing done with them. */
async function bareLoop(wiki: BenchWiki): Promise<number> {
  const start = performance.now();
  const given = (await (await fetch(`${wiki.baseUrl}/api/v2/spaces?keys=${wiki.space}`)).json()) as { results: { id: string }[] };
  const origin = new URL(wiki.baseUrl).origin;
  let next: string | undefined = `/wiki/api/v2/spaces/${given.results[0]?.id}/pages?limit=50&sort=id&body-format=storage`;
  while (next !== undefined) {
    const list = (await (await fetch(`${origin}${next}`)).json()) as { _links: { next?: string } };
    next = list._links.next;
  }
  return performance.now() - start;
}

/** Peak resident memory of the first sync of a large and of a small space. */
export async function measureSyncMemory(work: string, many: number, few: number): Promise<Result> {
  const values = await peaksOf(work, many);
  const baselines = await peaksOf(work, few);
  return {
    name: `peak memory of the first sync, ${many.toLocaleString("en")} pages`,
    unit: "MB",
    value: median(values),
    baseline: median(baselines),
    baselineName: `${few.toLocaleString("en")} pages`,
    limit: 1.5,
    values,
    baselines,
  };
}

async function peaksOf(work: string, pages: number): Promise<number[]> {
  const wiki = await BenchWiki.start(pages, 0);
  const config = join(work, "memory.json");
  const archive = join(work, "synced-memory");
  const peaks: number[] = [];
  try {
    await wiki.config(config, archive);
    peaks.push(runNode([...withPeak, cli, "sync", "--config", config]).peakMb);
  } finally {
    await wiki.stop();
    await rm(archive, { recursive: true, force: true });
  }
  return peaks;
}
