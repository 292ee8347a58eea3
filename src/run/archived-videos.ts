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
import { playlistWithout, videoWithout } from "./take-out.ts";

/** A video as the archive has it; null where it has none, or one that cannot be read, which is a fault. */
export function archivedVideo(run: Run, id: string): Promise<RawVideo | null> {
  return rawFile(run, rawVideoPath(id), (value) => rawVideo.safeParse(value).data);
}

export function archivedPlaylist(run: Run, id: string): Promise<RawPlaylist | null> {
  return rawFile(run, rawPlaylistPath(id), (value) => rawPlaylist.safeParse(value).data);
}

async function rawFile<T>(run: Run, path: string, read: (value: unknown) => T | undefined): Promise<T | null> {
  const text = await run.reader.text(path);
  if (text === null || run.unreadable.has(path)) return null;
  let found: T | undefined;
  try {
    found = read(JSON.parse(text));
  } catch {
    // As bad as another thing than what was written.
  }
  if (found !== undefined) return found;
  run.unreadable.add(path);
  run.fault(path, new InputError(`${path} is not what was written: restore it from a backup; run "minutebook check"`));
  return null;
}

/** The videos and playlists of the archive that no source gave this time; then all of them, to be written. */
export async function readArchivedVideos(run: Run): Promise<void> {
  for (const id of await idsIn(run, rawVideoFolder)) {
    // A space of that name has its pages here too.
    if (run.videos.has(id) || run.known.has(`pages/youtube/${id}`)) continue;
    const video = await archivedVideo(run, id);
    if (video === null) continue;
    run.videos.set(id, run.options.takeOut ? videoWithout(run, video) : video);
    run.videosFromArchive += 1;
  }
  for (const id of await idsIn(run, rawPlaylistFolder)) {
    const playlist = run.playlists.has(id) ? null : await archivedPlaylist(run, id);
    if (playlist !== null) run.playlists.set(id, run.options.takeOut ? playlistWithout(run, playlist) : playlist);
  }
  for (const [id, video] of run.videos) await keep(run, rawVideoPath(id), rawVideo.safeParse(video));
  for (const [id, playlist] of run.playlists) await keep(run, rawPlaylistPath(id), rawPlaylist.safeParse(playlist));
}

async function idsIn(run: Run, folder: string): Promise<string[]> {
  const names = await run.reader.names(folder);
  return names.flatMap((name) => (name.endsWith(".json") ? [name.slice(0, -".json".length)] : []));
}

/** What does not fit the raw store is a fault of the run, and not its end. */
async function keep(run: Run, path: string, parsed: { success: boolean; data?: unknown; error?: unknown }): Promise<void> {
  if (parsed.success) await run.writer.file(path, plainJson(parsed.data));
  else run.fault(path, new InputError(`what was read for ${path} does not fit the raw store: it was left out (please report it)`));
}
