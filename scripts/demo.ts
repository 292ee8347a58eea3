// The main job on the built-in sample: a wiki and a playlist on the loopback interface are read into an archive, things happen to them, and they are
// read again.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../src/cli/run.ts";
import type { RunReport } from "../src/run-report.ts";
import { spaceOfExport, startConfluence, type Wiki } from "../test/support/confluence/index.ts";
import { startYouTube } from "../test/support/youtube/index.ts";
import { samplePlaylist, sampleTube } from "./demo-tube.ts";

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const archive = at("demo-archive");
const folder = await mkdtemp(join(tmpdir(), "minutebook-demo-"));
const config = join(folder, "sample.yaml");
const output = { stdout: process.stdout, stderr: process.stderr };

// The demo begins with nothing, whatever an earlier one left.
await rm(archive, { recursive: true, force: true });
const wiki = await spaceOfExport(at("config/sample/COASTSIG"));
const confluence = await startConfluence({ flavour: "cloud", wiki });
const tube = sampleTube();
const youtube = await startYouTube({ tube, keys: ["a-key-of-the-demo"] });
process.env.YOUTUBE_API_KEY = "a-key-of-the-demo";
await writeFile(
  config,
  `title: Tidewater Foundation (sample)
archive: ${JSON.stringify(archive)}
sources:
  - id: wiki
    type: confluence
    baseUrl: ${confluence.baseUrl}
    space: COASTSIG
    allowPrivateHost: true
    limits: { concurrency: 8, requestsPerSecond: 500 }
  - id: videos
    type: youtube
    playlist: ${samplePlaylist}
    apiKey: "\${YOUTUBE_API_KEY}"
    group: Coastal Sensing SIG
    apiRoot: ${youtube.apiRoot}
  - id: reefwg
    type: confluence-export
    path: ${JSON.stringify(at("config/sample/REEFWG"))}
    space: REEFWG
    baseUrl: https://tidewater.example.org/wiki
`,
);
const codes: number[] = [];
try {
  console.log(`The built-in sample: a wiki at ${confluence.baseUrl}, a playlist at ${youtube.apiRoot}, and an export of another space.\n`);
  console.log("$ minutebook sync --config sample.yaml --as-of 2025-01-15\n");
  codes.push(await run(["sync", "--config", config, "--as-of", "2025-01-15"], output));
  console.log(`\nA week later: minutes of a meeting are written, a page is moved, another one is thrown away, a recording turns private.`);
  happenings(wiki);
  tube.makePrivate("b0QyWc5JsuF");
  await syncAgain("2025-01-23");
  console.log(`\nAnother week later nothing has happened: what a second run sees of the recording too is told.`);
  await syncAgain("2025-01-30");
  console.log(`\n$ minutebook health --archive demo-archive\n`);
  codes.push(await run(["health", "--archive", archive], output));
  console.log(`\n$ minutebook check --archive demo-archive\n`);
  codes.push(await run(["check", "--archive", archive], output));
} finally {
  await confluence.close();
  await youtube.close();
  await rm(folder, { recursive: true });
}
console.log(`
Look into demo-archive/:
  groups/coastal-sensing-sig.json      who leads the group, how it meets and reports, when it last did
  reports/coastal-sensing-sig/         one file per report: authors, period, attendance, sections
  changes/2025/                        what changed, each with the sentence that says so
  meetings/ recordings/ courses/       each with the evidence it was read from
  pages/COASTSIG/                      every page as Markdown, secrets taken out
  minutebook.json                      the root, which a site polls`);
process.exitCode = Math.max(...codes);

async function syncAgain(day: string): Promise<void> {
  confluence.resetLog();
  youtube.resetLog();
  console.log(`\n$ minutebook sync --config sample.yaml --as-of ${day}\n`);
  let told = "";
  const quiet = { ...output, stdout: { write: (text: string) => (told += text) } };
  codes.push(await run(["sync", "--config", config, "--as-of", day, "--json"], quiet));
  await tellWhatChanged(JSON.parse(told) as RunReport);
}

/** What people do to a wiki in a week. */
function happenings(wiki: Wiki): void {
  const pageOf = (title: string) => {
    for (const page of wiki.contents.values()) if (page.title === title) return page;
    throw new RangeError(`the sample has no page ${title}`);
  };
  const meeting = pageOf("2025-01-22 General Meeting");
  const mention = (name: string): string => {
    for (const user of wiki.users.values())
      if (user.displayName === name) return `<ac:link><ri:user ri:account-id="${user.accountId}"/></ac:link>`;
    return name;
  };
  wiki.edit(
    meeting.id,
    `<h2>Date</h2><p><time datetime="2025-01-22"/> 14:00 UTC</p><h2>Attendees</h2><ul>${["Ishaan Valluri", "Renata Solís", "Fatou Diedhiou"]
      .map((name) => `<li>${mention(name)}</li>`)
      .join(
        "",
      )}</ul><h2>Notes</h2><p>Marieke van der Zwaluw has stepped down as vice chair of the Coastal Sensing SIG. Renata Solís was elected vice chair.</p>`,
    { authorId: meeting.authorId, at: "2025-01-22T16:00:00.000Z" },
  );
  wiki.move(pageOf("Gateway Quick Start").id, pageOf("Archive").id);
  wiki.trash(pageOf("Meeting Recordings").id);
}

async function tellWhatChanged({ plan, sources }: RunReport): Promise<void> {
  const [live, videos] = ["wiki", "videos"].map((id) => sources.find((source) => source.id === id));
  console.log(
    `The wiki: ${live?.spent?.requests} requests, ${live?.plan?.fetch} body read anew. The playlist: ${videos?.videos} videos for ${videos?.spent?.units} quota units. What changed:`,
  );
  for (const { path, before } of plan.writes) {
    if (!/^(?:changes|meetings|groups|pages|recordings)\//.test(path) || path.endsWith("/index.json")) continue;
    const record = JSON.parse(await readFile(join(archive, path), "utf8")) as Record<string, unknown>;
    console.log(`  ${before === null ? "new    " : "changed"}  ${path.padEnd(62)} ${headlineOf(record)}`);
  }
}

function headlineOf(record: Record<string, unknown>): string {
  if (record.kind === "change") return String(record.summary);
  if (record.kind === "page") {
    const status = record.status as { value: string };
    return `${record.title}${status.value === "current" ? "" : ` (${status.value})`}`;
  }
  if (record.kind === "recording") {
    const { value, since } = record.availability as { value: string; since: string | null };
    return `${record.title}${since === null ? "" : ` (${value} since ${since})`}`;
  }
  return String(record.title ?? record.name);
}
