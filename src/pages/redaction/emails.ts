import type { TextRange } from "./addresses.ts";
import { isDomainEnding, isLongDomainEnding } from "./domains.ts";
import { findSpelledEmails } from "./spelled-emails.ts";

/**
 * Hosts of mailing lists, whose addresses are public on purpose. An entry that ends with a dot is the beginning of a host label (`lists.` keeps
 * `dev@lists.example.org`); any other is a domain, kept with its subdomains.
 */
export const mailingListHosts: readonly string[] = ["lists.", "list.", "groups.", "mailman.", "groups.io", "googlegroups.com"];

const mayHoldEmailPattern =
  /[@＠]|%(?:25)?40|&#(?:64|x40|x0040);|&commat;|[[(<{] ?at ?[\])>}]|\bdot(?:\s|&nbsp;|<[^<>]{1,40}>){1,4}[a-z]{2}|mail\W{1,8}[\w.+-]{1,64} at \w/i;
const atSigns = /[@＠]|\s?(?:\[ ?at ?\]|\( ?at ?\)|\{ ?at ?\}) ?/gi;
const localCharacter = /[A-Za-z0-9._%+'!#$&*=~^{}-]|[\u00C0-\u024F]/;
const domainAt = /(?:[A-Za-z0-9\u00C0-\u024F-]{1,63}(?:\.| ?\[ ?dot ?\] ?| ?\( ?dot ?\) ?)){1,8}[A-Za-z0-9\u00C0-\u024F-]{1,63}/y;
/** What ends like a domain but is a file or a class: `icon@2x.png`, `app@bundle.js`. None of these is a top-level domain. */
const fileEnding = /\.(?:png|jpe?g|gif|svg|webp|html?|css|m?js|json|xml|ya?ml|txt|pdf|jar|exe|class|tgz|gz|mdx?x|java|proto|toml|lock)$/i;
const topLevel = /^(?:[A-Za-z\u00C0-\u024F]{2,}|xn--[A-Za-z0-9-]+)$/;
/** Ids that only look like an address: of calendars and of messages. */
const idHost = /(?:^|\.)calendar\.google\.com$|^mail\.gmail\.com$/i;
const gitHost = /(?:^|\.)(?:git|github|gitlab|bitbucket|gitea|codeberg)\./i;
const fediverseHost = /mastodon|fosstodon|hachyderm|mstdn|\.social$/i;
const documentEnding = /\.(?:html?|mdx?|pdf|txt)$/i;
const bracketedDot = / ?[[(] ?dot ?[\])] ?/gi;
const longestLocal = 64;

/** A quick look at the source, entities and escapes included: without a hit there is nothing to find. */
export function mayHoldEmail(source: string): boolean {
  return mayHoldEmailPattern.test(source);
}

/** E-mail addresses in a reader's text, kept hosts left out. */
export function findEmails(text: string, keepDomains: readonly string[]): TextRange[] {
  const found: TextRange[] = [];
  for (const match of text.matchAll(atSigns)) {
    const at = match.index;
    const start = startOfLocal(text, at);
    if (start === at || start < (found.at(-1)?.end ?? 0)) continue;
    const written = readDomain(text, at + match[0].length);
    const domain = written === null ? null : (hostBeforeFile(written) ?? written);
    if (domain === null || isKeptDomain(domain.replace(bracketedDot, "."), keepDomains)) continue;
    const end = at + match[0].length + domain.length;
    if (!isSomethingElse(text, start, at, end)) found.push({ start, end });
  }
  const spelled = findSpelledEmails(text, (domain) => isKeptDomain(domain, keepDomains));
  return spelled.length === 0 ? found : apart([...found, ...spelled]);
}

function apart(ranges: TextRange[]): TextRange[] {
  const kept: TextRange[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (range.start >= (kept.at(-1)?.end ?? 0)) kept.push(range);
  }
  return kept;
}

const atSignsInAddress = /@|%(?:25){0,2}40/g;
const hostAt = /(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9-])/y;

/** E-mail addresses inside an address: after `mailto:`, in a path or a parameter. The user before a host (`ssh://git@…`) is none. */
export function findEmailsInAddress(address: string, keepDomains: readonly string[]): TextRange[] {
  const found: TextRange[] = [];
  for (const match of address.matchAll(atSignsInAddress)) {
    const start = startOfEncodedLocal(address, match.index);
    hostAt.lastIndex = match.index + match[0].length;
    const written = start === match.index || start < (found.at(-1)?.end ?? 0) ? undefined : hostAt.exec(address)?.[0];
    if (written === undefined) continue;
    const domain = hostBeforeFile(written) ?? written;
    const before = address.slice(Math.max(0, start - 300), start);
    if (
      /:\/\/[^/?#]*$/.test(before) ||
      (address.slice(start, match.index) === "git" && gitHost.test(domain)) ||
      (/(?:@|%40)$/.test(before) && fediverseHost.test(domain))
    )
      continue;
    if (isKeptDomain(domain, keepDomains) || fileEnding.test(domain) || isVersion(domain) || idHost.test(domain)) continue;
    found.push({ start, end: match.index + match[0].length + domain.length });
  }
  return found;
}

/** Percent-encoded signs end it, save `+` and `.`; none is cut in two, or the address would not decode any more. */
function startOfEncodedLocal(address: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < longestLocal) {
    const step = /%2[BbEe]$/.test(address.slice(Math.max(0, start - 3), start)) ? 3 : 1;
    if (step === 1 && !/[A-Za-z0-9._+'-]/.test(address.charAt(start - 1))) break;
    start -= step;
  }
  // Stopped behind a `%` or its first digit: both digits are not ours.
  const behind = address.charAt(start - 1) === "%" ? 2 : address.charAt(start - 2) === "%" ? 1 : 0;
  return Math.min(start + behind, at);
}

/** From the sign to the left; where an inline tag stands in between, the address is what follows the tag, unless that cannot begin one. */
function startOfLocal(text: string, at: number): number {
  let start = at;
  let best = at;
  while (start > 0 && at - start < longestLocal) {
    const character = text.charAt(start - 1);
    if (character === "\uFDD1") {
      if (start < at && !/[._+-]/.test(text.charAt(start))) return trimLocal(text, start, at);
    } else if (!localCharacter.test(character)) break;
    start -= 1;
    best = start;
  }
  return trimLocal(text, best, at);
}

function trimLocal(text: string, from: number, at: number): number {
  let start = from;
  // Quotes, brackets of placeholders and bullets before it; an address begins with a letter or a digit.
  while (start < at && !/[A-Za-z0-9\u00C0-\u024F_]/.test(text.charAt(start))) start += 1;
  return start;
}

/** The host after the sign, without what a converter joined to it: `example.orgNext` and `example.org.Next` end at `org`. */
function readDomain(text: string, from: number): string | null {
  let at = from;
  while (text.charAt(at) === "\uFDD1") at += 1;
  domainAt.lastIndex = at;
  const match = domainAt.exec(text);
  if (match === null) return null;
  const labels = match[0].split(/(\.| ?\[ ?dot ?\] ?| ?\( ?dot ?\) ?)/i);
  // Even positions are labels, odd ones what joins them.
  for (let index = 2; index < labels.length; index += 2) {
    const label = labels[index] ?? "";
    const lowerPart = /^[a-z]{2,}(?=[A-Z])/.exec(label)?.[0];
    const isNextWord = index > 2 && /^[A-Z][a-z]+$/.test(label) && /^[a-z]{2,}$/.test(labels[index - 2] ?? "");
    if (lowerPart === undefined && !isNextWord) continue;
    if (isNextWord) labels.splice(index - 1);
    else labels.splice(index, labels.length, lowerPart ?? label);
    break;
  }
  while (labels.length > 2 && !topLevel.test(labels.at(-1) ?? "")) {
    const digitsCut = /^[A-Za-z]{2,}(?=[\d-])/.exec(labels.at(-1) ?? "")?.[0];
    if (digitsCut === undefined) labels.splice(-2);
    else labels[labels.length - 1] = digitsCut;
  }
  return labels.length > 2 ? text.slice(from, at) + labels.join("") : null;
}

function isKeptDomain(domain: string, keepDomains: readonly string[]): boolean {
  const host = domain.toLowerCase();
  return keepDomains.some((kept) => {
    const entry = kept.toLowerCase();
    if (entry.endsWith(".")) return host.startsWith(entry) || host.includes(`.${entry}`);
    return host === entry || host.endsWith(`.${entry}`);
  });
}

/** Files are named after people: `jo@example.org.html`, `jo@example.org-notes.pdf`. Null where the whole is no file, or nothing in it is a host. */
function hostBeforeFile(domain: string): string | null {
  if (!fileEnding.test(domain) && !documentEnding.test(domain)) return null;
  const labels = domain.split(".");
  for (let index = 1; index < labels.length - 1; index += 1) {
    const ending = /^[A-Za-z]{2,24}(?=-|$)/.exec(labels[index] ?? "")?.[0] ?? "";
    if (isLongDomainEnding(ending) || (documentEnding.test(domain) && isDomainEnding(ending)))
      return [...labels.slice(0, index), ending].join(".");
  }
  return null;
}

function isVersion(domain: string): boolean {
  return /^v?\d{1,4}\.\d{1,4}(?:[.-]|$)/.test(domain);
}

/** What has the shape of an address and is none: remotes, logins, paths, handles of other networks, package versions, files. */
function isSomethingElse(text: string, start: number, at: number, end: number): boolean {
  const local = text.slice(start, at);
  const domain = text.slice(at, end).replace(/^[^\w]*(?:at\W+)?/i, "");
  const before = text.slice(Math.max(0, start - 16), start);
  const after = text.slice(end, end + 40);
  if (fileEnding.test(domain) || isVersion(domain) || idHost.test(domain)) return true;
  if (before.endsWith("@") && fediverseHost.test(domain)) return true; // @user@host
  if (before.endsWith("//")) return true; // the user of an address that is written without a known scheme
  if (/\b(?:ssh|scp|sftp|rsync)\s+(?:-\S+\s+)?$/.test(before)) return true;
  if (before.endsWith("/") && /^\/\w/.test(after)) return true;
  if (local === "git" && gitHost.test(domain)) return true;
  const path = /^:(?!\d+\b)([\w.~/-]+)/.exec(after)?.[1];
  if (path === undefined) return false;
  return local === "git" || /^[~/]/.test(path) || path.includes("/") || path.endsWith(".git");
}
