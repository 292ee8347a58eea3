import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateHabitsOf, isDoubtfulDay, parseExportDay } from "../../src/sources/confluence-export/dates.ts";

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
    // abbreviations of older Java releases
    ["фев 03, 2022", "2022-02-03"],
    ["сен 03, 2022", "2022-09-03"],
    ["ноя 03, 2022", "2022-11-03"],
    ["июня 03, 2022", "2022-06-03"],
    ["жов 05, 2014", "2014-10-05"],
    ["2 03, 2022", "2022-02-03"],
    ["12 31, 2022", "2022-12-31"],
    ["čer 03, 2014", "2014-06-03"],
    ["čvc 03, 2014", "2014-07-03"],
    ["III 05, 2014", "2014-03-05"],
    ["sij 05, 2014", "2014-01-05"],
    ["Rgs 05, 2014", "2014-09-05"],
    ["Maijs 05, 2014", "2014-05-05"],
    ["gru 05, 2014", "2014-12-05"],
    ["Eki 05, 2014", "2014-10-05"],
    ["márc. 05, 2014", "2014-03-05"],
    ["Μαϊ 05, 2014", "2014-05-05"],
    ["ينا 05, 2014", "2014-01-05"],
    ["אוג 05, 2014", "2014-08-05"],
    ["3 במרץ 2022", "2022-03-03"],
    ["सितम्बर 05, 2014", "2014-09-05"],
    // digits and years of other countries
    ["١٧ سبتمبر ٢٠٢٢", "2022-09-17"],
    ["१७ सितंबर २०२२", "2022-09-17"],
    ["ก.พ. 05, 2565", "2022-02-05"],
    ["2022 m. rugsėjo 17 d.", "2022-09-17"],
    ["2022. gada 17. septembris", "2022-09-17"],
    // a name of two languages, told apart by the dot behind the day
    ["17. listopada 2022.", "2022-10-17"],
    ["17 listopada 2022", "2022-11-17"],
    // joined by dashes and strokes, with short years
    ["20-Mar-2024", "2024-03-20"],
    ["20-mrt-2024", "2024-03-20"],
    ["2024-Mar-20", "2024-03-20"],
    ["20/Mar/24 4:05 PM", "2024-03-20"],
    ["3/20/24", "2024-03-20"],
    ["20.03.24", "2024-03-20"],
    ["22. 3. 4.", "2022-03-04"],
    ["03-20-2024", "2024-03-20"],
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
    ["a day that could be two, with a short year", "1/2/24"],
    ["a day or a year first", "20/3/24"],
    ["a month of two languages", "lis 05, 2014"],
    ["two months of one language", "jui 5, 2020"],
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

test.each(
  (
    "en en-GB de fr es pt it nl pl ru uk be cs sk sv da nb is fi et lv lt hu ro tr el bg sl hr sr sr-Latn mk sq ca ar ar-EG ar-SY ar-MA he th hi " +
    "vi id ms ka ja ko zh"
  ).split(" "),
)("every month in %s", (locale) => {
  const long = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  for (let month = 0; month < 12; month += 1) {
    const date = new Date(Date.UTC(2022, month, 17));
    expect(parseExportDay(long.format(date)), long.format(date)).toBe(date.toISOString().slice(0, 10));
  }
});

describe("what the other dates of a server tell about a doubtful one", () => {
  test.each([
    ["lis 05, 2014", ["gru 03, 2013", "wrz 01, 2014"], "2014-11-05"],
    ["lis 05, 2014", ["sij 03, 2013", "ruj 01, 2014"], "2014-10-05"],
    ["03/04/2020", ["03/31/2020"], "2020-03-04"],
    ["03/04/2020", ["31/03/2020", "05/05/2020"], "2020-04-03"],
    ["1/2/24", ["3/20/24", "4/5/23"], "2024-01-02"],
  ])("%s beside %j", (text, others, day) => {
    expect(isDoubtfulDay(text)).toBe(true);
    expect(parseExportDay(text, dateHabitsOf([...others, text]))).toBe(day);
  });

  test.each([
    ["nothing", ["2020-01-05", "", "Foo 3, 2020"]],
    ["nothing where they contradict each other", ["03/31/2020", "31/03/2020"]],
  ])("%s", (_, others) => {
    expect(parseExportDay("03/04/2020", dateHabitsOf(others))).toBeNull();
  });
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
