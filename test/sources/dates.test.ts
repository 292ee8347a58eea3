import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseExportDay } from "../../src/sources/confluence-export/dates.ts";

describe("days as exports print them", () => {
  test.each([
    // English, with and without a time
    ["Mar 20, 2024", "2024-03-20"],
    ["Jun 18, 2004", "2004-06-18"],
    ["Jan 29, 2014 12:01", "2014-01-29"],
    ["Nov 26, 2024 16:29", "2024-11-26"],
    ["26 Mar, 2021", "2021-03-26"],
    ["5 May 2020", "2020-05-05"],
    ["Sept 4, 2019", "2019-09-04"],
    ["May 5th, 2020", "2020-05-05"],
    ["Wednesday, March 20, 2024", "2024-03-20"],
    ["Mar\u00a0 20, 2024", "2024-03-20"],
    // German
    ["Mai 10, 2016", "2016-05-10"],
    ["Okt 05, 2016 9:43", "2016-10-05"],
    ["Dez 01, 2010", "2010-12-01"],
    ["Mär 09, 2010", "2010-03-09"],
    ["Mrz 09, 2010", "2010-03-09"],
    ["04. März 2021", "2021-03-04"],
    // Chinese, Japanese, Korean
    ["一月 11, 2018", "2018-01-11"],
    ["二月 1, 2018", "2018-02-01"],
    ["十月 1, 2018", "2018-10-01"],
    ["十一月 1, 2018", "2018-11-01"],
    ["十二月 31, 2018", "2018-12-31"],
    ["3月 05, 2019", "2019-03-05"],
    ["2021年3月4日", "2021-03-04"],
    ["5월 01, 2023", "2023-05-01"],
    ["10월 31, 2019", "2019-10-31"],
    // others
    ["27 wrz 2021 14:37", "2021-09-27"],
    ["paź 5, 2020", "2020-10-05"],
    ["janv. 01, 2020", "2020-01-01"],
    ["14 févr. 2019", "2019-02-14"],
    ["ene 05, 2021", "2021-01-05"],
    ["12 de março de 2020", "2020-03-12"],
    ["3 мар. 2021", "2021-03-03"],
    ["Φεβ 5, 2021", "2021-02-05"],
    ["Ağu 5, 2021", "2021-08-05"],
    // numbers
    ["19.08.2025", "2025-08-19"],
    ["23.02.2015", "2015-02-23"],
    ["19.09.2025 09:41 CEST", "2025-09-19"],
    ["4. 3. 2021", "2021-03-04"],
    ["17-03-2019 17:44", "2019-03-17"],
    ["2021-01-26 08:43", "2021-01-26"],
    ["2021/03/05", "2021-03-05"],
    ["2021. 3. 4.", "2021-03-04"],
    ["12/31/2020", "2020-12-31"],
    ["31/12/2020", "2020-12-31"],
    ["04/04/2020", "2020-04-04"],
  ])("%s", (text, day) => {
    expect(parseExportDay(text)).toBe(day);
  });

  test.each([
    ["a day that could be two", "03/04/2020"],
    ["no day of the calendar", "Feb 30, 2021"],
    ["a month that is none", "Foo 3, 2021"],
    ["relative", "yesterday at 9:09 AM"],
    ["before all wikis", "Mar 3, 1066"],
    ["five digits", "17-03-20199"],
    ["nothing", ""],
    ["words", "on the way"],
  ])("%s is none", (_, text) => {
    expect(parseExportDay(text)).toBeNull();
  });
});

test.each(["en", "de", "fr", "es", "pl", "ru", "cs", "nl", "sv", "it"])("every month in %s", (locale) => {
  const long = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  for (let month = 0; month < 12; month += 1) {
    const date = new Date(Date.UTC(2022, month, 17));
    expect(parseExportDay(long.format(date)), long.format(date)).toBe(date.toISOString().slice(0, 10));
  }
});

test("what is printed is read again", () => {
  const english = new Intl.DateTimeFormat("en-US", { day: "2-digit", month: "short", year: "numeric", timeZone: "UTC" });
  const german = new Intl.DateTimeFormat("de", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" });
  const day = fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      expect(parseExportDay(english.format(date))).toBe(iso);
      expect(parseExportDay(german.format(date))).toBe(iso);
      expect(parseExportDay(`${iso} 08:43`)).toBe(iso);
    }),
  );
});

test("no text makes it fail, and what it gives is a day", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const found = parseExportDay(text);
      if (found !== null) expect(new Date(`${found}T00:00:00Z`).toISOString().slice(0, 10)).toBe(found);
    }),
  );
});
