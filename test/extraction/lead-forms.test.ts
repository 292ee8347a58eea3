import { describe, expect, test } from "vitest";
import { factsOf, factsOfHtml } from "./support.ts";

type Row = readonly string[];
const cells = (row: Row, tag: string) => `<tr>${row.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
const table = (headers: Row, ...rows: readonly Row[]) =>
  `<table>${cells(headers, "th")}${rows.map((row) => cells(row, "td")).join("")}</table>`;
const ledIn = (body: string, title = "Tide Working Group") => {
  const facts = body.startsWith("<") ? factsOfHtml(body, { title }) : factsOf(body, { title });
  return facts.terms.map(({ person, role, group, start, end }) => [person.name, role, group, start, end]);
};

describe("tables of leads", () => {
  test.each<[string, string, unknown[]]>([
    ["offices and their holders", table(["Office", "Holder"], ["Chair", "Ann Lee"]), [["Ann Lee", "chair", null, null, null]]],
    [
      "facilitators of groups",
      table(["Working Group", "Facilitator", "Meeting time"], ["Sand", "Ann Lee", "Monday"]),
      [["Ann Lee", "lead", "Sand Working Group", null, null]],
    ],
    [
      "years",
      table(["Year", "Chair"], ["2021", "Ann Lee"], ["2022", "Bo Chen"]),
      [
        ["Ann Lee", "chair", null, "2021", "2021"],
        ["Bo Chen", "chair", null, "2022", null],
      ],
    ],
    ["numbered rows", table(["No.", "Chair", "Since"], ["1", "Ann Lee", "2021"]), [["Ann Lee", "chair", null, "2021", null]]],
  ])("%s", (_, body, terms) => {
    expect(ledIn(body)).toEqual(terms);
  });

  test.each([["Work item"], ["Topic"], ["Deliverable"], ["Feature"]])("who leads a row below %s does not lead the group", (header) => {
    expect(ledIn(table([header, "Lead", "Due"], ["Reading gauges", "Ann Lee", "May"]))).toEqual([]);
  });
});

describe("lines of leads", () => {
  test.each([
    ["- Ann Lee (Acme, Vice-Chair)", "Ann Lee", "vice-chair"],
    ["- Ann Lee [Secretary]", "Ann Lee", "secretary"],
    ["- Chair - Ann Lee (Acme)", "Ann Lee", "chair"],
    ["- Co-chair – Ann Lee", "Ann Lee", "co-chair"],
    ["TWG Chair: Ann Lee", "Ann Lee", "chair"],
    ["**Facilitators:** Ann Lee", "Ann Lee", "lead"],
    ["**Chair: Ann Lee (Acme)**", "Ann Lee", "chair"],
  ])("%s", (line, name, role) => {
    expect(ledIn(`${line}\n`)).toEqual([[name, role, null, null, null]]);
  });

  test.each(["- Lead - Sand Subgroup", "- Ann Lee (Acme, Maintainer)", "GSC Chair: Ann Lee", "- Committer - Ann Lee"])(
    "not: %s",
    (line) => {
      expect(ledIn(`${line}\n`)).toEqual([]);
    },
  );

  test("who facilitates a meeting does not lead the group", () => {
    expect(ledIn("## Attendees\n\n- Bo Chen\n\n**Facilitator:** Ann Lee\n", "2024-01-02 Meeting")).toEqual([]);
  });

  test("an entry of a list names the group, the person and the role", () => {
    const terms = ledIn("- Sand Committee — Ann Lee (chair)\n- Wind Committee (Bo Chen, chair)\n", "Overview");
    expect(terms).toEqual([
      ["Ann Lee", "chair", "Sand Committee", null, null],
      ["Bo Chen", "chair", "Wind Committee", null, null],
    ]);
  });
});

describe("sentences about leads", () => {
  test.each<[string, unknown[]]>([
    [
      "The co-chairs of the Sand Working Group are Ann Lee and Bo Chen.",
      [
        ["Ann Lee", "co-chair", "Sand Working Group", null, null],
        ["Bo Chen", "co-chair", "Sand Working Group", null, null],
      ],
    ],
    ["The current chair is Ann Lee.", [["Ann Lee", "chair", "Tide Working Group", null, null]]],
    [
      "The Sand SIG is led by Ann Lee (Acme) and Bo Chen (Dune School).",
      [
        ["Ann Lee", "lead", "Sand SIG", null, null],
        ["Bo Chen", "lead", "Sand SIG", null, null],
      ],
    ],
  ])("%s", (sentence, terms) => {
    expect(ledIn(`${sentence}\n`)).toEqual(terms);
  });

  test.each(["The current chair is open.", "The previous chair is Ann Lee.", "The chair is elected by Ann Lee and others."])(
    "not: %s",
    (sentence) => {
      expect(ledIn(`${sentence}\n`)).toEqual([]);
    },
  );
});

test.each([
  ["After two years of serving as Dune SIG Chair, Ann Lee has called for an election.", "2020"],
  ["Ann Lee is the chair of the Dune SIG.", null],
])("%s began in %s", (sentence, start) => {
  const [term] = factsOf(`${sentence}\n`, { title: "2022-07-01 Notes", createdOn: "2023-01-01", modifiedOn: "2024-01-01" }).terms;
  expect([term?.person.name, term?.start]).toEqual(["Ann Lee", start]);
});

describe("lines that say more than one thing", () => {
  test.each<[string, unknown[]]>([
    ["Contact: Ann Lee (chair)", [["Ann Lee", "chair", null, null, null]]],
    [
      "Leadership: Ann Lee (Chair), Bo Chen (Acme, Vice Chair)",
      [
        ["Ann Lee", "chair", null, null, null],
        ["Bo Chen", "vice-chair", null, null, null],
      ],
    ],
    ["Attendees: Ann Lee (chair), Bo Chen (Acme)", []],
    ["Contact: Ann Lee (Acme)", []],
    ["Kelp Subgroup, Ann Lee (lead)", [["Ann Lee", "lead", "Kelp Subgroup", null, null]]],
    ["The Data Task Force was created under the lead of Ann Lee.", [["Ann Lee", "lead", "Data Task Force", null, null]]],
    ["Current chair is Ann Lee.", [["Ann Lee", "chair", "Tide Working Group", null, null]]],
    ["Ann Lee has chaired the Kelp Working Group since 2019.", [["Ann Lee", "chair", "Kelp Working Group", "2019", null]]],
    ["Ann Lee has led the Kelp Subgroup since May 2019.", [["Ann Lee", "lead", "Kelp Subgroup", "2019-05", null]]],
  ])("%s", (line, terms) => {
    expect(ledIn(`${line}\n`)).toEqual(terms);
  });

  test("who hosts the meetings of a group, and who hosts one", () => {
    expect(ledIn("**Host: Ann Lee (Acme)**\n\nWe meet weekly.\n")).toEqual([["Ann Lee", "other", null, null, null]]);
    expect(ledIn("**Host:** Ann Lee\n\n## Attendees\n\n- Bo Chen\n", "2022-04-13 Meeting")).toEqual([]);
  });

  test("a past chair was a chair", () => {
    expect(ledIn("**Past Chair:** Ann Lee (2018 - 2019)\n")).toEqual([["Ann Lee", "chair", null, "2018", "2019"]]);
  });

  test.each([
    ["- 2018 - 2019: Ann Lee\n- May 2019 to June 2020 – Bo Chen, Acme\n"],
    ["- Ann Lee (2018 - 2019)\n- Bo Chen, Acme (May 2019 to June 2020)\n"],
  ])("the years of who led before: %j", (list) => {
    expect(ledIn(`### Past Chairs\n\n${list}`)).toEqual([
      ["Ann Lee", "chair", null, "2018", "2019"],
      ["Bo Chen", "chair", null, "2019-05", "2020-06"],
    ]);
  });
});

describe("tables of officers that lost their cells", () => {
  test.each<[string, string]>([
    ["the name first", "NameRoleAffiliationAnn LeeChairAcmeBo ChenVice ChairDune SchoolCy DeeTide WG LeadAcmeDi FoxMemberAcme"],
    ["the office first", "RoleNameCompanyChairAnn LeeAcmeVice ChairBo ChenDune SchoolTide WG LeadCy DeeAcmeMemberDi FoxAcme"],
    ["further rows below", "Name Role Company\n\nAnn LeeChairAcme\n\nBo ChenVice ChairDune School\n\nCy DeeTide WG LeadAcme"],
  ])("%s", (_, text) => {
    expect(ledIn(`${text}\n`)).toEqual([
      ["Ann Lee", "chair", null, null, null],
      ["Bo Chen", "vice-chair", null, null, null],
      ["Cy Dee", "lead", "Tide WG", null, null],
    ]);
  });

  test.each([
    "NameCompanyAnn LeeAcmeBo ChenDune School",
    "Name and role of the chair: Ann Lee leads.",
    "NameRoleAnn LeeReaderBo ChenKeeper",
  ])("none in %s", (text) => {
    expect(ledIn(`${text}\n`)).toEqual([]);
  });
});
