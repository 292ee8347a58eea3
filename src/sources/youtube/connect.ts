import type { YoutubeSourceConfig } from "../../config/index.ts";
import { HttpClient, type Patience } from "../../http/client.ts";
import type { Credentials } from "../../http/credentials.ts";
import { userAgent } from "../../http/user-agent.ts";
import type { Spent } from "../types.ts";
import { youtubeApi } from "./client.ts";
import { type Feed, readFeed } from "./feed.ts";
import { AccessTokens } from "./tokens.ts";
import type { Wanted, YoutubeApi } from "./types.ts";

/** The ways to YouTube of one source: the Data API, whose every request costs a unit, Google's tokens, and the public feed. */
export class Connection {
  readonly #config: YoutubeSourceConfig;
  readonly #mostRequests: number | null;
  readonly #patience: Patience;
  readonly #clients: HttpClient[] = [];
  #apiClient: HttpClient | null = null;
  #api: Promise<YoutubeApi> | null = null;

  constructor(config: YoutubeSourceConfig, mostRequests: number | null, patience: Patience) {
    this.#config = config;
    this.#mostRequests = mostRequests;
    this.#patience = patience;
  }

  api(): Promise<YoutubeApi> {
    this.#api ??= this.#connect();
    return this.#api;
  }

  feed(playlist: { readonly kind: Wanted["kind"]; readonly id: string }): Promise<Feed> {
    const { feedRoot } = this.#config;
    return readFeed(this.#client(feedRoot, { kind: "none" }, this.#mostRequests), feedRoot, playlist);
  }

  spent(): Spent {
    const sum = (count: (client: HttpClient) => number): number => this.#clients.reduce((total, client) => total + count(client), 0);
    return {
      requests: sum(({ counts }) => counts.requests),
      retries: sum(({ counts }) => counts.retries),
      bytes: sum(({ counts }) => counts.bytes),
      ...(this.#apiClient === null ? {} : { units: this.#apiClient.counts.requests }),
    };
  }

  /** How far YouTube's clock was ahead of ours. */
  clockAheadMs(): number | null {
    return this.#clients.map(({ told }) => told.clockAheadMs).find((ms) => ms !== null) ?? null;
  }

  close(): void {
    for (const client of this.#clients) client.close();
  }

  async #connect(): Promise<YoutubeApi> {
    const { apiRoot, credentials, quotaUnits } = this.#config;
    const tokens =
      credentials.kind === "oauth"
        ? new AccessTokens(this.#client(credentials.tokenUri, { kind: "none" }, null), credentials.tokenUri, credentials)
        : null;
    const shown: Credentials = tokens
      ? { kind: "renewed", token: () => tokens.token() }
      : { kind: "key", header: "X-Goog-Api-Key", secret: credentials.kind === "key" ? credentials.secret : "" };
    const most = Math.min(quotaUnits, this.#mostRequests ?? quotaUnits);
    this.#apiClient = this.#client(apiRoot, shown, most);
    return youtubeApi(this.#apiClient, apiRoot, () => tokens?.forget());
  }

  #client(root: string, credentials: Credentials, mostRequests: number | null): HttpClient {
    const { limits, allowPrivateHost } = this.#config;
    const client = new HttpClient(root, { credentials, limits, allowPrivateHost, userAgent, mostRequests, ...this.#patience });
    this.#clients.push(client);
    return client;
  }
}
