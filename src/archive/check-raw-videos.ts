import { rawPlaylist, rawPlaylistFolder, rawVideo, rawVideoFolder, rawVideoPath } from "../pages/raw-video.ts";
import type { Checking } from "./checking.ts";
import { issuesInWords, openIssues } from "./open-schema.ts";

const advice = "restore it from a backup, or delete it and run `minutebook sync`";

/** What was read of videos and playlists is what was written, and each video of a playlist is there. */
export async function checkRawVideos(checking: Checking): Promise<void> {
  for (const name of await checking.folder.names(rawVideoFolder)) {
    const id = name.slice(0, -".json".length);
    // A space of that name has its pages here too.
    if (checking.known.has(`${rawVideoFolder}/${name}`)) continue;
    await fileOf(checking, `${rawVideoFolder}/${name}`, "video", "videoId", id, (value) => openIssues(rawVideo, value));
  }
  for (const name of await checking.folder.names(rawPlaylistFolder)) {
    const id = name.slice(0, -".json".length);
    const path = `${rawPlaylistFolder}/${name}`;
    const value = await fileOf(checking, path, "playlist", "playlistId", id, (found) => openIssues(rawPlaylist, found));
    const missing: string[] = [];
    for (const video of rawPlaylist.shape.videos.safeParse(value?.videos).data ?? [])
      if ((await checking.folder.read(rawVideoPath(video))) === null) missing.push(video);
    if (missing.length > 0)
      checking.report(path, "raw", `expected what was read of its videos, found no file of ${missing.slice(0, 5).join(", ")}: ${advice}`);
  }
}

async function fileOf(
  checking: Checking,
  path: string,
  what: string,
  field: string,
  id: string,
  issuesOf: (value: unknown) => ReturnType<typeof openIssues>,
): Promise<Record<string, unknown> | null> {
  checking.known.add(path);
  const file = await checking.json(path);
  if (file === null || file === undefined) return null;
  const issues = issuesOf(file.value);
  if (issues.length > 0) {
    checking.report(path, "raw", `expected what was read of a ${what}, found: ${issuesInWords(issues)}; ${advice}`);
    return null;
  }
  const value = file.value as Record<string, unknown>;
  if (value[field] !== id) checking.report(path, "raw", `expected the id ${id} of its path, found ${String(value[field])}: ${advice}`);
  return value;
}
