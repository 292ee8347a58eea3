import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Given } from "./exchange.ts";

export interface Listening {
  readonly origin: string;
  close(): Promise<void>;
}

/** Listens on the loopback interface, at a port of the system's choice. */
export async function listen(serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Promise<Listening> {
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

export async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** A fault of the stand-in's own must be loud: nobody is to wait for an answer, nor to take it for one of the server's. */
export function answerOrCut(request: IncomingMessage, answer: () => Given): Given {
  try {
    return answer();
  } catch (error) {
    request.socket.destroy();
    throw error;
  }
}

/** Half an answer claims its whole length and is then cut off. */
export function send(response: ServerResponse, given: Given, isCut: boolean): void {
  const bytes = Buffer.from(given.body as string);
  response.writeHead(given.status, given.status === 304 ? given.headers : { ...given.headers, "content-length": bytes.length });
  if (!isCut || bytes.length < 2) return void response.end(bytes);
  response.write(bytes.subarray(0, bytes.length >> 1), () => (response.socket as Socket | null)?.destroy());
}
