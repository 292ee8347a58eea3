import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type Asked, type Given, json } from "../http/exchange.ts";
import { FaultPlan, type Faults as FaultsOf, retryAfterHeader } from "../http/faults.ts";
import { answerOrCut, listen, send, textOf } from "../http/serving.ts";
import { frontDoor } from "./front-door.ts";
import { type Access, loginPage, refusalOf } from "./http/access.ts";
import type { Flavour, Quirks, Site } from "./site.ts";
import type { Wiki } from "./state/wiki.ts";

export type FaultKind = "429" | "500" | "503" | "reset" | "truncate" | "login";
export type Faults = FaultsOf<FaultKind>;

export interface ConfluenceOptions {
  readonly flavour: Flavour;
  readonly wiki: Wiki;
  /** Data Center and public pages: what stands between the host and the paths, such as `/confluence`. Default: nothing. Cloud has `/wiki`. */
  readonly context?: string;
  /** The clock of the wiki, in minutes ahead of UTC. Default: 0 on Cloud, 60 elsewhere. */
  readonly offsetMinutes?: number;
  readonly access?: Access;
  readonly faults?: Faults;
  readonly latencyMs?: number;
  readonly quirks?: Quirks;
}

/** A request that came, and how it was answered; null where the connection was cut before a status. */
export interface Logged {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingMessage["headers"];
  readonly status: number | null;
  readonly fault: FaultKind | null;
}

export interface Loopback {
  /** What a configuration gives as `baseUrl`: with `/wiki` on Cloud, with the context path elsewhere. */
  readonly baseUrl: string;
  /** Cloud for scoped tokens: `…/ex/confluence/<cloudId>/wiki`. */
  readonly gatewayUrl: string;
  readonly wiki: Wiki;
  /** What came, in the order in which it was answered. */
  readonly requests: readonly Logged[];
  resetLog(): void;
  /** From now on. */
  setAccess(access: Access): void;
  setFaults(faults: Faults | null): void;
  close(): Promise<void>;
}

export const cloudId = "6d6f6f72-0000-4000-a000-74696465aaaa";

/** What a running server knows; tests change it between requests. */
interface Running {
  readonly requests: Logged[];
  readonly latencyMs: number;
  access: Access;
  faults: Faults | null;
  plan: FaultPlan<FaultKind> | null;
  answer: (asked: Asked) => Given;
}

/** Starts a Confluence on the loopback interface, at a port of the system's choice. */
export async function startConfluence(options: ConfluenceOptions): Promise<Loopback> {
  const { flavour, wiki, access = {}, faults = null, latencyMs = 0, quirks = {} } = options;
  const context = flavour === "cloud" ? "/wiki" : (options.context ?? "");
  const offsetMinutes = options.offsetMinutes ?? (flavour === "cloud" ? 0 : 60);
  const running: Running = { requests: [], latencyMs, access, faults, plan: faults && new FaultPlan(faults), answer: () => json({}, 503) };
  const { origin, close } = await listen((request, response) => serve(running, request, response));
  const site: Site = { flavour, wiki, origin, context, offsetMinutes, cloudId, quirks };
  running.answer = frontDoor(site, (headers) => refusalOf(running.access, headers));
  return {
    baseUrl: `${origin}${context}`,
    gatewayUrl: `${origin}/ex/confluence/${cloudId}/wiki`,
    wiki,
    requests: running.requests,
    resetLog: () => void running.requests.splice(0),
    setAccess: (next) => {
      running.access = next;
    },
    setFaults: (next) => {
      running.faults = next;
      running.plan = next && new FaultPlan(next);
    },
    close,
  };
}

async function serve(running: Running, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "GET", url = "", headers } = request;
  const [path = "", query = ""] = url.split(/\?(.*)/s);
  const body = await textOf(request);
  if (running.latencyMs > 0) await sleep(running.latencyMs);
  const fault = running.plan?.next(method, url) ?? null;
  const asked: Asked = { method, path, query: new URLSearchParams(query), headers, body };
  const given = faultAnswer(fault, running.faults) ?? answerOrCut(request, () => running.answer(asked));
  running.requests.push({ method, path, query, headers, status: fault === "reset" ? null : given.status, fault });
  if (fault === "reset") request.socket.destroy();
  else send(response, given, fault === "truncate");
}

/** What stands in for the answer; null where the answer is given, whole or in part. */
function faultAnswer(fault: FaultKind | null, faults: Faults | null): Given | null {
  switch (fault) {
    case "429":
      return json({ statusCode: 429, message: "Rate limit exceeded" }, 429, retryAfterHeader(faults?.retryAfter));
    case "503":
      return json({ statusCode: 503, message: "Service Unavailable" }, 503, retryAfterHeader(faults?.retryAfter));
    case "500":
      return json({ statusCode: 500, message: "Internal Server Error" }, 500);
    case "login":
      return loginPage();
    default:
      return null;
  }
}
