/** How much a label promises: after a sure one a plain word is a passcode too, after the others only what looks like a code, or digits. */
export type Trust = "sure" | "likely" | "code" | "digits" | "dialled" | "short";

/** How label and value are joined. */
export type Joint = "explicit" | "is" | "dash" | "cell" | "blank";

const placeholder = /^(?:\$\{?\w{1,60}\}?|%\w|[x*•.·_-]{1,64})$|^\[?redacted\b|^(?:https?:|www\.)/i;
const emailShape = /^[\w.+-]{1,64}@[\w-]{1,63}\.[A-Za-z]{2}/;
const prose =
  /^(?:none|n\/a|na|tb[da]|required|needed|optional|same|see|above|below|not|no|yes|the|an?|your|our|and|or|if|for|to|in|on|of|at|by|as|with|will|was|is|are|be|been|sent|provided|shared|via|string|text|null|true|false|on|off|undefined|hidden|protected|enabled|disabled|policy|field|reset|only|must|should|can|may|has|have|included|embedded|unknown|empty|blank|default|here|there|it|this|that|please|ask|contact|check|use|from|when|which|meeting|zoom|link|url|id|email|e-mail|phone|username|user|无|無|没有)$/i;
const measure = /^\d+[ -]?(?:char|bit|byte|digit|letter|word|symbol|minute|hour|day|month|year|time|percent|%|st|nd|rd|th|am\b|pm\b)/i;
const algorithm =
  /^(?:sha|md|aes|rsa|argon|pbkdf|bcrypt|scrypt|oauth|rfc|http|base|web|ipv?|utf|win|x|ssh-ed|ed|ecdsa-sha\d-nistp|secp|curve)-?\d+/i;
const dateOrTime = /^(?:(?:19|20)\d\d([-./]\d{1,2}){0,2}|\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|\d{1,2}:\d\d(?:[ap]m)?|v?\d+(?:\.\d+)+)$/i;

export function isPasscode(value: string, trust: Trust, joint: Joint, rest: string, crossedLine: boolean): boolean {
  if (trust === "dialled") return /^\d{6,12}#$/.test(value.replace(/[ \u00A0-]/g, ""));
  if (value.length < 3 || isPlaceholder(value) || prose.test(value) || measure.test(value) || emailShape.test(value)) return false;
  // A delimiter makes even a year a code; without one it is a year.
  if (joint !== "explicit" && dateOrTime.test(value)) return false;
  const endsHere = /^[\s\uFDD1\uFDD3]*(?:$|[\n)\]|,;，；。]|\.(?:\s|$))/.test(rest);
  const inDigits = /^\d{4,12}#?\*?$/.test(value.replace(/[ \u00A0-]/g, ""));
  if (crossedLine) return endsHere && isOnAnotherLine(value, trust, inDigits);
  if (trust === "digits") return inDigits;
  if (trust === "short") return isShortLabelled(value, endsHere);
  if (trust === "sure") {
    if (joint === "explicit" || joint === "dash") return looksLikeCode(value) || (endsHere && /^[\p{L}\p{N}_.-]+$/u.test(value));
    return joint === "is" ? looksLikeCode(value) : hasDigit(value) && value.length >= 4 ? looksLikeCode(value) : isGarbled(value);
  }
  if (value.length < 4 || algorithm.test(value)) return false;
  if (joint === "blank") return isGarbled(value) || (trust === "code" && /^\d+#?$/.test(value));
  return looksLikeCode(value);
}

/** What stands in the next line or cell has to show by itself what it is. */
function isOnAnotherLine(value: string, trust: Trust, inDigits: boolean): boolean {
  if (trust === "sure") return looksLikeCode(value);
  if (trust === "digits") return inDigits;
  return (trust === "code" && inDigits) || isGarbled(value);
}

/** Tests pass too: `pass: 120 of 130`, `pass: 95.5%`, `pass: #1234`, `pass: v1.2.3`, `pass: 10/12`. */
function isShortLabelled(value: string, endsHere: boolean): boolean {
  if (value.length < 4 || dateOrTime.test(value) || algorithm.test(value)) return false;
  if (/^\d+$/.test(value)) return value.length >= 6 && endsHere;
  if (!endsHere && /^[a-z]+\d{1,2}$/i.test(value)) return false; // `pass: node12 and node13`
  return /\p{L}/u.test(value) && hasDigit(value) && !/^#?[A-Z]{1,8}-?\d+$|^\d+(?:\.\d+)?[%a-z]{1,4}$|[/.]/.test(value);
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
