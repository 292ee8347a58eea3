import type { TextRange } from "./addresses.ts";

const fileEnding = /\.(?:html?|mdx?|pdf|txt|docx?|xlsx?|pptx?|png|jpe?g|gif|svg|csv|zip|mp[34]|m4a|vtt|ics|eml)(?=[?#]|$)/gi;
const longestName = 300;
const gap = "(?:[-. ]|%20|%C2%A0)";
/** In old exports a plus is a blank, so what follows it must be the code of a country and groups, or as many digits as no date has. */
const behindPlus = new RegExp(`(?:\\+|%2B)[1-9](?:\\d{10,12}|\\d{0,2}(?:${gap}\\(?\\d{2,8}\\)?){2,5})(?![\\d-])`, "gi");
const behindWord = new RegExp(
  `(?<![A-Za-z])(?:phone|tel|dial(?:-?in)?|mobile|cell|fax)[-+_. ]{1,3}(?:(?:no|number)[-+_. ]{1,2})?(\\(?\\d{2,4}\\)?(?:${gap}\\d{2,8}){1,4})(?![\\d-])`,
  "gi",
);
const date = /(?:19|20)\d\d\D\d{1,2}\D\d{1,2}|\d{1,2}\D\d{1,2}\D(?:19|20)\d\d/;

/** Most addresses hold none, and there are many of them. */
const mayHoldNumber = /(?:\+|%2B)\d|(?:phone|tel|dial|dial-?in|mobile|cell|fax)[-+_. ]/i;

/** `Call-+1-646-555-0123_1.html`, `Fax-030-5550123.pdf`: signs are rare in names of files, and digits are mostly dates and ids. */
export function findPhonesInFileNames(address: string): TextRange[] {
  if (!mayHoldNumber.test(address)) return [];
  return Array.from(address.matchAll(fileEnding)).flatMap((ending) => {
    const before = address.slice(Math.max(0, ending.index - longestName), ending.index);
    const name = before.slice(before.lastIndexOf("/") + 1);
    return findInName(name, ending.index - name.length);
  });
}

function findInName(name: string, from: number): TextRange[] {
  return [...name.matchAll(behindPlus), ...name.matchAll(behindWord)].flatMap((match) => {
    const number = match[1] ?? match[0];
    const written = number.replace(/(?:%[0-9A-F]{2})+/gi, " ");
    const digits = written.replace(/\D/g, "").length;
    if (digits > 15 || digits < (match[1] === undefined ? 10 : 7) || date.test(written)) return [];
    const end = from + match.index + match[0].length;
    return [{ start: end - number.length, end }];
  });
}
