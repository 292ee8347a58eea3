// Two spaces, of two wikis or of one that was moved, whose pages have the same ids.
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentsOf, minutebook, reportOf, timesOf } from "../sources/support/command-line.ts";
import { type Files, folderOf, htmlPage, indexPage, tempFolder } from "../sources/support/export-folder.ts";

/** A guild with a home page, a meeting, a report and a recording; every space has the same page ids and some of the same people. */
function guild(key: string, name: string, other: string): Files {
  const page = (title: string, body: string): string =>
    htmlPage({ title, body, parents: '<li><span><a href="Home_5000.html">Home</a></span></li>' });
  const files: Files = {
    "index.html": indexPage,
    "Home_5000.html": htmlPage({ title: "Home", body: `<h1>Lantern Guild</h1><p>Chair: Ilse Brandvold</p>` }),
    "2024-03-20-Meeting_5001.html": page(
      "2024-03-20 Meeting",
      `<h2>Attendees</h2><ul><li>Ilse Brandvold</li><li>${other}</li></ul><p><a href="/wiki/download/attachments/5001/GMT20240320_Recording.mp4">Recording</a>
      <a href="https://wiki.example.org/pages/viewpage.action?pageId=5002">report</a></p>`,
    ),
    "2024-H1-Report_5002.html": page(
      "2024 H1 Report",
      `<h2>Project</h2><p>Lantern Guild</p><h2>Authors</h2><p>Ilse Brandvold, ${other}</p><h2>Average attendance</h2><p>12</p>`,
    ),
  };
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, String(text).replaceAll("LAN", key).replaceAll("Lantern Guild", name)]),
  );
}

test.each([
  ["of two names", "Ship Guild"],
  ["of the same name", "Lantern Guild"],
])("two exports %s settle after each was read once, both are kept, and links stay in their space", async (_, name) => {
  const archive = join(await tempFolder(), "archive");
  const first = await folderOf(guild("LAN", "Lantern Guild", "Tomás Arriaga"));
  const second = await folderOf(guild("SHIP", name, "Aiko Nakamura"));
  const read = async (from: string): Promise<Map<string, string>> => {
    const outcome = await minutebook("backfill", "--from", from, "--archive", archive);
    expect(outcome.code, outcome.stderr).toBe(0);
    return timesOf(archive);
  };
  await read(first);
  await read(second);
  const before = await contentsOf(archive);
  const settled = await timesOf(archive);
  for (const from of [first, second, first]) expect(await read(from)).toEqual(settled);
  expect((await minutebook("rebuild", "--archive", archive)).code).toBe(0);
  expect(await timesOf(archive)).toEqual(settled);
  expect((await minutebook("check", "--archive", archive)).code).toBe(0);
  for (const space of ["LAN", "SHIP"]) {
    const meeting = JSON.parse(before.get(`pages/${space}/5001.json`) ?? "") as { ancestors: { id: string }[]; links: { page: string }[] };
    expect(meeting.ancestors.map(({ id }) => id)).toEqual([`pages/${space}/5000`]);
    expect(meeting.links.map(({ page }) => page)).toContain(`pages/${space}/5002`);
  }
});

test("two spaces in one export settle at once", async () => {
  const spaces = [guild("LAN", "Lantern Guild", "Tomás Arriaga"), guild("SHIP", "Ship Guild", "Aiko Nakamura")];
  const files = spaces.flatMap((space, at) => Object.entries(space).map(([path, text]) => [`${at}/${path}`, text] as const));
  const from = await folderOf(Object.fromEntries(files));
  const archive = join(await tempFolder(), "archive");
  expect((await minutebook("backfill", "--from", from, "--archive", archive)).code).toBe(0);
  const settled = await timesOf(archive);
  expect((await minutebook("backfill", "--from", from, "--archive", archive)).code).toBe(0);
  expect(await timesOf(archive)).toEqual(settled);
});

test("who was first keeps the id, though their number is also that of a page elsewhere", async () => {
  const archive = join(await tempFolder(), "archive");
  for (const [key, name] of [
    ["SHIP", "Ship Guild"],
    ["LAN", "Lantern Guild"],
  ] as const) {
    // Beside the shared numbers one page of its own, by which its people are known again.
    const own = { [`Oil_${key.length}777.html`]: htmlPage({ title: "Oil" }).replaceAll("Lantern Guild", name) };
    const from = await folderOf({ ...guild(key, name, "Aiko Nakamura"), ...own });
    expect((await minutebook("backfill", "--from", from, "--archive", archive)).code).toBe(0);
  }
  const contents = await contentsOf(archive);
  const chair = (group: string): unknown => JSON.parse(contents.get(`groups/${group}.json`) ?? "{}").leadership[0].person.id;
  expect(chair("ship-guild")).toBe("people/ilse-brandvold");
  expect(chair("lantern-guild")).toMatch(/^people\/ilse-brandvold-[0-9a-f]{8}$/);
});

test("another page under the same key and number is refused by name, and the archive keeps its own", async () => {
  const archive = join(await tempFolder(), "archive");
  const lamps = await folderOf({ "index.html": indexPage, "Lamp-Care_5001.html": htmlPage({ title: "Lamp Care" }) });
  const made = "Created by Aiko Nakamura on Mar 22, 2024";
  const hulls = await folderOf({
    "Hull-Care_5001.html": htmlPage({ title: "Hull Care", line: made }).replaceAll("Lantern Guild", "Ship Guild"),
    "Oil_5002.html": htmlPage({ title: "Oil", line: made }).replaceAll("Lantern Guild", "Ship Guild"),
  });
  await minutebook("backfill", "--from", lamps, "--archive", archive);
  const outcome = await minutebook("backfill", "--from", hulls, "--archive", archive, "--space", "LAN", "--json");
  expect(outcome.code).toBe(3);
  expect(reportOf(outcome).skipped).toEqual([
    {
      file: "Hull-Care_5001.html",
      weight: "fault",
      reason: expect.stringMatching(/"Lamp Care" of the space "Lantern Guild".*"Hull Care" of "Ship Guild".*--space KEY/),
    },
  ]);
  const settled = await contentsOf(archive);
  expect(JSON.parse(settled.get("pages/LAN/5001.json") ?? "")).toMatchObject({ title: "Lamp Care" });
  expect([...settled.keys()]).toContain("pages/LAN/5002.json");
});

test("a page that was renamed together with its space is still that page", async () => {
  const archive = join(await tempFolder(), "archive");
  const before = { "index.html": indexPage, "Lamp-Care_5001.html": htmlPage({ title: "Lamp Care" }) };
  const line = "Created by Ilse Brandvold, last modified on Mar 23, 2024";
  const after = { "index.html": indexPage, "Lamps_5001.html": htmlPage({ title: "Lamps", line }) };
  await minutebook("backfill", "--from", await folderOf(before), "--archive", archive);
  const renamed = Object.fromEntries(Object.entries(after).map(([path, text]) => [path, text.replaceAll("Lantern Guild", "Lamp Guild")]));
  expect((await minutebook("backfill", "--from", await folderOf(renamed), "--archive", archive)).code).toBe(0);
  expect(JSON.parse((await contentsOf(archive)).get("pages/LAN/5001.json") ?? "")).toMatchObject({ title: "Lamps" });
});

test("an export as HTML and as Markdown, in turn, settle on HTML", async () => {
  const archive = join(await tempFolder(), "archive");
  const html = await folderOf({ "index.html": indexPage, "Lamp-Care_5001.html": htmlPage({ title: "Lamp Care" }) });
  const markdown = await folderOf({
    "Lamp-Care_5001.md":
      "1.  [Lantern Guild](index.html)\n\n# Lantern Guild : Lamp Care\n\nCreated by Ilse Brandvold on Mar 20, 2024\n\nNothing.\n",
  });
  await minutebook("backfill", "--from", html, "--archive", archive);
  const settled = await timesOf(archive);
  const outcome = await minutebook("backfill", "--from", markdown, "--archive", archive, "--space", "LAN", "--json");
  expect([outcome.code, reportOf(outcome).skipped]).toEqual([
    0,
    [{ file: "Lamp-Care_5001.md", weight: "note", reason: expect.stringMatching(/as HTML, which keeps more/) }],
  ]);
  expect(await timesOf(archive)).toEqual(settled);
});
