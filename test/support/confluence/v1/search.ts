import { type Asked, json, Refusal } from "../../http/exchange.ts";
import { CqlError, parseCql, sortedBy } from "../cql.ts";
import { commentParts } from "../server/contents.ts";
import { pathOf, type Site } from "../site.ts";
import type { Content } from "../state/types.ts";
import { newestOf } from "../state/wiki.ts";
import { attachmentV1, contentV1, type Expands, instantOf } from "./shapes.ts";

/** What CQL finds: a page, post or folder, or a file or comment on one. `content` holds what CQL asks of it. */
export interface Hit {
  readonly content: Content;
  readonly shape: (expands: Expands) => Record<string, unknown>;
}

/** Current contents that the index knows, and what hangs on them. @throws Refusal (400) for CQL that is not understood */
export function foundBy(site: Site, asked: Asked): Hit[] {
  const { wiki } = site;
  try {
    const { matches, order } = parseCql(asked.query.get("cql") ?? "", wiki, site.offsetMinutes);
    const hits = new Map<Content, Hit>();
    for (const content of wiki.contents.values()) {
      if (content.status !== "current" || content.isUnindexed || wiki.isHidden(content)) continue;
      for (const hit of hitsOf(site, content)) if (matches(hit.content)) hits.set(hit.content, hit);
    }
    return sortedBy([...hits.keys()], order).flatMap((content) => hits.get(content) ?? []);
  } catch (error) {
    if (!(error instanceof CqlError)) throw error;
    throw new Refusal(json({ statusCode: 400, message: error.message }, 400));
  }
}

function hitsOf(site: Site, content: Content): Hit[] {
  const hanging = (id: string, type: string, title: string, createdAt: string): Content =>
    ({ ...content, id, type, title, createdAt, parentId: null, versions: [{ createdAt }] }) as unknown as Content;
  const container = (expands: Expands) => (expands.has("container") ? { container: contentV1(site, content, new Set()) } : {});
  const files = content.attachments.map((file) => ({
    content: hanging(file.id, "attachment", file.title, file.createdAt),
    shape: (expands: Expands) => ({ ...attachmentV1(site, content, file, expands), ...container(expands) }),
  }));
  const comments = content.comments.map((comment) => ({
    content: hanging(comment.id, "comment", `Re: ${content.title}`, comment.changedAt),
    shape: (expands: Expands) => ({
      id: comment.id,
      type: "comment",
      status: "current",
      title: `Re: ${content.title}`,
      ...container(expands),
      ...(expands.has("version") ? { version: { when: instantOf(site, comment.changedAt), number: comment.version } } : {}),
      ...commentParts(content, comment, expands),
    }),
  }));
  return [{ content, shape: (expands) => contentV1(site, content, expands) }, ...files, ...comments];
}

/** An item of `/search`, which wraps what it found; `/content/search` gives the content itself. */
export function searchResult(site: Site, { content, shape }: Hit, expands: Expands): Record<string, unknown> {
  const { createdAt } = newestOf(content);
  const { key, name } = site.wiki.space(content.spaceKey);
  return {
    content: shape(expands),
    title: content.title,
    excerpt: "",
    url: pathOf(site, content),
    resultGlobalContainer: { title: name, displayUrl: site.flavour === "cloud" ? `/spaces/${key}` : `/display/${key}` },
    entityType: "content",
    lastModified: instantOf(site, createdAt),
    friendlyLastModified: createdAt.slice(0, 10),
  };
}
