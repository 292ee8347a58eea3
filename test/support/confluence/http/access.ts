import type { IncomingHttpHeaders } from "node:http";
import { type Given, html, json } from "../../http/exchange.ts";

/** Who may ask. What is not given is not checked: without any rule everybody may, as on a public wiki with anonymous REST. */
export interface Access {
  readonly basic?: { readonly user: string; readonly secret: string };
  readonly bearer?: string;
  /** Nobody may ask without credentials. */
  readonly isRequired?: boolean;
  /** The token is right, its scopes are not. */
  readonly lacksScope?: boolean;
  /** The operator has turned REST off, or never on for those who do not log in. */
  readonly isRestDisabled?: boolean;
}

/** How somebody asks, as far as the answers differ. */
export type Caller = "anonymous" | "basic" | "bearer";

export function callerOf(headers: IncomingHttpHeaders): Caller {
  const given = headers.authorization ?? "";
  return /^basic /i.test(given) ? "basic" : /^bearer /i.test(given) ? "bearer" : "anonymous";
}

/** Why the request is turned away, or null. */
export function refusalOf(access: Access, headers: IncomingHttpHeaders): Given | null {
  const caller = callerOf(headers);
  if (access.isRestDisabled) return json({ statusCode: 403, message: "Remote API is disabled for anonymous users" }, 403);
  if (caller === "anonymous") return access.isRequired ? unauthorized("Authentication is required") : null;
  if (!isRight(access, caller, headers.authorization ?? "")) return unauthorized("Client must be authenticated to access this resource.");
  if (access.lacksScope)
    return json({ code: 401, message: "Unauthorized; scope does not match" }, 401, {
      "x-failure-category": "FAILURE_CLIENT_SCOPE_CHECK",
      "www-authenticate": 'OAuth realm="confluence"',
    });
  return null;
}

function isRight(access: Access, caller: Caller, given: string): boolean {
  const hasRules = access.basic !== undefined || access.bearer !== undefined;
  if (caller === "bearer") return access.bearer === undefined ? !hasRules : given === `Bearer ${access.bearer}`;
  if (access.basic === undefined) return !hasRules;
  return given === `Basic ${Buffer.from(`${access.basic.user}:${access.basic.secret}`).toString("base64")}`;
}

function unauthorized(message: string): Given {
  return json({ code: 401, statusCode: 401, message }, 401, {
    "www-authenticate": 'OAuth realm="confluence"',
    "x-seraph-loginreason": "AUTHENTICATED_FAILED",
  });
}

/** What a busy or closed server shows in place of what was asked: status 200, and a form. */
export function loginPage(): Given {
  return html(
    '<!DOCTYPE html>\n<html><head><title>Log In - Confluence</title></head><body id="com-atlassian-confluence" class="theme-default login"><form name="loginform" method="POST" action="/dologin.action"><label for="os_username">Username</label><input type="text" name="os_username" id="os_username"/><input type="password" name="os_password" id="os_password"/><input type="submit" value="Log in"/></form></body></html>',
  );
}
