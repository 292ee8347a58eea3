import { existsSync, readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { startConfluence } from "../../support/confluence/index.ts";
import { contentsOf, timesOf } from "../support/command-line.ts";
import { inFrontOf } from "./proxy.ts";
import { addLamps, asked, desk, guildWiki, served } from "./support.ts";

const user = "ann@guild.example";
const secret = "s3cr3t-of-ann";
/** As a configuration names a variable of the environment. */
const variable = (name: string): string => `${"$"}{${name}}`;
const auth = { email: user, token: variable("GUILD_TOKEN") };
const servers: Server[] = [];

afterEach(() => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) server.close();
});

describe("what is wrong is told with its remedy, and the archive stays", () => {
  test.each([
    ["a wrong token", {}, { basic: { user, secret: "another" } }, { auth }, 1, /401.*token or password is wrong.*environment variables/],
    ["a token without the scope", {}, { basic: { user, secret }, lacksScope: true }, { auth }, 1, /401.*lacks a scope/],
    ["a wrong space", {}, {}, { space: "NIL" }, 1, /no space "NIL".*check "space"/],
    ["a wrong space of a server", { flavour: "server" }, {}, { space: "NIL" }, 1, /no space "NIL".*\/display\/KEY/],
    [
      "REST that is turned off",
      { flavour: "server" },
      { basic: { user, secret }, isRestDisabled: true },
      { auth },
      1,
      /403.*REST may be turned off/,
    ],
    [
      "nobody's account",
      {},
      { basic: { user, secret }, isRequired: true },
      {},
      1,
      /401: it answers to accounts alone: give an account under "auth"/,
    ],
  ] as const)("%s", async (_, options, access, over, code, message) => {
    vi.stubEnv("GUILD_TOKEN", secret);
    const confluence = await served({ ...options, access });
    const { sync, archive } = await desk(confluence, over as never);
    const outcome = await sync();
    expect([outcome.code, outcome.stderr]).toEqual([code, expect.stringMatching(message)]);
    expect(outcome.stderr.trim().split("\n")).toHaveLength(1);
    expect(outcome.stderr).not.toContain(secret);
    expect(readdirSync(archive, { recursive: true })).toEqual([".minutebook", ".minutebook/run.json"]);
  });

  test("a base URL without its path", async () => {
    const confluence = await served();
    const { sync } = await desk({ baseUrl: confluence.baseUrl.replace(/\/wiki$/, "") });
    const outcome = await sync();
    expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringMatching(/lacks its path: write http:\/\/127\.0\.0\.1:\d+\/wiki/)]);
  });

  test("an address where there is no wiki", async () => {
    const server = createServer((_, response) => void response.writeHead(404).end("nothing here")).listen(0, "127.0.0.1");
    servers.push(server);
    await new Promise((done) => server.once("listening", done));
    const { sync } = await desk({ baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/docs` });
    const outcome = await sync();
    expect([outcome.code, outcome.stderr]).toEqual([
      1,
      expect.stringMatching(/no Confluence that answers.*see "baseUrl".*REST is turned off.*"auth"/),
    ]);
  });

  test("a host that does not answer", async () => {
    const confluence = await startConfluence({ flavour: "cloud", wiki: guildWiki() });
    await confluence.close();
    const { hurry } = await desk(confluence);
    await expect(hurry()).rejects.toThrow(/gave no answer in 6 tries: ECONNREFUSED/);
  });

  test("a variable that nobody set", async () => {
    const confluence = await served();
    const { sync } = await desk(confluence, { auth: { email: variable("GUILD_USER"), token: variable("GUILD_TOKEN") } } as never);
    const outcome = await sync();
    expect([outcome.code, outcome.stderr]).toEqual([
      2,
      expect.stringMatching(/GUILD_TOKEN, GUILD_USER are not set|GUILD_USER, GUILD_TOKEN are not set/),
    ]);
    expect(confluence.requests).toHaveLength(0);
  });

  test("a private host that nobody allowed", async () => {
    const confluence = await served();
    const { sync } = await desk(confluence, { allowPrivateHost: false });
    const outcome = await sync();
    expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringMatching(/private address.*allowPrivateHost: true/)]);
    expect(confluence.requests).toHaveLength(0);
  });

  test("a token that expires on the way leaves no archive of a part; with a new one the run goes on and ends as if nothing had been", async () => {
    let isExpired = false;
    let bodies = 0;
    const confluence = await inFrontOf(await served({ wiki: addLamps(guildWiki(), 200) }), (url) => {
      if (/body-format/.test(url)) bodies += 1;
      return isExpired && (bodies > 2 || /users-bulk/.test(url)) ? { status: 401 } : null;
    });
    vi.stubEnv("GUILD_TOKEN", secret);
    const [calm, broken] = [await desk(confluence, { auth } as never), await desk(confluence, { auth } as never)];
    expect((await calm.sync()).code).toBe(0);
    [isExpired, bodies] = [true, 0];
    const outcome = await broken.sync();
    expect([outcome.code, outcome.stderr]).toEqual([
      1,
      expect.stringMatching(/answered 401: the token or password is wrong or has expired/),
    ]);
    expect([...(await contentsOf(broken.archive)).keys()]).toEqual([]);
    [isExpired, bodies] = [false, 0];
    expect((await broken.sync()).code).toBe(0);
    expect(await contentsOf(broken.archive)).toEqual(await contentsOf(calm.archive));
  });

  test("a later failure leaves what was archived as it was", async () => {
    vi.stubEnv("GUILD_TOKEN", secret);
    const confluence = await served({ access: { basic: { user, secret } } });
    const { sync, archive } = await desk(confluence, { auth } as never);
    expect((await sync()).code).toBe(0);
    const before = await timesOf(archive);
    confluence.setAccess({ basic: { user, secret: "rotated" }, isRequired: true });
    const outcome = await sync("--full");
    expect([outcome.code, outcome.stderr]).toEqual([1, expect.stringMatching(/401/)]);
    expect(await timesOf(archive)).toEqual(before);
    expect([...(await contentsOf(archive)).values()].join("")).not.toContain(secret);
  });
});

describe("a list that is not whole is not believed", () => {
  test("one that breaks off for good marks nothing as gone", async () => {
    const confluence = await served();
    const { hurry, archive } = await desk(confluence, { fullListingDays: 1 });
    await hurry();
    const before = await timesOf(archive);
    confluence.setFaults({ share: 1, kinds: ["truncate"], mostInARow: 1000 });
    await expect(hurry()).rejects.toThrow(/no answer|something else/);
    expect(await timesOf(archive)).toEqual(before);
  });

  test.each(["middle", "end"] as const)("an empty page at the %s neither ends nor prolongs it", async (emptyPage) => {
    const wiki = guildWiki();
    addLamps(wiki, 300);
    const confluence = await served({ wiki, quirks: { emptyPage } });
    const { hurry } = await desk(confluence);
    expect((await hurry()).pages.read).toBe(305);
  });
});

test("what was found out is remembered, and credentials follow it nowhere else", async () => {
  const confluence = await served();
  const { sync, archive } = await desk(confluence);
  await sync();
  const path = `${archive}/state/wiki.json`;
  const state = JSON.parse(await readFile(path, "utf8")) as Record<string, unknown>;
  const other = await served();
  await writeFile(path, JSON.stringify({ ...state, apiUrl: other.baseUrl }));
  confluence.resetLog();
  await sync();
  expect(other.requests).toHaveLength(0);
  expect(asked(confluence)[0]).toBe("api/v2/spaces");
});

describe("a page that never comes", () => {
  test("is set aside and named, the others are read, and the next run asks again", async () => {
    const confluence = await served();
    const { hurry, archive } = await desk(confluence);
    confluence.setFaults({ share: 1, kinds: ["500"], mostInARow: 1000, only: /pages\/5004\?/ });
    const report = await hurry();
    expect(report).toMatchObject({ exitCode: 3, pages: { read: 4 } });
    expect(report.skipped).toEqual([
      expect.objectContaining({ file: "wiki: 5004", weight: "fault", reason: expect.stringMatching(/"Lamp Care" is not given .*500/) }),
    ]);
    expect(existsSync(`${archive}/state/wiki.json`)).toBe(false);
    confluence.setFaults(null);
    expect(await hurry()).toMatchObject({ exitCode: 0, pages: { read: 1, fromArchive: 4 } });
  });

  test("and several in a row are the wiki's matter: the run ends, and what was read is kept", async () => {
    const wiki = guildWiki();
    addLamps(wiki, 10);
    const confluence = await served({ wiki });
    const { hurry } = await desk(confluence);
    confluence.setFaults({ share: 1, kinds: ["500"], mostInARow: 1000, only: /pages\/600\d\?/ });
    const report = await hurry();
    expect(report).toMatchObject({ exitCode: 3, sources: [{ failure: expect.stringMatching(/answered 500/) }] });
    expect(report.pages.read).toBeGreaterThan(0);
  });
});
