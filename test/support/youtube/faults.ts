import { type Given, html } from "../http/exchange.ts";
import { type Faults as FaultsOf, retryAfterHeader } from "../http/faults.ts";
import { type ErrorShape, errorAnswer, notFoundPage, Refused } from "./api/errors.ts";
import { tooMany } from "./quota.ts";

/**
 * `403` and `403-user` are the older forms of 429; `404` is what feeds answer for hours although they are there; `html` is a page of Google's with
 * status 200.
 */
export type FaultKind = "429" | "403" | "403-user" | "404" | "500" | "503" | "reset" | "truncate" | "html";
export type Faults = FaultsOf<FaultKind>;

/** What stands in for the answer; null where the answer is given, whole or in part. */
export function faultAnswer(kind: FaultKind | null, path: string, faults: Faults | null, shape: ErrorShape): Given | null {
  switch (kind) {
    case null:
    case "reset":
    case "truncate":
      return null;
    case "404":
      return notFoundPage(path);
    case "html":
      return html(
        '<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"><title>Sorry...</title></head><body><div><b>We\'re sorry...</b><p>... but your computer or network may be sending automated queries. To protect our users, we can\'t process your request right now.</p></div></body></html>',
      );
    default: {
      const { fault } = refusedOf(kind, faults);
      if (path.startsWith("/youtube/")) return errorAnswer(fault, shape);
      return html(`<!DOCTYPE html><html lang=en><title>Error ${fault.status}</title><p>${fault.message}`, fault.status, fault.headers);
    }
  }
}

function refusedOf(kind: Exclude<FaultKind, "404" | "reset" | "truncate" | "html">, faults: Faults | null): Refused {
  const headers = retryAfterHeader(faults?.retryAfter);
  const limited = { status: 403, domain: "usageLimits", rpcStatus: "PERMISSION_DENIED", detail: "RATE_LIMIT_EXCEEDED" };
  const broken = { domain: "global", reason: "backendError" };
  switch (kind) {
    case "429":
      return tooMany("Queries per minute per user", "1/min/{project}/{user}", headers);
    case "403":
      return new Refused({ ...limited, message: "Rate Limit Exceeded", reason: "rateLimitExceeded" });
    case "403-user":
      return new Refused({ ...limited, message: "User Rate Limit Exceeded", reason: "userRateLimitExceeded" });
    case "500":
      return new Refused({ ...broken, status: 500, message: "Internal error encountered.", rpcStatus: "INTERNAL" });
    case "503":
      return new Refused({ ...broken, status: 503, message: "The service is currently unavailable.", rpcStatus: "UNAVAILABLE", headers });
  }
}
