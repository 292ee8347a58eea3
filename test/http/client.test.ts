import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import nock from "nock";
import { afterEach, describe, expect, test } from "vitest";
import { ConfigError, SourceError } from "../../src/errors.ts";
import { HttpClient, type HttpOptions } from "../../src/http/client.ts";

const secret = "s3cr3t-of-ann";
const open: (HttpClient | Server)[] = [];
const waits: number[] = [];

function client(base: string, over: Partial<HttpOptions> = {}): HttpClient {
  const made = new HttpClient(base, {
    credentials: { kind: "bearer", secret },
    limits: { concurrency: 4, requestsPerSecond: 1000 },
    allowPrivateHost: true,
    userAgent: "Minutebook/0 (+https://example.org)",
    mostRequests: null,
    random: () => 0,
    wait: async (ms) => void waits.push(ms),
    ...over,
  });
  open.push(made);
  return made;
}

/** A server on the loopback that gives its answers one after the other, the last one for ever. */
async function serve(...answers: RequestListener[]): Promise<{ base: string; seen: IncomingMessage[] }> {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    (answers[Math.min(seen.length, answers.length) - 1] as RequestListener)(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  open.push(server);
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const json =
  (value: unknown, status = 200, headers = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));
const html =
  (text: string, status = 200): RequestListener =>
  (_, response) =>
    void response.writeHead(status, { "content-type": "text/html" }).end(text);
const login = html('<html><form action="/login.action"><input type="password"></form></html>');
const cut: RequestListener = (_, response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" }).write('{"a":');
  setImmediate(() => response.destroy());
};

afterEach(() => {
  for (const one of open.splice(0)) one.close();
  waits.length = 0;
  nock.cleanAll();
});

const failure = (promise: Promise<unknown>): Promise<SourceError> =>
  promise.then(
    () => expect.fail("it answered"),
    (error) => error,
  );

describe("an answer in the end", () => {
  test.each<[string, RequestListener]>([
    ["a limit", json({}, 429, { "retry-after": "0" })],
    ["an error of the server", json({}, 500)],
    ["a connection that breaks", (request) => void request.socket.destroy()],
    ["an answer that was cut off", cut],
    ["a login page with status 200", login],
    ["half a JSON with status 200", html('{"a":')],
  ])("after %s", async (_, fault) => {
    const { base, seen } = await serve(fault, fault, json({ ok: true }));
    expect((await client(base).getJson(`${base}/x`)).value).toEqual({ ok: true });
    expect(seen).toHaveLength(3);
    expect(waits).toHaveLength(2);
  });

  test("waits at least as long as the server asks", async () => {
    const { base } = await serve(json({}, 500, { "retry-after": "7" }), json({}));
    await client(base).getJson(`${base}/x`);
    expect(waits).toEqual([7000]);
  });
});

describe("no answer", () => {
  test.each<[string, RequestListener, string, RegExp]>([
    ["a wrong token", json({}, 401), "refused", /token or password is wrong/],
    ["a missing scope", json({}, 401, { "x-failure-category": "FAILURE_CLIENT_SCOPE_CHECK" }), "refused", /lacks a scope/],
    ["no permission", json({}, 403), "refused", /may not read it/],
    ["nothing there", json({}, 404), "absent", /not there, or hidden/],
    ["a login page again and again", login, "refused", /a login page: expected JSON/],
    ["something else", html("<p>hello</p>"), "broken", /expected JSON; see that the base URL/],
  ])("%s", async (_, fault, kind, message) => {
    const { base } = await serve(fault);
    const error = await failure(client(base).getJson(`${base}/x?token=${secret}`));
    expect(error).toBeInstanceOf(SourceError);
    expect(error.fault).toBe(kind);
    expect(error.message).toMatch(message);
  });

  test("a host that nobody knows is asked once", async () => {
    nock("https://wiki.example.org")
      .get("/x")
      .replyWithError(Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" }));
    const error = await failure(client("https://wiki.example.org", { allowPrivateHost: false }).getJson("https://wiki.example.org/x"));
    expect(error.message).toMatch(/no such host; see the base URL/);
    expect(waits).toEqual([]);
  });

  test("the budget of a run is a hard end", async () => {
    const { base, seen } = await serve(json({}));
    const asking = client(base, { mostRequests: 2 });
    await asking.getJson(`${base}/1`);
    await asking.getJson(`${base}/2`);
    expect((await failure(asking.getJson(`${base}/3`))).fault).toBe("spent");
    expect(seen).toHaveLength(2);
  });
});

describe("credentials", () => {
  test("go to their own origin, in the form of their kind", async () => {
    const { base, seen } = await serve(json({}));
    await client(base).getJson(`${base}/x`);
    await client(base, { credentials: { kind: "basic", user: "ann@example.org", secret } }).getJson(`${base}/x`);
    await client(base, { credentials: { kind: "none" } }).getJson(`${base}/x`);
    expect(seen.map((request) => request.headers.authorization)).toEqual([
      `Bearer ${secret}`,
      `Basic ${Buffer.from(`ann@example.org:${secret}`).toString("base64")}`,
      undefined,
    ]);
    expect(seen[0]?.headers["user-agent"]).toContain("Minutebook");
  });

  test("stay behind at a redirect to another host", async () => {
    const other = await serve(json({ moved: true }));
    const { base } = await serve((_, response) => void response.writeHead(302, { location: `${other.base}/y` }).end());
    expect((await client(base).getJson(`${base}/x`)).value).toEqual({ moved: true });
    expect(other.seen[0]?.headers.authorization).toBeUndefined();
  });

  test.each<[string, RequestListener]>([
    ["refused", json({}, 401)],
    ["broken", (request) => void request.socket.destroy()],
  ])("are in no error: %s", async (_, fault) => {
    const { base } = await serve(fault);
    const error = await failure(client(base).getJson(`${base}/x?token=${secret}`));
    const all = `${inspect(error, { depth: 20, showHidden: true })}${JSON.stringify(error)}${error.stack}`;
    expect(all).not.toContain(secret);
    expect(all).not.toContain("Bearer");
  });
});

test("an empty password hides nothing of a message", async () => {
  const { base } = await serve((request) => void request.socket.destroy());
  const error = await failure(client(base, { credentials: { kind: "basic", user: "ann", secret: "" } }).getJson(`${base}/x`));
  expect(error.message).not.toContain("***");
});

describe("private addresses", () => {
  test.each(["http://127.0.0.1/", "http://localhost:8090/", "http://10.1.2.3/", "http://[::1]/", "http://169.254.169.254/latest"])(
    "%s is refused where the configuration does not allow it",
    (base) => expect(() => client(base, { allowPrivateHost: false })).toThrow(ConfigError),
  );

  test("also behind a redirect", async () => {
    nock("https://wiki.example.org").get("/x").reply(302, "", { location: "http://169.254.169.254/latest" });
    await expect(client("https://wiki.example.org", { allowPrivateHost: false }).getJson("https://wiki.example.org/x")).rejects.toThrow(
      /169\.254\.169\.254.*not followed: a private address/,
    );
  });

  test("also where a server names them as the place of a file", async () => {
    const open = client("https://wiki.example.org", { allowPrivateHost: false });
    await expect(open.getBytes("http://169.254.169.254/latest")).rejects.toThrow(/not followed: a private address/);
  });

  test("a redirect to an address that is none is told as such", async () => {
    nock("https://wiki.example.org").get("/x").reply(302, "", { location: "http://[bad" });
    await expect(client("https://wiki.example.org").getJson("https://wiki.example.org/x")).rejects.toThrow(
      /redirects to an address that is none/,
    );
  });
});

describe("pages for readers", () => {
  const page = (head: string, body: string): RequestListener => html(`<html><head>${head}</head><body>${body}</body></html>`);

  test("link to the login in their menu, and are pages all the same", async () => {
    const { base, seen } = await serve(page("", '<a id="login-link" href="/login.action">Log in</a><p>Oil first.</p>'));
    expect((await client(base).getHtml(`${base}/display/LAN`)).body).toContain("Oil first.");
    expect(seen).toHaveLength(1);
  });

  test("are pages also where their menu has the form of the login in it", async () => {
    const { base } = await serve(
      page('<meta name="ajs-page-id" content="81">', '<input type="password" name="os_password"><p>Oil first.</p>'),
    );
    expect((await client(base).getHtml(`${base}/display/LAN`)).body).toContain("Oil first.");
  });

  test.each([
    ["a page that was cut off", "<!DOCTYPE html><html><body><p>Oil fi", "<!DOCTYPE html><html><body><p>Oil first.</p></body></html> "],
    ["a piece that was cut off", '<ul><li><a href="/display/LAN/La', '<ul><li><a href="/display/LAN/Lamps">Lamps</a></li></ul>\n'],
    ["a feed that was cut off", "<?xml version='1.0'?><feed><entry></entry>", "<?xml version='1.0'?><feed><entry></entry></feed>"],
    ["what is no page", '{"results":[{"id":"1","ti', ""],
  ])("are asked for again where %s came", async (_, cut, whole) => {
    const { base, seen } = await serve(html(cut), html(whole));
    expect((await client(base).getHtml(`${base}/display/LAN`)).body).toBe(whole);
    expect(seen).toHaveLength(2);
  });

  test("that never come to their end are not taken for whole", async () => {
    const { base } = await serve(html("<html><body><p>Oil fi"));
    expect((await failure(client(base).getHtml(`${base}/display/LAN`))).fault).toBe("broken");
  });

  test("that lead to the login are refused at once", async () => {
    const { base, seen } = await serve(
      (_, response) => void response.writeHead(302, { location: "/login.action?permissionViolation=true" }).end(),
      login,
    );
    const error = await failure(client(base).getHtml(`${base}/display/LAN`));
    expect([error.fault, seen.length, waits.length]).toEqual(["refused", 1, 0]);
  });
});

test("requests keep the pace that a host asks for", async () => {
  const { base } = await serve(json({ ok: true }));
  const one = client(base);
  one.pace(base, 60_000);
  await Promise.all([one.getJson(`${base}/1`), one.getJson(`${base}/2`), one.getJson(`${base}/3`)]);
  expect(waits.map((ms) => Math.round(ms / 60_000))).toEqual([1, 2, 3]);
});

describe("what must not be done twice", () => {
  const make = { accept: "application/json", json: { title: "x" }, isWhole: () => true, passes: () => null, isRepeatable: false };

  test("is asked once where the answer is lost, or the server broke over it", async () => {
    const lost = await serve(cut);
    const error = await failure(client(lost.base).exchange({ ...make, url: `${lost.base}/issues` }));
    expect([error.fault, lost.seen.length]).toEqual(["broken", 1]);
    expect(error.message).toContain("gave no answer in one try");
    const broken = await serve(json({}, 502));
    expect((await client(broken.base).exchange({ ...make, url: `${broken.base}/issues` })).status).toBe(502);
    expect(broken.seen).toHaveLength(1);
  });

  test("is asked again where the server says that it did nothing yet", async () => {
    const { base, seen } = await serve(json({}, 429, { "retry-after": "1" }), json({ number: 1 }, 201));
    expect((await client(base).exchange({ ...make, url: `${base}/issues` })).status).toBe(201);
    expect(seen.map(({ method }) => method)).toEqual(["POST", "POST"]);
    expect(waits).toEqual([1000]);
  });
});

test("what is there is changed by PATCH, as often as need be", async () => {
  const { base, seen } = await serve(json({}, 502), json({ number: 1 }));
  const answer = await client(base).exchange({
    url: `${base}/issues/1`,
    accept: "application/json",
    method: "PATCH",
    json: { state: "closed" },
    isWhole: () => true,
    passes: () => null,
  });
  expect([answer.status, ...seen.map(({ method }) => method)]).toEqual([200, "PATCH", "PATCH"]);
  expect(seen[1]?.headers["content-type"]).toContain("application/json");
});
