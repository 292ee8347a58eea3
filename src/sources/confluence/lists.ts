import { z } from "zod";
import { SourceError } from "../../errors.ts";
import type { Answer, HttpClient } from "../../http/client.ts";
import { withoutSecrets } from "../../http/faults.ts";
import type { Notice } from "./types.ts";

// Walking the lists of both REST versions. A next link is asked for on our own endpoint with nothing of it but its query: behind Atlassian's
// gateway it lacks the gateway's path, in v1 the context path, and a link to another server would carry our credentials there.

const list = z.object({ results: z.array(z.unknown()), _links: z.object({ next: z.string().optional() }).optional() });

/** Some servers give empty pages in the middle; some link from their last one to an empty one, for ever the same. */
const mostEmptyPages = 10;

export interface ListRequest<T> {
  /** Without query. */
  readonly url: string;
  readonly query: Readonly<Record<string, string>>;
  readonly item: z.ZodType<T>;
  /** For notices: "pages", "attachments". */
  readonly what: string;
}

/**
 * Every item of a list, over all its pages; an item that does not fit is told and left out. An item for whom `isLast` says so ends the walk.
 * @throws SourceError where an answer is no list, leads to another server, or the list goes in circles
 */
export async function* walkList<T>(
  http: HttpClient,
  request: ListRequest<T>,
  notice: Notice,
  isLast: (item: T) => boolean = () => false,
): AsyncGenerator<T, void, undefined> {
  let query = new URLSearchParams(request.query);
  const asked = new Set<string>();
  let count = 0;
  for (let empty = 0; ; ) {
    const url = `${request.url}?${query}`;
    if (asked.has(url)) {
      if (empty > 0) return;
      throw broken(request, "goes in circles");
    }
    asked.add(url);
    const { answer, value } = await http.getJson(url);
    const page = list.safeParse(value);
    if (!page.success) throw broken(request, "is no list (no `results`)");
    for (const raw of page.data.results) {
      const item = request.item.safeParse(raw);
      if (!item.success)
        notice(`${request.what}: ${nameOf(raw)}`, `not in the form that was expected: ${z.prettifyError(item.error)}`, "fault");
      else if (isLast(item.data)) return;
      else yield item.data;
    }
    count += page.data.results.length;
    const next = page.data._links?.next ?? nextOfHeader(answer);
    empty = page.data.results.length === 0 ? empty + 1 : 0;
    if (next === null) return;
    if (empty === mostEmptyPages) throw broken(request, "goes on without giving anything");
    query = queryOfNext(http, request, next, query, count);
  }
}

/** With a cursor the link's query as it is; else `start` counted by ourselves, as servers that cap a page's size count it wrong. */
function queryOfNext(
  http: HttpClient,
  request: ListRequest<unknown>,
  next: string,
  query: URLSearchParams,
  count: number,
): URLSearchParams {
  const target = URL.canParse(next, request.url) ? new URL(next, request.url) : null;
  if (target === null || !http.isOwn(target.href)) throw broken(request, "continues at another server, which is not followed");
  if (target.searchParams.has("cursor")) return target.searchParams;
  const counted = new URLSearchParams(query);
  counted.set("start", String(count));
  return counted;
}

/** RFC 8288: `<…>; rel="next"`. */
function nextOfHeader(answer: Answer): string | null {
  for (const part of (answer.headers.link ?? "").split(/,\s*(?=<)/)) {
    const [address = "", ...attributes] = part.split(";");
    if (attributes.some((attribute) => /^\s*rel="?next"?\s*$/i.test(attribute))) return address.trim().replace(/^<|>$/g, "");
  }
  return null;
}

function broken(request: ListRequest<unknown>, why: string): SourceError {
  const url = withoutSecrets(request.url);
  return new SourceError("broken", `the list of ${request.what} at ${url} ${why}: nothing of it is used; try again later`, { file: url });
}

function nameOf(raw: unknown): string {
  const id = typeof raw === "object" && raw !== null && "id" in raw ? raw.id : null;
  return typeof id === "string" || typeof id === "number" ? String(id) : "an item without an id";
}
