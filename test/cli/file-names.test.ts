// Files of an export are named after people too, and other pages link to them by that name.
import { join } from "node:path";
import { expect, test } from "vitest";
import { contentsOf, minutebook } from "../sources/support/command-line.ts";
import { folderOf, htmlPage, indexPage, tempFolder } from "../sources/support/export-folder.ts";

async function archiveOf(files: Readonly<Record<string, string>>): Promise<{ archive: string; contents: Map<string, string> }> {
  const archive = join(await tempFolder(), "archive");
  const run = await minutebook("backfill", "--from", await folderOf(files), "--archive", archive);
  expect(run.code, run.stderr).toBe(0);
  return { archive, contents: new Map(await contentsOf(archive)) };
}

const withSecrets = {
  "index.html": indexPage,
  "Notes-jo.doe@example.org_5001.html": htmlPage({ title: "Lamp Notes", body: "<p>We trim the lamps.</p>" }),
  "Call-+1-646-555-0123_5002.html": htmlPage({ title: "Lamp Call", body: "<p>We call at nine.</p>" }),
  "Lamp-Group_5000.html": htmlPage({
    title: "Lamp Working Group",
    body: [
      '<p><a href="Notes-jo.doe@example.org_5001.html">notes</a> <a href="Notes-jo.doe%40example.org_5001.html">again</a></p>',
      '<p><a href="Call-+1-646-555-0123_5002.html">call</a> <a href="attachments/5000/jo.doe@example.org-report.pdf">report</a></p>',
    ].join(""),
  }),
};

test("what a file's name tells of a person is in no file of the archive, and links to it still lead to its page", async () => {
  const { contents } = await archiveOf(withSecrets);
  const written = [...contents].map(([path, text]) => `${path}\n${text}`).join("\n");
  expect(written).not.toMatch(/jo\.doe|555-0123/);
  const files = [...contents].filter(([path]) => /^raw\/.*\.json$/.test(path)).map(([, text]) => JSON.parse(text).file);
  expect(files.toSorted()).toEqual(["Call-redacted_5002.html", "Lamp-Group_5000.html", "redacted_5001.html"]);
  const page = [...contents].find(([path]) => /^pages\/.*5000\.json$/.test(path))?.[1] ?? "";
  expect(page).toContain("/5001");
  expect(page).toContain("/5002");
});

test("rebuilding such an archive changes no byte, and check finds nothing", async () => {
  const { archive, contents } = await archiveOf(withSecrets);
  expect((await minutebook("rebuild", "--archive", archive)).code).toBe(0);
  expect(new Map(await contentsOf(archive))).toEqual(contents);
  const checked = await minutebook("check", "--archive", archive);
  expect([checked.code, checked.stdout]).toEqual([0, expect.stringMatching(/no faults/)]);
});

test("pages that are named by nothing but an address stay apart, and a link that could mean both means none", async () => {
  const { contents } = await archiveOf({
    "index.html": indexPage,
    "jo.doe@example.org.html": htmlPage({ title: "jo.doe@example.org", body: "<p>Jo trims lamps.</p>" }),
    "ann.lee@example.org.html": htmlPage({ title: "ann.lee@example.org", body: "<p>Ann lights lamps.</p>" }),
    "Lamp-Group_5000.html": htmlPage({ title: "Lamp Group", body: '<p>See <a href="jo.doe@example.org.html">Jo</a>.</p>' }),
  });
  expect([...contents].filter(([path]) => /^raw\/.*\.html$/.test(path)).map(([, text]) => text)).toEqual(
    expect.arrayContaining([expect.stringContaining("Jo trims"), expect.stringContaining("Ann lights")]),
  );
  const group = JSON.parse([...contents].find(([path]) => /^pages\/.*5000\.json$/.test(path))?.[1] ?? "");
  expect(JSON.stringify(group)).not.toMatch(/pages\/[^"]*redacted/);
  expect([...contents.values()].join("\n")).not.toMatch(/jo\.doe|ann\.lee/);
});

test("a file that is set aside is named without the address in its name", async () => {
  const folder = await folderOf({ ...withSecrets, "Minutes-ann.lee@example.org_5003.html": htmlPage({ title: "" }) });
  const run = await minutebook("backfill", "--from", folder, "--archive", join(await tempFolder(), "archive"), "--json");
  expect(run.code).toBe(3);
  expect(run.stdout + run.stderr).toContain("redacted_5003.html");
  expect(run.stdout + run.stderr).not.toContain("ann.lee");
});
