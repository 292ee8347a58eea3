import { createHmac } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ann, bo, type Desk, desk, guildWiki, minutes, served } from "../sources/confluence/support.ts";
import { contentsOf, minutebook } from "../sources/support/command-line.ts";
import { tempFolder } from "../sources/support/export-folder.ts";
import type { Flavour, Loopback } from "../support/confluence/index.ts";

beforeEach(() => void vi.stubEnv("MINUTEBOOK_REDACTION_KEY", "a-key-of-the-guild"));
afterEach(() => vi.unstubAllEnvs());

/** Every file below a folder in whose name or bytes something stands: also those that git ignores. */
async function bytesWith(folder: string, text: RegExp): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (text.test(path.slice(folder.length)) || (entry.isFile() && text.test(await readFile(path, "latin1")))) found.push(path);
  }
  return found;
}

async function faultsOf(archive: string): Promise<string> {
  return (await minutebook("check", "--archive", archive)).stdout;
}

const sample = (space: string): object => ({
  id: space.toLowerCase(),
  type: "confluence-export",
  path: fileURLToPath(new URL(`../../config/sample/${space}`, import.meta.url)),
  space,
  baseUrl: "https://tidewater.example.org/wiki",
});

/** A configuration of the sample in a folder of its own, and its archive. */
async function sampleDesk(): Promise<{ folder: string; config: string; archive: string }> {
  const folder = await tempFolder();
  const config = join(folder, "sample.yaml");
  await writeFile(config, JSON.stringify({ title: "Sample", archive: "./archive", sources: [sample("COASTSIG"), sample("REEFWG")] }));
  expect((await minutebook("backfill", "--config", config)).code).toBe(0);
  return { folder, config, archive: join(folder, "archive") };
}

describe.each([
  ["Marieke van der Zwaluw", /marieke|zwaluw|2a7be913/i],
  ["Ishaan Valluri", /ishaan|valluri|c94e2b60/i],
])("%s of the sample", (name, traces) => {
  test("is in no byte of the archive any more, nor of the list, and stays out", { timeout: 60_000 }, async () => {
    const { folder, config, archive } = await sampleDesk();
    expect((await bytesWith(folder, traces)).length).toBeGreaterThan(20);
    const outcome = await minutebook("redact", name, "--config", config);
    expect([outcome.code, outcome.stdout]).toEqual([0, expect.stringContaining("1 record, 3 names, 1 account")]);
    expect(outcome.stdout + outcome.stderr).not.toMatch(traces);
    expect(await bytesWith(folder, traces)).toEqual([]);
    expect(await faultsOf(archive)).toContain("no faults");
    const before = await contentsOf(archive);
    expect((await minutebook("sync", "--config", config, "--full")).code).toBe(0);
    expect((await minutebook("rebuild", "--archive", archive)).code).toBe(0);
    expect(await contentsOf(archive)).toEqual(before);
    expect(await bytesWith(folder, traces)).toEqual([]);
    // An archive that is made anew never has it, with the list or with what it remembers of it itself.
    await rm(archive, { recursive: true });
    expect((await minutebook("backfill", "--config", config)).code).toBe(0);
    expect(await bytesWith(folder, traces)).toEqual([]);
    await rm(join(folder, "redactions.yaml"));
    expect((await minutebook("backfill", "--config", config)).code).toBe(0);
    expect(await bytesWith(folder, traces)).toEqual([]);
  });
});

const by = (account: string): string => `<ac:link><ri:user ri:account-id="${account}"/></ac:link>`;

async function guild(
  flavour: Flavour,
  change: (wiki: Loopback["wiki"]) => void = () => undefined,
): Promise<{ wiki: Loopback; desk: Desk }> {
  const made = guildWiki(5000, flavour === "cloud" ? "folder" : "page");
  change(made);
  const wiki = await served({ flavour, wiki: made });
  const table = await desk(wiki, { comments: true });
  expect((await table.sync()).code).toBe(0);
  return { wiki, desk: table };
}

describe("somebody at a living wiki", () => {
  const traces = /arriaga|tom[aá]s|tomÃ¡s|557058|0b1c2d3e/i;

  test("goes with the account that pages, posts and comments have", async () => {
    const { wiki, desk: table } = await guild("cloud");
    expect((await bytesWith(table.archive, /0b1c2d3e/)).length).toBeGreaterThan(5);
    expect((await minutebook("redact", "Tomás Arriaga", "--archive", table.archive)).code).toBe(0);
    expect(await bytesWith(table.archive, traces)).toEqual([]);
    expect((await table.page("5005")).createdBy).toBeNull();
    const before = await contentsOf(table.archive);
    expect((await table.sync("--full")).code).toBe(0);
    expect(await contentsOf(table.archive)).toEqual(before);
    wiki.wiki.edit("5002", `${minutes}<p>More of ${by(bo)}.</p>`, { authorId: bo, at: "2024-05-02T10:00:00.000Z" });
    expect((await table.sync("--as-of", "2024-05-03")).code).toBe(0);
    expect((await minutebook("backfill", "--config", table.config, "--history", "--as-of", "2024-05-03")).code).toBe(0);
    expect((await table.page("5002")).version).toBe(2);
    expect(await bytesWith(table.archive, traces)).toEqual([]);
    expect(JSON.parse(await readFile(join(table.archive, "people/ilse-brandvold.json"), "utf8")).accountIds).toEqual([ann]);
    expect(await faultsOf(table.archive)).toContain("no faults");
  });

  test("does not come back under another account of the same name", async () => {
    const { wiki, desk: table } = await guild("cloud");
    await minutebook("redact", "Tomás Arriaga", "--archive", table.archive);
    const other = "712020:77aa88bb-99cc-4dde-8eff-0123456789ab";
    wiki.wiki.addUser({ accountId: other, displayName: "Tomás Arriaga" });
    wiki.wiki.edit("5004", `<p>Ask ${by(other)}.</p>`, { authorId: other, at: "2024-05-02T10:00:00.000Z" });
    expect((await table.sync("--as-of", "2024-05-03")).code).toBe(0);
    expect((await table.page("5004")).version).toBe(2);
    expect(await bytesWith(table.archive, /arriaga|77aa88bb|712020/i)).toEqual([]);
  });

  test("has a user key and a user name on servers, which go too", async () => {
    const { wiki, desk: table } = await guild("server", (made) => {
      made.addUser({ accountId: bo, displayName: "Tomás Arriaga", username: "tarriaga7", userKey: "ff80808155aa66bb77cc88dd99ee0011" });
      const at = "2024-04-20T10:00:00.000Z";
      made.edit("5004", '<p>Write to <a href="/display/~tarriaga7">Tomás</a>, that is tarriaga7.</p>', { authorId: bo, at });
    });
    const traced = /tarriaga7|ff80808155aa/i;
    expect((await bytesWith(table.archive, traced)).length).toBeGreaterThan(2);
    const args = ["redact", "--archive", table.archive, "--text", "Tomás Arriaga", "--account", "tarriaga7"];
    expect((await minutebook(...args)).code).toBe(0);
    expect(await bytesWith(table.archive, traced)).toEqual([]);
    const before = await contentsOf(table.archive);
    expect((await table.sync("--full")).code).toBe(0);
    expect(await contentsOf(table.archive)).toEqual(before);
    wiki.wiki.edit("5004", '<p>Now <a href="/display/~tarriaga7">he</a> and tarriaga7.</p>', {
      authorId: bo,
      at: "2024-05-02T10:00:00.000Z",
    });
    expect((await table.sync("--as-of", "2024-05-03")).code).toBe(0);
    expect((await table.page("5004")).markdown).toContain("Now");
    expect(await bytesWith(table.archive, traced)).toEqual([]);
  });

  test("who shares a part of the name with somebody else takes only the rest along", async () => {
    const { desk: table } = await guild("cloud", (made) => {
      made.addUser({ accountId: "5e0f1a2b3c4d5e6f7081aaaa", displayName: "Inés Arriaga" });
      made.edit("5004", "<p>Inés Arriaga asks. Tomás answers, Tomás Brook too; the lantern of Arriaga burns.</p>", {
        authorId: "5e0f1a2b3c4d5e6f7081aaaa",
        at: "2024-04-20T10:00:00.000Z",
      });
    });
    await minutebook("redact", "Tomás Arriaga", "--archive", table.archive);
    const { markdown } = await table.page("5004");
    expect(markdown.replaceAll("\\", "")).toBe(
      "Inés Arriaga asks. [redacted: text] answers, Tomás Brook too; the lantern of Arriaga burns.",
    );
  });
});

describe("redactions.yaml beside a configuration", () => {
  test("counts for its other archives too, the next time that they are written", async () => {
    const { desk: table } = await guild("cloud");
    const other = join(table.archive, "../other");
    const there = ["sync", "--config", table.config, "--archive", other, "--as-of", "2024-05-01"];
    expect((await minutebook(...there)).code).toBe(0);
    expect((await minutebook("redact", "Tomás Arriaga", "5004", "--config", table.config)).code).toBe(0);
    const list = await readFile(join(table.archive, "../redactions.yaml"), "utf8");
    expect(list).not.toMatch(/arriaga|0b1c2d3e|guild/i);
    expect(list).toContain("pages/LAN/5004");
    expect(await bytesWith(other, /arriaga/i)).not.toEqual([]);
    const outcome = await minutebook(...there);
    expect([outcome.code, outcome.stderr]).toEqual([0, expect.stringContaining("is taken out of this archive first")]);
    expect(await bytesWith(other, /arriaga|0b1c2d3e|Oil first/i)).toEqual([]);
    expect(await contentsOf(other)).toEqual(await contentsOf(table.archive));
    // Once is enough.
    expect((await minutebook(...there)).stderr).not.toContain("taken out of this archive first");
  });

  test("that cannot be read stops a run, and so does a missing key", async () => {
    const { desk: table } = await guild("cloud");
    await minutebook("redact", "Tomás Arriaga", "--config", table.config);
    const file = join(table.archive, "../redactions.yaml");
    const list = await readFile(file, "utf8");
    const before = await contentsOf(table.archive);
    await writeFile(file, list.replace("texts:", "words:"));
    expect(await table.sync()).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/redactions\.yaml cannot be read.*restore it from git/s),
    });
    await writeFile(file, list);
    vi.stubEnv("MINUTEBOOK_REDACTION_KEY", "another");
    expect(await table.sync()).toMatchObject({ code: 2, stderr: expect.stringContaining("expected MINUTEBOOK_REDACTION_KEY") });
    expect(await contentsOf(table.archive)).toEqual(before);
  });
});

describe("an archive that remembers in the form of before", () => {
  const salt = "0123456789abcdef0123456789abcdef";
  const hash = (bare: string, key: string): string =>
    createHmac("sha256", salt + key)
      .update(bare)
      .digest("hex")
      .slice(0, 32);
  const form = (key: string): string =>
    JSON.stringify({
      schemaVersion: 1,
      keyed: key !== "",
      salt,
      proof: hash("redactions of an archive", key),
      texts: [{ length: 9, hash: hash("oilfirst2", key) }],
      pages: ["pages/LAN/5003"],
    });

  test.each(["", "a-key-of-the-guild"])("still leaves that out, with the key %j, and what is added too", async (key) => {
    const { wiki, desk: table } = await guild("cloud");
    await writeFile(join(table.archive, "state/redactions.json"), form(key));
    wiki.wiki.edit("5004", "<p>Oil first, 2. Wicks then.</p>", { authorId: ann, at: "2024-05-02T10:00:00.000Z" });
    wiki.wiki.edit("5003", "<p>Secret.</p>", { authorId: ann, at: "2024-05-02T10:00:00.000Z" });
    expect((await table.sync("--as-of", "2024-05-03")).code).toBe(0);
    expect((await table.page("5004")).markdown).toMatch(/redacted: text.*Wicks then/);
    expect((await table.page("5003")).title).toBe("[redacted: page]");
    expect((await minutebook("redact", "--archive", table.archive, "--text", "Wicks then")).code).toBe(0);
    wiki.wiki.edit("5004", "<p>Oil first, 2. Wicks then!</p>", { authorId: ann, at: "2024-05-04T10:00:00.000Z" });
    expect((await table.sync("--as-of", "2024-05-05")).code).toBe(0);
    expect((await table.page("5004")).version).toBe(3);
    expect(await bytesWith(table.archive, /oil first|wicks then|secret\./i)).toEqual([]);
  });

  test("with a key stops without it", async () => {
    const { desk: table } = await guild("cloud");
    await writeFile(join(table.archive, "state/redactions.json"), form("a-key-of-the-guild"));
    vi.stubEnv("MINUTEBOOK_REDACTION_KEY", "");
    expect(await table.sync()).toMatchObject({ code: 2, stderr: expect.stringContaining("expected MINUTEBOOK_REDACTION_KEY") });
  });
});
