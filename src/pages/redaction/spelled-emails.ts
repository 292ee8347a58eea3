import type { TextRange } from "./addresses.ts";
import { isDomainEnding, isWordEnding } from "./domains.ts";

const blank = "[ \\u00A0\\uFDD1]{1,3}";
const optionalBlank = "[ \\u00A0\\uFDD1]{0,2}";
const inBrackets = (word: string): string => `${optionalBlank}[[({<]${optionalBlank}${word}${optionalBlank}[\\])}>]${optionalBlank}`;
const at = `(?:${blank}at${blank}|${inBrackets("at")}|@)`;
const dot = `(?:${blank}dot${blank}|${inBrackets("dot")}|\\.)`;
const spelled = new RegExp(
  `(?<![\\w.@+/-])((?:[A-Za-z0-9_+-]{1,40}${blank}dot${blank}){0,3}[A-Za-z0-9][\\w.+-]{0,63})(${at})((?:[A-Za-z0-9-]{1,63}${dot}){1,5}?[A-Za-z]{2,24})(?![\\w@-]|${dot}[A-Za-z0-9])`,
  "gi",
);

const mayBeSpelled = /\bdot\b|[[({<][ \u00A0\uFDD1]{0,2}(?:at|dot)[ \u00A0\uFDD1]{0,2}[\])}>]|mail[^\n]{1,80} at /i;

/** What stands before "at" in a sentence about a place: `find us at example dot org`. */
const wordsBeforeAt = new Set(
  "us me you it them him her look looking meet meeting here there is are was were be been find found available hosted see visit more site website page pages blog docs up out live located online read join talk speak arrive start started ends and or that this work works working not all time point host server domain browse go".split(
    " ",
  ),
);
const wordsOfHost = new Set(["the", "a", "an", "this", "that", "each", "every", "one", "our", "your"]);
const mailBefore = /(?:e-?mail|mail|courriel|correo|邮箱|メール|write to|contact)[^\w\n]{0,6}(?:me|us|to|address)?[^\w\n]{0,6}$/i;

/** Addresses that are spelled so that machines do not read them: `jo at example dot org`, `jo [at] example dot org`, `jo@example dot org`. */
export function findSpelledEmails(text: string, isKept: (domain: string) => boolean): TextRange[] {
  const found: TextRange[] = [];
  if (!mayBeSpelled.test(text)) return found;
  for (const match of text.matchAll(spelled)) {
    const [whole, local = "", sign = "", host = ""] = match;
    const domain = host.replace(/[^A-Za-z0-9.-]+(?:dot[^A-Za-z0-9.-]+)?/gi, ".");
    if (!isAddress(text, match.index, { local, sign, host, domain }, text.slice(match.index + whole.length)) || isKept(domain)) continue;
    found.push({ start: match.index, end: match.index + whole.length });
  }
  return found;
}

interface Spelled {
  readonly local: string;
  readonly sign: string;
  readonly host: string;
  readonly domain: string;
}

function isAddress(text: string, start: number, { local, sign, host, domain }: Spelled, after: string): boolean {
  const isDotSpelled = host !== domain;
  const isAtSpelled = sign !== "@";
  if (!isDotSpelled && !isAtSpelled) return false;
  const labels = domain.split(".");
  const ending = labels.at(-1) ?? "";
  if (!isDomainEnding(ending) || wordsOfHost.has((labels[0] ?? "").toLowerCase())) return false;
  if (/[[({<]/.test(sign) || !isAtSpelled) return true;
  if (wordsBeforeAt.has(local.toLowerCase())) return false;
  if (!isDotSpelled) return mailBefore.test(text.slice(Math.max(0, start - 30), start));
  return !(isWordEnding(ending) && /^[ \u00A0]+[A-Za-z]/.test(after.slice(0, 4)));
}
