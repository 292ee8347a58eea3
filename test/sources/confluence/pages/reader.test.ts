import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { HttpClient } from "../../../../src/http/client.ts";
import { PageReader, RobotsError } from "../../../../src/sources/confluence/pages/reader.ts";

const open: (Server | HttpClient)[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

/** A wiki whose robots.txt has this status and text, what was asked of it, and how long the reader wanted to wait. */
async function reader(status: number, text: string) {
  const asked: string[] = [];
  const waits: number[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (request.url === "/robots.txt") response.writeHead(status, { "content-type": "text/plain" }).end(text);
    else response.writeHead(200, { "content-type": "text/html" }).end("<p>Oil first.</p>");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const http = new HttpClient(base, {
    credentials: { kind: "none" },
    limits: { concurrency: 4, requestsPerSecond: 1000 },
    allowPrivateHost: true,
    userAgent: "Minutebook/0 (+https://example.org)",
    mostRequests: null,
    random: () => 0,
    wait: async (ms) => void waits.push(ms),
  });
  open.push(server, http);
  return { pages: new PageReader(http, `${base}/wiki`), base, asked, waits };
}

test("robots.txt is read once, from the root of the host, and obeyed", async () => {
  const { pages, base, asked } = await reader(200, "User-agent: *\nDisallow: /wiki/admin\n");
  await Promise.all([pages.html(`${base}/wiki/display/LAN`), pages.html(`${base}/wiki/display/OIL`)]);
  await expect(pages.html(`${base}/wiki/admin/users`)).rejects.toThrow(RobotsError);
  await expect(pages.bytes(`${base}/wiki/admin/log.txt`)).rejects.toThrow(
    /asks robots not to read \/wiki\/admin\/log\.txt.*ask the operator/,
  );
  expect(asked.sort()).toEqual(["/robots.txt", "/wiki/display/LAN", "/wiki/display/OIL"]);
});

test.each([404, 403, 410])("without it (%i) everything is allowed", async (status) => {
  const { pages, base } = await reader(status, "User-agent: *\nDisallow: /\n");
  expect((await pages.html(`${base}/wiki/display/LAN`)).body).toContain("Oil first.");
});

test("where the server fails to give it nothing is", async () => {
  const { pages, base, asked } = await reader(500, "");
  await expect(pages.html(`${base}/wiki/display/LAN`)).rejects.toThrow(/robots\.txt could not be read, which forbids everything/);
  expect(asked.every((path) => path === "/robots.txt")).toBe(true);
});

test("its pace is kept", async () => {
  const { pages, base, waits } = await reader(200, "User-agent: *\nCrawl-delay: 20\n");
  await pages.html(`${base}/wiki/display/LAN`);
  await pages.html(`${base}/wiki/display/OIL`);
  expect(waits.map((ms) => Math.round(ms / 20_000))).toEqual([1, 2]);
});
