// What happens to an archive when a wiki goes on living: pages are edited, people leave a page and come back.
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentsOf, minutebook } from "../sources/support/command-line.ts";
import { folderOf, htmlPage, indexPage, tempFolder } from "../sources/support/export-folder.ts";

const exportOf = (body: string): Promise<string> =>
  folderOf({ "index.html": indexPage, "Lamp-Group_5000.html": htmlPage({ title: "Lamp Working Group", body }) });

async function archiveAfter(...bodies: readonly string[]): Promise<string> {
  const archive = join(await tempFolder(), "archive");
  for (const body of bodies) {
    const run = await minutebook("backfill", "--from", await exportOf(body), "--archive", archive);
    expect(run.code, run.stderr).toBe(0);
  }
  return archive;
}

test("a change keeps its quote when the page does not say it any more, and the archive checks out", async () => {
  const before = "<h1>Lamp Working Group</h1><p>The Lamp Working Group changed its meetings from weekly to monthly in March 2024.</p>";
  const archive = await archiveAfter(before, "<h1>Lamp Working Group</h1><p>We meet once a month.</p>");
  const changes = [...(await contentsOf(archive))].filter(([path]) => /^changes\/\d/.test(path));
  expect(changes.map(([, text]) => text).join("")).toContain("changed its meetings from weekly to monthly");
  const checked = await minutebook("check", "--archive", archive);
  expect([checked.code, checked.stdout]).toEqual([0, expect.stringMatching(/no faults/)]);
});

test("somebody who left the page and came back has no former id that leads elsewhere", async () => {
  const led = (name: string): string => `<h1>Lamp Working Group</h1><p>Chair: ${name}</p>`;
  const archive = await archiveAfter(led("Ilse Brandvold"), led("Tomás Arriaga"), led("Ilse Brandvold"));
  const checked = await minutebook("check", "--archive", archive);
  expect([checked.code, checked.stdout]).toEqual([0, expect.stringMatching(/no faults/)]);
});

test("where no page can be read, the message names the files and why", async () => {
  const folder = await folderOf({ "index.html": indexPage, "Lamp-Care_5001.html": "" });
  const run = await minutebook("backfill", "--from", folder, "--archive", join(await tempFolder(), "archive"));
  expect([run.code, run.stderr]).toEqual([2, expect.stringMatching(/Lamp-Care_5001\.html: the file is empty/)]);
});

test("a page in another encoding than it declares is set aside by name, however few letters are hurt", async () => {
  const good = htmlPage({ title: "Lamp Care", body: "<p>Oil first, ü.</p>" });
  const folder = await folderOf({
    "index.html": indexPage,
    "Lamp-Group_5000.html": htmlPage({ title: "Lamp Group", body: "<p>Light \uFFFD.</p>" }),
    "Lamp-Care_5001.html": Buffer.from(good, "latin1"),
  });
  const run = await minutebook("backfill", "--from", folder, "--archive", join(await tempFolder(), "archive"));
  expect([run.code, `${run.stdout}${run.stderr}`]).toEqual([3, expect.stringMatching(/Lamp-Care_5001\.html.*not the UTF-8/)]);
  expect(run.stdout).toContain("Pages read: 1");
});

test("rebuild wants an archive and makes none", async () => {
  const run = await minutebook("rebuild", "--archive", join(await tempFolder(), "no-archive"));
  expect([run.code, run.stderr]).toEqual([2, expect.stringMatching(/holds no archive/)]);
});
