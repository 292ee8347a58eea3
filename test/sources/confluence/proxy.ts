import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";

interface Given {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const opened: Server[] = [];
afterEach(() => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server before another one: an answer of its own for some addresses, a changed one for others, else what the other says. */
export async function inFrontOf(
  target: { readonly baseUrl: string },
  answerTo: (url: string) => Given | ((body: string) => string) | null,
  /** Awaited before the other one is asked. */
  before: (url: string) => Promise<void> = async () => undefined,
): Promise<{ readonly baseUrl: string }> {
  const { origin } = new URL(target.baseUrl);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const own = answerTo(request.url ?? "");
    if (own !== null && typeof own !== "function") {
      response.writeHead(own.status, own.headers ?? { "content-type": "application/json" }).end(own.body ?? "{}");
      return;
    }
    await before(request.url ?? "");
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const given = await fetch(`${origin}${request.url}`, {
      method: request.method ?? "GET",
      headers: { "content-type": request.headers["content-type"] ?? "", accept: request.headers.accept ?? "" },
      redirect: "manual",
      ...(parts.length > 0 ? { body: Buffer.concat(parts) } : {}),
    });
    const bytes = Buffer.from(await given.arrayBuffer());
    const kept = ["content-type", "location", "link"].flatMap((name) => {
      const value = given.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    response.writeHead(given.status, Object.fromEntries(kept)).end(own === null ? bytes : own(bytes.toString()));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // Who asked may be gone by now.
      if (!request.socket.destroyed) throw error;
    });
  }).listen(0, "127.0.0.1");
  opened.push(server);
  await new Promise((done) => server.once("listening", done));
  return { baseUrl: target.baseUrl.replace(origin, `http://127.0.0.1:${(server.address() as AddressInfo).port}`) };
}
