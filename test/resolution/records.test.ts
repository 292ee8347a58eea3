import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nothingDeclared } from "../../src/changes/index.ts";
import { canonicalJson } from "../../src/records/canonical-json.ts";
import { resolveRecords } from "../../src/resolution/index.ts";
import { below, home, nothing, page, resolve } from "./support.ts";

const person = (name: string, account: string) => `[${name}](https://wiki.example.org/wiki/people/${account}?ref=x)`;
const accountA = "5e7e004847dc780c3c85441c";
const accountB = "5e7e004847dc780c3c85441d";
const meeting = (id: string, date: string, attendees: readonly string[], over = {}) =>
  page(id, `${date} Meeting`, `## Attendees\n\n${attendees.map((name) => `- ${name}`).join("\n")}\n`, over);

test("who was elected successor holds the office in which pages list the person", () => {
  const { groups } = resolve([
    home,
    page("11", "Leadership", "**Chair:** Bo Chen\n", { modifiedOn: "2024-05-01" }),
    meeting("12", "2024-03-20", ["Ann Lee"]),
    page("13", "2024-03-27 Meeting", "Bo Chen was elected as her successor and takes over on April 1, 2024.\n"),
  ]);
  expect(groups[0]?.leadership.map((term) => [term.person.name, term.role, term.start])).toEqual([["Bo Chen", "chair", "2024-04-01"]]);
});

describe("who is who", () => {
  test("one account under two spellings is one person with an alias", () => {
    const { people } = resolve([
      home,
      meeting("11", "2024-01-10", [person("Jo Park", accountA)]),
      meeting("12", "2024-01-24", [person("Joanna Park", accountA)]),
    ]);
    expect(people.map((record) => [record.name, record.aliases, record.accountIds])).toEqual([["Joanna Park", ["Jo Park"], [accountA]]]);
  });

  test("a bare name and an account of that name in one space are one person", () => {
    const { people, meetings } = resolve([
      home,
      meeting("11", "2024-01-10", [person("Jo Park", accountA)]),
      meeting("12", "2024-01-24", ["Jo Park"]),
    ]);
    expect(people).toHaveLength(1);
    expect(meetings.map((record) => record.attendees[0]?.id)).toEqual(["people/jo-park", "people/jo-park"]);
  });

  test("one name with two accounts is one person who changed accounts, unless a page lists both", () => {
    const migrated = [
      home,
      meeting("11", "2024-01-10", [person("Jo Park", accountA)]),
      meeting("12", "2024-01-24", [person("Jo Park", accountB)]),
    ];
    expect(resolve(migrated).people).toHaveLength(1);
    const two = [home, meeting("11", "2024-01-10", [person("Jo Park", accountA), person("Jo Park", accountB)])];
    const { people } = resolve(two);
    expect(people.map((record) => record.accountIds)).toEqual(expect.arrayContaining([[accountA], [accountB]]));
    expect(new Set(people.map((record) => record.id)).size).toBe(2);
  });

  test("a first name alone is nobody's record, and is kept as shown", () => {
    const { people, meetings } = resolve([home, meeting("11", "2024-01-10", ["Arturo"])]);
    expect(people).toEqual([]);
    expect(meetings[0]?.attendees).toEqual([{ name: "Arturo" }]);
  });

  test("the same name in two spaces is not joined", () => {
    const { people } = resolve([
      home,
      meeting("11", "2024-01-10", ["Jo Park"]),
      meeting("21", "2024-01-10", ["Jo Park"], { space: "REEF", spaceName: "Reef SIG" }),
    ]);
    expect(people).toHaveLength(2);
  });
});

describe("groups", () => {
  const gauge = page("5", "DUNE-SIG - Gauge Subgroup (Archived)", "We measure.\n", below("Dune SIG", "1"));

  test("spellings, the title of the home and a list entry are one group with its parent and state", () => {
    const list = page(
      "6",
      "Notes",
      "## Subgroups\n\n- [Gauge Sub-Group](https://wiki.example.org/wiki/display/DUNE/DUNE-SIG+-+Gauge+Subgroup+%28Archived%29)\n",
    );
    const { groups } = resolve([home, gauge, list]);
    expect(groups.map((group) => [group.id, group.parent, group.status.value, group.homePage])).toEqual([
      ["groups/dune-sig", null, "unknown", "pages/DUNE/1"],
      ["groups/gauge-subgroup", "groups/dune-sig", "archived", "pages/DUNE/5"],
    ]);
  });

  test("a meeting belongs to the group whose home stands above it, or that a title above it names", () => {
    const below5 = meeting("11", "2024-01-10", ["Ann Lee"], below("DUNE-SIG - Gauge Subgroup (Archived)", "5"));
    const named = meeting("12", "2024-01-11", ["Ann Lee"], below("Gauge Subgroup Meetings"));
    const general = meeting("13", "2024-01-12", ["Ann Lee"]);
    const { meetings } = resolve([home, gauge, below5, named, general]);
    expect(meetings.map((record) => record.group)).toEqual(["groups/gauge-subgroup", "groups/gauge-subgroup", "groups/dune-sig"]);
  });

  test("groups of other spaces among the links are not ours", () => {
    const links = page(
      "6",
      "Links",
      "## Working groups\n\n- [Reef SIG](https://wiki.example.org/wiki/display/REEF/Reef+SIG)\n- [Wind SIG](https://wiki.example.org/wiki/display/WIND/Wind+SIG)\n",
    );
    expect(resolve([home, links, links]).groups.map((group) => group.name)).toEqual(["Dune SIG"]);
  });
});

describe("recordings", () => {
  const footer = "**New here?** [How to get an account](https://youtu.be/AAAAAAAAAAA)\n";

  test("a video in the foot of most pages is furniture; one linked from several pages in its own words is one recording", () => {
    const pages = Array.from({ length: 10 }, (_, index) =>
      page(
        String(20 + index),
        `2024-02-${10 + index} Meeting`,
        `## Agenda\n\n- [Talk ${index % 3}](https://youtu.be/BBBBBBBBBBB)\n\n${footer}`,
      ),
    );
    const { recordings } = resolve([home, ...pages]);
    expect(recordings.map((recording) => [recording.key, recording.evidence.length])).toEqual([["BBBBBBBBBBB", 10]]);
  });

  test("a table of recordings meets the meetings of its days", () => {
    const table = page(
      "9",
      "Recordings",
      '<table><tr><th>Date</th><th>Link</th></tr><tr><td>2024-01-10</td><td><a href="https://youtu.be/CCCCCCCCCCC">recording</a></td></tr></table>',
    );
    const { meetings, recordings } = resolve([home, table, meeting("11", "2024-01-10", ["Ann Lee"])]);
    expect(meetings[0]?.recordings).toEqual(["recordings/youtube/CCCCCCCCCCC"]);
    expect(recordings[0]).toMatchObject({ date: "2024-01-10", dateBasis: "row", meetings: [meetings[0]?.id] });
  });

  test("a file named on the day after has the day of its meeting", () => {
    const file = "https://files.example.org/20240111-call.mp4";
    const notes = page("11", "2024-01-10 Meeting", `## Attendees\n\n- Ann Lee\n\n## Recording\n\n[Recording](${file})\n`);
    const alone = page("12", "Tide charts", `Our talk: [Recording](${file})\n`);
    expect(resolve([home, notes]).recordings).toMatchObject([{ date: "2024-01-10", dateBasis: "meeting" }]);
    expect(resolve([home, alone]).recordings).toMatchObject([{ date: "2024-01-11", dateBasis: "file name" }]);
  });

  test("a video with another date on a copied page is not that meeting's recording", () => {
    const table = page(
      "9",
      "Recordings",
      '<table><tr><th>Date</th><th>Link</th></tr><tr><td>2024-01-10</td><td><a href="https://youtu.be/CCCCCCCCCCC">recording</a></td></tr></table>',
    );
    const copied = page("12", "2024-02-07 Meeting", "**Recording:** [here](https://youtu.be/CCCCCCCCCCC)\n\n## Agenda\n\n- x\n");
    const { meetings } = resolve([home, table, meeting("11", "2024-01-10", ["Ann Lee"]), copied]);
    expect(meetings.map((record) => record.recordings.length)).toEqual([1, 0]);
  });
});

test("one course over many pages is one record whose latest page counts, with its history", () => {
  const listed = (id: string, on: string, cost: string) =>
    page(
      id,
      `${on} Meeting`,
      `<table><tr><th>Provider</th><th>Course</th><th>Cost</th></tr><tr><td>IOI</td><td><a href="https://a.example.org/sand/">Sand I</a></td><td>${cost}</td></tr></table><h2>Agenda</h2><p>x</p>`,
    );
  const { courses } = resolve([
    home,
    listed("11", "2024-01-10", "$99"),
    listed("12", "2024-02-10", "$99"),
    listed("13", "2024-03-10", "$120"),
  ]);
  expect(courses).toMatchObject([{ id: "courses/ioi/sand-i", cost: { amount: 120 } }]);
  expect(courses[0]?.history.map((item) => [item.on, item.cost?.amount])).toEqual([
    ["2024-01-10", 99],
    ["2024-03-10", 120],
  ]);
  expect(courses[0]?.evidence).toHaveLength(3);
});

describe("reports", () => {
  const body = "## Description\n\nx\n\n## Overall Health\n\ngood\n\n## Issues\n\nnone\n";

  test("the first report of a period has the bare id, further ones carry their page", () => {
    const { reports } = resolve([
      home,
      page("31", "2022-Q1 Report", body),
      page("4", "2022-Q1 Report, corrected", body),
      page("33", "Report of the board", `${body}\n## Planned\n\nx\n`),
    ]);
    expect(reports.map((report) => report.id).sort()).toEqual([
      "reports/dune-sig/2022-Q1",
      "reports/dune-sig/2022-Q1-31",
      "reports/dune-sig/undated-33",
    ]);
  });
});

describe("changes and terms", () => {
  const report = page(
    "31",
    "2022-Q2 Report",
    "## Overall Health\n\nIn the Spring of 2022, Ann Lee resigned her position as the chair of the Dune SIG and Bo Chen was nominated to lead the group.\n\n## Issues\n\nnone\n",
  );
  const note = page("11", "2022-04-13 Meeting", "## Agenda\n\n- Announce Bo Chen as the new Dune SIG Chair!\n");

  test("two pages that tell of one handover make one change, with the narrowest date and both as evidence", () => {
    const { changes, groups } = resolve([home, report, note]);
    expect(changes).toMatchObject([
      {
        type: "leadership.handover",
        group: "groups/dune-sig",
        at: "2022-04-13",
        basis: "stated",
        confidence: "high",
        from: [{ name: "Ann Lee" }],
        to: [{ name: "Bo Chen" }],
      },
    ]);
    expect(changes[0]?.evidence.map((item) => item.pageId).sort()).toEqual(["11", "31"]);
    expect(groups[0]?.leadership.map((term) => [term.person.name, term.role, term.start, term.end])).toEqual([
      ["Ann Lee", "chair", null, "2022-04-13"],
      ["Bo Chen", "chair", "2022-04-13", null],
    ]);
  });

  test("a reported change is frozen; a later page adds evidence, not another change", () => {
    const first = resolve([home, report], nothing, "2022-07-01");
    const second = resolve([home, report, note], { ...nothing, ...first }, "2022-09-01");
    expect(second.changes).toHaveLength(1);
    expect(second.changes[0]).toMatchObject({ id: first.changes[0]?.id, at: "2022-21", detectedOn: "2022-07-01" });
    expect(second.changes[0]?.evidence).toHaveLength(2);
  });

  test("the same sentence on later pages is the same statement", () => {
    const copies = ["2022-05-11", "2022-06-08"].map((date, index) =>
      page(`1${index + 2}`, `${date} Meeting`, "## Agenda\n\n- Announce Bo Chen as the new Dune SIG Chair!\n"),
    );
    const { changes } = resolve([home, note, ...copies]);
    expect(changes.filter(({ basis }) => basis === "stated")).toMatchObject([{ at: "2022-04-13" }]);
  });

  test("the elections of two years are two changes, though somebody was elected in both", () => {
    const election = (id: string, year: number, names: string) => page(id, `Dune SIG Chair Election ${year}`, `Results: ${names}\n`);
    const { changes } = resolve([home, election("51", 2021, "Ann Lee and Bo Chen"), election("52", 2022, "Bo Chen and Cy Dee")]);
    expect(changes.map((change) => change.at).sort()).toEqual(["2021", "2022"]);
  });
});

describe("ids", () => {
  const pages = [
    home,
    meeting("11", "2024-01-10", [person("Jo Park", accountA), "Ann Lee", "Ann Lée Cho"]),
    meeting("12", "2024-01-24", [person("Jo Park", accountB), "Bo Chen"], below("Gauge Subgroup")),
    page("5", "Gauge Subgroup", "We measure.\n"),
    page("31", "2022-Q1 Report", "## Description\n\nx\n\n## Overall Health\n\ngood\n\n## Report Author\n\nAnn Lee\n"),
  ];

  test("do not depend on the order in which pages are read", () => {
    const bytes = (records: ReturnType<typeof resolve>): string =>
      JSON.stringify([records.groups, records.people, records.reports, records.meetings]);
    const straight = bytes(resolve(pages));
    fc.assert(
      fc.property(fc.shuffledSubarray(pages, { minLength: pages.length }), (shuffled) => {
        expect(bytes(resolve(shuffled))).toBe(straight);
      }),
      { seed: 3, numRuns: 30 },
    );
  });

  test("are kept when more is learnt: a corrected date, a second spelling, a longer group name", () => {
    const before = resolve(pages);
    const later = pages.map((entry) =>
      entry.envelope.pageId === "11" ? meeting("11", "2024-01-11", [person("Joanna Park", accountA), "Ann Lee"]) : entry,
    );
    const after = resolve(later, { ...nothing, ...before });
    const ids = (records: ReturnType<typeof resolve>) => records.meetings.map((record) => record.id).sort();
    expect(ids(after)).toEqual(ids(before));
    expect(after.people.find((record) => record.accountIds.includes(accountA))?.id).toBe(
      before.people.find((record) => record.accountIds.includes(accountA))?.id,
    );
  });
});

test("every record that resolution makes fits its schema", () => {
  const { groups, people, reports, meetings, recordings, courses, changes } = resolve([home, meeting("11", "2024-01-10", ["Ann Lee"])]);
  for (const record of [...groups, ...people, ...reports, ...meetings, ...recordings, ...courses, ...changes])
    expect(() => canonicalJson(record.kind, record as never)).not.toThrow();
});

test("names that are declared to mean one group are one group, and it goes by all of them", () => {
  const pages = [
    home,
    page("11", "Gauge Subgroup", "Meets weekly.\n", below("Dune SIG", "1")),
    page("12", "Tide Subgroup", "Meets weekly.\n", below("Dune SIG", "1")),
    page("13", "2024-01-10 Gauge Subgroup Meeting", "## Attendees\n\n- Ann Lee\n"),
    page("14", "2024-01-17 Tide Subgroup Meeting", "## Attendees\n\n- Ann Lee\n"),
  ];
  const found = (aliases: readonly (readonly string[])[]) =>
    resolveRecords(pages, nothing, "2024-06-30", undefined, {
      knownUntil: () => "2024-06-30",
      groups: aliases.map((names) => ({ ...nothingDeclared, names: [...names] })),
      acknowledged: new Set(),
      formerUrls: [],
    }).records.groups.map(({ name, aliases: others }) => [name, others]);
  expect(found([]).map(([name]) => name)).toEqual(["Dune SIG", "Gauge Subgroup", "Tide Subgroup"]);
  const together = found([["Tide Subgroup", "Gauge Subgroup", "TGT"]]);
  expect(together.map(([name]) => name)).toEqual(["Dune SIG", "Gauge Subgroup"]);
  expect(together[1]?.[1]).toEqual(["TGT", "Tide Subgroup"]);
});

test("where a source was not read, the calendar of reports stays as it was", () => {
  const body = "## Description\n\nx\n\n## Overall Health\n\ngood\n\n## Report Author\n\nAnn Lee\n";
  const days = ["2023-04-05", "2023-07-05", "2023-10-05", "2024-01-05"];
  const reports = days.map((on, index) => page(String(31 + index), `2023-Q${index + 1} Report`, body, { createdOn: on, modifiedOn: on }));
  const terms = (until: string | null) => ({ knownUntil: () => until, groups: [], acknowledged: new Set<string>(), formerUrls: [] });
  const heard = resolveRecords([home, ...reports], nothing, "2024-06-30", undefined, terms("2024-06-30")).records;
  const [group] = heard.groups;
  expect(group?.reportCalendar?.length).toBeGreaterThan(3);
  const unheard = resolveRecords([home, ...reports], heard, "2024-07-30", undefined, terms(null)).records;
  expect(unheard.groups).toEqual(heard.groups);
});
