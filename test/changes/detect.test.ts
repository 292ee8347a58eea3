import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { plusDays } from "../../src/records/days.ts";
import type { ChangeRecord, GroupRecord } from "../../src/records/index.ts";
import { ann, bo, type Desk, desk, guildWiki, minutes, served } from "../sources/confluence/support.ts";
import { minutebook, timesOf } from "../sources/support/command-line.ts";
import { tempFolder } from "../sources/support/export-folder.ts";

const reefExport = fileURLToPath(new URL("../../config/sample/REEFWG", import.meta.url));

/** A guild that meets every two weeks from 8 May to 11 September 2024. */
function busyWiki() {
  const wiki = guildWiki();
  for (let index = 0; index < 10; index += 1) {
    const day = plusDays("2024-05-08", 14 * index);
    const title = `${day} Meeting`;
    wiki.addPage({
      id: String(5100 + index),
      space: "LAN",
      title,
      parentId: "5001",
      storage: minutes,
      authorId: ann,
      at: `${day}T18:00:00.000Z`,
    });
  }
  return wiki;
}

const changesIn = async (archive: string, ...args: string[]): Promise<ChangeRecord[]> =>
  JSON.parse((await minutebook("changes", "--archive", archive, "--json", ...args)).stdout);
const groupIn = async ({ archive }: Pick<Desk, "archive">): Promise<GroupRecord> =>
  JSON.parse(await readFile(join(archive, "groups/lantern-guild.json"), "utf8"));
const told = (changes: readonly ChangeRecord[]): string[] => changes.map(({ type, at, basis }) => `${type} ${at} ${basis}`).sort();
const stopped = "group.inactive 2024-09-11 silence";

test("a group that falls silent is told of once; a run that finds nothing new writes nothing", async () => {
  const { sync, archive } = await desk(await served({ wiki: busyWiki() }));
  await sync("--as-of", "2024-09-20");
  expect((await groupIn({ archive })).activity).toMatchObject({
    value: "active",
    asOf: "2024-09-20",
    lastOn: "2024-09-11",
    expectedEveryDays: 14,
  });
  const times = await timesOf(archive);
  await sync("--as-of", "2024-09-25");
  expect(await timesOf(archive)).toEqual(times);
  await sync("--as-of", "2024-11-12");
  expect([(await groupIn({ archive })).activity.value, told(await changesIn(archive))]).toEqual(["inactive", []]);
  await sync("--as-of", "2024-11-13");
  expect(told(await changesIn(archive))).toEqual([stopped]);
  await sync("--as-of", "2024-12-24");
  expect(told(await changesIn(archive))).toEqual([stopped]);
  expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
});

test("a source that fails is no silence", async () => {
  const { sync, archive, config } = await desk(await served({ wiki: busyWiki() }));
  await sync("--as-of", "2024-09-20");
  const written = JSON.parse(await readFile(config, "utf8"));
  const [source] = written.sources;
  const reefs = { id: "old", type: "confluence-export", path: reefExport };
  await writeFile(config, JSON.stringify({ ...written, sources: [{ ...source, space: "NONE" }, reefs] }));
  const outcome = await sync("--as-of", "2025-09-20");
  expect([outcome.code, outcome.stderr]).toEqual([3, expect.stringContaining("NONE")]);
  expect([(await groupIn({ archive })).activity.value, await changesIn(archive, "--group", "Lantern Guild")]).toEqual(["active", []]);
});

test("detect finds in the archive alone what a later day shows, and what the configuration declares", async () => {
  const { sync, archive, config } = await desk(await served({ wiki: busyWiki() }));
  await sync("--as-of", "2024-09-20");
  expect((await minutebook("detect", "--archive", archive)).stdout).toMatch(/nothing to write/);
  const declared = JSON.parse(await readFile(config, "utf8"));
  await writeFile(config, JSON.stringify({ ...declared, groups: [{ name: "lantern guild", meetings: "quarterly" }] }));
  await minutebook("detect", "--archive", archive, "--config", config, "--as-of", "2024-12-01");
  expect([(await groupIn({ archive })).activity.learnedFrom, await changesIn(archive)]).toEqual(["declared: quarterly", []]);
  // What was declared is remembered: neither of these has a configuration.
  expect((await minutebook("rebuild", "--archive", archive)).stdout).toMatch(/nothing to write/);
  expect((await minutebook("detect", "--archive", archive, "--as-of", "2024-12-01")).stdout).toMatch(/nothing to write/);
  await writeFile(config, JSON.stringify(declared));
  await minutebook("detect", "--archive", archive, "--config", config, "--as-of", "2024-12-01");
  expect(told(await changesIn(archive))).toEqual([stopped]);
  expect((await minutebook("detect", "--archive", archive, "--as-of", "2024-12-01")).stdout).toMatch(/nothing to write/);
  const later = await minutebook("detect", "--archive", archive, "--as-of", "2024-12-02", "--out", `${archive}-out`);
  expect([later.code, later.stderr]).toEqual([2, expect.stringContaining("--out is for a look into the past")]);
  expect(await minutebook("detect", "--archive", `${archive}-not`)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("holds no archive"),
  });
});

test("a day of the past is told as it was, and leaves the archive alone", async () => {
  const wiki = busyWiki();
  wiki.addPage({
    id: "5200",
    space: "LAN",
    title: "2025-02-05 Meeting",
    parentId: "5001",
    storage: minutes,
    authorId: ann,
    at: "2025-02-05T18:00:00.000Z",
  });
  const { sync, archive } = await desk(await served({ wiki }));
  await sync("--as-of", "2025-02-10");
  expect(told(await changesIn(archive))).toEqual([stopped, "group.reactivated 2025-02-05 silence"]);
  const before = await timesOf(archive);
  const past = async (day: string): Promise<string[]> =>
    told(JSON.parse((await minutebook("detect", "--archive", archive, "--as-of", day, "--json")).stdout));
  expect([await past("2024-10-01"), await past("2024-12-01")]).toEqual([[], [stopped]]);
  const out = join(await tempFolder(), "then");
  expect((await minutebook("detect", "--archive", archive, "--as-of", "2024-12-01", "--out", out)).code).toBe(0);
  expect((await minutebook("check", "--archive", out)).stdout).toMatch(/no faults/);
  expect(await minutebook("health", "--archive", out)).toMatchObject({
    stdout: expect.stringContaining("Lantern Guild  inactive since 2024-11-11"),
  });
  expect(await timesOf(archive)).toEqual(before);
});

test("one run without the log finds the stated and silent changes of many", async () => {
  const { sync, archive } = await desk(await served({ wiki: busyWiki() }));
  for (const day of ["2024-09-20", "2024-11-12", "2024-11-13", "2025-01-01"]) await sync("--as-of", day);
  const many = told(await changesIn(archive));
  const fresh = await desk(await served({ wiki: busyWiki() }));
  await fresh.sync("--as-of", "2025-01-01");
  expect(told(await changesIn(fresh.archive))).toEqual(many);
});

const chair = (account: string): string => `<p>Chair: <ac:link><ri:user ri:account-id="${account}"/></ac:link></p>`;

test("who leads is compared with the version of the page before, and who led stays known", async () => {
  const confluence = await served();
  const { sync, archive } = await desk(confluence);
  await sync();
  confluence.wiki.edit("5000", chair(bo), { authorId: bo, at: "2024-06-03T10:00:00.000Z" });
  await sync("--as-of", "2024-06-04");
  // It may be a draft, or a mistake.
  expect(await changesIn(archive, "--type", "leadership")).toEqual([]);
  await sync("--as-of", "2024-06-05");
  const [change] = await changesIn(archive, "--type", "leadership");
  expect(change).toMatchObject({
    type: "leadership.handover",
    at: "2024-06-03",
    basis: "observed",
    from: [{ name: "Ilse Brandvold" }],
    to: [{ name: "Tomás Arriaga" }],
    evidence: [{ pageId: "5000", version: 2, basis: "observed", quote: expect.stringContaining("Tomás Arriaga") }],
  });
  const terms = async () => (await groupIn({ archive })).leadership.map(({ person, role, start, end }) => [person.name, role, start, end]);
  const both = [
    ["Ilse Brandvold", "chair", null, "2024-06-03"],
    ["Tomás Arriaga", "chair", "2024-06-03", null],
  ];
  expect(await terms()).toEqual(both);
  // The state of before is kept, so that nothing of this rests on the log.
  expect((await minutebook("rebuild", "--archive", archive)).stdout).toMatch(/nothing to write/);
  confluence.wiki.edit("5000", `${chair(bo)}<p>Bring oil.</p>`, { authorId: bo, at: "2024-06-05T10:00:00.000Z" });
  await sync("--as-of", "2024-06-06");
  expect([await terms(), await changesIn(archive, "--type", "leadership")]).toEqual([both, [change]]);
  expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
});

test("a draft that is saved twice is a draft", async () => {
  const wiki = guildWiki();
  for (const [account, at] of [
    [bo, "2024-03-01T10:00:00.000Z"],
    [bo, "2024-03-01T11:00:00.000Z"],
    [ann, "2024-03-02T10:00:00.000Z"],
  ] as const)
    wiki.edit("5000", chair(account), { authorId: bo, at });
  const { config, archive } = await desk(await served({ wiki }));
  await minutebook("backfill", "--config", config, "--history", "--as-of", "2024-05-01");
  expect(await changesIn(archive, "--type", "leadership")).toEqual([]);
});

test("years that are read in portions are no silence before all of them are read", async () => {
  const { config, archive, sync } = await desk(await served({ wiki: busyWiki() }));
  await minutebook("backfill", "--config", config, "--until", "2024-07-31", "--as-of", "2025-01-01");
  expect([(await groupIn({ archive })).activity, await changesIn(archive)]).toMatchObject([{ value: "active", asOf: "2024-07-31" }, []]);
  expect((await minutebook("rebuild", "--archive", archive)).stdout).toMatch(/nothing to write/);
  await sync("--as-of", "2025-01-01", "--full");
  expect(told(await changesIn(archive))).toEqual([stopped]);
});

test("portions of years in another order leave nothing in the log that was none", async () => {
  const wiki = guildWiki();
  for (let day = "2024-04-10", id = 6000; day < "2025-06-15"; day = plusDays(day, 14), id += 1)
    wiki.addPage({
      id: String(id),
      space: "LAN",
      title: `${day} Meeting`,
      parentId: "5001",
      storage: minutes,
      authorId: ann,
      at: `${day}T18:00:00.000Z`,
    });
  const { config, archive } = await desk(await served({ wiki }));
  const portion = (...days: string[]) => minutebook("backfill", "--config", config, ...days, "--as-of", "2025-06-20");
  await portion("--until", "2024-07-31");
  await portion("--since", "2025-02-01");
  const turns = async () =>
    (await changesIn(archive, "--type", "group")).filter(({ correctedBy, corrects }) => correctedBy === null && corrects === null);
  // Nobody knows yet of what was left out.
  expect(told(await turns())).toEqual(["group.inactive 2024-07-31 silence", "group.reactivated 2025-02-12 silence"]);
  await portion("--since", "2024-08-01", "--until", "2025-01-31");
  expect(told(await turns())).toEqual([]);
  expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
});

test("who came and left again came, and left", async () => {
  const confluence = await served();
  const { wiki } = confluence;
  const { sync, archive } = await desk(confluence);
  await sync();
  const edit = (storage: string, day: string) => wiki.edit("5000", storage, { authorId: ann, at: `${day}T10:00:00.000Z` });
  const both = `${chair(ann)}<p>Co-Chair: <ac:link><ri:user ri:account-id="${bo}"/></ac:link></p>`;
  for (const [storage, day, asOf] of [
    [both, "2024-06-03", "2024-06-06"],
    [chair(ann), "2024-06-20", "2024-06-23"],
    [both, "2024-06-25", "2024-06-26"],
    [chair(ann), "2024-06-26", "2024-07-20"],
  ] as const) {
    edit(storage, day);
    await sync("--as-of", asOf);
  }
  expect(told(await changesIn(archive, "--type", "leadership"))).toEqual([
    "leadership.joined 2024-06-03 observed",
    "leadership.left 2024-06-20 observed",
  ]);
  const terms = (await groupIn({ archive })).leadership.map(({ person, role, start, end }) => [person.name, role, start, end]);
  expect(terms).toEqual(expect.arrayContaining([["Tomás Arriaga", "co-chair", "2024-06-03", "2024-06-20"]]));
});

test("two exports of a space show who leads by now", async () => {
  const folder = await tempFolder();
  const archive = join(folder, "archive");
  const exported = async (chairs: string, modified: string, asOf: string): Promise<void> => {
    const page = `1.  [Fern SIG](Home_1.html)\n\n# Fern SIG : Fern SIG\n\nCreated by Ann Lee, last modified by Ann Lee on ${modified}\n\n${chairs}\n`;
    await mkdir(join(folder, "export"), { recursive: true });
    await writeFile(join(folder, "export", "Home_1.md"), page);
    const { code, stderr } = await minutebook(
      "backfill",
      "--from",
      join(folder, "export"),
      "--archive",
      archive,
      "--space",
      "FERN",
      "--as-of",
      asOf,
    );
    expect(code, stderr).toBe(0);
  };
  await exported("- Chair: Ada Lund", "Mar 01, 2022", "2022-04-01");
  await exported("- Chair: Cy Marsh", "Jan 10, 2023", "2023-02-01");
  const [change] = await changesIn(archive, "--type", "leadership");
  expect(change).toMatchObject({
    type: "leadership.handover",
    at: "2023-01-10",
    basis: "observed",
    from: [{ name: "Ada Lund" }],
    to: [{ name: "Cy Marsh" }],
  });
  const then = JSON.parse((await minutebook("who", "Fern SIG", "--archive", archive, "--as-of", "2022-10-01", "--json")).stdout);
  expect(then.leading.map(({ person }: { person: { name: string } }) => person.name)).toEqual(["Ada Lund"]);
  expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
  expect((await minutebook("rebuild", "--archive", archive)).stdout).toMatch(/nothing to write/);
});

test("the history of a page dates handovers of the past; a draft is none, nor is a page that lists nobody", async () => {
  const wiki = guildWiki();
  const edit = (storage: string, at: string) => wiki.edit("5000", storage, { authorId: bo, at: `${at}T10:00:00.000Z` });
  edit(chair(bo), "2024-02-10");
  edit(chair(ann), "2024-02-11");
  edit(chair(bo), "2024-03-01");
  edit("<p>See below.</p>", "2024-03-20");
  const { config, archive } = await desk(await served({ wiki }));
  for (const _ of ["versions are read", "and nothing new"])
    await minutebook("backfill", "--config", config, "--history", "--as-of", "2024-05-01");
  expect(told(await changesIn(archive, "--type", "leadership"))).toEqual(["leadership.handover 2024-03-01 observed"]);
  const leading = JSON.parse(
    (await minutebook("who", "Lantern Guild", "--archive", archive, "--as-of", "2024-02-20", "--json")).stdout,
  ).leading;
  expect(leading.map(({ person }: { person: { name: string } }) => person.name)).toEqual(["Ilse Brandvold"]);
  const past = async (day: string) => told(JSON.parse((await minutebook("detect", "--archive", archive, "--as-of", day, "--json")).stdout));
  expect([await past("2024-02-25"), await past("2024-04-25")]).toEqual([[], ["leadership.handover 2024-03-01 observed"]]);
});

test("what somebody acknowledged is marked, and nothing of its kind is told of the group until then", async () => {
  const wiki = busyWiki();
  const add = (day: string, id: string) =>
    wiki.addPage({
      id,
      space: "LAN",
      title: `${day} Meeting`,
      parentId: "5001",
      storage: minutes,
      authorId: ann,
      at: `${day}T18:00:00.000Z`,
    });
  const { sync, archive, config } = await desk(await served({ wiki }));
  await sync("--as-of", "2024-12-01");
  const [first] = await changesIn(archive);
  const acknowledge = (until: string): Promise<void> =>
    writeFile(join(dirname(config), "acknowledged.yaml"), `- id: ${first?.id}\n  until: ${until}\n  reason: They moved to chat.\n`);
  await acknowledge("2025-06-30");
  expect((await minutebook("changes", "--archive", archive, "--config", config)).stdout).toContain(
    "acknowledged until 2025-06-30: They moved to chat.",
  );
  add("2025-02-05", "5200");
  const quiet = await sync("--as-of", "2025-06-29", "--full");
  expect(told(await changesIn(archive))).toEqual([stopped, "group.reactivated 2025-02-05 silence"]);
  expect(quiet.stdout).toContain("Left out: 1 findings of a kind that is acknowledged");
  await sync("--as-of", "2025-07-01");
  expect(told(await changesIn(archive))).toEqual([stopped, "group.inactive 2025-02-05 silence", "group.reactivated 2025-02-05 silence"]);
});

test("a list of what is acknowledged that does not fit is told with its lines", async () => {
  const { config, sync } = await desk(await served());
  await writeFile(
    join(dirname(config), "acknowledged.yaml"),
    "- id: changes/2024/lantern-guild-group-inactive-1a2b3c4d\n  until: soon\n- lamps\n",
  );
  const { code, stderr } = await sync();
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(
      /expected a list of \{ id, until, reason \}\n.*acknowledged\.yaml:1: 0\.until: expected a day[\s\S]*acknowledged\.yaml:3: 1: /,
    ),
  ]);
});

test("a group whose page is moved below an archive is told of, and so is its return", async () => {
  const confluence = await served();
  const { wiki } = confluence;
  const add = (id: string, title: string): void => {
    wiki.addPage({ id, space: "LAN", title, parentId: "5000", storage: `<p>${title}.</p>`, authorId: ann, at: "2024-03-01T10:00:00.000Z" });
  };
  add("5300", "Archive");
  add("5301", "Wick Subgroup");
  const { sync, archive } = await desk(confluence);
  await sync();
  expect(await changesIn(archive)).toEqual([]);
  wiki.move("5301", "5300");
  await sync("--as-of", "2024-06-01", "--full");
  const moved = await changesIn(archive);
  expect(moved).toMatchObject([
    {
      type: "group.inactive",
      at: null,
      basis: "observed",
      summary: "The pages of Wick Subgroup were moved to an archive.",
      subjects: ["groups/wick-subgroup", "pages/LAN/5301"],
    },
  ]);
  await sync("--as-of", "2024-06-02", "--full");
  expect(await changesIn(archive)).toEqual(moved);
  wiki.move("5301", "5000");
  await sync("--as-of", "2024-06-03", "--full");
  const back = ["group.inactive null observed", "group.reactivated null observed"];
  expect(told(await changesIn(archive))).toEqual(back);
  // It was archived once, and is archived again.
  wiki.move("5301", "5300");
  await sync("--as-of", "2024-06-04", "--full");
  const twice = ["group.inactive null observed", ...back];
  expect(told(await changesIn(archive))).toEqual(twice);
  wiki.move("5301", "5000");
  await sync("--as-of", "2024-06-05", "--full");
  await sync("--as-of", "2024-06-06", "--full");
  expect(told(await changesIn(archive))).toEqual([...twice, "group.reactivated null observed"]);
  expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
  expect((await minutebook("rebuild", "--archive", archive)).stdout).toMatch(/nothing to write/);
});

test("whom the log names stays, although the page that named them says something else by now", async () => {
  const wiki = guildWiki();
  const said = "<h2>Notes</h2><p>Bo Quill was elected as the new chair of the Lantern Guild.</p><p>The Wick Subgroup was disbanded.</p>";
  wiki.addPage({
    id: "5400",
    space: "LAN",
    title: "2024-04-20 Meeting",
    parentId: "5001",
    storage: said,
    authorId: ann,
    at: "2024-04-20T10:00:00.000Z",
  });
  const { sync, archive } = await desk(await served({ wiki }));
  await sync();
  const before = await changesIn(archive);
  expect(told(before)).toContain("leadership.handover 2024-04-20 stated");
  wiki.edit("5400", "<h2>Notes</h2><p>Nothing.</p>", { authorId: ann, at: "2024-05-20T10:00:00.000Z" });
  await sync("--as-of", "2024-05-21");
  expect(await changesIn(archive)).toEqual(before);
  expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
  expect((await minutebook("rebuild", "--archive", archive)).stdout).toMatch(/nothing to write/);
  expect(JSON.parse(await readFile(join(archive, "people/bo-quill.json"), "utf8"))).toMatchObject({ name: "Bo Quill", roles: [] });
});

test("an archive whose log was taken away finds anew what pages state and dates say", async () => {
  const wiki = busyWiki();
  wiki.addPage({
    id: "5400",
    space: "LAN",
    title: "2024-06-20 Council",
    parentId: "5001",
    storage: "<h2>Notes</h2><p>Bo Quill was elected as the new chair of the Lantern Guild.</p>",
    authorId: ann,
    at: "2024-06-20T10:00:00.000Z",
  });
  const { sync, archive } = await desk(await served({ wiki }));
  await sync("--as-of", "2024-12-01");
  const before = await changesIn(archive);
  expect(told(before)).toContain(stopped);
  await rm(join(archive, "changes"), { recursive: true });
  expect(await minutebook("changes", "--archive", archive)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("changes/index.json is missing"),
  });
  await sync("--as-of", "2024-12-01");
  expect(await changesIn(archive)).toEqual(before);
  expect((await minutebook("check", "--archive", archive)).stdout).toMatch(/no faults/);
});

test("a source that was left out of the configuration is no silence", async () => {
  const { sync, archive, config } = await desk(await served({ wiki: busyWiki() }));
  await sync("--as-of", "2024-09-20");
  const written = JSON.parse(await readFile(config, "utf8"));
  await writeFile(config, JSON.stringify({ ...written, sources: [{ id: "old", type: "confluence-export", path: reefExport }] }));
  for (const day of ["2025-09-20", "2025-09-21"]) await sync("--as-of", day);
  expect([(await groupIn({ archive })).activity.value, await changesIn(archive, "--group", "Lantern Guild")]).toEqual(["active", []]);
});
