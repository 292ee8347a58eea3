import { type Asked, answerOf, type Given, json, type Route } from "../../http/exchange.ts";
import type { Site } from "../site.ts";
import type { Space } from "../state/types.ts";
import { badRequest } from "./cursor.ts";
import { downloadRoutes } from "./downloads.ts";
import { contentList, list, paddedId, valuesOf } from "./lists.ts";
import {
  ancestors,
  answersTo,
  attachments,
  children,
  comments,
  contentOf,
  labels,
  notFound,
  oneContent,
  oneFolder,
  versions,
} from "./pages.ts";
import { attachmentShape, spaceShape, userShape } from "./shapes.ts";
import { versionOneRoutes } from "./version-one.ts";

/** The interfaces of Confluence Cloud below `/wiki`: v2, and what is left of v1. */
export function cloudRoutes(site: Site): readonly Route[] {
  return [...spaceRoutes(site), ...pageRoutes(site), ...downloadRoutes(site), ...versionOneRoutes(site)];
}

/** What is not there in v2 says so in v2's own form. */
export function cloudAnswer(routes: readonly Route[], asked: Asked): Given {
  return answerOf(routes, asked) ?? notFound().given;
}

function spaceRoutes(site: Site): readonly Route[] {
  const spaceOf = (id: string): Space => {
    const found = [...site.wiki.spaces.values()].find((space) => space.id === id);
    if (!found) throw notFound();
    return found;
  };
  const inSpace = (asked: Asked, id: string, type: "page" | "blogpost"): Given => {
    const { key, homepageId } = spaceOf(id);
    const isRoot = asked.query.get("depth") === "root";
    return contentList(
      site,
      asked,
      type,
      (content) => content.spaceKey === key && (!isRoot || content.parentId === null || content.id === homepageId),
    );
  };
  return [
    ["GET", /^\/api\/v2\/spaces$/, (asked) => spaces(site, asked)],
    ["GET", /^\/api\/v2\/spaces\/(\d+)$/, (_, id) => json(spaceShape(spaceOf(id ?? "")))],
    ["GET", /^\/api\/v2\/spaces\/(\d+)\/pages$/, (asked, id) => inSpace(asked, id ?? "", "page")],
    ["GET", /^\/api\/v2\/spaces\/(\d+)\/blogposts$/, (asked, id) => inSpace(asked, id ?? "", "blogpost")],
  ];
}

function spaces(site: Site, asked: Asked): Given {
  const [keys, ids, types, statuses] = ["keys", "ids", "type", "status"].map((name) => valuesOf(asked, name)) as [
    string[],
    string[],
    string[],
    string[],
  ];
  const found = [...site.wiki.spaces.values()].filter(
    (space) =>
      (keys.length === 0 || keys.includes(space.key)) &&
      (ids.length === 0 || ids.includes(space.id)) &&
      (types.length === 0 || types.includes(space.type)) &&
      (statuses.length === 0 || statuses.includes(space.status)),
  );
  return list(
    site,
    asked,
    found.map((value) => ({ key: paddedId(value.id), value })),
    spaceShape,
  );
}

function pageRoutes(site: Site): readonly Route[] {
  return [
    ["GET", /^\/api\/v2\/pages$/, (asked) => anywhere(site, asked, "page")],
    ["GET", /^\/api\/v2\/blogposts$/, (asked) => anywhere(site, asked, "blogpost")],
    ["GET", /^\/api\/v2\/pages\/(\d+)$/, (asked, id = "") => oneContent(site, asked, id, "page")],
    ["GET", /^\/api\/v2\/blogposts\/(\d+)$/, (asked, id = "") => oneContent(site, asked, id, "blogpost")],
    ["GET", /^\/api\/v2\/folders\/(\d+)$/, (_, id = "") => oneFolder(site, id)],
    ["GET", /^\/api\/v2\/pages\/(\d+)\/versions$/, (asked, id = "") => versions(site, asked, id, "page")],
    ["GET", /^\/api\/v2\/blogposts\/(\d+)\/versions$/, (asked, id = "") => versions(site, asked, id, "blogpost")],
    ["GET", /^\/api\/v2\/(?:pages|folders)\/(\d+)\/ancestors$/, (asked, id = "") => ancestors(site, asked, id)],
    ["GET", /^\/api\/v2\/pages\/(\d+)\/children$/, (asked, id = "") => children(site, asked, id, "children")],
    ["GET", /^\/api\/v2\/(?:pages|folders)\/(\d+)\/direct-children$/, (asked, id = "") => children(site, asked, id, "direct-children")],
    ["GET", /^\/api\/v2\/(?:pages|blogposts)\/(\d+)\/attachments$/, (asked, id = "") => attachments(site, asked, id)],
    ["GET", /^\/api\/v2\/(?:pages|blogposts)\/(\d+)\/labels$/, (asked, id = "") => labels(site, asked, id)],
    ["GET", /^\/api\/v2\/(?:pages|blogposts)\/(\d+)\/footer-comments$/, (asked, id = "") => comments(site, asked, id, "footer")],
    ["GET", /^\/api\/v2\/(?:pages|blogposts)\/(\d+)\/inline-comments$/, (asked, id = "") => comments(site, asked, id, "inline")],
    ["GET", /^\/api\/v2\/footer-comments\/(\d+)\/children$/, (asked, id = "") => answersTo(site, asked, id, "footer")],
    ["GET", /^\/api\/v2\/inline-comments\/(\d+)\/children$/, (asked, id = "") => answersTo(site, asked, id, "inline")],
    ["GET", /^\/api\/v2\/attachments\/(att\d+)$/, (_, id = "") => oneAttachment(site, id)],
    ["POST", /^\/api\/v2\/users-bulk$/, (asked) => usersBulk(site, asked)],
  ];
}

function anywhere(site: Site, asked: Asked, type: "page" | "blogpost"): Given {
  const [ids, spaceIds] = [valuesOf(asked, "id"), valuesOf(asked, "space-id")];
  return contentList(
    site,
    asked,
    type,
    ({ id, spaceKey }) =>
      (ids.length === 0 || ids.includes(id)) && (spaceIds.length === 0 || spaceIds.includes(site.wiki.space(spaceKey).id)),
  );
}

function oneAttachment(site: Site, id: string): Given {
  for (const content of site.wiki.contents.values()) {
    const found = content.attachments.find((attachment) => attachment.id === id);
    if (found) return json(attachmentShape(contentOf(site, content.id, null), found));
  }
  throw notFound();
}

/** Who is deleted, or never was, is left out without a word. */
function usersBulk(site: Site, asked: Asked): Given {
  const accountIds = accountIdsIn(asked.body);
  const found = accountIds.flatMap((id) => {
    const user = site.wiki.users.get(id);
    return user === undefined || user.state === "deleted" ? [] : [user];
  });
  return json({ results: found.map(userShape), _links: { base: `${site.origin}${site.context}` } });
}

function accountIdsIn(body: string): string[] {
  try {
    const { accountIds } = JSON.parse(body) as { accountIds?: unknown };
    if (Array.isArray(accountIds) && accountIds.length > 0 && accountIds.length <= 250) return accountIds.map(String);
  } catch {
    // Falls through to the answer for what is not understood.
  }
  throw badRequest("INVALID_REQUEST_BODY", "accountIds must be a list of 1 to 250 ids");
}
