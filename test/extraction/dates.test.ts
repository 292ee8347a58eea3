import { describe, expect, test } from "vitest";
import { datesIn, firstDay } from "../../src/extraction/dates.ts";
import { defaultLexicon } from "../../src/extraction/lexicon/index.ts";
import { periodIn } from "../../src/extraction/periods.ts";
import { intervalOf } from "../../src/records/edtf.ts";

describe("dates in texts", () => {
  test.each([
    ["2022-06-22 General Meeting", "2022-06-22"],
    ["2019.05.17 Agenda", "2019-05-17"],
    ["Meeting Notes - 20190511", "2019-05-11"],
    ["Notes - Feb 14, 2020", "2020-02-14"],
    ["Sep. 11, 2020", "2020-09-11"],
    ["March 8 2021 - Notes", "2021-03-08"],
    ["Monday, April 22th, 2024", "2024-04-22"],
    ["01 May 2023", "2023-05-01"],
    ["21st of June, 2023", "2023-06-21"],
    ["7/25/2022", "2022-07-25"],
    ["25/07/2022", "2022-07-25"],
    ["08/18/24", "2024-08-18"],
    ["2022年6月22日", "2022-06-22"],
    ["Call - 2022 June 22nd", "2022-06-22"],
    ["2022-Jun-22 Call", "2022-06-22"],
    ["Report 2021 May 7, 2022", "2022-05-07"],
    ["In the Spring of 2022", "2022-21"],
    ["June 2018", "2018-06"],
    ["2024 Q2", "2024-34"],
    ["Q4 2023", "2023-36"],
    ["H1 2022", "2022-40"],
    ["2022 HY2", "2022-41"],
    ["the first half of 2022", "2022-40"],
    ["third quarter of 2021", "2021-35"],
  ])("%s → %s", (text, edtf) => {
    expect(datesIn(text, defaultLexicon)[0]?.edtf).toBe(edtf);
  });

  test.each(["February 31, 2020", "13/32/2020", "version 2.10.3", "10.1.2.3", "call 555-0142", "the year 3019-01-01 is far"])(
    "%s names no day",
    (text) => {
      expect(firstDay(text, defaultLexicon)).toBeNull();
    },
  );

  test("offsets are those of the date, and each date is read once", () => {
    const text = "from 2022-06-22 to July 6, 2022";
    const found = datesIn(text, defaultLexicon);
    expect(found.map((date) => text.slice(date.start, date.end))).toEqual(["2022-06-22", "July 6, 2022"]);
  });
});

describe("periods of reports", () => {
  test.each([
    ["2018-Q4 Quarterly Report", "2018-Q4", "2018-10-01", "2018-12-31"],
    ["Q3/Q4 2022 Report", "2022-Q3--2022-Q4", "2022-07-01", "2022-12-31"],
    ["2022 HY1 Dunes", "2022-H1", "2022-01-01", "2022-06-30"],
    ["Mid-Year 2022 Report", "2022-H1", "2022-01-01", "2022-06-30"],
    ["2020 Half-Year Report", "2020-H1", "2020-01-01", "2020-06-30"],
    ["2nd Semiannual 2021", "2021-H2", "2021-07-01", "2021-12-31"],
    ["February - June 2022", "2022-02--2022-06", "2022-02-01", "2022-06-30"],
    ["July – December 2022", "2022-H2", "2022-07-01", "2022-12-31"],
    ["Nov 2022 to Jan 2023", "2022-11--2023-01", "2022-11-01", "2023-01-31"],
    ["Annual Report 2021", "2021-01--2021-12", "2021-01-01", "2021-12-31"],
  ])("%s", (text, label, start, end) => {
    expect(periodIn(text, defaultLexicon)).toEqual({ label, start, end });
  });

  test.each(["Past reports", "2022 Projects", "Report of 3 March 2021"])("%s names none", (text) => {
    expect(periodIn(text, defaultLexicon)).toBeNull();
  });
});

test("an EDTF date means its first to its last day", () => {
  expect(intervalOf("2024-02")).toEqual({ start: "2024-02-01", end: "2024-02-29" });
  expect(intervalOf("2022-24")).toEqual({ start: "2022-12-01", end: "2023-02-28" });
  expect(intervalOf("2022-36")).toEqual({ start: "2022-10-01", end: "2022-12-31" });
  expect(intervalOf("2022-13")).toBeNull();
});
