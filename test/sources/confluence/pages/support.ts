import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";
import type { RunReport } from "../../../../src/run-report.ts";
import type { ConfluenceOptions, Loopback } from "../../../support/confluence/index.ts";
import { type Outcome, reportOf } from "../../support/command-line.ts";
import { bo, guildWiki, served } from "../support.ts";

export const edit = { authorId: bo, at: "2024-04-20T10:00:00.000Z" };

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** The guild's wiki, its pages public and its interface closed. */
export function servedPages(options: Partial<ConfluenceOptions> = {}): Promise<Loopback> {
  return served({ flavour: "web", wiki: guildWiki(5000, "page"), ...options });
}

/** Paths that were asked for, and pages by their ids, since the log was last cleared. */
export function askedPages({ requests }: Loopback): string[] {
  return requests.map(({ path, query }) => (path === "/pages/viewpage.action" ? `${path}?${query}` : path));
}

export function askedFor(confluence: Loopback, path: RegExp): number {
  return askedPages(confluence).filter((each) => path.test(each)).length;
}

/** What a run meant to do. */
export function planOf(outcome: Outcome): unknown {
  return (reportOf(outcome) as unknown as RunReport).sources[0]?.plan;
}

interface Altered {
  readonly baseUrl: string;
  /** The most requests that were under way at once. */
  readonly crowd: { most: number };
}

/** The wiki with some of its answers changed on their way. */
export async function altered(confluence: Loopback, path: RegExp, change: (text: string) => string): Promise<Altered> {
  const crowd = { most: 0 };
  let underWay = 0;
  const server = createServer((request, response) => {
    underWay += 1;
    crowd.most = Math.max(crowd.most, underWay);
    response.once("close", () => {
      underWay -= 1;
    });
    void fetch(`${confluence.baseUrl}${request.url}`, { redirect: "manual" }).then(async (given) => {
      const location = given.headers.get("location");
      const headers = { "content-type": given.headers.get("content-type") ?? "text/html", ...(location === null ? {} : { location }) };
      const text = await given.text();
      response.writeHead(given.status, headers).end(path.test(request.url ?? "") ? change(text) : text);
    });
  }).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, crowd };
}
