import type { ArchiveReader } from "../archive/index.ts";
import { InputError } from "../errors.ts";
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
import { plainJson } from "../records/canonical-json.ts";
import type { Run } from "./run.ts";

/** A video as the archive has it; null where it has none. */
export function archivedVideo(reader: ArchiveReader, id: string): Promise<RawVideo | null> {
  return rawFile(reader, rawVideoPath(id), rawVideo.safeParse);
}

export function archivedPlaylist(reader: ArchiveReader, id: string): Promise<RawPlaylist | null> {
  return rawFile(reader, rawPlaylistPath(id), rawPlaylist.safeParse);
}

async function rawFile<T>(reader: ArchiveReader, path: string, parse: (value: unknown) => { data?: T | undefined }): Promise<T | null> {
  const text = await reader.text(path);
  if (text === null) return null;
  try {
    return parse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The videos and playlists of the archive that no source gave this time; then all of them, to be written. */
export async function readArchivedVideos(run: Run): Promise<void> {
  for (const name of await run.reader.names(rawVideoFolder)) {
    const id = name.slice(0, -".json".length);
    // A space of that name has its pages here too.
    if (!name.endsWith(".json") || run.videos.has(id) || run.known.has(`pages/youtube/${id}`)) continue;
    const video = await archivedVideo(run.reader, id);
    if (video === null)
      run.fault(`raw/youtube/${name}`, new InputError(`raw/youtube/${name} is not what was written: run "minutebook check"`));
    else run.videos.set(id, video);
    run.videosFromArchive += video === null ? 0 : 1;
  }
  for (const name of await run.reader.names(rawPlaylistFolder)) {
    const id = name.slice(0, -".json".length);
    if (!name.endsWith(".json") || run.playlists.has(id)) continue;
    const playlist = await archivedPlaylist(run.reader, id);
    if (playlist === null)
      run.fault(
        `${rawPlaylistFolder}/${name}`,
        new InputError(`${rawPlaylistFolder}/${name} is not what was written: run "minutebook check"`),
      );
    else run.playlists.set(id, playlist);
  }
  for (const [id, video] of run.videos) await run.writer.file(rawVideoPath(id), plainJson(rawVideo.parse(video)));
  for (const [id, playlist] of run.playlists) await run.writer.file(rawPlaylistPath(id), plainJson(rawPlaylist.parse(playlist)));
}
