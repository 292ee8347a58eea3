import { describe, expect, test } from "vitest";
import { factsOf, factsOfHtml } from "./support.ts";

const title = "2022-03-02 Meeting";
const label = "<h2>Attendees</h2>";
const row = (cells: readonly string[], tag = "td") => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
const table = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
  `<table>${row(header, "th")}${rows.map((cells) => row(cells)).join("")}</table>`;
const who = (html: string, pageTitle = title) =>
  factsOfHtml(html, { title: pageTitle }).meetings[0]?.attendees.map((person) => person.name);
const inLine = (line: string) => factsOf(`**Attendees:** ${line}\n`, { title }).meetings[0]?.attendees.map((person) => person.name);

describe("a column of marks", () => {
  test.each(["x", "X", "✓", "✔", "✅", "yes", "Y", "Present", "remote", "in person", "1", "ja", "oui", "sí"])("%s: came", (mark) => {
    expect(who(label + table(["Name", "Present"], ["Ann Lee", mark], ["Bo Chen", "x"], ["Cy Dee", ""]))).toEqual(["Ann Lee", "Bo Chen"]);
  });

  test.each(["", "no", "N", "absent", "Excused", "regrets", "apologies", "✗", "❌", "-", "–", "0", "nein", "non"])(
    "“%s”: did not come",
    (mark) => {
      expect(who(label + table(["Name", "Present"], ["Ann Lee", mark], ["Bo Chen", "x"], ["Cy Dee", "x"]))).toEqual(["Bo Chen", "Cy Dee"]);
    },
  );

  test.each(["Attended", "Attendance", "In attendance", "Here", "Y/N", "Present?", "Initials"])("below “%s”", (header) => {
    expect(who(label + table(["Name", header], ["Ann Lee", "x"], ["Bo Chen", ""]))).toEqual(["Ann Lee"]);
  });

  test.each(["Name", "Full name", "Member", "Voting member", "Representative", "Harbour delegate", "Attendees", "Who"])(
    "beside the names below “%s”",
    (header) => {
      expect(who(label + table(["Harbour", header, "Present"], ["Red Barn", "Ann Lee", "x"], ["Blue Buoy", "Bo Chen", "no"]))).toEqual([
        "Ann Lee",
      ]);
    },
  );

  test("lists attendees where no label says so", () => {
    const marked = table(["Member", "Present"], ["Ann Lee", "x"], ["Bo Chen", ""]);
    expect(who(`<h2>Agenda</h2><ul><li>sand</li></ul>${marked}`)).toEqual(["Ann Lee"]);
  });

  test("without marks and without a label a table lists nobody", () => {
    const plain = table(["Member", "Gauge"], ["Ann Lee", "north"], ["Bo Chen", "south"]);
    expect(who(`<h2>Agenda</h2><ul><li>sand</li></ul>${plain}`)).toEqual([]);
  });

  test.each([
    ["other texts", ["Present", "at the north gauge", "by the harbour"]],
    ["nobody's mark", ["Present", "no", "no"]],
    ["another header", ["Paid", "x", "no"]],
  ])("is none with %s: all rows count", (_, [header = "", first = "", second = ""]) => {
    expect(who(label + table(["Name", header], ["Ann Lee", first], ["Bo Chen", second]))).toEqual(["Ann Lee", "Bo Chen"]);
  });

  test("is none where few of its cells are marks", () => {
    const html = table(["Name", "Present"], ["Ann Lee", "x"], ["Bo Chen", "at the north gauge"], ["Cy Dee", "by the harbour"]);
    expect(who(label + html)).toEqual(["Ann Lee", "Bo Chen", "Cy Dee"]);
  });

  test("goes before another table below the same label", () => {
    const marked = table(["Name", "Present"], ["Ann Lee", "x"], ["Bo Chen", ""]);
    const other = table(["Name", "Gauge"], ["Cy Dee", "north"], ["Di Fox", "south"]);
    expect(who(label + marked + other)).toEqual(["Ann Lee"]);
    expect(who(label + other)).toEqual(["Cy Dee", "Di Fox"]);
  });
});

describe("proxies", () => {
  test("of their own column came, whether or not the member is marked", () => {
    const html = table(["Member", "Proxy", "Present"], ["Ann Lee", "Di Fox", ""], ["Bo Chen", "", "x"], ["Cy Dee", "", ""]);
    expect(who(label + html)).toEqual(["Di Fox", "Bo Chen"]);
  });

  test.each(["Proxy: Di Fox", "proxy - Di Fox", "Proxy Di Fox"])("in place of a mark: %s", (mark) => {
    const html = table(["Member", "Present"], ["Ann Lee", mark], ["Bo Chen", "x"], ["Cy Dee", ""]);
    expect(who(label + html)).toEqual(["Di Fox", "Bo Chen"]);
  });

  test("in place of a mark keep their account", () => {
    const account = '<a href="https://wiki.example.org/wiki/people/5e7e004847dc780c3c854401">Di Fox</a>';
    const html = table(["Member", "Present"], ["Ann Lee", `Proxy: ${account}`], ["Bo Chen", "x"]);
    expect(factsOfHtml(label + html, { title }).meetings[0]?.attendees).toEqual([
      { name: "Di Fox", account: "5e7e004847dc780c3c854401" },
      { name: "Bo Chen", account: null },
    ]);
  });
});

describe("a column for each meeting", () => {
  const days = (...headers: readonly string[]) =>
    table(["Name", ...headers], ["Ann Lee", "x", ""], ["Bo Chen", "", "x"], ["Cy Dee", "x", "x"]);

  test.each([
    ["02/16", "03/02"],
    ["2022-02-16", "2022-03-02"],
    ["Feb 16, 2022", "Mar 2, 2022"],
    ["2/16", "3/2"],
  ])("%s and %s: that of the page's day is read", (first, second) => {
    expect(who(label + days(first, second), "2022-02-16 Meeting")).toEqual(["Ann Lee", "Cy Dee"]);
    expect(who(label + days(first, second), "2022-03-02 Meeting")).toEqual(["Bo Chen", "Cy Dee"]);
  });

  test("of other days says nothing of this one", () => {
    expect(who(label + days("02/16", "03/16"))).toEqual([]);
  });

  test("that is alone is no table of days", () => {
    expect(who(label + table(["Name", "02/16"], ["Ann Lee", "x"], ["Bo Chen", ""]))).toEqual(["Ann Lee", "Bo Chen"]);
  });

  test("with numbers of another kind is none", () => {
    const html = table(["Name", "02/16", "03/16"], ["Ann Lee", "12 buoys", "3 buoys"], ["Bo Chen", "7 buoys", "sand"]);
    expect(who(label + html)).toEqual(["Ann Lee", "Bo Chen"]);
  });
});

describe("struck names", () => {
  test.each([
    ["a whole name", "<s>Ann Lee</s>", ["Bo Chen"]],
    ["a part of the line", "Ann Lee <s>(north gauge)</s>", ["Ann Lee", "Bo Chen"]],
    ["one of two lines", "<s>Ann Lee</s><br>Di Fox", ["Di Fox", "Bo Chen"]],
  ])("%s", (_, cell, names) => {
    expect(who(label + table(["Name", "Gauge"], [cell, "north"], ["Bo Chen", "south"]))).toEqual(names);
  });

  test("do not come by a mark", () => {
    expect(who(label + table(["Name", "Present"], ["<s>Ann Lee</s>", "x"], ["Bo Chen", "x"]))).toEqual(["Bo Chen"]);
  });
});

describe("brackets in a line of people", () => {
  test.each([
    ["Ann Lee (Harbour Lab, chair), Bo Chen", ["Ann Lee", "Bo Chen"]],
    ["Ann Lee (tide; gauge), Bo Chen (Blue Buoy, sand, sea)", ["Ann Lee", "Bo Chen"]],
    ["Ann Lee, Bo Chen (regrets), Cy Dee", ["Ann Lee", "Cy Dee"]],
    ["Ann Lee (sent apologies), Bo Chen, Cy Dee", ["Bo Chen", "Cy Dee"]],
    ["Ann Lee, Bo Chen, Cy Dee (absent)", ["Ann Lee", "Bo Chen"]],
    ["Ann Lee, Bo Chen (Blue Buoy, excused), Cy Dee", ["Ann Lee", "Cy Dee"]],
  ])("%s", (line, names) => {
    expect(inLine(line)).toEqual(names);
  });

  test.each([
    ["Ann Lee (remote), Bo Chen (host)", ["Ann Lee", "Bo Chen"]],
    ["Ann Lee (Absentia Lab), Bo Chen", ["Ann Lee", "Bo Chen"]],
  ])("%s: came", (line, names) => {
    expect(inLine(line)).toEqual(names);
  });
});

describe("names", () => {
  test("joined by underscores have blanks", () => {
    expect(inLine("Ann_Lee, Bo Chen")).toEqual(["Ann Lee", "Bo Chen"]);
  });

  test("end where they begin to speak on something", () => {
    expect(inLine("Ann Lee on tides, Bo Chen about gauges")).toEqual(["Ann Lee", "Bo Chen"]);
  });

  test("a line of the quorum does not end the people", () => {
    const list = "<p>Quorum: yes</p><ul><li>Ann Lee</li><li>Bo Chen</li></ul>";
    expect(who(`${label}${list}`)).toEqual(["Ann Lee", "Bo Chen"]);
  });

  test.each(["Who's here", "Who is there", "Also present", "On the call", "Voting members present", "Attendance / Quorum"])(
    "below “%s” came",
    (heading) => {
      expect(who(`<h2>${heading}</h2><ul><li>Ann Lee</li></ul>`)).toEqual(["Ann Lee"]);
    },
  );

  test.each(["Regrets", "On the gauge", "Members of the harbour", "Who knows"])("below “%s” did not", (heading) => {
    expect(who(`<h2>Agenda</h2><ul><li>sand</li></ul><h2>${heading}</h2><ul><li>Ann Lee</li></ul>`)).toEqual([]);
  });
});
