import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultLexicon } from "../../src/extraction/lexicon/index.ts";
import { cleanName, nameKey, namesInLine } from "../../src/extraction/people.ts";

const plain = (text: string) => ({ text, spans: [] });
const names = (text: string, mode: "item" | "line" = "item") => namesInLine(plain(text), mode, defaultLexicon).map((person) => person.name);

describe("one person on a line", () => {
  test.each([
    ["Ana Paula Recife", "Ana Paula Recife"],
    ["Ana Paula Recife (host)", "Ana Paula Recife"],
    ["Bo Lindqvist – Harbour Lab", "Bo Lindqvist"],
    ["Bo Lindqvist, Harbour Lab Ltd", "Bo Lindqvist"],
    ["@Nguyen Thao Vy - student", "Nguyen Thao Vy"],
    ["1. Rasmus Kehlet (Deactivated)", "Rasmus Kehlet"],
    ["Former user (Deleted)", "Former user (Deleted)"],
    ["Amalia (Amy) Marsh, Third Coast", "Amalia (Amy) Marsh"],
    ["A Anneke Vos", "A Anneke Vos"],
    ["koita", "koita"],
  ])("%s", (line, name) => {
    expect(names(line)).toEqual([name]);
  });

  test.each([
    "...",
    "+3 others",
    "3 additional attendees and phone numbers",
    "TBD",
    "[redacted: phone]",
    "https://example.org/x",
    "Please add your name",
    "(none)",
  ])("%s is nobody", (line) => {
    expect(names(line)).toEqual([]);
  });
});

test("a line of names is divided by commas, semicolons and 'and'", () => {
  expect(names("Ann Lee, Bo Chen; Cy Dee and Di Eng", "line")).toEqual(["Ann Lee", "Bo Chen", "Cy Dee", "Di Eng"]);
});

test("an entry that lists three full names lists three people; a name with a company is one", () => {
  expect(names("Ann Lee, Bo Chen, Cy Dee")).toEqual(["Ann Lee", "Bo Chen", "Cy Dee"]);
  expect(names("Ann Lee, Blue Buoy")).toEqual(["Ann Lee"]);
});

test("names that a conversion ran together are two, names with a capital inside are one", () => {
  expect(names("Anik ShahArchana Rao")).toEqual(["Anik Shah", "Archana Rao"]);
  expect(names("Mike McCoy Jones")).toEqual(["Mike McCoy Jones"]);
});

describe("linked accounts", () => {
  const mention = (from: number, to: number, account: string) => ({
    kind: "mention" as const,
    start: from,
    end: to,
    value: account,
    href: `/people/${account}`,
  });

  test("are the people of an entry; the rest says who they are", () => {
    const text = "Timo Glass (Anim) works at Red Barn";
    expect(namesInLine({ text, spans: [mention(0, 10, "acc1")] }, "item", defaultLexicon)).toEqual([
      { name: "Timo Glass", account: "acc1" },
    ]);
  });

  test("two accounts of one name are two people, a bare name beside an account is that account", () => {
    const text = "Jo Park, Jo Park, Jo Park";
    const spans = [mention(0, 7, "a"), mention(9, 16, "b")];
    expect(namesInLine({ text, spans }, "line", defaultLexicon).map((person) => person.account)).toEqual(["a", "b"]);
  });
});

test("spellings of a name share a key", () => {
  expect(nameKey("Dr. José Luis Ñandú")).toBe(nameKey("jose luis nandu"));
});

test("no text makes the reading of names fail or hand out blanks and links", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 120 }), fc.constantFrom("item" as const, "line" as const), (text, mode) => {
      for (const name of names(text, mode)) {
        expect(name).toBe(name.trim());
        expect(name.length).toBeGreaterThan(1);
        expect(name).not.toMatch(/https?:|\n/);
      }
      cleanName(text, defaultLexicon, 6);
    }),
    { seed: 7, numRuns: 500 },
  );
});
