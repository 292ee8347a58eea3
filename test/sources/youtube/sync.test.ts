import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentsOf, minutebook, reportOf, timesOf } from "../support/command-line.ts";
import { channelId, desk, guildTube, key, playlistId, served, videoId } from "./support.ts";

test("every video of a playlist of several pages is a recording, once, however often it is in it", async () => {
  const tube = guildTube(120);
  tube.add(playlistId, videoId(3), { at: "2024-05-01T10:00:00Z" });
  const youtube = await served(tube);
  const guild = await desk(youtube);
  const outcome = await guild.sync("2024-06-01", "--json");
  expect(outcome.code).toBe(0);
  const index = (await guild.json("recordings/index.json")) as { records: { id: string }[] };
  expect(index.records).toHaveLength(120);
  expect(reportOf(outcome)).toMatchObject({ videos: { read: 120, fromArchive: 0 }, redactions: { phone: 120 } });
  expect((await minutebook("check", "--archive", guild.archive)).code).toBe(0);
});

test("a recording tells what its video does: when the meeting was by its title, how long it is, who spoke", async () => {
  const guild = await desk(await served(guildTube(1)));
  await guild.sync("2024-06-01");
  expect(await guild.recording(videoId(0))).toMatchObject({
    title: "Lantern Guild Call 2024-01-03",
    platform: "youtube",
    key: videoId(0),
    url: `https://www.youtube.com/watch?v=${videoId(0)}`,
    description: "Speaker: Ilse Brandvold\n\nDial in: [redacted: phone]",
    date: "2024-01-03",
    dateBasis: "title",
    publishedAt: "2024-01-04T23:00:00Z",
    durationSeconds: 3000,
    presenters: [{ name: "Ilse Brandvold", id: "people/ilse-brandvold" }],
    group: "groups/lantern-guild",
    playlists: [playlistId],
    availability: { value: "public", since: null },
    evidence: [{ source: "videos", videoId: videoId(0), quote: "Lantern Guild Call 2024-01-03" }],
  });
  expect(await guild.json("groups/lantern-guild.json")).toMatchObject({ name: "Lantern Guild", playlists: [playlistId] });
});

test.each([
  [
    "live start",
    { liveStart: "2024-02-07T16:00:00Z", liveEnd: "2024-02-07T17:00:00Z", recordingDate: "2024-02-05T00:00:00Z" },
    "2024-02-07",
  ],
  ["recording date", { recordingDate: "2024-02-05T00:00:00Z" }, "2024-02-05"],
  ["published", {}, "2024-02-09"],
])("without a day in the title the date is that of its %s", async (basis, more, date) => {
  const tube = guildTube(0);
  tube.video({ id: "Lamp-dateB1", title: "Trimming wicks", publishedAt: "2024-02-09T10:00:00Z", ...more });
  tube.add(playlistId, "Lamp-dateB1");
  const guild = await desk(await served(tube));
  await guild.sync("2024-06-01");
  expect(await guild.recording("Lamp-dateB1")).toMatchObject({ date, dateBasis: basis });
});

test("a steady playlist of 200 videos costs 9 units a run, and a run that finds nothing new writes nothing", async () => {
  const youtube = await served(guildTube(200));
  const guild = await desk(youtube);
  await guild.sync("2024-06-01");
  const before = await timesOf(guild.archive);
  const spent = youtube.unitsSpent;
  const outcome = await guild.sync("2024-06-04", "--json");
  expect(youtube.unitsSpent - spent).toBe(9);
  expect(reportOf(outcome)).toMatchObject({ sources: [{ spent: { units: youtube.unitsSpent - spent } }] });
  expect(await timesOf(guild.archive)).toEqual(before);
});

test("the plan tells the cost before it is spent", async () => {
  const youtube = await served(guildTube(120));
  const guild = await desk(youtube);
  const outcome = await guild.sync("2024-06-01", "--dry-run");
  expect(outcome.stdout).toContain("120 listed, 120 to read, about 7 quota units");
  expect(youtube.requests.map(({ path }) => path)).toEqual(["/youtube/v3/playlists"]);
});

test.each([`@lantern-guild`, channelId, `https://www.youtube.com/@lantern-guild/videos`, `https://www.youtube.com/channel/${channelId}`])(
  "the uploads of the channel %s",
  async (channel) => {
    const youtube = await served(guildTube(60));
    const guild = await desk(youtube, { playlist: undefined, channel });
    expect((await guild.sync("2024-06-01")).code).toBe(0);
    expect((await guild.recording(videoId(59))).playlists).toEqual([channelId.replace("UC", "UU")]);
    expect(youtube.requests.filter(({ path }) => path.endsWith("/search"))).toEqual([]);
  },
);

test("a video in two playlists is one record, which names both", async () => {
  const tube = guildTube(2);
  tube.playlist({ id: "PLworkshop-number-two-0000000000B", channel: channelId, title: "Workshops" });
  tube.add("PLworkshop-number-two-0000000000B", videoId(1));
  const youtube = await served(tube);
  const second = { id: "workshops", type: "youtube", playlist: "PLworkshop-number-two-0000000000B", apiKey: key, apiRoot: youtube.apiRoot };
  const guild = await desk(youtube, {}, [second]);
  await guild.sync("2024-06-01");
  const { playlists, evidence } = await guild.recording(videoId(1));
  expect(playlists).toEqual([playlistId, "PLworkshop-number-two-0000000000B"]);
  expect(evidence.map(({ source }) => source)).toEqual(["videos", "workshops"]);
});

test("rebuild makes the same of what is kept", async () => {
  const guild = await desk(await served(guildTube(8)));
  await guild.sync("2024-06-01");
  const before = await contentsOf(guild.archive);
  expect((await minutebook("rebuild", "--archive", guild.archive)).code).toBe(0);
  expect(await contentsOf(guild.archive)).toEqual(before);
});

test("no record holds what changes from day to day", async () => {
  const guild = await desk(await served(guildTube(3)));
  await guild.sync("2024-06-01");
  const raw = await readFile(join(guild.archive, `raw/youtube/${videoId(1)}.json`), "utf8");
  expect(raw).not.toMatch(/etag|position|viewCount|thumbnail/i);
});

test("an archive from before recordings told why they are of a meeting is read, checked and brought up to date", async () => {
  const guild = await desk(await served(guildTube(2)));
  await guild.sync("2024-06-01");
  const before = await contentsOf(guild.archive);
  const { joins: _, description: __, ...old } = await guild.recording(videoId(1));
  await writeFile(join(guild.archive, `recordings/youtube/${videoId(1)}.json`), `${JSON.stringify(old, null, 2)}\n`);
  expect((await minutebook("check", "--archive", guild.archive)).stdout).not.toContain("could not go on");
  expect((await guild.sync("2024-06-01")).code).toBe(0);
  expect(await contentsOf(guild.archive)).toEqual(before);
});
