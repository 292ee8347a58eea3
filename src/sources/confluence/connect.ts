import type { ConfluenceSourceConfig } from "../../config/index.ts";
import { ConfigError, SourceError } from "../../errors.ts";
import { type Credentials, HttpClient, type HttpOptions } from "../../http/client.ts";
import { userAgent } from "../../http/user-agent.ts";
import { CloudWiki } from "./cloud/client.ts";
import { PublicPagesWiki } from "./pages/client.ts";
import { RobotsError } from "./pages/reader.ts";
import { ServerWiki } from "./server/client.ts";
import { gatewayUrl, type SyncState } from "./state.ts";
import type { Notice, Wiki, WikiSpace } from "./types.ts";

/** The budget of the run; chance and waiting for tests. */
export type Patience = Partial<Pick<HttpOptions, "mostRequests" | "signal" | "random" | "wait">>;

export interface Connection {
  readonly wiki: Wiki;
  readonly space: WikiSpace;
  /** Where the interface answers. */
  readonly apiUrl: string;
  readonly http: HttpClient;
}

/** Finds out what a base URL speaks, as politely as asking for the space: whoever answers is asked again for the rest. */
export class Connector {
  readonly #config: ConfluenceSourceConfig;
  readonly #notice: Notice;
  readonly #siteUrl: string;
  readonly #patience: Patience;

  constructor(config: ConfluenceSourceConfig, notice: Notice, patience: Patience) {
    this.#patience = patience;
    this.#config = config;
    this.#notice = notice;
    this.#siteUrl = config.baseUrl.replace(/\/+$/, "");
  }

  /** As an earlier run found it, without asking. */
  again(state: SyncState): Connection {
    const http = state.flavour === "pages" ? this.#pageClient() : this.#client(state.apiUrl);
    if (state.flavour === "pages") this.#tellOfPages();
    return { http, space: state.space, apiUrl: state.apiUrl, wiki: this.#wiki(state.flavour, http, state.apiUrl) };
  }

  /**
   * @throws SourceError that tells what is wrong with address, space or credentials
   * @throws ConfigError where the base URL lacks the path of the wiki
   */
  async find(): Promise<Connection> {
    const cloud = await this.#attempt("cloud", this.#siteUrl);
    if (!(cloud instanceof SourceError)) return cloud;
    const isAtlassian = new URL(this.#siteUrl).hostname.endsWith(".atlassian.net");
    if (cloud.fault === "refused" && isAtlassian) return this.#throughGateway(cloud);
    // A Data Center may ask everybody to log in who asks for what it does not have.
    if (cloud.fault !== "refused" && !isNotHere(cloud)) throw cloud;
    const server = await this.#attempt("server", this.#siteUrl);
    if (!(server instanceof SourceError)) return server;
    if (cloud.fault === "refused" && isNotHere(server)) return this.#throughPages(cloud);
    if (server.fault === "refused") return this.#throughPages(server);
    if (!isNotHere(server)) throw server;
    await this.#refuseMissingPath();
    const nothing = new SourceError(
      "absent",
      `${this.#siteUrl} is no Confluence that answers: expected REST at ${this.#siteUrl}/api/v2 (Cloud) or ${this.#siteUrl}/rest/api (Data Center); see "baseUrl" in the configuration, it is what stands before /spaces/KEY or /display/KEY in the address of a page. Where it is right, REST is turned off, or not for everybody: ${this.#config.auth.kind === "none" ? 'give an account under "auth", or ' : ""}ask the operator`,
      { cause: server },
    );
    return this.#throughPages(nothing);
  }

  /** What anybody may read without an interface. `refusal` is what the interface said: it counts where the pages do not tell more. */
  async #throughPages(refusal: SourceError): Promise<Connection> {
    if (this.#config.auth.kind !== "none") throw refusal;
    const found = await this.#attempt("pages", this.#siteUrl);
    if (found instanceof RobotsError) throw new SourceError("refused", `${refusal.message}. ${found.message}`, { cause: found });
    if (found instanceof SourceError) throw found.fault === "spent" ? found : refusal;
    this.#tellOfPages();
    return found;
  }

  #tellOfPages(): void {
    this.#notice("interface", "REST is refused to anonymous readers; public pages are read instead, which tell days in place of times");
  }

  /** A token with scopes is good at Atlassian's gateway alone; a site refuses it as if it were wrong. */
  async #throughGateway(refusal: SourceError): Promise<Connection> {
    const { auth, baseUrl } = this.#config;
    if (auth.kind === "none") return this.#throughPages(refusal);
    const http = this.#client(this.#siteUrl, { kind: "none" });
    try {
      const { value } = await http.getJson(new URL("/_edge/tenant_info", baseUrl).href);
      const cloudId = typeof value === "object" && value !== null && "cloudId" in value ? String(value.cloudId) : "";
      if (!/^[0-9a-f-]{8,64}$/i.test(cloudId)) throw refusal;
      const found = await this.#attempt("cloud", `${gatewayUrl}/${cloudId}/wiki`);
      if (!(found instanceof SourceError)) return found;
      throw found.status === 401 && !found.message.includes("scope") ? refusal : found;
    } finally {
      http.close();
    }
  }

  async #refuseMissingPath(): Promise<void> {
    if (/\/wiki$/.test(this.#siteUrl)) return;
    const below = await this.#attempt("cloud", `${this.#siteUrl}/wiki`);
    if (below instanceof SourceError && below.fault !== "refused") return;
    if (!(below instanceof SourceError)) below.http.close();
    throw new ConfigError(`the base URL ${this.#siteUrl} lacks its path: write ${this.#siteUrl}/wiki`);
  }

  async #attempt(flavour: SyncState["flavour"], apiUrl: string): Promise<Connection | SourceError> {
    const http = flavour === "pages" ? this.#pageClient() : this.#client(apiUrl);
    const wiki = this.#wiki(flavour, http, apiUrl);
    try {
      return { http, wiki, apiUrl, space: await wiki.space(this.#config.space) };
    } catch (error) {
      http.close();
      if (error instanceof SourceError) return error;
      throw error;
    }
  }

  #wiki(flavour: SyncState["flavour"], http: HttpClient, apiUrl: string): Wiki {
    const place = { http, apiUrl, siteUrl: this.#siteUrl, notice: this.#notice, readsComments: this.#config.comments };
    if (flavour === "pages") return new PublicPagesWiki(place);
    return flavour === "cloud" ? new CloudWiki(place) : new ServerWiki(place);
  }

  #pageClient(): HttpClient {
    return this.#client(this.#siteUrl, { kind: "none" }, this.#config.pageLimits);
  }

  #client(url: string, credentials: Credentials = this.#config.auth, limits = this.#config.limits): HttpClient {
    const { allowPrivateHost } = this.#config;
    return new HttpClient(url, { credentials, limits, allowPrivateHost, mostRequests: null, userAgent, ...this.#patience });
  }
}

/** Another interface may answer here: this one is not there, or what is there speaks no JSON. */
function isNotHere({ fault, status }: SourceError): boolean {
  return (fault === "absent" && status !== null) || (fault === "broken" && status !== null && status < 500);
}
