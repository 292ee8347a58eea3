import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Asked, Given } from "../http/exchange.ts";
import { FaultPlan } from "../http/faults.ts";
import { answerOrCut, listen, send, textOf } from "../http/serving.ts";
import { type Access, type Credential, credentialOf, type Refusal, viewerOf } from "./access.ts";
import type { ErrorShape } from "./api/errors.ts";
import { type FaultKind, type Faults, faultAnswer } from "./faults.ts";
import { feedAnswer } from "./feed.ts";
import { apiAnswer, type Etags, orRefusal } from "./front-door.ts";
import { OAuth, type OAuthOptions } from "./oauth.ts";
import { costOf, Quota, type QuotaForm } from "./quota.ts";
import type { Tube } from "./state/tube.ts";

export interface YouTubeOptions {
  readonly tube: Tube;
  /** The keys that are right. Default: none. */
  readonly keys?: readonly string[];
  readonly oauth?: OAuthOptions;
  /** Units a day. Default: 10,000, as every project has. */
  readonly quota?: number;
  readonly quotaForm?: QuotaForm;
  readonly faults?: Faults;
  readonly refusal?: Refusal;
  readonly errorShape?: ErrorShape;
  readonly etags?: Etags;
  /** The share, in [0, 1), of pages that come with fewer items than asked for although more follow. Default: 0. */
  readonly pageJitter?: number;
  readonly latencyMs?: number;
  /** Called before each answer: what it changes in the tube, the answer tells already, as when somebody adds a video between two pages. */
  readonly onRequest?: (path: string, query: URLSearchParams) => void;
}

/** A request that came, and how it was answered; the status is null where the connection was cut before one. */
export interface Logged {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly credential: Credential;
  readonly status: number | null;
  readonly units: number;
  readonly fault: FaultKind | null;
}

export interface LoopbackTube {
  /** What stands before `/youtube/v3/…`. */
  readonly apiRoot: string;
  /** What stands before `/feeds/videos.xml`. */
  readonly feedRoot: string;
  readonly tokenUri: string;
  readonly tube: Tube;
  /** What came, in the order in which it was answered. */
  readonly requests: readonly Logged[];
  readonly unitsSpent: number;
  resetLog(): void;
  /** From now on. */
  setFaults(faults: Faults | null): void;
  setRefusal(refusal: Refusal | null): void;
  setErrorShape(shape: ErrorShape): void;
  /** The units of a new day. */
  startQuotaDay(): void;
  /** Page tokens given so far are refused as invalid. */
  expirePageTokens(): void;
  expireAccessTokens(): void;
  revokeRefreshToken(): void;
  close(): Promise<void>;
}

/** What a running server knows; tests change it between requests. */
interface Running {
  readonly tube: Tube;
  readonly quota: Quota;
  readonly oauth: OAuth | null;
  readonly requests: Logged[];
  readonly etags: Etags;
  readonly pageJitter: number;
  readonly latencyMs: number;
  readonly onRequest: (path: string, query: URLSearchParams) => void;
  access: Access;
  faults: Faults | null;
  plan: FaultPlan<FaultKind> | null;
  shape: ErrorShape;
  generation: number;
  /** Requests so far; the log may be reset. */
  count: number;
}

/** Starts a YouTube on the loopback interface, at a port of the system's choice. */
export async function startYouTube(options: YouTubeOptions): Promise<LoopbackTube> {
  const running = runningOf(options);
  const { origin, close } = await listen((request, response) => serve(running, request, response));
  return {
    apiRoot: origin,
    feedRoot: origin,
    tokenUri: `${origin}/token`,
    tube: running.tube,
    requests: running.requests,
    get unitsSpent() {
      return running.quota.spent;
    },
    resetLog: () => void running.requests.splice(0),
    setFaults: (faults) => void Object.assign(running, { faults, plan: faults && new FaultPlan(faults) }),
    setRefusal: (refusal) => void Object.assign(running, { access: { ...running.access, refusal } }),
    setErrorShape: (shape) => void Object.assign(running, { shape }),
    startQuotaDay: () => running.quota.startDay(),
    expirePageTokens: () => void Object.assign(running, { generation: running.generation + 1 }),
    expireAccessTokens: () => running.oauth?.expireAccessTokens(),
    revokeRefreshToken: () => running.oauth?.revokeRefreshToken(),
    close,
  };
}

function runningOf(options: YouTubeOptions): Running {
  const { tube, keys = [], quota = 10_000, quotaForm = "quotaExceeded", faults = null, refusal = null } = options;
  const { errorShape = "both", etags = "true", pageJitter = 0, latencyMs = 0, onRequest = () => undefined } = options;
  const oauth = options.oauth ? new OAuth(options.oauth) : null;
  return {
    tube,
    quota: new Quota(quota, quotaForm),
    oauth,
    requests: [],
    etags,
    pageJitter,
    latencyMs,
    onRequest,
    access: { keys, oauth, refusal },
    faults,
    plan: faults && new FaultPlan(faults),
    shape: errorShape,
    generation: 0,
    count: 0,
  };
}

async function serve(running: Running, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "GET", url = "", headers } = request;
  const [path = "", query = ""] = url.split(/\?(.*)/s);
  const body = await textOf(request);
  if (running.latencyMs > 0) await sleep(running.latencyMs);
  const asked: Asked = { method, path, query: new URLSearchParams(query), headers, body };
  const before = running.quota.spent;
  const fault = running.plan?.next(method, url) ?? null;
  const given = answerOrCut(request, () => answerTo(running, asked, fault));
  const units = running.quota.spent - before;
  const isReset = fault === "reset";
  const credential = credentialOf(asked);
  running.requests.push({ method, path, query, headers, credential, status: isReset ? null : given.status, units, fault });
  if (isReset) request.socket.destroy();
  else send(response, given, fault === "truncate");
}

/** Who asks comes first, then what it costs, then what goes wrong: a request that fails is paid for like any other. */
function answerTo(running: Running, asked: Asked, fault: FaultKind | null): Given {
  const { tube, quota, access, shape, faults, generation, pageJitter } = running;
  running.count += 1;
  running.onRequest(asked.path, asked.query);
  if (!asked.path.startsWith("/youtube/v3/")) return faultAnswer(fault, asked.path, faults, shape) ?? elsewhere(running, asked);
  return orRefusal(shape, () => {
    const viewer = viewerOf(access, asked);
    quota.spend(costOf(asked.path));
    const call = { tube, query: asked.query, viewer, pageJitter, generation, now: running.count };
    return faultAnswer(fault, asked.path, faults, shape) ?? apiAnswer(asked, call, running.etags, shape);
  });
}

function elsewhere({ tube, oauth }: Running, asked: Asked): Given {
  if (asked.path === "/feeds/videos.xml" && asked.method === "GET") return feedAnswer(tube, asked.query, asked.path);
  if (asked.path === "/token" && asked.method === "POST" && oauth) return oauth.answer(asked);
  return { status: 404, headers: { "content-type": "text/plain" }, body: "Not Found" };
}
