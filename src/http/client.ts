import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import axios, { type AxiosInstance, type AxiosResponse, isAxiosError } from "axios";
import { SourceError } from "../errors.ts";
import { authorizationOf, withoutSecret } from "./credentials.ts";
import { leadsToLogin, notUsable, permanent, refusedOrBroken, withoutSecrets } from "./faults.ts";
import { HostGate } from "./host-gate.ts";
import { isWholeHtml } from "./html.ts";
import { parseJson } from "./json.ts";
import { isLoginAddress, isLoginForm, looksLikeLogin } from "./login.ts";
import { publicLookup, refusePrivateHost } from "./private-hosts.ts";
import { delayBeforeNext, type Headers, restMs } from "./retry.ts";
import { Told } from "./told.ts";
import type { Answer, Exchange, HttpOptions } from "./types.ts";

export type { Credentials } from "./credentials.ts";
export type { Answer, Exchange, HttpOptions, Patience } from "./types.ts";

interface Sent extends Partial<Pick<Exchange, "method" | "passes" | "isRepeatable">> {
  readonly payload?: unknown;
}

export interface HttpCounts {
  requests: number;
  retries: number;
  bytes: number;
}

const anything = "*/*";
const timeoutMs = 60_000;
const mostRedirects = 5;
const longestAnswer = 200 * 1024 * 1024;

/** Asks one server, gently: one gate per host, one policy for what fails, and credentials for its own origin only. */
export class HttpClient {
  readonly counts: HttpCounts = { requests: 0, retries: 0, bytes: 0 };
  readonly told = new Told();
  readonly #origin: string;
  readonly #options: HttpOptions;
  readonly #axios: AxiosInstance;
  readonly #gates = new Map<string, HostGate>();
  readonly #agents: readonly (HttpAgent | HttpsAgent)[];
  readonly #closing = new AbortController();
  readonly #signal: AbortSignal;

  /** @throws ConfigError where `baseUrl` is a private address that the configuration does not allow */
  constructor(baseUrl: string, options: HttpOptions) {
    this.#origin = new URL(baseUrl).origin;
    this.#options = options;
    this.#signal = options.signal ? AbortSignal.any([options.signal, this.#closing.signal]) : this.#closing.signal;
    if (!options.allowPrivateHost) refusePrivateHost(new URL(baseUrl));
    const keepAlive = { keepAlive: true, maxSockets: options.limits.concurrency };
    const guarded = options.allowPrivateHost ? keepAlive : { ...keepAlive, lookup: publicLookup };
    const httpAgent = new HttpAgent(guarded);
    const httpsAgent = new HttpsAgent(guarded);
    this.#agents = [httpAgent, httpsAgent];
    this.#axios = axios.create({
      adapter: "http",
      timeout: timeoutMs,
      maxRedirects: 0,
      maxContentLength: longestAnswer,
      responseType: "arraybuffer",
      validateStatus: () => true,
      proxy: false,
      httpAgent,
      httpsAgent,
      headers: { "User-Agent": options.userAgent },
    });
  }

  /** Whether an address is on the server that this client was made for: only there go the credentials, and only such links are followed. */
  isOwn(url: string): boolean {
    return URL.canParse(url) && new URL(url).origin === this.#origin;
  }

  /**
   * @throws SourceError for whatever is not a usable answer in the end: refused, not there, a login page, a broken connection
   * @throws ConfigError for a private address
   */
  async getJson(url: string): Promise<{ answer: Answer; value: unknown }> {
    let value: unknown;
    const answer = await this.#follow(url, "application/json", (given) => {
      value = parseJson(given.body);
      return value !== undefined;
    });
    if (value !== undefined) return { answer, value };
    throw notUsable(answer, "JSON", this.#isAnonymous);
  }

  /** As `getJson`, for questions whose answer is the same however often they are asked. */
  async postJson(url: string, payload: unknown): Promise<{ answer: Answer; value: unknown }> {
    const answer = this.#judged(await this.#ask(url, "application/json", (given) => parseJson(given.body) !== undefined, { payload }));
    const value = parseJson(answer.body);
    if (value !== undefined) return { answer, value };
    throw notUsable(answer, "JSON", this.#isAnonymous);
  }

  /**
   * The answer whatever its status, after as many attempts as the policy allows, without our secret should it repeat it. Redirects are not followed.
   * @throws SourceError where no attempt gave an answer
   */
  async exchange({ url, accept, form, json, method, isWhole, passes, isRepeatable = true }: Exchange): Promise<Answer> {
    this.#assertPublic(url);
    const payload = form === undefined ? json : new URLSearchParams(form);
    const answer = await this.#ask(url, accept, isWhole, { payload, passes, isRepeatable, ...(method ? { method } : {}) });
    // Google repeats a suspended key in plain text.
    return { ...answer, body: withoutSecret(answer.body, this.#options.credentials) };
  }

  /** As `getJson`, for the HTML that readers see: whole pages, and pieces of them. `judge` throws where a redirect must not be followed. */
  async getHtml(url: string, judge?: (target: string) => void): Promise<Answer> {
    return this.#text(url, "text/html", ({ body }) => !isLoginForm(body) && isWholeHtml(body), judge);
  }

  /** As `getHtml`, for texts that are no HTML. */
  async getText(url: string): Promise<Answer> {
    return this.#text(url, "text/plain", ({ body }) => !isLoginForm(body));
  }

  async #text(url: string, accept: string, isUsable: (answer: Answer) => boolean, judge?: (target: string) => void): Promise<Answer> {
    const answer = await this.#follow(url, accept, isUsable, judge);
    if (!isUsable(answer)) throw notUsable(answer, "a page", this.#isAnonymous);
    return answer;
  }

  /** A file as it is. Wikis keep files on other hosts: redirects there are followed, and get no credentials. */
  async getBytes(url: string, judge?: (target: string) => void): Promise<Buffer> {
    const answer = await this.#follow(url, anything, (given) => !looksLikeLogin(given), judge);
    if (answer.bytes === null || looksLikeLogin(answer)) throw notUsable(answer, "a file", this.#isAnonymous);
    return answer.bytes;
  }

  /** Redirects by hand: each target is judged anew, and another host gets no credentials. */
  async #follow(
    url: string,
    accept: string,
    isUsable: (answer: Answer) => boolean,
    judge: (target: string) => void = () => undefined,
  ): Promise<Answer> {
    let target = url;
    for (let hops = 0; hops <= mostRedirects; hops += 1) {
      this.#assertPublic(target);
      const answer = await this.#ask(target, accept, isUsable);
      const to = answer.status >= 300 && answer.status < 400 ? answer.headers.location : undefined;
      if (to === undefined) return this.#judged(answer);
      if (!URL.canParse(to, target))
        throw new SourceError("broken", `${withoutSecrets(target)} redirects to an address that is none: expected an answer`, {});
      target = new URL(to, target).href;
      if (isLoginAddress(target)) throw leadsToLogin(url, answer.status, this.#isAnonymous);
      judge(target);
    }
    throw new SourceError("broken", `${withoutSecrets(url)} redirects more than ${mostRedirects} times: expected an answer`, {});
  }

  /** What a server names is no more to be trusted than where it redirects to; the base URL was judged before. */
  #assertPublic(target: string): void {
    if (this.#options.allowPrivateHost || this.isOwn(target)) return;
    try {
      refusePrivateHost(new URL(target));
    } catch (cause) {
      throw new SourceError("refused", `${withoutSecrets(target)} is named by the server and is not followed: a private address`, {
        cause,
      });
    }
  }

  /** Requests to the host of `url` start at least so many ms apart from now on. */
  pace(url: string, ms: number): void {
    if (ms > 0) this.#gateOf(url).pace(ms);
  }

  /** Ends what is under way too: nobody waits for it. */
  close(): void {
    this.#closing.abort();
    for (const agent of this.#agents) agent.destroy();
  }

  get #isAnonymous(): boolean {
    return this.#options.credentials.kind === "none";
  }

  #judged(answer: Answer): Answer {
    const { status } = answer;
    if (status >= 200 && status < 300) return answer;
    throw refusedOrBroken(answer, this.#isAnonymous);
  }

  /** One request, asked again as often as the policy allows. */
  async #ask(url: string, accept: string, isUsable: (answer: Answer) => boolean, how: Sent = {}): Promise<Answer> {
    const { passes = () => null, isRepeatable = true } = how;
    const { random = Math.random, wait = (ms: number): Promise<void> => sleep(ms, undefined, { signal: this.#signal }) } = this.#options;
    const gate = this.#gateOf(url);
    for (let number = 1; ; number += 1) {
      this.#spend(url);
      const { answer, problem } = await gate.pass(() => this.#once(url, accept, how), this.#signal, wait);
      const headers = answer?.headers ?? {};
      // A busy server may answer 200 with its login page, or with half an answer: as good as none.
      const isWhole = answer !== null && (answer.status >= 300 || isUsable(answer));
      const isFine = isWhole && answer.status < 400;
      const status = isWhole ? answer.status : null;
      const isPassing = isWhole && !isFine ? passes(answer) : null;
      // A question that was cut off, or met a fault of the server, may have done its work.
      const isSpoilt = !isRepeatable && (status === null || status >= 500);
      const delay = isFine || isSpoilt ? null : delayBeforeNext({ number, status, headers, isPassing }, Date.now(), random);
      if (isFine) gate.rest(restMs(headers, Date.now()));
      if (delay === null) {
        if (answer !== null) return answer;
        throw new SourceError(
          "broken",
          `${withoutSecrets(url)} gave no answer in ${number === 1 ? "one try" : `${number} tries`}: ${problem}; see that the address is right and its server runs`,
          {
            file: withoutSecrets(url),
          },
        );
      }
      // All of the host rests where it limits; one answer that was cut off is one request's matter.
      if (answer?.status === 429 || answer?.status === 503) gate.rest(delay);
      this.counts.retries += 1;
      await wait(delay);
    }
  }

  async #once(url: string, accept: string, { payload, method }: Sent): Promise<{ answer: Answer | null; problem: string }> {
    const authorization = await this.#authorization(url);
    try {
      const response: AxiosResponse<Buffer> = await this.#axios.request({
        url,
        headers: { Accept: accept, ...authorization },
        ...(payload === undefined ? { method: method ?? "GET" } : { method: method ?? "POST", data: payload }),
        signal: this.#signal,
      });
      const bytes = response.data;
      this.told.listen(plainHeaders(response));
      this.counts.bytes += bytes.length;
      const isFile = accept === anything && response.status < 300;
      const kept = isFile ? { bytes, body: "" } : { bytes: null, body: bytes.toString("utf8") };
      return { answer: { url, status: response.status, headers: plainHeaders(response), ...kept }, problem: "" };
    } catch (error) {
      if (this.#signal.aborted) throw error;
      // An axios error carries the request with its credentials: only its code and words go on.
      const code = isAxiosError(error) ? error.code : (error as NodeJS.ErrnoException).code;
      const message = error instanceof Error ? error.message : String(error);
      if (code === "EPRIVATE") throw new SourceError("refused", message, {});
      const fault = permanent[code ?? ""];
      if (fault !== undefined) throw new SourceError("broken", `${withoutSecrets(url)}: ${fault}`, { file: withoutSecrets(url) });
      return { answer: null, problem: `${code ?? "error"}: ${withoutSecret(message, this.#options.credentials)}` };
    }
  }

  async #authorization(url: string): Promise<Record<string, string>> {
    return this.isOwn(url) ? authorizationOf(this.#options.credentials) : {};
  }

  #gateOf(url: string): HostGate {
    const { host } = new URL(url);
    const gate = this.#gates.get(host) ?? new HostGate(this.#options.limits);
    this.#gates.set(host, gate);
    return gate;
  }

  #spend(url: string): void {
    const { mostRequests } = this.#options;
    if (mostRequests !== null && this.counts.requests >= mostRequests)
      throw new SourceError("spent", `the run's ${mostRequests} requests are spent before ${withoutSecrets(url)}: run again to go on`, {});
    this.counts.requests += 1;
  }
}

function plainHeaders(response: AxiosResponse): Headers {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers))
    if (value !== undefined && value !== null) found[name.toLowerCase()] = String(value);
  return found;
}
