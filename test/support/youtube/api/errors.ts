import { type Given, json } from "../../http/exchange.ts";

/** Google tells reasons in two places; which of them a body has depends on the fault and has changed over the years. */
export type ErrorShape = "both" | "errors" | "details";

/** What an answer tells of a fault. `detail` is the reason in `error.details`; YouTube's own faults have none. */
export interface Fault {
  readonly status: number;
  readonly message: string;
  /** What `error.errors[0]` says where that differs. */
  readonly shortMessage?: string;
  readonly domain: string;
  readonly reason: string;
  readonly location?: readonly [location: string, type: string];
  readonly rpcStatus?: string;
  readonly detail?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown where the request cannot be answered; the front door gives it the shape that was asked for. */
export class Refused extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

export function errorAnswer(fault: Fault, shape: ErrorShape): Given {
  const { status, message, domain, reason, location, rpcStatus } = fault;
  const [place, placeType] = location ?? [];
  const one = {
    message: fault.shortMessage ?? message,
    domain,
    reason,
    ...(place === undefined ? {} : { location: place, locationType: placeType }),
  };
  const details = detailsOf(fault, shape);
  const error = {
    code: status,
    message,
    ...(shape === "details" ? {} : { errors: [one] }),
    ...(rpcStatus === undefined && shape !== "details" ? {} : { status: rpcStatus ?? rpcStatusOf(status) }),
    ...(details.length > 0 ? { details } : {}),
  };
  return json({ error }, status, { "content-type": "application/json; charset=UTF-8", ...fault.headers });
}

function detailsOf(fault: Fault, shape: ErrorShape): unknown[] {
  if (shape === "errors") return [];
  // Faults that have only ever come in the first shape take their reason along.
  const reason = fault.detail ?? (shape === "details" ? fault.reason : undefined);
  if (reason === undefined) return [];
  const metadata = { service: "youtube.googleapis.com", ...fault.metadata };
  const domain = fault.detail === undefined ? fault.domain : "googleapis.com";
  return [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason, domain, metadata }];
}

function rpcStatusOf(status: number): string {
  return (
    { 400: "INVALID_ARGUMENT", 401: "UNAUTHENTICATED", 403: "PERMISSION_DENIED", 404: "NOT_FOUND", 429: "RESOURCE_EXHAUSTED" }[status] ??
    "INTERNAL"
  );
}

/** A parameter that Google's own front refuses, before YouTube sees it. */
export function invalidParameter(name: string, message: string): Refused {
  return new Refused({ status: 400, message, domain: "global", reason: "invalidParameter", location: [name, "parameter"] });
}

export function noFilter(filters: readonly string[]): Refused {
  const message = `No filter selected. Expected one of: ${filters.join(", ")}`;
  return parameterFault("missingRequiredParameter", message, ["parameters.", "other"]);
}

export function parameterFault(reason: string, message: string, location: readonly [string, string]): Refused {
  return new Refused({ status: 400, message, domain: "youtube.parameter", reason, location });
}

export function unknownParameter(name: string): Refused {
  const message = `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`;
  return new Refused({ status: 400, message, domain: "global", reason: "badRequest", rpcStatus: "INVALID_ARGUMENT" });
}

export function unregistered(): Refused {
  const message =
    "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.";
  return new Refused({ status: 403, message, domain: "global", reason: "forbidden", rpcStatus: "PERMISSION_DENIED" });
}

export function keyInvalid(): Refused {
  const message = "API key not valid. Please pass a valid API key.";
  const rpc = { rpcStatus: "INVALID_ARGUMENT", detail: "API_KEY_INVALID" };
  return new Refused({ status: 400, message, domain: "global", reason: "badRequest", ...rpc });
}

export function authError(detail: string | null): Refused {
  return new Refused({
    status: 401,
    message:
      "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.",
    shortMessage: "Invalid Credentials",
    domain: "global",
    reason: "authError",
    location: ["Authorization", "header"],
    rpcStatus: "UNAUTHENTICATED",
    ...(detail === null ? {} : { detail }),
    headers: { "www-authenticate": 'Bearer realm="https://accounts.google.com/", error="invalid_token"' },
  });
}

/** What Google's front shows for addresses that are nobody's. */
export function notFoundPage(path: string): Given {
  const body = `<!DOCTYPE html>\n<html lang=en>\n  <meta charset=utf-8>\n  <title>Error 404 (Not Found)!!1</title>\n  <p><b>404.</b> <ins>That’s an error.</ins>\n  <p>The requested URL <code>${path.replaceAll("<", "&lt;")}</code> was not found on this server.  <ins>That’s all we know.</ins>\n`;
  return { status: 404, headers: { "content-type": "text/html; charset=UTF-8" }, body };
}
