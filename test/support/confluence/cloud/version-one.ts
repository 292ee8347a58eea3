import { type Asked, type Given, json, Refusal, type Route } from "../../http/exchange.ts";
import { callerOf } from "../http/access.ts";
import type { Site } from "../site.ts";
import { foundBy, type Hit, searchResult } from "../v1/search.ts";
import { contentV1, type Expands, expandsOf, labelsV1, userV1 } from "../v1/shapes.ts";
import { contentOf } from "./pages.ts";

/** What v1 still does on Cloud: search, users, labels and, for those who log in with a password or token of their own, single contents. */
export function versionOneRoutes(site: Site): readonly Route[] {
  return [
    ["GET", /^\/rest\/api\/search$/, (asked) => search(site, asked, (hit, expands) => searchResult(site, hit, expands))],
    ["GET", /^\/rest\/api\/content\/search$/, (asked) => search(site, asked, ({ shape }, expands) => shape(expands))],
    ["GET", /^\/rest\/api\/content\/(\d+)$/, (asked, id = "") => oneContent(site, asked, id)],
    ["GET", /^\/rest\/api\/content\/(\d+)\/label$/, (_, id = "") => json(labelsV1(site, contentOf(site, id, null)))],
    ["GET", /^\/rest\/api\/user\/current$/, () => json(userV1(site, site.wiki.users.values().next().value))],
    ["GET", /^\/rest\/api\/user$/, (asked) => oneUser(site, asked)],
  ];
}

function oneContent(site: Site, asked: Asked, id: string): Given {
  if (callerOf(asked.headers) === "bearer") return json({ statusCode: 410, message: "This deprecated endpoint has been removed." }, 410);
  const content = contentOf(site, id, null);
  const status = asked.query.get("status") ?? "current";
  if (status !== "any" && status !== content.status) throw gone();
  return json(contentV1(site, content, expandsOf(asked.query.get("expand"))));
}

function oneUser(site: Site, asked: Asked): Given {
  const user = site.wiki.users.get(asked.query.get("accountId") ?? "");
  if (!user || user.state === "deleted") throw gone();
  return json(userV1(site, user));
}

/** Paged by a cursor that goes with the CQL and limit that it came from. The next link is written without the context path. */
function search(site: Site, asked: Asked, shape: (hit: Hit, expands: Expands) => unknown): Given {
  const expands = expandsOf(asked.query.get("expand")?.replaceAll("content.", "") ?? null);
  const isHeavy = expands.has("body.export_view") || expands.has("body.styled_view");
  const limit = Math.min(Number(asked.query.get("limit") ?? 25), isHeavy ? 25 : expands.has("body") ? 50 : 250);
  const found = foundBy(site, asked);
  const start = placeOf(asked, `${limit} ${asked.query.get("cql")}`);
  const results = found.slice(start, start + limit);
  const end = start + results.length;
  const cursor = Buffer.from(`${limit} ${asked.query.get("cql")}\n${end}`).toString("base64");
  const query = new URLSearchParams([
    ["next", "true"],
    ["cursor", cursor],
    ...[...asked.query].filter(([name]) => !["next", "cursor", "start", "limit"].includes(name)),
    ["limit", String(limit)],
  ]);
  const next = end < found.length ? { next: `${asked.path}?${query}` } : {};
  return json({
    results: results.map((hit) => shape(hit, expands)),
    start,
    limit,
    size: results.length,
    ...(asked.path.endsWith("content/search") ? {} : { totalSize: found.length, cqlQuery: asked.query.get("cql"), searchDuration: 1 }),
    _links: { base: `${site.origin}${site.context}`, context: site.context, self: `${site.origin}${site.context}${asked.path}`, ...next },
  });
}

function placeOf(asked: Asked, of: string): number {
  const cursor = asked.query.get("cursor");
  if (cursor === null) return 0;
  const [signature, place] = Buffer.from(cursor, "base64").toString().split("\n");
  if (signature !== of || !/^\d+$/.test(place ?? "")) throw new Refusal(json({ statusCode: 400, message: "Invalid cursor" }, 400));
  return Number(place);
}

function gone(): Refusal {
  return new Refusal(json({ statusCode: 404, message: "No content found, or you do not have permission to view it." }, 404));
}
