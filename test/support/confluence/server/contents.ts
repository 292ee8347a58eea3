import { type Asked, type Given, json, Refusal, type Route } from "../../http/exchange.ts";
import { type Site, storageOf } from "../site.ts";
import type { Comment, Content, Version } from "../state/types.ts";
import { newestOf } from "../state/wiki.ts";
import { pageOf } from "../v1/paging.ts";
import { attachmentV1, contentV1, type Expands, expandsOf, historyV1, instantOf, labelsV1, userV1, versionV1 } from "../v1/shapes.ts";

/** `any` is what is current and what is in the trash: https://docs.atlassian.com/ConfluenceServer/rest/7.19.0/#api/content-getContent */
const anyStatus: readonly string[] = ["current", "trashed"];

export function contentRoutes(site: Site): readonly Route[] {
  const content = (id: string): Content => contentOf(site, id, ["current", "archived", "trashed"]);
  return [
    ["GET", /^\/rest\/api\/content$/, (asked) => contents(site, asked)],
    ["GET", /^\/rest\/api\/content\/(\d+)$/, (asked, id = "") => oneContent(site, asked, id)],
    ["GET", /^\/rest\/api\/content\/(\d+)\/child\/page$/, (asked, id = "") => childPages(site, asked, content(id))],
    ["GET", /^\/rest\/api\/content\/(\d+)\/child\/attachment$/, (asked, id = "") => attachments(site, asked, content(id))],
    ["GET", /^\/rest\/api\/content\/(\d+)\/child\/comment$/, (asked, id = "") => comments(site, asked, content(id))],
    ["GET", /^\/rest\/api\/content\/(\d+)\/label$/, (_, id = "") => json(labelsV1(site, content(id)))],
    [
      "GET",
      /^\/rest\/api\/content\/(\d+)\/history$/,
      (asked, id = "") => json(historyV1(site, content(id), expandsOf(asked.query.get("expand")))),
    ],
    ["GET", versionsPath(site, ""), (asked, id = "") => versions(site, asked, content(id))],
    ["GET", versionsPath(site, "\\/(\\d+)"), (asked, id = "", number = "") => oneVersion(site, asked, content(id), number)],
  ];
}

/** @throws Refusal (404) for what is not there, in another state or not for the caller's eyes: they look the same */
export function contentOf(site: Site, id: string, statuses: readonly string[]): Content {
  const found = site.wiki.contents.get(id);
  if (!found || !statuses.includes(found.status) || site.wiki.isHidden(found))
    throw notFound(`No content found with id: ContentId{id=${id}}`);
  return found;
}

export function notFound(message: string): Refusal {
  const data = { authorized: false, valid: true, errors: [], successful: false, notSuccessful: true };
  return new Refusal(json({ statusCode: 404, data, message, reason: "Not Found" }, 404));
}

/** Up to 7.19 under `rest/experimental` alone, later under both. */
function versionsPath(site: Site, rest: string): RegExp {
  const root = site.quirks.hasExperimentalVersions ? "experimental" : "(?:api|experimental)";
  return new RegExp(`^\\/rest\\/${root}\\/content\\/(\\d+)\\/version${rest}$`);
}

function contents(site: Site, asked: Asked): Given {
  const [space, type, title] = [asked.query.get("spaceKey"), asked.query.get("type") ?? "page", asked.query.get("title")];
  const statuses = statusesOf(asked);
  const found = [...site.wiki.contents.values()].filter(
    (content) =>
      (space === null || content.spaceKey === space) &&
      content.type === type &&
      (title === null || content.title === title) &&
      statuses.includes(content.status) &&
      !site.wiki.isHidden(content),
  );
  return pageOf(site, asked, found, (content, expands) => contentV1(site, content, expands));
}

/** An old version is asked for by its number and by its status. */
function oneContent(site: Site, asked: Asked, id: string): Given {
  const [status, number] = [asked.query.get("status"), asked.query.get("version")];
  const isHistorical = status === "historical";
  const content = contentOf(site, id, isHistorical ? ["current", "archived", "trashed"] : statusesOf(asked));
  const version = number === null ? newestOf(content) : content.versions.find((each) => String(each.number) === number);
  if (!version || (version !== newestOf(content) && !isHistorical && status !== "any"))
    throw notFound(`No content found with id: ContentId{id=${id}}`);
  const shape = contentV1(site, content, expandsOf(asked.query.get("expand")), version);
  return json({
    ...shape,
    _links: { ...(shape._links as object), base: `${site.origin}${site.context}`, context: site.context, collection: "/rest/api/content" },
  });
}

function statusesOf(asked: Asked): readonly string[] {
  const given = asked.query.getAll("status").flatMap((value) => value.split(","));
  const wanted = given.length === 0 ? ["current"] : given.flatMap((status) => (status === "any" ? anyStatus : [status]));
  return wanted.filter((status) => status !== "deleted");
}

function childPages(site: Site, asked: Asked, parent: Content): Given {
  const found = site.wiki
    .childrenOf(parent.id)
    .filter((child) => child.type === "page" && child.status === "current" && !site.wiki.isHidden(child));
  return pageOf(site, asked, found, (child, expands) => contentV1(site, child, expands));
}

function attachments(site: Site, asked: Asked, content: Content): Given {
  const name = asked.query.get("filename");
  const found = content.attachments.filter(({ title }) => name === null || title === name);
  return pageOf(site, asked, found, (attachment, expands) => attachmentV1(site, content, attachment, expands), 50);
}

function comments(site: Site, asked: Asked, content: Content): Given {
  const isDeep = asked.query.get("depth") === "all";
  const found = content.comments.filter(({ parentId }) => isDeep || parentId === null);
  return pageOf(site, asked, found, (comment, expands) => commentShape(site, content, comment, expands));
}

function commentShape(site: Site, content: Content, comment: Comment, expands: Expands): Record<string, unknown> {
  const by = userV1(site, site.wiki.users.get(comment.authorId));
  return {
    id: comment.id,
    type: "comment",
    status: "current",
    title: `Re: ${content.title}`,
    ...(expands.has("version")
      ? { version: { by, when: instantOf(site, comment.changedAt), number: comment.version, minorEdit: false } }
      : {}),
    ...(expands.has("history") ? { history: { createdBy: by, createdDate: instantOf(site, comment.createdAt) } } : {}),
    ...(expands.has("body.storage") ? { body: { storage: { value: storageOf(site, comment.storage), representation: "storage" } } } : {}),
    ...commentParts(content, comment, expands),
    _links: { webui: `/pages/viewpage.action?pageId=${content.id}&focusedCommentId=${comment.id}` },
  };
}

/** What tells where a comment stands, in lists and in the search alike. */
export function commentParts({ comments: all }: Content, comment: Comment, expands: Expands): Record<string, unknown> {
  const above: Comment[] = [];
  const parentOf = ({ parentId }: Comment): Comment | undefined => all.find(({ id }) => id === parentId);
  for (let at = parentOf(comment); at; at = parentOf(at)) above.unshift(at);
  const isThread = comment.place === "inline" && comment.parentId === null;
  const resolution = expands.has("extensions.resolution") ? { resolution: { status: comment.isResolved ? "resolved" : "open" } } : {};
  const words = expands.has("extensions.inlineProperties") ? { inlineProperties: { originalSelection: comment.selection ?? "" } } : {};
  return {
    ...(expands.has("ancestors") ? { ancestors: above.map(({ id }) => ({ id, type: "comment" })) } : {}),
    extensions: { location: comment.place, ...(isThread ? { ...resolution, ...words } : {}) },
  };
}

/** Newest first. */
function versions(site: Site, asked: Asked, content: Content): Given {
  return pageOf(site, asked, content.versions.toReversed(), (version, expands) => versionWith(site, content, version, expands), 200);
}

function oneVersion(site: Site, asked: Asked, content: Content, number: string): Given {
  const version = content.versions.find((each) => String(each.number) === number);
  if (!version) throw notFound(`No version found with number: ${number}`);
  return json(versionWith(site, content, version, expandsOf(asked.query.get("expand"))));
}

/** `content.body.storage` brings the content at that version. */
function versionWith(site: Site, content: Content, version: Version, expands: Expands): Record<string, unknown> {
  const shape = versionV1(site, content, version);
  if (!expands.has("content")) return shape;
  const inner = new Set([...expands].filter((path) => path.startsWith("content.")).map((path) => path.slice("content.".length)));
  return { ...shape, content: contentV1(site, content, inner, version) };
}
