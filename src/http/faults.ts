import { SourceError, type SourceFault } from "../errors.ts";
import type { Answer } from "./client.ts";
import { looksLikeLogin } from "./login.ts";
import type { Headers } from "./retry.ts";

// What is wrong with an answer, and what to do about it, in words.

/** What no further attempt changes, with the remedy. */
export const permanent: Readonly<Record<string, string>> = {
  ENOTFOUND: "no such host; see the base URL in the configuration, and the network",
  CERT_HAS_EXPIRED: "the server's certificate has expired; its operator must renew it",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the server's certificate is signed by nobody known; give its authority with NODE_EXTRA_CA_CERTS",
  SELF_SIGNED_CERT_IN_CHAIN: "the server's certificate is signed by nobody known; give its authority with NODE_EXTRA_CA_CERTS",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "the server does not send its whole chain of certificates; give it with NODE_EXTRA_CA_CERTS",
  ERR_TLS_CERT_ALTNAME_INVALID: "the server's certificate is for another host; see the base URL in the configuration",
};

const wantsAccount = 'give an account under "auth" in the configuration, or ask the operator to let anybody read';

/** `isAnonymous`: nobody said who asks. */
function faultText(status: number, headers: Headers, isAnonymous: boolean): string {
  // Atlassian's gateway: the token is right, its scopes are not. Source: X-Failure-Category on 401.
  if (headers["x-failure-category"]?.includes("SCOPE")) return "the token lacks a scope; make one that may read content, spaces and users";
  if (status === 401 && isAnonymous) return `it answers to accounts alone: ${wantsAccount}`;
  if (status === 401) return "the token or password is wrong or has expired; see the environment variables that the configuration names";
  if (status === 403)
    return 'this account may not read it, and anonymous REST may be turned off: give an account under "auth", or ask the operator';
  if (status === 400) return "it does not understand the question; is this the interface that the configuration expects?";
  if (status === 404) return "not there, or hidden from this account";
  if (status === 410) return "this interface was taken away";
  return "the server could not answer; try again later";
}

export function leadsToLogin(url: string, status: number, isAnonymous: boolean): SourceError {
  const file = withoutSecrets(url);
  const advice = isAnonymous ? wantsAccount : "see that the account may read it";
  return new SourceError("refused", `${file} leads to a login: expected an answer; ${advice}`, { file, status });
}

export function notUsable(answer: Answer, expected: string, isAnonymous: boolean): SourceError {
  const isLogin = looksLikeLogin(answer);
  const got = isLogin ? "a login page" : `${answer.body.length} characters of something else`;
  const advice = !isLogin ? "see that the base URL is that of the wiki" : isAnonymous ? wantsAccount : "see that the account may read it";
  const url = withoutSecrets(answer.url);
  return new SourceError(isLogin ? "refused" : "broken", `${url} answered with ${got}: expected ${expected}; ${advice}`, {
    file: url,
    status: answer.status,
  });
}

/** Of a status that is no success. */
export function refusedOrBroken({ url, status, headers }: Answer, isAnonymous: boolean): SourceError {
  const fault: SourceFault = status === 401 || status === 403 ? "refused" : status === 404 || status === 410 ? "absent" : "broken";
  const file = withoutSecrets(url);
  return new SourceError(fault, `${file} answered ${status}: ${faultText(status, headers, isAnonymous)}`, { file, status });
}

/** A URL for messages: without user, password and query, which may hold tokens and cursors. */
export function withoutSecrets(url: string): string {
  if (!URL.canParse(url)) return "an address that is none";
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}
