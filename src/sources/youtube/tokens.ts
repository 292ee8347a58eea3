import { SourceError } from "../../errors.ts";
import type { HttpClient } from "../../http/client.ts";
import { parseJson } from "../../http/json.ts";
import { tokenAnswer } from "./schema.ts";

export interface RefreshCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
}

const early = 60_000;

/** Access tokens from a refresh token (RFC 6749, 6), one at a time, each used until shortly before it runs out. */
export class AccessTokens {
  readonly #http: HttpClient;
  readonly #tokenUri: string;
  readonly #credentials: RefreshCredentials;
  #current: Promise<string> | null = null;
  #until = Number.POSITIVE_INFINITY;

  constructor(http: HttpClient, tokenUri: string, credentials: RefreshCredentials) {
    this.#http = http;
    this.#tokenUri = tokenUri;
    this.#credentials = credentials;
  }

  /** @throws SourceError where Google gives none */
  token(): Promise<string> {
    if (this.#current === null || Date.now() > this.#until - early) this.forget();
    this.#current ??= this.#ask();
    return this.#current;
  }

  /** The next one is asked for anew: this one was refused. */
  forget(): void {
    this.#current = null;
    this.#until = Number.POSITIVE_INFINITY;
  }

  async #ask(): Promise<string> {
    const { clientId, clientSecret, refreshToken } = this.#credentials;
    const form = { client_id: clientId, client_secret: clientSecret, refresh_token: refreshToken, grant_type: "refresh_token" };
    const answer = await this.#http.exchange({
      url: this.#tokenUri,
      accept: "application/json",
      form,
      isWhole: ({ body }) => tokenAnswer.safeParse(parseJson(body)).success,
      passes: () => null,
    });
    const { data } = tokenAnswer.safeParse(parseJson(answer.body));
    if (answer.status === 200 && data) {
      this.#until = Date.now() + data.expires_in * 1000;
      return data.access_token;
    }
    const reason = /"error"\s*:\s*"([a-z_]{1,40})"/.exec(answer.body)?.[1] ?? "no reason given";
    throw new SourceError(
      "refused",
      `Google gave no access token (${answer.status} ${reason}): see the OAuth client and refresh token that the configuration names; a refresh token of an app in testing ends after seven days`,
      { status: answer.status },
    );
  }
}
