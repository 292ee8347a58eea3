import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { contentsOf, minutebook, timesOf } from "../support/command-line.ts";
import { desk, guildTube, key, playlistId, served, videoId } from "./support.ts";

/** A server that answers each path of the interface as it is told to. */
async function answering(answers: (path: string, query: URLSearchParams) => unknown): Promise<{ apiRoot: string; feedRoot: string }> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://x");
    const answer = answers(pathname.split("/").at(-1) ?? "", searchParams);
    response.setHeader("content-type", typeof answer === "string" ? "text/html" : "application/json");
    response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return { apiRoot: root, feedRoot: root };
}

const list = {
  kind: "youtube#playlistListResponse",
  items: [{ id: playlistId, snippet: { title: "Calls" }, contentDetails: { itemCount: 1 } }],
};
const entriesOf = (...ids: string[]) => ({
  items: ids.map((id) => ({ contentDetails: { videoId: id, videoPublishedAt: "2024-05-01T00:00:00Z" } })),
});
const video = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  snippet: { title: `Call ${id}`, publishedAt: "2024-05-01T00:00:00Z" },
  ...more,
});

test.each([
  ["nothing", {}],
  ["a refusal with status 200", { error: { errors: [{ reason: "quotaExceeded" }] } }],
  ["a page", "<html>Sorry</html>"],
])(
  "an answer that is no list (%s) is no empty list: nothing is concluded",
  async (_, odd) => {
    const guild = await desk(await served(guildTube(3)));
    await guild.sync("2024-06-01");
    const before = await timesOf(guild.archive);
    const broken = await desk(await answering((path) => (path === "playlists" ? list : odd)));
    await expect(broken.hurry("2024-06-08", guild.archive)).rejects.toThrow(/YouTube answered|quota/);
    expect(await timesOf(guild.archive)).toEqual(before);
  },
  60_000,
);

test("a list without items that says to be one is empty", async () => {
  const guild = await desk(
    await answering((path) =>
      path === "playlists"
        ? { items: [{ ...list.items[0], contentDetails: { itemCount: 0 } }] }
        : { kind: "youtube#playlistItemListResponse" },
    ),
  );
  expect((await guild.sync("2024-06-01")).code).toBe(0);
});

test("odd values and ids of one video stop neither the others nor the run", async () => {
  const ids = ["constructor", "Lamp000001B"];
  let isGone = false;
  const guild = await desk(
    await answering((path, query) => {
      if (path === "playlists") return list;
      if (path === "playlistItems")
        return isGone
          ? { items: ids.map((id) => ({ contentDetails: { videoId: id }, snippet: { title: "Deleted video" } })) }
          : entriesOf(...ids);
      const asked = query.get("id")?.split(",") ?? [];
      const items = isGone
        ? []
        : [
            video("constructor", {
              snippet: { title: "Odd", publishedAt: "+012345-01-01T00:00:00Z" },
              recordingDetails: { recordingDate: "-000001-01-01" },
            }),
            video("Lamp000001B"),
            video("../../evil"),
            video("index"),
          ];
      return { items: asked.length > 0 ? items : [] };
    }),
  );
  expect((await guild.sync("2024-06-01")).code).toBe(0);
  expect(await guild.recording("constructor")).toMatchObject({ title: "Odd", publishedAt: null, date: null });
  expect([...(await contentsOf(guild.archive)).keys()].filter((path) => path.startsWith("raw/"))).toHaveLength(3);
  isGone = true;
  for (const day of ["2024-06-08", "2024-06-15"]) expect((await guild.sync(day)).code).toBe(0);
  expect(await guild.recording("constructor")).toMatchObject({ title: "Odd", availability: { value: "deleted", since: "2024-06-08" } });
});

test("a list that is far shorter than it says takes nothing out, and a video that cannot be read is not gone", async () => {
  let isShort = false;
  const ids = Array.from({ length: 40 }, (_, index) => videoId(index));
  const guild = await desk(
    await answering((path, query) => {
      if (path === "playlists") return { items: [{ ...list.items[0], contentDetails: { itemCount: 40 } }] };
      if (path === "playlistItems") return entriesOf(...(isShort ? ids.slice(0, 20) : ids));
      const asked = (query.get("id") ?? "").split(",");
      return { items: asked.map((id) => (isShort && id === videoId(0) ? { id, snippet: {} } : video(id))) };
    }),
  );
  await guild.sync("2024-06-01");
  isShort = true;
  for (const day of ["2024-06-08", "2024-06-15"]) expect((await guild.sync(day)).code).toBe(3);
  expect(await guild.recording(videoId(39))).toMatchObject({ playlists: [playlistId], availability: { value: "public" } });
  expect(await guild.recording(videoId(0))).toMatchObject({ availability: { value: "public" } });
  expect((await guild.sync("2024-06-16")).stderr).toContain("says to have 40 entries and lists far fewer");
});

test("what one run saw is not forgotten for another that cannot tell", async () => {
  const ids = Array.from({ length: 40 }, (_, index) => videoId(index));
  let listed = ids;
  const guild = await desk(
    await answering((path, query) => {
      if (path === "playlists") return { items: [{ ...list.items[0], contentDetails: { itemCount: 40 } }] };
      if (path === "playlistItems") return entriesOf(...listed);
      return { items: (query.get("id") ?? "").split(",").flatMap((id) => (listed.includes(id) || id !== ids[0] ? [video(id)] : [])) };
    }),
  );
  await guild.sync("2024-06-01");
  for (const [day, shown] of [
    ["2024-06-08", ids.slice(1)],
    ["2024-06-15", ids.slice(20)],
    ["2024-06-22", ids.slice(1)],
  ] as const) {
    listed = shown;
    await guild.sync(day);
  }
  expect((await guild.recording(videoId(0))).availability).toEqual({ value: "unknown", since: "2024-06-08" });
});

test("something without a day of publication in place of a video is a sign, whatever its language", async () => {
  let isGone = false;
  const guild = await desk(
    await answering((path) => {
      if (path === "playlists") return list;
      if (path === "playlistItems")
        return isGone
          ? { items: [{ contentDetails: { videoId: videoId(1) }, snippet: { title: "Privates Video" } }] }
          : entriesOf(videoId(1));
      return { items: isGone ? [] : [video(videoId(1))] };
    }),
  );
  await guild.sync("2024-06-01");
  isGone = true;
  for (const day of ["2024-06-08", "2024-06-15"]) await guild.sync(day);
  expect((await guild.recording(videoId(1))).availability).toEqual({ value: "unknown", since: "2024-06-08" });
});

test("what nobody can read in the archive is not replaced by less", async () => {
  const tube = guildTube(3);
  const guild = await desk(await served(tube));
  await guild.sync("2024-06-01");
  const path = join(guild.archive, `raw/youtube/${videoId(1)}.json`);
  await writeFile(path, "{ half");
  const record = await guild.recording(videoId(1));
  tube.makePrivate(videoId(1));
  for (const day of ["2024-06-08", "2024-06-15", "2024-06-22"]) {
    const { code, stderr } = await guild.sync(day);
    expect([code, stderr]).toEqual([3, expect.stringContaining(`raw/youtube/${videoId(1)}.json is not what was written`)]);
  }
  expect(await readFile(path, "utf8")).toBe("{ half");
  expect(await guild.recording(videoId(1))).toEqual(record);
});

test("a feed that is none, or half of one, is no feed", async () => {
  for (const text of ["<html>Consent</html>", `<feed><entry><yt:videoId>${videoId(1)}</yt:videoId><title>T`]) {
    const guild = await desk(await answering(() => text), { apiKey: undefined });
    await expect(guild.hurry("2024-06-01")).rejects.toThrow(/answered 200 with something else/);
  }
});

test("an unlisted video stays unlisted, though the feed shows it", async () => {
  const tube = guildTube(3);
  const youtube = await served(tube);
  const guild = await desk(youtube);
  tube.makeUnlisted(videoId(1));
  await guild.sync("2024-06-01");
  tube.makePublic(videoId(1));
  const without = await desk(youtube, { apiKey: undefined });
  await without.sync("2024-06-08", "--archive", guild.archive);
  expect((await guild.recording(videoId(1))).availability).toEqual({ value: "unlisted", since: null });
});

test("a video that was taken out is still the group's, and in turn all of them are asked for", async () => {
  const tube = guildTube(120);
  const youtube = await served(tube);
  const guild = await desk(youtube);
  await guild.sync("2024-06-01");
  for (const item of [...(tube.playlists.get(playlistId)?.items ?? [])].slice(0, 100)) tube.remove(item.id);
  await guild.sync("2024-06-02");
  youtube.resetLog();
  await guild.sync("2024-06-03");
  // One for the playlist, one for its twenty entries, one for these and thirty others.
  expect(youtube.requests).toHaveLength(3);
  expect(await guild.recording(videoId(119))).toMatchObject({
    group: "groups/lantern-guild",
    playlists: [],
    availability: { value: "public" },
  });
});

test("titles are one line, and ring no bells", async () => {
  const tube = guildTube(1);
  tube.edit(videoId(0), { title: "Call\u001b[31m\u0007 one\nline" });
  const guild = await desk(await served(tube), { apiKey: key });
  await guild.sync("2024-06-01");
  expect((await guild.recording(videoId(0))).title).toBe("Call[31m one line");
  const { stdout } = await minutebook("check", "--archive", guild.archive, "--report");
  expect(stdout).toContain("  Call[31m one line  (recordings/");
});
