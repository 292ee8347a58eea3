// Exports with something wrong in them: what is named, what is set aside, what never reaches an archive.
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentsOf, minutebook } from "../sources/support/command-line.ts";
import { folderOf, htmlPage, indexPage, tempFolder } from "../sources/support/export-folder.ts";

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

test("an attachment that is a script has no address in the archive, the others keep theirs", async () => {
  const attachments = `</div><div class="pageSection group"><div class="pageSectionHeader"><h2>Attachments:</h2></div><div class="greybox">
    <a href="javascript:alert(1)//attachments/5000/1.png">1.png</a> (image/png)<br/>
    <a href="attachments/5000/2.png">2.png</a> (image/png)<br/></div>`;
  const page = htmlPage({ title: "Lamp Care", body: `<p>Oil first.</p>${attachments}` });
  const folder = await folderOf({ "index.html": indexPage, "Lamp-Care_5000.html": page });
  const archive = join(await tempFolder(), "archive");
  const run = await minutebook("backfill", "--from", folder, "--archive", archive);
  expect(run.code, run.stderr).toBe(0);
  const record = JSON.parse((await contentsOf(archive)).get("pages/LAN/5000.json") ?? "") as {
    attachments: { name: string; url: string }[];
  };
  expect(record.attachments.map(({ name, url }) => [name, url])).toEqual([
    ["1.png", null],
    ["2.png", "attachments/5000/2.png"],
  ]);
});
