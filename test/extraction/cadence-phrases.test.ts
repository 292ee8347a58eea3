import { describe, expect, test } from "vitest";
import { statementsOf } from "./support.ts";

const said = (sentence: string) => statementsOf(`${sentence}\n`, { title: "2022-04-13 Meeting" });

describe("meetings that are held in another way", () => {
  test.each([
    ["Starting in January 2023 we will meet monthly.", "monthly", "2023-01"],
    ["Starting January 10, meetings will be held every two weeks.", "biweekly", "2022-01-10"],
    ["Effective March 1, the group will meet on the first Tuesday of each month.", "monthly", "2022-03-01"],
    ["From October on, our weekly call is every other Wednesday (biweekly).", "biweekly", "2022-10"],
    ["Going forward, we will meet once a month.", "monthly", "2022-04-13"],
    ["As of May 2024, calls take place on Wednesdays instead of Tuesdays.", "on Wednesdays", "2024-05"],
    ["It was discussed to conduct this meeting on weekly basis starting from May, 22", "weekly", "2022-04-13"],
    ["We are moving to a monthly meeting cadence.", "monthly", "2022-04-13"],
    ["We will be moving to bi-weekly meetings.", "biweekly", "2022-04-13"],
    ["Meeting frequency reduced to once a month.", "monthly", "2022-04-13"],
    ["We reduced the frequency of the meetings to monthly.", "monthly", "2022-04-13"],
    ["The meetings are now biweekly.", "biweekly", "2022-04-13"],
    ["New meeting schedule: every other Tuesday", "biweekly", "2022-04-13"],
    ["Meetings have moved to Thursdays at 10am.", "Thursdays at 10am", "2022-04-13"],
    ["The weekly meeting was moved to Tuesday at 10 AM.", "Tuesday at 10 AM", "2022-04-13"],
    ["We are changing our meeting day to Wednesday.", "Wednesday", "2022-04-13"],
    ["Change of meeting time: Tuesdays at 10", "Tuesdays at 10", "2022-04-13"],
    ["Cancelling the Thursday afternoon call going forward", null, "2022-04-13"],
    ["The evening call has been discontinued.", null, "2022-04-13"],
    ["We discontinued the evening call.", null, "2022-04-13"],
  ])("%s", (sentence, toText, at) => {
    expect(said(sentence)).toMatchObject([{ type: "cadence.changed", toText, at }]);
  });

  test.each([
    "We will meet monthly.",
    "Starting in March the data is collected weekly.",
    "Starting in March Ann Lee reads the gauge weekly.",
    "This week's call is moved to Thursday at 10 AM.",
    "The next weekly call has been moved to Thursday.",
    "Starting with the next meeting on Tuesday we read the weekly gauge.",
    "Cancelling the Thursday call",
    "We may move to a monthly cadence.",
    "We stopped the gauge during the meeting.",
  ])("%s is no change", (sentence) => {
    expect(said(sentence)).toEqual([]);
  });
});
