import type { TextRange } from "./addresses.ts";
import { kindOfLabel, type LabelKind, labelPattern, mayHoldLabel, purposeWords } from "./labels.ts";
import { isPasscode, type Joint, type Trust } from "./passcode-values.ts";
import { codeSign, markSign, type Projection } from "./projection.ts";

/** A word of another alphabet may stand there letter by letter, as entities. */
const entitiesInARow = /(?:&#x?[0-9a-f]{3,5};){3}/i;
const mayHoldPasscodePattern =
  /\bteams\.(?:microsoft|live)\.com\/meet|pass(?:.|&nbsp;|&#\d{2,4};)?(?:code|w(?:ord|d|ort))|pwd|\bpin\b|(?:access|entry|meeting|conference|participant|attendee|moderator|host|guest|security|dial-?in|bridge|join|joining|pin|invite)(?:.|&nbsp;|&#\d{2,4};)?(?:code|key)|code[^a-z].{0,10}\d{4}|token|sig(?:nature)?(?:=|%3d)|(?:pass|psw|secret|session\w{0,4}|zak|tk|jwt|credential|key|auth)(?:=|%3d)|:\/\/[^\s/@"'<>]{1,80}:[^\s/@"'<>]{1,80}@|\bp(?:w|ass)(?:\s|<[^<>]{1,60}>|[*_]){0,3}[:=：]/i;

/** A quick look at the source: without a hit there is nothing to find. */
export function mayHoldPasscode(source: string): boolean {
  return mayHoldPasscodePattern.test(source) || entitiesInARow.test(source) || mayHoldLabel(source);
}

const labelAt = labelPattern();
const ofAMeeting =
  /(?:meeting|event|webinar|zoom|webex|teams|session|call|conference|recording|video|room|host|guest|attendee|participant|moderator|numeric|phone|access|entry|invite|link|board|lock|会议|會議|入会)[ \u00A0\uFDD1-]{0,2}(?:id[ /]{1,3})?$/i;
const ofAnEntry =
  /(?:access|entry|meeting|conference|participant|attendee|moderator|host|guest|security|dial-?in|bridge|join(?:ing)?|chairperson|leader|pin|invite)[ \u00A0\uFDD1-]{1,2}$/i;
const ofACall = /\b(?:toll|dial|phone|bridge|telephone)\b/i;
const ofSomethingElse = /\b(?:error|status|exit|return|response|zip|postal|country|area|colou?r|source|qr|bar)[ \u00A0-]$/i;

const blank = "[ \\t\\u00A0\\u2000-\\u200A\\u202F\\u3000\\uFDD1\\uFDD3]";
const remark = `(?:${blank}{0,3}\\([^()\\n]{1,30}\\))?\\)?`;
const delimiter = `((?:is|are|ist|est)?${blank}{0,3}[:：=])`;
/** The value may stand in the item below its label: `- Passcode` / `  - 123456`. */
const bullet = `(?:(?<=\\n${blank}{0,12})(?:[-+*•]|\\d{1,2}[.)])${blank}{1,4})?`;
const beforeValue = `${blank}{0,10}((?:\\n${blank}{0,12}){1,6})?${bullet}`;
/**
 * What may stand between label and value; the groups tell the joint. One delimiter only: a passcode may begin with `=` or `-`.
 * A purpose (`password to register = …`) takes a delimiter, or any sentence about passwords would have one.
 */
const purposeAt = new RegExp(
  `${remark}${blank}(?:${purposeWords})(?:${blank}[^\\n:：=|\\uFDD0\\uFDD2]{1,40}?)?${delimiter}${beforeValue}`,
  "iy",
);
const jointAt = new RegExp(
  `${remark}${blank}{0,5}(?:${delimiter}|(\\bis\\b)|([-–—](?=${blank}))|(\\n|\\|)|(?=${blank}))${beforeValue}`,
  "iy",
);
const tokenAt = /["'“‘«([]?([^\s|\uFDD0\uFDD2\uFDD3]{1,64})/y;
const numberGroupsAt = /\d{2,4}(?:[ \u00A0]\d{3,4}){1,4}#?(?![\w/:.-]?\w)/y;

/** Passcodes in a reader's text: label, joint, value. */
export function findPasscodes(text: string, codeSpans: Projection["codeSpans"]): TextRange[] {
  const found: TextRange[] = [];
  labelAt.lastIndex = 0;
  for (let label = labelAt.exec(text); label !== null; label = labelAt.exec(text)) {
    const trust = trustOfLabel(text, label);
    if (trust === null) continue;
    const value = readValue(text, labelAt.lastIndex, label.index, trust, codeSpans);
    if (value === null) continue;
    found.push(value);
    const inDigits = valueInDigits(text, value.end);
    if (inDigits !== null) found.push(inDigits);
    labelAt.lastIndex = (inDigits ?? value).end;
  }
  return found;
}

const inDigitsAt = /[ \u00A0\uFDD1]{0,3}\((\d{4,12})(?= (?:from|when|for|by) )/y;

/** Webex gives a password twice: `aB3xYz (23899123 from phones)`. */
function valueInDigits(text: string, from: number): TextRange | null {
  inDigitsAt.lastIndex = from;
  const digits = inDigitsAt.exec(text)?.[1];
  return digits === undefined ? null : { start: inDigitsAt.lastIndex - digits.length, end: inDigitsAt.lastIndex };
}

/** Letters that make a word with the label beside them; an ideogram before `Passcode` does not. */
const joinsWords = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;
const cjk = /^[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/;

function trustOfLabel(text: string, match: RegExpExecArray): Trust | null {
  const label = match[0];
  const start = match.index;
  const kind = kindOfLabel(label);
  const next = text.charAt(start + label.length);
  if (/[A-Za-z0-9_]/.test(next) || (!cjk.test(label) && joinsWords.test(next))) return null;
  const before = text.slice(Math.max(0, start - 32), start);
  if (/[_$-]$|\w\.$/.test(before) && !/[A-Z]/.test(label.charAt(0))) return null; // `--password`, `db.password`, `$pwd`
  if (/[_$]$/.test(before)) return null;
  // A converter joins cells: `…8257Passcode: 1`. Otherwise a letter before makes it another word.
  if (joinsWords.test(before.slice(-1)) && !(label.startsWith("Pass") && kind === "passcode" && /[a-z]$/.test(before))) return null;
  return trustOfKind(kind, text, start, before);
}

function trustOfKind(kind: LabelKind, text: string, start: number, before: string): Trust | null {
  switch (kind) {
    case "passcode":
      return "sure";
    case "entryCode":
      return "code";
    case "dialledId":
      return "dialled";
    case "pin":
      return /\w$/.test(before) ? null : "digits";
    case "short":
      return /[\w.@/&=-]$/.test(before) ? null : "short";
    case "code":
      if (ofAnEntry.test(before)) return "code";
      return ofACall.test(lineBefore(text, start, 160)) && !ofSomethingElse.test(before) ? "digits" : null;
    default:
      // Beside a link it is the password of what the link opens.
      return ofAMeeting.test(before) || /[\uFDD0\uFDD3]/.test(lineBefore(text, start, 80)) ? "sure" : "likely";
  }
}

function lineBefore(text: string, at: number, reach: number): string {
  const slice = text.slice(Math.max(0, at - reach), at);
  return slice.slice(slice.lastIndexOf("\n") + 1);
}

function readValue(text: string, from: number, labelStart: number, trust: Trust, codeSpans: Projection["codeSpans"]): TextRange | null {
  const found = readJoint(text, from);
  if (found === null) return null;
  const { joint, at, crossedLine } = found;
  if (joint === "cell" && (trust === "likely" || !isAloneInCell(text, labelStart))) return null;
  if (trust === "short" && (joint !== "explicit" || crossedLine)) return null;
  const span = text.charAt(at) === codeSign ? codeSpans.get(at + 1) : undefined;
  if (span !== undefined) {
    const inCode = { start: at + 1, end: at + 1 + span.length };
    return joint !== "cell" && isPasscode(span, trust, joint, "\n", false) ? inCode : null;
  }
  const value = readToken(text, at);
  if (value === null) return null;
  const rest = text.slice(value.end, value.end + 12);
  const written = text.slice(value.start, value.end).replaceAll(markSign, "");
  return isPasscode(written, trust, joint, rest, crossedLine) ? value : null;
}

/** The label fills its cell or line, with a word of its own at most (`Zoom passcode`), behind a bullet perhaps. */
function isAloneInCell(text: string, labelStart: number): boolean {
  const before = lineBefore(text, labelStart, 40);
  const own = before
    .slice(Math.max(before.lastIndexOf("|"), before.lastIndexOf("(")) + 1)
    .replaceAll(markSign, "")
    .replace(/^\s*(?:[-+*•>]|\d{1,2}[.)])\s+/, "")
    .trim();
  return /^[A-Za-z]{0,12}$/.test(own) || /^(?:zoom|webex|teams) meeting$/i.test(own);
}

interface FoundJoint {
  readonly joint: Joint;
  /** Where the value begins. */
  readonly at: number;
  /** The value is on another line or in another cell. */
  readonly crossedLine: boolean;
}

function readJoint(text: string, from: number): FoundJoint | null {
  purposeAt.lastIndex = from;
  const purpose = purposeAt.exec(text);
  if (purpose !== null) return { joint: "explicit", at: purposeAt.lastIndex, crossedLine: purpose[2] !== undefined };
  jointAt.lastIndex = from;
  const match = jointAt.exec(text);
  if (match === null) return null;
  const [, explicit, is, dash, cell, lineBreak] = match;
  const joint =
    explicit !== undefined ? "explicit" : is !== undefined ? "is" : dash !== undefined ? "dash" : cell !== undefined ? "cell" : "blank";
  return { joint, at: jointAt.lastIndex, crossedLine: lineBreak !== undefined || joint === "cell" };
}

function readToken(text: string, at: number): TextRange | null {
  numberGroupsAt.lastIndex = at;
  if (numberGroupsAt.test(text)) return { start: at, end: numberGroupsAt.lastIndex };
  tokenAt.lastIndex = at;
  const token = tokenAt.exec(text)?.[1];
  if (token === undefined) return null;
  const start = tokenAt.lastIndex - token.length;
  // A converter joins cells: `475869Meeting`. Markup in plain text ends the value too.
  const joined = /^\d{4,10}(?=[A-Z][a-z])/.exec(token)?.[0] ?? token.split(/<[/A-Za-z!]/, 1)[0] ?? token;
  let end = start + joined.length;
  while (end > start && isTrailing(text, start, end)) end -= 1;
  return end === start ? null : { start, end };
}

function isTrailing(text: string, start: number, end: number): boolean {
  const last = text.charAt(end - 1);
  if (".,;:\"'”’»\uFDD1，。；）】".includes(last)) return true;
  const opening = last === ")" ? "(" : last === "]" ? "[" : last === "}" ? "{" : null;
  return opening !== null && !text.slice(start, end).includes(opening);
}
