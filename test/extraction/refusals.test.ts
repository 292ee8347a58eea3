// What looks like a fact and is none; each case was read wrongly once.
import { describe, expect, test } from "vitest";
import { factsOf, meetingsBelow } from "./support.ts";

const home = { title: "Dune SIG", isHome: true };
const types = (body: string, over = {}) => factsOf(`${body}\n`, over).statements.map((statement) => statement.type);

describe("no change of the group's state", () => {
  test.each([
    "The notes of the group were moved to the archive.",
    "The old API of this project was deprecated.",
    "The first draft by the group was retired.",
    "## Dune SIG\n\nThe old format was deprecated.",
    "The proposal for a new logo was accepted.",
  ])("%s", (body) => expect(types(body, home)).toEqual([]));

  test("who approved a group is not the group that was made", () => {
    const [statement] = factsOf("Approved by the Technical Steering Committee on March 3, 2021.\n", home).statements;
    expect(statement).toMatchObject({ type: "group.created", groups: [], mayMeanOwn: true, at: "2021-03-03" });
  });

  test("what a call was merged into goes on", () => {
    const [statement] = factsOf("This call has been merged into the Gauge Subgroup call.\n", { title: "Sand Subgroup" }).statements;
    expect(statement?.groups).not.toContain("Gauge Subgroup");
  });
});

describe("no canceled meeting", () => {
  const people = "## Attendees\n\n- Ann Lee\n\n## Notes\n\n";
  test.each(["The meeting has been moved to a biweekly schedule.", "The call was moved to Thursdays.", "发布延期", "下次会议取消"])(
    "%s",
    (line) => {
      const [meeting] = factsOf(`${people}${line}\n`, { title: "2022-04-13 Meeting", parents: meetingsBelow }).meetings;
      expect(meeting?.status).toBe("held");
    },
  );
});

describe("the state of a group", () => {
  test.each([
    ["No longer active", "inactive"],
    ["Not active", "inactive"],
    ["Proposed, to be active in June", null],
    ["Not yet archived", null],
    ["Incubation completed", "active"],
    ["END OF LIFE", "archived"],
  ])("%s", (value, status) => {
    const groups = factsOf(`**Status**\n\n${value}\n`, home).groups.filter((group) => group.witness.rule === "status on the home page");
    expect(groups[0]?.status ?? null).toBe(status);
  });
});

describe("addresses of videos", () => {
  test.each([
    ["an id that looks like a day", "https://vimeo.com/20110318", null],
    ["an address that cannot be decoded", "https://files.example.org/caf%E9.mp4", null],
    ["a file that carries its day", "https://files.example.org/20190124-dunes.mp4", "2019-01-24"],
    ["the start that Zoom adds", "https://zoom.us/rec/share/abc?startTime=1622813486000", "2021-06-04"],
  ])("%s", (_, href, date) => {
    expect(factsOf(`[the talk](${href})\n`, { title: "Talks" }).recordings).toMatchObject([{ date }]);
  });
});

describe("courses", () => {
  test.each([
    ["Ann Lee: [Tide Gauges for All](https://school.example.org/course/tides)", { provider: null }],
    ["[Tide Gauges for All](https://school.example.org/course/tides) - this is not a free course", { cost: null }],
    ["[Learn Tide Gauges in a Week](https://school.example.org/courses/news-writing)", { title: "Learn Tide Gauges in a Week" }],
  ])("%s", (line, fields) => expect(factsOf(`- ${line}\n`).courses).toMatchObject([fields]));
});

test("three companies behind three linked people are no people", () => {
  const link = (name: string, id: string) => `[${name}](https://wiki.example.org/wiki/people/5e7e004847dc780c3c8544${id}?ref=confluence)`;
  const line = `Attendees: ${link("Ann Lee", "01")} Red Barn ${link("Bo Chen", "02")} Blue Buoy ${link("Cy Dee", "03")} Third Coast`;
  const [meeting] = factsOf(`${line}\n`, { title: "2022-04-13 Meeting" }).meetings;
  expect(meeting?.attendees.map((person) => person.name)).toEqual(["Ann Lee", "Bo Chen", "Cy Dee"]);
});
