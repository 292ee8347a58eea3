import { describe, expect, test } from "vitest";
import { factsOf, factsOfHtml, statementsOf } from "./support.ts";

const minutes = { title: "2022-04-13 Meeting" };
const said = (sentence: string) => statementsOf(`${sentence}\n`, minutes);
const kindOf = (title: string, body = "text\n") => factsOf(body, { title }).kind;
const people = (body: string) => factsOf(body).terms.map((term) => [term.person.name, term.role]);

describe("bodies of a consortium", () => {
  test.each([
    ["General Assembly", "committee"],
    ["Steering Board", "committee"],
    ["Sand Advisory Board", "committee"],
    ["WP3 Early Warning", "working-group"],
    ["Work Package 4: Tide Tables", "working-group"],
    ["Drafting Group on Sand", "working-group"],
    ["Sand Drafting Group", "working-group"],
  ])("%s is a group", (title, kind) => {
    expect(factsOf("text\n", { title }).groups).toMatchObject([{ kind, strength: 3 }]);
  });

  test.each(["Job Board", "Notice Board", "WP3", "Gauge Assembly", "Drafting on Sand"])("%s is none", (title) => {
    expect(factsOf("text\n", { title }).groups).toEqual([]);
  });

  test("a number is a name too", () => {
    expect(factsOf("text\n", { title: "WP3 Early Warning" }).groups[0]?.aliases).toEqual(["WP3"]);
  });

  test("a table counts them in its first column", () => {
    const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
    const head = "<tr><th>No.</th><th>Work package</th><th>Leader</th><th>Deputy leader</th></tr>";
    const { groups, terms } = factsOfHtml(
      `<table>${head}${row(["1", "WP1 Sand", "Ann Lee", "Bo Chen"])}${row(["2", "WP2 Wind", "Cy Dee", "–"])}</table>`,
    );
    expect(groups.map((group) => group.name)).toEqual(["WP1 Sand", "WP2 Wind"]);
    expect(terms.map((term) => [term.group, term.person.name, term.role])).toEqual([
      ["WP1 Sand", "Ann Lee", "lead"],
      ["WP1 Sand", "Bo Chen", "other"],
      ["WP2 Wind", "Cy Dee", "lead"],
    ]);
  });
});

describe("offices of a consortium", () => {
  test.each([
    ["**Convenor:** Ann Lee\n", "chair"],
    ["**Convener:** Ann Lee\n", "chair"],
    ["**Rapporteur:** Ann Lee\n", "other"],
    ["**Coordinator:** Ann Lee\n", "lead"],
    ["**President:** Ann Lee\n", "chair"],
    ["**Vice-President:** Ann Lee\n", "vice-chair"],
    ["**Clerk:** Ann Lee\n", "secretary"],
    ["- Ann Lee, Convenor\n", "chair"],
    ["- Ann Lee (Deputy Convenor)\n", "other"],
    ["The board set up a Drafting Group on Sand, with Ann Lee as its Rapporteur.\n", "other"],
  ])("%s", (body, role) => {
    expect(people(body)).toEqual([["Ann Lee", role]]);
  });

  test.each(["- Ann Lee, President\n", "- Ann Lee – Clerk\n", "**President of Acme:** Ann Lee\n"])("%s is elsewhere", (body) => {
    expect(people(body)).toEqual([]);
  });
});

describe("pages of a consortium", () => {
  const present = "Attendance sheet\n\n- Ann Lee\n- Bo Chen\n\n## Decisions\n\nnone\n";

  test.each(["SB-31, 8 February 2024", "Sand telco 2024-02-08", "1st sitting of the Sand Drafting Group, 8 February 2024"])(
    "%s is a meeting",
    (title) => {
      const { kind, meetings } = factsOf(present, { title });
      expect([kind, meetings[0]?.date]).toEqual(["meeting", "2024-02-08"]);
      expect(meetings[0]?.attendees.map((person) => person.name)).toEqual(["Ann Lee", "Bo Chen"]);
    },
  );

  test.each(["Minutes of the 14th plenary", "Draft agenda of the third session", "14th Plenary", "Record of the 2nd meeting"])(
    "%s is a meeting on the day of its first line",
    (title) => {
      const { kind, meetings } = factsOf("**Oldport, 8 February 2024**\n\n## Opening\n\ntext\n", { title });
      expect([kind, meetings[0]?.date]).toEqual(["meeting", "2024-02-08"]);
    },
  );

  test.each([
    ["Minutes of the 14th plenary", "No day.\n"],
    ["About minutes of plenaries", "**Oldport, 8 February 2024**\n"],
  ])("%s over %s is none", (title, body) => {
    expect(kindOf(title, body)).not.toBe("meeting");
  });

  test.each([
    "Those present",
    "Signed in",
    "Delegates signed in",
    "Dialled in",
    "On the line",
    "Attendance register",
    "List of participants",
  ])("%s heads those who came", (label) => {
    const [meeting] = factsOf(`## ${label}\n\n- Ann Lee\n`, minutes).meetings;
    expect(meeting?.attendees.map((person) => person.name)).toEqual(["Ann Lee"]);
  });

  test("who signed came, who is excused did not", () => {
    const rows = "<tr><td>Ann Lee</td><td>signed</td></tr><tr><td>Bo Chen</td><td>excused</td></tr>";
    const [meeting] = factsOfHtml(`<table><tr><th>Delegate</th><th>Signature</th></tr>${rows}</table>`, {
      title: "2022-04-13 Meeting",
    }).meetings;
    expect(meeting?.attendees.map((person) => person.name)).toEqual(["Ann Lee"]);
  });

  test.each(["SB-33, 21 March 2024 (did not take place)", "SB-33, 21 March 2024 – called off"])("%s was not held", (title) => {
    const { kind, meetings } = factsOf("**Attendees:** Ann Lee\n", { title });
    expect([kind, meetings[0]?.status]).toEqual(["other", "canceled"]);
  });

  test.each([
    ["Terms of Reference of the Sand Advisory Board", "charter"],
    ["Rules of Procedure", "charter"],
    ["Consortium Agreement", "charter"],
    ["Sand SIG Proposal", "charter"],
    ["Publications and Deliverables", "resource"],
    ["Code of Conduct", "resource"],
    ["Sand Release Process", "resource"],
    ["Logo Policy", "resource"],
    ["Walk Checklist", "resource"],
    ["Repositories", "resource"],
    ["Partners and Delegates", "roster"],
  ])("%s is a %s", (title, kind) => {
    expect(kindOf(title)).toBe(kind);
  });

  test.each(["How the guidelines came to the beach in a year of storms", "Processing Sand"])("%s is no resource", (title) => {
    expect(kindOf(title)).toBe("other");
  });

  test.each(["Proposal", "Tide proposal", "How we wrote the terms of reference together", "Sand SIG Proposal review"])(
    "%s is no charter",
    (title) => {
      expect(kindOf(title)).not.toBe("charter");
    },
  );

  test("a list of working groups is an index", () => {
    const links =
      "- [Sand](https://wiki.example.org/wiki/spaces/DUNE/pages/11/Sand)\n- [Wind](https://wiki.example.org/wiki/spaces/DUNE/pages/12/Wind)\n";
    const words = `We do much work.\n\n${"It is told here.\n\n".repeat(4)}`;
    expect(kindOf("Work Packages", words + links)).toBe("index");
    expect(kindOf("Tide Package", words + links)).toBe("other");
  });

  test("a note of a quarter is a report; of what days, a financial year does not say", () => {
    const body = "Drawn up by Ann Lee, handed in on 8 April 2024\n\n## State of play\n\ngood\n\n## Difficulties\n\nnone\n";
    const { kind, report } = factsOf(body, { title: "Sand WG progress note FY2024 Q1" });
    expect(kind).toBe("report");
    expect(report?.authors.map((person) => person.name)).toEqual(["Ann Lee"]);
    expect(report?.sections.map((section) => section.key)).toEqual(["health", "issues"]);
    expect(report?.period).toBeNull();
    expect(report?.publishedOn).toBe("2024-04-08");
    expect(kindOf("Sand WG progress note FY2024 Q1", "A word.\n")).toBe("other");
  });
});

describe("how a consortium puts changes", () => {
  test.each([
    ["Ann Lee tendered her resignation as Convenor of the Sand Group.", "leadership.left", "chair"],
    ["Ann Lee steps down as chair.", "leadership.left", "chair"],
    ["Ann Lee bows out as Coordinator at the end of May.", "leadership.left", "lead"],
    ["Ann Lee lays down the office of Rapporteur.", "leadership.left", "other"],
    ["Ann Lee relinquishes the leadership of WP5.", "leadership.left", "lead"],
    ["Ann Lee gave up the post of secretary.", "leadership.left", "secretary"],
  ])("%s", (sentence, type, role) => {
    expect(said(sentence)).toMatchObject([{ type, role, from: ["Ann Lee"] }]);
  });

  test.each([
    ["The Assembly appointed Bo Chen as Convenor of WP2 in her stead.", [], "chair"],
    ["Bo Chen takes up the post of Coordinator of the Sand Group.", [], "lead"],
    ["Bo Chen was designated chair of the Sand Group.", [], "chair"],
    ["Bo Chen was designated her successor by acclamation.", [], null],
    ["Ann Lee relinquishes the leadership of WP5; Bo Chen takes the reins from 1 March 2024.", ["Ann Lee"], "lead"],
    ["In May 2022 the convenorship passed from Ann Lee to Bo Chen.", ["Ann Lee"], "chair"],
  ])("%s", (sentence, from, role) => {
    expect(said(sentence)).toMatchObject([{ type: "leadership.handover", from, to: ["Bo Chen"], role }]);
  });

  test.each(["Ann Lee gave up the room.", "Ann Lee laid down the cable of the chair.", "Ann Lee took up the sand at the chair."])(
    "%s is no change of leaders",
    (sentence) => {
      expect(said(sentence)).toEqual([]);
    },
  );

  test.each([
    ["WP5 was closed out; what was left was absorbed by WP2.", "group.disbanded"],
    ["The work package was wound up on 31 August 2024.", "group.disbanded"],
    ["The Sand Project was closed in May 2024.", "group.disbanded"],
    ["The Sand Project was retired in May 2024.", "group.disbanded"],
    ["The mandate of the Sand Task Force lapsed on 30 September 2023.", "group.disbanded"],
    ["The final report was accepted, and the task force was discharged.", "group.disbanded"],
    ["The Sand Project has been archived.", "group.inactive"],
    ["The Sand Project was moved to dormant.", "group.inactive"],
    ["The Sand Advisory Board has lain dormant since autumn 2022.", "group.inactive"],
    ["The Sand Committee resumed its sittings in April 2023.", "group.reactivated"],
    ["On a motion by Ann Lee the name of the Sand Task Force was changed to Dune Task Force.", "group.renamed"],
    ["The Assembly resolved to set up a Drafting Group on Sand, with Ann Lee as its Rapporteur.", "group.created"],
    ["WP1 was kicked off on 3 March 2021 in Oldport.", "group.created"],
  ])("%s", (sentence, type) => {
    expect(said(sentence).map((statement) => statement.type)).toContain(type);
  });

  test("a body founded by decision, on its own page", () => {
    expect(statementsOf("Established by decision of the Board on 4 February 2022.\n", { title: "Sand Task Force" })).toMatchObject([
      { type: "group.created", at: "2022-02-04" },
    ]);
  });

  test.each(["The list of the group was closed.", "The mandate of the group was read.", "The task force discharged the sand load."])(
    "%s is no end",
    (sentence) => {
      expect(said(sentence)).toEqual([]);
    },
  );

  test.each([
    "Ann Lee, our Sand Subgroup lead, has concluded the Dune Webinar Series started on July 28, 2022.",
    "The sand team has set up a Telegram chat group for open work.",
    "The sand team has created a channel.",
  ])("%s is no beginning", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });

  test("May is a month, and what a proposal led to is no proposal", () => {
    expect(said("The Sand Committee has been paused since May.")).toMatchObject([{ type: "group.inactive" }]);
    expect(said("The Sand Committee may have been paused.")).toEqual([]);
    expect(said("The Sand Committee was formed in June 2019 based on this proposal.")).toMatchObject([{ type: "group.created" }]);
    expect(said("A proposal: the Sand Committee was formed in June 2019.")).toEqual([]);
  });

  test("of a body with a number", () => {
    expect(said("In June 2022 the work of WP5 began, and WP5 was wound up in May 2024.")[0]?.groups).toContain("WP5");
  });

  test.each([
    ["D31.1 With effect from March 2024 the Board will confer fortnightly instead of monthly.", "biweekly"],
    ["Henceforth WP1 convenes on the second Tuesday of each month.", "monthly"],
    ["From June on the assembly sits monthly rather than weekly.", "monthly"],
  ])("%s", (sentence, toText) => {
    expect(said(sentence)).toMatchObject([{ type: "cadence.changed", toText }]);
  });
});

describe("a table of groups that lost its cells", () => {
  const row = (name: string, rest: string) => `[${name}](https://wiki.example.org/display/${name.slice(0, 4)}/)${rest}`;
  const told = (...rows: string[]) =>
    statementsOf(`# Inactive Groups\n\nNameDescriptionStatus${rows.join("")}\n`, { title: "Inactive Groups" }).map((statement) => [
      statement.type,
      statement.groups[0],
      statement.at,
      statement.witness.quote,
    ]);

  test("says in the last cell of a row what became of its group", () => {
    expect(
      told(
        row("Tide SIG", "We will watch tides.Moved to inactive status in March 2022"),
        row("Wind SIG", "We watch the wind of Tides.Moved to inactive status in April 2021"),
      ),
    ).toEqual([
      ["group.inactive", "Tide SIG", "2022-03", "Moved to inactive status in March 2022"],
      ["group.inactive", "Wind SIG", "2021-04", "Moved to inactive status in April 2021"],
    ]);
  });

  test("tells of none where the cell says nothing of the kind, or no cell ends", () => {
    expect(told(row("Tide SIG", "We watch tides.Active"), row("Wind SIG", " moved to inactive status in April 2021"))).toEqual([]);
  });
});
