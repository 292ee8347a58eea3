import { type Asked, type Given, json } from "../http/exchange.ts";
import type { Site } from "../site.ts";
import type { Content, ContentType, Status } from "../state/types.ts";
import { newestOf } from "../state/wiki.ts";
import { badRequest, type Row, sliceOf } from "./cursor.ts";
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

/** A list of pages or blog posts that `isWanted` lets through. */
export function contentList(site: Site, asked: Asked, type: ContentType, isWanted: (content: Content) => boolean): Given {
  const statuses = statusesOf(asked);
  const title = asked.query.get("title");
  const subtype = asked.query.get("subtype");
  const contents = [...site.wiki.contents.values()].filter(
    (content) =>
      content.type === type &&
      statuses.includes(content.status) &&
      (title === null || content.title === title) &&
      (subtype === null || (content.subtype ?? "page") === subtype) &&
      isWanted(content) &&
      !site.wiki.isHidden(content),
  );
  const sort = asked.query.get("sort") ?? "id";
  const keyOf = sorts[sort.replace(/^-/, "")];
  if (keyOf === undefined) throw badRequest("INVALID_REQUEST_PARAMETER", `Provided value {${sort}} for 'sort' is not the correct type`);
  const rows = contents.map((value) => ({ key: `${keyOf(value)} ${paddedId(value.id)}`, value }));
  return list(site, asked, rows, (content) => shapeInList(site, asked, content), sort.startsWith("-"));
}

/** Any list of v2: the results, and where the next ones are, in the body and in the `Link` header. */
export function list<T>(site: Site, asked: Asked, rows: readonly Row<T>[], shape: (value: T) => unknown, isDescending = false): Given {
  const sign = isDescending ? -1 : 1;
  const sorted = [...rows].sort((a, b) => (a.key < b.key ? -sign : sign));
  const { values, next } = sliceOf(asked, sorted, isDescending, site.quirks.emptyPage);
  const base = `${site.origin}${site.context}`;
  // From the root of the site, also behind the gateway, where that path leads nowhere.
  const nextLink = next === null ? null : `${site.context}${next}`;
  const link = nextLink === null ? `<${base}>; rel="base"` : `<${nextLink}>; rel="next", <${base}>; rel="base"`;
  return json({ results: values.map(shape), _links: nextLink === null ? { base } : { next: nextLink, base } }, 200, { link });
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
