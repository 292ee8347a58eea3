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
  const archive = await archiveAfter(led("Aiko Nakamura"), led("Tomás Arriaga"), led("Aiko Nakamura"));
  const checked = await minutebook("check", "--archive", archive);
  expect([checked.code, checked.stdout]).toEqual([0, expect.stringMatching(/no faults/)]);
});

test("rebuild wants an archive and makes none", async () => {
  const run = await minutebook("rebuild", "--archive", join(await tempFolder(), "no-archive"));
  expect([run.code, run.stderr]).toEqual([2, expect.stringMatching(/holds no archive/)]);
});
