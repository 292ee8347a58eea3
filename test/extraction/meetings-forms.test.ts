import { describe, expect, test } from "vitest";
import type { RawEnvelope } from "../../src/pages/raw.ts";
import { factsOf, factsOfHtml, meetingsBelow } from "./support.ts";

const title = "2022-03-02 Meeting";
const who = (people: readonly { name: string }[] | undefined) => people?.map((person) => person.name);
const below = (...titles: string[]) => titles.map((name) => ({ title: name, href: null, pageId: null }));
const account = (name: string, id: string) => `[${name}](https://wiki.example.org/wiki/people/5e7e004847dc780c3c8544${id}?ref=x)`;

describe("a title with last year's number", () => {
  const dateOf = (over: Partial<RawEnvelope>) => {
    const [meeting] = factsOf("## Agenda\n\n- sand\n", { title: "2021-01-05 Meeting", parents: below("2022-Q1"), ...over }).meetings;
    return [meeting?.date, meeting?.dateWitness?.rule];
  };

  test.each<[string, Partial<RawEnvelope>]>([
    ["made around that day of the year above", { createdOn: "2022-01-04" }],
    ["changed around it", { createdOn: "2020-01-01", modifiedOn: "2022-02-20" }],
    ["the nearest year above counts", { parents: below("2021", "2022-Q1", "Agendas"), createdOn: "2022-01-04" }],
  ])("is corrected: %s", (_, over) => {
    expect(dateOf(over)).toEqual(["2022-01-05", "title, with the year of the page above"]);
  });

  test.each<[string, Partial<RawEnvelope>]>([
    ["made around its own day", { createdOn: "2021-01-04" }],
    ["made around the one and changed around the other", { createdOn: "2021-01-04", modifiedOn: "2022-01-06" }],
    ["nobody knows when it was made", {}],
    ["made far from both", { createdOn: "2022-05-05" }],
    ["below its own year", { parents: below("2021-Q1"), createdOn: "2022-01-04" }],
    ["the year above is far", { parents: below("2024"), createdOn: "2024-01-04" }],
    ["no year above", { parents: below("Meetings", "Room 20221"), createdOn: "2022-01-04" }],
  ])("stays: %s", (_, over) => {
    expect(dateOf(over)).toEqual(["2021-01-05", "title"]);
  });

  test("stays where the other year has no such day", () => {
    expect(dateOf({ title: "2020-02-29 Meeting", parents: below("2021"), createdOn: "2021-02-28" })).toEqual(["2020-02-29", "title"]);
  });
});

describe("a meeting that did not take place", () => {
  const people = "## Attendees\n\n- Ann Lee\n\n## Notes\n\n";

  test.each([
    "Meeting canceled\n",
    "Call was cancelled\n",
    "**Session postponed**\n",
    "CANCELED\n",
    "Cancelled due to the storm\n",
    "No meeting this week\n",
    "No call today\n",
    "No meeting held because of the storm\n",
    "- No meetings on Thursday\n",
    "We walked the beach instead of our regular meeting.\n",
    "Recording: no meeting held\n",
    "Today's call has been canceled.\n",
    "The meeting was not held.\n",
    "Formal meeting not held, too few came.\n",
    "This call is being postponed.\n",
    "Sand\n\nsecond line<br>Meeting canceled\n",
  ])("%s near the top, over people copied from another page", (line) => {
    const facts = factsOf(`${line}\n${people}- sand\n`, { title });
    expect(facts.kind).toBe("other");
    expect(facts.meetings).toMatchObject([{ date: "2022-03-02", status: "canceled" }]);
  });

  test.each(["This meeting was canceled.", "Today's call did not take place; the call was not held."])(
    "%s counts wherever it stands",
    (line) => {
      const body = `${people}${"- sand\n".repeat(15)}\n${line}\n`;
      expect(factsOf(body, { title }).meetings[0]?.status).toBe("canceled");
    },
  );

  test.each([
    ["few words deep in the page", `${people}${"- sand\n".repeat(12)}- No meeting this week\n`],
    ["few words deep in the page, canceled", `${people}${"- sand\n".repeat(12)}- Meeting canceled\n`],
    ["the next meeting", `${people}- The next meeting is canceled.\n`],
    ["a later meeting", `${people}- No meeting next month\n`],
    ["a day within a sentence", `${people}- There is no meeting of dunes and sea today, as Bo said\n`],
    ["what was canceled is no meeting", `${people}- Canceled orders of buoys\n`],
    ["a long paragraph", `${people}${"Sand and sea. ".repeat(14)} The meeting was not held.\n`],
  ])("not: %s", (_, body) => {
    const facts = factsOf(body, { title });
    expect(facts.kind).toBe("meeting");
    expect(facts.meetings).toMatchObject([{ status: "held" }]);
  });

  test("a cell of a table does not cancel", () => {
    const html = "<h2>Attendees</h2><ul><li>Ann Lee</li></ul><table><tr><td>This meeting was canceled.</td><td>x</td></tr></table>";
    expect(factsOfHtml(html, { title }).meetings).toMatchObject([{ status: "held" }]);
  });
});

describe("dated pages that are meetings or not", () => {
  const agenda = "## Agenda\n\n- sand\n";
  const body = "We talked about dunes.\n";

  test.each<[string, string, Partial<RawEnvelope>]>([
    ["a bare date below meetings", body, { title: "2019-02-13", parents: meetingsBelow }],
    ["a bare date below recordings, with people", "## Attendees\n\n- Ann Lee\n", { title: "2019-02-13", parents: below("Recordings") }],
    ["a bare date below recordings, with an agenda", agenda, { title: "2019-02-13", parents: below("Meeting recordings") }],
    ["a date first and an agenda", agenda, { title: "2019-02-13 Sand" }],
    ["a date last and an agenda, below meetings", agenda, { title: "Sand dunes of the coast, 2019-02-13", parents: meetingsBelow }],
    ["news with people", "## Attendees\n\n- Ann Lee\n", { title: "News of 2019-02-13" }],
  ])("%s", (_, text, over) => {
    expect(factsOf(text, over).meetings).toMatchObject([{ date: "2019-02-13" }]);
  });

  test("a day that does not exist, below meetings, with people", () => {
    const facts = factsOf("## Attendees\n\n- Ann Lee\n", { title: "2023-06-31", parents: meetingsBelow });
    expect(facts.kind).toBe("meeting");
    expect(factsOf(body, { title: "2023-06-31", parents: meetingsBelow }).meetings).toEqual([]);
    expect(factsOf("## Attendees\n\n- Ann Lee\n", { title: "2023-06-31" }).meetings).toEqual([]);
  });

  test.each<[string, string, Partial<RawEnvelope>]>([
    ["a news page", body, { title: "Newsletter 2019-02-13, with notes" }],
    ["a news page below meetings", body, { title: "News 2019-02-13", parents: meetingsBelow }],
    ["a bare date below recordings", body, { title: "2019-02-13", parents: [...meetingsBelow, ...below("Recordings")] }],
    ["a call below recordings", body, { title: "2019-02-13 Call", parents: below("Videos") }],
    ["a bare date below open gatherings", body, { title: "2019-02-13", parents: below("Beach Meetup") }],
    ["an empty page below meetings", "", { title: "2019-02-13", parents: meetingsBelow }],
    ["topics and a late date", agenda, { title: "Sand dunes of the coast, approved on 2019-02-13" }],
  ])("%s is none", (_, text, over) => {
    expect(factsOf(text, over).meetings).toEqual([]);
  });
});

describe("attendees", () => {
  const attendees = (body: string) => factsOf(body, { title }).meetings[0]?.attendees;

  test("of rows of name, organisation and e-mail that ran together", () => {
    const body =
      "## Attendees\n\nNameOrganizationEmailAnn LeeRed Barn[redacted: email]Bo van DykBlue Buoy[redacted: email]Cy McDeeHarbour Lab cy@lab.example.orgDi FoxIOI[redacted: email]\n";
    expect(who(attendees(body))).toEqual(["Ann Lee", "Bo van Dyk", "Cy McDee", "Di Fox"]);
    expect(who(attendees("## Attendees\n\nNameOrganizationEmailAnn LeeIOI[redacted: email]\n"))).toEqual(["Ann Lee"]);
  });

  test("of such rows with linked people", () => {
    const body = `## Attendees\n\nNameCompanyE-mail${account("Ann Lee", "01")}Red Barn[redacted: email]Bo ChenBlue Buoy[redacted: email]\n`;
    expect(attendees(body)).toMatchObject([{ name: "Ann Lee", account: "5e7e004847dc780c3c854401" }, { name: "Bo Chen" }]);
  });

  test("not of rows without a column of addresses", () => {
    expect(who(attendees("## Attendees\n\nNameOrganizationAnn LeeRed BarnBo ChenBlue Buoy\n"))).not.toContain("Ann Lee");
  });

  test("of a run of linked and plain people", () => {
    const run = `${account("Ann Lee", "01")} Bo Chen ${account("Cy Dee", "02")} Di Fox ${account("Ed Gray", "03")}`;
    expect(who(attendees(`## Attendees\n\n${run}\n`))?.sort()).toEqual(["Ann Lee", "Bo Chen", "Cy Dee", "Di Fox", "Ed Gray"]);
  });

  test.each([
    ["a company between them", `${account("Ann Lee", "01")} Harbour Lab ${account("Cy Dee", "02")} Di Fox ${account("Ed Gray", "03")}`],
    ["marks between them", `${account("Ann Lee", "01")} (Di Fox) ${account("Cy Dee", "02")} ${account("Ed Gray", "03")}`],
    ["words between them", `${account("Ann Lee", "01")} came with ${account("Cy Dee", "02")} Di Fox ${account("Ed Gray", "03")}`],
  ])("of linked people alone where there is %s", (_, run) => {
    expect(who(attendees(`## Attendees\n\n${run}\n`))).toEqual(["Ann Lee", "Cy Dee", "Ed Gray"]);
  });

  test("two linked people are no run", () => {
    expect(who(attendees(`## Attendees\n\n- ${account("Ann Lee", "01")} Blue Buoy ${account("Cy Dee", "02")}\n`))).toEqual([
      "Ann Lee",
      "Cy Dee",
    ]);
  });

  test.each([
    ["Ann Lee, Bo Chen, Cy Dee, Di Fox, Ed", ["Ann Lee", "Bo Chen", "Cy Dee", "Di Fox", "Ed"]],
    ["Ann Lee, Bo Chen, Cy Dee, Ed", ["Ann Lee"]],
    ["Ann Lee, Bo Chen, Cy, Di, Ed", ["Ann Lee"]],
    ["Ann Lee, Bo Chen, Cy Dee, Di Fox, sand", ["Ann Lee"]],
    ["Ann Lee, Harbour Lab, Sand Institute, Di Fox, Ed Gray", ["Ann Lee"]],
  ])("of an entry with commas: %s", (entry, names) => {
    expect(who(attendees(`## Attendees\n\n- ${entry}\n`))).toEqual(names);
  });

  test("of a heading that holds linked people", () => {
    const body = `## Attendees: ${account("Ann Lee", "01")} ${account("Bo Chen", "02")}\n\n- sand was moved\n`;
    expect(who(attendees(body))).toEqual(["Ann Lee", "Bo Chen"]);
    expect(who(attendees("## Attendees:\n\n- Ann Lee\n"))).toEqual(["Ann Lee"]);
  });

  test("a heading without linked people stays one, whatever its colon", () => {
    expect(factsOf("## Agenda: sand and sea\n\n- gauges\n", { title }).meetings[0]?.agenda).toEqual(["gauges"]);
  });

  test.each([
    ["Ann Lee (李安)", "Ann Lee (李安)"],
    ["Bo Chen(陈波)", "Bo Chen(陈波)"],
    ["Ann Lee (guest)", "Ann Lee"],
    ["Ann Lee (沙丘观测研究所)", "Ann Lee"],
  ])("of an account that shows %s", (shown, name) => {
    expect(attendees(`## Attendees\n\n- ${account(shown, "01")}\n`)).toEqual([{ name, account: "5e7e004847dc780c3c854401" }]);
  });
});

describe("who came, said in other ways", () => {
  test.each([
    ["Ann Lee, Bo Chen and Cy Dee attended.\n\n## Agenda\n\n- sand\n", ["Ann Lee", "Bo Chen", "Cy Dee"]],
    ["Ann Lee and Bo Chen were present.\n", ["Ann Lee", "Bo Chen"]],
    ["Present were Ann Lee, Bo Chen.\n", ["Ann Lee", "Bo Chen"]],
    ["#### Voting members: Ann Lee, Bo Chen\n\n#### Guests: Cy Dee\n", []],
    ["#### Voting members\n\n- Ann Lee\n- Bo Chen\n\n#### Guests\n\n- Cy Dee\n", ["Ann Lee", "Bo Chen", "Cy Dee"]],
    ["## Attendees\n\n- Ann Lee\n- 2 guests\n", ["Ann Lee"]],
    ["Ann Lee attended the harbour festival and told us.\n", []],
    ["Many people of the harbour attended.\n", []],
  ])("%j", (body, names) => {
    expect(who(factsOf(body, { title }).meetings[0]?.attendees)).toEqual(names);
  });
});
