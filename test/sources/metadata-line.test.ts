import fc from "fast-check";
import { expect, test } from "vitest";
import { lossesOfLine, parseMetadataLine } from "../../src/sources/confluence-export/metadata-line.ts";

test.each([
  ["Created by Ilse on Mar 20, 2024", "Ilse", "2024-03-20", null, null],
  ["Created by Ilse, last modified on Mar 20, 2024", "Ilse", null, null, "2024-03-20"],
  ["Created by Ilse, last modified by Tomás Arriaga on Mar 20, 2024", "Ilse", null, "Tomás Arriaga", "2024-03-20"],
  ["Created by Ilse, last updated by Tomás on 19.08.2025", "Ilse", null, "Tomás", "2025-08-19"],
  ["Created by Ilse, last updated on 19.08.2025", "Ilse", null, null, "2025-08-19"],
  ["Created by Nakamura, Aiko, last modified by Arriaga, Tomás on Mai 10, 2016", "Nakamura, Aiko", null, "Arriaga, Tomás", "2016-05-10"],
  ["Created by Men on Towers on Mar 1, 2020", "Men on Towers", "2020-03-01", null, null],
  ["Created by Ilse, last modified by Men on Towers on Mar 1, 2020", "Ilse", null, "Men on Towers", "2020-03-01"],
  ["  Created\n by \u00a0 Ilse ,  last modified by  Tomás\n on Mar 20, 2024 ", "Ilse", null, "Tomás", "2024-03-20"],
  ["This page last changed on Aug 13, 2012 by ilse.", null, null, "ilse", "2012-08-13"],
  ["This page last changed on Mär 09, 2010 by t.arriaga@example.org.", null, null, "t.arriaga@example.org", "2010-03-09"],
  ["This page last changed on Jan 31, 2012 by [redacted: email].", null, null, null, "2012-01-31"],
  ["Added by Ilse, last edited by Tomás on Mar 01, 2010", "Ilse", null, "Tomás", "2010-03-01"],
  ["last modified by Tomás on Mar 1, 2020", null, null, "Tomás", "2020-03-01"],
  ["Created by on Mar 1, 2020", null, "2020-03-01", null, null],
  ["Created by Anonymous", "Anonymous", null, null, null],
])("%s", (line, createdBy, createdOn, modifiedBy, modifiedOn) => {
  const found = parseMetadataLine(line);
  expect([found.createdBy?.name ?? null, found.createdOn, found.modifiedBy?.name ?? null, found.modifiedOn]).toEqual([
    createdBy,
    createdOn,
    modifiedBy,
    modifiedOn,
  ]);
  expect(found.unread).toBeNull();
});

test.each([
  "Created by Ilse, last modified by Tomás on vor 3 Tagen",
  "Created by Ilse on 03/04/2020",
  "This page last changed on 03/04/2020 by ilse.",
  "Erstellt von Ilse am 20.03.2024",
])("%s is told to be unread", (line) => {
  expect(parseMetadataLine(line).unread).toBe(line);
});

test.each([
  ["Created by Ilse on 03/04/2020", "Ilse", "date of a page that can be read as several days"],
  ["Created by Ilse on 3 days ago", "Ilse", "line about author and date not understood"],
  ["Created by Men on Towers", "Men on Towers", "line about author and date not understood"],
])("%s: who, and what is lost", (line, author, loss) => {
  const found = parseMetadataLine(line);
  expect(found.createdBy?.name).toBe(author);
  expect(lossesOfLine(line, found)).toEqual([loss]);
});

test.each(["Ann Lee (Deactivated)", "Ann Lee (Unlicensed)", "Ann Lee [X]", "Ann Lee [X] (Deactivated)"])("%s is Ann Lee", (shown) => {
  expect(parseMetadataLine(`Created by ${shown}, last modified by ${shown} on Mar 20, 2024`)).toMatchObject({
    createdBy: { name: "Ann Lee" },
    modifiedBy: { name: "Ann Lee" },
  });
});

test("an empty line is nothing to tell of", () => {
  expect(parseMetadataLine(" \n ")).toEqual({ createdBy: null, createdOn: null, modifiedBy: null, modifiedOn: null, unread: null });
});

const name = fc
  .array(fc.constantFrom("Ilse", "Tomás", "Aiko", "on", "by", "van", "O’Neil", "Nakamura,", "(old)", "Jr."), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(" ").replace(/,$/, ""))
  .filter((text) => !/^(?:by|on)\b|\b(?:by|on)$|by on/.test(text));

test("names of any words are kept whole", () => {
  fc.assert(
    fc.property(name, name, (author, editor) => {
      const made = parseMetadataLine(`Created by ${author} on Mar 20, 2024`);
      expect([made.createdBy?.name, made.createdOn]).toEqual([author, "2024-03-20"]);
      const changed = parseMetadataLine(`Created by ${author}, last modified by ${editor} on Mar 20, 2024`);
      expect([changed.createdBy?.name, changed.modifiedBy?.name, changed.modifiedOn]).toEqual([author, editor, "2024-03-20"]);
    }),
  );
});

test("no line makes it fail", () => {
  fc.assert(fc.property(fc.string(), (text) => void parseMetadataLine(`Created by ${text}`)));
});
