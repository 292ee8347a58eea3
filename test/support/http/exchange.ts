import type { IncomingHttpHeaders } from "node:http";

/** A request as the interfaces see it. */
export interface Asked {
  readonly method: string;
  /** Below the context path, still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Given {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export type Handler = (asked: Asked, ...parts: string[]) => Given;
/** Method, path with one group for each part, and what answers. */
export type Route = readonly [method: string, path: RegExp, handler: Handler];

/** The answer of the first route that fits, or null. Parts come decoded; one that cannot be decoded fits no route. */
export function answerOf(routes: readonly Route[], asked: Asked): Given | null {
  for (const [method, path, handler] of routes) {
    const match = method === asked.method ? path.exec(asked.path) : null;
    if (!match) continue;
    try {
      return handler(asked, ...match.slice(1).map((part) => decodeURIComponent(part ?? "")));
    } catch (error) {
      if (error instanceof Refusal) return error.given;
      if (error instanceof URIError) return null;
      throw error;
    }
  }
  return null;
}

export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Given {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(value) };
}

export function html(text: string, status = 200, headers: Readonly<Record<string, string>> = {}): Given {
  return { status, headers: { "content-type": "text/html;charset=UTF-8", ...headers }, body: text };
}

export function plain(text: string, status = 200): Given {
  return { status, headers: { "content-type": "text/plain;charset=UTF-8" }, body: text };
}

export function file(bytes: Buffer, mediaType: string): Given {
  return { status: 200, headers: { "content-type": mediaType }, body: bytes };
}

export function redirect(location: string): Given {
  return { status: 302, headers: { location }, body: "" };
}

/** Thrown by a handler that cannot go on; it carries the answer. */
export class Refusal extends Error {
  readonly given: Given;

  constructor(given: Given) {
    super(`answers ${given.status}`);
    this.given = given;
  }
}
