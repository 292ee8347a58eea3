import { type Asked, type Given, json } from "../../http/exchange.ts";
import type { Site } from "../site.ts";
import type { Content, ContentType, Status } from "../state/types.ts";
import { newestOf, type Wiki } from "../state/wiki.ts";
import { badRequest, type Row, signatureOf, sliceOf } from "./cursor.ts";
import { bodyOf, contentShape } from "./shapes.ts";

/** Of lists: what is in the trash has to be asked for, what is archived comes unasked. */
const listStatuses = ["current", "archived", "trashed", "deleted"];
const defaultStatuses = ["current", "archived"];

const sorts: Readonly<Record<string, (content: Content) => string>> = {
  id: () => "",
  "created-date": ({ createdAt }) => createdAt,
  "modified-date": (content) => newestOf(content).createdAt,
  title: ({ title }) => title,
};

/** Filtering and sorting thousands of pages for each page of a list would cost more than answering; kept until the wiki changes. */
const kept = new WeakMap<Wiki, { revision: number; readonly rows: Map<string, Row<Content>[]> }>();

/** A list of pages or blog posts that `isWanted` lets through, which follows from path and query alone. */
export function contentList(site: Site, asked: Asked, type: ContentType, isWanted: (content: Content) => boolean): Given {
  const sort = asked.query.get("sort") ?? "id";
  const isDescending = sort.startsWith("-");
  const sorted = remembered(site.wiki, signatureOf(asked), () => {
    const keyOf = sorts[sort.replace(/^-/, "")];
    if (keyOf === undefined) throw badRequest("INVALID_REQUEST_PARAMETER", `Provided value {${sort}} for 'sort' is not the correct type`);
    const rows = matching(site, asked, type)
      .filter(isWanted)
      .map((value) => ({ key: `${keyOf(value)} ${paddedId(value.id)}`, value }));
    return inKeyOrder(rows, isDescending);
  });
  return answer(site, asked, sorted, (content) => shapeInList(site, asked, content), isDescending);
}

function matching(site: Site, asked: Asked, type: ContentType): Content[] {
  const statuses = statusesOf(asked);
  const [title, subtype] = [asked.query.get("title"), asked.query.get("subtype")];
  return [...site.wiki.contents.values()].filter(
    (content) =>
      content.type === type &&
      statuses.includes(content.status) &&
      (title === null || content.title === title) &&
      (subtype === null || (content.subtype ?? "page") === subtype) &&
      !site.wiki.isHidden(content),
  );
}

function remembered(wiki: Wiki, signature: string, make: () => Row<Content>[]): Row<Content>[] {
  const now = kept.get(wiki);
  const state = now?.revision === wiki.revision ? now : { revision: wiki.revision, rows: new Map<string, Row<Content>[]>() };
  kept.set(wiki, state);
  const rows = state.rows.get(signature) ?? make();
  state.rows.set(signature, rows);
  return rows;
}

/** Any list of v2. */
export function list<T>(site: Site, asked: Asked, rows: readonly Row<T>[], shape: (value: T) => unknown, isDescending = false): Given {
  return answer(site, asked, inKeyOrder(rows, isDescending), shape, isDescending);
}

/** The results, and where the next ones are, in the body and in the `Link` header. */
function answer<T>(site: Site, asked: Asked, sorted: readonly Row<T>[], shape: (value: T) => unknown, isDescending: boolean): Given {
  const { values, next } = sliceOf(asked, sorted, isDescending, site.quirks.emptyPage);
  const base = `${site.origin}${site.context}`;
  // From the root of the site, also behind the gateway, where that path leads nowhere.
  const nextLink = next === null ? null : `${site.context}${next}`;
  const link = nextLink === null ? `<${base}>; rel="base"` : `<${nextLink}>; rel="next", <${base}>; rel="base"`;
  return json({ results: values.map(shape), _links: nextLink === null ? { base } : { next: nextLink, base } }, 200, { link });
}

function inKeyOrder<T>(rows: readonly Row<T>[], isDescending: boolean): Row<T>[] {
  const sign = isDescending ? -1 : 1;
  return [...rows].sort((a, b) => (a.key < b.key ? -sign : sign));
}

/** In the order given. */
export function inOrder<T>(values: readonly T[]): Row<T>[] {
  return values.map((value, index) => ({ key: String(index).padStart(8, "0"), value }));
}

export function paddedId(id: string): string {
  return id.padStart(20, "0");
}

/** Several values of one parameter come as `a,b` or as the parameter twice. */
export function valuesOf(asked: Asked, name: string): string[] {
  return asked.query.getAll(name).flatMap((value) => value.split(",").filter((part) => part !== ""));
}

function shapeInList(site: Site, asked: Asked, content: Content): Record<string, unknown> {
  const version = newestOf(content);
  return contentShape(site, content, version, bodyOf(site, content, version, asked.query.get("body-format"), "list"));
}

function statusesOf(asked: Asked): readonly (Status | string)[] {
  const given = valuesOf(asked, "status");
  const unknown = given.find((status) => !listStatuses.includes(status));
  if (unknown !== undefined)
    throw badRequest("INVALID_REQUEST_PARAMETER", `Provided value {${unknown}} for 'status' is not the correct type`);
  // What was purged is in no list, whatever is asked for.
  return (given.length === 0 ? defaultStatuses : given).filter((status) => status !== "deleted");
}
