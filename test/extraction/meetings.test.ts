import { describe, expect, test } from "vitest";
import { factsOf, factsOfHtml, meetingsBelow } from "./support.ts";

const who = (people: readonly { name: string }[] | undefined) => people?.map((person) => person.name);

describe("what is a meeting", () => {
  test.each([
    ["a date in the title and an agenda", "2022-03-02 General Meeting", "## Agenda\n\n- Budget\n"],
    ["the blueprint: date and attendees", "Notes of the board", "## Date\n\n14 Feb 2020\n\n## Attendees\n\n- Ann Lee\n"],
    ["a dated agenda heading", "Upcoming Meeting w Agenda", "## Meeting Agenda, Monday, March 4, 2024\n\n- Budget\n"],
  ])("%s", (_, title, body) => {
    const facts = factsOf(body, { title });
    expect(facts.kind).toBe("meeting");
    expect(facts.meetings).toHaveLength(1);
  });

  test("a bare date below a page of meetings", () => {
    expect(factsOf("- talked about dunes\n", { title: "2019-02-13", parents: meetingsBelow }).kind).toBe("meeting");
  });

  test.each([
    [
      "a list of links to meeting pages",
      "2024 Meetings",
      "## [2024-02-14 Meeting](2024-02-14-Meeting_11.html)\n\n## [2024-02-28 Meeting](2024-02-28-Meeting_12.html)\n",
    ],
    ["an announcement", "An Introduction to Sand", "**When:** June 1, 2021\n\nA talk by Ann Lee.\n"],
  ])("%s is none", (_, title, body) => {
    expect(factsOf(body, { title }).meetings).toEqual([]);
  });
});

test("the date of the title beats a date field, which is often that of the page it was copied from", () => {
  const [meeting] = factsOf("## Date\n\n05 Jun 2020\n\n## Attendees\n\n- Ann Lee\n", { title: "Meeting Notes - June 19, 2020" }).meetings;
  expect(meeting?.date).toBe("2020-06-19");
  expect(meeting?.dateWitness?.rule).toBe("title");
});

describe("attendees", () => {
  const title = "2022-03-02 Meeting";

  test("of a list, roles and affiliations taken off, phones and others dropped", () => {
    const body =
      "> In attendance:\n>\n> - Ann Lee (recording)\n> - Bo Chen, Harbour Lab\n> - [redacted: phone]\n> - +3 others\n> - ...\n\n## Introductions\n\n- Say hello\n";
    expect(who(factsOf(body, { title }).meetings[0]?.attendees)).toEqual(["Ann Lee", "Bo Chen"]);
  });

  test("of bold lines below a heading, up to the next thing", () => {
    const body = "## Attendees\n\n**Ann Lee**\n\n**Bo Chen**\n\n**Recording:**\n\nnone today\n";
    expect(who(factsOf(body, { title }).meetings[0]?.attendees)).toEqual(["Ann Lee", "Bo Chen"]);
  });

  test("of one line, without the notes below it", () => {
    const body = "Present: Ann Lee, Bo Chen\n\nConnector Tests: they hold.\n";
    expect(who(factsOf(body, { title }).meetings[0]?.attendees)).toEqual(["Ann Lee", "Bo Chen"]);
  });

  test("of linked accounts, with the account", () => {
    const body =
      "## Attendees\n\n- [Ann Lee](https://wiki.example.org/wiki/people/70121:649dc451-8286-49a2-9235-8e8961c00c8c?ref=x)\n- @Bo Chen\n";
    expect(factsOf(body, { title }).meetings[0]?.attendees).toEqual([
      { name: "Ann Lee", account: "70121:649dc451-8286-49a2-9235-8e8961c00c8c" },
      { name: "Bo Chen", account: null },
    ]);
  });

  test("of a table with a column of names, and of a row that is labelled", () => {
    const table =
      "<h2>Participants</h2><table><tr><th>Name</th><th>Company</th></tr><tr><td>Ann Lee</td><td>Red Barn</td></tr><tr><td>Bo Chen</td><td></td></tr></table>";
    expect(who(factsOfHtml(table, { title }).meetings[0]?.attendees)).toEqual(["Ann Lee", "Bo Chen"]);
    const row = "<table><tr><th>Attendees</th><td>Ann Lee, Bo Chen</td></tr></table><h2>Agenda</h2><ul><li>x</li></ul>";
    expect(who(factsOfHtml(row, { title }).meetings[0]?.attendees)).toEqual(["Ann Lee", "Bo Chen"]);
  });

  test("a reason for absence is no list of people", () => {
    const body = "## Agenda\n\n- x\n\n### Reason for non-attendance\n\n- Ann Lee\n";
    expect(factsOf(body, { title }).meetings[0]?.attendees).toEqual([]);
  });
});

test("a canceled meeting is a record on a page of kind other", () => {
  const facts = factsOf("This meeting was cancelled.\n", { title: "Meeting Notes - 20190511" });
  expect(facts.kind).toBe("other");
  expect(facts.meetings.map((meeting) => [meeting.date, meeting.status])).toEqual([["2019-05-11", "canceled"]]);
});

test("a canceled next meeting does not cancel this one", () => {
  const facts = factsOf("## Attendees\n\n- Ann Lee\n\n## Notes\n\n- The next meeting is canceled.\n", { title: "2022-03-02 Meeting" });
  expect(facts.meetings[0]?.status).toBe("held");
});

test("rolling notes give one meeting per dated section", () => {
  const body =
    "### 5 October 2023\n\nPresent: Ann Lee, Bo Chen\n\n- fixed the gauge and wrote it down\n\n### 19 October 2023\n\nPresent: Ann Lee\n\n- nothing new, but the radar runs\n";
  const facts = factsOf(body, { title: "Rolling notes of the calls" });
  expect(facts.kind).toBe("log");
  expect(facts.meetings.map((meeting) => [meeting.ordinal, meeting.date, meeting.attendees.length])).toEqual([
    [1, "2023-10-05", 2],
    [2, "2023-10-19", 1],
  ]);
});

test("agenda and action items come with owner, due date and state", () => {
  const html =
    '<h2>Agenda</h2><ul><li>Budget<ul><li>detail</li></ul></li><li>Gauges</li></ul><h2>Action items</h2><ul class="inline-task-list"><li class="checked" data-inline-task-id="1">Bo Chen to write the page <time datetime="2023-02-01" class="date-past">01 Feb 2023</time></li><li data-inline-task-id="2">somebody: ask the harbour</li></ul>';
  const [meeting] = factsOfHtml(html, { title: "2023-01-18 Meeting" }).meetings;
  expect(meeting?.agenda).toEqual(["Budget", "Gauges"]);
  expect(meeting?.actionItems).toEqual([
    { text: "Bo Chen to write the page 01 Feb 2023", owner: { name: "Bo Chen", account: null }, due: "2023-02-01", done: true },
    { text: "somebody: ask the harbour", owner: null, due: null, done: false },
  ]);
});

describe("actions", () => {
  const actions = (facts: ReturnType<typeof factsOf>) =>
    facts.meetings[0]?.actionItems.map(({ text, owner, due }) => [text, owner?.name ?? null, due]);

  test.each<[string, unknown[]]>([
    [
      "## Action items\n\n- Ann Lee to write the report by March 10\n",
      ["Ann Lee to write the report by March 10", "Ann Lee", "2021-03-10"],
    ],
    ["## Actions\n\n- Check gauges (due 2021-03-12)\n", ["Check gauges (due 2021-03-12)", null, "2021-03-12"]],
    ["**Action Items:**\n\n1. Review the charter (Bo Chen)\n", ["Review the charter (Bo Chen)", "Bo Chen", null]],
    ["AI: Ann Lee to follow up with Acme\n", ["Ann Lee to follow up with Acme", "Ann Lee", null]],
    [
      "- Charter\n  - ACTION: Bo Chen will update the wiki by June 2nd\n",
      ["Bo Chen will update the wiki by June 2nd", "Bo Chen", "2021-06-02"],
    ],
  ])("%j", (body, action) => {
    expect(actions(factsOf(body, { title: "2021-03-04 Meeting" }))).toEqual([action]);
  });

  test("none is what is said about machines", () => {
    expect(actions(factsOf("AI: machines read the tide\n", { title: "2021-03-04 Meeting" }))).toEqual([]);
  });

  test("in December a day of January is next year's", () => {
    const facts = factsOf("## Action items\n\n- Read gauges by January 10\n", { title: "2021-12-16 Meeting" });
    expect(actions(facts)).toEqual([["Read gauges by January 10", null, "2022-01-10"]]);
  });

  test("a table of actions", () => {
    const row = (cells: readonly string[], tag: string) => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
    const html = `<table>${row(["Action", "Owner", "Due"], "th")}${row(["Read gauges", "Ann Lee", "2021-03-12"], "td")}${row(["Buy boots", "", "soon"], "td")}</table>`;
    expect(actions(factsOfHtml(html, { title: "2021-03-04 Meeting" }))).toEqual([
      ["Read gauges", "Ann Lee", "2021-03-12"],
      ["Buy boots", null, null],
    ]);
  });
});

test("the recordings of a meeting are those under its recording label", () => {
  const body =
    "**Recording:**\n\n[here](https://youtu.be/AAAAAAAAAAA)\n\n## Agenda\n\n- a [talk](https://youtu.be/BBBBBBBBBBB) that somebody liked\n";
  const facts = factsOf(body, { title: "2024-01-29 Call" });
  expect(facts.meetings[0]?.recordings).toEqual(["AAAAAAAAAAA"]);
  expect(facts.recordings.map((recording) => recording.key)).toEqual(["AAAAAAAAAAA", "BBBBBBBBBBB"]);
});
