import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFeed } from "../../../src/sources/youtube/feed.ts";
import { contentsOf, reportOf } from "../support/command-line.ts";
import { channelId, desk, guildTube, key, playlistId, served, videoId } from "./support.ts";

const keyless = { apiKey: undefined };

test("without credentials the public feed is read, and the report says what that means", async () => {
  const youtube = await served(guildTube(20));
  const guild = await desk(youtube, keyless);
  const outcome = await guild.sync("2024-06-01", "--json");
  expect(outcome.code).toBe(0);
  expect(reportOf(outcome)).toMatchObject({ videos: { read: 15 } });
  expect(reportOf(outcome).skipped).toMatchObject([
    { file: "videos: feed", weight: "note", reason: expect.stringContaining("the first 15 videos only") },
  ]);
  expect(await guild.recording(videoId(19))).toMatchObject({
    title: "Lantern Guild Call 2024-05-15",
    description: "Speaker: Ilse Brandvold\n\nDial in: [redacted: phone]",
    date: "2024-05-15",
    publishedAt: "2024-05-16T23:00:00Z",
    durationSeconds: null,
    playlists: [playlistId],
    availability: { value: "public", since: null },
  });
  expect(youtube.unitsSpent).toBe(0);
});

test("the feed adds and takes nothing away: neither what the interface knew, nor what it does not name", async () => {
  const tube = guildTube(20);
  const youtube = await served(tube);
  const withKey = await desk(youtube);
  await withKey.sync("2024-06-01");
  tube.edit(videoId(19), { title: "Lantern Guild Call 2024-05-15, wicks" });
  tube.makePrivate(videoId(18));
  const { archive } = withKey;
  const without = await desk(youtube, keyless);
  for (const day of ["2024-06-08", "2024-06-15"]) await without.sync(day, "--archive", archive);
  expect(await withKey.recording(videoId(19))).toMatchObject({ title: "Lantern Guild Call 2024-05-15, wicks", durationSeconds: 3019 });
  expect(await withKey.recording(videoId(18))).toMatchObject({ availability: { value: "public", since: null }, playlists: [playlistId] });
  expect(await withKey.recording(videoId(0))).toMatchObject({ durationSeconds: 3000, playlists: [playlistId] });
});

test("a channel has a feed by its id, and by nothing else", async () => {
  const youtube = await served(guildTube(3));
  const byId = await desk(youtube, { ...keyless, playlist: undefined, channel: channelId });
  expect((await byId.sync("2024-06-01")).code).toBe(0);
  expect((await byId.recording(videoId(0))).playlists).toEqual([channelId.replace("UC", "UU")]);
  const byHandle = await desk(youtube, { ...keyless, playlist: undefined, channel: "@lantern-guild" });
  const { code, stderr } = await byHandle.sync("2024-06-01");
  expect([code, stderr]).toEqual([2, expect.stringContaining("the public feed knows channels by their ids only")]);
});

test("a feed that is not there for a while is asked for again", async () => {
  const youtube = await served(guildTube(3), { faults: { share: 1, kinds: ["404", "500", "truncate", "html"], mostInARow: 4, seed: 2 } });
  const guild = await desk(youtube, keyless);
  expect((await guild.hurry("2024-06-01")).exitCode).toBe(0);
});

test("a feed that is never there fails the source", async () => {
  const guild = await desk(await served(guildTube(3)), { ...keyless, playlist: "PLnobody-has-this-one" });
  await expect(guild.hurry("2024-06-01")).rejects.toThrow(/public feed of the playlist PLnobody-has-this-one answered 404/);
});

test("with a key again nothing of the feed is left but what was right", async () => {
  const tube = guildTube(3);
  const youtube = await served(tube);
  const guild = await desk(youtube, keyless);
  await guild.sync("2024-06-01");
  const again = await desk(youtube, { apiKey: key });
  await again.sync("2024-06-01", "--archive", guild.archive);
  await again.sync("2024-06-01");
  const [one, other] = await Promise.all([contentsOf(guild.archive), contentsOf(again.archive)]);
  expect(one).toEqual(other);
});

test("whatever text comes, a feed is read or empty", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseFeed(text).entries.every(({ videoId: id }) => /^[\w-]+$/.test(id))).toBe(true);
      const wrapped = `<feed><title>${text.replace(/[<&]/g, "")}</title><entry><yt:videoId>Lamp000000B</yt:videoId><title>T</title></entry></feed>`;
      expect(parseFeed(wrapped).entries).toHaveLength(1);
    }),
  );
});
