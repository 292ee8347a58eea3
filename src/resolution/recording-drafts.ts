import type { RecordingFacts } from "../extraction/index.ts";
import { shortHash } from "../records/ids.ts";
import type { RecordingRecord } from "../records/index.ts";
import type { FilesOfPages } from "./files-of-pages.ts";
import { mostCommon } from "./groups.ts";
import { IdBook } from "./id-book.ts";
import type { PageEntry } from "./types.ts";
import { type VideoEntry, type Videos, watchUrl } from "./videos.ts";

/** A recording as one page tells of it. */
export interface Sighting {
  readonly entry: PageEntry;
  readonly facts: RecordingFacts;
}

/** A recording before it is joined with meetings: what pages tell of it, what its platform tells, or both. */
export interface RecordingDraft {
  readonly id: string;
  readonly platform: RecordingRecord["platform"];
  readonly key: string;
  readonly url: string;
  readonly sightings: readonly Sighting[];
  readonly video: VideoEntry | null;
}

/** One draft per recording, with all pages that link it; what is repeated as a page's furniture is left out and counted. */
export function draftRecordings(
  entries: readonly PageEntry[],
  videos: Videos,
  previous: readonly RecordingRecord[],
  files: FilesOfPages,
): { drafts: RecordingDraft[]; furniture: number } {
  const sightings = new Map<string, Sighting[]>();
  const pagesOfSpace = new Map<string, number>();
  for (const entry of entries) {
    pagesOfSpace.set(entry.envelope.space, (pagesOfSpace.get(entry.envelope.space) ?? 0) + 1);
    for (const told of entry.facts.recordings) {
      const facts = files.named(told, entry.envelope.space);
      const list = sightings.get(keyOf(facts));
      if (list) list.push({ entry, facts });
      else sightings.set(keyOf(facts), [{ entry, facts }]);
    }
  }
  const drafts: Omit<RecordingDraft, "id">[] = [];
  let furniture = 0;
  for (const video of videos.all) {
    const { videoId: key } = video.raw;
    const seen = sightings.get(keyOf({ platform: "youtube", key })) ?? [];
    sightings.delete(keyOf({ platform: "youtube", key }));
    drafts.push({ platform: "youtube", key, url: watchUrl(key), sightings: seen, video });
  }
  for (const seen of sightings.values()) {
    const [first] = seen;
    if (first === undefined) continue;
    const { platform, key, url } = first.facts;
    if (isFurniture(seen, pagesOfSpace)) furniture += 1;
    else drafts.push({ platform, key, url, sightings: seen, video: null });
  }
  const book = new IdBook(previous.map((record) => ({ id: record.id, keys: [keyOf(record)] })));
  const ids = book.assign(drafts.map((draft) => ({ keys: [keyOf(draft)], base: baseId(draft) })));
  return { drafts: drafts.map((draft, index) => ({ id: ids[index] ?? "", ...draft })), furniture };
}

function keyOf({ platform, key }: Pick<RecordingRecord, "platform" | "key">): string {
  return `${platform} ${key}`;
}

/** A how-to or welcome video in the foot of many pages: linked from many pages of a space, on nearly all of them in the same words. */
function isFurniture(sightings: readonly Sighting[], pagesOfSpace: ReadonlyMap<string, number>): boolean {
  const space = sightings[0]?.entry.envelope.space ?? "";
  const pages = new Set(sightings.map((sighting) => sighting.entry.id)).size;
  if (pages < 8 || pages < (pagesOfSpace.get(space) ?? 0) * 0.04) return false;
  if (sightings.some((sighting) => sighting.facts.date !== null && sighting.facts.witness.rule !== "link")) return false;
  const quotes = sightings.map((sighting) => (sighting.facts.witness.quote ?? "").replace(/\s+/g, " "));
  const common = mostCommon(quotes);
  return quotes.filter((quote) => quote === common).length >= quotes.length * 0.5;
}

function baseId({ platform, key }: Pick<RecordingRecord, "platform" | "key">): string {
  if (platform === "youtube") return `recordings/youtube/${key}`;
  if (platform === "google-drive") return `recordings/google-drive/${key.slice(key.lastIndexOf("/") + 1)}`;
  if (platform === "confluence") {
    const [, pageId = "0", name = ""] = /^attachments\/(\d+)\/(.*)$/.exec(key) ?? [];
    return `recordings/confluence/${pageId}-${shortHash(name)}`;
  }
  return `recordings/${platform}/${shortHash(key, 12)}`;
}

const basisRank = ["row", "title", "text around the link", "section", "start time in the link", "file name"];

/** The date that the best sighting gives; `before` a basis: only what says more than it. */
export function dateOfSightings(draft: RecordingDraft, before?: string): { value: string; basis: string } | null {
  for (const basis of basisRank) {
    if (basis === before) return null;
    const dates = draft.sightings.flatMap(({ facts }) => (facts.date !== null && facts.dateBasis === basis ? [facts.date] : []));
    if (dates.length > 0) return { value: mostCommon(dates), basis };
  }
  return null;
}
