import { describe, expect, test } from "vitest";
import { openArchive } from "../../../src/archive/index.ts";
import { ann, desk, guildWiki, served } from "./support.ts";

const include = (name: string, title: string): string =>
  `<ac:structured-macro ac:name="${name}"><ac:parameter ac:name=""><ac:link><ri:page ri:content-title="${title}"/></ac:link></ac:parameter></ac:structured-macro>`;

/** A page of contents that shows a report and the excerpt of a meeting. */
function wikiWithInclusions() {
  const wiki = guildWiki(5000, "page");
  const at = "2024-04-20T12:00:00.000Z";
  const add = (id: string, title: string, storage: string): unknown =>
    wiki.addPage({ id, space: "LAN", title, parentId: "5000", storage, authorId: ann, at });
  add("7000", "2024 Q1 Report", "<h2>Project Health</h2><p>Bright.</p><h2>Authors</h2><ul><li>Ilse Brandvold</li></ul>");
  add(
    "7001",
    "2024-04-24 Meeting",
    '<ac:structured-macro ac:name="excerpt"><ac:rich-text-body><h2>Attendees</h2><ul><li>Una Vex</li></ul></ac:rich-text-body></ac:structured-macro>',
  );
  add(
    "7002",
    "News of the guild",
    `<p>Lately:</p>${include("include", "2024 Q1 Report")}${include("excerpt-include", "2024-04-24 Meeting")}`,
  );
  return wiki;
}

describe("what a page includes is told once, by the page that holds it", () => {
  test.each(["cloud", "server", "web"] as const)("at %s", async (flavour) => {
    const confluence = await served({ flavour, wiki: wikiWithInclusions() });
    const { sync, archive, page } = await desk(confluence);
    const outcome = await sync();
    expect(outcome.code, outcome.stdout + outcome.stderr).toBe(0);
    const reader = await openArchive(archive);
    const reports = await Array.fromAsync(reader.records("reports"));
    expect(reports.map(({ page }) => page)).toEqual(["pages/LAN/7000"]);
    const people = await Array.fromAsync(reader.records("people"));
    const una = people.find(({ name }) => name === "Una Vex");
    expect([...new Set(una?.evidence.map(({ pageId }) => pageId))]).toEqual(["7001"]);
    const news = await page("7002");
    expect(news.markdown.trim()).toBe("Lately:");
    expect(news.losses).toEqual([
      { what: "macro excerpt-include", count: 1 },
      { what: "macro include", count: 1 },
    ]);
    if (flavour !== "web") expect(news.links.map(({ page }) => page)).toEqual(["pages/LAN/7000", "pages/LAN/7001"]);
  });
});
