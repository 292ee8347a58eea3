import type { Answer } from "./client.ts";

// A wiki that shows its login instead of what was asked for, often with status 200.

/** Bytes of a file in which a login page would show. */
const longestLogin = 65_536;

/** An HTML page with a password field in place of data, although the status says 200. */
export function looksLikeLogin(answer: Answer): boolean {
  const text = answer.bytes?.toString("utf8", 0, longestLogin) ?? answer.body;
  const isHtml = /html/i.test(answer.headers["content-type"] ?? "") || /^\s*<(?:!doctype html|html)/i.test(text);
  return isHtml && /type=["']?password|id=["']?(?:login|os_password)|name=["']?os_username|login\.action|id\.atlassian\.com/i.test(text);
}

/** Pages for readers link to the login from their menu: only its form makes a page one. */
export function isLoginForm(html: string): boolean {
  const isPage = /<meta name="ajs-page-id" content="\d/.test(html);
  return !isPage && /<input\b[^<>]{0,500}?\b(?:type=["']?password|name=["']?os_username)/i.test(html);
}

/** Where a wiki sends readers to whom it does not show a page. Asking again would lead there again. */
export function isLoginAddress(url: string): boolean {
  const { pathname, searchParams, hostname } = new URL(url);
  return /\/(?:do)?login\.action$/.test(pathname) || searchParams.has("permissionViolation") || hostname === "id.atlassian.com";
}
