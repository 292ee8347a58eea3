import { execFileSync } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import nock from "nock";
import { afterEach, describe, expect, test, vi } from "vitest";
import { roomFinding } from "../../src/doctor/archive.ts";
import { clockFinding } from "../../src/doctor/clock.ts";
import { stateFinding } from "../../src/doctor/git.ts";
import { diagnose, type Finding } from "../../src/doctor/index.ts";
import { guildWiki, served as servedWiki, desk as wikiDesk } from "../sources/confluence/support.ts";
import { contentsOf, minutebook } from "../sources/support/command-line.ts";
import { folderOf, htmlPage, indexPage, tempFolder } from "../sources/support/export-folder.ts";
import { guildTube, key, served as servedTube, desk as tubeDesk } from "../sources/youtube/support.ts";

afterEach(() => vi.unstubAllEnvs());

const patience = { random: () => 0, wait: async (): Promise<void> => undefined };

async function found(config: string, archive: string | null = null): Promise<Finding[]> {
  return [...(await diagnose({ config, archive, patience }))];
}

function about(findings: readonly Finding[], what: string): string[] {
  return findings
    .filter((finding) => finding.about === what)
    .map(({ state, message, remedy }) => `${state} ${message}${remedy === null ? "" : ` → ${remedy}`}`);
}

const variable = (name: string): string => `${"$"}{${name}}`;

async function git(folder: string, ...args: string[]): Promise<void> {
  execFileSync("git", ["-C", folder, "-c", "user.name=Ilse", "-c", "user.email=ilse@guild.example.org", ...args], { stdio: "ignore" });
}

test("where all is well there is a line for each look, the exit code is 0, and nothing is written", async () => {
  const wiki = await servedWiki();
  const { config, archive, sync } = await wikiDesk(wiki);
  await sync();
  await git(join(archive, ".."), "init", "-b", "main");
  await git(join(archive, ".."), "add", "-A");
  await git(join(archive, ".."), "commit", "-m", "first");
  const before = await contentsOf(join(archive, ".."));
  const outcome = await minutebook("doctor", "--config", config);
  expect([outcome.code, outcome.stderr]).toEqual([0, ""]);
  expect(outcome.stdout.trimEnd().split("\n")).toEqual([
    expect.stringMatching(/^ok {4}config: .*"Lantern Guild", 1 source$/),
    'ok    source wiki: Confluence Cloud (REST v2), space LAN "Lantern Guild", read as anybody may',
    "ok    clock: agrees with the servers that answered",
    expect.stringMatching(/^(?:ok|warn) +disk: [\d,]+ MiB free for /),
    "ok    git: branch main, all committed",
    expect.stringMatching(/^ok {4}archive: as of 2024-05-01, \d+ files checked, no faults$/),
    "ok    lock: no run is writing the archive",
  ]);
  expect(await contentsOf(join(archive, ".."))).toEqual(before);
});

describe("a wiki", () => {
  const secret = "ATATT3x-lantern-token-0123456789";
  const auth = { email: variable("GUILD_USER"), token: variable("GUILD_TOKEN") };
  const stubbed = (): void => {
    vi.stubEnv("GUILD_USER", "ilse@guild.example.org");
    vi.stubEnv("GUILD_TOKEN", secret);
  };

  test("that refuses the token is told with what to do, and without the token", async () => {
    stubbed();
    const wiki = await servedWiki({ access: { basic: { user: "ilse@guild.example.org", secret: "another" }, isRequired: true } });
    const { config } = await wikiDesk(wiki, { auth } as never);
    const outcome = await minutebook("doctor", "--config", config, "--json");
    expect(outcome.code).toBe(1);
    expect(outcome.stdout + outcome.stderr).not.toContain(secret);
    const { findings } = JSON.parse(outcome.stdout) as { findings: Finding[] };
    expect(about(findings, "source wiki")).toEqual([expect.stringMatching(/^fail .*401.*→ give credentials that may read it/)]);
    expect(about(findings, "clock")).toEqual([]);
  });

  test("that takes credentials for wrong and answers all the same is not taken for good", async () => {
    stubbed();
    const wiki = await servedWiki({ flavour: "server", access: { basic: { user: "ilse@guild.example.org", secret } } });
    const { config } = await wikiDesk(wiki, { auth, limits: { concurrency: 1, requestsPerSecond: 1000 } } as never);
    expect(about(await found(config), "source wiki")).toEqual([
      'ok Confluence Data Center or Server (REST v1), space LAN "Lantern Guild", read with e-mail and token',
    ]);
    const site = "https://lanterns.example.org";
    nock(site).get("/wiki/api/v2/spaces").query(true).reply(404, {});
    nock(site)
      .get("/wiki/rest/api/space/LAN")
      .query(true)
      .reply(200, { id: 1, key: "LAN", name: "Lantern Guild" }, { "X-Seraph-LoginReason": "AUTHENTICATED_FAILED" });
    nock(site)
      .get(/rest\/api\/content\/search/)
      .reply(200, { results: [], _links: {} });
    try {
      const other = await wikiDesk({ baseUrl: `${site}/wiki` }, { auth, allowPrivateHost: true } as never);
      const findings = about(await found(other.config), "source wiki");
      expect(findings).toEqual([expect.stringMatching(/^fail the wiki takes the credentials for wrong .*→ make a new token/)]);
    } finally {
      nock.cleanAll();
      nock.restore();
    }
  });

  test("without the space, and one that is not there, are told apart", async () => {
    const wiki = await servedWiki();
    const { config } = await wikiDesk(wiki, { space: "OIL" });
    expect(about(await found(config), "source wiki")).toEqual([expect.stringMatching(/^fail .*no space "OIL".*→ compare address, space/)]);
    await wiki.close();
    expect(about(await found(config), "source wiki")).toEqual([
      expect.stringMatching(/^fail .*ECONNREFUSED.*→ see that the address is right/),
    ]);
  });

  test("that shows its pages alone is told with what that means", async () => {
    const wiki = await servedWiki({ flavour: "web", wiki: guildWiki(5000, "page") });
    const { config } = await wikiDesk(wiki);
    expect(about(await found(config), "source wiki")).toEqual([
      expect.stringMatching(/^ok public pages .*space LAN/),
      expect.stringMatching(/^warn REST is refused .*→ give an account/),
    ]);
  });
});

describe("a playlist", () => {
  test("costs one unit, and is told with what a run costs", async () => {
    const tube = await servedTube(guildTube(60));
    const { config } = await tubeDesk(tube);
    expect(about(await found(config), "source videos")).toEqual([
      'ok playlist "Lantern Guild calls", 60 videos, read with an API key: about 5 quota units a run of 1000',
    ]);
    expect(tube.requests).toHaveLength(1);
  });

  test("that costs more than a run may spend is a warning", async () => {
    const { config } = await tubeDesk(await servedTube(guildTube(60)), { quotaUnits: 4 });
    expect(about(await found(config), "source videos")[1]).toMatch(
      /^warn .*costs about 5 quota units, and a run may spend 4.*→ raise "quotaUnits" to 5/,
    );
  });

  test("without credentials, with a wrong key, with a spent quota, that is not there", async () => {
    const tube = await servedTube(guildTube(20));
    expect(about(await found((await tubeDesk(tube, { apiKey: undefined })).config), "source videos")).toEqual([
      expect.stringMatching(/^ok public feed/),
      expect.stringMatching(/^warn without credentials the first 15 videos/),
    ]);
    const wrong = "AIzaSyNoKeyNoKeyNoKeyNoKeyNoKeyNoKeyNo";
    const refused = await found((await tubeDesk(tube, { apiKey: wrong })).config);
    expect(about(refused, "source videos")).toEqual([expect.stringMatching(/^fail .*key is not valid/)]);
    expect(JSON.stringify(refused)).not.toContain(wrong);
    const spent = await found((await tubeDesk(await servedTube(guildTube(3), { quota: 0 }))).config);
    expect(about(spent, "source videos")).toEqual([expect.stringMatching(/^fail .*quotaExceeded.*→ wait until the quota is given anew/)]);
    expect(JSON.stringify(spent)).not.toContain(key);
    const absent = await found((await tubeDesk(tube, { playlist: "PLnobody-knows-this-playlist-00000B" })).config);
    expect(about(absent, "source videos")).toEqual([expect.stringMatching(/^fail .*no such playlist/)]);
  });
});

test("an export is looked into; one that is not there is told with where it is expected", async () => {
  const path = await folderOf({ "index.html": indexPage, "Home_5000.html": htmlPage({ title: "Home" }) });
  const file = join(await tempFolder(), "guild.yaml");
  await writeFile(file, JSON.stringify({ title: "T", archive: "./archive", sources: [{ id: "old", type: "confluence-export", path }] }));
  expect(about(await found(file), "source old")).toEqual([expect.stringMatching(/^ok export of LAN, \d files, made on 2024-03-21$/)]);
  await rm(path, { recursive: true });
  expect(about(await found(file), "source old")).toEqual([expect.stringMatching(/^fail .*→ put the export into /)]);
});

test("all that is wrong with the configuration is a line each, and the archive is looked at all the same", async () => {
  const file = join(await tempFolder(), "guild.yaml");
  await writeFile(file, "titel: T\narchive: ./archive\nsources: []\n");
  const findings = await found(file, await tempFolder());
  expect(about(findings, "config").map((line) => line.replace(/^fail .*?guild\.yaml:/, ""))).toEqual([
    expect.stringMatching(/^1: title: /),
    expect.stringMatching(/^1: titel: unknown key; did you mean "title"/),
    expect.stringMatching(/^3: sources: /),
  ]);
  expect(findings.map(({ about: what }) => what).slice(3)).toEqual(["disk", "git", "archive", "lock"]);
});

describe("the archive", () => {
  test("with a fault fails, with the command that names all", async () => {
    const { config, archive, sync } = await wikiDesk(await servedWiki());
    await sync();
    const page = join(archive, "pages/LAN/5004.json");
    await writeFile(page, (await readFile(page, "utf8")).replace("Lamp Care", "Lamp Cave"));
    expect(about(await found(config), "archive")).toEqual([
      expect.stringMatching(/^fail \d+ faults? in .*pages\/LAN\/5004\.json.*→ run `minutebook check --archive/),
    ]);
  });

  test("of a folder that holds something else fails", async () => {
    const { config, archive } = await wikiDesk(await servedWiki());
    await mkdir(archive);
    await writeFile(join(archive, "holiday.jpg"), "");
    expect(about(await found(config), "archive")).toEqual([expect.stringMatching(/^fail .*holds other things \(holiday\.jpg\)/)]);
  });

  test("that is being written is told with who, where and since when; a lock of a run that is gone is no trouble", async () => {
    const { config, archive } = await wikiDesk(await servedWiki());
    await mkdir(join(archive, ".minutebook"), { recursive: true });
    const lock = (pid: number, host: string): Promise<void> =>
      writeFile(join(archive, ".minutebook/lock"), JSON.stringify({ pid, host, startedAt: "2024-05-01T06:00:00Z", token: "another" }));
    await lock(1, "lighthouse");
    expect(about(await found(config), "lock")).toEqual([
      expect.stringMatching(/^warn held by the run with pid 1 on lighthouse, since 2024-05-01T06:00:00Z, last touched \d+ s ago → wait/),
    ]);
    await lock(2 ** 30, hostname());
    expect(about(await found(config), "lock")).toEqual([expect.stringMatching(/^ok left by the run with pid 1073741824 .*takes it over$/)]);
  });
});

describe("git", () => {
  const looks = async (prepare: (folder: string) => Promise<void>): Promise<string[]> => {
    const { config, archive } = await wikiDesk(await servedWiki());
    await mkdir(archive);
    await prepare(archive);
    return about(await found(config), "git");
  };

  test("is missed where there is no repository", async () => {
    expect(await looks(async () => undefined)).toEqual([expect.stringMatching(/^warn .*in no git repository.*→ run `git init/)]);
  });

  test("ignores the archive", async () => {
    const seen = await looks(async (archive) => {
      await git(join(archive, ".."), "init", "-b", "main");
      await writeFile(join(archive, "../.gitignore"), "archive/\n");
    });
    expect(seen).toEqual([expect.stringMatching(/^warn git ignores .*archive.*→ take it out/)]);
  });

  test("turns line endings", async () => {
    const seen = await looks(async (archive) => {
      await git(archive, "init", "-b", "main");
      await git(archive, "config", "core.autocrlf", "true");
    });
    expect(seen.at(-1)).toMatch(/^warn core\.autocrlf is true.*\.gitattributes/);
    const safe = await looks(async (archive) => {
      await git(archive, "init", "-b", "main");
      await git(archive, "config", "core.autocrlf", "true");
      await writeFile(join(archive, ".gitattributes"), "* -text\n");
    });
    expect(safe.filter((line) => line.includes("autocrlf"))).toEqual([]);
  });

  test("starts no program that the repository names", async () => {
    const seen = await looks(async (archive) => {
      await git(archive, "init", "-b", "main");
      await git(archive, "config", "core.fsmonitor", `touch ${join(archive, "ran")}; false`);
    });
    expect(seen).toEqual(["ok branch main, all committed"]);
  });

  test.each([
    [
      "# branch.oid 1\n# branch.head main\n# branch.upstream o/main\n# branch.ab +1 -2",
      /^warn .*2 commits behind its upstream and 1 ahead/,
    ],
    ["# branch.oid 1\n# branch.head main\nu UU N... 1 1 1 1 a b c minutebook.json", /^fail 1 file with conflicts/],
    ["# branch.oid 1\n# branch.head (detached)", /^warn no branch/],
    ["# branch.oid 1\n# branch.head main\n1 .M N... 1 1 1 a b x.json\n? y.json", /^warn not committed: 2 files of the archive/],
    ["# branch.oid 1\n# branch.head main\n# branch.ab +3 -0", /^ok branch main, all committed, 3 commits not pushed/],
  ])("%j", (status, line) => {
    const { state, message } = stateFinding(status, "/archive");
    expect(`${state} ${message}`).toMatch(line);
  });
});

test("a clock that is a little off is a warning, one that is far off fails", () => {
  expect(clockFinding([1000, -900]).state).toBe("ok");
  expect(clockFinding([7 * 60_000])).toMatchObject({
    state: "warn",
    message: "this machine's clock is 7 minutes behind the servers that answered",
  });
  expect(clockFinding([-5 * 3600_000])).toMatchObject({
    state: "fail",
    message: "this machine's clock is 5 hours ahead of the servers that answered",
  });
  // One server that is wrong is not believed against two.
  expect(clockFinding([0, 9 * 3600_000, 10]).state).toBe("ok");
});

test("little room is a warning, none fails", () => {
  const mebibyte = 1024 * 1024;
  expect([50, 500, 5000].map((free) => roomFinding(free * mebibyte, "/archive").state)).toEqual(["fail", "warn", "ok"]);
});
