import { CqlError, parseCql, sortedBy } from "../cql.ts";
import { type Asked, json, Refusal } from "../http/exchange.ts";
import { pathOf, type Site } from "../site.ts";
import type { Content } from "../state/types.ts";
import { newestOf } from "../state/wiki.ts";
import { contentV1, type Expands, instantOf } from "./shapes.ts";

/** What CQL finds: current contents that the index knows. @throws Refusal (400) for CQL that is not understood */
export function foundBy(site: Site, asked: Asked): Content[] {
  const { wiki } = site;
  try {
    const { matches, order } = parseCql(asked.query.get("cql") ?? "", wiki, site.offsetMinutes);
    const found = [...wiki.contents.values()].filter(
      (content) => content.status === "current" && !content.isUnindexed && matches(content) && !wiki.isHidden(content),
    );
    return sortedBy(found, order);
  } catch (error) {
    if (!(error instanceof CqlError)) throw error;
    throw new Refusal(json({ statusCode: 400, message: error.message }, 400));
  }
}

/** An item of `/search`, which wraps what it found; `/content/search` gives the content itself. */
export function searchResult(site: Site, content: Content, expands: Expands): Record<string, unknown> {
  const { createdAt } = newestOf(content);
  const { key, name } = site.wiki.space(content.spaceKey);
  return {
    content: contentV1(site, content, expands),
    title: content.title,
    excerpt: "",
    url: pathOf(site, content),
    resultGlobalContainer: { title: name, displayUrl: site.flavour === "cloud" ? `/spaces/${key}` : `/display/${key}` },
    entityType: "content",
    lastModified: instantOf(site, createdAt),
    friendlyLastModified: createdAt.slice(0, 10),
  };
}
