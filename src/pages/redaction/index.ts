import { findAddresses, hideRanges, type TextRange } from "./addresses.ts";
import { findSecretsInColumns } from "./columns.ts";
import { findEmails, findEmailsInAddress, mailingListHosts, mayHoldEmail } from "./emails.ts";
import { findKeys, findKeysInAddress, mayHoldKey } from "./keys.ts";
import { findPasscodes, mayHoldPasscode } from "./passcodes.ts";
import { findPasscodesInAddress } from "./passcodes-in-addresses.ts";
import { findPhones, findPhonesInAddress, mayHoldPhone } from "./phones.ts";
import { addressSign, codeSign, emailSign, type Projection, toSourceRanges } from "./projection.ts";
import { projectAside, splitHtml, splitMarkdown, splitPlain } from "./segments.ts";

export const redactionKinds = ["phone", "email", "passcode", "secret"] as const;
export type RedactionKind = (typeof redactionKinds)[number];

export interface RedactionPolicy {
  readonly phones: "redact" | "keep";
  readonly emails: "redact" | "keep";
  /** Of meetings and logins, and the keys and tokens that services hand out. */
  readonly passcodes: "redact" | "keep";
  /**
   * Domains whose addresses are kept, with their subdomains; an entry that ends with a dot is the beginning of a host label (`lists.`).
   * Own domains are added to the default ones, or the addresses of mailing lists go too.
   */
  readonly keepEmailDomains: readonly string[];
}

export const defaultRedactionPolicy: RedactionPolicy = {
  phones: "redact",
  emails: "redact",
  passcodes: "redact",
  keepEmailDomains: mailingListHosts,
};

/** `html` serves exported pages, views and the storage format alike; `url` is one address and nothing else. */
export type TextForm = "html" | "markdown" | "plain" | "url";

export interface Redacted {
  /** In prose a secret is `[redacted: passcode]`, `[redacted: secret]`, `[redacted: phone]` or `[redacted: email]`; in an address it is the word `redacted`, so that the address stays one. */
  readonly text: string;
  /** Places, not people: a linked e-mail address counts twice, once for its text and once for its target. */
  readonly counts: Readonly<Record<RedactionKind, number>>;
}

interface Finding extends TextRange {
  readonly kind: RedactionKind;
  readonly inAddress: boolean;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly replacement: string;
}

/** A replacement may uncover what its text hid (a number that touched another one). Two rounds do; more are only for text made to need them. */
const mostRounds = 6;

/** Takes secrets out of a source text. The rest of it stays byte for byte, code included, and a second call changes nothing. */
export function redact(text: string, form: TextForm, policy: RedactionPolicy): Redacted {
  const counts: Record<RedactionKind, number> = { phone: 0, email: 0, passcode: 0, secret: 0 };
  let current = withoutSecretsInColumns(text, form, policy, counts);
  // Looked for once: no replacement makes a key.
  const mayHoldKeys = policy.passcodes === "redact" && mayHoldKey(current);
  for (let round = 0; round < mostRounds; round += 1) {
    const kinds = kindsToFind(current, policy, mayHoldKeys);
    if (kinds.size === 0) break;
    const edits = findEdits(current, form, policy, kinds, counts);
    if (edits.length === 0) break;
    current = applyEdits(current, edits);
  }
  return { text: current, counts };
}

/** Before anything else: what stands in a cell alone has no label beside it. */
function withoutSecretsInColumns(text: string, form: TextForm, policy: RedactionPolicy, counts: Record<RedactionKind, number>): string {
  const secrets = findSecretsInColumns(text, form, policy).sort((a, b) => a.from - b.from);
  for (const { kind } of secrets) counts[kind] += 1;
  return secrets.length === 0
    ? text
    : applyEdits(
        text,
        secrets.map(({ from, to, kind }) => ({ from, to, replacement: `[redacted: ${kind}]` })),
      );
}

function kindsToFind(text: string, policy: RedactionPolicy, mayHoldKeys: boolean): ReadonlySet<RedactionKind> {
  const kinds = new Set<RedactionKind>();
  if (policy.emails === "redact" && mayHoldEmail(text)) kinds.add("email");
  if (policy.phones === "redact" && mayHoldPhone(text)) kinds.add("phone");
  if (mayHoldKeys) kinds.add("secret");
  // Where the text is searched anyway, searching it for passcodes too takes less than this look.
  if (policy.passcodes === "redact" && (kinds.size > 0 || mayHoldPasscode(text))) kinds.add("passcode");
  return kinds;
}

function findEdits(
  source: string,
  form: TextForm,
  policy: RedactionPolicy,
  kinds: ReadonlySet<RedactionKind>,
  counts: Record<RedactionKind, number>,
): Edit[] {
  const edits: Edit[] = [];
  const collect = (projection: Projection, findings: readonly Finding[]): void => {
    for (const [index, pieces] of toSourceRanges(projection, findings).entries()) {
      const finding = findings[index];
      if (finding === undefined || pieces.length === 0) continue;
      counts[finding.kind] += 1;
      for (const [place, piece] of pieces.entries())
        edits.push({ ...piece, replacement: place > 0 ? "" : replacementFor(finding, source, pieces.at(-1)?.to ?? piece.to, form) });
    }
  };
  if (form === "url") {
    const whole = projectAside(source, { from: 0, to: source.length }, false);
    collect(whole, findInAddress(whole.text, policy, kinds));
  } else {
    const { prose, asides } = form === "html" ? splitHtml(source) : form === "markdown" ? splitMarkdown(source) : splitPlain(source);
    collect(prose, findInProse(prose, policy, kinds));
    for (const aside of asides) {
      if (aside.as === "address" && !addressMayHold(kinds, source.slice(aside.from, aside.to))) continue;
      const projection = projectAside(source, aside, form === "markdown");
      collect(projection, aside.as === "address" ? findInAddress(projection.text, policy, kinds) : findInProse(projection, policy, kinds));
    }
  }
  return edits.sort((a, b) => a.from - b.from);
}

/** Most addresses have nothing of the kind; entities and escapes are still in the text when this looks. */
const addressMayHoldSecretPattern = /[=@＠&\\]|%(?:25){0,2}(?:3d|40)|:[^/]|wa\.me|(?:\+|%2B)\d|(?:phone|tel|dial|mobile|cell|fax)[-+_.]/i;
const addressMayHold = (kinds: ReadonlySet<RedactionKind>, address: string): boolean =>
  addressMayHoldSecretPattern.test(address) || (kinds.has("secret") && mayHoldKey(address));

function findInAddress(address: string, policy: RedactionPolicy, kinds: ReadonlySet<RedactionKind>): Finding[] {
  const findings: Finding[] = [];
  let left = address;
  const take = (kind: RedactionKind, find: (text: string) => TextRange[]): void => {
    if (!kinds.has(kind)) return;
    const ranges = find(left);
    for (const { start, end } of ranges) findings.push({ start, end, kind, inAddress: true });
    left = hideRanges(left, ranges, addressSign);
  };
  take("passcode", findPasscodesInAddress);
  take("secret", findKeysInAddress);
  take("email", (text) => findEmailsInAddress(text, policy.keepEmailDomains));
  take("phone", findPhonesInAddress);
  return sorted(findings);
}

/** Addresses first, then what a label names, then what has a shape of its own; each hidden from the next. */
function findInProse(prose: Projection, policy: RedactionPolicy, kinds: ReadonlySet<RedactionKind>): Finding[] {
  const findings: Finding[] = [];
  const addresses = findAddresses(prose.text);
  for (const { start, end } of addresses) {
    if (!addressMayHold(kinds, prose.text.slice(start, end))) continue;
    for (const finding of findInAddress(prose.text.slice(start, end), policy, kinds)) {
      findings.push({ ...finding, start: finding.start + start, end: finding.end + start });
    }
  }
  let left = hideRanges(prose.text, addresses, addressSign);
  const take = (kind: RedactionKind, find: (text: string) => TextRange[]): void => {
    if (!kinds.has(kind)) return;
    const ranges = find(left);
    for (const { start, end } of ranges) findings.push({ start, end, kind, inAddress: false });
    left = hideRanges(left, ranges, kind === "email" ? emailSign : codeSign);
  };
  take("secret", findKeys);
  take("passcode", (text) => findPasscodes(text, prose.codeSpans));
  take("email", (text) => findEmails(text, policy.keepEmailDomains));
  take("phone", findPhones);
  return sorted(findings);
}

function sorted(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => a.start - b.start);
}

/** In Markdown the brackets must not become a link or a link definition with what follows them: a blank parts the two. */
function replacementFor(finding: Finding, source: string, end: number, form: TextForm): string {
  if (finding.inAddress) return "redacted";
  const marker = `[redacted: ${finding.kind}]`;
  return form === "markdown" && /[([:]/.test(source.charAt(end)) ? `${marker} ` : marker;
}

function applyEdits(source: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, replacement } of edits) {
    parts.push(source.slice(at, from), replacement);
    at = to;
  }
  parts.push(source.slice(at));
  return parts.join("");
}
