import { takenAccount } from "./redaction/taken-accounts.ts";

/**
 * The account that a link to a person names: account id (Cloud), user key or user name (Server), or null where the link leads elsewhere.
 * Forms: `/wiki/people/ACCOUNTID`, `/display/~USER`, `data-account-id`, `data-username` (repeats the account id on Cloud).
 */
export function accountOf(href: string, attributes: Readonly<Record<string, string>> = {}): string | null {
  const given = attributes["data-account-id"] ?? attributes["data-username"];
  if (given !== undefined && (attributes.class ?? "").includes("user")) return unlessTaken(given);
  const cloud = /\/people\/([0-9a-f]{24}|\d{1,10}(?::|%3A)[0-9a-f-]{16,40})(?:[/?#]|$)/i.exec(href)?.[1];
  const server = /\/(?:display\/~|spaces\/~|users\/viewuserprofile\.action\?username=)([^/?#&]+)(?:[?#&]|$)/.exec(href)?.[1];
  const found = cloud ?? server;
  return found === undefined ? null : unlessTaken(decoded(found));
}

/** Accounts that were taken out are nobody's: they must not look like one. */
function unlessTaken(account: string): string | null {
  return account === takenAccount ? null : account;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const accountState = /\s*(?:\((?:deactivated|unlicensed|inactive)\)|\[X\])/gi;

const placeholder = /^(?:former|unknown|deleted|anonymous) user\b|^anonymous$|^user-[0-9a-f]{4,12}$/i;

/** What wikis show in place of a name that they do not tell any more: "Former user (Deleted)", "Unknown User", `user-1a2b3`. */
export function isPlaceholderName(name: string): boolean {
  return placeholder.test(name.trim());
}

/** A name without what Confluence adds to accounts that are gone; `[X]` marks the users of a directory that was removed. */
export function withoutAccountState(name: string): string {
  return name.replace(accountState, "");
}
