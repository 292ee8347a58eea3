import type { Asked } from "../http/exchange.ts";
import { authError, keyInvalid, Refused, unregistered } from "./api/errors.ts";
import type { OAuth } from "./oauth.ts";
import type { Viewer } from "./state/views.ts";

/**
 * Why Google turns away whoever asks: the API is not enabled in the project, the key is not for the address or the web page that asks, or it was
 * suspended, which is told with the key in plain text. Tokens are bound to the project alone.
 */
export type Refusal = "disabled" | "ip" | "referrer" | "suspended";

/** How a request says who asks; keys in the address end up in logs. */
export type Credential = "key-header" | "key-query" | "bearer" | null;

const project = "100000000001";

export function credentialOf({ headers, query }: Pick<Asked, "headers" | "query">): Credential {
  if (/^Bearer /i.test(headers.authorization ?? "") || query.has("access_token")) return "bearer";
  if (query.has("key")) return "key-query";
  return headers["x-goog-api-key"] === undefined ? null : "key-header";
}

export interface Access {
  readonly keys: readonly string[];
  readonly oauth: OAuth | null;
  readonly refusal: Refusal | null;
}

/** Whose eyes look; throws where nobody known asks. */
export function viewerOf({ keys, oauth, refusal }: Access, asked: Asked): Viewer {
  const credential = credentialOf(asked);
  if (credential === null) throw unregistered();
  const given = [asked.headers["x-goog-api-key"], asked.query.get("key")].filter((key) => key !== undefined && key !== null);
  if (given.some((key) => !keys.includes(String(key)))) throw keyInvalid();
  if (credential === "bearer") useToken(oauth, tokenOf(asked));
  if (refusal === "disabled" || (refusal !== null && credential !== "bearer")) throw refusals[refusal](String(given[0] ?? ""));
  return credential === "bearer" ? (oauth?.options.channel ?? null) : null;
}

function tokenOf({ headers, query }: Asked): string {
  return /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1] ?? query.get("access_token") ?? "";
}

function useToken(oauth: OAuth | null, token: string): void {
  const state = oauth?.use(token) ?? "unknown";
  if (state !== "good") throw authError(state === "expired" ? "ACCESS_TOKEN_EXPIRED" : null);
  if (!/\/auth\/youtube/.test(oauth?.scope ?? ""))
    throw new Refused({
      status: 403,
      message: "Request had insufficient authentication scopes.",
      domain: "global",
      reason: "insufficientPermissions",
      rpcStatus: "PERMISSION_DENIED",
      detail: "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
    });
}

const denied = { status: 403, rpcStatus: "PERMISSION_DENIED", metadata: { consumer: `projects/${project}` } };

const refusals: Readonly<Record<Refusal, (key: string) => Refused>> = {
  disabled: () =>
    new Refused({
      ...denied,
      message: `YouTube Data API v3 has not been used in project ${project} before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/youtube.googleapis.com/overview?project=${project} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.`,
      domain: "usageLimits",
      reason: "accessNotConfigured",
      detail: "SERVICE_DISABLED",
    }),
  // What the first shape calls it has changed over the years: by its own name once, plainly "forbidden" today.
  ip: () =>
    new Refused({
      ...denied,
      message:
        "The provided API key has an IP address restriction. The originating IP address of the call (192.0.2.7) violates this restriction.",
      domain: "usageLimits",
      reason: "ipRefererBlocked",
      detail: "API_KEY_IP_ADDRESS_BLOCKED",
    }),
  referrer: () =>
    new Refused({
      ...denied,
      message: "Requests from referer <empty> are blocked.",
      domain: "global",
      reason: "forbidden",
      detail: "API_KEY_HTTP_REFERRER_BLOCKED",
    }),
  suspended: (key) =>
    new Refused({
      ...denied,
      message: `Permission denied: Consumer 'api_key:${key}' has been suspended.`,
      domain: "global",
      reason: "forbidden",
      detail: "CONSUMER_SUSPENDED",
      metadata: { consumer: denied.metadata.consumer, containerInfo: `api_key:${key}` },
    }),
};
