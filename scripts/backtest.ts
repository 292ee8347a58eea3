// Replays an archive month by month, each month with the log of the one before, and tells when each change was first reported. With labels (a file that lists
// the changes that people found on the pages) it says how late each known one came. Usage: npm run backtest -- ARCHIVE [LABELS.json] [--from 2018-01]
import { readFile } from "node:fs/promises";
import { openArchive } from "../src/archive/index.ts";
import { type PageFacts, readFacts, readVideo } from "../src/extraction/index.ts";
import { documentFromBody, storageContextOf } from "../src/pages/from-body.ts";
import type { RawPage } from "../src/pages/raw.ts";
import { daysBetween, plusDays, plusMonths } from "../src/records/days.ts";
import type { ChangeRecord, MeetingRecord, RecordingRecord } from "../src/records/index.ts";
import {
  type EarlierState,
  type PageEntry,
  type PreviousRecords,
  type ResolvedRecords,
  resolveRecords,
  type VideoInput,
} from "../src/resolution/index.ts";
import { factsKnownBy } from "../src/resolution/known-by.ts";
import { rememberedGroups } from "../src/run/declared-groups.ts";
import { isBefore, keptStates } from "../src/run/earlier-versions.ts";
import { rememberedFormerUrls } from "../src/run/former-addresses.ts";
import { pageOn, videosOn } from "../src/run/past.ts";

interface Label {
  readonly type: string;
  readonly group: string;
  readonly pageId: string;
  readonly quote: string;
}

const [archive, labelFile] = process.argv
  .slice(2)
  .filter((argument, index, all) => !argument.startsWith("--") && all[index - 1] !== "--from");
const from = process.argv.includes("--from") ? process.argv[process.argv.indexOf("--from") + 1] : undefined;
if (archive === undefined) {
  console.error("expected the folder of an archive: npm run backtest -- ARCHIVE [LABELS.json] [--from 2018-01]");
  process.exit(2);
}

const reader = await openArchive(archive);
const pages = await Array.fromAsync(reader.rawPages());
const facts = new Map<string, PageFacts>();

/** Each version of a page is read once, whatever the number of months. */
function factsOf({ envelope, body }: RawPage): PageFacts {
  const key = `${envelope.space} ${envelope.pageId} ${envelope.version} ${envelope.modifiedOn}`;
  const known = facts.get(key) ?? readFacts(envelope, documentFromBody(body, envelope.form, storageContextOf(envelope)));
  facts.set(key, known);
  return known;
}

const states = new Map<string, readonly EarlierState[]>();

/** Who led before a version of a page; all its versions are read once. */
async function earlierOf(entry: PageEntry): Promise<EarlierState[]> {
  const known = states.get(entry.id) ?? (await keptStates(reader, entry));
  states.set(entry.id, known);
  return known.filter((state) => isBefore(state, entry.envelope));
}

async function entriesOn(asOf: string): Promise<PageEntry[]> {
  const entries: PageEntry[] = [];
  for (const { space, pageId } of pages) {
    const page = await pageOn(reader, space, pageId, asOf);
    if (page === null) continue;
    const entry = { id: `pages/${space}/${pageId}`, envelope: page.envelope, facts: factsKnownBy(factsOf(page), page.envelope, asOf) };
    entries.push({ ...entry, earlier: await earlierOf(entry) });
  }
  return entries;
}

async function videoInputOn(asOf: string): Promise<VideoInput> {
  const { videos, playlists } = await videosOn(reader, asOf);
  return { videos: videos.map((raw) => ({ raw, facts: readVideo(raw) })), playlists };
}

const declared = await rememberedGroups(reader);
const formerUrls = await rememberedFormerUrls(reader);

/** What a run of a day finds, as `detect --as-of` would; its log goes on from that of the run before. */
async function recordsOn(asOf: string, previous: PreviousRecords): Promise<ResolvedRecords> {
  const terms = { knownUntil: () => asOf, groups: declared, acknowledged: new Set<string>(), formerUrls };
  return resolveRecords(await entriesOn(asOf), previous, asOf, await videoInputOn(asOf), terms).records;
}

const created = (await Array.fromAsync(pages, ({ space, pageId }) => reader.rawEnvelope(space, pageId)))
  .flatMap((page) => page?.createdOn ?? [])
  .sort();
const last = reader.root()?.asOf ?? "";
const firstSeen = new Map<string, { change: ChangeRecord; on: string }>();
const nothing: PreviousRecords = { groups: [], people: [], reports: [], meetings: [], recordings: [], courses: [], changes: [] };
let records = nothing;
for (let month = `${from ?? created[0]?.slice(0, 7) ?? "2020-01"}-01`, end = ""; end < last; month = plusMonths(month, 1)) {
  end = plusDays(plusMonths(month, 1), -1);
  if (end > last) end = last;
  records = await recordsOn(end, records);
  for (const change of records.changes) if (!firstSeen.has(change.id)) firstSeen.set(change.id, { change, on: end });
}

const now = await entriesOn(last);
const whole = (await recordsOn(last, nothing)).changes;
const names = new Map(
  records.groups.flatMap(({ id, name, aliases }) => [name, ...aliases].map((text) => [text.toLowerCase(), id] as const)),
);
const latest = new Map(records.changes.map((change) => [change.id, change]));
const all = [...firstSeen.values()].map(({ change, on }) => ({ change: latest.get(change.id) ?? change, on }));

if (labelFile !== undefined) tellLabels(JSON.parse(await readFile(labelFile, "utf8")).changes as Label[]);
tellFalseAlarms();
tellDifferences();

/** When each known handover and end was first reported, and how many days after its page could be read. */
function tellLabels(labels: readonly Label[]): void {
  const kindOf = (type: string): string =>
    type.startsWith("leadership.") ? "leadership" : type === "group.disbanded" ? "group.inactive" : type;
  const wanted = labels.filter(({ type }) => ["leadership", "group.inactive"].includes(kindOf(type)));
  let found = 0;
  console.log("Known handovers and ends: reported, days after the page that tells of it\n");
  for (const { type, group, pageId, quote } of wanted) {
    const id = names.get(group.toLowerCase());
    const page = now.find(({ envelope }) => envelope.pageId === pageId);
    const readable = page === undefined ? null : dayOf(page);
    const hit = all
      .filter(({ change }) => kindOf(change.type) === kindOf(type) && change.group === id)
      .filter(({ change }) => change.evidence.some((item) => item.pageId === pageId && isAlike(item.quote ?? "", quote)))
      .sort((a, b) => (a.on < b.on ? -1 : 1))[0];
    if (hit) found += 1;
    const late = hit && readable !== null ? Math.max(0, daysBetween(readable, hit.on)) : null;
    console.log(
      `${hit ? `${hit.on}  ${String(late ?? "?").padStart(4)}` : "never         "}  ${type.padEnd(20)} ${group}: ${quote.slice(0, 70)}`,
    );
  }
  console.log(`\n${found} of ${wanted.length} reported\n`);
}

/** Half of the words of the shorter quote stand in the other one. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu)));
  if (a === undefined || b === undefined) return false;
  const common = [...a].filter((word) => b.has(word)).length;
  return common > 0 && common >= Math.min(a.size, b.size) / 2;
}

/** The day on which a page could be read: that of its meeting or report, else of its last change. */
function dayOf({ facts: { meetings, report }, envelope }: PageEntry): string | null {
  return (meetings.length === 1 ? meetings[0]?.date : null) ?? report?.publishedOn ?? envelope.modifiedOn ?? envelope.createdOn;
}

/** Inferred ends after which the group met again within its own threshold, by group and year. */
function tellFalseAlarms(): void {
  const days = Map.groupBy<string | null, MeetingRecord | RecordingRecord>(
    [...records.meetings, ...records.recordings],
    ({ group }) => group,
  );
  const ends = all.filter(({ change }) => change.type === "group.inactive" && change.evidence.every(({ basis }) => basis === "silence"));
  const wrong = new Map<string, string[]>();
  console.log("Ends that only silence told, when they were first reported\n");
  for (const { change, on } of ends.sort((a, b) => (a.on < b.on ? -1 : 1))) {
    const threshold = Number(/more than (\d+) days/.exec(change.summary)?.[1] ?? 0);
    const met = (days.get(change.group) ?? []).flatMap(({ date }) => date ?? []).sort();
    const again = met.find((date) => date > on);
    // A silence of before the first run, which was over by then, alarms nobody.
    const isHistory = met.some((date) => date > (change.at ?? "") && date <= on);
    const isWrong = change.correctedBy !== null || (!isHistory && again !== undefined && daysBetween(on, again) <= threshold);
    const key = `${change.group} ${on.slice(0, 4)}`;
    if (isWrong) wrong.set(key, [...(wrong.get(key) ?? []), change.id]);
    console.log(
      `${on}  ${isWrong ? "not borne out" : isHistory ? "over by then " : "             "}  ${change.summary}${again ? ` It met again on ${again}.` : ""}`,
    );
  }
  const most = Math.max(0, ...[...wrong.values()].map((list) => list.length));
  console.log(`\n${ends.length} inferred ends, ${[...wrong.values()].flat().length} not borne out, at most ${most} for a group in a year`);
}

/** What was reported on the way and one look at the whole archive does not find, and the other way round. */
function tellDifferences(): void {
  const keyOf = ({ group, type, at, from, to }: ChangeRecord): string =>
    [group, type, at, ...[...from, ...to].map((side) => (typeof side === "object" ? side.name : side))].join(" ");
  const [inOne, onTheWay] = [new Set(whole.map(keyOf)), new Set(all.map(({ change }) => keyOf(change)))];
  const early = all.filter(({ change }) => !inOne.has(keyOf(change)));
  const late = whole.filter((change) => !onTheWay.has(keyOf(change)));
  console.log(`\n${all.length} changes reported on the way, ${whole.length} found at once`);
  for (const { change, on } of early)
    console.log(
      `  only on the way, ${on}${change.correctedBy === null ? "" : ", corrected"}: ${change.type} ${change.at} ${change.summary}`,
    );
  for (const change of late) console.log(`  only at once: ${change.type} ${change.at} ${change.summary}`);
}
