import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ann, bo, type Desk, desk, guildWiki, minutes, served } from "../sources/confluence/support.ts";
import { contentsOf, minutebook } from "../sources/support/command-line.ts";
import type { Loopback } from "../support/confluence/index.ts";

beforeEach(() => void vi.stubEnv("MINUTEBOOK_REDACTION_KEY", "a-key-of-the-guild"));
afterEach(() => vi.unstubAllEnvs());

const number = "locker 4471-88";
const handover = "<p>Tomás Arriaga has stepped down as chair of the Lantern Guild, his key lies in <b>Locker 4471</b> 88.</p>";

/** A guild that wrote down what it should not have: on a page, in its file, and in what became a change. */
async function told(over: Record<string, unknown> = {}): Promise<{ wiki: Loopback; desk: Desk }> {
  const guild = guildWiki();
  guild.addPage({
    id: "5010",
    space: "LAN",
    title: "2024-04-24 Meeting",
    parentId: "5001",
    storage: minutes + handover,
    authorId: ann,
    at: "2024-04-24T18:00:00.000Z",
  });
  guild.addAttachment("5010", {
    title: "notes.txt",
    mediaType: "text/plain",
    bytes: Buffer.from("Take it from locker 4471 88"),
    createdAt: "2024-04-24T19:00:00.000Z",
    authorId: ann,
  });
  const wiki = await served({ wiki: guild });
  const made = await desk(wiki, { attachments: "text", ...over });
  expect((await made.sync()).code).toBe(0);
  return { wiki, desk: made };
}

async function filesWith(archive: string, text: RegExp): Promise<string[]> {
  return [...(await contentsOf(archive))].flatMap(([path, content]) => (text.test(content) || text.test(path) ? [path] : []));
}

async function faultsOf(archive: string): Promise<string> {
  return (await minutebook("check", "--archive", archive)).stdout;
}

describe("a text", () => {
  const digits = /locker.{0,8}4471.{0,8}88/i;

  test("leaves bodies, records, changes, feeds and files, and is remembered as a hash alone", async () => {
    const { desk: guild } = await told();
    expect((await filesWith(guild.archive, digits)).length).toBeGreaterThan(4);
    const outcome = await minutebook("redact", "--archive", guild.archive, "--text", number);
    expect([outcome.code, outcome.stdout]).toEqual([0, expect.stringMatching(/places were taken out[\s\S]*git history/)]);
    expect(outcome.stdout + outcome.stderr).not.toMatch(digits);
    expect(await filesWith(guild.archive, digits)).toEqual([]);
    expect((await guild.page("5010")).markdown).toMatch(/his key lies in .*redacted: text/);
    expect(await faultsOf(guild.archive)).toContain("no faults");
    expect(JSON.parse(await readFile(join(guild.archive, "state/redactions.json"), "utf8"))).toMatchObject({
      schemaVersion: 2,
      texts: [{ length: 12, hash: expect.stringMatching(/^[0-9a-f]{32}$/) }],
      accounts: [],
    });
  });

  test("does not come back with the next sync, a full one, nor with an edit", async () => {
    const { wiki, desk: guild } = await told();
    await minutebook("redact", "--archive", guild.archive, "--text", number);
    const before = await contentsOf(guild.archive);
    expect((await guild.sync()).code).toBe(0);
    expect((await guild.sync("--full")).code).toBe(0);
    expect((await minutebook("rebuild", "--archive", guild.archive)).code).toBe(0);
    expect(await contentsOf(guild.archive)).toEqual(before);
    wiki.wiki.edit("5004", "<p>Oil first. LOCKER 4471.88!</p>", { authorId: ann, at: "2024-05-02T10:00:00.000Z" });
    wiki.wiki.edit("5010", `${minutes}${handover}<p>More.</p>`, { authorId: ann, at: "2024-05-02T10:00:00.000Z" });
    expect((await guild.sync("--as-of", "2024-05-03")).code).toBe(0);
    expect((await guild.page("5010")).markdown).toContain("More.");
    expect((await guild.page("5004")).markdown).toContain("redacted: text");
    expect(await filesWith(guild.archive, digits)).toEqual([]);
    expect(await faultsOf(guild.archive)).toContain("no faults");
  });

  test("that is a name takes the person with it, ids and all", async () => {
    const { desk: guild } = await told();
    expect(await readdir(join(guild.archive, "people"))).toContain("tomas-arriaga.json");
    const outcome = await minutebook("redact", "--archive", guild.archive, "--text", "Tomás Arriaga");
    expect(outcome.code).toBe(0);
    expect(await filesWith(guild.archive, /arriaga/i)).toEqual([]);
    expect(await readdir(join(guild.archive, "people"))).toContain("ilse-brandvold.json");
    expect(await faultsOf(guild.archive)).toContain("no faults");
    const before = await contentsOf(guild.archive);
    expect((await guild.sync("--full")).code).toBe(0);
    expect(await contentsOf(guild.archive)).toEqual(before);
  });

  test("that cannot be reached is named with where it still is, and the exit code is 3", async () => {
    const { desk: guild } = await told();
    await writeFile(join(guild.archive, "README.md"), `Call ${number}`);
    const outcome = await minutebook("redact", "--archive", guild.archive, "--text", number, "--json");
    expect(outcome.code).toBe(3);
    expect(JSON.parse(outcome.stdout)).toMatchObject({ left: ["README.md"] });
  });

  test("what the configuration keeps is kept", async () => {
    const { desk: guild } = await told();
    const text = await readFile(guild.config, "utf8");
    await writeFile(guild.config, JSON.stringify({ ...JSON.parse(text), privacy: { phones: "keep" } }));
    await guild.sync("--full");
    const archive = join(guild.archive, "../kept");
    await minutebook("sync", "--config", guild.config, "--archive", archive, "--as-of", "2024-05-01");
    expect(await filesWith(archive, /202 555 0143/)).not.toEqual([]);
    await minutebook("redact", "--archive", archive, "--text", number);
    expect(await filesWith(archive, /202 555 0143/)).not.toEqual([]);
  });

  test("too short to mean one thing is refused, and so is nothing at all", async () => {
    const { desk: guild } = await told();
    for (const args of [["--text", "a-b"], []]) expect((await minutebook("redact", "--archive", guild.archive, ...args)).code).toBe(2);
  });

  test("a name of two characters is long enough in scripts that have a word in each", async () => {
    const { desk: guild } = await told();
    const ask = (text: string) => minutebook("redact", "--archive", guild.archive, "--text", text, "--dry-run");
    expect((await ask("山田")).code).not.toBe(2);
    expect((await ask("山")).code).toBe(2);
  });

  test("--dry-run writes nothing", async () => {
    const { desk: guild } = await told();
    const before = await contentsOf(guild.archive);
    const outcome = await minutebook("redact", "--archive", guild.archive, "--text", number, "--dry-run");
    expect(outcome.stdout).toMatch(/changed {2}pages\/LAN\/5010\.json[\s\S]*would be taken out/);
    expect(await contentsOf(guild.archive)).toEqual(before);
  });
});

describe("a key", () => {
  test("makes the hashes, and a run without it or with another one stops", async () => {
    const { desk: guild } = await told();
    vi.stubEnv("MINUTEBOOK_REDACTION_KEY", "");
    const refused = await minutebook("redact", "--archive", guild.archive, "--text", number);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(/MINUTEBOOK_REDACTION_KEY is not set: expected/)]);
    expect([...(await contentsOf(guild.archive)).keys()]).not.toContain("state/redactions.json");
    vi.stubEnv("MINUTEBOOK_REDACTION_KEY", "a-key-of-the-guild");
    expect((await minutebook("redact", "--archive", guild.archive, "--text", number)).code).toBe(0);
    expect((await guild.sync("--full")).code).toBe(0);
    const before = await contentsOf(guild.archive);
    for (const key of ["", "another-key"]) {
      vi.stubEnv("MINUTEBOOK_REDACTION_KEY", key);
      for (const run of [() => guild.sync("--full"), () => minutebook("rebuild", "--archive", guild.archive)]) {
        const stopped = await run();
        expect([stopped.code, stopped.stderr]).toEqual([2, expect.stringMatching(/expected MINUTEBOOK_REDACTION_KEY/)]);
      }
    }
    expect(await contentsOf(guild.archive)).toEqual(before);
  });

  test("what was remembered and cannot be read stops a run too", async () => {
    const { desk: guild } = await told();
    await minutebook("redact", "--archive", guild.archive, "--text", number);
    await writeFile(join(guild.archive, "state/redactions.json"), "{}");
    expect(await guild.sync()).toMatchObject({ code: 2, stderr: expect.stringContaining("restore it from git") });
  });
});

describe("a page", () => {
  test("goes with what was derived of it; its id leads to what says that it was there", async () => {
    const { desk: guild } = await told();
    const before = await contentsOf(guild.archive);
    expect([...before.keys()].filter((path) => path.startsWith("changes/2"))).toHaveLength(1);
    const outcome = await minutebook("redact", "--archive", guild.archive, "--page", "5010");
    expect(outcome.code).toBe(0);
    const page = await guild.page("5010");
    expect([page.title, page.markdown, page.attachments, page.createdBy, page.ancestors]).toEqual(["[redacted: page]", "", [], null, []]);
    const after = await contentsOf(guild.archive);
    expect([...after.keys()].filter((path) => path.startsWith("changes/2"))).toEqual([]);
    expect([...after.keys()].filter((path) => path.startsWith("files/"))).toHaveLength(
      [...before.keys()].filter((path) => path.startsWith("files/")).length - 1,
    );
    expect(await filesWith(guild.archive, /stepped down|2024-04-24 Meeting|4471/)).toEqual([]);
    const meeting = [...after].find(([path]) => /^meetings\/.*5010/.test(path));
    expect(JSON.parse(meeting?.[1] ?? "{}")).toMatchObject({ kind: "redirect", to: "pages/LAN/5010" });
    expect(await faultsOf(guild.archive)).toContain("no faults");
  });

  test("stays out, though it is edited, listed anew, and read with all its versions", async () => {
    const { wiki, desk: guild } = await told();
    await minutebook("redact", "--archive", guild.archive, "--page", "pages/LAN/5010");
    const before = await contentsOf(guild.archive);
    expect((await guild.sync("--full")).code).toBe(0);
    expect(await contentsOf(guild.archive)).toEqual(before);
    wiki.wiki.edit("5010", `${minutes}${handover}<p>More.</p>`, { authorId: bo, at: "2024-05-02T10:00:00.000Z" });
    expect((await guild.sync("--as-of", "2024-05-03")).code).toBe(0);
    expect((await minutebook("backfill", "--config", guild.config, "--history", "--as-of", "2024-05-03")).code).toBe(0);
    expect(await filesWith(guild.archive, /stepped down|2024-04-24 Meeting|4471/)).toEqual([]);
    expect((await guild.page("5010")).version).toBe(2);
    expect(await faultsOf(guild.archive)).toContain("no faults");
  });

  test("takes its older versions with it", async () => {
    const { wiki, desk: guild } = await told();
    wiki.wiki.edit("5010", minutes, { authorId: bo, at: "2024-04-25T10:00:00.000Z" });
    await minutebook("backfill", "--config", guild.config, "--history", "--as-of", "2024-05-03");
    expect(await filesWith(guild.archive, /stepped down/)).toContain("raw/LAN/5010/v1.storage.xml");
    await minutebook("redact", "--archive", guild.archive, "--text", "Tomás Arriaga");
    expect(await filesWith(guild.archive, /arriaga/i)).toEqual([]);
    await minutebook("redact", "--archive", guild.archive, "--page", "5010");
    expect((await contentsOf(guild.archive)).has("raw/LAN/5010/v1.storage.xml")).toBe(false);
    expect(await faultsOf(guild.archive)).toContain("no faults");
  });

  test("that nobody knows is told", async () => {
    const { desk: guild } = await told();
    expect(await minutebook("redact", "--archive", guild.archive, "--page", "999")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("no page 999"),
    });
  });
});

test("an archive that nothing was taken out of has no trace of it", async () => {
  const { desk: guild } = await told();
  expect([...(await contentsOf(guild.archive)).keys()]).not.toContain("state/redactions.json");
});
