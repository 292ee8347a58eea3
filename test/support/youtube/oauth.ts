import { type Asked, type Given, json } from "../http/exchange.ts";

export interface OAuthOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  /** The channel whose owner gave the token: its private videos and playlists come along. Default: nobody's. */
  readonly channel?: string;
  /** What `expires_in` says. Nothing expires by the clock: see `usesPerToken` and `expireAccessTokens`. */
  readonly lifetimeSeconds?: number;
  /** How many requests an access token is good for. Default: any number. */
  readonly usesPerToken?: number;
  readonly scope?: string;
}

/** What an access token is good for. */
export type Grant = "good" | "expired" | "unknown";

const readonlyScope = "https://www.googleapis.com/auth/youtube.readonly";

/** The token endpoint of Google's accounts, with the grant that refreshes: https://developers.google.com/identity/protocols/oauth2/web-server#offline */
export class OAuth {
  readonly options: OAuthOptions;
  readonly #usesLeft = new Map<string, number>();
  #isRevoked = false;

  constructor(options: OAuthOptions) {
    this.options = options;
  }

  get scope(): string {
    return this.options.scope ?? readonlyScope;
  }

  answer(asked: Asked): Given {
    const { clientId, clientSecret, refreshToken, lifetimeSeconds = 3_599, usesPerToken } = this.options;
    const form = new URLSearchParams(asked.body);
    const [id, secret] = clientOf(asked, form);
    if (form.get("grant_type") !== "refresh_token")
      return refusal(400, "unsupported_grant_type", `Invalid grant_type: ${form.get("grant_type") ?? ""}`);
    if (!form.get("refresh_token")) return refusal(400, "invalid_request", "Missing required parameter: refresh_token");
    if (id !== clientId) return refusal(401, "invalid_client", "The OAuth client was not found.");
    if (secret !== clientSecret) return refusal(401, "invalid_client", "Unauthorized");
    if (this.#isRevoked || form.get("refresh_token") !== refreshToken)
      return refusal(400, "invalid_grant", "Token has been expired or revoked.");
    const token = `ya29.stand-in-${this.#usesLeft.size + 1}`;
    this.#usesLeft.set(token, usesPerToken ?? Number.POSITIVE_INFINITY);
    return json({ access_token: token, expires_in: lifetimeSeconds, scope: this.scope, token_type: "Bearer" }, 200, noStore);
  }

  /** Counts as one use. */
  use(token: string): Grant {
    const left = this.#usesLeft.get(token);
    if (left === undefined) return "unknown";
    if (left <= 0) return "expired";
    this.#usesLeft.set(token, left - 1);
    return "good";
  }

  expireAccessTokens(): void {
    for (const token of this.#usesLeft.keys()) this.#usesLeft.set(token, 0);
  }

  /** As when the owner takes the consent back, or after seven days in a project that is "in testing". */
  revokeRefreshToken(): void {
    this.#isRevoked = true;
  }
}

const noStore = { "content-type": "application/json; charset=utf-8", "cache-control": "no-cache, no-store, max-age=0, must-revalidate" };

/** In the form or as Basic credentials: both are right. */
function clientOf(asked: Asked, form: URLSearchParams): readonly (string | null)[] {
  const basic = /^Basic (.+)$/i.exec(asked.headers.authorization ?? "")?.[1];
  if (basic === undefined) return [form.get("client_id"), form.get("client_secret")];
  return Buffer.from(basic, "base64").toString().split(":").map(decodeURIComponent);
}

function refusal(status: number, error: string, description: string): Given {
  return json({ error, error_description: description }, status, noStore);
}
