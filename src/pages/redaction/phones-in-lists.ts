import type { TextRange } from "./addresses.ts";

const lead = "[ \\u00A0\\uFDD1\\uFDD3>]{0,20}(?:(?:[-*+•]|\\d{1,2}[.)])[ \\u00A0\\uFDD1\\uFDD3]{1,5})?";
/** Eleven digits or twelve: fewer are ids and seconds, more are milliseconds. Round ones are sums. */
const callerItem = new RegExp(`^${lead}(?!\\d*000[ \\u00A0]*$)([1-9]\\d{10,11})[ \\u00A0\\uFDD1]{0,5}$`);
const wordsItem = new RegExp(`^${lead}@?[\\p{L}.'’()\\uFDD1\\uFDD3 \\u00A0-]{2,60}$`, "u");
const aboutNumbers =
  /\b(?:ids?|meeting|webinar|zoom|webex|teams|room|passcode|pages?|issues?|blocks?|numbers?|total|supply|height|count|amount|balance|price|size|bytes|time|timestamp|sum|key|hash|version|build|account|order|invoice|ticket|isbn)\b/i;
const callerSomewhere = /(?:^|[\s\uFDD1>])[1-9]\d{10,11}[ \u00A0\uFDD1]{0,5}$/m;
const longestLine = 80;

/**
 * Callers among the names of who came: where a meeting's list is made of its participants, those who dialled in are numbers. An item that is nothing
 * but digits is one below a line of a few words that names no number.
 */
export function findCallersInLists(text: string): TextRange[] {
  if (!callerSomewhere.test(text)) return [];
  const found: TextRange[] = [];
  let at = 0;
  let isBelowNames = false;
  for (const line of text.split("\n")) {
    const number = line.length > longestLine ? undefined : callerItem.exec(line)?.[1];
    if (number !== undefined && isBelowNames) {
      const start = at + line.indexOf(number);
      found.push({ start, end: start + number.length });
    } else if (line.trim() !== "") isBelowNames = line.length <= longestLine && wordsItem.test(line) && !aboutNumbers.test(line);
    at += line.length + 1;
  }
  return found;
}
