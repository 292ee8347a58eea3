import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { MeetingRecord, RecordingRecord } from "../../../src/records/index.ts";
import { guildWiki, minutes, served as servedWiki } from "../confluence/support.ts";
import { contentsOf, minutebook } from "../support/command-line.ts";
import { desk, guildTube, playlistId, served } from "./support.ts";

const captions = `WEBVTT
Kind: captions
Language: en

00:00:01.000 --> 00:00:04.000
<v Ilse Brandvold>Oil first.</v>

00:00:04.000 --> 00:00:06.000
Tomás Arriaga: Then the wick.

00:00:06.000 --> 00:00:08.000
+1 202 555 0143: hello
`;

/** The guild's wiki and its playlist, read into one archive. */
async function guild(
  videos: Record<string, Record<string, unknown>>,
  change: (wiki: ReturnType<typeof guildWiki>) => void = () => undefined,
) {
  const wiki = guildWiki();
  wiki.addPage({
    id: "5050",
    space: "LAN",
    title: "Wick Subgroup",
    parentId: "5000",
    storage: "<p>The Wick Subgroup trims.</p>",
    authorId: "5e0f1a2b3c4d5e6f70819203",
    at: "2024-02-01T12:00:00.000Z",
  });
  change(wiki);
  const confluence = await servedWiki({ wiki });
  const tube = guildTube(0);
  for (const [id, video] of Object.entries(videos)) {
    tube.video({ id, title: id, publishedAt: "2024-04-30T10:00:00Z", ...video });
    tube.add(playlistId, id);
  }
  const source = { id: "wiki", type: "confluence", baseUrl: confluence.baseUrl, space: "LAN", allowPrivateHost: true, attachments: "text" };
  const made = await desk(await served(tube), {}, [{ ...source, limits: { requestsPerSecond: 1000 } }]);
  expect((await made.sync("2024-05-01")).code).toBe(0);
  return made;
}

async function meetingOn(made: { json(path: string): Promise<unknown> }, day: string): Promise<MeetingRecord> {
  const { records } = (await made.json("meetings/index.json")) as { records: { id: string; date: string }[] };
  return (await made.json(`${records.find(({ date }) => date === day)?.id}.json`)) as MeetingRecord;
}

test("a video of the group and day of a meeting is its recording, with the rule that says so", async () => {
  const made = await guild({ "Lamp-march0B": { title: "Lantern Guild 2024-03-20" } });
  const meeting = await meetingOn(made, "2024-03-20");
  expect(meeting.recordings).toEqual(["recordings/youtube/Lamp-march0B"]);
  expect(await made.recording("Lamp-march0B")).toMatchObject({
    group: meeting.group,
    meetings: [meeting.id],
    joins: [{ record: meeting.id, rule: "same group and date", confidence: "medium" }],
  });
});

test("a video that the page of a meeting shows is its recording, however it is called and whenever it was published", async () => {
  const made = await guild({ "Lamp-aprilB": { title: "Oil and wicks" } }, (wiki) =>
    wiki.edit("5003", `${minutes}<h2>Recording</h2><p><a href="https://youtu.be/Lamp-aprilB">Recording</a></p>`, {
      at: "2024-04-20T10:00:00.000Z",
      authorId: "5e0f1a2b3c4d5e6f70819203",
    }),
  );
  const meeting = await meetingOn(made, "2024-04-17");
  expect(await made.recording("Lamp-aprilB")).toMatchObject({
    title: "Oil and wicks",
    date: "2024-04-17",
    dateBasis: "meeting",
    joins: [{ record: meeting.id, rule: "shown by the meeting's page", confidence: "high" }],
    evidence: [
      { source: "videos", videoId: "Lamp-aprilB" },
      { source: "wiki", pageId: "5003" },
    ],
  });
});

test("a stream that began after midnight in UTC may be of the evening before", async () => {
  const made = await guild({
    "Lamp-nightsB": { title: "Evening call", liveStart: "2024-03-21T01:00:00Z", liveEnd: "2024-03-21T02:00:00Z" },
  });
  const meeting = await meetingOn(made, "2024-03-20");
  expect((await made.recording("Lamp-nightsB")).joins).toEqual([
    { record: meeting.id, rule: "same group, began on the next day in UTC", confidence: "low" },
  ]);
});

test("the day of publication joins, and is not sure", async () => {
  const made = await guild({ "Lamp-upload0": { title: "A call", publishedAt: "2024-03-20T20:00:00Z" } });
  expect(await made.recording("Lamp-upload0")).toMatchObject({ dateBasis: "published", joins: [{ confidence: "low" }] });
});

test("a title that names a part of the playlist's group says whose recording it is", async () => {
  const made = await guild({
    "Lamp-wick00B": { title: "Wick Subgroup 2024-03-20" },
    "Lamp-whole0B": { title: "Guild hall 2024-02-14" },
    "Lamp-about0B": { title: "Who trims a wick?" },
  });
  expect((await made.recording("Lamp-about0B")).group).toBe("groups/lantern-guild");
  expect((await made.recording("Lamp-wick00B")).group).toBe("groups/wick-subgroup");
  expect((await made.recording("Lamp-whole0B")).group).toBe("groups/lantern-guild");
  expect(await made.json("groups/lantern-guild.json")).toMatchObject({ playlists: [playlistId], homePage: "pages/LAN/5000" });
});

test("captions of a meeting's page are a reference from its recording, with who speaks in them", async () => {
  const made = await guild({ "Lamp-march0B": { title: "Lantern Guild 2024-03-20" } }, (wiki) =>
    wiki.addAttachment("5002", {
      title: "call.transcript.vtt",
      mediaType: "text/vtt",
      bytes: Buffer.from(captions),
      createdAt: "2024-03-20T20:00:00.000Z",
      authorId: "5e0f1a2b3c4d5e6f70819203",
    }),
  );
  const { transcripts } = await made.recording("Lamp-march0B");
  const told = transcripts.find(({ speakers }) => speakers.length > 0);
  expect(told).toMatchObject({
    file: expect.stringMatching(/^files\/[0-9a-f]{2}\/[0-9a-f]{64}$/),
    language: "en",
    speakers: [
      { name: "Ilse Brandvold", id: "people/ilse-brandvold" },
      { name: "Tomás Arriaga", id: "people/tomas-arriaga" },
    ],
  });
  expect(await readFile(join(made.archive, told?.file ?? ""), "utf8")).toContain("Then the wick");
});

test("the same comes of it when it is made anew, and when the playlist is read before the wiki", async () => {
  const made = await guild({
    "Lamp-march0B": { title: "Lantern Guild 2024-03-20" },
    "Lamp-wick00B": { title: "Wick Subgroup 2024-03-21" },
  });
  const before = await contentsOf(made.archive);
  expect((await minutebook("rebuild", "--archive", made.archive)).code).toBe(0);
  expect(await contentsOf(made.archive)).toEqual(before);
  expect((await minutebook("check", "--archive", made.archive)).stdout).toContain("no faults");
  await rm(made.archive, { recursive: true });
  await made.sync("2024-05-01", "--source", "videos");
  await made.sync("2024-05-01", "--source", "wiki");
  expect(await contentsOf(made.archive)).toEqual(before);
});

test("check --report names meetings without a recording and recordings without a meeting's page", async () => {
  const made = await guild({
    "Lamp-march0B": { title: "Lantern Guild 2024-03-20" },
    "Lamp-loose0B": { title: "Lantern Guild fair 2024-01-01" },
  });
  const { stdout, code } = await minutebook("check", "--archive", made.archive, "--report");
  expect(code).toBe(0);
  expect(stdout).toContain("Lantern Guild: 2 meetings, 2 recordings\n  1 meeting without a recording:\n    2024-04-17  2024-04-17 Meeting");
  expect(stdout).toContain("  1 recording without a meeting's page:\n    2024-01-01  Lantern Guild fair 2024-01-01");
  const json = JSON.parse((await minutebook("check", "--archive", made.archive, "--report", "--json")).stdout);
  expect(json.coverage[0]).toMatchObject({ group: "groups/lantern-guild", meetings: 2, recordings: 2 });
});

test("check finds what was done to the raw files of videos", async () => {
  const made = await guild({ "Lamp-march0B": { title: "Lantern Guild 2024-03-20" }, "Lamp-loose0B": { title: "Fair" } });
  const video = JSON.parse(await readFile(join(made.archive, "raw/youtube/Lamp-march0B.json"), "utf8")) as RecordingRecord;
  await writeFile(join(made.archive, "raw/youtube/Lamp-march0B.json"), JSON.stringify({ ...video, title: 5 }));
  await rm(join(made.archive, "raw/youtube/Lamp-loose0B.json"));
  const { stdout, code } = await minutebook("check", "--archive", made.archive);
  expect(code).toBe(1);
  expect(stdout).toContain("raw/youtube/Lamp-march0B.json: raw: expected what was read of a video");
  expect(stdout).toContain(
    `raw/youtube/playlists/${playlistId}.json: raw: expected what was read of its videos, found no file of Lamp-loose0B`,
  );
});
