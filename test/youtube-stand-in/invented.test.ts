import { afterEach, expect, test } from "vitest";
import { inventPlaylist, Tube } from "../support/youtube/index.ts";
import { ask, closeAll, started } from "./small-tube.ts";

afterEach(closeAll);

function invented(count: number, seed: number): Tube {
  const tube = new Tube();
  inventPlaylist(tube, count, seed);
  return tube;
}

test("a playlist is invented the same for the same seed", () => {
  const [one, again, other] = [invented(80, 3), invented(80, 3), invented(80, 4)];
  expect([...again.videos.values()]).toEqual([...one.videos.values()]);
  expect([...again.playlists.values()]).toEqual([...one.playlists.values()]);
  expect([...other.videos.keys()]).not.toEqual([...one.videos.keys()]);
});

test("no invented id could be a real one", () => {
  const { videos, channels, playlists } = invented(200, 1);
  expect(videos.size).toBe(200);
  for (const id of videos.keys()) expect(id).toMatch(/^[\w-]{10}[BZ]$/);
  for (const id of channels.keys()) expect(id).toMatch(/^UC[\w-]{21}B$/);
  for (const id of playlists.keys()) expect(id).toMatch(/^PL[\w-]{31}B$/);
});

test("it is listed whole, newest first, with lengths, and some were streams", async () => {
  const tube = invented(120, 2);
  const youtube = await started({ tube });
  const [playlistId = ""] = tube.playlists.keys();
  const ids: unknown[] = [];
  for (let token: string | undefined = ""; token !== undefined; ) {
    const more = token === "" ? {} : { pageToken: token };
    const { body } = await ask(youtube, "playlistItems", { part: "contentDetails", playlistId, maxResults: "50", ...more });
    ids.push(...(body.items ?? []).map(({ contentDetails }) => contentDetails?.videoId));
    token = body.nextPageToken;
  }
  expect(ids).toEqual([...tube.videos.keys()].reverse());
  const { body } = await ask(youtube, "videos", { part: "contentDetails,liveStreamingDetails", id: ids.slice(0, 50).join(",") });
  expect(body.items).toHaveLength(50);
  for (const { contentDetails } of body.items ?? []) expect(contentDetails?.duration).toMatch(/^PT(?:\dH)?(?:\d+M)?(?:\d+S)?$/);
  const streams = body.items?.filter((item) => "liveStreamingDetails" in item).length ?? 0;
  expect(streams).toBeGreaterThan(0);
  expect(streams).toBeLessThan(25);
});
