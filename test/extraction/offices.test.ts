import { describe, expect, test } from "vitest";
import { factsOf, factsOfHtml } from "./support.ts";

const terms = (facts: ReturnType<typeof factsOf>) => facts.terms.map((term) => [term.person.name, term.role, term.start, term.end]);
const people = (body: string) => factsOf(body).terms.map((term) => [term.person.name, term.role]);

describe("a name with its office on a line", () => {
  test.each([
    ["Ann Lee – Chair\n", "chair"],
    ["- Ann Lee, Vice Chair\n", "vice-chair"],
    ["- Ann Lee (Acme Ltd) – Co-Chair\n", "co-chair"],
    ["Ann Lee, Acme Ltd, Secretary\n", "secretary"],
    ["- Ann Lee, Treasurer\n", "other"],
    ["- Ann Lee – SIG Lead\n", "lead"],
  ])("%s", (body, role) => {
    expect(people(body)).toEqual([["Ann Lee", role]]);
  });

  test.each([
    "- Ann Lee, Acme\n",
    "- Ann Lee – Chair of another board\n",
    "- Open – Chair\n",
    "- Ann Lee asked the Chair\n",
    "- Ann Lee – former Chair\n",
  ])("%s tells of none", (body) => {
    expect(people(body)).toEqual([]);
  });
});

describe("the people of an office", () => {
  const both = [
    ["Ann Lee", "co-chair"],
    ["Bo Chen", "co-chair"],
  ];

  test.each([
    ["## Co-Chairs\n\nAnn Lee, Acme  \nBo Chen, Northern Bank\n", both],
    ["## Co-Chairs (until hold)\n\nAnn Lee, Acme\n\nBo Chen\n", both],
    ["**SIG Co-Chairs:** Ann Lee, Bo Chen\n", both],
    ["Chair/Co-Chair: Ann Lee\n", [["Ann Lee", "co-chair"]]],
    ["Chair: Ann Lee. We meet on Mondays, as Bo Chen asked.\n", [["Ann Lee", "chair"]]],
    ["Treasurer: Ann Lee\n", [["Ann Lee", "other"]]],
    ["## Co-Chairs\n\nThe chairs call the meeting to order and see to the agenda.\n", []],
    ["- Gauge Subgroup – lead: Ann Lee, meets monthly\n", [["Ann Lee", "lead"]]],
  ])("%s", (body, expected) => {
    expect(people(body)).toEqual(expected);
  });

  test.each([
    ["Vorsitzende: Ann Lee (gewählt am 14.11.2023, Amtszeit bis 2025)\n", [["Ann Lee", "chair", "2023-11-14", "2025"]]],
    ["Schatzmeisterin: Ann Lee\n", [["Ann Lee", "other", null, null]]],
    [
      "Presidenta: Ann Lee (Acme). Secretario: Bo Chen. El grupo se reúne cada mes.\n",
      [
        ["Ann Lee", "chair", null, null],
        ["Bo Chen", "secretary", null, null],
      ],
    ],
    ["Trésorière : Ann Lee\n", [["Ann Lee", "other", null, null]]],
    ["当前负责人：Ann Lee\n", [["Ann Lee", "lead", null, null]]],
    ["議長：Ann Lee\n", [["Ann Lee", "chair", null, null]]],
    ["## Chair\n\n- Ann Lee (elected September 2022, term until September 2024)\n", [["Ann Lee", "chair", "2022-09", "2024-09"]]],
    ["## Chair\n\n- Ann Lee (since 2022-03-15)\n", [["Ann Lee", "chair", "2022-03-15", null]]],
  ])("%s", (body, expected) => {
    expect(terms(factsOf(body))).toEqual(expected);
  });

  test("in a table with headers of another language", () => {
    const html =
      "<table><tr><th>Fonction</th><th>Nom</th><th>Mandat</th></tr><tr><td>Présidente</td><td>Ann Lee</td><td>2023-2025</td></tr><tr><td>Trésorier</td><td>Bo Chen</td><td>2022-2024</td></tr></table>";
    expect(terms(factsOfHtml(html))).toEqual([
      ["Ann Lee", "chair", "2023", "2025"],
      ["Bo Chen", "other", "2022", "2024"],
    ]);
  });
});

describe("entries with a lead", () => {
  test("name a group behind which a dash stands", () => {
    expect(factsOf("- Gauge Subgroup – lead: Ann Lee, meets monthly\n").groups.map((group) => [group.name, group.witness.rule])).toEqual([
      ["Gauge Subgroup", "entry with lead"],
    ]);
    expect(factsOf("- Gauge Subgroup – leading: the way\n").groups).toEqual([]);
  });
});

describe("a list of which every entry is a group", () => {
  const meets = "## Meetings\n\n- Tide v2.0 Working Group – [Meetings](M_5.html) – weekly\n- Wind Working Group – when needed\n";
  const names = (body: string, title: string) => factsOf(body, { title, isHome: true }).groups.map((group) => group.name);

  test("is one on a front page", () => {
    expect(names(meets, "Front")).toEqual(["Tide v2.0 Working Group", "Wind Working Group"]);
  });

  test("is none where one entry is not", () => {
    expect(names(`${meets}- Other calls\n`, "Front")).toEqual([]);
  });
});
