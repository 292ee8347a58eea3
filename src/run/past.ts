import type { ArchiveReader } from "../archive/index.ts";
import { InputError, messageOf } from "../errors.ts";
import { documentFromBody, storageContextOf } from "../pages/from-body.ts";
import type { RawEnvelope, RawPage } from "../pages/raw.ts";
import {
  type RawPlaylist,
  type RawVideo,
  rawPlaylist,
  rawPlaylistFolder,
  rawPlaylistPath,
  rawVideo,
  rawVideoFolder,
  rawVideoPath,
} from "../pages/raw-video.ts";
import type { Listing, Source, SourceItem } from "../sources/types.ts";
import { keptVersions, pageOfVersion } from "./earlier-versions.ts";
import { jsonIn } from "./json-in.ts";

/**
 * An archive as it would have been on a day of the past, as a source of another one: the pages that were there, each in the newest version that is
 * kept from before, and the videos that were published. Reads raw files alone.
 */
export function pastOf(reader: ArchiveReader, asOf: string): Source {
  return {
    id: "past",
    type: "archive",
    open: async (): Promise<Listing> => ({ space: null, count: (await reader.index("pages")).length, asOf, url: null }),
    pages: () => itemsOf(reader, asOf),
    close: async () => {},
  };
}

async function* itemsOf(reader: ArchiveReader, asOf: string): AsyncGenerator<SourceItem> {
  for await (const { space, pageId } of reader.rawPages()) {
    const file = `raw/${space}/${pageId}`;
    try {
      const page = await pageOn(reader, space, pageId, asOf);
      if (page === null) continue;
      const { envelope, body } = page;
      const document = documentFromBody(body, envelope.form, storageContextOf(envelope));
      const id = `pages/${space}/${pageId}`;
      // Who led before stands in what the page said before.
      for await (const older of keptVersions(reader, envelope))
        if (isBefore(pageOfVersion(envelope, older.version, older.body).envelope, envelope)) yield { id, ...older };
      yield { id, envelope, body, document, observedOn: null };
    } catch (error) {
      yield { file, weight: "fault", reason: messageOf(error) };
    }
  }
  const { videos, playlists } = await videosOn(reader, asOf);
  for (const video of videos) yield { video };
  for (const playlist of playlists) yield { playlist };
}

/** The videos that were published by a day, and all playlists. */
export async function videosOn(reader: ArchiveReader, asOf: string): Promise<{ videos: RawVideo[]; playlists: RawPlaylist[] }> {
  const [videos, playlists]: [RawVideo[], RawPlaylist[]] = [[], []];
  for (const name of await reader.names(rawVideoFolder)) {
    const video = rawVideo.safeParse(await jsonIn(reader, rawVideoPath(name.replace(/\.json$/, "")))).data;
    if (video?.publishedAt == null || video.publishedAt.slice(0, 10) > asOf) continue;
    // That it is gone was found later.
    const { since } = video.availability;
    videos.push(since !== null && since > asOf ? { ...video, availability: { value: "public", since: null } } : video);
  }
  for (const name of await reader.names(rawPlaylistFolder)) {
    const playlist = rawPlaylist.safeParse(await jsonIn(reader, rawPlaylistPath(name.replace(/\.json$/, "")))).data;
    if (playlist !== undefined) playlists.push(playlist);
  }
  return { videos, playlists };
}

/**
 * A page in its newest version that is kept from a day or before; as it is now where none is. Null for a page that was not there yet.
 * @throws InputError where its raw files are not all there
 */
export async function pageOn(reader: ArchiveReader, space: string, pageId: string, asOf: string): Promise<RawPage | null> {
  const envelope = await reader.rawEnvelope(space, pageId);
  if (envelope === null) throw new InputError(`raw/${space}/${pageId}.json is missing: run "minutebook check"`);
  if (envelope.createdOn !== null && envelope.createdOn > asOf) return null;
  const changedOn = envelope.modifiedOn ?? envelope.createdOn;
  const older = changedOn !== null && changedOn > asOf ? await versionOn(reader, envelope, asOf) : null;
  if (older !== null) return older;
  const body = await reader.rawBody(space, pageId, envelope.form);
  if (body === null) throw new InputError(`raw/${space}/${pageId}.${envelope.form} is missing: run "minutebook check"`);
  return { envelope: { ...envelope, status: "current" }, body };
}

/** The newest kept version of a page that was written by a day. */
async function versionOn(reader: ArchiveReader, envelope: RawEnvelope, asOf: string): Promise<RawPage | null> {
  let found: RawPage | null = null;
  for await (const { version, body } of keptVersions(reader, envelope)) {
    const page = pageOfVersion(envelope, version, body);
    const on = page.envelope.modifiedOn;
    if (on !== null && on <= asOf) found = page;
  }
  return found;
}

function isBefore(older: RawEnvelope, { version, modifiedOn }: RawEnvelope): boolean {
  if (older.version !== null && version !== null) return older.version < version;
  return older.modifiedOn !== null && modifiedOn !== null && older.modifiedOn < modifiedOn;
}
