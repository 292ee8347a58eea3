import { type Asked, type Given, json } from "../../http/exchange.ts";
import type { Site } from "../site.ts";
import { type Expands, expandsOf } from "./shapes.ts";

/** However much was asked for, Data Center gives no more, and does not say so. */
const caps = { body: 50, expanded: 200, bare: 1_000 };

/** One page of a list by `start` and `limit`. The next link is written without the context path. */
export function pageOf<T>(
  site: Site,
  asked: Asked,
  values: readonly T[],
  shape: (value: T, expands: Expands) => unknown,
  defaultLimit = 25,
): Given {
  const expands = expandsOf(asked.query.get("expand"));
  const cap = [...expands].some((path) => path.includes("body")) ? caps.body : expands.size > 0 ? caps.expanded : caps.bare;
  const start = numberIn(asked, "start", 0);
  const limit = Math.min(numberIn(asked, "limit", defaultLimit), cap);
  const shown = values.slice(start, start + limit);
  const end = start + shown.length;
  const base = `${site.origin}${site.context}`;
  const next =
    end < values.length ? { next: nextPath(asked, site.quirks.countsStartShort ? end - Math.ceil(shown.length / 3) : end, limit) } : {};
  return json({
    results: shown.map((value) => shape(value, expands)),
    start,
    limit,
    size: shown.length,
    _links: { self: `${base}${asked.path}?${asked.query}`, base, context: site.context, ...next },
  });
}

function nextPath(asked: Asked, start: number, limit: number): string {
  const query = new URLSearchParams([...asked.query].filter(([name]) => name !== "start" && name !== "limit"));
  query.append("limit", String(limit));
  query.append("start", String(start));
  return `${asked.path}?${query}`;
}

function numberIn(asked: Asked, name: string, otherwise: number): number {
  const given = Number(asked.query.get(name) ?? otherwise);
  return Number.isInteger(given) && given >= 0 ? given : otherwise;
}
