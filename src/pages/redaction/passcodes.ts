import type { TextRange } from "./addresses.ts";
import { codeSign, markSign, type Projection } from "./projection.ts";

const mayHoldPasscodePattern =
  /\bteams\.(?:microsoft|live)\.com\/meet|pass(?:.|&nbsp;|&#\d{2,4};)?(?:code|w(?:ord|d|ort))|pwd|\bpin\b|(?:access|entry|meeting|conference|participant|attendee|moderator|host|guest|security|dial-?in|bridge|join|joining|pin|invite)(?:.|&nbsp;|&#\d{2,4};)?(?:code|key)|code[^a-z].{0,10}\d{4}|token|sig(?:nature)?(?:=|%3d)|(?:pass|psw|secret|session\w{0,4}|zak|tk|jwt|credential|key|auth)(?:=|%3d)|:\/\/[^\s/@"'<>]{1,80}:[^\s/@"'<>]{1,80}@|kenn(?:wort|code)|mot de passe|contrase|senha|wachtwoord|has[lł]o|пароль|密[码碼]|口令|パス|비밀번호|암호/i;

/** A quick look at the source: without a hit there is nothing to find. */
export function mayHoldPasscode(source: string): boolean {
  return mayHoldPasscodePattern.test(source);
}

// ---- in addresses

const parameterAt = /(?:^|[?&;#]|&amp;|%(?:25){0,2}(?:3F|26|3B|23))([\w.-]{1,40})(=|%(?:25){0,2}3D)/gi;
const secretParameter =
  /^(?:[\w.-]*[_.-])?(?:pwd|psw|pass|passwd|password|passcode|pin|hostkey|host_key|jwt|zak|tk|sig|signature|secret|jsessionid|phpsessid|sessionid|api_?key|auth|authkey|accesskey|awsaccesskeyid|googleaccessid|key-pair-id|credential)$|token$|pwd$|passcode$|password$/i;
/** Switches and placeholders, not secrets. */
const harmlessValue = /^(?:|true|false|yes|no|on|off|null|none|undefined|[01]|redacted|x{2,}|\.{2,}|\*+|your[_-].*|%7b.*|%3c.*|[{<$[].*)$/i;
/** `https://teams.microsoft.com/meet/<id>?p=<passcode>` */
const isTeamsMeeting = /\bteams\.(?:microsoft|live)\.com\/meet\//i;
const userInfoAt = /:\/\/[^\s/?#@:"'<>]{0,100}:([^\s/?#"'<>]{1,200})@/g;

/** Values of secret parameters and passwords before a host, also where the address is percent-encoded inside another one. */
export function findPasscodesInAddress(address: string): TextRange[] {
  const found: TextRange[] = [];
  for (const match of address.matchAll(userInfoAt)) {
    const [whole, value = ""] = match;
    const end = match.index + whole.length - 1;
    if (!harmlessValue.test(value)) found.push({ start: end - value.length, end });
  }
  if (!/=|%(?:25){0,2}3D/i.test(address)) return found;
  for (const match of address.matchAll(parameterAt)) {
    const [whole, name = "", equals = "="] = match;
    if (!secretParameter.test(name) && !(name === "p" && isTeamsMeeting.test(address))) continue;
    const start = match.index + whole.length;
    const end = endOfParameter(address, start, equals !== "=");
    if (start >= (found.at(-1)?.end ?? 0) && !harmlessValue.test(address.slice(start, end))) found.push({ start, end });
  }
  return found;
}

const afterValue = /[&#?\s"'<>;|\uFDD0-\uFDD4]/g;
const afterEncodedValue = /[&#?\s"'<>;|\uFDD0-\uFDD4]|%(?:25){0,2}(?:26|23|20|22|3B|0A|0D)/gi;

function endOfParameter(address: string, start: number, encoded: boolean): number {
  const stop = encoded ? afterEncodedValue : afterValue;
  stop.lastIndex = start;
  return stop.exec(address)?.index ?? address.length;
}

// ---- in prose

/** How much a label promises: after a sure one a plain word is a passcode too, after the others only what looks like a code, or digits. */
type Trust = "sure" | "likely" | "code" | "digits";

/** How label and value are joined. */
type Joint = "explicit" | "is" | "dash" | "cell" | "blank";

const labelCore =
  /pass[ \u00A0-]?codes?|passwords?|passwd|passwort|pwd|\bpin\b|codes?\b|host[ \u00A0-]?key|kennwort|kenncode|mot de passe|contrase[nñ]a|senha|wachtwoord|has[lł]o|пароль|密码|密碼|口令|パスワード|パスコード|비밀번호|암호/gi;
const ofAMeeting =
  /(?:meeting|event|webinar|zoom|webex|teams|session|call|conference|recording|video|room|host|guest|attendee|participant|moderator|numeric|phone|access|entry|invite|link|board|lock|会议|會議|入会)[ \u00A0\uFDD1-]{0,2}(?:id[ /]{1,3})?$/i;
const ofAnEntry =
  /(?:access|entry|meeting|conference|participant|attendee|moderator|host|guest|security|dial-?in|bridge|join(?:ing)?|chairperson|leader|pin|invite)[ \u00A0\uFDD1-]{1,2}$/i;
const ofACall = /\b(?:toll|dial|phone|bridge|telephone)\b/i;
const ofSomethingElse = /\b(?:error|status|exit|return|response|zip|postal|country|area|colou?r|source|qr|bar)[ \u00A0-]$/i;

const blank = "[ \\t\\u00A0\\u2000-\\u200A\\u202F\\u3000\\uFDD1\\uFDD3]";
const remark = `(?:${blank}{0,3}\\([^()\\n]{1,30}\\))?\\)?`;
const delimiter = `((?:is|are|ist|est)?${blank}{0,3}[:：=])`;
const beforeValue = `${blank}{0,10}(\\n{1,3}${blank}{0,10})?`;
/**
 * What may stand between label and value; the groups tell the joint. One delimiter only: a passcode may begin with `=` or `-`.
 * A purpose (`password to register = …`) takes a delimiter, or any sentence about passwords would have one.
 */
const purposeAt = new RegExp(`${remark}${blank}(?:to|for|of)${blank}[^\\n:：=|\\uFDD0\\uFDD2]{1,40}?${delimiter}${beforeValue}`, "iy");
const jointAt = new RegExp(
  `${remark}${blank}{0,5}(?:${delimiter}|(\\bis\\b)|([-–—](?=${blank}))|(\\n{1,2}|\\|)|(?=${blank}))${beforeValue}`,
  "iy",
);
const tokenAt = /["'“‘«([]?([^\s|\uFDD0\uFDD2\uFDD3]{1,64})/y;
const numberGroupsAt = /\d{2,4}(?:[ \u00A0]\d{3,4}){1,4}#?(?![\w/:.-]?\w)/y;

/** Passcodes in a reader's text: label, joint, value. */
export function findPasscodes(text: string, codeSpans: Projection["codeSpans"]): TextRange[] {
  const found: TextRange[] = [];
  labelCore.lastIndex = 0;
  for (let label = labelCore.exec(text); label !== null; label = labelCore.exec(text)) {
    const trust = trustOfLabel(text, label.index, label[0]);
    if (trust === null) continue;
    const value = readValue(text, labelCore.lastIndex, label.index, trust, codeSpans);
    if (value === null) continue;
    found.push(value);
    const inDigits = valueInDigits(text, value.end);
    if (inDigits !== null) found.push(inDigits);
    labelCore.lastIndex = (inDigits ?? value).end;
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

function trustOfLabel(text: string, start: number, label: string): Trust | null {
  const end = start + label.length;
  if (/[A-Za-z0-9_]/.test(text.charAt(end))) return null;
  const before = text.slice(Math.max(0, start - 32), start);
  if (/[_$-]$|\w\.$/.test(before) && !/[A-Z]/.test(label.charAt(0))) return null; // `--password`, `db.password`, `$pwd`
  if (/[_$]$/.test(before)) return null;
  const isPasscode = /^pass.?code/i.test(label);
  // A converter joins cells: `…8257Passcode: 1`. Otherwise a letter before makes it another word.
  if (/[A-Za-z]$/.test(before) && !(isPasscode && /[a-z]$/.test(before) && label.startsWith("P"))) return null;
  if (isPasscode || /^[密口パ비암]/.test(label)) return "sure";
  if (/^codes?$/i.test(label)) {
    if (ofAnEntry.test(before)) return "code";
    return ofACall.test(lineBefore(text, start, 160)) && !ofSomethingElse.test(before) ? "digits" : null;
  }
  if (/^pin$/i.test(label)) return "digits";
  if (/^(?:host.?key|kenncode)$/i.test(label)) return "code";
  if (ofAMeeting.test(before)) return "sure";
  // Beside a link it is the password of what the link opens.
  return /[\uFDD0\uFDD3]/.test(lineBefore(text, start, 80)) ? "sure" : "likely";
}

function lineBefore(text: string, at: number, reach: number): string {
  const slice = text.slice(Math.max(0, at - reach), at);
  return slice.slice(slice.lastIndexOf("\n") + 1);
}

function readValue(text: string, from: number, labelStart: number, trust: Trust, codeSpans: Projection["codeSpans"]): TextRange | null {
  const found = readJoint(text, from);
  if (found === null) return null;
  const { joint, at, crossedLine } = found;
  if (joint === "cell" && (trust !== "sure" || !isAloneInCell(text, labelStart))) return null;
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

function isAloneInCell(text: string, labelStart: number): boolean {
  const before = lineBefore(text, labelStart, 20);
  return /^[A-Za-z]{0,12}$/.test(
    before
      .slice(Math.max(before.lastIndexOf("|"), before.lastIndexOf("(")) + 1)
      .replaceAll(markSign, "")
      .trim(),
  );
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

const placeholder = /^(?:\$\{?\w{1,60}\}?|%\w|[x*•.·_-]{1,64})$|^\[?redacted\b|^(?:https?:|www\.)/i;
const emailShape = /^[\w.+-]{1,64}@[\w-]{1,63}\.[A-Za-z]{2}/;
const prose =
  /^(?:none|n\/a|na|tb[da]|required|needed|optional|same|see|above|below|not|no|yes|the|an?|your|our|and|or|if|for|to|in|on|of|at|by|as|with|will|was|is|are|be|been|sent|provided|shared|via|string|text|null|true|false|on|off|undefined|hidden|protected|enabled|disabled|policy|field|reset|only|must|should|can|may|has|have|included|embedded|unknown|empty|blank|default|here|there|it|this|that|please|ask|contact|check|use|from|when|which|meeting|zoom|link|url|id|email|e-mail|phone|username|user|无|無|没有)$/i;
const measure = /^\d+[ -]?(?:char|bit|byte|digit|letter|word|symbol|minute|hour|day|month|year|time|percent|%|st|nd|rd|th|am\b|pm\b)/i;
const algorithm = /^(?:sha|md|aes|rsa|argon|pbkdf|bcrypt|scrypt|oauth|rfc|http|base|web|ipv?|utf|win|x)-?\d+/i;
const dateOrTime = /^(?:(?:19|20)\d\d([-./]\d{1,2}){0,2}|\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|\d{1,2}:\d\d(?:[ap]m)?|v?\d+(?:\.\d+)+)$/i;

function isPasscode(value: string, trust: Trust, joint: Joint, rest: string, crossedLine: boolean): boolean {
  if (value.length < 3 || isPlaceholder(value) || prose.test(value) || measure.test(value) || emailShape.test(value)) return false;
  // A delimiter makes even a year a code; without one it is a year.
  if (joint !== "explicit" && dateOrTime.test(value)) return false;
  const endsHere = /^[\s\uFDD1\uFDD3]*(?:$|[\n)\]|,;，；。]|\.(?:\s|$))/.test(rest);
  if (crossedLine) return endsHere && (trust === "sure" ? looksLikeCode(value) : trust !== "digits" && isGarbled(value));
  if (trust === "digits")
    return /^\d{4,12}#?\*?$/.test(value.replace(/[ \u00A0-]/g, "")) && (joint === "explicit" || joint === "is" || joint === "blank");
  if (trust === "sure") {
    if (joint === "explicit" || joint === "dash") return looksLikeCode(value) || (endsHere && /^[\p{L}\p{N}_.-]+$/u.test(value));
    return joint === "is" ? looksLikeCode(value) : hasDigit(value) && value.length >= 4 ? looksLikeCode(value) : isGarbled(value);
  }
  if (value.length < 4 || algorithm.test(value)) return false;
  if (joint === "blank") return isGarbled(value) || (trust === "code" && /^\d+#?$/.test(value));
  return looksLikeCode(value);
}

/** `<your password>`, `${PASSWORD}`, `{{ pin }}`, `****`, an address, or what we put there ourselves. */
function isPlaceholder(value: string): boolean {
  const closing = { "<": ">", "{": "}", "[": "]", "%": "%" }[value.charAt(0)];
  if (/^[<{[][A-Za-z_]+$/.test(value)) return true; // the first word of a longer one
  return placeholder.test(value) || value.includes("://") || (closing !== undefined && value.endsWith(closing));
}

function hasDigit(value: string): boolean {
  return /\d/.test(value);
}

/** A digit, a sign that words do not have, or capitals after small letters. */
function looksLikeCode(value: string): boolean {
  if (/^\d+$/.test(value)) return value.length >= 4;
  return hasDigit(value) || (/[!@#$%^&*+=?~`§<>\\]/.test(value.slice(0, -1)) && value.length >= 4) || /\p{Ll}\p{Lu}/u.test(value);
}

/** What nobody writes but a generator: signs among letters or digits. */
function isGarbled(value: string): boolean {
  return (
    value.length >= 6 &&
    value.length <= 32 &&
    /[!@#$%^&*+=?~`§]/.test(value.slice(0, -1)) &&
    /[A-Za-z0-9]/.test(value) &&
    (hasDigit(value) || /[A-Z]/.test(value.slice(1)))
  );
}
