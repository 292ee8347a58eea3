import { readFile } from "node:fs/promises";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import type { FaultKind } from "../../support/youtube/index.ts";
import { contentsOf } from "../support/command-line.ts";
import { desk, guildTube, key, playlistId, served } from "./support.ts";

const shapes = ["both", "errors", "details"] as const;

test.each(shapes)("a wrong key is said to be one, whatever the shape of the answer (%s)", async (errorShape) => {
  const guild = await desk(await served(guildTube(2), { errorShape }), {
    apiKey: "AIzaSyNoKeyNoKeyNoKeyNoKeyNoKeyNoKeyNo",
  });
  const { code, stderr } = await guild.sync("2024-06-01");
  expect(code).toBe(1);
  expect(stderr).toMatch(/YouTube answered 400 .*: the API key is not valid; see the environment variable/);
});

test.each([
  ["disabled", "enable it in the Google Cloud console"],
  ["ip", "the key is restricted to other addresses"],
  ["referrer", "make one without that restriction"],
  ["suspended", "Google refuses it from this machine's address"],
] as const)("a key that Google refuses (%s) is told with the remedy", async (refusal, remedy) => {
  for (const errorShape of shapes) {
    const guild = await desk(await served(guildTube(2), { refusal, errorShape }));
    const { code, stderr } = await guild.sync("2024-06-01");
    expect(code).toBe(1);
    expect(stderr, errorShape).toContain(remedy);
  }
});

test("a private playlist and one that is not there are told apart", async () => {
  const tube = guildTube(2);
  const youtube = await served(tube);
  const guild = await desk(youtube);
  tube.makePlaylistPrivate(playlistId);
  expect((await guild.sync("2024-06-01")).stderr).toContain("the playlist is private; its owner can make it public");
  tube.removePlaylist(playlistId);
  expect((await guild.sync("2024-06-01")).stderr).toContain("no such playlist; see its id in the configuration");
});

test("a channel that is not there", async () => {
  const guild = await desk(await served(guildTube(2)), { playlist: undefined, channel: "@nobody-at-all" });
  expect((await guild.sync("2024-06-01")).stderr).toContain("YouTube has no channel @nobody-at-all");
});

test.each([
  ["playlist", "https://www.youtube.com/watch?v=Lamp0000001", "names no playlist"],
  ["channel", "https://www.youtube.com/c/lanterns", "names no channel"],
])("a %s in a form that leads nowhere is a fault of the configuration", async (what, written, message) => {
  const guild = await desk(await served(guildTube(2)), { playlist: undefined, [what]: written });
  const { code, stderr } = await guild.sync("2024-06-01");
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});

const kinds: readonly FaultKind[] = ["429", "403", "403-user", "500", "503", "reset", "truncate", "html"];

test.each(kinds)("where a third of the answers is a fault (%s) the archive is the same", async (kind) => {
  const whole = await desk(await served(guildTube(120)));
  await whole.sync("2024-06-01");
  const youtube = await served(guildTube(120), { faults: { share: 0.3, kinds: [kind], seed: 7 } });
  const guild = await desk(youtube);
  expect((await guild.hurry("2024-06-01")).exitCode).toBe(0);
  expect(await contentsOf(guild.archive)).toEqual(await contentsOf(whole.archive));
});

test("an interface that fails to the end fails the source, and nothing is written", async () => {
  const guild = await desk(await served(guildTube(2), { faults: { share: 1, kinds: ["500"], mostInARow: 99 } }));
  await expect(guild.hurry("2024-06-01")).rejects.toThrow(/YouTube answered 500/);
  await expect(readFile(`${guild.archive}/minutebook.json`)).rejects.toThrow();
});

const oauth = { clientId: "lantern.apps.example", clientSecret: "lantern-client-secret", refreshToken: "1//lantern-refresh-token" };

test("a refresh token gives access tokens; one that ran out is renewed once", async () => {
  const youtube = await served(guildTube(120), { oauth: { ...oauth, usesPerToken: 3 } });
  const guild = await desk(youtube, { apiKey: undefined, oauth: { ...oauth, tokenUri: youtube.tokenUri } });
  expect((await guild.sync("2024-06-01")).code).toBe(0);
  expect(youtube.requests.filter(({ path }) => path === "/token")).toHaveLength(3);
  expect(youtube.requests.filter(({ path, credential }) => path !== "/token" && credential !== "bearer")).toEqual([]);
});

test("a refresh token that was taken back is told, with the remedy", async () => {
  const youtube = await served(guildTube(2), { oauth });
  youtube.revokeRefreshToken();
  const guild = await desk(youtube, { apiKey: undefined, oauth: { ...oauth, tokenUri: youtube.tokenUri } });
  const { code, stderr } = await guild.sync("2024-06-01");
  expect(code).toBe(1);
  expect(stderr).toContain("Google gave no access token (400 invalid_grant)");
  for (const secret of [oauth.clientSecret, oauth.refreshToken]) expect(stderr).not.toContain(secret);
});

test("what only the owner is shown stays out of the archive", async () => {
  const tube = guildTube(3);
  tube.edit("Lamp000001B", { privacy: "private", title: "Whom to exclude" });
  const [channel] = tube.channels.keys();
  const youtube = await served(tube, { oauth: { ...oauth, ...(channel ? { channel } : {}) } });
  const guild = await desk(youtube, { apiKey: undefined, oauth: { ...oauth, tokenUri: youtube.tokenUri } });
  await guild.sync("2024-06-01");
  await guild.sync("2024-06-08");
  expect((await guild.recording("Lamp000001B")).availability).toEqual({ value: "private", since: "2024-06-01" });
  expect(JSON.stringify([...(await contentsOf(guild.archive))])).not.toContain("Whom to exclude");
});

test("the key is in no output, no error, and no file, and only in its header", async () => {
  const said: string[] = [];
  const youtube = await served(guildTube(60));
  const guild = await desk(youtube);
  const scenes: (() => void)[] = [
    () => youtube.setRefusal("suspended"),
    () => youtube.setRefusal("ip"),
    () => youtube.setRefusal(null),
    () => youtube.setFaults({ share: 1, kinds: ["reset", "truncate", "html", "500", "404"], mostInARow: 99 }),
    () => youtube.setFaults(null),
  ];
  for (const [index, scene] of scenes.entries()) {
    scene();
    const isBroken = index === 3;
    try {
      said.push(isBroken ? inspect(await guild.hurry("2024-06-01"), { depth: 20 }) : "");
    } catch (error) {
      said.push(inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error), String((error as Error).stack));
    }
    if (!isBroken)
      for (const log of ["text", "json"]) said.push(...Object.values(await guild.sync("2024-06-01", "--log", log)).map(String));
  }
  said.push(inspect([...(await contentsOf(guild.archive))], { depth: 5, maxArrayLength: null, maxStringLength: null }));
  expect(said.join("\n")).toContain("Lantern Guild Call");
  expect(said.join("\n")).not.toContain(key);
  expect(youtube.requests.filter(({ credential }) => credential !== "key-header")).toEqual([]);
});
