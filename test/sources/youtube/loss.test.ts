import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { minutebook, timesOf } from "../support/command-line.ts";
import { channelId, desk, guildTube, key, playlistId, served, videoId } from "./support.ts";

const lost = videoId(2);

test.each([
  ["private", "makePrivate"],
  ["deleted", "delete"],
] as const)("a video that is %s keeps its last good record, and is called so when a second complete run agrees", async (value, happen) => {
  const tube = guildTube(5);
  const guild = await desk(await served(tube));
  await guild.sync("2024-06-01");
  const before = await guild.recording(lost);
  tube[happen](lost);
  expect((await guild.sync("2024-06-08")).code).toBe(0);
  expect(await guild.recording(lost)).toEqual(before);
  expect(await guild.json("state/videos.json")).toMatchObject({ seenGone: { [lost]: { value, since: "2024-06-08" } } });
  expect((await guild.sync("2024-06-15")).code).toBe(0);
  expect(await guild.recording(lost)).toEqual({ ...before, availability: { value, since: "2024-06-08" } });
  expect(await guild.json("state/videos.json")).toMatchObject({ seenGone: {} });
  const times = await timesOf(guild.archive);
  await guild.sync("2024-06-22");
  expect(await timesOf(guild.archive)).toEqual(times);
});

test("a video that comes back between two runs was never away", async () => {
  const tube = guildTube(5);
  const guild = await desk(await served(tube));
  await guild.sync("2024-06-01");
  tube.makePrivate(lost);
  await guild.sync("2024-06-08");
  tube.makePublic(lost);
  await guild.sync("2024-06-15");
  tube.makePrivate(lost);
  await guild.sync("2024-06-22");
  expect((await guild.recording(lost)).availability).toEqual({ value: "public", since: null });
});

test("a video that comes back after it was told lost is public again since that day", async () => {
  const tube = guildTube(5);
  const guild = await desk(await served(tube));
  tube.makePrivate(lost);
  for (const day of ["2024-06-01", "2024-06-08"]) await guild.sync(day);
  expect(await guild.recording(lost)).toMatchObject({ title: lost, availability: { value: "private", since: "2024-06-01" } });
  tube.makePublic(lost);
  await guild.sync("2024-06-15");
  expect(await guild.recording(lost)).toMatchObject({
    title: "Lantern Guild Call 2024-01-17",
    availability: { value: "public", since: "2024-06-15" },
  });
});

test("what the uploads of a channel do not name any more is gone, and nothing tells why", async () => {
  const tube = guildTube(5);
  const guild = await desk(await served(tube), { playlist: undefined, channel: channelId });
  await guild.sync("2024-06-01");
  tube.delete(lost);
  await guild.sync("2024-06-08");
  await guild.sync("2024-06-15");
  expect(await guild.recording(lost)).toMatchObject({
    title: "Lantern Guild Call 2024-01-17",
    playlists: [channelId.replace("UC", "UU")],
    availability: { value: "unknown", since: "2024-06-08" },
  });
});

test("a video that was taken out of the playlist is public as ever, and not of the playlist", async () => {
  const tube = guildTube(5);
  const guild = await desk(await served(tube));
  await guild.sync("2024-06-01");
  const [item] = tube.playlists.get(playlistId)?.items.filter((one) => one.videoId === lost) ?? [];
  tube.remove(item?.id ?? "");
  for (const day of ["2024-06-08", "2024-06-15"]) await guild.sync(day);
  expect(await guild.recording(lost)).toMatchObject({ playlists: [], availability: { value: "public", since: null } });
  tube.makePrivate(lost);
  for (const day of ["2024-06-22", "2024-06-29"]) await guild.sync(day);
  expect((await guild.recording(lost)).availability).toEqual({ value: "unknown", since: "2024-06-22" });
});

test("a song that is called like a placeholder is a song", async () => {
  const tube = guildTube(1);
  tube.video({ id: "Lamp-songsB", title: "Private video", publishedAt: "2024-02-09T10:00:00Z" });
  tube.add(playlistId, "Lamp-songsB");
  const guild = await desk(await served(tube));
  for (const day of ["2024-06-01", "2024-06-08"]) await guild.sync(day);
  expect(await guild.recording("Lamp-songsB")).toMatchObject({ title: "Private video", availability: { value: "public" } });
});

test("an interface that lists nothing where there was something says nothing about videos", async () => {
  const tube = guildTube(5);
  const youtube = await served(tube);
  const guild = await desk(youtube);
  await guild.sync("2024-06-01");
  const before = await timesOf(guild.archive);
  for (const item of tube.playlists.get(playlistId)?.items ?? []) tube.hide(item.id);
  const outcome = await guild.sync("2024-06-08");
  expect(outcome.code).toBe(1);
  expect(outcome.stderr).toContain("says to have 5 videos and lists none: nothing is concluded from that");
  expect(await timesOf(guild.archive)).toEqual(before);
});

test("a key that is refused leaves the archive as it is", async () => {
  const youtube = await served(guildTube(5));
  const guild = await desk(youtube);
  await guild.sync("2024-06-01");
  const before = await timesOf(guild.archive);
  youtube.setRefusal("ip");
  for (const day of ["2024-06-08", "2024-06-15"]) expect((await guild.sync(day)).code).toBe(1);
  expect(await timesOf(guild.archive)).toEqual(before);
});

test("without its state a run needs two runs anew, and loses nothing", async () => {
  const tube = guildTube(5);
  const guild = await desk(await served(tube));
  await guild.sync("2024-06-01");
  tube.makePrivate(lost);
  await guild.sync("2024-06-08");
  await rm(join(guild.archive, "state/videos.json"));
  await guild.sync("2024-06-15");
  expect((await guild.recording(lost)).availability.value).toBe("public");
  await guild.sync("2024-06-22");
  expect((await guild.recording(lost)).availability).toEqual({ value: "private", since: "2024-06-15" });
  expect((await minutebook("check", "--archive", guild.archive)).code).toBe(0);
});

test("unlisted is said by the video itself, at once", async () => {
  const tube = guildTube(2);
  const guild = await desk(await served(tube), { apiKey: key });
  await guild.sync("2024-06-01");
  tube.makeUnlisted(videoId(0));
  await guild.sync("2024-06-08");
  expect((await guild.recording(videoId(0))).availability).toEqual({ value: "unlisted", since: "2024-06-08" });
});
