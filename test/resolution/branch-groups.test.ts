// Past 300 lines: every part resolves the pages of one space, built with the same helpers.
import { describe, expect, test } from "vitest";
import type { RawEnvelope } from "../../src/pages/raw.ts";
import type { PageEntry } from "../../src/resolution/index.ts";
import { below, home, page, resolve } from "./support.ts";

/** The pages above, from the root down: `["Tide Gauge", "5"]`. */
const under = (...crumbs: readonly (readonly [string, string])[]): Partial<RawEnvelope> => ({
  parents: crumbs.map(([title, pageId]) => ({ title, href: null, pageId })),
});
const root = ["Dune SIG", "1"] as const;
const gaugeCrumb = ["Tide Gauge", "5"] as const;
const meetings = (count: number, over: Partial<RawEnvelope>, first = 11, body = "## Attendees\n\n- Ann Lee\n"): PageEntry[] =>
  Array.from({ length: count }, (_, index) => page(String(first + index), `2024-01-${first + index} Meeting`, body, over));
const gauge = page("5", "Tide Gauge", "We measure.\n", under(root));
/** What the space meets beside its branches. */
const general = meetings(2, under(root), 21);
const groupsOf = (pages: readonly PageEntry[]) =>
  resolve(pages).groups.map((group) => [group.id, group.groupKind, group.homePage, group.parent]);

const dune = ["groups/dune-sig", "sig", "pages/DUNE/1", null];
const tide = ["groups/tide-gauge", "project", "pages/DUNE/5", "groups/dune-sig"];

describe("a page with meetings below it", () => {
  test("is the home of a group, to which the meetings belong", () => {
    const { groups, meetings: held } = resolve([home, gauge, ...general, ...meetings(3, under(root, gaugeCrumb))]);
    expect(groups.map((group) => [group.id, group.groupKind, group.homePage, group.parent])).toEqual([dune, tide]);
    expect(held.map((meeting) => meeting.group)).toEqual([...Array(3).fill("groups/tide-gauge"), "groups/dune-sig", "groups/dune-sig"]);
    expect(groups[1]).toMatchObject({ lastMeetingOn: "2024-01-13", evidence: [{ pageId: "5" }] });
  });

  test.each(["Meetings", "2023", "Q2 Agendas", "Call notes", "01/02", "Working Groups"])("over a folder %s too", (title) => {
    const folder = page("6", title, "Below.\n", under(root, gaugeCrumb));
    expect(groupsOf([home, gauge, ...general, folder, ...meetings(3, under(root, gaugeCrumb, [title, "6"]))])).toEqual([dune, tide]);
  });

  test("over a page that is a meeting itself", () => {
    const first = page("6", "Kickoff of the gauge", "## Date\n\n2024-01-09\n\n## Attendees\n\n- Bo Chen\n", under(root, gaugeCrumb));
    const below6 = meetings(3, under(root, gaugeCrumb, ["Kickoff of the gauge", "6"]));
    expect(groupsOf([home, gauge, ...general, first, ...below6])).toEqual([dune, tide]);
  });

  test("whose name says its kind has that kind", () => {
    const chapter = page("5", "Harbour Chapter", "We walk.\n", under(root));
    expect(groupsOf([home, chapter, ...general, ...meetings(3, under(root, ["Harbour Chapter", "5"]))])[1]).toEqual([
      "groups/harbour-chapter",
      "chapter",
      "pages/DUNE/5",
      "groups/dune-sig",
    ]);
  });

  test.each<[string, readonly PageEntry[]]>([
    ["too few meetings", [home, gauge, ...general, ...meetings(2, under(root, gaugeCrumb))]],
    ["meetings right below the home", [home, gauge, ...general, ...meetings(4, under(root))]],
    [
      "a folder right below the home",
      [home, ...general, page("6", "Meetings", "x\n", under(root)), ...meetings(4, under(root, ["Meetings", "6"]))],
    ],
    ["meetings without a day", [home, gauge, ...general, ...meetings(4, under(root, gaugeCrumb)).map((entry) => undated(entry))]],
    ["a page that is not in the archive", [home, ...general, ...meetings(4, under(root, gaugeCrumb))]],
  ])("is none with %s", (_, pages) => {
    expect(groupsOf(pages)).toEqual([dune]);
  });

  test("makes no second group beside one that the pages name", () => {
    const subgroup = page("5", "Gauge Subgroup", "We measure.\n", under(root));
    const list = page("6", "Notes", "## Subgroups\n\n- [Gauge Sub-Group](Page_5.html)\n");
    expect(groupsOf([home, subgroup, list, ...meetings(3, under(root, ["Gauge Subgroup", "5"]))]).map(([id]) => id)).toEqual([
      "groups/dune-sig",
      "groups/gauge-subgroup",
    ]);
  });
});

function undated(entry: PageEntry): PageEntry {
  return { ...entry, facts: { ...entry.facts, meetings: entry.facts.meetings.map((meeting) => ({ ...meeting, date: null })) } };
}

describe("a branch that holds nearly all meetings of a space", () => {
  const plain = { spaceName: "Dune" };
  const start = page("1", "Dune", "We watch.\n", { isHome: true, ...plain });
  const branch = page("5", "Tide Gauge", "We measure.\n", { ...under(["Dune", "1"]), ...plain });
  const inBranch = meetings(4, { ...under(["Dune", "1"], gaugeCrumb), ...plain });

  test("is the space's own group under another name", () => {
    const { groups, meetings: held } = resolve([start, branch, ...inBranch]);
    expect(groups.map((group) => [group.id, group.aliases])).toEqual([["groups/dune", ["DUNE", "Tide Gauge"]]]);
    expect(new Set(held.map((meeting) => meeting.group))).toEqual(new Set(["groups/dune"]));
  });

  test("is a group of its own where others meet too", () => {
    const others = meetings(3, { ...under(["Dune", "1"]), ...plain }, 21);
    expect(resolve([start, branch, ...inBranch, ...others]).groups.map((group) => group.id)).toEqual(["groups/dune", "groups/tide-gauge"]);
  });

  test("is a group of its own where its name says its kind", () => {
    const chapter = page("5", "Harbour Chapter", "We walk.\n", { ...under(["Dune", "1"]), ...plain });
    const below5 = meetings(4, { ...under(["Dune", "1"], ["Harbour Chapter", "5"]), ...plain });
    expect(resolve([start, chapter, ...below5]).groups.map((group) => group.id)).toContain("groups/harbour-chapter");
  });

  test("is a group of its own deeper in the tree", () => {
    const projects = page("4", "Projects", "Below.\n", { ...under(["Dune", "1"]), ...plain });
    const crumbs = [
      ["Dune", "1"],
      ["Projects", "4"],
    ] as const;
    const deep = page("5", "Tide Gauge", "We measure.\n", { ...under(...crumbs), ...plain });
    const below5 = meetings(4, { ...under(...crumbs, gaugeCrumb), ...plain });
    expect(resolve([start, projects, deep, ...below5]).groups.map((group) => group.id)).toContain("groups/tide-gauge");
  });
});

describe("what the pages declare of a group's state", () => {
  const project = (body: string, over = under(root)) => page("5", "Tide Gauge Project", body, over);
  const crumb = ["Tide Gauge Project", "5"] as const;
  const statusOf = (pages: readonly PageEntry[]) => resolve(pages).groups.find((group) => group.id === "groups/tide-gauge-project")?.status;

  test.each([
    ["**Status:** Incubation\n", "active"],
    ["## Status\n\nActive\n", "active"],
    ["**Project status:** On hold\n", "inactive"],
    ["## Current status\n\nEnd of life\n", "archived"],
  ])("a field of the home page: %s", (body, value) => {
    expect(statusOf([home, project(`${body}\n\nWe measure.\n`), ...meetings(3, under(root, crumb))])).toEqual({
      value,
      since: null,
      basis: "status on the home page",
    });
  });

  test.each([
    ["a sentence", "**Status:** The gauge is active in the harbour of the old town by the sea\n"],
    ["a field further down", `${"- sand\n".repeat(14)}\n**Status:** Active\n`],
    ["another field", "**Status of the tide:** Active\n"],
    ["no state", "**Status:** wet\n"],
  ])("not: %s", (_, body) => {
    expect(statusOf([home, project(`${body}\nWe measure.\n`), ...meetings(3, under(root, crumb))])?.value).toBe("unknown");
  });

  test("not: a field of a page that is no home", () => {
    const note = page("7", "A note on sand", "**Status:** Archived\n\nx\n", under(root, crumb));
    expect(note.facts.groups).toEqual([]);
    expect(statusOf([home, project("We measure.\n"), note, ...meetings(3, under(root, crumb))])?.value).toBe("unknown");
  });

  test("the home of the space tells of the space's group", () => {
    const start = page("1", "Dune SIG", "**Status:** Dormant\n\nWe watch.\n", { isHome: true });
    expect(resolve([start]).groups[0]?.status).toEqual({ value: "inactive", since: null, basis: "status on the home page" });
  });

  const archive = ["Archived Projects", "4"] as const;

  test("a place below an archive", () => {
    const pages = [page("4", "Archived Projects", "x\n", under(root)), project("We measure.\n", under(root, archive))];
    expect(statusOf([home, ...pages, ...meetings(3, under(root, archive, crumb))])).toEqual({
      value: "archived",
      since: null,
      basis: "below an archive page",
    });
  });

  test("the field of the home page goes before its place", () => {
    const pages = [page("4", "Archived Projects", "x\n", under(root)), project("**Status:** Active\n\nx\n", under(root, archive))];
    expect(statusOf([home, ...pages, ...meetings(3, under(root, archive, crumb))])?.value).toBe("active");
  });

  test("the home of the space is in no archive of its own", () => {
    const start = page("1", "Dune SIG", "We watch.\n", { isHome: true, ...under(archive) });
    expect(resolve([start]).groups[0]?.status.value).toBe("unknown");
  });

  test("a place below a page that only speaks of an archive says nothing", () => {
    const crumbs = ["How to archive", "4"] as const;
    expect(statusOf([home, project("We measure.\n", under(root, crumbs)), ...meetings(3, under(root, crumbs, crumb))])?.value).toBe(
      "unknown",
    );
  });

  const told = (id: string, date: string, sentence: string) =>
    page(id, `${date} Meeting`, `## Attendees\n\n- Ann Lee\n\n## Notes\n\n- ${sentence}\n`, under(root, crumb));
  const ended = told("31", "2023-06-07", "The project moved to end of life status on June 2, 2023.");

  test("a stated change, with its date", () => {
    expect(statusOf([home, project("We measure.\n"), ended, ...meetings(3, under(root, crumb))])).toEqual({
      value: "inactive",
      since: "2023-06-02",
      basis: "stated change",
    });
  });

  test("the last one told counts, in whatever order the pages come", () => {
    const again = told("30", "2023-09-06", "The project was relaunched on September 1, 2023.");
    const pages = [home, project("We measure.\n"), again, ended, ...meetings(3, under(root, crumb))];
    for (const order of [pages, [...pages].reverse()])
      expect(statusOf(order)).toEqual({ value: "active", since: "2023-09-01", basis: "stated change" });
    const earlier = told("30", "2023-09-06", "The project was relaunched on May 1, 2023.");
    expect(statusOf([home, project("We measure.\n"), earlier, ended, ...meetings(3, under(root, crumb))])?.value).toBe("active");
  });

  test("a mark goes before a stated change", () => {
    const pages = [home, project("**Status:** Active\n\nWe measure.\n"), ended, ...meetings(3, under(root, crumb))];
    expect(statusOf(pages)?.basis).toBe("status on the home page");
  });

  test("a change of another group says nothing", () => {
    const elsewhere = page(
      "31",
      "2023-06-07 Meeting",
      "## Attendees\n\n- Ann Lee\n\n## Notes\n\n- The project moved to dormant.\n",
      under(root),
    );
    expect(statusOf([home, project("We measure.\n"), elsewhere, ...meetings(3, under(root, crumb))])?.value).toBe("unknown");
  });
});

describe("an umbrella space", () => {
  const over = { spaceName: "Harbour" };
  const start = page("1", "Harbour", "Welcome.\n", { isHome: true, ...over });
  const body = "## Description\n\nx\n\n## Overall Health\n\ngood\n\n## Issues\n\nnone\n";
  const reports = (...titles: string[]) => titles.map((title, index) => page(String(31 + index), title, body, over));
  const names = (pages: readonly PageEntry[]) => resolve(pages).groups.map((group) => group.name);

  test("whose reports name their own groups has no group of its own", () => {
    const { groups, reports: found } = resolve([
      start,
      ...reports("2019 Q1 Gauge WG Report", "2019 Q1 Sand WG Report", "2019 Q2 Sand WG Report"),
    ]);
    expect(groups.map((group) => [group.name, group.parent])).toEqual([
      ["Gauge WG", null],
      ["Sand WG", null],
    ]);
    expect(found.map((report) => report.group)).toEqual(["groups/gauge-wg", "groups/sand-wg", "groups/sand-wg"]);
  });

  test("whose reports name none is a project", () => {
    expect(names([start, ...reports("2019 Q1 Report", "2019 Q2 Report")])).toEqual(["Harbour"]);
    expect(names([start, ...reports("2019 Q1 Report")])).toEqual([]);
  });

  test("one report that names none among those that do makes no group", () => {
    expect(names([start, ...reports("2019 Q1 Gauge WG Report", "2019 Q1 Sand WG Report", "2019 Q1 Report")])).toEqual([
      "Gauge WG",
      "Sand WG",
    ]);
  });

  test("whose meetings name their own group has that group alone", () => {
    const held = [1, 2, 3].map((index) =>
      page(String(40 + index), `2019-05-0${index} Gauge Working Group Agenda`, "## Agenda\n\n- x\n", over),
    );
    expect(names([start, ...held])).toEqual(["Gauge Working Group"]);
    expect(names([start, ...held.slice(0, 2)])).toEqual([]);
  });

  test("a list with links to homes elsewhere names groups, a mention in passing none", () => {
    const link = "https://wiki.example.org/wiki/display/GAUGE/Gauge+SIG";
    const list = page("6", "Groups", `## Working groups\n\n- [Gauge SIG](${link})\n`, over);
    expect(names([start, list])).toEqual(["Gauge SIG"]);
    const note = page("6", "Groups", "## Sand SIG\n\nx\n", over);
    expect(names([start, note])).toEqual([]);
  });
});

describe("recordings", () => {
  const video = "https://youtu.be/CCCCCCCCCCC";
  const table = (date: string) =>
    page(
      "9",
      "Recordings",
      `<table><tr><th>Date</th><th>Link</th></tr><tr><td>${date}</td><td><a href="${video}">recording</a></td></tr></table>`,
    );

  test("of a day with two pages, agenda and notes, are of both", () => {
    const agenda = page("11", "2024-01-10 Agenda", "## Agenda\n\n- sand\n");
    const notes = page("12", "2024-01-10 Notes", "## Attendees\n\n- Ann Lee\n");
    const { meetings: held, recordings } = resolve([home, table("2024-01-10"), agenda, notes]);
    expect(held.map((meeting) => meeting.recordings)).toEqual([["recordings/youtube/CCCCCCCCCCC"], ["recordings/youtube/CCCCCCCCCCC"]]);
    expect(recordings[0]?.meetings).toHaveLength(2);
    expect(resolve([home, table("2024-01-17"), agenda, notes]).recordings[0]?.meetings).toEqual([]);
  });

  test("of that day are not of a canceled meeting or of another group", () => {
    const canceled = page("11", "2024-01-10 Agenda", "This meeting was canceled.\n");
    const subgroup = page("5", "Gauge Subgroup", "We measure.\n", below("Dune SIG", "1"));
    const other = page("13", "2024-01-10 Meeting", "## Attendees\n\n- Bo Chen\n", below("Gauge Subgroup", "5"));
    expect(resolve([home, subgroup, table("2024-01-10"), canceled, other]).recordings[0]?.meetings).toEqual([]);
  });

  test.each([
    ["2024-01-11", 1],
    ["2024-01-09", 1],
    ["2024-01-12", 0],
  ])("that a page shows under another date, %s, are its own up to a day apart", (date, count) => {
    const notes = page("12", "2024-01-10 Notes", `**Recording:** [here](${video})\n\n## Attendees\n\n- Ann Lee\n`);
    expect(resolve([home, table(date), notes]).meetings[0]?.recordings).toHaveLength(count);
  });

  const talk = page("7", "Tide gauges", "**When:** June 1, 2021\n\n## Speakers\n\n- Ann Lee\n- Bo Chen\n");
  const list = (line: string) => page("8", "Talks", `- ${line}\n- [Sand](https://example.org/sand)\n`);

  test("take date and presenters from the talk that their line links", () => {
    const { recordings, people } = resolve([home, talk, list(`[Tide gauges](Page_7.html) ([Video](${video}))`)]);
    expect(recordings).toMatchObject([{ date: "2021-06-01", dateBasis: "talk", presenters: [{ name: "Ann Lee" }, { name: "Bo Chen" }] }]);
    expect(people.map((person) => person.name).sort()).toEqual(["Ann Lee", "Bo Chen"]);
  });

  test("keep what their own line says", () => {
    const { recordings } = resolve([home, talk, list(`[Tide gauges](Page_7.html), May 30, 2021 ([Video](${video}))`)]);
    expect(recordings).toMatchObject([{ date: "2021-05-30", presenters: [{ name: "Ann Lee" }, { name: "Bo Chen" }] }]);
  });

  test.each([
    ["a page that announces nothing", [page("7", "Tide gauges", "Sand.\n"), list(`[Tide gauges](Page_7.html) ([Video](${video}))`)]],
    ["a page that is not in the archive", [list(`[Tide gauges](Page_7.html) ([Video](${video}))`)]],
    ["a page behind the recording", [talk, list(`[Video](${video}), see [Tide gauges](Page_7.html)`)]],
  ])("take nothing from %s", (_, pages) => {
    expect(resolve([home, ...pages]).recordings).toMatchObject([{ date: null, presenters: [] }]);
  });

  test("on the page of a talk are of it; among others, only those at its recording label", () => {
    const announced = (links: string) => page("7", "Tide gauges", `## When\n\nJune 1, 2021\n\n## Speaker\n\nAnn Lee\n\n${links}\n`);
    const whole = resolve([home, announced(`## Links\n\n[Sand waves](${video})`)]).recordings;
    expect(whole).toMatchObject([{ date: "2021-06-01", dateBasis: "talk", presenters: [{ name: "Ann Lee" }] }]);
    const both = resolve([
      home,
      announced(`**Recording:** [here](${video})\n\n## See also\n\n[Sand waves](https://youtu.be/DDDDDDDDDDD)`),
    ]).recordings;
    expect(both.map(({ key, date, presenters }) => [key, date, presenters.length])).toEqual([
      ["CCCCCCCCCCC", "2021-06-01", 1],
      ["DDDDDDDDDDD", null, 0],
    ]);
  });

  test("of a meeting have its presenters", () => {
    const held = page(
      "12",
      "2024-01-10 Meeting",
      `**Presenter:** Ann Lee\n\n**Recording:** [here](${video})\n\n## Attendees\n\n- Bo Chen\n`,
    );
    expect(resolve([home, held]).recordings).toMatchObject([
      { date: "2024-01-10", dateBasis: "meeting", presenters: [{ name: "Ann Lee" }] },
    ]);
  });
});
