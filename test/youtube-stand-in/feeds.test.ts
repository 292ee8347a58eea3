import { load } from "cheerio";
import { afterEach, expect, test } from "vitest";
import type { LoopbackTube } from "../support/youtube/index.ts";
import { channelId, closeAll, playlistId, smallTube, started, uploadsId, videoId } from "./small-tube.ts";

afterEach(closeAll);

async function feed(youtube: LoopbackTube, query: string): Promise<{ status: number; type: string; text: string }> {
  const response = await fetch(`${youtube.feedRoot}/feeds/videos.xml?${query}`);
  return { status: response.status, type: response.headers.get("content-type") ?? "", text: await response.text() };
}

function idsOf(text: string): string[] {
  const $ = load(text, { xml: true });
  return $("entry > yt\\:videoId")
    .toArray()
    .map((element) => $(element).text());
}

test("the feed of a playlist has its first fifteen by position, without a key and at no cost", async () => {
  const youtube = await started({ tube: smallTube(20) });
  const { status, type, text } = await feed(youtube, `playlist_id=${playlistId}`);
  expect([status, type]).toEqual([200, "text/xml; charset=UTF-8"]);
  expect(idsOf(text)).toEqual(Array.from({ length: 15 }, (_, index) => videoId(index + 1)));
  expect(youtube.unitsSpent).toBe(0);
  const $ = load(text, { xml: true });
  const head = ["id", "yt\\:playlistId", "yt\\:channelId", "title", "author > name", "published"].map((name) => $(`feed > ${name}`).text());
  expect(head).toEqual([`yt:playlist:${playlistId}`, playlistId, channelId, "Harbour calls", "Tidal Group", "2020-01-02T00:00:00+00:00"]);
});

test("an entry has the words and times of its video, escaped", async () => {
  const youtube = await started();
  youtube.tube.edit(videoId(1), { title: 'Salt & "silt" <1 m', updatedAt: "2024-02-02T02:02:02Z" });
  const { text } = await feed(youtube, `playlist_id=${playlistId}`);
  expect(text).toContain("<title>Salt &amp; &quot;silt&quot; &lt;1 m</title>");
  const $ = load(text, { xml: true });
  const names = ["id", "yt\\:channelId", "published", "updated", "media\\:group > media\\:description"];
  const [first] = $("entry").toArray();
  expect(names.map((name) => $(first).find(`> ${name}`).text())).toEqual([
    `yt:video:${videoId(1)}`,
    channelId,
    "2024-01-01T18:00:00+00:00",
    "2024-02-02T02:02:02+00:00",
    'About "1" & more',
  ]);
  expect($(first).find("> link").attr("href")).toBe(`https://www.youtube.com/watch?v=${videoId(1)}`);
});

test("what is not public is left out, and the next moves up", async () => {
  const youtube = await started({ tube: smallTube(17) });
  youtube.tube.makePrivate(videoId(1));
  youtube.tube.makeUnlisted(videoId(2));
  youtube.tube.delete(videoId(3));
  const ids = idsOf((await feed(youtube, `playlist_id=${playlistId}`)).text);
  expect([ids[0], ids.length]).toEqual([videoId(4), 14]);
});

test("the feed of a channel is newest first, its own id without the first two signs", async () => {
  const youtube = await started();
  const { text } = await feed(youtube, `channel_id=${channelId}`);
  expect(idsOf(text)).toEqual([videoId(3), videoId(2), videoId(1)]);
  expect(text).toContain(`<id>yt:channel:${channelId.slice(2)}</id>\n <yt:channelId>${channelId.slice(2)}</yt:channelId>`);
  expect(idsOf((await feed(youtube, `playlist_id=${uploadsId}`)).text)).toEqual(idsOf(text));
});

test("a feed that is not there is a page, not a feed", async () => {
  const youtube = await started();
  youtube.tube.makePlaylistPrivate(playlistId);
  for (const query of [`playlist_id=${playlistId}`, "playlist_id=PLnothing", "channel_id=UCnobody"]) {
    const { status, type, text } = await feed(youtube, query);
    expect([status, type, text.includes("<feed")]).toEqual([404, "text/html; charset=UTF-8", false]);
  }
  expect((await feed(youtube, "")).status).toBe(400);
});

test("a feed may be gone for a while, or be a page of something else", async () => {
  const youtube = await started({ faults: { share: 0, kinds: [], chosen: [{ kind: "404", on: /feeds/, times: 2 }] } });
  const statuses: number[] = [];
  for (let times = 0; times < 3; times += 1) statuses.push((await feed(youtube, `playlist_id=${playlistId}`)).status);
  expect(statuses).toEqual([404, 404, 200]);
  youtube.setFaults({ share: 1, kinds: ["html"] });
  const page = await feed(youtube, `playlist_id=${playlistId}`);
  expect([page.status, page.text.includes("<feed")]).toEqual([200, false]);
  youtube.setFaults({ share: 1, kinds: ["500"] });
  expect((await feed(youtube, `playlist_id=${playlistId}`)).status).toBe(500);
});
