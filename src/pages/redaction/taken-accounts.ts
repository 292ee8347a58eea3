import { bareText, type TakenOut, wordRanges } from "./taken-words.ts";

// Account ids, user keys and user names stand in markup: in attributes and addresses, where names of people do not.

/** In the place of an account. */
export const takenAccount = "redacted";

/** As long as this nothing but an account is called so, and it goes wherever it stands; a user name may be any word, and goes where accounts stand. */
const shortestAnywhere = 16;

const places =
  /((?:\bri:(?:account-id|userkey|username)|\bdata-(?:account-id|username|user-?key|linked-user-?key))\s*=\s*["']|(?:\/people\/|\/(?:display|spaces|users|profile|profilepic)\/~?|[?&;](?:username|userkey|account-?id|key|u)=|\[~(?:accountid:)?)~?)([^/?#&"'\s<>()[\]]{1,200})/gi;

/** A link to a person whose name was taken out tells the account. */
const namelessLinks = [
  /<a\b[^<>]{0,2000}>\s*@?\[redacted: text\]\s*<\/a>/gi,
  /<ac:link\b[^<>]{0,200}>\s*<ri:user\b[^<>]{0,500}>(?:\s*<\/ri:user>)?\s*<ac:(?:link-body|plain-text-link-body)>\s*(?:<!\[CDATA\[)?@?\[redacted: text\]/gi,
  /\[@?\[redacted: text\] ?\]\([^()\s]{1,2000}/gi,
];

/** A source text without the accounts that were taken out. A second call changes nothing. */
export function withoutAccounts(text: string, taken: TakenOut): { readonly text: string; readonly count: number } {
  if (taken.accountLengths.size === 0) return { text, count: 0 };
  if (text.length <= 200 && isTaken(text, taken)) return { text: takenAccount, count: 1 };
  let count = 0;
  const parts: string[] = [];
  let at = 0;
  const anywhere = new Set([...taken.accountLengths].filter((length) => length >= shortestAnywhere));
  for (const { start, end } of wordRanges(text, anywhere, (bare) => taken.hasAccount(bare))) {
    parts.push(text.slice(at, start), takenAccount);
    at = end;
    count += 1;
  }
  parts.push(text.slice(at));
  const left = parts.join("").replace(places, (whole, before: string, account: string) => {
    if (account === takenAccount || !isTaken(account, taken)) return whole;
    count += 1;
    return before + takenAccount;
  });
  return { text: left, count };
}

/** Whoever was taken out by the name alone may have accounts that nobody knew then. */
export function withoutNamelessLinks(text: string): string {
  if (!text.includes("[redacted: text]")) return text;
  return namelessLinks.reduce(
    (left, link) => left.replace(link, (whole) => whole.replace(places, (_, before: string) => before + takenAccount)),
    text,
  );
}

function isTaken(account: string, taken: TakenOut): boolean {
  const bare = bareText(account);
  return taken.accountLengths.has(bare.length) && taken.hasAccount(bare);
}
