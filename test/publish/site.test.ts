import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { load } from "cheerio/slim";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csv } from "../../src/publish/csv.ts";
import { changeItem } from "../../src/publish/site/changes.ts";
import { linked, page } from "../../src/publish/site/page.ts";
import type { ChangeRecord } from "../../src/records/index.ts";
import { contentsOf, minutebook, timesOf } from "../sources/support/command-line.ts";

const sample = fileURLToPath(new URL("../../config/sample.yaml", import.meta.url));

describe("the site of the sample", () => {
  let folder = "";
  let archive = "";
  let out = "";

  beforeAll(async () => {
    folder = await mkdtemp(`${tmpdir()}/minutebook-test-`);
    [archive, out] = [join(folder, "archive"), join(folder, "site")];
    await minutebook("backfill", "--config", sample, "--archive", archive);
    const outcome = await minutebook("publish", "--archive", archive, "--out", out);
    expect(outcome.code, outcome.stderr).toBe(0);
  });

  afterAll(() => rm(folder, { recursive: true }));

  test("shows how each group is, what changed with its words, and where that stands", async () => {
    const first = load(await readFile(join(out, "index.html"), "utf8"));
    const groups = first("section")
      .first()
      .find("tbody tr")
      .toArray()
      .map((one) => first(one).find("td").first().text());
    expect(groups).toEqual(["Coastal Sensing SIG", "Reef Monitoring Working Group", "Tide Gauge Subgroup", "Water Quality Subgroup"]);
    const log = first("ol.log li")
      .toArray()
      .map((one) => first(one).text());
    expect(log.find((text) => text.startsWith("Water Quality Subgroup became inactive"))).toMatch(/“.+”/);
    expect(first("footer").text()).toMatch(/^Read from .*coastsig/);
  });

  test("leads to pages that are there, and loads nothing from anywhere", async () => {
    const files = await contentsOf(out);
    for (const [path, text] of files) {
      if (!path.endsWith(".html")) continue;
      const html = load(text);
      expect(html("script, img, iframe, link[rel=stylesheet]").length).toBe(0);
      for (const element of html("a[href], link[href]").toArray()) {
        const href = html(element).attr("href") ?? "";
        if (!/^https?:/.test(href)) expect([path, files.has(join(path, "..", href))]).toEqual([path, true]);
      }
    }
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(["groups/coastal-sensing-sig.html", "feeds/changes.atom", "tables/meetings.csv"]),
    );
  });

  test("tells of a group who led it, when it met and what it owes", async () => {
    const reef = load(await readFile(join(out, "groups/reef-monitoring-working-group.html"), "utf8"));
    const headings = reef("h2")
      .toArray()
      .map((one) => reef(one).text());
    expect(headings).toEqual(expect.arrayContaining(["Who leads it", "What changed", "Reports", "Reports that are due", "Meetings"]));
    expect(reef("p.soft").first().text()).toContain("the dates say inactive since");
  });

  test("is the same for the same archive, and never lies within it", async () => {
    const times = await timesOf(out);
    expect((await minutebook("publish", "--archive", archive, "--out", out)).stdout).toContain("none written");
    expect(await timesOf(out)).toEqual(times);
    const inside = await minutebook("publish", "--archive", archive, "--out", join(archive, "site"));
    expect([inside.code, inside.stderr]).toEqual([2, expect.stringContaining("lie within one another")]);
  });
});

test("words of a page do nothing but stand there", () => {
  const hostile = '<img src=x onerror=alert(1)>"&';
  const shown = load(page({ title: hostile, site: hostile, root: "", content: "", footer: "" }));
  expect([shown("h1").text(), shown("img").length, shown("title").text()]).toEqual([hostile, 0, hostile]);
  expect(linked("javascript:alert(1)", "here")).toBe("here");
  expect(linked('https://wiki.example.org/"onclick="x', "here")).not.toContain('"onclick');
  const change = {
    detectedOn: "2024-05-01",
    summary: hostile,
    basis: "stated",
    confidence: "high",
    correctedBy: null,
    evidence: [{ source: "wiki", url: null, quote: hostile }],
  };
  const item = load(changeItem(change as unknown as ChangeRecord));
  expect([item("img").length, item("blockquote").text()]).toEqual([0, `“${hostile}”`]);
});

test("a table for spreadsheets holds no formula, and what needs quotes has them", () => {
  expect(
    csv(
      ["a", "b"],
      [
        ['=HYPERLINK("x")', -4],
        ["one\ntwo", null],
        ["+1 202", "plain"],
      ],
    ),
  ).toBe('a,b\r\n"\'=HYPERLINK(""x"")",-4\r\n"one\ntwo",\r\n\'+1 202,plain\r\n');
});
