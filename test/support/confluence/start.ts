import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { frontDoor } from "./front-door.ts";
import { type Access, loginPage, refusalOf } from "./http/access.ts";
import type { Asked, Given } from "./http/exchange.ts";
import { json } from "./http/exchange.ts";
import { type FaultKind, FaultPlan, type Faults, retryAfterHeader } from "./http/faults.ts";
import type { Flavour, Quirks, Site } from "./site.ts";
import type { Wiki } from "./state/wiki.ts";

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
  plan: FaultPlan | null;
  answer: (asked: Asked) => Given;
}

/** Starts a Confluence on the loopback interface, at a port of the system's choice. */
export async function startConfluence(options: ConfluenceOptions): Promise<Loopback> {
  const { flavour, wiki, access = {}, faults = null, latencyMs = 0, quirks = {} } = options;
  const context = flavour === "cloud" ? "/wiki" : (options.context ?? "");
  const offsetMinutes = options.offsetMinutes ?? (flavour === "cloud" ? 0 : 60);
  const running: Running = { requests: [], latencyMs, access, faults, plan: faults && new FaultPlan(faults), answer: () => json({}, 503) };
  const server = createServer((request, response) => void serve(running, request, response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
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
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function serve(running: Running, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "GET", url = "", headers } = request;
  const [path = "", query = ""] = url.split(/\?(.*)/s);
  const body = await textOf(request);
  if (running.latencyMs > 0) await sleep(running.latencyMs);
  const fault = running.plan?.next(method, url) ?? null;
  const asked: Asked = { method, path, query: new URLSearchParams(query), headers, body };
  const given = faultAnswer(fault, running.faults) ?? answerOrCut(running, asked, request);
  running.requests.push({ method, path, query, headers, status: fault === "reset" ? null : given.status, fault });
  if (fault === "reset") request.socket.destroy();
  else send(response, given, fault === "truncate");
}

/** A fault of the stand-in's own must be loud: nobody is to wait for an answer, nor to take it for one of Confluence's. */
function answerOrCut(running: Running, asked: Asked, request: IncomingMessage): Given {
  try {
    return running.answer(asked);
  } catch (error) {
    request.socket.destroy();
    throw error;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
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

/** Half an answer claims its whole length and is then cut off. */
function send(response: ServerResponse, given: Given, isCut: boolean): void {
  const bytes = Buffer.from(given.body as string);
  response.writeHead(given.status, { ...given.headers, "content-length": bytes.length });
  if (!isCut || bytes.length < 2) return void response.end(bytes);
  response.write(bytes.subarray(0, bytes.length >> 1), () => (response.socket as Socket | null)?.destroy());
}
