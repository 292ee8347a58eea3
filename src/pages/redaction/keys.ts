import type { TextRange } from "./addresses.ts";

/**
 * Keys and tokens that services hand out. Each kind begins with letters of its own, so that a scanner can find it:
 * https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
 */
const issuedKeys: readonly { readonly issuer: string; readonly pattern: string }[] = [
  { issuer: "GitHub", pattern: "gh[pousr]_[A-Za-z0-9]{16,255}|github_pat_[A-Za-z0-9_]{20,255}" },
  { issuer: "GitLab", pattern: "gl(?:pat|dt|rt|cbt|ptt)-[\\w-]{16,255}" },
  { issuer: "Slack", pattern: "xox[abeoprs]-[A-Za-z0-9-]{10,255}|xapp-[A-Za-z0-9-]{10,255}" },
  { issuer: "AWS", pattern: "(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])" },
  { issuer: "Google", pattern: "AIza[\\w-]{30,60}|ya29\\.[\\w-]{20,255}" },
  { issuer: "Stripe", pattern: "[rs]k_(?:live|test)_[A-Za-z0-9]{16,255}" },
  { issuer: "npm, PyPI", pattern: "npm_[A-Za-z0-9]{30,60}|pypi-[\\w-]{40,255}" },
  // A name of hyphened words begins alike (`sk-learn-contrib-…`): a key has capitals, small letters and digits.
  { issuer: "model providers", pattern: "sk-(?=[\\w-]{0,255}[A-Z])(?=[\\w-]{0,255}[a-z])(?=[\\w-]{0,255}\\d)[\\w-]{16,255}" },
  { issuer: "JSON Web Tokens", pattern: "eyJ[\\w-]{8,4000}\\.[\\w-]{8,8000}\\.[\\w-]{8,4000}" },
];

const shapes = `(?<![A-Za-z0-9_-])(?:${issuedKeys.map(({ pattern }) => pattern).join("|")})`;
const shapeAt = new RegExp(shapes, "g");
/** A quick look at a source, an address or a text: one of the beginnings, or a label. */
const beginnings =
  "ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- gldt- glrt- glcbt- glptt- xox xapp- AKIA ASIA AIza ya29. _live_ _test_ npm_ pypi- eyJ earer hooks.slack.com".split(
    " ",
  );
const labelInSource = /(?:key|token|secret)\W{0,12}[:=：]|\bsk-|PRIVATE KEY/i;

export function mayHoldKey(source: string): boolean {
  return beginnings.some((beginning) => source.includes(beginning)) || labelInSource.test(source);
}

/** An address opens what its path names. */
const webhookAt = /\bhooks\.slack\.com\/(?:services|workflows|triggers)\/([\w/-]{8,200})/g;

/** Keys anywhere in an address: its parameters are searched by name besides. */
export function findKeysInAddress(address: string): TextRange[] {
  if (!mayHoldKey(address)) return [];
  const found = Array.from(address.matchAll(shapeAt), (match) => rangeAt(match.index, match[0].length));
  for (const match of address.matchAll(webhookAt)) {
    const path = match[1] ?? "";
    found.push(rangeAt(match.index + match[0].length - path.length, path.length));
  }
  return apart(found);
}

const value = "([A-Za-z0-9_~+/.=-]{16,4000})";
const joint = "[ \\u00A0\\uFDD1]{0,5}[:=：][ \\u00A0\\uFDD1]{0,5}[\"'“]?";
const bearerAt = new RegExp(`\\bBearer[ \\u00A0\\uFDD1]{1,3}${value}`, "gi");
/** Only what is secret by name: a public key, the token of a ledger and the key of a map are none. */
const labelledAt = new RegExp(
  `(?<![\\w$.-])(?:(?:api|app|access|secret|client|auth|bot|personal access|webhook|encryption|signing|private|bearer)[ \\u00A0_-]?(?:key|token|secret)|token|secret)${joint}${value}`,
  "gi",
);
const privateKeyAt = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----([^-]{40,20000})-----END/g;

/** Keys in a reader's text; what stands in code was hidden from it. */
export function findKeys(text: string): TextRange[] {
  if (!mayHoldKey(text)) return [];
  const found = Array.from(text.matchAll(shapeAt), (match) => rangeAt(match.index, match[0].length));
  for (const match of text.matchAll(bearerAt)) addValue(found, match);
  for (const match of text.matchAll(labelledAt)) addValue(found, match);
  for (const match of text.matchAll(privateKeyAt))
    found.push(rangeAt(match.index + match[0].indexOf("KEY-----") + 8, (match[1] ?? "").length));
  return apart(found);
}

function addValue(found: TextRange[], match: RegExpMatchArray): void {
  const written = (match[1] ?? "").replace(/[.=]+$/, "");
  const start = (match.index ?? 0) + match[0].length - (match[1] ?? "").length;
  const isGeneric = /^(?:token|secret)\b/i.test(match[0]);
  if (isKey(written, isGeneric)) found.push(rangeAt(start, written.length));
}

/** Made at random: capitals, small letters and digits, or only digits and letters of a hash, which is a key behind a sure label alone. */
function isKey(written: string, isGeneric: boolean): boolean {
  if (written.length < 16 || !/\d/.test(written) || !/[A-Za-z]/.test(written)) return false;
  if (/^0x|^\d[\d./-]*[a-z]{0,3}$|:\/\/|^(?:[\w-]+\/)+[\w.-]*$|^[\w-]+(?:\.[a-z]{2,}){1,3}$/i.test(written)) return false;
  if (/^(?:[a-z]+[-_])+(?:[a-z]+|\d{1,4})$/i.test(written)) return false; // words: `my-client-secret-2024`
  if (isGeneric && /^(?:[a-z]+\d{0,4}[-_.])+[a-z]*\d{0,4}$/i.test(written)) return false; // a name: `example20-compatible-token`
  return isGeneric ? /[A-Z]/.test(written) && /[a-z]/.test(written) && /\d.*\d/.test(written) : true;
}

function rangeAt(start: number, length: number): TextRange {
  return { start, end: start + length };
}

function apart(ranges: TextRange[]): TextRange[] {
  const kept: TextRange[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (range.start >= (kept.at(-1)?.end ?? 0)) kept.push(range);
  }
  return kept;
}
