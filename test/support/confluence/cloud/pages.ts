import { type Asked, type Given, json, Refusal } from "../../http/exchange.ts";
import type { Site } from "../site.ts";
import type { Content, ContentType, Version } from "../state/types.ts";
import { newestOf } from "../state/wiki.ts";
import { badRequest } from "./cursor.ts";
import { inOrder, list, valuesOf } from "./lists.ts";
import { attachmentShape, bodyOf, commentShape, contentShape, folderShape, labelShape, versionShape } from "./shapes.ts";

const pageStatuses = ["current", "draft", "archived", "historical", "trashed", "deleted", "any"];
/** What an `include-…` parameter adds at most. */
const maxIncluded = 50;

export function notFound(title = "Not Found"): Refusal {
  return new Refusal(json({ errors: [{ status: 404, code: "NOT_FOUND", title, detail: null }] }, 404));
}

/** @throws Refusal (404) for what is not there, purged or not for the caller's eyes: they look the same */
export function contentOf(site: Site, id: string, type: ContentType | null): Content {
  const content = site.wiki.contents.get(id);
  if (!content || content.status === "deleted" || (type !== null && content.type !== type) || site.wiki.isHidden(content)) throw notFound();
  return content;
}

/** `GET /pages/{id}` and `/blogposts/{id}`. */
export function oneContent(site: Site, asked: Asked, id: string, type: ContentType): Given {
  const content = contentOf(site, id, type);
  if (!isStatusAsked(asked, content)) throw notFound();
  const version = versionOf(asked, content);
  const shape = contentShape(site, content, version, bodyOf(site, content, version, asked.query.get("body-format"), "page"));
  return json({ ...shape, ...included(asked, content), _links: { ...(shape._links as object), base: `${site.origin}${site.context}` } });
}

export function oneFolder(site: Site, id: string): Given {
  const folder = contentOf(site, id, "folder");
  if (folder.status !== "current" && folder.status !== "archived") throw notFound();
  return json(folderShape(folder));
}

/** Newest first, unless asked otherwise. */
export function versions(site: Site, asked: Asked, id: string, type: ContentType): Given {
  const content = contentOf(site, id, type);
  const sort = asked.query.get("sort") ?? "-modified-date";
  if (sort.replace(/^-/, "") !== "modified-date")
    throw badRequest("INVALID_REQUEST_PARAMETER", `Provided value {${sort}} for 'sort' is not the correct type`);
  const format = asked.query.get("body-format");
  const rows = content.versions.map((value) => ({ key: String(value.number).padStart(8, "0"), value }));
  const shape = (version: Version): unknown => ({
    ...versionShape(version),
    page: { id: content.id, title: version.title, ...(format === null ? {} : { body: bodyOf(site, content, version, format, "list") }) },
  });
  return list(site, asked, rows, shape, sort.startsWith("-"));
}

/** From the top down, the nearest where there are more than `limit`: no cursor, whoever wants more asks for the ancestors of the first. */
export function ancestors(site: Site, asked: Asked, id: string): Given {
  const above = site.wiki.ancestorsOf(contentOf(site, id, null));
  const limit = Number(asked.query.get("limit") ?? 25);
  const results = above.slice(-limit).map(({ id: ancestor, type }) => ({ id: ancestor, type }));
  return json({ results, _links: { base: `${site.origin}${site.context}` } });
}

/** `children` has pages only, `direct-children` also what else can stand below a page. */
export function children(site: Site, asked: Asked, id: string, kind: "children" | "direct-children"): Given {
  const parent = contentOf(site, id, null);
  const found = site.wiki
    .childrenOf(parent.id)
    .filter((child) => child.status === "current" && !site.wiki.isHidden(child) && (kind === "direct-children" || child.type === "page"));
  const shape = (child: Content): unknown => ({
    id: child.id,
    status: child.status,
    title: child.title,
    ...(kind === "children" ? {} : { type: child.type }),
    spaceId: site.wiki.space(child.spaceKey).id,
    childPosition: child.position,
  });
  return list(site, asked, inOrder(found), shape);
}

export function attachments(site: Site, asked: Asked, id: string): Given {
  const content = contentOf(site, id, null);
  const [name, mediaType] = [asked.query.get("filename"), asked.query.get("mediaType")];
  const found = content.attachments.filter(
    (file) => (name === null || file.title === name) && (mediaType === null || file.mediaType === mediaType),
  );
  return list(site, asked, inOrder(found), (attachment) => attachmentShape(content, attachment));
}

export function labels(site: Site, asked: Asked, id: string): Given {
  const content = contentOf(site, id, null);
  return list(site, asked, inOrder(content.labels), (name) => labelShape(content, name));
}

export function comments(site: Site, asked: Asked, id: string, place: "footer" | "inline"): Given {
  const content = contentOf(site, id, null);
  const found = content.comments.filter((comment) => comment.place === place && comment.parentId === null);
  return list(site, asked, inOrder(found), (comment) => commentShape(site, content, comment, asked.query.get("body-format")));
}

/** The answers to a comment, which is asked for without its page. */
export function answersTo(site: Site, asked: Asked, id: string, place: "footer" | "inline"): Given {
  for (const content of site.wiki.contents.values()) {
    if (!content.comments.some((comment) => comment.id === id && comment.place === place)) continue;
    const found = contentOf(site, content.id, null).comments.filter(({ parentId }) => parentId === id);
    return list(site, asked, inOrder(found), (comment) => commentShape(site, content, comment, asked.query.get("body-format")));
  }
  throw notFound();
}

function isStatusAsked(asked: Asked, content: Content): boolean {
  const given = valuesOf(asked, "status");
  const unknown = given.find((status) => !pageStatuses.includes(status));
  if (unknown !== undefined)
    throw badRequest("INVALID_REQUEST_PARAMETER", `Provided value {${unknown}} for 'status' is not the correct type`);
  if (given.includes("any")) return true;
  if (content.status === "draft" && asked.query.get("get-draft") === "true") return true;
  // `historical` is a question about versions, which a page of any state has.
  const wanted = given.filter((status) => status !== "historical");
  return (wanted.length === 0 ? ["current", "archived"] : wanted).includes(content.status);
}

function versionOf(asked: Asked, content: Content): Version {
  const number = asked.query.get("version");
  if (number === null) return newestOf(content);
  const found = content.versions.find((version) => String(version.number) === number);
  if (!found) throw notFound();
  return found;
}

function included(asked: Asked, content: Content): Record<string, unknown> {
  const path = `/api/v2/${content.type}s/${content.id}`;
  const some = (name: string, values: readonly unknown[]): Record<string, unknown> =>
    asked.query.get(`include-${name}`) === "true"
      ? {
          [name]: {
            results: values.slice(0, maxIncluded),
            meta: { hasMore: values.length > maxIncluded, cursor: "" },
            _links: { self: `/wiki${path}/${name}` },
          },
        }
      : {};
  return {
    ...some(
      "labels",
      content.labels.map((name) => labelShape(content, name)),
    ),
    ...some("versions", content.versions.toReversed().map(versionShape)),
  };
}
