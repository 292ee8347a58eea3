import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { loadConfig, parseConfig } from "../../src/config/index.ts";
import { ConfigError } from "../../src/errors.ts";
import { minutebook } from "../sources/support/command-line.ts";
import { tempFolder } from "../sources/support/export-folder.ts";

afterEach(() => vi.unstubAllEnvs());

function told(text: string): string[] {
  try {
    parseConfig(text, "guild.yaml");
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    expect(error.message.split("\n").slice(1)).toEqual(
      error.problems.map(({ file, line, path, message }) => `${file}:${line}: ${path}: ${message}`),
    );
    return error.problems.map(({ line, path, message }) => `${line} ${path}: ${message}`);
  }
}

const token = "ATATT3xFfGF0LanternLanternLantern0123456789";

describe("a mistyped type hides nothing else of its source", () => {
  const around = (...sources: object[]): string => JSON.stringify({ title: "T", archive: "a", sources });

  test("which is compared with the nearest type", () => {
    const youtube = { id: "calls", type: "youtub", playlst: "PL1", quotaUnits: 0, group: "Guild" };
    const wiki = { id: "wiki", type: "conflunce", baseUrl: "wiki.example.org", spaceKey: "LAN" };
    expect(told(around(youtube, wiki))).toEqual([
      '1 sources.0.type: expected one of "confluence-export", "confluence", "youtube", found "youtub"; did you mean "youtube"?',
      '1 sources.1.type: expected one of "confluence-export", "confluence", "youtube", found "conflunce"; did you mean "confluence"?',
      "1 sources.0.quotaUnits: expected at least 1, found 0",
      '1 sources.0.playlst: unknown key; did you mean "playlist"?',
      '1 sources.0: expected one of "playlist" and "channel"; two playlists are two sources',
      '1 sources.1.baseUrl: expected an address such as https://wiki.example.org/wiki, found "wiki.example.org"',
      "1 sources.1.space: expected a text, found nothing",
      '1 sources.1.spaceKey: unknown key; did you mean "space"?',
    ]);
  });

  test("or, where none is near or none is given, with the one that knows the most of its keys", () => {
    const problems = told(
      around({ id: "a", type: "wiki", path: "./x.zip", baseUrl: "x" }, { id: "b", playlist: "PL1", quotaUnits: "all" }),
    );
    expect(problems).toHaveLength(4);
    expect(problems.slice(2)).toEqual([
      '1 sources.0.baseUrl: expected an address such as https://wiki.example.org/wiki, found "x"',
      '1 sources.1.quotaUnits: expected a number, found "all"',
    ]);
  });

  test("and what could be of any type is told of the type alone", () => {
    expect(told(around({ id: "a", type: 7 }))).toEqual([
      '1 sources.0.type: expected one of "confluence-export", "confluence", "youtube", found 7',
    ]);
  });

  test("and two sources of one space are told too", () => {
    const source = { type: "confluence", baseUrl: "https://wiki.example.org/wiki", space: "LAN" };
    expect(told(around({ ...source, id: "a" }, { ...source, id: "b", type: "confluenze" }))).toEqual([
      expect.stringContaining("sources.1.type: expected one of"),
      expect.stringContaining('read the space "lan"'),
    ]);
  });
});

test("everything is told at once, each with its line, what was expected and what came", () => {
  expect(
    told(`titel: Lantern Guild
archive: ./archive
sources:
  - id: wiki
    type: confluence
    baseUrl: wiki.example.org
    spaceKey: LAN
    limits:
      concurrency: 99
      requestPerSecond: 2
    attachments: texts
    comments: maybe
  - id: wiki
    type: youtub
  - id: calls
    type: youtube
    apiKey: "\${KEY}"
    oauth: { clientId: a, clientSecret: "\${SECRET}", refreshToken: "\${TOKEN}" }
privacy:
  phones: redacted
`),
  ).toEqual([
    "1 title: expected a text, found nothing",
    '1 titel: unknown key; did you mean "title"?',
    "4 sources.0.space: expected a text, found nothing",
    '6 sources.0.baseUrl: expected an address such as https://wiki.example.org/wiki, found "wiki.example.org"',
    '7 sources.0.spaceKey: unknown key; did you mean "space"?',
    "9 sources.0.limits.concurrency: expected at most 32, found 99",
    '10 sources.0.limits.requestPerSecond: unknown key; did you mean "requestsPerSecond"?',
    '11 sources.0.attachments: expected one of "none", "text", "all", found "texts"; did you mean "text"?',
    '12 sources.0.comments: expected true or false, found "maybe"',
    '13 sources.1: expected one of "playlist" and "channel"; two playlists are two sources',
    '13 sources.1.id: two sources have the id "wiki": give each its own',
    '14 sources.1.type: expected one of "confluence-export", "confluence", "youtube", found "youtub"; did you mean "youtube"?',
    '15 sources.2: expected one of "playlist" and "channel"; two playlists are two sources',
    '15 sources.2: expected one of "apiKey" and "oauth", or neither',
    '20 privacy.phones: expected one of "redact", "keep", found "redacted"; did you mean "redact"?',
  ]);
});

test.each([
  ["base_url", "baseUrl"],
  ["url", "baseUrl"],
  ["licence", "license"],
  ["fulListingDays", "fullListingDays"],
  ["autH", "auth"],
  ["sapce", "space"],
])("%s is near to %s", (key, near) => {
  const source = { id: "wiki", type: "confluence", baseUrl: "https://wiki.example.org", space: "LAN", [key]: null };
  expect(told(JSON.stringify({ title: "T", archive: "a", sources: [source] }))).toContain(
    `1 sources.0.${key}: unknown key; did you mean "${near}"?`,
  );
});

test("where no key is near, those of this kind of source are named", () => {
  const source = { id: "videos", type: "youtube", playlist: "PL1", views: true };
  const [line] = told(JSON.stringify({ title: "T", archive: "a", sources: [source] }));
  expect(line).toMatch(/unknown key; expected one of id, type, playlist, channel, apiKey, oauth, group, quotaUnits/);
});

test("a key that stands twice does not hide the rest", () => {
  expect(told("title: T\narchive: a\narchive: b\nsources: []\n")).toEqual([
    "3 (file): expected YAML, found a fault in it: Map keys must be unique",
    "4 sources: expected one entry or more, found an empty list",
  ]);
});

test.each([
  ["nothing", "", "1 (file): expected keys and values, found nothing"],
  ["a list", "- 1", "1 (file): expected keys and values, found a list"],
  ["an alias to nowhere", "title: *guild", /^1 \(file\): expected YAML, found a fault in it: Unresolved alias/],
  ["half a list", "title: T\nsources: [1\n", /^\d \(file\): expected YAML, found a fault in it: Flow sequence/],
])("%s in place of a configuration is one problem", (_, text, problem) => {
  expect(told(text)).toEqual([typeof problem === "string" ? problem : expect.stringMatching(problem)]);
});

describe("a secret that stands in the file", () => {
  const wiki =
    "title: T\narchive: a\nsources:\n  - id: wiki\n    type: confluence\n    baseUrl: https://wiki.example.org/wiki\n    space: LAN\n";
  const videos = "title: T\narchive: a\nsources:\n  - id: videos\n    type: youtube\n    playlist: PL1\n";
  test.each([
    ["as a token", `${wiki}    auth: { token: ${token} }\n`, 8],
    ["beside a variable", `${wiki}    auth: { token: "\${NAME}${token}" }\n`, 8],
    ["as a key", `${videos}    apiKey: ${token}\n`, 7],
    ["as a number", `${videos}    apiKey: 0123456789012345678\n`, 7],
    ["of OAuth", `${videos}    oauth: { clientId: a, clientSecret: ${token}, refreshToken: "\${A}" }\n`, 7],
    ["in place of its keys", `${wiki}    auth: ${token}\n`, 8],
    ["as part of a key", `${wiki}    auth: { token:${token} }\n`, 8],
    ["under a wrong name", `${wiki}    tokken: ${token}\n`, 8],
    ["in the wrong place", `${wiki}    comments: ${token}\n`, 8],
    ["in an address", `${wiki}    formerBaseUrls: ["https://me:${token}@wiki.example.org/"]\n`, 8],
    ["as an alias", `${wiki}    auth: { token: *${token} }\n`, 1],
  ])("%s is refused, and not repeated", (_, text, line) => {
    const problems = told(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]).toMatch(new RegExp(`^${line} `));
    expect(problems.join("\n")).not.toMatch(/ATATT3x|LanternLantern|0123456789/);
  });

  test("is told what to write instead", () => {
    expect(told(`${videos}    apiKey: ${token}\n`)).toEqual([
      expect.stringMatching(
        /expected the name of a variable .*"\$\{CONFLUENCE_TOKEN\}".*replaced by a new one, found a text that is not shown$/,
      ),
    ]);
  });
});

test("a variable elsewhere than in a secret would be taken as it stands", () => {
  const source = { id: "videos", type: "youtube", playlist: "PL1" };
  expect(told(JSON.stringify({ title: `T of ${"$"}{USER}`, archive: "a", sources: [source] }))).toEqual([
    "1 title: only secrets are taken from the environment: expected the value itself",
  ]);
});

test("variables that nobody set are told with everything else", async () => {
  const file = join(await tempFolder(), "guild.yaml");
  const text = `title: T
archive: a
sources:
  - { id: videos, type: youtube, playlist: PL1, apiKey: "\${GUILD_KEY}" }
  - { id: wiki, type: confluence, baseUrl: x, space: LAN, auth: { token: "\${GUILD_TOKEN}" } }
`;
  await writeFile(file, text);
  vi.stubEnv("GUILD_KEY", "");
  await expect(loadConfig(file)).rejects.toThrow(/:4: \(environment\): .*GUILD_KEY, GUILD_TOKEN are not set[\s\S]*:5: sources\.1\.baseUrl/);
  vi.stubEnv("GUILD_KEY", "x");
  await expect(loadConfig(file)).rejects.toThrow(/:5: \(environment\): .*GUILD_TOKEN is not set/);
});

test("--json lists the problems for other programs", async () => {
  const file = join(await tempFolder(), "guild.yaml");
  await writeFile(file, "title: T\narchive: a\nsources: []\n");
  const outcome = await minutebook("sync", "--config", file, "--json");
  expect(outcome.code).toBe(2);
  expect(JSON.parse(outcome.stdout)).toMatchObject({
    error: "ConfigError",
    problems: [{ file, line: 3, path: "sources", message: "expected one entry or more, found an empty list" }],
  });
});
